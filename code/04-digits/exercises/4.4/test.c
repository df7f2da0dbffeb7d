/* The checks of exercise 4.4: the chapter's softmax, nudged. */
#include "answer.h"

#include "01-neuron/check.h"
#include "04-digits/softmax.h"
#include "workbook.h"

#include <math.h>

enum { THREE = 3, TEN = 10, DOWN = 3 };

static const double given[THREE] = {0.1, 0.6, 0.3};
static const int right_one = 2;
static const char *const ordinals[THREE] = {"first", "second", "third"};

/* Logits, along which line they are moved and how far, and which of the
   probabilities, or of what made of them, is looked at. */
typedef struct {
    double z[THREE], along[THREE], t;
    int which;
} state;

static state at(const double p[THREE])
{
    state s = {.t = 0.0};
    for (int k = 0; k < THREE; k++)
        s.z[k] = log(p[k]);
    return s;
}

static double look(const state *s, double p[THREE])
{
    double z[THREE];
    for (int k = 0; k < THREE; k++)
        z[k] = s->z[k] + s->t * s->along[k];
    return softmax_loss(z, THREE, right_one, p);
}

static double probability(const void *of)
{
    const state *s = of;
    double p[THREE];
    look(s, p);
    return p[s->which];
}

static double cross_entropy(const void *of)
{
    double p[THREE];
    return look(of, p);
}

static double half_the_squares(const void *of)
{
    double p[THREE], sum = 0.0;
    look(of, p);
    for (int k = 0; k < THREE; k++)
        sum += 0.5 * pow(p[k] - (k == right_one), 2.0);
    return sum;
}

static double slope_along(measured f, state s)
{
    return central_difference(f, &s, &s.t, 1e-4).slope;
}

static double slope_by(measured f, state s, int k)
{
    return central_difference(f, &s, &s.z[k], 1e-4).slope;
}

static double entry(int i, int j)
{
    state s = at(given);
    s.which = i;
    return slope_by(probability, s, j);
}

/* A number so near to 0 that only rounding is left, as 0. */
static double tidy(double x)
{
    return fabs(x) < 1e-8 ? 0.0 : x;
}

static void entries(void)
{
    const jacobian a = answer();
    const double p1 = given[0], p2 = given[1], p3 = given[2];
    const double own = entry(1, 1), other = entry(0, 1);
    part_number(
        "own", a.own, own, 4,
        SLIPS({-p2 * p2, "the row and the column are the same here; what "
                         "does that add in the bracket?"},
              {p2 * p2, "the row and the column are the same here; what "
                        "is p subtracted from?"},
              {p2, "that is the probability; its slope has another factor"},
              {1.0 - p2, "that is one factor of the slope; what stands "
                         "before the bracket?"},
              {-own, "does the probability of an answer rise or fall with "
                     "its own logit?"},
              {p1 * (1.0 - p1), "that is for the first answer"},
              {p3 * (1.0 - p3), "that is for the third answer"},
              {p2 * (1.0 - p2) / p2 / p2, "divided by p, where it is to be "
                                          "multiplied"},
              {1.0, "a nudge of a logit moves its exponential, and the sum "
                    "below it, too"}));
    part_number(
        "other", a.other, other, 4,
        SLIPS({-other, "as the second gets more, does the first get more, "
                       "too?"},
              {p1 * (1.0 - p2), "row and column are not the same here; "
                                "what is in the bracket, then?"},
              {p1 * (1.0 - p1), "that is how the first moves with its own "
                                "logit"},
              {own, "that is how the second moves with its own logit"},
              {p2 * (1.0 - p1), "row and column are not the same here; "
                                "what is in the bracket, then?"},
              {-p1 * p3, "that is how the first moves with the third's "
                         "logit"},
              {-p2 * p3, "that is how the third moves with the second's "
                         "logit"},
              {-p2, "that is the bracket; what stands before it?"},
              {-p1, "that is one of two probabilities; where is the "
                    "other?"},
              {-own, "what one loses, the two others share; which share "
                     "has the first?"},
              {-0.5 * own, "the two others share what the second gets; "
                           "do they share it in halves?"},
              {0.0, "its logit stays; but the sum that it is divided by "
                    "does not"},
              {p1 - p2, "a product, and not a difference"}));
}

