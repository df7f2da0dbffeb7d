/* rejected with: add up to less */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = 0.09,
        .steepest = 0.0,
    };
}
