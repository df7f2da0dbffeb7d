#include "answer.h"

#include "03-adam/optimizer.h"
#include "04-digits/softmax.h"
#include "04-digits/training.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The mean of each pixel, and one over its deviation. */
static void standardise(learnt *l, const dataset *d, const size_t rows[],
                        size_t size)
{
    double x[PIXELS], sum[PIXELS] = {0.0}, squares[PIXELS] = {0.0};
    for (size_t n = 0; n < size; n++) {
        digit_row(d, rows[n], x);
        for (int i = 0; i < PIXELS; i++) {
            sum[i] += x[i];
            squares[i] += x[i] * x[i];
        }
    }
    for (int i = 0; i < PIXELS; i++) {
        const double mean = sum[i] / (double)size;
        const double variance = squares[i] / (double)size - mean * mean;
        l->mean[i] = mean;
        l->factor[i] = variance > 1e-12 ? 1.0 / sqrt(variance) : 1.0;
    }
}

/* The inputs of a row as they go in; returns its label. */
static int row_of(const learnt *l, const dataset *d, size_t n, double x[])
{
    const int label = digit_row(d, n, x);
    for (int i = 0; i < PIXELS; i++)
        x[i] = (x[i] - l->mean[i]) * l->factor[i];
    return label;
}

/* A full-batch step, on the rows that are not set aside. */
static void epoch(learnt *l, const dataset *d, const split *s, mlp_pass *p,
                  mlp *gradient, moments *seen)
{
    static const optimizer by = {adam_step, 0.02, 0.9, 0.999, 1e-7};
    double *const delta = p->delta[1];
    memset(gradient->all, 0, (size_t)gradient->count * sizeof(double));
    for (size_t n = 0; n < s->train; n++) {
        const int label = row_of(l, d, s->rows[n], p->a[0]);
        mlp_forward(&l->net, p);
        softmax_loss(p->a[1], CLASSES, label, delta);
        softmax_loss_slope(delta, CLASSES, label, delta);
        mlp_backward(&l->net, p, gradient);
    }
    for (int k = 0; k < gradient->count; k++)
        gradient->all[k] /= (double)s->train;
    by.step(&by, seen, l->net.count, l->net.all, gradient->all);
}

/* How many of the rows to test are answered rightly. */
static size_t test(const learnt *l, const dataset *d, const split *s,
                   size_t from, size_t to, mlp_pass *p)
{
    size_t right = 0;
    for (size_t n = from; n < to; n++) {
        const int label = row_of(l, d, s->rows[n], p->a[0]);
        mlp_forward(&l->net, p);
        right += largest(p->a[1], CLASSES) == label;
    }
    return right;
}

learnt learn(const dataset *d, const split *s)
{
    const int units[] = {PIXELS, CLASSES};
    learnt l = {.net = mlp_new(1, units, sigmoid_units)};
    mlp gradient = mlp_new(1, units, sigmoid_units);
    mlp_pass p = mlp_pass_new(&l.net);
    const size_t count = (size_t)l.net.count;
    moments seen = {.m = calloc(count, sizeof(double)),
                    .v = calloc(count, sizeof(double))};
    standardise(&l, d, s->rows, s->train);
    double *best = calloc(count, sizeof(double));
    size_t most = 0;
    const size_t kept = s->train * 4 / 5;
    const split inner = {s->rows, kept, s->train - kept};
    for (int e = 0; e < EPOCHS; e++) {
        epoch(&l, d, &inner, &p, &gradient, &seen);
        const size_t right = test(&l, d, s, kept, s->train, &p);
        if (right >= most) {
            most = right;
            memcpy(best, l.net.all, count * sizeof(double));
        }
    }
    memcpy(l.net.all, best, count * sizeof(double));
    free(best);
    l.right = test(&l, d, s, s->train, s->train + s->test, &p);
    free(seen.m);
    free(seen.v);
    mlp_pass_free(&p);
    mlp_free(&gradient);
    return l;
}
