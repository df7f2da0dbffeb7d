/* Exercise 2.12, a start that breaks the tie. With all 13 parameters at
   1/2 the three hidden units begin as clones and stay clones. tie_break is
   handed that network. Change it a little, each parameter by FARTHEST at
   most, such that no two hidden units are alike and training (full batch,
   learning rate 0.5, 10000 epochs) solves XOR from it. The change is to
   come from the stream: another stream, another start. */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    (void)net;    /* only so that the compiler does not mind */
    (void)stream; /* not answered yet */
}
