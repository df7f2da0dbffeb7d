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

/* What one neuron makes of it, by the chapter's code. */
static neuron_pass forward_at(point p)
{
    const neuron same = {.w = 1.0, .b = 0.0};
    return neuron_forward(&same, &(sample){.x = p.z, .y = p.y});
}

static double prediction(double z)
{
    return forward_at((point){z, 0.0}).yhat;
}

/* The slope of the sigmoid, from its output. */
static double steepness(double yhat)
{
    return yhat * (1.0 - yhat);
}

static double square_of(const void *state)
{
    const point *p = state;
    return forward_at(*p).loss;
}

static double entropy_of(const void *state)
{
    const point *p = state;
    return cross_entropy(p->z, p->y);
}

/* The slopes of both losses, by nudging. */
typedef struct {
    double square, entropy;
} pair;

static pair slopes_at(point p)
{
    return (pair){
        .square = central_difference(square_of, &p, &p.z, 1e-4).slope,
        .entropy = central_difference(entropy_of, &p, &p.z, 1e-4).slope,
    };
}

/* The typed number where something holds, so that a slip can say it. */
static double where(bool holds, double typed)
{
    return holds ? typed : NAN;
}

static void expect_yhat(const char *name, double typed, point p,
                        point other)
{
    part_number(
        name, typed, prediction(p.z), 4,
        SLIPS(
            {prediction(-p.z), "look at the sign in the exponent of the "
                               "sigmoid; which way does the sigmoid rise?"},
            {prediction(other.z), "that is the prediction at the other "
                                  "point; which field is which?"},
            {p.z, "that is the logit; what is the output once the sigmoid "
                  "has had it?"},
            {exp(-p.z), "that is the exponential; how does the sigmoid "
                        "go on from there?"},
            {exp(p.z), "that is the exponential alone; what does the "
                       "sigmoid divide it by?"},
            {1.0 + exp(-p.z), "that stands below the line in the sigmoid; "
                              "what stands above it?"},
            {tanh(p.z), "that is the hyperbolic tangent; which of the "
                        "two curves begins at zero?"},
            {steepness(prediction(p.z)), "that is the slope of the "
                                         "sigmoid; its output is asked"},
            {where(typed <= 0.0 || typed >= 1.0, typed),
             "a sigmoid lies between zero and one; is a sign lost, or a "
             "division?"}));
}

static void expect_square(const char *name, double typed,
                          double typed_entropy, point p, point other)
{
    const pair right = slopes_at(p);
    const double yhat = prediction(p.z), error = yhat - p.y;
    const bool exchanged = agrees(typed, right.entropy, 4) &&
                           agrees(typed_entropy, right.square, 4);
    part_number(
        name, typed, right.square, 4,
        SLIPS(
            {where(exchanged, typed), "the slopes of the two losses are "
                                      "exchanged here; which of them "
                                      "falls asleep?"},
            {-right.square, "the size is right; which of yhat and y is "
                            "subtracted from the other?"},
            {error, "the slope of the sigmoid is left out; what lies "
                    "between z and yhat?"},
            {-error, "the slope of the sigmoid is left out, and y and "
                     "yhat stand the wrong way round"},
            {error * steepness(prediction(yhat)),
             "that slope of the sigmoid was worked out from z; its "
             "formula wants the output"},
            {error * steepness(p.z), "that is z times one minus z; of "
                                     "which number is that formula of "
                                     "the slope?"},
            {error * yhat, "the slope of the sigmoid has two factors; "
                           "which of them is left out?"},
            {error * (1.0 - yhat), "the slope of the sigmoid has two "
                                   "factors; one of them is left out"},
            {steepness(yhat), "that is the slope of the sigmoid alone; "
                              "where is the slope of the loss?"},
            {2.0 * right.square,
             "the half in front of the square is left out; what does it do "
             "to the factor of the power rule?"},
            {0.5 * right.square, "the half is still there; what came "
                                 "down from the exponent of the square?"},
            {error * error * steepness(yhat),
             "the error is squared still; what is the slope of a "
             "square?"},
            {0.5 * error * error * steepness(yhat),
             "that is the loss times the slope of the sigmoid; which "
             "slope of the loss belongs there?"},
            {error / steepness(yhat), "the slopes along the way are "
                                      "multiplied; one was divided by"},
            {right.square / ROWS, "there is one row here, and no mean is "
                                  "taken; by how many is there to divide?"},
            {square_of(&p), "that is the loss, not its slope; how does it "
                            "change as z does?"},
            {2.0 * square_of(&p), "that is the square of the error; its "
                                  "slope is asked"},
            {slopes_at(other).square, "that is the slope at the other "
                                      "point; which field is which?"}));
}

