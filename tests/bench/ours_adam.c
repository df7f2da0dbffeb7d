/* ours_adam.c: the nanoseconds of one epoch of chapter 3: the mean
   cross-entropy, its gradient and a step of Adam. */
#include "02-network/start.h"
#include "03-adam/fit.h"
#include "stopwatch.h"

typedef struct {
    fit how;
    network net;
    moments seen;
    batch rows;
} state;

static void epoch(void *argument)
{
    state *s = argument;
    fit_epoch(&s->how, &s->net, &s->seen, &s->rows);
}

int main(void)
{
    random_stream stream = {1};
    state s = {fit_keras(), network_start(INIT_GLOROT, &stream),
               moments_none(), xor_rows()};
    stopwatch_run(epoch, &s, &s.net.b2);
}
