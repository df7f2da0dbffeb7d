/* rejected with: which power of u is left */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.1,
        .second = -0.072,
        .steepest = 0.0,
    };
}
