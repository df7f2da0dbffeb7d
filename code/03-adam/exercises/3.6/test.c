/* The checks of exercise 3.6: single steps beside the chapter's
   adam_step_inside, from any averages, with any t and constants, and in no
   order, so that a function which remembers its calls is found out. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

enum { MOST = 40 };

typedef struct {
    double theta, m, v, g;
} parameter;

typedef struct {
    size_t n;
    int t;
    adam_constants c;
    parameter p[MOST];
} call;

/* The arrays that adam_update is handed, longer than the n that it is
   told. */
enum { LONGER = MOST + 1 };
typedef struct {
    double theta[LONGER], m[LONGER], v[LONGER], g[LONGER];
} arrays;

static arrays arrays_of(const call *given)
{
    arrays a = {.theta = {0.0}};
    for (size_t k = 0; k < LONGER; k++) {
        const parameter p =
            k < given->n ? given->p[k] : (parameter){7.0, 6.0, 5.0, 4.0};
        a.theta[k] = p.theta;
        a.m[k] = p.m;
        a.v[k] = p.v;
        a.g[k] = p.g;
    }
    return a;
}

static arrays made_by(const call *given)
{
    arrays a = arrays_of(given);
    adam_update(a.theta, a.m, a.v, a.g, given->n, given->t, given->c);
    return a;
}

static parameter right_step(const parameter *p, const call *given)
{
    const adam_constants c = given->c;
    const optimizer inside = {adam_step_inside, c.lr, c.beta1, c.beta2,
                              c.epsilon};
    parameter after = *p;
    moments seen = {.m = &after.m,
                    .v = &after.v,
                    .m_share = 1.0 - pow(c.beta1, given->t - 1),
                    .v_share = 1.0 - pow(c.beta2, given->t - 1)};
    adam_step_inside(&inside, &seen, 1, &after.theta, &p->g);
    return after;
}

static const adam_constants usual = {0.001, 0.9, 0.999, 1e-8};

/* Ways to go wrong with a step. */
typedef enum {
    UNCORRECTED,
    ONLY_M_CORRECTED,
    ONLY_V_CORRECTED,
    AT_FIRST,        /* as if t were 1 */
    ONE_STEP_BEHIND, /* t - 1 for t */
    ONE_STEP_AHEAD,
    BETAS_EXCHANGED, /* in the corrections */
    BETA1_TWICE,
    BETA2_TWICE,
    ROOT_FORGOTTEN,
    UNDER_THE_ROOT, /* epsilon */
    EPSILON_HAT,
    EPSILON_LEFT_OUT,
    EPSILON_BEHIND, /* no parentheses */
    EPSILON_TYPED_IN,
    LR_LEFT_OUT,
    LR_TYPED_IN,
    UPHILL,
    STEP_FOR_THETA, /* = for -= */
    MINUS_STEP_FOR_THETA,
    ALONG_THE_GRADIENT, /* not along m */
    STALE,              /* with the averages as they were */
    WRONG_WAYS
} wrong_way;

static const char *const messages[WRONG_WAYS] = {
    "the averages are used as they are; both began at 0, and what sets "
    "that right?",
    "m is corrected and v is not; with what did v begin?",
    "v is corrected and m is not; with what did m begin?",
    "the corrections are those of the first step; where does t come in?",
    "the corrections are one step behind; what is t in the first step?",
    "the corrections are one step ahead; what is t in the first step?",
    "the corrections have their betas exchanged; which average is whose?",
    "both corrections take beta1; which of the two fades by it?",
    "both corrections take beta2; which of the two fades by it?",
    "v has the unit of a squared gradient; what makes it comparable to m?",
    "epsilon stands under the root; to what does the paper add it?",
    "epsilon is added to the root of v as it is, the form of Keras; which "
    "v has its root taken in the paper's form?",
    "epsilon is left out; what is divided where a gradient was always 0?",
    "epsilon is added to the quotient; what holds a sum together below a "
    "fraction line, in C?",
    "the epsilon is the usual one, and not the one in c; is it typed in?",
    "the step is in units of the learning rate; where does lr come in?",
    "the learning rate is the usual one, and not the one in c; is it "
    "typed in?",
    "this goes uphill; is the step added or taken off?",
    "theta is now the step itself; from where is a step made?",
    "theta is now the step itself, with a minus; from where is it made?",
    "the step goes along the gradient of this step; what is m for?",
    "the step is made with the averages as they were before it; what "
    "comes first?",
};

