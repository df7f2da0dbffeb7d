/* rejected with: the same weight is at work in every row */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 37.0,
        .exponentials = 56.0,
        .paths_row = 2.0,
        .paths_batch = 2.0, /* in one row */
        .passes = 74.0,
    };
}
