#include "descent.h"

#include <math.h>

void descent_gradient(const descent *d, const network *net,
                      const batch *rows, network *gradient)
{
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, rows, &p);
    half_squares(rows, &p, dL_dz2);
    if (d->bug == BUG_NONE)
        network_backward(net, rows, &p, dL_dz2, gradient);
    else
        clinic_backward(d->bug, net, rows, &p, d->lr, gradient);
}

static void descent_step(const descent *d, network *net, const batch *rows)
{
    network gradient;
    descent_gradient(d, net, rows, &gradient);
    network_step(net, &gradient, d->lr);
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

void descent_epoch(const descent *d, network *net, const batch *rows,
                   random_stream *stream)
{
    if (d->method == METHOD_GD) {
        descent_step(d, net, rows);
        return;
    }
    size_t order[ROWS] = {0, 1, 2, 3};
    if (d->method == METHOD_SHUFFLED)
        random_shuffle(stream, order, (size_t)rows->size);
    for (int n = 0; n < rows->size; n++) {
        const batch row = batch_row(rows, order[n]);
        descent_step(d, net, &row);
    }
}

double network_loss(loss_function loss, const network *net,
                    const batch *rows)
{
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, rows, &p);
    return loss(rows, &p, dL_dz2);
}

bool network_is_finite(const network *net)
{
    for (int k = 0; k < PARAMETERS; k++)
        if (!isfinite(net->all[k]))
            return false;
    return true;
}

int rows_right(const batch *rows, const network_pass *p)
{
    int right = 0;
    for (int n = 0; n < rows->size; n++)
        right += (p->yhat[n] > 0.5) == (rows->y[n] > 0.5);
    return right;
}

bool network_solves(const network *net, const batch *rows)
{
    network_pass p;
    network_forward(net, rows, &p);
    for (int n = 0; n < rows->size; n++)
        if (!(fabs(p.yhat[n] - rows->y[n]) <= 0.1))
            return false;
    return true;
}
