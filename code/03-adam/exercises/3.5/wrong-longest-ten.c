/* rejected with: longest: the series has another ratio */
#include "answer.h"

longest_steps answer(void)
{
    return (longest_steps){
        .after_silence = 4.250,
        .steady = 1.0,
        .growth = 1.11,
        .longest = 10.0,
        .without_m = 31.62,
        .slow_m = 'D',
    };
}
