#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250, /* 0.19 / root of 0.001999 */
        .steady = 1.0,          /* g / root of g^2 */
        .growth = 1.11,         /* beta2 / beta1 */
        .longest = 7.270,       /* 3.162 / root of (1 - beta1^2 / beta2) */
        .without_m = 31.62,     /* 1 / root of (1 - beta2) */
        .slow_m = 'D',
    };
}
