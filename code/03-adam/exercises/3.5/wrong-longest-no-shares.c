/* rejected with: longest: the shares in front of both */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 2.299,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
