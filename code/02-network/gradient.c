#include "gradient.h"
#include "01-neuron/neuron.h"

#include <math.h>

const char *const parameter_names[PARAMETERS] = {
    "W1[0][0]", "W1[0][1]", "W1[0][2]", "W1[1][0]", "W1[1][1]",
    "W1[1][2]", "b1[0]",    "b1[1]",    "b1[2]",    "W2[0]",
    "W2[1]",    "W2[2]",    "b2"};

static const char *const formulas[PARAMETERS] = {
    "sum of dL_dz1[0] x[0]", "sum of dL_dz1[1] x[0]",
    "sum of dL_dz1[2] x[0]", "sum of dL_dz1[0] x[1]",
    "sum of dL_dz1[1] x[1]", "sum of dL_dz1[2] x[1]",
    "sum of dL_dz1[0]",      "sum of dL_dz1[1]",
    "sum of dL_dz1[2]",      "sum of dL_dz2 h[0]",
    "sum of dL_dz2 h[1]",    "sum of dL_dz2 h[2]",
    "sum of dL_dz2"};

/* A network, the rows it is nudged on, and the loss that is watched. */
typedef struct {
    network net;
    const batch *rows;
    loss_function loss;
} network_state;

static double loss_from_network(const void *state)
{
    const network_state *s = state;
    return network_loss(s->loss, &s->net, s->rows);
}

/* The largest factor, but for its sign, that parameter k meets on its way
   into z2; the others are inputs and slopes, and not above 1. */
static double way_factor(const network *net, int k)
{
    enum { INTO_HIDDEN = INPUTS * HIDDEN + HIDDEN };
    return k < INTO_HIDDEN ? net->W2[k % HIDDEN] : 1.0;
}

/* The sizes of the terms that the loss adds up on its way, in both layers,
   each times the slope of the loss by its sum. */
static double loss_terms(const network_state *s)
{
    network_pass p;
    double dL_dz2[ROWS], terms = 0.0;
    network_forward(&s->net, s->rows, &p);
    s->loss(s->rows, &p, dL_dz2);
    for (int n = 0; n < s->rows->size; n++) {
        double of_z2 = fabs(s->net.b2);
        for (int j = 0; j < HIDDEN; j++) {
            double of_z1 = fabs(s->net.b1[j]);
            for (int i = 0; i < INPUTS; i++)
                of_z1 += fabs(s->rows->x[n][i] * s->net.W1[i][j]);
            of_z2 +=
                fabs(s->net.W2[j]) *
                (p.h[n][j] + sigmoid_prime_from_output(p.h[n][j]) * of_z1);
        }
        terms += fabs(dL_dz2[n]) * of_z2;
    }
    return terms;
}

void network_derivatives(loss_function loss, const network *net,
                         const batch *rows, const network *gradient,
                         derivative all[PARAMETERS])
{
    network_state state = {*net, rows, loss};
    const double terms = loss_terms(&state);
    for (int k = 0; k < PARAMETERS; k++) {
        const double factor = way_factor(net, k);
        const double h = nudge_size(net->all[k], factor);
        all[k] = (derivative){
            .name = parameter_names[k],
            .formula = formulas[k],
            .analytic = gradient->all[k],
            .numeric = central_difference(loss_from_network, &state,
                                          &state.net.all[k], h),
        };
        sum_noise_add(&all[k].numeric, h, h * factor, terms);
    }
}
