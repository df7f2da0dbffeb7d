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

/* The same for the deltas that a second forward pass would give, through
   the new weights to the outputs. */
static double dL_dh_after_another_pass(const example *e)
{
    two_outputs between = e->net;
    for (int j = 0; j < 2; j++)
        for (int k = 0; k < 2; k++)
            between.W2[j][k] = e->W2_first.W2[j][k];
    const two_outputs_pass p = two_outputs_forward(&between, &e->s);
    const two_outputs d = two_outputs_backward(&between, &e->s, &p);
    return d.b2[0] * between.W2[ASKED][0] + d.b2[1] * between.W2[ASKED][1];
}

static double slope_of_asked(const example *e)
{
    return sigmoid_prime_from_output(e->p.h[ASKED]);
}

static void expect_paths(const mazur_orders *a, const example *e)
{
    for (int k = 0; k < 2; k++) {
        const double delta = e->d.b2[k], other_delta = e->d.b2[1 - k];
        const double weight = e->net.W2[ASKED][k];
        const double right = delta * weight;
        part_number(
            text("path[%d]", k), a->path[k], right, 4,
            SLIPS({-right, "the size is right; which sign has the delta of "
                           "this output?"},
                  {delta * e->net.W2[k][ASKED],
                   "a column of W2 is taken for a row; which of them has "
                   "the weights of one hidden unit?"},
                  {delta * e->net.W2[OTHER][k],
                   "from which hidden unit does that weight lead to the "
                   "output, from 1 or from 2?"},
                  {delta * e->net.W2[ASKED][1 - k],
                   "to which output does that weight lead? A column "
                   "belongs to an output"},
                  {delta * e->net.W2[OTHER][1 - k],
                   "that weight comes from the other hidden unit, and "
                   "where does it lead?"},
                  {other_delta * weight, "that is the delta of the other "
                                         "output; which one does this link "
                                         "lead to?"},
                  {other_delta * e->net.W2[ASKED][1 - k],
                   "that is the path through the other output; are the "
                   "two exchanged?"},
                  {delta * e->p.h[ASKED],
                   "that is the derivative by a weight; what is the slope "
                   "of the output's sum in h?"},
                  {delta, "that is the delta alone; what does the way back "
                          "meet on the link?"},
                  {delta * e->W2_first.W2[ASKED][k],
                   "that is with a weight after the step; which one did "
                   "the forward pass go through?"},
                  {right * slope_of_asked(e),
                   "that is past the sigmoid of the hidden unit; where "
                   "does dL/dh stand, before it or behind?"},
                  {lr * right, "that is a step already; does a derivative "
                               "have the learning rate in it?"}));
    }
}

static void expect_dL_dh(const mazur_orders *a, const example *e)
{
    const double *W = e->net.W2[ASKED];
    const double right = dL_dh_by(e, W);
    const double path[2] = {e->d.b2[0] * W[0], e->d.b2[1] * W[1]};
    const char *one_path = "that is one path; by how many does h reach the "
                           "loss, and what is done with them?";
    part_number(
        "dL_dh", a->dL_dh, right, 4,
        SLIPS({path[0], one_path}, {path[1], one_path},
              {path[0] - path[1],
               "the second path is taken with the other sign; which one "
               "did it have in (1)?"},
              {path[0] * path[1], "the two paths are multiplied; is that "
                                  "done with paths, or along a path?"},
              {right / 2.0, "half of it; is that a mean of the two paths, "
                            "or has the learning rate come in?"},
              {right * slope_of_asked(e),
               "that is past the sigmoid of the hidden unit; where does "
               "dL/dh stand, before it or behind?"},
              {dL_dh_by(e, e->net.W2[OTHER]),
               "that is the sum for the other hidden unit; which row of W2 "
               "is this one's?"},
              {e->d.b2[0] * e->net.W2[0][ASKED] + path[1],
               "a column of W2 is taken for a row; which of them has the "
               "weights of one hidden unit?"},
              {e->d.b2[0] * W[1] + e->d.b2[1] * W[0],
               "each delta meets the weight to the other output; do the "
               "pairs fit together?"},
              {e->d.b2[0] + e->d.b2[1],
               "the deltas are added as they are; what does each of them "
               "meet on its link?"}));
}

