/* The checks of exercise 2.7: a bias is added to the pre-activation, so
   the derivative by b1[j] on one row is the delta of unit j; it is found
   by nudging. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <stdio.h>

/* What stands in dL_dz1 before each call. */
static const double before = 8.0;

/* A network and the one row it is nudged on. */
typedef struct {
    network net;
    batch row;
} setting;

static double loss_at(const void *state)
{
    const setting *at = state;
    return network_loss(half_squares, &at->net, &at->row);
}

static void expect_delta(const network *net, const batch *rows,
                         const network_pass *p, int n, int j, double dL_dz2,
                         double typed)
{
    setting at = {*net,
                  {.size = 1,
                   .x = {{rows->x[n][0], rows->x[n][1]}},
                   .y = {rows->y[n]}}};
    const double right =
        central_difference(loss_at, &at, &at.net.b1[j], 1e-5).slope;
    const double w = net->W2[j], z = p->z1[n][j], h = p->h[n][j];
    const double slope = sigmoid_prime_from_output(h);
    const double above = sigmoid_prime_from_output(p->yhat[n]);
    char name[64];
    snprintf(name, sizeof name, "dL_dz1[%d] of row %d", j, n);
    expect_number(
        name, typed, right, 6,
        SLIPS({before, "was not written to; are all three gone through?"},
              {before + right, "the right delta, on top of what stood "
                               "there before"},
              {dL_dz2 * slope, "the weight is left out; what does a nudge "
                               "of h[j] do to z2?"},
              {dL_dz2 * w, "this stops at h[j], one arrow before z1[j]"},
              {dL_dz2 * w * sigmoid_prime_from_output(z),
               "the slope is taken from z1 by a formula that asks for "
               "sigmoid's output"},
              {dL_dz2 * w * sigmoid_prime_from_output(sigmoid(h)),
               "h is the output of the sigmoid; here it went through the "
               "sigmoid once more"},
              {dL_dz2 * w * above,
               "that is the slope of the output's sigmoid, which is in "
               "dL_dz2 already; whose slope is between z1[j] and h[j]?"},
              {dL_dz2 * w * slope * above,
               "the slope of the output's sigmoid is in dL_dz2 already"},
              {dL_dz2 * w * sigmoid_prime_from_output(p->h[0][j]),
               "the slope is that of another row"},
              {-right, "the sign is turned over"}));
}

static void deltas_agree_with_nudging(void)
{
    const batch rows = xor_rows();
    for (uint64_t seed = 1; seed <= 3; seed++) {
        random_stream stream = {seed};
        const network net = network_start(INIT_NORMAL, &stream);
        network_pass p;
        double dL_dz2[ROWS];
        network_forward(&net, &rows, &p);
        half_squares(&rows, &p, dL_dz2);
        for (int n = ROWS - 1; n >= 0; n--) {
            double typed[HIDDEN];
            for (int j = 0; j < HIDDEN; j++)
                typed[j] = before;
            hidden_deltas(&net, &p, n, dL_dz2[n], typed);
            for (int j = 0; j < HIDDEN; j++)
                expect_delta(&net, &rows, &p, n, j, dL_dz2[n], typed[j]);
        }
    }
}

const check checks[] = {deltas_agree_with_nudging, NULL};