static void a_row(void)
{
    const jacobian a = answer();
    const double row[] = {0.16, -0.1, -0.04};
    const double right = -(row[0] + row[1] + row[2]);
    double p[4], z[4], low = 0.0, high = 0.5;
    while (high - low > 1e-14) {
        p[0] = 0.5 * (low + high);
        if (p[0] * (1.0 - p[0]) < row[0])
            low = p[0];
        else
            high = p[0];
    }
    for (int k = 1; k < 3; k++)
        p[k] = -row[k] / p[0];
    p[3] = -right / p[0];
    for (int k = 0; k < 4; k++)
        z[k] = log(p[k]);
    double q[4];
    softmax_loss(z, 4, 0, q);
    for (int k = 0; k < 4; k++)
        MUST_HOLD(nearly_equal(p[k], q[k]));
    part_number(
        "missing", tidy(a.missing), right, 4,
        SLIPS({-right, "which sign has an entry off the diagonal? What do "
                       "the four add up to?"},
              {1.0 + right, "that makes the row's sum a whole; is it the "
                            "probabilities that stand in it?"},
              {0.0, "the sum of the row is that; is it so already?"},
              {-row[0] + row[1] + row[2],
               "look at the signs; which of the numbers are below zero "
               "already?"},
              {row[0] - row[1] - row[2],
               "those are the sizes of the three added up; what do the "
               "entries add up to, with their signs?"},
              {row[2], "the same as the one before it? What do the four "
                       "add up to?"},
              {-row[0], "and the two other numbers of the row?"},
              {p[3], "that is the probability of the fourth answer"}));
    part_number(
        "p_first", a.p_first, p[0], 4,
        SLIPS({1.0 - p[0], "that is the one above a half"},
              {row[0], "that is p times what?"},
              {sqrt(row[0]), "that would be p times itself; what stands on "
                             "the diagonal?"},
              {1.0 - row[0], "what stands on the diagonal is p times "
                             "something"},
              {p[1], "that is the probability of the second answer"},
              {p[3], "that is the probability of the fourth answer"},
              {-right, "that is the missing entry, without its sign"},
              {0.25, "then the diagonal would have a little more"}));
}

static void moved_together(void)
{
    const jacobian a = answer();
    const double v[THREE] = {1.0, 2.0, -1.0};
    double mean = 0.0;
    for (int k = 0; k < THREE; k++)
        mean += v[k] / THREE;
    for (int k = 0; k < THREE; k++) {
        state s = at(given);
        s.which = k;
        for (int j = 0; j < THREE; j++)
            s.along[j] = v[j];
        const double p = given[k];
        const double right = tidy(slope_along(probability, s));
        const double own = p * (1.0 - p) * v[k];
        part_number(
            text("moved of the %s", ordinals[k]), tidy(a.moved[k]), right,
            4,
            SLIPS({own, "that is what its own logit does; what do the two "
                        "others do to it?"},
                  {right - own, "that is what the two other logits do; and "
                                "its own?"},
                  {p * v[k], "that is how far the exponential moves, over "
                             "the sum; does the sum stay?"},
                  {v[k], "that is how far the logit moves"},
                  {p * (v[k] - mean), "the mean of the three moves counts, "
                                      "with which weights?"},
                  {-right, "the size is right; does this one get more or "
                           "less?"},
                  {p + right, "that is where it would be for a t of one; "
                              "how far does it move per t?"},
                  {p + own, "how far does it move, and not where to; and "
                            "what of the other logits?"},
                  {p * (1.0 - p), "that is how it moves with its own logit "
                                  "alone, by t"},
                  {p, "that is where it is"}));
    }

    /* How many columns of the Jacobian do not depend on those before. */
    double J[TEN][TEN], z[TEN], q[TEN];
    for (int k = 0; k < TEN; k++)
        z[k] = k < DOWN ? -1000.0 : 0.3 * k;
    softmax_loss(z, TEN, 0, q);
    for (int i = 0; i < TEN; i++)
        for (int j = 0; j < TEN; j++)
            J[i][j] = q[i] * ((i == j) - q[j]);
    int rank = 0;
    for (int j = 0; j < TEN; j++) {
        int best = rank;
        for (int i = rank; i < TEN; i++)
            if (fabs(J[i][j]) > fabs(J[best][j]))
                best = i;
        if (rank == TEN || fabs(J[best][j]) < 1e-12)
            continue;
        for (int l = 0; l < TEN; l++) {
            const double kept = J[rank][l];
            J[rank][l] = J[best][l];
            J[best][l] = kept;
        }
        for (int i = rank + 1; i < TEN; i++) {
            const double times = J[i][j] / J[rank][j];
            for (int l = 0; l < TEN; l++)
                J[i][l] -= times * J[rank][l];
        }
        rank++;
    }
    part_number(
        "directions", a.directions, rank, 4,
        SLIPS({TEN - 1.0, "that is if none is zero; which nudge moves an "
                          "answer whose probability is?"},
              {TEN, "which nudge moves an answer of probability zero? And "
                    "what do the others add up to?"},
              {TEN - DOWN, "so many can be moved, but they add up to a "
                           "whole; if you know all but the last, what is "
                           "the last?"},
              {rank - 1.0, "among those that are above zero, what is the "
                           "one direction that moves nothing, and is there "
                           "another?"},
              {DOWN, "those cannot be moved; how many of the others can?"},
              {DOWN - 1.0, "those cannot be moved; how many of the others "
                           "can?"},
              {DOWN + 1.0, "in so many directions of the logits nothing "
                           "moves; how many are left?"},
              {1.0, "that is one direction of the logits in which nothing "
                    "moves; which others are there, and how many are "
                    "left?"},
              {TEN * TEN, "so many entries has the Jacobian; how many rows "
                          "do not follow from the others?"},
              {rank * (rank + 1.0), "so many entries are off the diagonal "
                                    "and not zero; how many rows do not "
                                    "follow from the others?"},
              {0.0, "then no probability could change"}));
}

