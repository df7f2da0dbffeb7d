/* rejected with: the first is missing */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.081,
        .steepest = 0.0,
    };
}
