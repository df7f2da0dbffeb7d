/* ours.c: the nanoseconds of one full-batch epoch of chapter 2's network. */
#include "02-network/descent.h"
#include "02-network/start.h"
#include "stopwatch.h"

static const descent how = {METHOD_GD, BUG_NONE, 0.5};

typedef struct {
    network net;
    batch rows;
} state;

static void epoch(void *argument)
{
    state *s = argument;
    descent_epoch(&how, &s->net, &s->rows, NULL);
}

int main(void)
{
    random_stream stream = {1};
    state s = {network_start(INIT_UNIFORM, &stream), xor_rows()};
    stopwatch_run(epoch, &s, &s.net.b2);
}
