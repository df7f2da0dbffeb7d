#include "answer.h"

#include <math.h>

entropy_plateaus answer(void)
{
    entropy_plateaus a;
    a.p_a = a.p_c = 1.0 / 2;
    a.p_b = 2.0 / 3;
    a.p_d = 1.0 / 4;
    a.loss_a = log(2.0);
    a.loss_b = log(3.0) * 3 / 4 - log(2.0) / 2;
    a.loss_c = log(2.0) / 2;
    a.loss_d = log(4.0) - 3 * log(3.0) / 4;
    a.moves = 'C';
    return a;
}
