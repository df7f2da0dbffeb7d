/* rejected with: no other way from the hidden unit */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 37.0,   /* 4 * 5 + 5 + 5 * 2 + 2 */
        .exponentials = 56.0, /* (5 + 2) * 8 */
        .paths_row = 2.0,
        .paths_batch = 8.0,
        /* one in each row */ /* 2 * 8 */
        .passes = 74.0,       /* 2 * 37 */
    };
}
