#include "training.h"
#include "plumbing/messages.h"
#include "plumbing/report.h"

#include <stdio.h>

bool epoch_is_shown(long epoch, long last)
{
    long round = 1;
    while (epoch > 5 * round)
        round *= 10;
    return epoch == 0 || epoch == last || epoch == round ||
           epoch == 2 * round || epoch == 5 * round;
}

void epoch_print(long epoch, const double numbers[], int n)
{
    printf("%8ld", epoch);
    for (int i = 0; i < n; i++)
        number_print(numbers[i], 13, 6);
    putchar('\n');
}

bool complain_diverged(long epoch)
{
    return complain("diverged at epoch %ld: a number is no longer finite",
                    epoch);
}
