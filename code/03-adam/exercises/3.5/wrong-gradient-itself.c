/* rejected with: that is the gradient itself over the root */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 22.37,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
