/* rejected with: b2 feels the sum of the output's deltas */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 9.0,
        .zero_batch = 12.0, /* all but b2 */
    };
}
