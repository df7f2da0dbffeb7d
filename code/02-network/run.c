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

void right_backward(const void *how, const network *net, const batch *rows,
                    const network_pass *p, const double dL_dz2[ROWS],
                    network *gradient)
{
    (void)how;
    network_backward(net, rows, p, dL_dz2, gradient);
}
