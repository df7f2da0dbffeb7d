/* rejected with: that is the count for one-sided differences */
#include "answer.h"

shapes_and_counts answer(void)
{
    return (shapes_and_counts){
        .parameters = 37.0,
        .exponentials = 56.0,
        .paths_row = 2.0,
        .paths_batch = 16.0,
        .passes = 38.0, /* 37 and the unmoved one */
    };
}
