/* rejected with: kept from call to call */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    static int calls;
    calls++;
    for (int j = 0; j < HIDDEN; j++)
        net->W1[0][j] +=
            FARTHEST * random_uniform(stream) / (1.0 + calls % 7 + j);
}
