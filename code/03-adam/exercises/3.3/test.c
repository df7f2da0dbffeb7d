/* The checks of exercise 3.3. What is right is worked out in long double
   without a logarithm, by a series. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "03-adam/loss.h"
#include "workbook.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

/* log(1 + q) for q from 0 to 1: twice the inverse hyperbolic tangent of
   u = q / (2 + q), which is u + u^3 / 3 + u^5 / 5 and so on; u is a third
   at most, so that 25 terms are more than a long double can hold. */
static long double log_one_plus(long double q)
{
    const long double u = q / (2.0L + q);
    long double sum = 0.0L;
    for (int n = 49; n > 0; n -= 2)
        sum = sum * u * u + 1.0L / (long double)n;
    return 2.0L * u * sum;
}

static double loss_right(double z, double t)
{
    const long double s = (long double)t * (long double)z;
    const long double log_part = log_one_plus(expl(-fabsl(s)));
    return (double)(s < 0.0L ? log_part - s : log_part);
}

static double slope_right(double z, double t)
{
    const long double s = (long double)t * (long double)z;
    const long double q = expl(-fabsl(s));
    return (double)(-(long double)t * (s > 0.0L ? q : 1.0L) / (1.0L + q));
}

/* True if the last few bits are all that may be wrong with x. */
static bool nearly_exact(double x, double value)
{
    const double bit = DBL_EPSILON * fabs(value) + DBL_TRUE_MIN;
    return x == value || fabs(x - value) <= 4.0 * bit;
}

/* The name of a value, for a message. */
typedef struct {
    char text[80];
} label;

static label label_of(const char *function, double z, double t)
{
    label l;
    snprintf(l.text, sizeof l.text, "%s at z = %g, label %s one", function,
             z, t > 0.0 ? "plus" : "minus");
    return l;
}

typedef double (*of_row)(double z, double t);

static void expect_easy(double z, double t)
{
    const double loss = loss_right(z, t), slope = slope_right(z, t);
    const double s = t * z;
    MUST_HOLD(nearly_exact(cross_entropy(z, (1.0 + t) / 2.0), loss));
    expect_number(
        label_of("log_loss", z, t).text, log_loss(z, t), loss, 6,
        SLIPS({loss_right(-z, t), "that is the loss of the other label; "
                                  "look at the sign in the exponent"},
              {loss_right(z, 1.0), "the label has no part in it"},
              {cross_entropy(z, t), "the chapter's formula wants the "
                                    "target, one or zero, and not the "
                                    "label"},
              {-loss, "the sign is turned over"},
              {loss / log(2.0), "that is in logarithms to base two"},
              {sigmoid(s), "that is the probability; its logarithm is "
                           "still to come"}));
    expect_number(
        label_of("log_loss_slope", z, t).text, log_loss_slope(z, t), slope,
        6,
        SLIPS({slope * t, "the inner derivative is left out; how does t z "
                          "move with z?"},
              {-slope, "the sign is turned over: does the loss rise or "
                       "fall as z rises?"},
              {-t * sigmoid(s), "the sigmoid is that of the other label; "
                                "is the slope large where the answer is "
                                "right, or where it is wrong?"},
              {sigmoid(z) - t, "that formula wants the target, one or "
                               "zero, and not the label"},
              {loss, "that is the loss, not its slope"}));
}

static void right_where_it_is_easy(void)
{
    for (double z = -3.0; z <= 3.0; z += 0.75) {
        expect_easy(z, 1.0);
        expect_easy(z, -1.0);
    }
}

/* Says what to suspect of a function whose value is x where it should be
   right. */
static void expect_exact(const char *name, of_row f, of_row right, double z,
                         double t)
{
    const double x = f(z, t), value = right(z, t);
    if (nearly_exact(x, value))
        return;
    const label at = label_of(name, z, t);
    if (isnan(x))
        suspect("%s: not a number; what becomes of each term and each "
                "exponential there?",
                at.text);
    if (isinf(x))
        suspect("%s: infinite; which step on the way is too large for a "
                "double, though the result is not?",
                at.text);
    if (x != 0.0 && f(2.0 * z, t) == x)
        suspect("%s: the same as at twice the z; is something held at a "
                "limit?",
                at.text);
    if (x == 0.0)
        suspect("%s: all digits are lost; look for a tiny number beside a "
                "large one, or one divided by infinity",
                at.text);
    suspect("%s: too few digits are right; where is a small number lost in "
            "a large one?",
            at.text);
}

static void expect_both_labels(const char *name, of_row f, of_row right,
                               double z)
{
    expect_exact(name, f, right, z, 1.0);
    expect_exact(name, f, right, -z, -1.0);
}

static void right_where_it_is_hard(const char *name, of_row f, of_row right)
{
    static const double far[] = {40.0, 36.0, 300.0, 700.0, 720.0, 740.0};
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++) {
        expect_both_labels(name, f, right, far[i]);
        expect_both_labels(name, f, right, -far[i]);
    }
    expect_both_labels(name, f, right, -1e4);
    expect_both_labels(name, f, right, 1e4);
    expect_both_labels(name, f, right, -1e308);
    expect_both_labels(name, f, right, 1e308);
    for (double z = -60.0; z <= 60.0; z += 0.3125)
        expect_both_labels(name, f, right, z);
}

static void a_loss_that_survives(void)
{
    right_where_it_is_easy();
    right_where_it_is_hard("log_loss", log_loss, loss_right);
    right_where_it_is_hard("log_loss_slope", log_loss_slope, slope_right);
}

const check checks[] = {a_loss_that_survives, NULL};