static void expect_entropy(const char *name, double typed, point p,
                           point other)
{
    const double right = slopes_at(p).entropy, loss = entropy_of(&p);
    const double yhat = prediction(p.z);
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "the size is right; is the loss to rise or to fall "
                       "as z rises?"},
              {right * steepness(yhat),
               "the slope of the sigmoid stands in it, as it does for half "
               "the square; what is the slope of a logarithm?"},
              {right * steepness(yhat) * steepness(yhat),
               "the slope of the sigmoid stands in it twice; what is the "
               "slope of a logarithm?"},
              {right / steepness(yhat),
               "that is the slope by yhat; the way back to z crosses the "
               "sigmoid"},
              {-right / steepness(yhat),
               "that is the slope by yhat, with its sign turned; and the "
               "way back to z crosses the sigmoid"},
              {right / yhat, "one factor of the slope of the sigmoid has "
                             "not met its like; which?"},
              {right / (1.0 - yhat), "one factor of the slope of the "
                                     "sigmoid is still in the way; what "
                                     "cancels?"},
              {yhat, "that is the prediction alone; where does the target "
                     "come into the slope?"},
              {-yhat, "that is the prediction with a minus; where is the "
                      "target?"},
              {loss, "that is the loss, not its slope; how does it change "
                     "as z does?"},
              {-loss, "that is a logarithm, the loss turned over; how does "
                      "the loss change as z does?"},
              {right / log(10.0), "that is with logarithms to base ten; "
                                  "the chapter's are natural"},
              {right / log(2.0), "that is with logarithms to base two; the "
                                 "chapter's are natural"},
              {0.5 * right, "half as steep as it is; has this loss a half "
                            "in front, as the square has?"},
              {right / ROWS, "there is one row here, and no mean is taken; "
                             "by how many is there to divide?"},
              {slopes_at(other).entropy, "that is the slope at the other "
                                         "point; which field is which?"}));
}

