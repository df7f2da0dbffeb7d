/* The checks of exercise 1.5: the slope of tanh, found by nudging at a few
   places, and at many outputs by the formula, to the last digits. */
#include "answer.h"

#include "01-neuron/check.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>

/* Of a slope of 1 at most; nudging errs by a thousand times that. */
static const double allowed = 1e-14;

static double tanh_at(const void *state)
{
    const double *z = state;
    return tanh(*z);
}

/* In factors, the distances of the output from its limits, which round
   less near them. */
static double slope_of_tanh(double a)
{
    return (1.0 - a) * (1.0 + a);
}

/* What is right but for its last digits tells how it was found. */
static void expect_all_digits(const char *call, double got, double right)
{
    const double error = fabs(got - right);
    if (error <= allowed || !(error < 1e-4))
        return;
    suspect("%s returned %.17g, expected %.17g: %s", call, got, right,
            got == (double)(float)got
                ? "no more digits than a float holds; where is a double "
                  "put into one?"
                : "the first digits are right, as nudging would find them; "
                  "a formula in a finds all");
}

static void expect_slope(const char *call, double a)
{
    static double before = NAN; /* what the last call returned */
    const double got = tanh_prime_from_output(a);
    const double right = slope_of_tanh(a);
    if (got == TODO)
        unanswered("tanh_prime_from_output");
    expect_all_digits(call, got, right);
    expect_result(
        call, got, right, allowed,
        SLIPS({0.0, "nothing came back: is the slope printed, and not "
                    "returned? or does a half divide whole numbers?"},
              {1.0 - tanh(a) * tanh(a),
               "a is the output; here it went through tanh once more"},
              {a * (1.0 - a), "that is the formula of the sigmoid; begin "
                              "from the formula of tanh"},
              {4.0 * a * (1.0 - a), "tanh is a sigmoid that is stretched; "
                                    "its output has to be stretched, too"},
              {(1.0 - a) * (1.0 - a), "the square covers too much; what is "
                                      "squared, and what is not?"},
              {1.0 + a * a, "look for a sign; tanh is never steeper than "
                            "at the middle"},
              {-right, "below 0, but tanh never falls; which of the two "
                       "is subtracted from the other?"},
              {1.0 - 2.0 * a, "a*2 doubles a; is that what the quotient "
                              "rule has done to s/c?"},
              {-2.0 * a, "that is the slope of the answer by a; one "
                         "derivative too many"},
              {a * a, "one term of the quotient rule is left out; which "
                      "was there first?"},
              {1.0 - a, "that falls from the middle in a straight line; is "
                        "tanh's slope made of straight lines?"},
              {sqrt(right), "look for a root; both terms of the quotient "
                            "rule stand over a square"},
              {1.0 / right, "that is how z moves with a; asked is how a "
                            "moves with z"},
              {before, "the same as the call before; what in it depends on "
                       "a, and what is remembered?"}));
    before = got;
}

static void slope_agrees_with_nudging(void)
{
    static const double at[] = {0.6,   -0.6, 0.0,  1.5,      -2.0,     3.0,
                                -1e-9, 20.0, -9.0, INFINITY, -INFINITY};
    for (size_t i = 0; i < sizeof at / sizeof at[0]; i++) {
        double z = at[i];
        const double a = tanh(z);
        if (isfinite(z)) {
            const double nudged =
                central_difference(tanh_at, &z, &z, 1e-5).slope;
            MUST_HOLD(fabs(nudged - slope_of_tanh(a)) < 1e-9);
        }
        expect_slope(text("tanh_prime_from_output(tanh(%g))", z), a);
    }
}

/* Outputs of three digits, in no order and with repeats; and each with its
   mirror image, since tanh is as steep left of the middle as right. */
static void slope_at_any_output(void)
{
    random_stream stream = {15};
    for (int i = 0; i < 500; i++) {
        const double a = (double)random_below(&stream, 1001) / 1000.0;
        expect_slope(text("tanh_prime_from_output(%g)", a), a);
        expect_slope(text("tanh_prime_from_output(%g)", -a), -a);
    }
}

static void slope_from_the_output(void)
{
    slope_agrees_with_nudging();
    slope_at_any_output();
}

const check checks[] = {slope_from_the_output, NULL};
