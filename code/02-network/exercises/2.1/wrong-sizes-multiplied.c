/* rejected with: their sizes are added */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 40.0, /* 4 * 5 * 2 */
        .exponentials = 56.0,
        .paths_row = 2.0,
        .paths_batch = 16.0,
        .passes = 74.0,
    };
}
