/* rejected with: from a copy or another source? */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    random_stream copy = *stream;
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] += FARTHEST * (2.0 * random_uniform(&copy) - 1.0);
}
