#include "answer.h"

#include <math.h>

one_and_two answer(void)
{
    const double p = exp(0.6) / (exp(0.6) + exp(-0.5));
    return (one_and_two){
        exp(-3.0) / exp(-3.0),
        0.0,
        0.0,
        1 / 4.0,
        p,
        -log(1.0 - p),
        {p - 0.0, (1.0 - p) - 1.0},
        (0.6 - 0.4 * p) - (-0.5 + 0.4 * p),
        2 * 0.4,
        3.5,
        'd',
        log(1.0 + exp(-1.0)),
    };
}
