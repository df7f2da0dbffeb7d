/* The checks of exercise 1.7. Below z = -40 the sigmoid is e^z to the last
   bit of a double; above, the chapter's formula is safe to compare with. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

#include <fenv.h>
#include <float.h>
#include <math.h>

/* True if the last few bits are all that may be wrong with x. */
static bool nearly_exact(double x, double value)
{
    return fabs(x - value) <= 4.0 * (DBL_EPSILON * value + DBL_TRUE_MIN);
}

static void right_where_it_is_easy(void)
{
    for (double z = -20.0; z <= 20.0; z += 2.5) {
        const double got = sigmoid_safe(z);
        if (isnan(got))
            unanswered("sigmoid_safe(%g)", z);
        if (fabs(got - sigmoid(z)) > 1e-3)
            suspect("sigmoid_safe(%g): this is not the sigmoid", z);
    }
}

static void nothing_overflows(double z)
{
    feclearexcept(FE_ALL_EXCEPT);
    const double got = sigmoid_safe(z);
    if (isnan(got))
        suspect("sigmoid_safe(%g): not a number; what becomes of each "
                "exponential there?",
                z);
    if (fetestexcept(FE_OVERFLOW | FE_DIVBYZERO | FE_INVALID) != 0)
        suspect("sigmoid_safe(%g): overflows on the way, whatever the "
                "result; can every exponent be kept from being large?",
                z);
}

static void right_where_it_is_hard(void)
{
    static const double at[] = {-45.0, -300.0, -700.0, -740.0};
    if (sigmoid_safe(-45.0) == 0.0)
        suspect("sigmoid_safe(-45): all digits are lost; look for the "
                "difference of two nearly equal numbers");
    if (sigmoid_safe(-45.0) == sigmoid_safe(-46.0))
        suspect("sigmoid_safe(-45) and (-46) are equal; is the result held "
                "at a limit?");
    if (sigmoid_safe(-700.0) == sigmoid_safe(-701.0) ||
        sigmoid_safe(-740.0) == sigmoid_safe(-741.0))
        suspect("sigmoid_safe is equal at two places below -700; is z held "
                "at a "
                "limit?");
    for (size_t i = 0; i < sizeof at / sizeof at[0]; i++)
        if (!nearly_exact(sigmoid_safe(at[i]), exp(at[i])))
            suspect("sigmoid_safe(%g): too few digits are right, or none; "
                    "is a tiny number added to a large one there?",
                    at[i]);
    for (double z = -40.0; z <= 60.0; z += 0.625)
        if (!nearly_exact(sigmoid_safe(z), sigmoid(z)))
            suspect("sigmoid_safe(%g): too few digits are right; where is "
                    "a small number lost in a large one?",
                    z);
}

static void a_sigmoid_that_survives(void)
{
    right_where_it_is_easy();
    nothing_overflows(1000.0);
    nothing_overflows(-1000.0);
    nothing_overflows(INFINITY);
    nothing_overflows(-INFINITY);
    right_where_it_is_hard();
    if (!isnan(sigmoid_safe(NAN)))
        suspect("sigmoid_safe(NAN): swallowed a NaN; which of your "
                "comparisons and functions let it go?");
}

const check checks[] = {a_sigmoid_that_survives, NULL};
