/* rejected with: much the same for all units */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int i = 0; i < INPUTS; i++) {
        const double change = 0.99 * FARTHEST * random_uniform(stream);
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] +=
                change + 1e-9 * FARTHEST * random_uniform(stream);
    }
}
