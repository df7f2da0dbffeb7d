/* rejected with: left the same start as with another stream */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    random_stream own = {7};
    (void)stream;
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] += FARTHEST * (2.0 * random_uniform(&own) - 1.0);
}
