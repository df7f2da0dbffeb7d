/* The checks of exercise 4.3. What is right is worked out in long double,
   with the largest taken out of the sum, and its logarithm by a series. */
#include "answer.h"

#include "04-digits/softmax.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 40, BEHIND = 4 };

/* log(1 + x) for x from 0 on: of the power of 2 in 1 + x and, by the series
   of the inverse hyperbolic tangent, of what it leaves. */
static long double log_one_plus(long double x)
{
    const long double ln_2 = 0.693147180559945309417232121458L;
    int power = 0;
    for (long double whole = 1.0L + x; whole > 1.5L; whole /= 2.0L)
        power++;
    const long double scale = ldexpl(1.0L, power);
    /* (1 + x) / scale = 1 + q, exactly where the power is 0. */
    const long double q = power == 0 ? x : (1.0L - scale + x) / scale;
    const long double u = q / (2.0L + q);
    long double sum = 0.0L;
    for (int n = 59; n > 0; n -= 2)
        sum = sum * u * u + 1.0L / (long double)n;
    return (long double)power * ln_2 + 2.0L * u * sum;
}

/* The logits of a case. */
typedef struct {
    int n;
    double z[MOST];
} logits;

static double largest_of(const logits *l)
{
    double m = -INFINITY;
    for (int k = 0; k < l->n; k++)
        m = fmax(m, l->z[k]);
    return m;
}

/* What the exponentials add to the largest logit: the log of their sum in
   units of the largest exponential. */
static long double added_to(const logits *l, double m)
{
    long double others = 0.0L;
    bool taken = false;
    if (isinf(m))
        return 0.0L;
    for (int k = 0; k < l->n; k++) {
        if (l->z[k] != m || taken)
            others += expl((long double)l->z[k] - (long double)m);
        taken = taken || l->z[k] == m;
    }
    return log_one_plus(others);
}

static double right_of(const logits *l)
{
    const double m = largest_of(l);
    return (double)((long double)m + added_to(l, m));
}

/* What plain mistakes make of logits that are easy. */
static double plain(const logits *l, int from, int to)
{
    double sum = 0.0;
    for (int k = from; k < to; k++)
        sum += exp(l->z[k]);
    return log(sum);
}

/* The logits, as C has them. */
static const char *call(const logits *l)
{
    static char words[2000];
    size_t used = 0;
    used +=
        (size_t)snprintf(words, sizeof words, "log_sum_exp((double[]){");
    for (int k = 0; k < l->n && used < sizeof words - 80; k++)
        used += (size_t)snprintf(words + used, sizeof words - used, "%s%s",
                                 k > 0 ? ", " : "",
                                 isnan(l->z[k])   ? "NAN"
                                 : isinf(l->z[k]) ? "-INFINITY"
                                                  : text("%.17g", l->z[k]));
    snprintf(words + used, sizeof words - used, "}, %d)", l->n);
    return words;
}

/* Calls it with the logits in an array that has others, larger ones, behind
   them; they are to stay as they are. */
static double made_of(const logits *l)
{
    const size_t size = (size_t)(l->n + BEHIND) * sizeof(double);
    double *z = malloc(size), *before = malloc(size);
    MUST_HOLD(z != NULL && before != NULL);
    for (int k = 0; k < l->n + BEHIND; k++)
        z[k] = k < l->n ? l->z[k] : 5000.0;
    memcpy(before, z, size);
    const double got = log_sum_exp(z, l->n);
    const bool same = memcmp(before, z, size) == 0;
    free(z);
    free(before);
    if (!same)
        suspect("%s has changed the logits, which belong to its caller",
                call(l));
    return got;
}

