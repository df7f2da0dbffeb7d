/* The checks of exercise 1.7. Below z = -40 the sigmoid is e^z to the last
   bit of a double; above, the chapter's formula is safe to compare with. */
#include "answer.h"

#include "plumbing/random.h"
#include "workbook.h"

#include <fenv.h>
#include <float.h>
#include <math.h>

static double by_the_formula(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double right_at(double z)
{
    return z < -40.0 ? exp(z) : by_the_formula(z);
}

/* What the last few bits of a value come to: five of them, since there are
   good ways that round the exponent. */
static double last_bits(double value)
{
    return 32.0 * DBL_EPSILON * value + 4.0 * DBL_TRUE_MIN;
}

static const char *call(double z)
{
    return text("sigmoid_safe(%.17g)", z);
}

static void right_where_it_is_easy(void)
{
    if (sigmoid_safe(1.0) == TODO)
        unanswered("sigmoid_safe");
    for (double z = -20.0; z <= 20.0; z += 2.5)
        expect_result(
            call(z), sigmoid_safe(z), by_the_formula(z), 1e-12,
            SLIPS(
                {by_the_formula(-z),
                 "that is the sigmoid of -z; is the sign of "
                 "z lost, or turned over?"},
                {tanh(z),
                 "that is tanh; its range is another, and so is its scale"},
                {exp(-fabs(z)), "an exponential alone; what is it divided "
                                "by?"},
                {by_the_formula(z) * by_the_formula(-z),
                 "that is the slope of the sigmoid"}));
}

static void nothing_overflows(double z)
{
    feclearexcept(FE_ALL_EXCEPT);
    const double got = sigmoid_safe(z);
    if (isnan(got))
        suspect("%s returned nan: not a number; what becomes of each "
                "exponential there?",
                call(z));
    if (fetestexcept(FE_OVERFLOW | FE_DIVBYZERO | FE_INVALID) != 0)
        suspect("%s overflows on the way, whatever the result; can every "
                "exponent be kept from being large?",
                call(z));
}

/* A rising function that is equal at two places is held somewhere. */
static void expect_rising(double z, const char *suspicion)
{
    const double got = sigmoid_safe(z), before = sigmoid_safe(z - 1.0);
    if (got == before && got > 0.0)
        suspect("%s returned %g, and so did %s: %s", call(z), got,
                call(z - 1.0), suspicion);
}

/* Elsewhere than where it is easy. */
static void expect_last_bits(double z)
{
    const double right = right_at(z);
    if (z > 0.0 && sigmoid_safe(z) == 1.0 && 1.0 - right > last_bits(right))
        suspect("%s returned the limit itself, and a double can still tell "
                "them apart; from which z on can it not?",
                call(z));
    expect_result(
        call(z), sigmoid_safe(z), right, last_bits(right),
        SLIPS({0.0, z < -700.0
                        ? "tiny, but not nothing; from which z on does a "
                          "double have nothing smaller?"
                        : "all digits are lost; look for the "
                          "difference of two nearly equal numbers"},
              {by_the_formula(-z),
               "that is what the other side has; which of "
               "your cases is this z meant to fall to?"},
              {sigmoid_safe(-z), "the same as at -z; which of your cases "
                                 "is this z meant to fall to?"}));
}

static void expect_the_ends(double z)
{
    expect_result(
        call(z), sigmoid_safe(z), z > 0.0 ? 1.0 : 0.0, 0.0,
        SLIPS({z > 0.0 ? 0.0 : 1.0, "that is the other end; to which side "
                                    "does the sigmoid rise?"},
              {sigmoid_safe(0.75 * z), "the same as nearer to zero; it "
                                       "should have gone on; what holds "
                                       "it?"},
              {0.5, "that is the middle; is an infinite z looked at by "
                    "itself?"}));
}

static void right_everywhere(void)
{
    random_stream stream = {17};
    for (double z = -1000.0; z <= 1000.0; z += 0.125) {
        nothing_overflows(z);
        expect_last_bits(z);
    }
    for (int n = 0; n < 4000; n++) {
        const double z = 2000.0 * random_uniform(&stream) - 1000.0;
        nothing_overflows(z);
        expect_last_bits(z);
        expect_last_bits(z / 1000.0);
    }
    for (double size = DBL_TRUE_MIN; size < DBL_MAX / 8.0; size *= 7.0) {
        expect_last_bits(size);
        expect_last_bits(-size);
    }
}

static void a_sigmoid_that_survives(void)
{
    right_where_it_is_easy();
    nothing_overflows(1000.0);
    nothing_overflows(-1000.0);
    nothing_overflows(INFINITY);
    nothing_overflows(-INFINITY);
    expect_rising(-45.0, "is the result held at a limit?");
    expect_last_bits(-45.0);
    expect_rising(-700.0, "is z held at a limit?");
    expect_rising(-740.0, "is z held at a limit?");
    expect_the_ends(INFINITY);
    expect_the_ends(-INFINITY);
    right_everywhere();
    if (!isnan(sigmoid_safe(NAN)))
        suspect("sigmoid_safe(NAN) returned %g: swallowed a NaN; which of "
                "your comparisons and functions let it go?",
                sigmoid_safe(NAN));
}

const check checks[] = {a_sigmoid_that_survives, NULL};