/* What theta becomes in such a way, from p and the averages after. */
static double theta_by(wrong_way w, const parameter *p,
                       const parameter *after, const call *given)
{
    const adam_constants c = given->c;
    const double t = w == AT_FIRST          ? 1.0
                     : w == ONE_STEP_BEHIND ? given->t - 1.0
                     : w == ONE_STEP_AHEAD  ? given->t + 1.0
                                            : given->t;
    const bool turned = w == BETAS_EXCHANGED;
    double m_share =
        1.0 - pow(turned || w == BETA2_TWICE ? c.beta2 : c.beta1, t);
    double v_share =
        1.0 - pow(turned || w == BETA1_TWICE ? c.beta1 : c.beta2, t);
    if (w == UNCORRECTED || w == ONLY_V_CORRECTED)
        m_share = 1.0;
    if (w == UNCORRECTED || w == ONLY_M_CORRECTED)
        v_share = 1.0;
    const double m = w == STALE ? p->m : after->m;
    const double v = w == STALE ? p->v : after->v;
    const double lr = w == LR_LEFT_OUT   ? 1.0
                      : w == LR_TYPED_IN ? usual.lr
                                         : c.lr;
    const double up = lr * (w == ALONG_THE_GRADIENT ? p->g : m / m_share);
    const double vhat = v / v_share, step = up / (sqrt(vhat) + c.epsilon);
    switch (w) {
    case ROOT_FORGOTTEN:
        return p->theta - up / (vhat + c.epsilon);
    case UNDER_THE_ROOT:
        return p->theta - up / sqrt(vhat + c.epsilon);
    case EPSILON_HAT:
        return p->theta - up * sqrt(v_share) / (sqrt(v) + c.epsilon);
    case EPSILON_LEFT_OUT:
        return p->theta - up / sqrt(vhat);
    case EPSILON_BEHIND:
        return p->theta - (up / sqrt(vhat) + c.epsilon);
    case EPSILON_TYPED_IN:
        return p->theta - up / (sqrt(vhat) + usual.epsilon);
    case UPHILL:
        return p->theta + step;
    case STEP_FOR_THETA:
        return step;
    case MINUS_STEP_FOR_THETA:
        return -step;
    default:
        return p->theta - step;
    }
}

/* The call as C has it, and the numbers of parameter k before it. */
static const char *call_text(const call *given, size_t k)
{
    const adam_constants c = given->c;
    const parameter *const p = &given->p[k];
    return text("adam_update(theta, m, v, g, %zu, %d, (adam_constants){%g, "
                "%g, %g, %g}), where theta[%zu] is %g, m[%zu] %g, v[%zu] "
                "%g and g[%zu] %g,",
                given->n, given->t, c.lr, c.beta1, c.beta2, c.epsilon, k,
                p->theta, k, p->m, k, p->v, k, p->g);
}

