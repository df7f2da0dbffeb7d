/* rejected with: v alone has that; what */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 1.0,
        .growth = 1.001,
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
