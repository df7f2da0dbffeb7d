#include "descent.h"

const char method_words[] = "gd|sgd|shuffled";

void descent_epoch(const descent *d, backward_function backward,
                   const void *how, run *r)
{
    if (d->method == METHOD_GD)
        epoch_by_batch(r, d->lr, backward, how);
    else
        epoch_by_rows(r, d->lr, backward, how,
                      d->method == METHOD_SHUFFLED);
}

void descent_train(const void *how, run *r)
{
    while (run_goes_on(r))
        descent_epoch(how, right_backward, NULL, r);
}
