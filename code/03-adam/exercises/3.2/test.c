/* The checks of exercise 3.2. The best answers are searched for on the
   chapter's own loss, not found by the formula that the reader is to
   derive. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "03-adam/loss.h"
#include "workbook.h"

#include <math.h>

/* So many rows with one answer p; so many of them have the target 1. */
typedef struct {
    const char *name;
    int rows, ones;
} tie;

static double logit(double p)
{
    return log(p / (1.0 - p));
}

/* The mean over four rows; those that are not tied are right. */
static double mean_of(const void *state, double p)
{
    const tie *const t = state;
    batch rows = {.size = ROWS};
    network_pass at;
    double dL_dz2[ROWS];
    for (int n = 0; n < ROWS; n++) {
        rows.y[n] = n < t->ones;
        at.z2[n] = n < t->rows ? logit(p) : -1000.0;
        at.yhat[n] = n < t->rows ? p : 0.0;
    }
    return mean_cross_entropy(&rows, &at, dL_dz2);
}

/* What the loss would be by another rule. */
static double squares(const void *state, double p)
{
    const tie *const t = state;
    return t->ones * half_square(p, 1.0) +
           (t->rows - t->ones) * half_square(p, 0.0);
}

static double ones_only(const void *state, double p)
{
    const tie *const t = state;
    return -t->ones * log(p) / ROWS;
}

static double zeros_only(const void *state, double p)
{
    const tie *const t = state;
    return -(t->rows - t->ones) * log(1.0 - p) / ROWS;
}

/* The cost of all tied rows, as the probability of their targets. */
static double likelihood(const tie *t, double p)
{
    return pow(p, t->ones) * pow(1.0 - p, t->rows - t->ones);
}

static void expect_p(const tie *t, double typed)
{
    const double p = least_at(mean_of, t, 0.0, 1.0);
    const int ones = t->ones, zeros = t->rows - t->ones;
    part_number(
        text("p_%s", t->name), typed, p, 4,
        SLIPS(
            {1.0 - p, "that is the share of the other target; to which of "
                      "the two is p the answer?"},
            {0.5, "that would be best if the two targets were as many; "
                  "are they?"},
            {1.0, "a flat answer is not the cheapest; what does it cost "
                  "in the row where it is wrong?"},
            {0.0, "a flat answer is not the cheapest; what does it cost "
                  "in the row where it is wrong?"},
            {(double)ones / ROWS, "the rows that are right have no say in "
                                  "p; which rows are given it?"},
            {(double)zeros / ROWS,
             "a share, but of which target, and among which of the rows?"},
            {(double)ones / zeros, "that is the ones over the zeros; of "
                                   "how many rows is p to be the share?"},
            {(double)zeros / ones, "that is the zeros over the ones; of "
                                   "how many rows is p to be the share?"},
            {logit(p), "that is the logit; p is the answer, which comes "
                       "out of the sigmoid"},
            {ones, "that is a count, and p is between zero and one; out of "
                   "how many rows?"}));
}