static void by_the_chain(void)
{
    const jacobian a = answer();
    const double pc = given[right_one];
    const double dL_dp = -1.0 / pc;
    part_number(
        "dL_dp", a.dL_dp, dL_dp, 4,
        SLIPS({-dL_dp, "the size is right; does the loss rise or fall as "
                       "the right answer gets more?"},
              {log(pc), "that is the logarithm; what is its slope?"},
              {-log(pc), "that is the loss; what is its slope?"},
              {-pc, "what is the slope of a logarithm?"},
              {pc, "what is the slope of a logarithm, and which sign has "
                   "the loss before it?"},
              {pc - 1.0, "that is how the loss changes with the logit; "
                         "here it is by p"},
              {-1.0 / (1.0 - pc), "one less p stands nowhere in this loss; "
                                  "where does it come from?"},
              {1.0 / (1.0 - pc),
               "one less p stands nowhere in this loss; a "
               "wrong answer's logarithm does not count"},
              {-1.0 / given[0], "that is for the first answer; which is "
                                "right?"},
              {-1.0 / given[1], "that is for the second answer; which is "
                                "right?"},
              {dL_dp / log(10.0), "that is with the logarithm to base ten"},
              {dL_dp / log(2.0), "that is with the logarithm to base "
                                 "two"}));
    for (int k = 0; k < THREE; k++) {
        const double right = slope_by(cross_entropy, at(given), k);
        const double J = entry(right_one, k), p = given[k];
        MUST_HOLD(agrees(dL_dp * J, right, 6));
        part_number(
            text("dL_dz of the %s", ordinals[k]), a.dL_dz[k], right, 4,
            SLIPS({-right, "the size is right; is a minus lost, that of "
                           "the loss or that of the entry?"},
                  {J, "that is the entry of the Jacobian; how does the "
                      "loss go on from p?"},
                  {-J, "that is the entry of the Jacobian, turned over; "
                       "what is it divided by?"},
                  {-J / p, "divided by this answer's own probability; "
                           "by which p does the loss have a slope?"},
                  {p, "that is p; this is the right answer, so what is "
                      "subtracted?"},
                  {p * (1.0 - p), "that is an entry on the diagonal; which "
                                  "row goes with the right answer, and how "
                                  "does the loss go on from p?"},
                  {dL_dp * p * (1.0 - p),
                   "that is an entry on the diagonal; which row goes with "
                   "the right answer?"},
                  {p - 1.0, "which answer is the right one?"},
                  {1.0 - p, "which answer is the right one, and which of p "
                            "and y is subtracted?"},
                  {dL_dp, "that is the slope by p; what is it multiplied "
                          "by?"},
                  {0.0, "the loss looks at one probability alone; does "
                        "this logit not move it?"}));
    }
}

