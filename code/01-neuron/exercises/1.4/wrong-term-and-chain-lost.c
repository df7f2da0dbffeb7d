/* rejected with: two things are lost */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -1.8,
        .steepest = 0.0,
    };
}
