#include "answer.h"

#include <math.h>

kink answer(void)
{
    const double z = 0.001, nudge = 0.004;
    return (kink){
        0,
        1,
        1 / 2.0,
        fabs(0 - 0.5) / fmax(0, 0.5),
        fabs(1 - 0.5) / fmax(1, 0.5),
        (nudge + z) / (2 * nudge),
        (nudge - z) / (2 * nudge),
        z,
        (nudge - -0.2 * nudge) / (2 * nudge),
        0.2 * 0.9 - 0.1 * 1.4,
        0.2 - 0.1,
        0,
        'c',
        'b',
        (20 * (64 + 1) + 20 * 10) / (32 * (64 + 1) + (32 + 1) * 10.0),
    };
}
