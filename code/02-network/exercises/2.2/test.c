/* The checks of exercise 2.2; the chapter's network does the same pass. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "02-network/network.h"
#include "workbook.h"

#include <math.h>

static const network net = {
    .W1 = {{1.0, -1.0, 0.0}, {2.0, 0.5, -1.0}},
    .b1 = {0.0, 0.0, 0.0},
    .W2 = {2.0, -3.0, 0.5},
    .b2 = -2.0,
};
static const batch row = {.size = 1, .x = {{1.0, 0.0}}, .y = {1.0}};

/* The other two hidden units. */
static int next(int j)
{
    return (j + 1) % HIDDEN;
}

static int last(int j)
{
    return (j + 2) % HIDDEN;
}

static void expect_activations(const backward_pass *a,
                               const network_pass *p)
{
    for (int j = 0; j < HIDDEN; j++) {
        const double z1 = p->z1[0][j], h = p->h[0][j];
        part_number(
            text("h[%d]", j), a->h[j], h, 4,
            SLIPS({z1 + net.W1[1][j], "both rows of W1 are added up, and "
                                      "no sigmoid taken; what multiplies "
                                      "each of the weights?"},
                  {z1, z1 != 0.0
                           ? "that is z1; what becomes of it before it "
                             "leaves the unit?"
                           : "is that z1, which a sigmoid still waits for? "
                             "Or a fraction such as 1/3, which C rounds "
                             "down?"},
                  {sigmoid(z1 + net.W1[1][j]),
                   "the weights from x_2 are added; how much is x_2 in "
                   "this row?"},
                  {sigmoid(net.W1[1][j]), "that is the row of W1 for x_2; "
                                          "which input is on here?"},
                  {sigmoid(-z1), "that is the sigmoid of z1 with the other "
                                 "sign; is it lost in z1, or in the "
                                 "exponent?"},
                  {sigmoid(net.W1[1][0]),
                   "a row of W1 belongs to an input, a column to a hidden "
                   "unit; which of them is added up here?"},
                  {h * (1.0 - h), "that is the slope of the sigmoid, for "
                                  "the way back; what is its value?"},
                  {tanh(z1), "that is the tanh; the units of this network "
                             "have another function"},
                  {exp(-z1), "that is the exponential alone; where does it "
                             "stand in the sigmoid?"}));
    }
}

static void expect_output(const backward_pass *a, const network_pass *p)
{
    const double z2 = p->z2[0], yhat = p->yhat[0], *h = p->h[0];
    double bare = net.b2, skipped = net.b2, weights = net.b2, size = net.b2;
    for (int j = 0; j < HIDDEN; j++) {
        bare += h[j];
        weights += net.W2[j];
        size += h[j] * fabs(net.W2[j]);
        skipped += p->z1[0][j] * net.W2[j];
    }
    part_number(
        "z2", a->z2, z2, 4,
        SLIPS({z2 - net.b2, "the weighted sum is right; what else does the "
                            "output add to it?"},
              {z2 - 2.0 * net.b2, "the bias is subtracted; which sign does "
                                  "it have, and is it added?"},
              {bare, "the activations are added up as they are; what does "
                     "each of them meet on its link?"},
              {weights, "the weights are added up as they are; what does "
                        "each of them multiply?"},
              {skipped, "is it z1 that the weights multiply, or what the "
                        "hidden units hand on?"},
              {size, "all weights are taken as positive; which of them "
                     "pulls the other way?"},
              {z2 - h[0] * net.W2[0], "the share of the first hidden unit "
                                      "is missing from the sum"},
              {z2 - h[1] * net.W2[1], "the share of the second hidden unit "
                                      "is missing from the sum"},
              {z2 - h[2] * net.W2[2],
               "the share of the third hidden unit is missing; does its "
               "weight stand as 1/2, of whole numbers?"},
              {yhat, "that is past the sigmoid of the output already; what "
                     "went into "
                     "it?"}));
    part_number(
        "yhat", a->yhat, yhat, 4,
        SLIPS({z2, "that is z2; what becomes of it before it leaves the "
                   "output?"},
              {sigmoid(-z2), "that is the sigmoid of z2 with the other "
                             "sign; is it lost in z2, or in the exponent?"},
              {yhat * (1.0 - yhat), "that is the slope of the sigmoid, for "
                                    "the way back; what is its value?"},
              {yhat - row.y[0], "that is the error already; what does the "
                                "output answer?"},
              {exp(-z2), "that is the exponential alone; where does it "
                         "stand in the sigmoid?"},
              {tanh(z2), "that is the tanh; the units of this network have "
                         "another function"}));
}

