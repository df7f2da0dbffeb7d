/* rejected with: how many units does that one hand its h on to */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 37.0,
        .exponentials = 56.0,
        .paths_row = 1.0, /* through one output */
        .paths_batch = 8.0,
        .passes = 74.0,
    };
}