static void expect_loss(const tie *t, double typed)
{
    const double p = least_at(mean_of, t, 0.0, 1.0), loss = mean_of(t, p);
    part_number(
        text("loss_%s", t->name), typed, loss, 4,
        SLIPS({ROWS * loss, "that is a sum over the rows; this loss is a "
                            "mean over how many?"},
              {ROWS * loss / t->rows, "that is a mean over the tied rows; "
                                      "the right ones count among the "
                                      "rows, too"},
              {-loss, "the logarithm of a number below one is negative; "
                      "what stands in front of it?"},
              {-ROWS * loss, "the logarithm of a number below one is "
                             "negative; and this loss is a mean"},
              {loss / log(2.0), "that is in logarithms to base two; the "
                                "chapter's are natural"},
              {ROWS * loss / log(2.0), "that is a sum, and to base two; "
                                       "the chapter takes a mean, and "
                                       "natural logarithms"},
              {loss / t->rows * ROWS / log(2.0),
               "that is a mean over the tied rows, and to base two; which "
               "rows and which logarithm does the chapter take?"},
              {loss / log(10.0), "that is in logarithms to base ten; the "
                                 "chapter's are natural"},
              {ROWS * loss / log(10.0), "that is a sum, and to base ten; "
                                        "the chapter takes a mean, and "
                                        "natural logarithms"},
              {loss / 2.0, "half of what it is; has this loss a half in "
                           "front, as the squares have?"},
              {loss / ROWS, "divided by the number of rows twice; how "
                            "often does a mean do so?"},
              {squares(t, p), "those are half the squares, as in exercise "
                              "2.6; this loss has logarithms"},
              {squares(t, p) / ROWS, "that is a mean of half the squares; "
                                     "this loss has logarithms"},
              {2.0 * squares(t, p),
               "those are the squares; what does this loss take of each "
               "answer in their place?"},
              {mean_of(t, 1.0 - p), "that is the loss at the share of the "
                                    "other target; which p was the best?"},
              {mean_of(t, 0.5), "that is the loss at an answer halfway; "
                                "put in the best one"},
              {ones_only(t, p), "those are the rows with the target one; "
                                "the others cost, too"},
              {zeros_only(t, p), "those are the rows with the target zero; "
                                 "the others cost, too"},
              {ROWS * ones_only(t, p), "those are the rows with the target "
                                       "one, as a sum; what of the others, "
                                       "and of the mean?"},
              {ROWS * zeros_only(t, p), "those are the rows with the "
                                        "target zero, as a sum; what of "
                                        "the others, and of the mean?"},
              {-log(p), "that is one row with the target one; how many "
                        "are there of each target?"},
              {-log(1.0 - p), "that is one row with the target zero; how "
                              "many are there of each target?"},
              {-(log(p) + log(1.0 - p)) / ROWS,
               "each target is in it once; how many rows are there of "
               "each?"},
              {likelihood(t, p), "that is the likelihood; its logarithm "
                                 "is still to come"},
              {0.0, "the same answer to different targets; which of the "
                    "rows is right?"}));
}

static void expect_tie(const tie *t, double typed_p, double typed_loss)
{
    expect_p(t, typed_p);
    expect_loss(t, typed_loss);
}

static void each_tie(void)
{
    const entropy_plateaus a = answer();
    expect_tie(&(tie){"a", 4, 2}, a.p_a, a.loss_a);
    expect_tie(&(tie){"b", 3, 2}, a.p_b, a.loss_b);
    expect_tie(&(tie){"c", 2, 1}, a.p_c, a.loss_c);
    expect_tie(&(tie){"d", 4, 1}, a.p_d, a.loss_d);
}

/* The losses to choose from. */
static double without_half(const void *state, double p)
{
    const tie *const t = state;
    return 2.0 * squares(t, p);
}

static double in_bits(const void *state, double p)
{
    const tie *const t = state;
    return mean_of(t, p) / log(2.0);
}

static double sizes(const void *state, double p)
{
    const tie *const t = state;
    return t->ones * fabs(p - 1.0) + (t->rows - t->ones) * fabs(p);
}

static double both(const void *state, double p)
{
    const tie *const t = state;
    return ROWS * mean_of(t, p) + squares(t, p);
}

static void elsewhere(void)
{
    const tie b = {"b", 3, 2};
    const double best = least_at(squares, &b, 0.0, 1.0);
    MUST_HOLD(agrees(least_at(without_half, &b, 0.0, 1.0), best, 5));
    MUST_HOLD(agrees(least_at(in_bits, &b, 0.0, 1.0), best, 5));
    MUST_HOLD(fabs(least_at(sizes, &b, 0.0, 1.0) - best) > 0.1);
    MUST_HOLD(agrees(least_at(both, &b, 0.0, 1.0), best, 5));
    part_letter(
        "moves", answer().moves, 'C',
        SLIPS({'A', "a number in front of a loss stands in front of its "
                    "slope, too; where is that slope zero?"},
              {'B', "logarithms to another base are the natural ones times "
                    "a number; does that move the lowest place?"},
              {'D', "the slope of a sum is the sum of the slopes; how much "
                    "is each of them at the mean of the targets?"}));
}

const check checks[] = {each_tie, elsewhere, NULL};
