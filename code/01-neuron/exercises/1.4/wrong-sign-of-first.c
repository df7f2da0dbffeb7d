/* rejected with: the exponent -z brings a sign */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = -0.09,
        .second = -0.072,
        .steepest = 0.0,
    };
}
