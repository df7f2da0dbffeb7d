/* rejected with: the size is right and the sign is not */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = 0.072,
        .steepest = 0.0,
    };
}
