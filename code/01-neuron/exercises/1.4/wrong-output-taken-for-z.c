/* rejected with: went through the sigmoid once more */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){
        .first = 0.2055,
        .second = -0.072,
        .steepest = 0.0,
    };
}
