/* rejected with: to how much do its shares add up */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 10.0,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