static void expect_output_delta(const backward_pass *a,
                                const network_pass *p, double delta)
{
    const double z2 = p->z2[0], yhat = p->yhat[0];
    const double error = yhat - row.y[0];
    part_number(
        "dL_dz2", a->dL_dz2, delta, 4,
        SLIPS({error, "that is dL/dyhat; what does the way back cross "
                      "between yhat and z2?"},
              {-error, "that is an error, and the target minus the answer; "
                       "what lies between yhat and z2?"},
              {-delta, "the size is right, and the sign is not; which of "
                       "answer and target is subtracted from the other?"},
              {yhat * (1.0 - yhat), "that is the slope of the output; "
                                    "where does its error come in?"},
              {error * sigmoid_prime_from_output(z2),
               "the slope of the sigmoid is worked out from z2; which "
               "number does h(1 - h) take?"},
              {2.0 * delta, "twice as large; what stands in front of the "
                            "square in the loss?"},
              {0.5 * delta, "half as large; what does the square's slope "
                            "do to the half in front of it?"},
              {error * yhat, "one factor of the sigmoid's slope is left "
                             "out; how many has it?"},
              {error * error, "one factor of the sigmoid's slope is left "
                              "out; how many has it?"},
              {-error * error, "one factor of the sigmoid's slope is left "
                               "out; how many has it?"},
              {0.5 * error * error, "that is the loss; how does it change "
                                    "when z2 is nudged?"},
              {yhat * yhat * (1.0 - yhat),
               "that would be right for another target; what is y here?"},
              {error + yhat * (1.0 - yhat),
               "two slopes are added; what is done with slopes along a "
               "path?"}));
}

static void expect_hidden_deltas(const backward_pass *a,
                                 const network_pass *p, double delta,
                                 const network *d)
{
    const double yhat = p->yhat[0], error = yhat - row.y[0];
    for (int j = 0; j < HIDDEN; j++) {
        const double h = p->h[0][j], slope = sigmoid_prime_from_output(h);
        const double dL_dh = delta * net.W2[j];
        const char *other_unit =
            "the weight of another hidden unit; which link leads from the "
            "output to this one?";
        const char *one_factor = "one factor of the sigmoid's slope is "
                                 "left out; how many has it?";
        part_number(
            text("dL_dz1[%d]", j), a->dL_dz1[j], d->b1[j], 4,
            SLIPS({0.0,
                   "which factor vanishes? A slope is worked out from h, "
                   "not from z1; and C rounds 1/2 of whole numbers down"},
                  {dL_dh, "that is dL/dh; what does the way back cross "
                          "between h and z1?"},
                  {delta * slope, "the slope of this unit is there; which "
                                  "link leads to it from the output?"},
                  {delta, "that is the delta of the output; what lies on "
                          "the way back from there?"},
                  {error * net.W2[j] * slope,
                   "is it the error that goes back along the link, or what "
                   "became of it at z2?"},
                  {dL_dh * sigmoid_prime_from_output(p->z1[0][j]),
                   "the slope of the sigmoid is worked out from z1; which "
                   "number does h(1 - h) take?"},
                  {-d->b1[j], "the size is right, and the sign is not; "
                              "which signs have the factors?"},
                  {dL_dh * h, one_factor}, {dL_dh * (1.0 - h), one_factor},
                  {delta * h, "that is the derivative by a weight of W2; "
                              "which way leads back to z1?"},
                  {slope * net.W2[j], "the way is right; what comes back "
                                      "along it from the output?"},
                  {slope, "that is the slope of the unit alone; what comes "
                          "back to it from the output?"},
                  {dL_dh * yhat * (1.0 - yhat),
                   "the slope of the output is there a second time; whose "
                   "sigmoid lies between h and z1?"},
                  {delta * net.W2[next(j)] * slope, other_unit},
                  {delta * net.W2[last(j)] * slope, other_unit},
                  {delta * net.W1[0][j] * slope,
                   "which weight lies between this unit and the output, "
                   "one of W1, or one of W2?"},
                  {dL_dh * sigmoid_prime_from_output(p->h[0][next(j)]),
                   "the slope of another hidden unit; whose h goes into "
                   "it?"},
                  {dL_dh * sigmoid_prime_from_output(p->h[0][last(j)]),
                   "the slope of another hidden unit; whose h goes into "
                   "it?"},
                  {-delta * fabs(net.W2[j]) * slope,
                   "the size is right, and the sign is not; which signs "
                   "have the factors?"}));
    }
}

