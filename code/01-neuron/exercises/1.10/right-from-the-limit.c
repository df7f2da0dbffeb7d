#include "answer.h"

#include <math.h>

resting_places answer(void)
{
    const double half = 1.0 / 2;
    return (resting_places){half, half, half, 4 - 1, exp(-30.0), 'n'};
}
