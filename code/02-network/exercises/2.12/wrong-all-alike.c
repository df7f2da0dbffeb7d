/* rejected with: but all alike */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    const double change = FARTHEST * random_uniform(stream);
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] += change;
}
