/* ours_adam.c: the nanoseconds of one epoch of chapter 3's program: the
   mean cross-entropy, its gradient and a step of Adam. */
#include "02-network/one_start.h"
#include "02-network/start.h"
#include "03-adam/fit.h"
#include "stopwatch.h"

#include <stdlib.h>

static void train(void *argument, long epochs)
{
    const fit *const how = argument;
    const trainer by = fit_trainer(how);
    random_stream stream = {1};
    const network start = network_start(INIT_GLOROT, &stream);
    program p = {.epochs = epochs, .lr = how->optimizer.lr, .quiet = true};
    if (!one_start_run(&by, &start, stream, &p))
        exit(EXIT_FAILURE); /* it has said why */
}

/* The optimizer is not known before the program runs, as in the program. */
int main(int argc, char *argv[])
{
    (void)argv;
    fit how = fit_keras();
    if (argc > 1)
        how.optimizer.step = gd_step;
    stopwatch_run(train, &how);
}
