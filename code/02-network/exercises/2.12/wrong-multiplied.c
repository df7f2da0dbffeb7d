/* rejected with: every parameter as it was */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] *=
                1.0 + FARTHEST * (2.0 * random_uniform(stream) - 1.0);
}
