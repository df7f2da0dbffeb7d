/* rejected with: the slope went through its own formula */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = 0.0819,
        .steepest = 0.0,
    };
}
