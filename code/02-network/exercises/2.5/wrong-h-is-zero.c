/* rejected with: how much is h where z1 vanishes */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 12.0, /* all but b2 */
        .zero_batch = 13.0,
    };
}
