/* The checks of exercise 4.5: beside the Jacobian, written down in full;
   beside the chapter's p - y; and a softmax of so many logits that steps
   without end show. */
#define _XOPEN_SOURCE 700 /* clock_gettime */
#include "answer.h"

#include "04-digits/softmax.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 24, MANY = 4000, BEHIND = 3 };

/* A softmax, and the derivatives by its probabilities. */
typedef struct {
    int n;
    double p[MOST], g[MOST];
} way;

/* dp[i]/dz[j], as the chapter has it. */
static double jacobian(const way *w, int i, int j)
{
    return w->p[i] * ((i == j ? 1.0 : 0.0) - w->p[j]);
}

static double right_of(const way *w, int j)
{
    double sum = 0.0;
    for (int i = 0; i < w->n; i++)
        sum += w->g[i] * jacobian(w, i, j);
    return sum;
}

/* How large what is added up on the way may be. */
static double size_of(const way *w, int j)
{
    double sum = fabs(w->g[j]);
    for (int i = 0; i < w->n; i++)
        sum += fabs(w->g[i]) * w->p[i];
    return w->p[j] * sum;
}

/* The call, with its numbers. */
static const char *call(const way *w, bool one_array)
{
    static char words[1600];
    int used = snprintf(words, sizeof words,
                        "softmax_backward(p, dL_dp, %d, %s), where p is {",
                        w->n, one_array ? "dL_dp" : "dL_dz");
    for (int half = 0; half < 2; half++) {
        if (half == 1)
            used += snprintf(words + used, sizeof words - (size_t)used,
                             "} and dL_dp {");
        for (int k = 0; k < w->n; k++)
            used += snprintf(words + used, sizeof words - (size_t)used,
                             "%s%.5g", k > 0 ? ", " : "",
                             half == 0 ? w->p[k] : w->g[k]);
    }
    snprintf(words + used, sizeof words - (size_t)used, "},");
    return words;
}

/* Whether it is right where the derivatives go into an array of their own. */
static bool is_right_apart(const way *w)
{
    double z[MOST + BEHIND];
    softmax_backward(w->p, w->g, w->n, z);
    for (int j = 0; j < w->n; j++)
        if (!(fabs(z[j] - right_of(w, j)) <=
              1e-13 * size_of(w, j) + 1e-300))
            return false;
    return true;
}

/* What comes of plain mistakes, for one logit. */
static const slip *slips_for(const way *w, int j, double got,
                             bool one_array)
{
    static slip slips[24];
    const double p = w->p[j], g = w->g[j], right = right_of(w, j);
    double mean = 0.0, sum = 0.0, other = 0.0, late = 0.0, whole = 0.0;
    for (int i = 0; i < w->n; i++) {
        whole += size_of(w, i);
        mean += w->g[i] * w->p[i];
        sum += w->g[i];
        other += i == j ? 0.0 : w->g[i] * w->p[i];
        late += (i < j ? right_of(w, i) : w->g[i]) * w->p[i];
    }
    const double last = w->g[w->n - 1] * w->p[w->n - 1];
    const slip all[] = {
        {7.0 + right, "it is added to what stood there; is it asked to be "
                      "added?"},
        {7.0,
         "it has been left as it was; does the loop go through all n?"},
        {p * g, "what the other probabilities do is left out; is every "
                "probability moved by this logit?"},
        {p * (1.0 - p) * g,
         "that is the path through its own probability; how many paths "
         "lead from the loss to this logit?"},
        {-p * other, "that is what goes through the other probabilities; "
                     "there is a path through its own, too"},
        {-p * mean, "only what all probabilities have in common is there; "
                    "what has the Jacobian where i and j are equal?"},
        {g - mean, "a factor is missing; how much does a probability near "
                   "nothing move?"},
        {p * g - mean, "the weighted sum has a factor, too; put the "
                       "parentheses in"},
        {p * (g + mean), "a sign is turned over; does a probability rise "
                         "or fall where another logit rises?"},
        {p * (mean - g), "the size is right, and the sign is turned over; "
                         "which way does a probability move with its own "
                         "logit?"},
        {p * (g - sum), "the sum is one without weights; which factor does "
                        "each path have at its end?"},
        {p * (g - mean / w->n), "a mean weighted by probabilities is not "
                                "divided again; what do they add up to?"},
        {p * (g - sum / w->n), "that is the plain mean; which weights do "
                               "the paths have?"},
        {p * (g - last), "the sum has only its last term; does the loop "
                         "add, or overwrite?"},
        {p * (g - mean + last), "the last term of the sum is left out"},
        {p * (g - mean + w->g[0] * w->p[0]),
         "the first term of the sum is left out"},
        {p * (g - other), "its own term is not in the sum, and belongs "
                          "there"},
        {p - g, "that is p less what was handed over; when is the "
                "derivative p - y, and what is y there?"},
        {p, "that is the probability itself"},
        {p * (1.0 - p) * (g - mean),
         "the slope of a sigmoid is there, and the softmax is no sigmoid"},
        {p * p * (g - mean), "the probability counts twice"},
    };
    int n = 0;
    for (size_t s = 0; s < sizeof all / sizeof all[0]; s++)
        if (fabs(all[s].value - right) > 1e-9 * size_of(w, j))
            slips[n++] = all[s];
    if (fabs(got - right) <= 1e-14 * whole)
        slips[n++] =
            (slip){got, "right, but for rounding: a small number is found "
                        "as the difference of large ones; which formula "
                        "has its own p for a factor?"};
    slips[n++] = (slip){0.0, NULL};
    if (one_array && is_right_apart(w)) {
        slips[0] = (slip){p * (g - late),
                          "the sum takes in derivatives that have been "
                          "overwritten; when is it worked out?"};
        slips[1] = (slip){got, "with two arrays the same is right; which "
                               "number of dL_dp is read once it has been "
                               "overwritten?"};
        slips[2] = (slip){0.0, NULL};
    }
    return slips;
}

