#include "gradient.h"

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

void network_derivatives(loss_function loss, const network *net,
                         const batch *rows, const network *gradient,
                         derivative all[PARAMETERS])
{
    network_state state = {*net, rows, loss};
    for (int k = 0; k < PARAMETERS; k++) {
        const double nudge = nudge_size(net->all[k], way_factor(net, k));
        all[k] = (derivative){
            .name = parameter_names[k],
            .formula = formulas[k],
            .analytic = gradient->all[k],
            .numeric = central_difference(loss_from_network, &state,
                                          &state.net.all[k], nudge),
        };
    }
}
