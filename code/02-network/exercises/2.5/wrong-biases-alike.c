/* rejected with: which of the formulas are alike */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 3.0, /* weights in, weights out, biases */
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 13.0,
    };
}
