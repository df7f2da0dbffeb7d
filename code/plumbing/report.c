#include "report.h"

#include <math.h>
#include <stdio.h>

void number_print(double number, int width, int decimals)
{
    const double size = fabs(number);
    if (size == 0.0 || (size >= 1e-4 && size < 1e4))
        printf("%*.*f", width, decimals, number);
    else
        printf(" %*.*e", width - 1, decimals - 3, number);
}
