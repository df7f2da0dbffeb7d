/* rejected with: is a difference of biases enough? */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int j = 0; j < HIDDEN; j++)
        net->b1[j] += FARTHEST * (2.0 * random_uniform(stream) - 1.0);
}
