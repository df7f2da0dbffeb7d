#include "run.h"

#include <math.h>

void run_look(run *r)
{
    network_forward(&r->net, &r->rows, &r->pass);
    r->L = r->loss(&r->rows, &r->pass, r->dL_dz2);
    r->diverged = !isfinite(r->L) || !network_is_finite(&r->net);
}

bool run_goes_on(run *r)
{
    run_look(r);
    if (r->diverged)
        return false;
    if (r->watch != NULL)
        r->watch(r, r->watcher);
    if (r->epoch == r->epochs)
        return false;
    r->epoch++;
    return true;
}

void epoch_by_batch(run *r, double lr, backward_function backward,
                    const void *how)
{
    network gradient;
    backward(how, &r->net, &r->rows, &r->pass, r->dL_dz2, &gradient);
    network_step(&r->net, &gradient, lr);
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

void epoch_by_rows(run *r, double lr, backward_function backward,
                   const void *how, bool shuffled)
{
    size_t order[ROWS] = {0, 1, 2, 3};
    if (shuffled)
        random_shuffle(&r->stream, order, (size_t)r->rows.size);
    for (int n = 0; n < r->rows.size; n++) {
        const batch row = batch_row(&r->rows, order[n]);
        network_pass p;
        double dL_dz2[ROWS];
        network gradient;
        network_forward(&r->net, &row, &p);
        r->loss(&row, &p, dL_dz2);
        backward(how, &r->net, &row, &p, dL_dz2, &gradient);
        network_step(&r->net, &gradient, lr);
    }
}

void right_backward(const void *how, const network *net, const batch *rows,
                    const network_pass *p, const double dL_dz2[ROWS],
                    network *gradient)
{
    (void)how;
    network_backward(net, rows, p, dL_dz2, gradient);
}
