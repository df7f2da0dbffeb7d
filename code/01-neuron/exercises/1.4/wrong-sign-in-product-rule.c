/* rejected with: how does the falling factor count? */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = 0.252,
        .steepest = 0.0,
    };
}
