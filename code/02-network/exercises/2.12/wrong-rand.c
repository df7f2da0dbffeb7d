/* rejected with: left another start the second time */
#include "answer.h"

#include <stdlib.h>

void tie_break(network *net, random_stream *stream)
{
    (void)stream;
    for (int i = 0; i < INPUTS; i++)
        for (int j = 0; j < HIDDEN; j++)
            net->W1[i][j] += FARTHEST * ((double)rand() / RAND_MAX);
}
