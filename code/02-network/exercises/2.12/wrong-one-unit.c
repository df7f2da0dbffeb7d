/* rejected with: a pair of hidden units are still clones */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int i = 0; i < INPUTS; i++)
        net->W1[i][0] += FARTHEST * (2.0 * random_uniform(stream) - 1.0);
}
