/* rejected with: the second is missing */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = 0.009,
        .steepest = 0.0,
    };
}
