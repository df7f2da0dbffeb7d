#include "answer.h"

softmax_by_hand answer(void)
{
    return (softmax_by_hand){
        .p = {0.1450, 0.5322, 0.3228},  /* each over 5.645 */
        .loss = {1.931, 0.6308, 1.131}, /* 1.731 less the logit */
        .sum_times = 1097.0,            /* e^7 */
        .shifted_loss = 1.931,          /* as before */
        .doubled_p = 0.6934,            /* 9.025 / 13.02 */
        .doubled_odds = 13.46,          /* e^(2.2 + 0.4) */
        .far = 'B',
        .classes = 100.0, /* e^4.605 */
        .lead = 2.197,    /* log 9 */
    };
}
