/* rejected with: are those the ones that vanish */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 4.0, /* W2 and b2 */
        .zero_batch = 13.0,
    };
}
