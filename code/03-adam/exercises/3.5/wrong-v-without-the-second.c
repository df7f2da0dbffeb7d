/* rejected with: has v done so, too */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 6.008,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
