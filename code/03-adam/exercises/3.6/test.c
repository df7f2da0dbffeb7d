/* The checks of exercise 3.6: a few steps beside the chapter's
   adam_step_inside, with large constants, then with the usual ones. */
#include "answer.h"

#include "02-network/start.h"
#include "03-adam/optimizer.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>

enum { STEPS = 4 };

static const char *const ordinals[STEPS] = {"first", "second", "third",
                                            "fourth"};

/* Ways to go wrong. */
typedef enum {
    UNCORRECTED,
    ONLY_M_CORRECTED,
    ONLY_V_CORRECTED,
    ROOT_FORGOTTEN,
    UNDER_THE_ROOT, /* epsilon */
    EPSILON_HAT,
    EPSILON_LEFT_OUT,
    UPHILL,
    ALONG_THE_GRADIENT, /* not along m */
    ONE_STEP_AHEAD,     /* t + 1 for t */
    BETAS_EXCHANGED,    /* in the corrections */
    WRONG_WAYS
} wrong_way;

static const char *const messages[WRONG_WAYS] = {
    "the averages are used as they are; both began at 0, and what sets "
    "that right?",
    "m is corrected and v is not; it began at 0, too",
    "v is corrected and m is not; it began at 0, too",
    "v has the unit of a squared gradient; what makes it comparable to m?",
    "epsilon stands under the root; it is to be added to the root",
    "epsilon is added to the root of v as it is, the form of Keras; in the "
    "paper's form, which v has its root taken?",
    "epsilon is left out",
    "this goes uphill; look for a sign",
    "the step goes along the gradient of this step; what is m for?",
    "the corrections are one step ahead; what is t in the first step?",
    "the corrections have their betas exchanged",
};

/* What a step of step number t takes off a parameter in such a way. */
static double taken_off(wrong_way w, double m, double v, double g, double t,
                        const adam_constants *c)
{
    const double ahead = w == ONE_STEP_AHEAD ? 1.0 : 0.0;
    double m_share = 1.0 - pow(c->beta1, t + ahead);
    double v_share = 1.0 - pow(c->beta2, t + ahead);
    if (w == BETAS_EXCHANGED) {
        const double kept = m_share;
        m_share = v_share;
        v_share = kept;
    }
    const bool none = w == UNCORRECTED;
    const double mhat = none || w == ONLY_V_CORRECTED ? m : m / m_share;
    const double vhat = none || w == ONLY_M_CORRECTED ? v : v / v_share;
    const double up = w == ALONG_THE_GRADIENT ? g : mhat;
    switch (w) {
    case ROOT_FORGOTTEN:
        return c->lr * up / (vhat + c->epsilon);
    case UNDER_THE_ROOT:
        return c->lr * up / sqrt(vhat + c->epsilon);
    case EPSILON_HAT:
        return c->lr * up / ((sqrt(v) + c->epsilon) / sqrt(v_share));
    case EPSILON_LEFT_OUT:
        return c->lr * up / sqrt(vhat);
    case UPHILL:
        return -c->lr * up / (sqrt(vhat) + c->epsilon);
    default:
        return c->lr * up / (sqrt(vhat) + c->epsilon);
    }
}

/* The arrays that adam_update is handed. */
typedef struct {
    network theta, m, v;
} arrays;

static void expect_averages(const arrays *typed, const moments *seen,
                            const arrays *before, const network *g, int k,
                            int s, const adam_constants *c)
{
    char name[64];
    const double m = before->m.all[k], v = before->v.all[k];
    snprintf(name, sizeof name, "m after the %s step", ordinals[s]);
    expect_number(
        name, typed->m.all[k], seen->m.all[k], 10,
        SLIPS({m, "has not moved; how does it take in the gradient?"},
              {c->beta1 * m + g->all[k],
               "takes in the whole gradient; has this its weight in the "
               "average, or is the corrected m kept?"},
              {c->beta2 * m + (1.0 - c->beta2) * g->all[k],
               "this m fades as v should; which beta is whose?"},
              {(1.0 - c->beta1) * m + c->beta1 * g->all[k],
               "mostly the newest gradient; which of the two is weighted "
               "by beta?"}));
    snprintf(name, sizeof name, "v after the %s step", ordinals[s]);
    const double g2 = g->all[k] * g->all[k];
    const double m2 = seen->m.all[k] * seen->m.all[k];
    expect_number(
        name, typed->v.all[k], seen->v.all[k], 10,
        SLIPS({v, "has not moved; how does it take in the gradient?"},
              {c->beta2 * v + g2,
               "takes in the whole square; has this its weight in the "
               "average, or is the corrected v kept?"},
              {c->beta2 * v + (1.0 - c->beta2) * g->all[k],
               "averages the gradient; where is its square?"},
              {c->beta2 * v + (1.0 - c->beta2) * m2,
               "averages the square of m; of what is it to be the "
               "average?"},
              {c->beta1 * v + (1.0 - c->beta1) * g2,
               "this v fades as m should; which beta is whose?"},
              {(1.0 - c->beta2) * v + c->beta2 * g2,
               "mostly the newest square; which of the two is weighted by "
               "beta?"}));
}

