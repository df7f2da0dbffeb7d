#include "mlp_check.h"
#include "softmax.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A network, the rows whose loss is watched, and which of its hidden units
   were above 0, as a number that differs where they differ. */
typedef struct {
    training *t;
    const size_t *rows;
    size_t size;
    unsigned long long *above;
} mlp_state;

static double loss_from_mlp(const void *state)
{
    const mlp_state *const s = state;
    const mlp *const net = &s->t->net;
    mlp_pass *const p = &s->t->pass;
    double loss = 0.0;
    unsigned long long above = 0;
    for (size_t n = 0; n < s->size; n++) {
        const int label = digit_row(s->t->data, s->rows[n], p->a[0]);
        mlp_forward(net, p);
        loss += softmax_loss(p->a[net->depth], CLASSES, label,
                             p->delta[net->depth]);
        for (int l = 1; l < net->depth; l++)
            for (int k = 0; k < net->units[l]; k++)
                above = above * 0x9e3779b97f4a7c15u + (p->a[l][k] > 0.0);
    }
    s->above[0] = s->above[1];
    s->above[1] = above;
    return loss / (double)s->size;
}

/* How far a nudge reaches: for each layer, by how much a pre-activation of
   it or of a later one moves at most when a weight that leads to it, or a
   bias, moves by a little, times what little that is. */
static void reach_find(const mlp_state *s, double reach[DEPTH_MOST + 1])
{
    mlp_pass *const p = &s->t->pass;
    mlp *const scratch = &s->t->gradient;
    mlp net = s->t->net;
    const int depth = net.depth;
    for (int l = 1; l <= depth; l++)
        reach[l] = 1.0;
    for (size_t n = 0; n < s->size; n++) {
        digit_row(s->t->data, s->rows[n], p->a[0]);
        net.depth = depth;
        mlp_forward(&net, p);
        for (net.depth = 1; net.depth <= depth; net.depth++)
            for (int k = 0; k < net.units[net.depth]; k++) {
                memset(p->delta[net.depth], 0,
                       (size_t)net.units[net.depth] * sizeof(double));
                p->delta[net.depth][k] = 1.0;
                mlp_backward(&net, p, scratch);
                for (int l = 1; l <= net.depth; l++) {
                    double a = 1.0, slope = 0.0;
                    for (int j = 0; j < net.units[l - 1]; j++)
                        a = fmax(a, fabs(p->a[l - 1][j]));
                    for (int j = 0; j < net.units[l]; j++)
                        slope = fmax(slope, fabs(p->delta[l][j]));
                    reach[l] = fmax(reach[l], a * slope);
                }
            }
    }
}

/* The sizes of the terms that the loss adds up on its way, in all layers,
   each times the slope of the loss by its sum; and the gradient. */
static double terms_find(const mlp_state *s)
{
    const mlp *const net = &s->t->net;
    mlp_pass *const p = &s->t->pass;
    double terms = 0.0;
    for (size_t n = 0; n < s->size; n++) {
        batch_gradient(net, s->t->data, s->rows + n, 1, p, &s->t->gradient);
        for (int l = 1; l <= net->depth; l++)
            for (int k = 0; k < net->units[l]; k++) {
                double sizes = fabs(net->b[l][k]);
                for (int j = 0; j < net->units[l - 1]; j++)
                    sizes += fabs(p->a[l - 1][j] *
                                  net->W[l][j * net->units[l] + k]);
                terms += fabs(p->delta[l][k]) * sizes;
            }
    }
    return terms / (double)s->size;
}

/* Nudges a parameter; NAN where it stands at a kink. */
static difference nudged(mlp_state *s, double *number, double reach,
                         double terms)
{
    const bool kinked = s->t->net.hidden.of == relu_units.of;
    double nudge = nudge_size(*number, reach);
    difference d = {NAN, 0.0};
    for (int smaller = 0; smaller < 4; smaller++, nudge /= 10.0) {
        d = central_difference(loss_from_mlp, s, number, nudge);
        if (!kinked || s->above[0] == s->above[1]) {
            sum_noise_add(&d, nudge, nudge * reach, terms);
            return d;
        }
    }
    d.slope = NAN;
    return d;
}

/* "W1[12][3]" and "sum of delta1[3] a0[12]". */
static void parameter_name(const mlp *net, int l, int k,
                           parameter_text *text)
{
    const int to = net->units[l], j = k / to, weights = net->units[l - 1];
    char *const name = text->name, *const formula = text->formula;
    if (j < weights) {
        snprintf(name, sizeof text->name, "W%d[%d][%d]", l, j, k % to);
        snprintf(formula, sizeof text->formula,
                 "sum of delta%d[%d] a%d[%d]", l, k % to, l - 1, j);
    } else {
        snprintf(name, sizeof text->name, "b%d[%d]", l, k % to);
        snprintf(formula, sizeof text->formula, "sum of delta%d[%d]", l,
                 k % to);
    }
}

mlp_derivatives mlp_derivatives_new(training *t, const size_t rows[],
                                    size_t size)
{
    const mlp *const net = &t->net;
    unsigned long long above[2] = {0, 0};
    mlp_state state = {t, rows, size, above};
    mlp_derivatives d = {.count = net->count};
    double reach[DEPTH_MOST + 1];
    d.all = calloc((size_t)net->count, sizeof *d.all);
    d.texts = calloc((size_t)net->count, sizeof *d.texts);
    if (d.all == NULL || d.texts == NULL) {
        mlp_derivatives_free(&d);
        return d;
    }
    reach_find(&state, reach);
    const double terms = terms_find(&state);
    batch_gradient(net, t->data, rows, size, &t->pass, &t->gradient);
    int at = 0;
    for (int l = 1; l <= net->depth; l++)
        for (int k = 0; k < (net->units[l - 1] + 1) * net->units[l]; k++) {
            derivative *const one = &d.all[at];
            parameter_name(net, l, k, &d.texts[at]);
            *one = (derivative){
                d.texts[at].name, d.texts[at].formula, t->gradient.all[at],
                nudged(&state, &net->all[at], reach[l], terms)};
            if (isnan(one->numeric.slope) && !isnan(one->analytic)) {
                one->numeric.slope = one->analytic;
                d.kinks++;
            }
            at++;
        }
    return d;
}

void mlp_derivatives_free(mlp_derivatives *d)
{
    free(d->all);
    free(d->texts);
    d->all = NULL;
    d->texts = NULL;
}

void mlp_derivatives_print(const mlp_derivatives *d, const mlp *net)
{
    derivatives_print(d->all, d->count, true);
    printf("\n%-12s%12s%15s\n", "", "derivatives", "largest error");
    int at = 0;
    for (int l = 1; l <= net->depth; l++)
        for (int bias = 0; bias < 2; bias++) {
            const int rows = bias ? 1 : net->units[l - 1];
            const int count = rows * net->units[l];
            double largest = 0.0;
            for (int k = at; k < at + count; k++) {
                const double error =
                    relative_error(d->all[k].analytic, d->all[k].numeric);
                largest = error > largest || isnan(error) ? error : largest;
            }
            char name[32];
            snprintf(name, sizeof name, "%s%d %dx%d", bias ? "b" : "W", l,
                     rows, net->units[l]);
            printf("%-12s%12d%15.1e\n", name, count, largest);
            at += count;
        }
    if (d->kinks > 0)
        printf("%d at a kink, where there is no slope to compare\n",
               d->kinks);
}
