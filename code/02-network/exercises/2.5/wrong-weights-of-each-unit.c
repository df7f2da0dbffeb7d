/* rejected with: Their parameters are counted once for all */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 9.0, /* six of W1, b1, W2, b2 */
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
