/* rejected with: without_m: the root is left out */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 1000.0,
        .slow_m = 'D',
    };
}
