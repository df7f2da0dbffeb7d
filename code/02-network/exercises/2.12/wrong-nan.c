/* rejected with: left W1[0][0] = NaN */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    const double zero = 0.0;
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] +=
                FARTHEST * (random_uniform(stream) / zero - 1.0 / zero);
}