static void expect_untouched(const char *call, const double now[],
                             const double before[], int n, const char *name)
{
    if (memcmp(now, before, (size_t)n * sizeof(double)) != 0)
        suspect("%s has changed %s, which it is to read only", call, name);
}

/* Calls it, with one array for the derivatives or with two. In each array
   stand others behind the last number. */
static void expect_way(const way *w, bool one_array)
{
    const int length = w->n + BEHIND;
    double p[MOST + BEHIND], g[MOST + BEHIND], z[MOST + BEHIND];
    double before[MOST + BEHIND];
    for (int k = 0; k < length; k++) {
        p[k] = k < w->n ? w->p[k] : 50.0;
        before[k] = g[k] = k < w->n ? w->g[k] : 60.0;
        z[k] = 7.0;
    }
    double *const to = one_array ? g : z;
    softmax_backward(p, g, w->n, to);
    if (to[0] == TODO)
        unanswered("softmax_backward");
    for (int i = 1; i <= w->n; i++) { /* the second first: it has others
                                         before and behind it */
        const int j = i % w->n;
        expect_left(text("%s[%d]", one_array ? "dL_dp" : "dL_dz", j),
                    call(w, one_array), to[j], right_of(w, j),
                    1e-13 * size_of(w, j) + 1e-300,
                    slips_for(w, j, to[j], one_array));
    }
    for (int k = w->n; k < length; k++)
        if (to[k] != (one_array ? 60.0 : 7.0))
            suspect("%s has written behind the last of n numbers; how far "
                    "do the loops go?",
                    call(w, one_array));
    expect_untouched(call(w, one_array), p, w->p, w->n, "p");
    if (!one_array)
        expect_untouched(call(w, one_array), g, before, length, "dL_dp");
}

/* The p of logits of this size. */
static way drawn(random_stream *r, int n, double size)
{
    way w = {.n = n};
    double z[MOST];
    for (int k = 0; k < n; k++) {
        z[k] = size * random_normal(r);
        w.g[k] = 3.0 * random_normal(r);
    }
    softmax_loss(z, n, 0, w.p);
    return w;
}

/* What the loss of the chapter hands back: nothing, but for one class. */
static void p_minus_y(way w, int c)
{
    double p_y[MOST];
    for (int k = 0; k < w.n; k++)
        w.g[k] = k == c ? -1.0 / w.p[c] : 0.0;
    softmax_loss_slope(w.p, w.n, c, p_y);
    for (int k = 0; k < w.n; k++)
        MUST_HOLD(fabs(right_of(&w, k) - p_y[k]) < 1e-13);
    expect_way(&w, false);
    expect_way(&w, true);
}

static void any_way(void)
{
    static const way by_hand = {3, {0.2, 0.7, 0.1}, {2.0, -1.5, 5.0}};
    static const double sizes[] = {1.0, 0.1, 5.0, 300.0};
    random_stream r = {45};
    expect_way(&by_hand, false);
    expect_way(&by_hand, true);
    for (int s = 0; s < 4; s++)
        for (int n = 1; n <= MOST; n++) {
            way w = drawn(&r, n, sizes[s]);
            expect_way(&w, false);
            expect_way(&w, true);
            for (int k = 0; k < n; k++) /* all alike: nothing moves */
                w.g[k] = -2.5;
            expect_way(&w, n % 2 == 0);
            if (sizes[s] < 2.0)
                p_minus_y(w, n / 2);
        }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A few loops over so many take far less than a millisecond. */
static void many_logits(void)
{
    double *p = malloc(3 * (size_t)MANY * sizeof *p), seconds = 1.0;
    MUST_HOLD(p != NULL);
    double *const g = p + MANY, *const z = g + MANY;
    for (int k = 0; k < MANY; k++) {
        p[k] = 1.0 / MANY;
        g[k] = k % 2;
    }
    for (int tries = 0; tries < 5 && seconds > 0.004; tries++) {
        const double begun = now();
        softmax_backward(p, g, MANY, z);
        seconds = fmin(seconds, now() - begun);
    }
    free(p);
    if (seconds > 0.004)
        suspect("softmax_backward(p, dL_dp, %d, dL_dz) took %.3f seconds: "
                "is there a loop in a loop? Which of the sums is the same "
                "for every logit?",
                MANY, seconds);
}

static void back_through_a_softmax(void)
{
    any_way();
    many_logits();
}

const check checks[] = {back_through_a_softmax, NULL};
