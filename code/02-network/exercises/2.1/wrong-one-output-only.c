/* rejected with: how many units does that one hand its h on to */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 37.0,   /* 4 * 5 + 5 + 5 * 2 + 2 */
        .exponentials = 56.0, /* (5 + 2) * 8 */
        .paths_row = 1.0,     /* through one output */
        .paths_batch = 8.0,   /* 2 * 8 */
        .passes = 74.0,       /* 2 * 37 */
    };
}
