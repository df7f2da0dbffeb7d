/* The checks of exercise 3.5: the chapter's Adam walks on gradients made
   for the purpose, and the growth that makes the longest step is searched
   for. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "workbook.h"

#include <math.h>

enum { LONG = 20000, GROWING = 400 };

static const double beta1 = 0.9, beta2 = 0.999;

/* A parameter and what its optimizer remembers. */
typedef struct {
    optimizer how;
    moments seen;
} walk;

static walk walk_begin(double b1, double b2)
{
    return (walk){
        .how = {adam_step, 1.0, b1, b2, 1e-300},
        .seen = moments_none(),
    };
}

/* How far a step on the gradient g goes. */
static double walk_step(walk *w, double g)
{
    network net = {.b2 = 0.0};
    const network gradient = {.b2 = g};
    w->how.step(&w->how, &w->seen, &net, &gradient);
    return -net.b2;
}

/* The last of so many steps on equal gradients. */
static double walk_on(walk *w, double g, int steps)
{
    double last = NAN;
    for (int t = 0; t < steps; t++)
        last = walk_step(w, g);
    return last;
}

static double after_silence(double b1, double b2)
{
    walk w = walk_begin(b1, b2);
    walk_on(&w, 0.0, LONG);
    return walk_step(&w, 0.01);
}

/* The step on the last of many growing gradients; the one of so many steps
   ago is nudged, made so many times as long. The walk begins where the
   corrections have worn off. */
static double growing(double factor, int ago, double nudge)
{
    walk w = walk_begin(beta1, beta2);
    w.seen.m_share = w.seen.v_share = 1.0;
    double g = 1e-6, last = NAN;
    for (int left = GROWING - 1; left >= 0; left--) {
        last = walk_step(&w, left == ago ? nudge * g : g);
        g *= factor;
    }
    return last;
}

static double shorter(const void *none, double factor)
{
    (void)none;
    return -growing(factor, 0, 1.0);
}

/* The factor with the longest step. */
static double best_growth(void)
{
    return least_at(shorter, NULL, 1.05, 1.3);
}

/* The bound of the worked solution after so many steps, corrected. */
static double bound_after(int steps)
{
    const double r = beta1 * beta1 / beta2;
    const double series = (1.0 - pow(r, steps)) / (1.0 - r);
    return (1.0 - beta1) / (1.0 - pow(beta1, steps)) *
           sqrt(series * (1.0 - pow(beta2, steps)) / (1.0 - beta2));
}

static void after_a_silence(void)
{
    const double right = after_silence(beta1, beta2);
    part_number(
        "after_silence", answer().after_silence, right, 4,
        SLIPS({1.0, "that is Adam's first step, with its corrections; here "
                    "they have worn off"},
              {1.0 / right, "that is upside down; which average does one "
                            "gradient fill the more, once the root is "
                            "taken?"},
              {10.0 * right * right, "the root is left out"},
              {1.0 - beta1, "that is m; the root of v divides it, and v "
                            "has been silent, too"},
              {after_silence(0.0, beta2),
               "that is the gradient itself over "
               "the root; m takes in a share of "
               "it"},
              {bound_after(LONG), "that is the longest of all; a silence "
                                  "does not lead to it"}));
}

static void a_steady_gradient(void)
{
    walk w = walk_begin(beta1, beta2);
    const double right = walk_on(&w, 0.7, LONG);
    part_number(
        "steady", answer().steady, right, 4,
        SLIPS({after_silence(beta1, beta2),
               "that is a single gradient; what do the averages of many "
               "equal numbers come to?"},
              {1.0 - beta1, "the averages have had time to fill; sum the "
                            "series"},
              {1.0 / (1.0 - beta1), "the shares in an average add up to "
                                    "how much?"}));
}

static void growing_gradients(void)
{
    const longest_steps a = answer();
    const double factor = best_growth(), longest = growing(factor, 0, 1.0);
    for (int ago = 0; ago < 60; ago++) {
        MUST_HOLD(growing(factor, ago, 1.02) < longest);
        MUST_HOLD(growing(factor, ago, 0.98) < longest);
    }
    for (int steps = 1; steps < LONG; steps++)
        MUST_HOLD(bound_after(steps) < bound_after(LONG) + 1e-12);
    MUST_HOLD(agrees(bound_after(LONG), longest, 6));
    part_number(
        "growth", a.growth, factor, 5,
        SLIPS({1.0 / factor, "that is from a gradient back to the one "
                             "before it; asked is the way forward"},
              {1.0 / beta1, "m alone would have that; what is the weight "
                            "of an older gradient in v?"},
              {sqrt(beta2) / beta1,
               "that is how much smaller a_j is than the one before it; "
               "how does g_j come from it?"},
              {beta1 * beta1 / beta2,
               "that is the ratio of the series of the a_j^2; what do the "
               "gradients do?"},
              {beta2 / (beta1 * beta1),
               "that belongs to the series of the a_j^2; what do the "
               "gradients do?"},
              {1.0, "steady gradients make the step of the question "
                    "before"}));
    const double single = after_silence(beta1, beta2);
    part_number(
        "longest", a.longest, longest, 4,
        SLIPS({single, "that is the step after a silence; gradients that "
                       "grow can do better"},
              {longest * longest, "the inequality is about squares; the "
                                  "root is still to be taken"},
              {longest / single, "the shares in front of both sums are "
                                 "left out"},
              {single * (longest / single) * (longest / single),
               "the sum of the series is under the root, too"},
              {single / sqrt(1.0 - beta1 * beta1),
               "the weights of v grow older, too, if slowly; take beta2 "
               "into the series"},
              {single / sqrt(1.0 - beta1 / beta2),
               "what is the square of a_j?"},
              {single / (1.0 - beta1), "what is the square of a_j?"}));
}

static void without_the_average(void)
{
    const double right = after_silence(0.0, beta2);
    part_number(
        "without_m", answer().without_m, right, 4,
        SLIPS({after_silence(beta1, beta2),
               "m holds the whole of the newest gradient if beta1 is 0"},
              {right * right, "the root is left out"},
              {bound_after(LONG), "that is with m as an average"},
              {1.0, "a gradient may stand out from all those before it; "
                    "what does v hold then?"},
              {1.0 / right, "that is upside down"}));
}

static void a_slow_average(void)
{
    walk w = walk_begin(0.9, 0.8);
    walk_on(&w, 0.0, 100);
    const double first = walk_step(&w, 1e6);
    const double later = walk_on(&w, 0.0, 1000);
    const double last = walk_on(&w, 0.0, 1000);
    MUST_HOLD(first < 1.0 && later > 100.0 && last > 100.0 * later);
    part_letter(
        "slow_m", answer().slow_m, 'D',
        SLIPS({'A', "let one gradient arrive, then silence; which of the "
                    "two averages forgets it first?"},
              {'B', "after a silence let one gradient arrive, and then a "
                    "silence again; how long are the steps in it?"},
              {'C', "has the series of (3) a sum for these two?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    const double r = beta1 * beta1 / beta2;
    MUST_HOLD(agrees(0.8108, r, 4));
    MUST_HOLD(agrees(0.1892, 1.0 - r, 4));
    MUST_HOLD(agrees(0.81, beta1 * beta1, 9));
}

const check checks[] = {after_a_silence,
                        a_steady_gradient,
                        growing_gradients,
                        without_the_average,
                        a_slow_average,
                        on_the_way,
                        NULL};
