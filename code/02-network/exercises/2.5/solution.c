#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0, /* W1, b1, W2, b2 */
        .half_rows = 5.0,  /* W1 from x_1, W1 from x_2, b1, W2, b2 */
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,    /* W1 and b1 */
        .zero_batch = 13.0, /* all */
    };
}