static void expect_step(const arrays *typed, const network *right,
                        const moments *seen, const arrays *before,
                        const network *g, int k, int s,
                        const adam_constants *c)
{
    const double theta = before->theta.all[k], new = typed->theta.all[k];
    if (isnan(new) || isinf(new))
        suspect(
            "theta is no number after the %s step; is something divided "
            "by 0, or a root taken of less than 0?",
            ordinals[s]);
    slip slips[WRONG_WAYS + 2] = {
        {theta, "has not moved; are all n parameters gone through?"}};
    for (int w = 0; w < WRONG_WAYS; w++)
        slips[w + 1] =
            (slip){theta - taken_off((wrong_way)w, seen->m.all[k],
                                     seen->v.all[k], g->all[k], s + 1.0, c),
                   messages[w]};
    char name[64];
    snprintf(name, sizeof name, "theta after the %s step", ordinals[s]);
    expect_number(name, new, right->all[k], 10, slips);
}

/* Some steps from a start, of all parameters but the last, which is there
   to see whether n is heeded. */
static void expect_steps(const network *start, const network g[STEPS],
                         adam_constants c)
{
    const optimizer inside = {adam_step_inside, c.lr, c.beta1, c.beta2,
                              c.epsilon};
    const int n = PARAMETERS - 1;
    network right = *start;
    moments seen = moments_none();
    arrays typed = {.theta = *start};
    for (int s = 0; s < STEPS; s++) {
        const arrays before = typed;
        const long t = s + 1;
        adam_step_inside(&inside, &seen, &right, &g[s]);
        adam_update(typed.theta.all, typed.m.all, typed.v.all, g[s].all,
                    (size_t)n, t, c);
        if (isnan(typed.theta.all[0]) && typed.m.all[0] == 0.0)
            unanswered("adam_update");
        for (int k = 0; k < n; k++) {
            expect_averages(&typed, &seen, &before, &g[s], k, s, &c);
            expect_step(&typed, &right, &seen, &before, &g[s], k, s, &c);
        }
        if (typed.theta.all[n] != start->all[n] || typed.m.all[n] != 0.0 ||
            typed.v.all[n] != 0.0)
            suspect("a number after the last of the n has changed; how "
                    "far does the loop go?");
    }
}

static const adam_constants large = {0.3, 0.8, 0.95, 0.05};
static const adam_constants usual = {0.001, 0.9, 0.999, 1e-8};

/* A late step of one parameter, in a run of its own. */
static void expect_late_step(void)
{
    const double m = 0.2, v = 0.3, g = 0.4;
    const long t = 2000;
    double typed[] = {1.0, m, v};
    adam_update(&typed[0], &typed[1], &typed[2], &g, 1, t, usual);
    network right = {.b2 = 1.0};
    const network gradient = {.b2 = g};
    moments seen = {.m.b2 = m,
                    .v.b2 = v,
                    .m_share = 1.0 - pow(usual.beta1, (double)(t - 1)),
                    .v_share = 1.0 - pow(usual.beta2, (double)(t - 1))};
    const optimizer inside = {adam_step_inside, usual.lr, usual.beta1,
                              usual.beta2, usual.epsilon};
    adam_step_inside(&inside, &seen, &right, &gradient);
    if (!agrees(typed[0], right.b2, 10))
        suspect(
            "a late step of another run is not right; does the function "
            "remember something that is not in its arrays, or is t of "
            "no effect?");
}

static void a_few_steps(void)
{
    network start, g[STEPS];
    random_stream stream = {1};
    for (int s = 0; s < STEPS; s++)
        g[s] = network_start(INIT_SYMMETRIC, &stream);
    start = network_start(INIT_NORMAL, &stream);
    expect_steps(&start, g, large);
    expect_steps(&start, g, usual);
    expect_late_step();
}

const check checks[] = {a_few_steps, NULL};