static void squares(void)
{
    const jacobian a = answer();
    double mean = 0.0;
    for (int k = 0; k < THREE; k++)
        mean += given[k] * (given[k] - (k == right_one));
    for (int k = 0; k < THREE; k++) {
        const double right = slope_by(half_the_squares, at(given), k);
        const double p = given[k], error = p - (k == right_one);
        const double own = error * p * (1.0 - p);
        MUST_HOLD(agrees(p * (error - mean), right, 6));
        part_number(
            text("square of the %s", ordinals[k]), a.square[k], right, 4,
            SLIPS({error, "that is p - y, the slope by p now; what comes "
                          "after it on the way to z?"},
                  {-error, "that is y - p; the slope by p is p - y, and "
                           "what comes after it on the way to z?"},
                  {own, "that is the path through its own probability; "
                        "which others lead from this logit to the loss?"},
                  {right - own, "those are the paths through the two other "
                                "probabilities; and through its own?"},
                  {(given[right_one] - 1.0) * entry(right_one, k),
                   "that is the path through the right answer's "
                   "probability; do the two others not count in this "
                   "loss?"},
                  {p * error, "each error times its p; what is subtracted "
                              "in the bracket?"},
                  {-p * mean, "that is the second term of the bracket "
                              "only; and the first?"},
                  {-right, "the size is right, and its sign may surprise; "
                           "add up the three paths once more"},
                  {2.0 * right, "what becomes of the half when the squares "
                                "are differentiated?"},
                  {0.5 * right, "what becomes of the half when the squares "
                                "are differentiated?"},
                  {right / THREE, "the sum over the answers is asked, not "
                                  "the mean"},
                  {p * (1.0 - p), "that is an entry on the diagonal; where "
                                  "are the errors?"},
                  {p * (error + mean), "in the bracket something is "
                                       "subtracted"},
                  {0.0, "three paths lead from this logit to the loss; do "
                        "they cancel?"}));
    }
}

static void sure_and_wrong(void)
{
    const double p[THREE] = {1e-9, 1.0 - 2e-9, 1e-9};
    const double entropy = slope_by(cross_entropy, at(p), right_one);
    const double square = slope_by(half_the_squares, at(p), right_one);
    MUST_HOLD(agrees(entropy, -1.0, 6) && fabs(square) < 1e-6);
    part_letter(
        "sure", answer().sure, 'B',
        SLIPS({'A', "one of the two has to go through the Jacobian's "
                    "entries; what are these when p is nearly whole?"},
              {'C', "dL/dp has no bound, but what is it multiplied by on "
                    "the way to z?"},
              {'D', "the entries do; what does dL/dp do meanwhile, in "
                    "either loss?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    MUST_HOLD(agrees(entry(2, 0), -0.03, 6));
    MUST_HOLD(agrees(entry(2, 1), -0.18, 6));
    MUST_HOLD(agrees(entry(2, 2), 0.21, 6));
    MUST_HOLD(agrees(0.8 * (1.0 - 0.8), 0.16, 9));
    MUST_HOLD(
        agrees(0.1 + 1.2 - 0.3, 0.1 * 1.0 + 0.6 * 2.0 - 0.3 * 1.0, 9));
    const double mean = 0.1 * 0.1 + 0.6 * 0.6 - 0.3 * 0.7;
    MUST_HOLD(agrees(0.01 + 0.36 - 0.21, mean, 9));
    MUST_HOLD(agrees(0.09, entry(0, 0), 6));
    MUST_HOLD(agrees(mean, 0.16, 6));
    MUST_HOLD(agrees(0.1 - mean, -0.06, 6));
    MUST_HOLD(agrees(0.6 - mean, 0.44, 6));
    MUST_HOLD(agrees(-0.7 - mean, -0.86, 6));
    MUST_HOLD(agrees(entry(0, 0) * 0.1, 0.009, 6));
    MUST_HOLD(agrees(entry(0, 1) * 0.6, -0.036, 6));
    MUST_HOLD(agrees(entry(0, 2) * -0.7, 0.021, 6));
}

const check checks[] = {entries,      a_row,   moved_together,
                        by_the_chain, squares, sure_and_wrong,
                        on_the_way,   NULL};
