/* rejected with: keep more of them on the way */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.09,
        .second = -0.0718,
        .steepest = 0.0,
    };
}
