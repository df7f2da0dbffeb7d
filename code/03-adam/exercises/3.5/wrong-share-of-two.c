/* rejected with: what is m if beta1 is 0 */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 7.270,
        .without_m = 4.250,
        .slow_m = 'D',
    };
}
