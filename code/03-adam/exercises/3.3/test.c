/* The checks of exercise 3.3. What is right is worked out in long double
   without a logarithm, by a series. */
#include "answer.h"

#include "03-adam/loss.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <float.h>
#include <math.h>

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

static double loss_right(double z, double c)
{
    const long double s = (long double)c * (long double)z;
    const long double log_part = log_one_plus(expl(-fabsl(s)));
    return (double)(s < 0.0L ? log_part - s : log_part);
}

static double slope_right(double z, double c)
{
    const long double s = (long double)c * (long double)z;
    const long double q = expl(-fabsl(s));
    return (double)(-(long double)c * (s > 0.0L ? q : 1.0L) / (1.0L + q));
}

/* True if the last few bits are all that may be wrong with x. */
static bool nearly_exact(double x, double value)
{
    const double bit = DBL_EPSILON * fabs(value) + DBL_TRUE_MIN;
    return x == value || fabs(x - value) <= 4.0 * bit;
}

/* What plausible mistakes make of one row; after the last there is no
   message. */
enum { MOST_MISTAKES = 16 };
typedef struct {
    slip made[MOST_MISTAKES];
} mistakes;

/* A function of the reader's, what it should be, and its mistakes. */
typedef double (*of_row)(double z, double c);
typedef struct {
    const char *name;
    of_row asked, right;
    mistakes (*mistaken)(double z, double c);
} subject;

static double chance(double s)
{
    return 1.0 / (1.0 + exp(-s));
}

static mistakes mistaken_loss(double z, double c)
{
    const double right = loss_right(z, c), s = c * z;
    return (mistakes){{
        {loss_right(-z, c), "that is the loss of the other label; look at "
                            "the sign in the exponent"},
        {loss_right(z, 1.0), "the label has no part in it; what of a row "
                             "that has the other one?"},
        {loss_right(fabs(z), 1.0),
         "where the answer is wrong, what stands in front of the "
         "logarithm once the exponent is turned?"},
        {fmax(-s, 0.0) + right,
         "a term is added to a logarithm that has "
         "it already; has the exponent been turned?"},
        {cross_entropy(z, c), "the chapter's formula wants the target, and "
                              "not the label; how does one come from the "
                              "other?"},
        {-right, "the sign is turned over; can a probability have a "
                 "logarithm above zero?"},
        {right / log(2.0), "that is in logarithms to base two; which base "
                           "does the derivative want?"},
        {right / log(10.0), "that is in logarithms to base ten; in C the "
                            "natural one is called log"},
        {-s, "the exponential has lost the number beside it; what is "
             "added to it in the logarithm?"},
        {1.0 + exp(-s), "the logarithm is still to come; how large is the "
                        "loss of a row that is right?"},
        {chance(s), "that is the probability; its logarithm is still to "
                    "come"},
        {slope_right(z, c), "that is the slope, not the loss; are the two "
                            "functions exchanged?"},
    }};
}

static mistakes mistaken_slope(double z, double c)
{
    const double right = slope_right(z, c), s = c * z;
    return (mistakes){{
        {right * c, "the innermost derivative is left out; how does the "
                    "exponent move with z?"},
        {-right, "the sign is turned over: does the loss rise or fall as "
                 "z rises?"},
        {-right * c, "two factors are missing; which signs do the "
                     "exponent's minus and the label bring?"},
        {-c * chance(s), "the sigmoid is that of the other label; is the "
                         "slope large where the answer is right, or where "
                         "it is wrong?"},
        {-c * chance(-fabs(s)), "small on both sides; how steep is the "
                                "loss where the answer is wrong?"},
        {-c * chance(fabs(s)), "large on both sides; how steep is the loss "
                               "where the answer is right?"},
        {chance(z) - c, "that formula wants the target, and not the label; "
                        "how does one come from the other?"},
        {slope_right(z, 1.0), "the label has no part in it; what of a row "
                              "with the other one?"},
        {-c * exp(-s), "that is the slope of what stands in the logarithm; "
                       "the logarithm has one, too"},
        {-c * chance(s) * chance(-s),
         "that has the slope of the sigmoid; what does the slope of the "
         "logarithm do to it?"},
        {right / log(2.0), "that is in logarithms to base two; which base "
                           "does the derivative want?"},
        {loss_right(z, c),
         "that is the loss, not its slope; how does it change as z does?"},
    }};
}

/* The message of the mistake that the function makes in every row; NULL
   for none. */
