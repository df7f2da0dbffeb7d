#include "answer.h"

#include <math.h>

jacobian answer(void)
{
    const double a = 0.1, b = 0.6, c = 0.3;
    const double v = 1.0 * a + 2.0 * b - 1.0 * c;
    const double g = a * a + b * b + c * (c - 1.0);
    return (jacobian){
        b - b * b,
        -a * b,
        -(0.16 - 0.1 - 0.04),
        0.5 - sqrt(0.25 - 0.16),
        {a * (1.0 - v), b * (2.0 - v), c * (-1.0 - v)},
        10 - 3 - 1,
        -1.0 / c,
        {a, b, c - 1.0},
        {a * (a - g), b * (b - g), c * (c - 1.0 - g)},
        'b',
    };
}
