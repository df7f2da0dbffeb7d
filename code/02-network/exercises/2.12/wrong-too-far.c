/* rejected with: moved farther than the exercise allows */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] += FARTHEST * random_normal(stream);
}