static void right_where_it_is_easy(const logits *l)
{
    const double right = right_of(l), m = largest_of(l), got = made_of(l);
    double mean = 0.0, squares = 0.0, bare = 0.0, below = 0.0, p[MOST];
    int as_large = 0;
    for (int k = 0; k < l->n; k++) {
        if (l->z[k] == m)
            as_large++;
        else
            below += exp(l->z[k] - m);
        mean += l->z[k] / l->n;
        bare += l->z[k];
        squares += exp(l->z[k]) * exp(l->z[k]);
    }
    const double first = softmax_loss(l->z, l->n, 0, p);
    const double last = softmax_loss(l->z, l->n, l->n - 1, p);
    expect_result(
        call(l), got, right, 1e-13,
        SLIPS(
            {5000.0, "it looks at a number behind the last logit; how far "
                     "do the loops go?"},
            {right - m, "what was taken out of every exponent has to come "
                        "back; where, once the logarithm is taken?"},
            {right - 2.0 * m,
             "the largest is taken off once more where it is to come back"},
            {right + m, "the largest comes back, and had not been taken "
                        "out; look at the exponent"},
            {as_large > 1 ? m + log1p(below) : NAN,
             "all logits as large as the largest are left out; how many of "
             "the equal ones are to be left out of the sum?"},
            {right - log(l->n),
             "that is the logarithm of the mean; asked is that of the sum"},
            {exp(right), "the logarithm is still to come"},
            {exp(right - m), "the logarithm is still to come"},
            {m, "that is the largest alone; do the others add nothing?"},
            {right / log(2.0), "that is a logarithm to base two; in C the "
                               "natural one is called log"},
            {right / log(10.0), "that is a logarithm to base ten; in C the "
                                "natural one is called log"},
            {m + (right - m) / log(10.0),
             "its logarithm is one to base ten; in C the natural one is "
             "called log"},
            {m + log1p(exp(right - m)),
             "the largest counts twice, once in the sum and once as the "
             "one of log1p"},
            {plain(l, 1, l->n), "the first logit is left out"},
            {plain(l, 0, l->n - 1), "the last logit is left out"},
            {plain(l, 0, 1), "that is the first logit; does the sum go on "
                             "to the others?"},
            {l->z[l->n - 1], "that is the last logit alone; does the loop "
                             "add, or overwrite?"},
            {bare, "that is the sum of the logits; the logarithm of a sum "
                   "is not the sum of the logarithms"},
            {mean, "that is the mean of the logits"},
            {log(squares), "the exponents are doubled, or the exponentials "
                           "squared"},
            {first, "that is the loss of a class; is a logit taken off at "
                    "the end?"},
            {last, "that is the loss of a class; is a logit taken off at "
                   "the end?"}));
}

/* What to suspect where it is hard. */
static const char *suspicion(const logits *l, double got, double right)
{
    const double m = largest_of(l);
    if (isnan(got) && isinf(right))
        return "not a number; where is one infinity taken from another?";
    if (isnan(got))
        return "not a number; which two infinities meet?";
    if (got == INFINITY)
        return "an exponential is too large for a double, though its "
               "logarithm is not; what can be taken out of the exponents?";
    if (got == -INFINITY)
        return "every exponential has come to nothing, and the logarithm "
               "of that is minus infinity; is the largest exponent zero "
               "here? Where does the search for the largest begin?";
    if (got == 0.0 && m == 0.0)
        return "all digits are lost; which sum rounds to one, and which "
               "function takes a small number without the one?";
    if (m == 0.0 && fabs(got - right) < DBL_EPSILON)
        return "too few digits are right; which sum has rounded them away "
               "beside its one?";
    if (fabs(got) < fabs(right) && fabs(m) > 100.0)
        return "is an exponent, or a logit, held at a limit?";
    return "too few digits are right; where is a small number lost in a "
           "large one?";
}

/* What the last few bits come to. An exponential has as many right as its
   exponent has behind the point, if it was rounded on the way. */
static double last_bits(const logits *l, double m)
{
    const double added = (double)added_to(l, m);
    const double exponent = added > 0.0 ? fmax(1.0, -log(added)) : 1.0;
    return (4.0 + l->n) * DBL_EPSILON * (fabs(m) + added * exponent) +
           DBL_TRUE_MIN;
}

static void expect_hard(const logits *l)
{
    const double m = largest_of(l), right = right_of(l), got = made_of(l);
    const double allowed = isinf(right) ? 0.0 : last_bits(l, m);
    if (got == right || fabs(got - right) <= allowed)
        return;
    if (got == 5000.0)
        suspect("%s returned 5000: it looks at a number behind the last "
                "logit; how far do the loops go?",
                call(l));
    suspect("%s returned %s, expected %.17g: %s", call(l),
            isnan(got) ? "NAN" : text("%.17g", got), right,
            suspicion(l, got, right));
}

static void shifted(logits l, double by)
{
    for (int k = 0; k < l.n; k++)
        l.z[k] += by;
    expect_hard(&l);
}

static logits drawn(random_stream *r, int n, double size)
{
    logits l = {.n = n};
    for (int k = 0; k < n; k++)
        l.z[k] = size * (2.0 * random_uniform(r) - 1.0);
    return l;
}

static void lets_nan_through(const logits *l)
{
    for (int at = 0; at < l->n; at++) {
        logits with = *l;
        with.z[at] = NAN;
        const double got = made_of(&with);
        if (!isnan(got))
            suspect("%s returned %g, expected a NaN: which comparison or "
                    "function lets it go?",
                    call(&with), got);
    }
}

