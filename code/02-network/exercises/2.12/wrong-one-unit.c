/* rejected with: clones of each other */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int i = 0; i < INPUTS; i++)
        net->W1[i][0] += FARTHEST * (2.0 * random_uniform(stream) - 1.0);
}
