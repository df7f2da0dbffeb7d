/* rejected with: asked is the way forward */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 1.0,
        .growth = 0.9009, /* beta1 / beta2 */
        .longest = 7.270,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
