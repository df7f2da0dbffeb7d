/* rejected with: far out the sigmoid is level */
#include "answer.h"

#include <math.h>

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.072,
        .steepest = INFINITY,
    };
}
