/* rejected with: the output never gets there */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.072,
        .steepest = 1.0,
    };
}
