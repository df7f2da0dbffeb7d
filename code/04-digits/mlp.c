#include "mlp.h"

#include <stdlib.h>
#include <string.h>

mlp mlp_new(int depth, const int units[], activation hidden)
{
    mlp net = {.depth = depth, .hidden = hidden};
    for (int l = 0; l <= depth; l++)
        net.units[l] = units[l];
    for (int l = 1; l <= depth; l++)
        net.count += (units[l - 1] + 1) * units[l];
    net.all = calloc((size_t)net.count, sizeof(double));
    double *next = net.all;
    for (int l = 1; next != NULL && l <= depth; l++) {
        net.W[l] = next;
        net.b[l] = net.W[l] + units[l - 1] * units[l];
        next = net.b[l] + units[l];
    }
    return net;
}

mlp_pass mlp_pass_new(const mlp *net)
{
    mlp_pass p = {.all = NULL};
    size_t units = 0;
    for (int l = 0; l <= net->depth; l++)
        units += (size_t)net->units[l];
    p.all = calloc(2 * units, sizeof(double));
    double *next = p.all;
    for (int l = 0; next != NULL && l <= net->depth; l++) {
        p.a[l] = next;
        p.delta[l] = next + net->units[l];
        next += 2 * net->units[l];
    }
    return p;
}

void mlp_free(mlp *net)
{
    free(net->all);
    net->all = NULL;
}

void mlp_pass_free(mlp_pass *p)
{
    free(p->all);
    p->all = NULL;
}

void mlp_forward(const mlp *net, mlp_pass *p)
{
    for (int l = 1; l <= net->depth; l++) {
        const int from = net->units[l - 1], to = net->units[l];
        const double *W = net->W[l], *before = p->a[l - 1];
        double *a = p->a[l];
        memcpy(a, net->b[l], (size_t)to * sizeof *a);
        for (int j = 0; j < from; j++, W += to)
            for (int k = 0; k < to; k++)
                a[k] += before[j] * W[k];
        for (int k = 0; l < net->depth && k < to; k++)
            a[k] = net->hidden.of(a[k]);
    }
}

void mlp_backward(const mlp *net, mlp_pass *p, mlp *gradient)
{
    for (int l = net->depth; l > 0; l--) {
        const int from = net->units[l - 1], to = net->units[l];
        const double *a = p->a[l - 1], *delta = p->delta[l];
        double *dL_dW = gradient->W[l], *dL_db = gradient->b[l];
        for (int k = 0; k < to; k++)
            dL_db[k] += delta[k];
        for (int j = 0; j < from; j++, dL_dW += to)
            for (int k = 0; k < to; k++)
                dL_dW[k] += a[j] * delta[k];
        const double *W = net->W[l];
        for (int j = 0; l > 1 && j < from; j++, W += to) {
            double dL_da = 0.0;
            for (int k = 0; k < to; k++)
                dL_da += delta[k] * W[k];
            p->delta[l - 1][j] = dL_da * net->hidden.slope(a[j]);
        }
    }
}
