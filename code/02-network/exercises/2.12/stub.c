/* Exercise 2.12, a start that breaks the tie. With all 13 parameters at
   1/2 the three hidden units begin as clones and stay clones. tie_break is
   handed that network, or another whose hidden units are alike. Move its
   parameters a little, each by FARTHEST at most from where it is, such that
   no two hidden units are alike and training (full batch, learning rate
   0.5, 10000 epochs) solves XOR from all halves. What you move them by is
   to be drawn from the stream that you are handed: another stream, another
   start; the same stream, the same start. */
#include "answer.h"

void tie_break(network *net, random_stream *stream)
{
    (void)net;    /* only so that the compiler does not mind */
    (void)stream; /* not answered yet */
}
