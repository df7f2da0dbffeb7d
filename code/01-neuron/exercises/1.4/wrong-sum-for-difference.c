/* rejected with: where e^-z is put in terms of a */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 1.71,
        .second = -0.072,
        .steepest = 0.0,
    };
}