static void expect_W2(const mazur_orders *a, const example *e)
{
    for (int k = 0; k < 2; k++) {
        const double old = e->net.W2[ASKED][k];
        const double new = e->W2_first.W2[ASKED][k];
        const double delta = e->d.b2[k];
        part_number(
            text("W2_first[%d]", k), a->W2_first[k], new, 4,
            SLIPS({2.0 * old - new, "that is a step up the slope; which "
                                    "way does descent go, and with which "
                                    "sign?"},
                  {old - e->d.W2[ASKED][k],
                   "the step is as long as the derivative; what is the "
                   "learning rate here?"},
                  {old - lr * delta, "what multiplies the weight on its "
                                     "way into the sum of the output?"},
                  {old - lr * delta * old,
                   "is it dL/dh that moves a weight, or the derivative by "
                   "the weight itself?"},
                  {old - lr * delta * e->p.h[OTHER],
                   "that is the activation of the other hidden unit; which "
                   "one does this weight come from?"},
                  {old - lr * e->d.b2[1 - k] * e->p.h[ASKED],
                   "that is the delta of the other output; which one does "
                   "this weight lead to?"},
                  {old - lr * delta * slope_of_asked(e),
                   "is the hidden unit's sigmoid crossed on the way back "
                   "to this weight?"},
                  {e->W2_first.W2[OTHER][k],
                   "that weight comes from the other hidden unit; which "
                   "row of W2 is this one's?"},
                  {e->W2_first.W2[ASKED][1 - k],
                   "that weight leads to the other output; are the two "
                   "exchanged?"},
                  {old, "that is the weight before the step; by how much "
                        "does it move?"},
                  {old - new, "that is what the step takes off the weight; "
                              "and what is left of it?"},
                  {new - old, "that is how far the step moves the weight; "
                              "and where does it get?"},
                  {e->d.W2[ASKED][k], "that is the derivative by the "
                                      "weight; what does a step make of "
                                      "it?"}));
    }
}

static void expect_dL_dh_W2_first(const mazur_orders *a, const example *e)
{
    const double *old = e->net.W2[ASKED], *new = e->W2_first.W2[ASKED];
    const double path[2] = {e->d.b2[0] * new[0], e->d.b2[1] * new[1]};
    const char *one_path = "that is one path with its new weight; by how "
                           "many does h reach the loss?";
    const char *one_new = "one of the two weights is new and the other is "
                          "not; which of them has moved?";
    part_number(
        "dL_dh_W2_first", a->dL_dh_W2_first, dL_dh_by(e, new), 4,
        SLIPS({dL_dh_by(e, old), "that is (2) again; which weights does "
                                 "the way back meet now?"},
              {path[0], one_path}, {path[1], one_path},
              {path[0] - path[1],
               "the second path is taken with the other sign; which one "
               "did it have in (1)?"},
              {path[0] + e->d.b2[1] * old[1], one_new},
              {e->d.b2[0] * old[0] + path[1], one_new},
              {dL_dh_by(e, e->W2_first.W2[OTHER]),
               "that is the sum for the other hidden unit; which row of W2 "
               "is this one's?"},
              {e->d.b2[0] * new[1] + e->d.b2[1] * new[0],
               "each delta meets the weight to the other output; do the "
               "pairs fit together?"},
              {dL_dh_after_another_pass(e),
               "was there another forward pass? The deltas are still those "
               "of the first one"},
              {dL_dh_by(e, new) * slope_of_asked(e),
               "that is past the sigmoid of the hidden unit; where does "
               "dL/dh stand, before it or behind?"}));
}

static void expect_weight(const char *name, double typed,
                          const two_outputs *after, double dL_dh,
                          const two_outputs *other, const example *e)
{
    const double before = e->net.W1[0][ASKED];
    const double right = after->W1[0][ASKED];
    const double h = e->p.h[ASKED], slope = slope_of_asked(e);
    const double x = e->s.x[0], path = e->d.b2[0] * e->net.W2[ASKED][0];
    const char *other_weight = "from x_1 two weights lead on; to which "
                               "hidden unit does that one lead?";
    part_number(
        name, typed, right, 6,
        SLIPS({other->W1[0][ASKED], "that is the weight in the other "
                                    "order; are the two exchanged?"},
              {after->W1[0][OTHER], other_weight},
              {other->W1[0][OTHER], other_weight},
              {round(right * 1e4) / 1e4,
               "both orders round to that; how many digits tell them "
               "apart?"},
              {2.0 * before - right, "that is a step up the slope; which "
                                     "way does descent go?"},
              {before - lr * dL_dh * x,
               "what does the way back cross between h and the sum of the "
               "hidden unit?"},
              {before - dL_dh * slope * x,
               "the step is twice as long; what is the learning rate, and "
               "from which input does this weight come?"},
              {before - lr * dL_dh * slope,
               "what multiplies this weight on its way into the sum of the "
               "hidden unit?"},
              {before - lr * dL_dh, "that takes dL/dh for the derivative; "
                                    "what lies between h and this weight?"},
              {before - lr * dL_dh * h * x,
               "one factor of the sigmoid's slope is left out; how many "
               "has it?"},
              {before - lr * path * slope * x,
               "that has gone along one path; which derivative by h is "
               "to be used here?"},
              {before, "that is the weight before the step; by how much "
                       "does it move?"},
              {before - right, "that is what the step takes off the "
                               "weight; and what is left of it?"},
              {right - before, "that is how far the step moves the weight; "
                               "and where does it get?"},
              {dL_dh * slope * x, "that is the derivative by the weight; "
                                  "what does a step make of it?"}));
}

static void both_orders(void)
{
    const example e = mazur();
    const mazur_orders a = answer();
    expect_paths(&a, &e);
    expect_dL_dh(&a, &e);
    expect_W2(&a, &e);
    expect_dL_dh_W2_first(&a, &e);
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
