/* rejected with: is the other one a, too? */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.81,
        .second = -0.072,
        .steepest = 0.0,
    };
}