/* The derivatives by the weights from input i. */
static void expect_W1(const backward_pass *a, const network_pass *p,
                      double delta, const network *d, int i)
{
    for (int j = 0; j < HIDDEN; j++) {
        const double dL_dz1 = d->b1[j], h = p->h[0][j];
        const char *other = "that is the delta of another hidden unit; "
                            "which one does this weight lead into?";
        part_number(
            text("dL_dW1[%d][%d]", i, j), a->dL_dW1[i][j], d->W1[i][j], 4,
            SLIPS({0.0, "how much is x_1 in this row? The first index is "
                        "that of the input"},
                  {dL_dz1, "which input does this weight multiply, and how "
                           "much is that in this row?"},
                  {-dL_dz1, i == 0 ? "the size is right, and the sign is "
                                     "not; is that the one of dL_dz1?"
                                   : "which input does this weight "
                                     "multiply, and how much is that in "
                                     "this row?"},
                  {dL_dz1 * h, "is it h that the weight multiplies on its "
                               "way into z1, or what comes before it?"},
                  {dL_dz1 * net.W1[i][j],
                   "the delta is multiplied by the weight itself; what "
                   "does the weight multiply on its way into z1?"},
                  {delta, "that is the delta of the output; which unit "
                          "does this weight lead into?"},
                  {delta * h, "that is a derivative by W2; which weight is "
                              "asked for here?"},
                  {delta * net.W2[j], "that is dL/dh; is the sigmoid "
                                      "crossed before the weight is "
                                      "reached?"},
                  {d->b1[next(j)], other}, {d->b1[last(j)], other}));
    }
}

static void expect_b1(const backward_pass *a, const network_pass *p,
                      double delta, const network *d)
{
    double sum = 0.0;
    for (int j = 0; j < HIDDEN; j++)
        sum += d->b1[j];
    for (int j = 0; j < HIDDEN; j++) {
        const double dL_dz1 = d->b1[j], h = p->h[0][j];
        const char *other = "that is the delta of another hidden unit; "
                            "into whose sum does this bias go?";
        part_number(
            text("dL_db1[%d]", j), a->dL_db1[j], dL_dz1, 4,
            SLIPS({0.0,
                   "b1 is zero here, and yet a nudge of it moves z1; by "
                   "how much?"},
                  {1.0, "that is the slope of z1 by its bias; what lies "
                        "between z1 and the loss?"},
                  {delta, "that is the delta of the output; into which sum "
                          "does this bias go?"},
                  {dL_dz1 * h, "is there anything that multiplies a bias "
                               "on its way into z1?"},
                  {delta * net.W2[j], "that is dL/dh; is the sigmoid "
                                      "crossed before the bias is "
                                      "reached?"},
                  {-dL_dz1, "the size is right, and the sign is not; is "
                            "that the one of dL_dz1?"},
                  {sum, "that is the sum over the hidden units; has each "
                        "of them a bias of its own?"},
                  {d->b1[next(j)], other}, {d->b1[last(j)], other}));
    }
}