static const char *mistake_of(const subject *f)
{
    bool made[MOST_MISTAKES];
    for (int i = 0; i < MOST_MISTAKES; i++)
        made[i] = true;
    for (double z = -1.25; z <= 1.25; z += 0.5)
        for (double c = -1.0; c <= 1.0; c += 2.0) {
            const mistakes m = f->mistaken(z, c);
            const double got = f->asked(z, c);
            for (int i = 0; i < MOST_MISTAKES; i++)
                made[i] = made[i] && nearly_equal(got, m.made[i].value);
        }
    for (int i = 0; i < MOST_MISTAKES; i++)
        if (made[i])
            return f->mistaken(0.0, 1.0).made[i].message;
    return NULL;
}

static void expect_easy(const subject *f, double z, double c)
{
    const double got = f->asked(z, c), right = f->right(z, c);
    expect_result(text("%s(%g, %g)", f->name, z, c), got, right,
                  1e-13 * fabs(right), SLIPS({got, mistake_of(f)}));
}

static void right_where_it_is_easy(const subject *f)
{
    random_stream r = {31};
    for (double z = -3.0; z <= 3.0; z += 0.75) {
        expect_easy(f, z, 1.0);
        expect_easy(f, z, -1.0);
    }
    for (int i = 0; i < 200; i++)
        expect_easy(f, 8.0 * random_uniform(&r) - 4.0,
                    random_below(&r, 2) == 0 ? 1.0 : -1.0);
}

/* What to suspect of a result where it is hard to get right. */
static const char *suspicion_of(const subject *f, double got, double z,
                                double c)
{
    if (isnan(got))
        return "what becomes of each term and of each exponential there?";
    if (isinf(got))
        return "which step on the way is too large for a double, though "
               "the result is not?";
    if (got == 0.0)
        return "all digits are lost; look for a tiny number beside a "
               "large one, or for one over infinity";
    if (f->asked(2.0 * z, c) == got)
        return "it is the same at twice the z; is something held at a "
               "limit?";
    return "too few digits are right; where is a small number lost in a "
           "large one?";
}

/* The chapter says the same, where nothing is lost. */
static void the_chapter_agrees(void)
{
    for (double z = -3.0; z <= 3.0; z += 0.75) {
        MUST_HOLD(nearly_exact(cross_entropy(z, 1.0), loss_right(z, 1.0)));
        MUST_HOLD(nearly_exact(cross_entropy(z, 0.0), loss_right(z, -1.0)));
    }
}

static void expect_exact(const subject *f, double z, double c)
{
    const double got = f->asked(z, c), right = f->right(z, c);
    if (!nearly_exact(got, right))
        suspect("%s(%g, %g) returned %.17g, expected %.17g: %s", f->name, z,
                c, got, right, suspicion_of(f, got, z, c));
}

/* Right answers and wrong ones, of both labels. */
static void expect_all_four(const subject *f, double size)
{
    expect_exact(f, size, 1.0);
    expect_exact(f, -size, -1.0);
    expect_exact(f, -size, 1.0);
    expect_exact(f, size, -1.0);
}

static void right_where_it_is_hard(const subject *f)
{
    static const double sizes[] = {
        40.0,  36.0, 300.0,        700.0,   720.0,   740.0, 1e4,  1e17,
        1e308, 0.0,  DBL_TRUE_MIN, DBL_MIN, DBL_MAX, 1e-17, 1e-9, INFINITY};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        expect_all_four(f, sizes[i]);
    for (double size = 0.0; size <= 760.0; size += 0.3125)
        expect_all_four(f, size);
    random_stream r = {7};
    for (int i = 0; i < 2000; i++)
        expect_all_four(f, exp2(40.0 * random_uniform(&r) - 30.0));
}

static void lets_nan_through(const subject *f)
{
    for (double c = -1.0; c <= 1.0; c += 2.0)
        if (!isnan(f->asked(NAN, c)))
            suspect("%s(NAN, %g) returned %g, expected a NaN: which "
                    "comparison or function lets it go?",
                    f->name, c, f->asked(NAN, c));
}

static void expect_all(const subject *f)
{
    if (f->asked(0.5, 1.0) == TODO)
        unanswered("%s", f->name);
    right_where_it_is_easy(f);
    right_where_it_is_hard(f);
    lets_nan_through(f);
}

static void a_loss_that_survives(void)
{
    the_chapter_agrees();
    expect_all(&(subject){"log_loss", log_loss, loss_right, mistaken_loss});
}

static void a_slope_that_survives(void)
{
    expect_all(&(subject){"log_loss_slope", log_loss_slope, slope_right,
                          mistaken_slope});
}

const check checks[] = {a_loss_that_survives, a_slope_that_survives, NULL};
