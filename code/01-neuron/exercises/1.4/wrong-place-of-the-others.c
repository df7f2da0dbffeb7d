/* rejected with: that is the place of (1) and (2) */
#include "answer.h"

#include <math.h>

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.072,
        .steepest = log(9.0),
    };
}