static void expect_m(const call *given, size_t k, double got, double right)
{
    const double m = given->p[k].m, g = given->p[k].g;
    const double beta1 = given->c.beta1, beta2 = given->c.beta2;
    expect_left(
        text("m[%zu]", k), call_text(given, k), got, right,
        1e-14 * (fabs(m) + fabs(g)),
        SLIPS(
            {m, "it has not moved; how does it take in the gradient?"},
            {beta1 * m + g, "the gradient goes in whole; has it a weight "
                            "in the average, too?"},
            {m + (1.0 - beta1) * g, "the gradients before do not fade; "
                                    "what becomes of the old average?"},
            {(1.0 - beta1) * g, "the gradients before are gone; what "
                                "becomes of the old average?"},
            {right / (1.0 - pow(beta1, given->t)),
             "the corrected m is kept; for how long is a correction good?"},
            {beta2 * m + (1.0 - beta2) * g,
             "this m fades as v should; which beta is whose?"},
            {(1.0 - beta1) * m + beta1 * g,
             "mostly the newest gradient; which of the two is weighted by "
             "beta?"},
            {usual.beta1 * m + (1.0 - usual.beta1) * g,
             "it fades by the usual beta1, and not by that in c; is it "
             "typed in?"},
            {beta1 * m + (1.0 - beta1) * g * g,
             "it averages the squares; of what is m the average?"}));
}

static void expect_v(const call *given, size_t k, double got, double right,
                     double m_after)
{
    const double v = given->p[k].v, g = given->p[k].g, g2 = g * g;
    const double beta1 = given->c.beta1, beta2 = given->c.beta2;
    expect_left(
        text("v[%zu]", k), call_text(given, k), got, right,
        1e-14 * (v + g2),
        SLIPS(
            {v, "it has not moved; how does it take in the gradient?"},
            {beta2 * v + g2, "the square goes in whole; has it a weight "
                             "in the average, too?"},
            {v + (1.0 - beta2) * g2, "the squares before do not fade; "
                                     "what becomes of the old average?"},
            {(1.0 - beta2) * g2, "the squares before are gone; what "
                                 "becomes of the old average?"},
            {right / (1.0 - pow(beta2, given->t)),
             "the corrected v is kept; for how long is a correction good?"},
            {beta2 * v + (1.0 - beta2) * g,
             "it averages the gradients; of what is v the average?"},
            {beta2 * v + (1.0 - beta2) * m_after * m_after,
             "it averages the squares of m; of what is v the average?"},
            {beta2 * v + (1.0 - beta2) * (1.0 - beta2) * g2,
             "the weight is squared with the gradient; what is to be "
             "squared?"},
            {beta1 * v + (1.0 - beta1) * g2,
             "this v fades as m should; which beta is whose?"},
            {(1.0 - beta2) * v + beta2 * g2,
             "mostly the newest square; which of the two is weighted by "
             "beta?"},
            {usual.beta2 * v + (1.0 - usual.beta2) * g2,
             "it fades by the usual beta2, and not by that in c; is it "
             "typed in?"}));
}

static void expect_theta(const call *given, size_t k, double got,
                         const parameter *right)
{
    const parameter *const p = &given->p[k];
    const adam_constants c = given->c;
    slip slips[WRONG_WAYS + 2] = {
        {p->theta, "it has not moved; is the step made?"}};
    int n = nearly_equal(p->theta, right->theta) ? 0 : 1;
    for (int w = 0; w < WRONG_WAYS; w++) {
        const double value = theta_by((wrong_way)w, p, right, given);
        if (!nearly_equal(value, right->theta))
            slips[n++] = (slip){value, messages[w]};
    }
    slips[n] = (slip){0.0, NULL};
    const double root = sqrt(right->v / (1.0 - pow(c.beta2, given->t)));
    const double most = c.lr * (fabs(p->m) + fabs(p->g)) /
                        (1.0 - pow(c.beta1, given->t)) / (root + c.epsilon);
    expect_left(text("theta[%zu]", k), call_text(given, k), got,
                right->theta, 1e-12 * most + 1e-15 * fabs(p->theta), slips);
}