static void both_slopes_at(void)
{
    const both_slopes typed = answer();
    const point a = {.z = 1.0, .y = 1.0}, b = {.z = -6.0, .y = 1.0};
    expect_yhat("yhat_a", typed.yhat_a, a, b);
    expect_yhat("yhat_b", typed.yhat_b, b, a);
    expect_square("square_a", typed.square_a, typed.entropy_a, a, b);
    expect_entropy("entropy_a", typed.entropy_a, a, b);
    expect_square("square_b", typed.square_b, typed.entropy_b, b, a);
    expect_entropy("entropy_b", typed.entropy_b, b, a);
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

/* The losses themselves at such a prediction, the one over the other. */
static double times_as_high(double yhat, double y)
{
    const point p = {log(yhat / (1.0 - yhat)), y};
    return entropy_of(&p) / square_of(&p);
}

static void how_many_times(void)
{
    const double typed = answer().times, yhat = 0.2;
    const double right = times_at(yhat, 1.0, 1);
    MUST_HOLD(agrees(times_at(yhat, 0.0, 1), right, 12));
    part_number(
        "times", typed, right, 4,
        SLIPS(
            {1.0 / right, "that is the other way round; which of the two "
                          "losses has the steeper slope?"},
            {-right, "how many times as steep is a size; both slopes "
                     "have the same sign"},
            {1.0 / yhat, "the slope of the sigmoid is a product; that is "
                         "one of its factors"},
            {1.0 / (1.0 - yhat), "the slope of the sigmoid is a product; "
                                 "that is its other factor"},
            {1.0 / steepness(prediction(yhat)),
             "what is given is yhat already, not z; is there a sigmoid to "
             "go through?"},
            {right / ROWS, "one row under both, without a sum or a mean; "
                           "those come later"},
            {right * ROWS, "one row under both, without a sum or a mean; "
                           "those come later"},
            {right * right, "divided by the slope of the sigmoid twice; "
                            "how often does it cancel?"},
            {2.0 * right, "what becomes of the half when the square is "
                          "differentiated?"},
            {0.5 * right, "what becomes of the half when the square is "
                          "differentiated?"},
            {times_as_high(yhat, 1.0), "that compares the losses, where "
                                       "the target is one; their slopes "
                                       "are asked"},
            {times_as_high(yhat, 0.0), "that compares the losses, where "
                                       "the target is zero; their "
                                       "slopes are asked"},
            {where(agrees(fabs(typed), 1.0 - yhat, 4) ||
                       agrees(fabs(typed), yhat, 4),
                   typed),
             "that is a slope of the cross-entropy alone; how does it "
             "compare with the other?"},
            {where(agrees(fabs(typed), (1.0 - yhat) / right, 4) ||
                       agrees(fabs(typed), yhat / right, 4),
                   typed),
             "that is a slope of half the square alone; how does it "
             "compare with the other?"},
            {right - 1.0,
             "that is by how much more; how many times as steep is asked"},
            {1.0, "they would be equal if the sigmoid had slope one"}));
}

static void where_it_is_least(void)
{
    const both_slopes a = answer();
    const double before = 0.2, at = least_times(1);
    const double least = times_at(at, 1.0, 1);
    part_number(
        "least_at", a.least_at, at, 4,
        SLIPS({0.0, "is the sigmoid steep there or flat? If that was a z, "
                    "yhat is asked for"},
              {1.0, "is the sigmoid steep there or flat, and which of the "
                    "two makes the number small?"},
              {least, "that is how many times; yhat is between zero and "
                      "one"},
              {1.0 / least, "that is how steep the sigmoid is at its "
                            "steepest; what is its output there?"},
              {before, "that is the yhat of the question before; where is "
                       "the sigmoid steepest?"},
              {1.0 - before, "that is as far from the middle as the yhat "
                             "of the question before"},
              {prediction(at), "you put a yhat into the sigmoid; it has "
                               "come out of it already"}));
    part_number(
        "least", a.least, least, 4,
        SLIPS({1.0 / least, "that is the slope of the sigmoid; what is "
                            "done with it?"},
              {1.0 / at, "the slope of the sigmoid is a product; that is "
                         "one of its factors"},
              {1.0, "where they come closest, one is still the steeper; "
                    "how much is the largest slope of the sigmoid?"},
              {0.0, "one slope over the other, of the same sign; when "
                    "would that be zero?"},
              {least * least, "divided by the slope of the sigmoid twice; "
                              "how often does it cancel?"},
              {times_at(before, 1.0, 1),
               "that is at the yhat of the question before; at which is it "
               "least?"},
              {times_as_high(at, 1.0), "that compares the losses; their "
                                       "slopes are asked"},
              {2.0 * least, "what becomes of the half when the square is "
                            "differentiated?"},
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
              {times_at(0.2, 1.0, ROWS),
               "that is at the yhat of a question before; "
               "where is it least?"},
              {0.5 * right, "what becomes of the half when the square is "
                            "differentiated?"},
              {2.0 * right, "what becomes of the half when the square is "
                            "differentiated? Or is the mean over fewer "
                            "rows?"},
              {0.0, "the slopes are divided and not subtracted: how many "
                    "times as steep is the one?"}));
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

const check checks[] = {both_slopes_at,   how_many_times, where_it_is_least,
                        mean_against_sum, far_out,        NULL};
