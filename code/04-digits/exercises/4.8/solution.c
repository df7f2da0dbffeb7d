#include "answer.h"

batches answer(void)
{
    return (batches){
        .steps = 920.0,         /* 40 times 22 + 1 */
        .epochs = 79.0,         /* 1800 / 23, rounded up */
        .last_weight = 2.207,   /* 64 / 29 */
        .batch_mean = 0.2478,   /* 5.7 / 23 */
        .row_mean = 0.2222,     /* 319.3 / 1437 */
        .short_epochs = 0.8072, /* 40 times 29 / 1437 */
        .noise = 0.004243,      /* 0.006 / root of 2 */
        .batch = 288.0,         /* 9 times 32 */
        .per_step = 2.0,
        .per_epoch = 1.0,
        .expected = 1.0,
        .summed = 2.0,
    };
}
