/* rejected with: have the outputs, too */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 35.0,
        /* 4 * 5 + 5 + 5 * 2 */ /* 4 * 5 + 5 + 5 * 2 + 2 */
        .exponentials = 56.0,   /* (5 + 2) * 8 */
        .paths_row = 2.0,
        .paths_batch = 16.0, /* 2 * 8 */
        .passes = 74.0,      /* 2 * 37 */
    };
}
