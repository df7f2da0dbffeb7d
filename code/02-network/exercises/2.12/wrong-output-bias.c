/* rejected with: is no hidden unit's own */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    net->b2 += FARTHEST * random_uniform(stream);
}
