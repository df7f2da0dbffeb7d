/* The checks of exercise 2.4, by the chapter's network with two outputs. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "02-network/two_outputs.h"
#include "workbook.h"

#include <math.h>

static const double lr = 0.5;

/* Hidden unit 2, which is asked for, and hidden unit 1. */
enum { ASKED = 1, OTHER = 0 };

/* Mazur's example: its pass, the deltas of its outputs (which are the
   derivatives by b2), and the network after a step in either order. */
typedef struct {
    two_outputs net, d, right, W2_first;
    two_sample s;
    two_outputs_pass p;
} example;

static example mazur(void)
{
    example e = {.net = mazur_network(), .s = mazur_sample()};
    e.p = two_outputs_forward(&e.net, &e.s);
    e.d = two_outputs_backward(&e.net, &e.s, &e.p);
    e.right = e.W2_first = e.net;
    mazur_step(&e.right, &e.s, lr, false);
    mazur_step(&e.W2_first, &e.s, lr, true);
    return e;
}

/* dL/dh for a hidden unit, by its weights to the outputs. */
static double dL_dh_by(const example *e, const double W[2])
{
    return e->d.b2[0] * W[0] + e->d.b2[1] * W[1];
}

static void expect_paths(const mazur_orders *a, const example *e)
{
    static const char *const names[] = {"path[0]", "path[1]"};
    for (int k = 0; k < 2; k++) {
        const double delta = e->d.b2[k];
        const double right = delta * e->net.W2[ASKED][k];
        part_number(
            names[k], a->path[k], right, 4,
            SLIPS({-right, "the size is right; a delta brings its sign "
                           "along"},
                  {delta * e->net.W2[OTHER][k],
                   "that weight comes from the other hidden unit"},
                  {delta * e->net.W2[ASKED][1 - k],
                   "that weight leads to the other output"},
                  {delta * e->net.W2[k][ASKED],
                   "a column of W2 taken for a row; a row has the weights "
                   "of one hidden unit"},
                  {delta * e->net.W2[OTHER][1 - k],
                   "that weight comes from the other hidden unit, and "
                   "leads to the other output"},
                  {e->d.b2[1 - k] * e->net.W2[ASKED][k],
                   "the delta of the other output; each goes with the "
                   "weight that leads to it"},
                  {e->d.b2[1 - k] * e->net.W2[ASKED][1 - k],
                   "that is the other path"},
                  {delta * e->p.h[ASKED], "that is the derivative by the "
                                          "weight; asked is the one by h"},
                  {delta, "the weight on the path is left out"}));
    }
}

static void expect_orders(const mazur_orders *a, const example *e)
{
    static const char *const names[] = {"W2_first[0]", "W2_first[1]"};
    const double *old = e->net.W2[ASKED];
    const double *new = e->W2_first.W2[ASKED];
    const double right = dL_dh_by(e, old);
    part_number(
        "dL_dh", a->dL_dh, right, 4,
        SLIPS({a->path[0], "that is one path; the paths are added"},
              {a->path[1], "that is one path; the paths are added"},
              {a->path[0] - a->path[1], "the paths are added, each with "
                                        "the sign that it has"},
              {a->path[0] * a->path[1], "factors along a path are "
                                        "multiplied; paths are added"},
              {right / 2.0, "that is their mean"},
              {right * sigmoid_prime_from_output(e->p.h[ASKED]),
               "that is dL_dz1 already; asked is the derivative by h"},
              {dL_dh_by(e, e->net.W2[OTHER]), "that is the sum for the "
                                              "other hidden unit"}));
    for (int k = 0; k < 2; k++)
        part_number(
            names[k], a->W2_first[k], new[k], 4,
            SLIPS({2.0 * old[k] - new[k], "that is a step up the slope"},
                  {old[k] - e->d.W2[ASKED][k], "the learning rate is left "
                                               "out"},
                  {old[k] - lr * e->d.b2[k],
                   "the weight is multiplied by h on its way; that factor "
                   "of its derivative is left out"},
                  {e->W2_first.W2[OTHER][k], "that weight comes from the "
                                             "other hidden unit"},
                  {old[k], "that is the weight before the step"}));
    part_number("dL_dh_W2_first", a->dL_dh_W2_first, dL_dh_by(e, new), 4,
                SLIPS({right, "that is (2); put the new weights in"},
                      {dL_dh_by(e, e->W2_first.W2[OTHER]),
                       "that is the sum for the other hidden unit"}));
}

static void expect_weight(const char *name, double typed,
                          const two_outputs *after, double dL_dh,
                          const two_outputs *other, const example *e)
{
    const double before = e->net.W1[0][ASKED];
    const double right = after->W1[0][ASKED];
    const double slope = sigmoid_prime_from_output(e->p.h[ASKED]);
    const double x = e->s.x[0];
    part_number(
        name, typed, right, 6,
        SLIPS(
            {other->W1[0][ASKED], "that is the weight in the other order"},
            {after->W1[0][OTHER],
             "that weight leads to the other hidden unit"},
            {other->W1[0][OTHER],
             "that weight leads to the other hidden unit"},
            {round(right * 1e4) / 1e4, "both orders round to that; six "
                                       "digits tell them apart"},
            {2.0 * before - right, "that is a step up the slope"},
            {before - lr * dL_dh * x, "the way back from h crosses the "
                                      "sigmoid of the hidden unit"},
            {before - dL_dh * slope * x, "the learning rate is left "
                                         "out"},
            {before - lr * dL_dh * slope, "the input is left out; it "
                                          "multiplies the weight"}));
}

static void both_orders(void)
{
    const example e = mazur();
    const mazur_orders a = answer();
    expect_paths(&a, &e);
    expect_orders(&a, &e);
    expect_weight("w", a.w, &e.right, dL_dh_by(&e, e.net.W2[ASKED]),
                  &e.W2_first, &e);
    expect_weight("w_W2_first", a.w_W2_first, &e.W2_first,
                  dL_dh_by(&e, e.W2_first.W2[ASKED]), &e.right, &e);
}

/* The numbers that the exercise gives. */
static void what_is_given(void)
{
    const example e = mazur();
    MUST_HOLD(e.net.W2[OTHER][0] == 0.40 && e.net.W2[OTHER][1] == 0.50);
    MUST_HOLD(e.net.W2[ASKED][0] == 0.45 && e.net.W2[ASKED][1] == 0.55);
    MUST_HOLD(e.net.W1[0][ASKED] == 0.25 && e.s.x[0] == 0.05);
    MUST_HOLD(agrees(0.593270, e.p.h[OTHER], 6));
    MUST_HOLD(agrees(0.596884, e.p.h[ASKED], 6));
    MUST_HOLD(agrees(0.138499, e.d.b2[0], 6));
    MUST_HOLD(agrees(-0.038098, e.d.b2[1], 5));
    MUST_HOLD(agrees(0.291027924,
                     two_outputs_forward(&e.W2_first, &e.s).loss, 9));
}

const check checks[] = {both_orders, what_is_given, NULL};
