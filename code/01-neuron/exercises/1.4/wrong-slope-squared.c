/* rejected with: that is the slope squared */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = 0.0081,
        .steepest = 0.0,
    };
}
