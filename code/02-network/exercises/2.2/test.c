/* The checks of exercise 2.2; the chapter's network does the same pass. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "02-network/network.h"
#include "workbook.h"

#include <stdio.h>

static const network net = {
    .W1 = {{1.0, -1.0, 0.0}, {2.0, 0.5, -1.0}},
    .b1 = {0.0, 0.0, 0.0},
    .W2 = {2.0, -3.0, 0.5},
    .b2 = -2.0,
};
static const batch row = {.size = 1, .x = {{1.0, 0.0}}, .y = {1.0}};

static const char *name_of(const char *format, int j)
{
    static char name[32];
    snprintf(name, sizeof name, format, j);
    return name;
}

static void expect_forward(const backward_pass *a, const network_pass *p)
{
    double bare = net.b2, skipped = net.b2;
    for (int j = 0; j < HIDDEN; j++) {
        const double z1 = p->z1[0][j];
        bare += p->h[0][j];
        skipped += z1 * net.W2[j];
        part_number(
            name_of("h[%d]", j), a->h[j], p->h[0][j], 4,
            SLIPS({sigmoid(z1 + net.W1[1][j]), "the weights from x_2 are "
                                               "added; how much is x_2 in "
                                               "this row?"},
                  {sigmoid(net.W1[1][j]), "that is the row of W1 for x_2; "
                                          "which input is on here?"},
                  {z1, "that is z1; it still has to go through the "
                       "sigmoid"},
                  {sigmoid(-z1), "look at the sign in the exponent of the "
                                 "sigmoid"}));
    }
    const double z2 = p->z2[0];
    part_number(
        "z2", a->z2, z2, 4,
        SLIPS({z2 - net.b2, "the bias is left out"},
              {z2 - 2.0 * net.b2, "the bias is subtracted; it is added"},
              {bare, "the weights W2 are left out"},
              {skipped, "the hidden units hand on h, not z1"}));
    part_number("yhat", a->yhat, p->yhat[0], 4,
                SLIPS({z2, "that is z2; it still has to go through the "
                           "sigmoid"},
                      {sigmoid(-z2), "look at the sign in the exponent "
                                     "of the sigmoid"}));
}

static void expect_deltas(const backward_pass *a, const network_pass *p,
                          const double dL_dz2[ROWS], const network *d)
{
    const double error = p->yhat[0] - row.y[0];
    part_number(
        "dL_dz2", a->dL_dz2, dL_dz2[0], 4,
        SLIPS({error, "that is dL/dyhat; the way back to z2 crosses the "
                      "sigmoid of the output"},
              {-dL_dz2[0], "the sign is turned over; which of the two is "
                           "subtracted from the other?"},
              {error * sigmoid_prime_from_output(p->z2[0]),
               "the slope of the sigmoid was worked out from z2; the "
               "formula wants the output"},
              {2.0 * dL_dz2[0], "the half in front of the square is left "
                                "out"},
              {error * p->yhat[0], "one factor of the sigmoid's slope is "
                                   "left out"}));
    for (int j = 0; j < HIDDEN; j++) {
        const double h = p->h[0][j], dL_dh = dL_dz2[0] * net.W2[j];
        part_number(
            name_of("dL_dz1[%d]", j), a->dL_dz1[j], d->b1[j], 4,
            SLIPS({dL_dh, "that is dL_dh; the way back to z1 crosses the "
                          "sigmoid of the hidden unit"},
                  {dL_dz2[0] * sigmoid_prime_from_output(h),
                   "the weight on the way back from the output is left "
                   "out"},
                  {dL_dh * sigmoid_prime_from_output(p->z1[0][j]),
                   "the slope of the sigmoid was worked out from z1; the "
                   "formula wants the output"},
                  {-d->b1[j], "the sign is turned over; look at the sign "
                              "of each factor"},
                  {dL_dh * h, "one factor of the sigmoid's slope is left "
                              "out"}));
    }
}

static void expect_gradient(const backward_pass *a, const network_pass *p,
                            const double dL_dz2[ROWS], const network *d)
{
    for (int j = 0; j < HIDDEN; j++)
        part_number(
            name_of("dL_dW1[0][%d]", j), a->dL_dW1[0][j], d->W1[0][j], 4,
            SLIPS({0.0, "x_1 is not what makes it vanish; how much is "
                        "x_1 in this row?"},
                  {d->b1[j] * p->h[0][j],
                   "the last factor is the input, not h"},
                  {d->b1[j] * net.W1[0][j],
                   "the last factor is the input, not the weight"}));
    for (int j = 0; j < HIDDEN; j++)
        part_number(
            name_of("dL_dW1[1][%d]", j), a->dL_dW1[1][j], d->W1[1][j], 4,
            SLIPS({d->b1[j], "which input does this weight multiply, and "
                             "how much is that here?"},
                  {d->b1[j] * net.W1[1][j],
                   "the last factor is the input, not the weight"}));
    for (int j = 0; j < HIDDEN; j++)
        part_number(
            name_of("dL_db1[%d]", j), a->dL_db1[j], d->b1[j], 4,
            SLIPS({0.0, "nothing multiplies a bias on its way into z1"}));
    for (int j = 0; j < HIDDEN; j++)
        part_number(
            name_of("dL_dW2[%d]", j), a->dL_dW2[j], d->W2[j], 4,
            SLIPS({dL_dz2[0] * net.W2[j],
                   "the last factor is what multiplies the weight on its "
                   "way into z2, and is not the weight itself"},
                  {dL_dz2[0], "something multiplies the weight on its way "
                              "into z2; that factor is left out"},
                  {dL_dz2[0] * p->z1[0][j],
                   "the hidden units hand on h, not z1"}));
    part_number(
        "dL_db2", a->dL_db2, d->b2, 4,
        SLIPS({p->yhat[0] - row.y[0],
               "the slope of the sigmoid is left out; the way back to b2 "
               "crosses it, too"},
              {dL_dz2[0] * net.b2, "nothing multiplies b2 on its way into "
                                   "z2"}));
}

static void each_number_of_the_pass(void)
{
    network_pass p;
    double dL_dz2[ROWS];
    network d;
    network_forward(&net, &row, &p);
    half_squares(&row, &p, dL_dz2);
    network_backward(&net, &row, &p, dL_dz2, &d);
    const backward_pass a = answer();
    expect_forward(&a, &p);
    expect_deltas(&a, &p, dL_dz2, &d); /* of one row, dL_dz1 is dL_db1 */
    expect_gradient(&a, &p, dL_dz2, &d);
}

const check checks[] = {each_number_of_the_pass, NULL};
