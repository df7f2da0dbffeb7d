/* rejected with: the new gradient gets which? They are exchanged */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 0.99,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
