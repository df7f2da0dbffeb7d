#include "descent.h"

const char method_words[] = "gd|sgd|shuffled";

static void batch_epoch(const descent *d, backward_function backward,
                        const void *how, run *r)
{
    network gradient;
    backward(how, &r->net, &r->rows, &r->pass, r->dL_dz2, &gradient);
    network_step(&r->net, &gradient, d->lr);
}

/* Row n as a batch of its own. */
static batch batch_row(const batch *rows, size_t n)
{
    return (batch){
        .size = 1,
        .x = {{rows->x[n][0], rows->x[n][1]}},
        .y = {rows->y[n]},
    };
}

/* A step along the gradient of one row. */
static void row_step(const descent *d, backward_function backward,
                     const void *how, run *r, const batch *row)
{
    network_pass p;
    double dL_dz2[ROWS];
    network gradient;
    network_forward(&r->net, row, &p);
    r->loss(row, &p, dL_dz2);
    backward(how, &r->net, row, &p, dL_dz2, &gradient);
    network_step(&r->net, &gradient, d->lr);
}

static void rows_epoch(const descent *d, backward_function backward,
                       const void *how, run *r)
{
    size_t order[ROWS] = {0, 1, 2, 3};
    if (d->method == METHOD_SHUFFLED)
        random_shuffle(&r->stream, order, (size_t)r->rows.size);
    for (int n = 0; n < r->rows.size; n++) {
        const batch row = batch_row(&r->rows, order[n]);
        row_step(d, backward, how, r, &row);
    }
}

void descent_epoch(const descent *d, backward_function backward,
                   const void *how, run *r)
{
    if (d->method == METHOD_GD)
        batch_epoch(d, backward, how, r);
    else
        rows_epoch(d, backward, how, r);
}

void descent_train(const void *how, run *r)
{
    while (run_goes_on(r))
        descent_epoch(how, right_backward, NULL, r);
}