static void expect_step(const call *given)
{
    const arrays before = arrays_of(given), after = made_by(given);
    for (size_t k = 0; k < given->n; k++) {
        const parameter right = right_step(&given->p[k], given);
        if (k > 0 && after.theta[k] == before.theta[k] &&
            after.m[k] == before.m[k] && after.v[k] == before.v[k] &&
            right.theta != before.theta[k])
            suspect("adam_update(theta, m, v, g, %zu, …) left theta[%zu] "
                    "and its averages as they were; does the loop go "
                    "through all n?",
                    given->n, k);
        expect_m(given, k, after.m[k], right.m);
        expect_v(given, k, after.v[k], right.v, right.m);
        expect_theta(given, k, after.theta[k], &right);
    }
    for (size_t k = given->n; k < LONGER; k++)
        if (after.theta[k] != before.theta[k] ||
            after.m[k] != before.m[k] || after.v[k] != before.v[k])
            suspect("adam_update(theta, m, v, g, %zu, …) left other "
                    "numbers at [%zu], after the last; how far does the "
                    "loop go?",
                    given->n, k);
    if (memcmp(after.g, before.g, sizeof after.g) != 0)
        suspect("adam_update changes g, which belongs to its caller; is "
                "there another place for what you work out?");
}

/* By hand: any step of a run, the first, one with the usual constants, one
   of a parameter that never had a gradient, one without a memory, and a
   late one. */
static const call by_hand[] = {
    {1, 3, {0.3, 0.8, 0.95, 0.05}, {{0.5, 0.2, 0.3, 0.4}}},
    {1, 1, {0.3, 0.8, 0.95, 0.05}, {{1.0, 0.0, 0.0, -0.4}}},
    {2, 2, {0.3, 0.8, 0.95, 0.05}, {{0.1, 0.1, 0.2, 2}, {0.3, -0.1, 1, 1}}},
    {1, 2, {0.001, 0.9, 0.999, 1e-8}, {{0.01, 0.04, 0.00016, 0.2}}},
    {1, 5, {0.001, 0.9, 0.999, 1e-8}, {{0.7, 0.0, 0.0, 0.0}}},
    {1, 4, {0.2, 0.0, 0.0, 0.1}, {{0.5, 3.0, 2.0, 0.4}}},
    {1, 100000, {0.001, 0.9, 0.999, 1e-8}, {{1.0, 0.2, 0.3, 0.4}}},
};
enum { BY_HAND = sizeof by_hand / sizeof *by_hand };

/* The same call twice, and another between. */
static void expect_no_memory(void)
{
    const arrays first = made_by(&by_hand[0]);
    if (first.theta[0] == TODO)
        unanswered("adam_update");
    made_by(&by_hand[1]);
    const arrays second = made_by(&by_hand[0]);
    if (memcmp(&first, &second, sizeof first) != 0)
        suspect("the same call, made again after another, comes out "
                "differently; what does adam_update remember that is not "
                "in its arrays?");
}

/* 10 to a power between two others. */
static double power_of_ten(random_stream *stream, double low, double high)
{
    return pow(10.0, low + (high - low) * random_uniform(stream));
}

/* So many steps, each with constants, t and averages of its own. */
static void expect_any(int calls, uint64_t seed)
{
    random_stream stream = {seed};
    for (int i = 0; i < calls; i++) {
        call any = {.n = (size_t)i % (MOST + 1),
                    .t = (int)power_of_ten(&stream, 0.0, 4.0)};
        any.c = (adam_constants){power_of_ten(&stream, -4.0, 0.0),
                                 random_uniform(&stream),
                                 1.0 - power_of_ten(&stream, -3.0, 0.0),
                                 power_of_ten(&stream, -9.0, 0.0)};
        for (size_t k = 0; k < any.n; k++) {
            const double size = power_of_ten(&stream, -4.0, 2.0);
            const double root = size * random_normal(&stream);
            any.p[k] = (parameter){
                random_normal(&stream), size * random_normal(&stream),
                root * root, size * random_normal(&stream)};
            if (random_below(&stream, 8) == 0)
                any.p[k].g = 0.0;
        }
        expect_step(&any);
    }
}

static void any_step(void)
{
    expect_no_memory();
    for (int i = 0; i < BY_HAND; i++)
        expect_step(&by_hand[i]);
    expect_any(300, 1);
    expect_any(300, 36);
}

const check checks[] = {any_step, NULL};
