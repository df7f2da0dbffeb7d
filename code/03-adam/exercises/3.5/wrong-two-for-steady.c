/* rejected with: those are two gradients; what do */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 4.250,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
