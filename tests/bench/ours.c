/* ours.c: the nanoseconds of one full-batch epoch of chapter 2's program,
   which trains a run and watches it, quietly. */
#include "02-network/descent.h"
#include "02-network/one_start.h"
#include "02-network/start.h"
#include "stopwatch.h"

#include <stdlib.h>

static void train(void *argument, long epochs)
{
    const descent *const how = argument;
    const trainer by = {.loss = half_squares,
                        .loss_text = "",
                        .backward = right_backward,
                        .train = descent_train,
                        .how = how};
    random_stream stream = {1};
    const network start = network_start(INIT_UNIFORM, &stream);
    program p = {.epochs = epochs, .lr = how->lr, .quiet = true};
    if (!one_start_run(&by, &start, stream, &p))
        exit(EXIT_FAILURE); /* it has said why */
}

/* The method is not known before the program runs, as in the program. */
int main(int argc, char *argv[])
{
    (void)argv;
    descent how = {argc > 1 ? METHOD_SGD : METHOD_GD, 0.5};
    stopwatch_run(train, &how);
}