static void expect_W2(const backward_pass *a, const network_pass *p,
                      double delta, const network *d)
{
    const double error = p->yhat[0] - row.y[0];
    for (int j = 0; j < HIDDEN; j++) {
        const double h = p->h[0][j];
        const char *other = "that is the activation of another hidden "
                            "unit; which one does this weight multiply?";
        part_number(
            text("dL_dW2[%d]", j), a->dL_dW2[j], d->W2[j], 4,
            SLIPS({delta * net.W2[j],
                   "that is dL/dh; what does the weight multiply on its "
                   "way into z2?"},
                  {delta, "that is the delta alone; what does the weight "
                          "multiply on its way into z2?"},
                  {delta * p->z1[0][j], "is it z1 that the weight "
                                        "multiplies, or what the hidden "
                                        "unit hands on?"},
                  {error * h, "is the output's sigmoid crossed on the way "
                              "back to this weight?"},
                  {-d->W2[j], "the size is right, and the sign is not; is "
                              "that the one of dL_dz2?"},
                  {h, "that is the slope of z2 by the weight; what lies "
                      "between z2 and the loss?"},
                  {d->b1[j], "that is the delta of the hidden unit; does "
                             "the way to this weight lead so far back?"},
                  {d->b1[j] * h, "that has the delta of the hidden unit; "
                                 "into which sum does this weight lead?"},
                  {delta * h * (1.0 - h),
                   "is the hidden unit's sigmoid crossed on the way back "
                   "to this weight?"},
                  {delta * net.W2[j] * h,
                   "the weight itself is a factor; what is the slope of z2 "
                   "by it?"},
                  {delta * p->h[0][next(j)], other},
                  {delta * p->h[0][last(j)], other}));
    }
}

static void expect_b2(const backward_pass *a, const network_pass *p,
                      double delta, const network *d)
{
    const double error = p->yhat[0] - row.y[0];
    part_number(
        "dL_db2", a->dL_db2, delta, 4,
        SLIPS({error, "is the output's sigmoid crossed on the way back to "
                      "its bias?"},
              {delta * net.b2, "is there anything that multiplies a bias "
                               "on its way into z2?"},
              {delta * p->yhat[0], "is there anything that multiplies a "
                                   "bias on its way into z2?"},
              {-delta, "the size is right, and the sign is not; is that "
                       "the one of dL_dz2?"},
              {1.0, "that is the slope of z2 by its bias; what lies "
                    "between z2 and the loss?"},
              {d->b1[0] + d->b1[1] + d->b1[2],
               "that is a sum of the hidden deltas; into whose sum does b2 "
               "go?"},
              {0.0, "a nudge of b2 moves z2 and with it the loss; what "
                    "lies between the two?"}));
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
    expect_activations(&a, &p);
    expect_output(&a, &p);
    expect_output_delta(&a, &p, dL_dz2[0]);
    expect_hidden_deltas(&a, &p, dL_dz2[0], &d); /* on one row, the same
                                                    as the gradient's b1 */
    expect_W1(&a, &p, dL_dz2[0], &d, 0);
    expect_W1(&a, &p, dL_dz2[0], &d, 1);
    expect_b1(&a, &p, dL_dz2[0], &d);
    expect_W2(&a, &p, dL_dz2[0], &d);
    expect_b2(&a, &p, dL_dz2[0], &d);
}

const check checks[] = {each_number_of_the_pass, NULL};
