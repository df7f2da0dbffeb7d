/* rejected with: is the change too small */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] += 1e-6 * random_normal(stream) / 10.0;
}