static void easy_ones(void)
{
    static const logits by_hand[] = {
        {3, {0.25, 1.5, -0.75}},    {4, {1.5, 0.5, -0.25, 0.125}},
        {2, {-2.0, -1.0}},          {5, {-0.5, -1.0, -0.75, -2.0, -0.25}},
        {4, {1.5, 0.25, 1.5, 1.5}}, {2, {0.5, 0.5}},
    };
    random_stream r = {43};
    for (size_t i = 0; i < sizeof by_hand / sizeof by_hand[0]; i++)
        right_where_it_is_easy(&by_hand[i]);
    for (int n = 2; n <= MOST; n++) {
        const logits l = drawn(&r, n, 3.0);
        right_where_it_is_easy(&l);
    }
}

static void hard_ones(void)
{
    static const logits by_hand[] = {
        {1, {0.75}},
        {1, {1000.0}},
        {1, {-1000.0}},
        {2, {1000.0, 1000.0}},
        {2, {-1000.0, -1000.0}},
        {2, {1000.0, -1000.0}},
        {2, {-1000.0, 1000.0}},
        {3, {0.0, 1000.0, 999.0}},
        {3, {-2000.0, -1000.0, -1001.0}},
        {2, {0.0, -40.0}},
        {2, {-40.0, 0.0}},
        {3, {-36.5, 0.0, -37.5}},
        {2, {0.0, -700.0}},
        {2, {0.0, -740.0}},
        {4, {-50.0, -45.0, 0.0, -800.0}},
        {2, {-1e-18, -40.0}},
        {2, {1e308, -1e308}},
        {3, {1e308, 1e308, 1.0}},
        {2, {-1e308, -1.5e308}},
        {2, {-DBL_MAX, DBL_MAX}},
        {3, {0.5, -INFINITY, 1.5}},
        {3, {-INFINITY, 0.5, 1.5}},
        {3, {1.5, 0.5, -INFINITY}},
        {2, {-INFINITY, -1000.0}},
        {4, {-INFINITY, 0.0, -INFINITY, -40.0}},
        {1, {-INFINITY}},
        {3, {-INFINITY, -INFINITY, -INFINITY}},
    };
    random_stream r = {44};
    for (size_t i = 0; i < sizeof by_hand / sizeof by_hand[0]; i++)
        expect_hard(&by_hand[i]);
    for (int n = 1; n <= MOST; n++) {
        shifted(drawn(&r, n, 3.0), 1000.0);
        shifted(drawn(&r, n, 3.0), -1000.0);
        shifted(drawn(&r, n, 1000.0), 0.0);
        shifted(drawn(&r, n, 1e4), 1e300);
        logits small = drawn(&r, n, 20.0); /* beside one that is 0 */
        for (int k = 0; k < n; k++)
            small.z[k] -= 60.0;
        small.z[n / 2] = 0.0;
        expect_hard(&small);
    }
    for (int i = 0; i < 2000; i++) {
        logits l = drawn(&r, 2 + i % 9, exp2(14.0 * random_uniform(&r)));
        if (i % 3 == 0)
            l.z[i % l.n] = -INFINITY;
        expect_hard(&l);
    }
}

/* What the judge itself goes by. */
static void what_it_stands_on(void)
{
    random_stream r = {45};
    for (int n = 1; n <= 9; n++) {
        const logits l = drawn(&r, n, 3.0);
        double p[MOST];
        MUST_HOLD(fabs(softmax_loss(l.z, n, 0, p) + l.z[0] - right_of(&l)) <
                  1e-14);
    }
    for (double x = 0.0; x < 40.0; x += 0.125)
        MUST_HOLD(fabs((double)log_one_plus(x) - log1p(x)) <=
                  2.0 * DBL_EPSILON * log1p(x));
}

static void a_log_sum_exp_that_survives(void)
{
    static const logits some[] = {{3, {0.25, 1.5, -0.75}},
                                  {1, {0.5}},
                                  {3, {-INFINITY, 0.5, -INFINITY}},
                                  {2, {-INFINITY, -INFINITY}},
                                  {2, {1000.0, -1000.0}}};
    what_it_stands_on();
    if (made_of(&some[0]) == TODO)
        unanswered("log_sum_exp");
    easy_ones();
    hard_ones();
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++)
        lets_nan_through(&some[i]);
}

const check checks[] = {a_log_sum_exp_that_survives, NULL};
