/* The checks of exercise 3.1: (1) by nudging z, the rest by the slopes
   that the losses of both chapters give to the backward pass. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "03-adam/loss.h"
#include "workbook.h"

#include <math.h>

/* A logit and its target. */
typedef struct {
    double z, y;
} point;

static double square_of(const void *state)
{
    const point *p = state;
    return half_square(sigmoid(p->z), p->y);
}

static double entropy_of(const void *state)
{
    const point *p = state;
    return cross_entropy(p->z, p->y);
}

static void expect_yhat(const char *name, double typed, point p)
{
    part_number(name, typed, sigmoid(p.z), 4,
                SLIPS({sigmoid(-p.z), "look at the sign in the exponent "
                                      "of the sigmoid"},
                      {p.z, "that is the logit; the sigmoid is still to "
                            "come"}));
}

static void expect_square(const char *name, double typed, point p)
{
    const double right =
        central_difference(square_of, &p, &p.z, 1e-4).slope;
    const double yhat = sigmoid(p.z);
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "the size is right; which of yhat and y is "
                       "subtracted from the other?"},
              {yhat - p.y, "the slope of the sigmoid is left out"},
              {(yhat - p.y) * sigmoid_prime_from_output(p.z),
               "that slope of the sigmoid was worked out from z; its "
               "formula wants the output"},
              {sigmoid_prime_from_output(yhat),
               "that is the slope of the sigmoid alone"},
              {2.0 * right, "the half in front of the square is left out"},
              {square_of(&p), "that is the loss, not its slope"}));
}

static void expect_entropy(const char *name, double typed, point p)
{
    const double right =
        central_difference(entropy_of, &p, &p.z, 1e-4).slope;
    const double yhat = sigmoid(p.z);
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "the size is right; is the loss to rise or to fall "
                       "as z rises?"},
              {right * sigmoid_prime_from_output(yhat),
               "the slope of the sigmoid stands in it, as it does for half "
               "the square; what is the slope of a logarithm?"},
              {right / sigmoid_prime_from_output(yhat),
               "that is the slope by yhat; the way back to z crosses the "
               "sigmoid"},
              {yhat, "that is the prediction; where is the target?"},
              {entropy_of(&p), "that is the loss, not its slope"}));
}

static void both_slopes_at(void)
{
    const both_slopes typed = answer();
    const point a = {.z = 1.0, .y = 1.0}, b = {.z = -6.0, .y = 1.0};
    expect_yhat("yhat_a", typed.yhat_a, a);
    expect_yhat("yhat_b", typed.yhat_b, b);
    expect_square("square_a", typed.square_a, a);
    expect_entropy("entropy_a", typed.entropy_a, a);
    expect_square("square_b", typed.square_b, b);
    expect_entropy("entropy_b", typed.entropy_b, b);
}

/* How many times as steep in the logit of its first row as half_squares
   mean_cross_entropy is, over so many rows. */
static double times_at(double yhat, double y, int rows)
{
    const batch b = {.size = rows, .y = {y}};
    network_pass p = {.z2 = {log(yhat / (1.0 - yhat))}, .yhat = {yhat}};
    double square[ROWS], entropy[ROWS];
    half_squares(&b, &p, square);
    mean_cross_entropy(&b, &p, entropy);
    return entropy[0] / square[0];
}

static double times_of_rows(const void *rows, double yhat)
{
    return times_at(yhat, 1.0, *(const int *)rows);
}

/* The yhat at which that is least. */
static double least_times(int rows)
{
    return least_at(times_of_rows, &rows, 0.01, 0.99);
}

static void how_many_times(void)
{
    const both_slopes a = answer();
    const double yhat = 0.2, right = times_at(yhat, 1.0, 1);
    MUST_HOLD(agrees(times_at(yhat, 0.0, 1), right, 12));
    part_number(
        "times", a.times, right, 4,
        SLIPS({1.0 / right, "that is the other way round; which of the two "
                            "losses has the steeper slope?"},
              {1.0 / yhat, "the slope of the sigmoid is a product; that is "
                           "one of its factors"},
              {1.0 / (1.0 - yhat), "the slope of the sigmoid is a product; "
                                   "that is its other factor"},
              {1.0 / sigmoid_prime_from_output(sigmoid(yhat)),
               "what is given is yhat already, not z"},
              {1.0, "they would be equal if the sigmoid had slope one"}));
    const double at = least_times(1), least = times_at(at, 1.0, 1);
    part_number(
        "least_at", a.least_at, at, 4,
        SLIPS({0.0, "is the sigmoid steep there or flat? If that was a z, "
                    "yhat is asked for"},
              {1.0, "is the sigmoid steep there or flat?"},
              {least, "that is how many times; yhat is between zero and "
                      "one"},
              {yhat, "that is the yhat of the question before"}));
    part_number(
        "least", a.least, least, 4,
        SLIPS({1.0 / least, "that is the slope of the sigmoid; what is "
                            "done with it?"},
              {1.0 / at, "the slope of the sigmoid is a product; that is "
                         "one of its factors"},
              {1.0, "where they come closest, one is still the steeper; "
                    "how much is the largest slope of the sigmoid?"},
              {at, "that is the yhat; how many times as steep is it "
                   "there?"}));
}

static void mean_against_sum(void)
{
    const double right = times_at(least_times(ROWS), 1.0, ROWS);
    part_number(
        "least_chapters", answer().least_chapters, right, 4,
        SLIPS({times_at(least_times(1), 1.0, 1),
               "one of the two losses is a mean now; which, and what does "
               "that do to its slope?"},
              {right * ROWS * ROWS, "which of the two is divided by the "
                                    "number of rows?"},
              {right / ROWS, "the mean is over the rows, and divided by "
                             "their number once"},
              {0.0, "the slopes are divided and not subtracted"}));
}

static void far_out(void)
{
    const point far = {.z = -40.0, .y = 1.0};
    point p = far;
    const double square =
        central_difference(square_of, &p, &p.z, 0.1).slope;
    const double entropy =
        central_difference(entropy_of, &p, &p.z, 0.1).slope;
    MUST_HOLD(fabs(square) < 1e-9 && agrees(entropy, -1.0, 9));
    part_letter(
        "far_out", answer().far_out, 'B',
        SLIPS({'A', "one of the two slopes has no factor that vanishes "
                    "there"},
              {'C', "the loss rises without end; does it rise faster and "
                    "faster? What can yhat - y be?"},
              {'D', "one of the two slopes has the slope of the sigmoid "
                    "for a factor; how much is that far out?"}));
}

const check checks[] = {both_slopes_at, how_many_times, mean_against_sum,
                        far_out, NULL};
