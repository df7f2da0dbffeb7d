#include "nudging.h"

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

void network_differences(loss_function loss, const network *net,
                         const batch *rows, const double nudges[PARAMETERS],
                         difference numeric[PARAMETERS])
{
    network_state state = {*net, rows, loss};
    for (int k = 0; k < PARAMETERS; k++)
        numeric[k] = central_difference(loss_from_network, &state,
                                        &state.net.all[k], nudges[k]);
}
