/* rejected with: Do other derivatives have it, too */
#include "answer.h"

clones answer(void)
{
    return (clones){
        .same = 'D',
        .half_batch = 4.0,
        .half_rows = 5.0,
        .parts = 'C',
        .zero_clones = 'y',
        .zero_row = 6.0, /* W1 */
        .zero_batch = 13.0,
    };
}
