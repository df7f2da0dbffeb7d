#include "training.h"
#include "softmax.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool training_prepare(training *t, mlp net)
{
    t->net = net;
    t->gradient = mlp_new(net.depth, net.units, net.hidden);
    t->pass = mlp_pass_new(&net);
    t->seen = (moments){.m = calloc((size_t)net.count, sizeof(double)),
                        .v = calloc((size_t)net.count, sizeof(double))};
    return net.all != NULL && t->gradient.all != NULL &&
           t->pass.all != NULL && t->seen.m != NULL && t->seen.v != NULL;
}

void training_free(training *t)
{
    mlp_free(&t->net);
    mlp_free(&t->gradient);
    mlp_pass_free(&t->pass);
    free(t->seen.m);
    free(t->seen.v);
    t->seen = (moments){.m = NULL};
}

double batch_gradient(const mlp *net, const dataset *d, const size_t rows[],
                      size_t size, mlp_pass *p, mlp *gradient)
{
    double *const delta = p->delta[net->depth];
    double loss = 0.0;
    memset(gradient->all, 0, (size_t)gradient->count * sizeof(double));
    for (size_t n = 0; n < size; n++) {
        const int label = digit_row(d, rows[n], p->a[0]);
        mlp_forward(net, p);
        loss += softmax_loss(p->a[net->depth], CLASSES, label, delta);
        softmax_loss_slope(delta, CLASSES, label, delta);
        for (int k = 0; k < CLASSES; k++)
            delta[k] /= (double)size;
        mlp_backward(net, p, gradient);
    }
    return loss / (double)size;
}

void training_epoch(training *t)
{
    if (t->shuffled)
        random_shuffle(&t->stream, t->rows, t->count);
    for (size_t first = 0; first < t->count; first += t->batch) {
        const size_t left = t->count - first;
        batch_gradient(&t->net, t->data, t->rows + first,
                       left < t->batch ? left : t->batch, &t->pass,
                       &t->gradient);
        t->by.step(&t->by, &t->seen, t->net.count, t->net.all,
                   t->gradient.all);
    }
}

double layer_size(const mlp *gradient, int l)
{
    const int n = gradient->units[l - 1] * gradient->units[l];
    double squares = 0.0;
    for (int k = 0; k < n; k++)
        squares += gradient->W[l][k] * gradient->W[l][k];
    return sqrt(squares / n);
}

int largest(const double z[], int n)
{
    int found = 0;
    for (int k = 1; k < n; k++)
        if (z[k] > z[found])
            found = k;
    return found;
}

score evaluate(const mlp *net, const dataset *d, const size_t rows[],
               size_t size, mlp_pass *p, long counts[CLASSES][CLASSES])
{
    score s = {.rows = size};
    const double *const z = p->a[net->depth];
    for (size_t n = 0; n < size; n++) {
        const int label = digit_row(d, rows[n], p->a[0]);
        mlp_forward(net, p);
        const int answered = largest(z, CLASSES);
        s.right += answered == label;
        s.loss += softmax_loss(z, CLASSES, label, p->delta[net->depth]);
        if (counts != NULL)
            counts[label][answered]++;
    }
    s.loss /= (double)size;
    return s;
}
