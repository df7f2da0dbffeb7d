/* rejected with: one factor is squared and the other lost */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.01,
        .second = -0.072,
        .steepest = 0.0,
    };
}
