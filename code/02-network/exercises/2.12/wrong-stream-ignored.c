/* rejected with: is the stream drawn from? */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    (void)stream;
    for (int j = 0; j < HIDDEN; j++)
        net->W1[0][j] += FARTHEST * (j - 1);
}
