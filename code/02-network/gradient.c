#include "gradient.h"
#include "01-neuron/neuron.h"
#include "nudging.h"

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

/* The largest factor, but for its sign, that parameter k meets on its way
   into z2; the others are inputs and numeric, and not above 1. */
static double way_factor(const network *net, int k)
{
    enum { INTO_HIDDEN = INPUTS * HIDDEN + HIDDEN };
    return k < INTO_HIDDEN ? net->W2[k % HIDDEN] : 1.0;
}

/* The sizes of the terms that the loss adds up on its way, in both layers,
   each times the slope of the loss by its sum. */
static double loss_terms(loss_function loss, const network *net,
                         const batch *rows)
{
    network_pass p;
    double dL_dz2[ROWS], terms = 0.0;
    network_forward(net, rows, &p);
    loss(rows, &p, dL_dz2);
    for (int n = 0; n < rows->size; n++) {
        double of_z2 = fabs(net->b2);
        for (int j = 0; j < HIDDEN; j++) {
            double of_z1 = fabs(net->b1[j]);
            for (int i = 0; i < INPUTS; i++)
                of_z1 += fabs(rows->x[n][i] * net->W1[i][j]);
            of_z2 +=
                fabs(net->W2[j]) *
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
    const double terms = loss_terms(loss, net, rows);
    double nudges[PARAMETERS];
    difference numeric[PARAMETERS];
    for (int k = 0; k < PARAMETERS; k++)
        nudges[k] = nudge_size(net->all[k], way_factor(net, k));
    network_differences(loss, net, rows, nudges, numeric);
    for (int k = 0; k < PARAMETERS; k++) {
        sum_noise_add(&numeric[k], nudges[k],
                      nudges[k] * way_factor(net, k), terms);
        all[k] = (derivative){
            .name = parameter_names[k],
            .formula = formulas[k],
            .analytic = gradient->all[k],
            .numeric = numeric[k],
        };
    }
}
