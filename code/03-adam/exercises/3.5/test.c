/* The checks of exercise 3.5: the chapter's Adam walks on gradients made
   for the purpose, and the growth that makes the longest step is searched
   for. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "workbook.h"

#include <math.h>

enum { LONG = 20000, GROWING = 400 };

static const double beta1 = 0.9, beta2 = 0.999;

/* An optimizer of one parameter and what it remembers. */
typedef struct {
    optimizer how;
    double m, v, m_share, v_share;
} walk;

static walk walk_begin(double b1, double b2)
{
    return (walk){.how = {adam_step, 1.0, b1, b2, 1e-300}};
}

/* How far a step on the gradient g goes. */
static double walk_step(walk *w, double g)
{
    double theta = 0.0;
    moments seen = {&w->m, &w->v, w->m_share, w->v_share};
    w->how.step(&w->how, &seen, 1, &theta, &g);
    w->m_share = seen.m_share;
    w->v_share = seen.v_share;
    return -theta;
}

/* The last of so many steps on equal gradients. */
static double walk_on(walk *w, double g, int steps)
{
    double last = NAN;
    for (int t = 0; t < steps; t++)
        last = walk_step(w, g);
    return last;
}

/* So many equal gradients after a silence: the last step. */
static double after_silence(double b1, double b2, int gradients)
{
    walk w = walk_begin(b1, b2);
    walk_on(&w, 0.0, LONG);
    return walk_on(&w, 0.01, gradients);
}

/* The step on the last of many growing gradients; the one of so many steps
   ago is nudged, made so many times as long. The walk begins where the
   corrections have worn off. */
static double growing(double factor, int ago, double nudge)
{
    walk w = walk_begin(beta1, beta2);
    w.m_share = w.v_share = 1.0;
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

/* What the averages hold of two equal gradients. */
static double share(double beta)
{
    return 1.0 - beta * beta;
}

static void after_a_silence(void)
{
    const double right = after_silence(beta1, beta2, 2);
    const double first = after_silence(beta1, beta2, 1);
    const double m = share(beta1), v = share(beta2);
    MUST_HOLD(agrees(right, m / sqrt(v), 9));
    part_number(
        "after_silence", answer().after_silence, right, 4,
        SLIPS({first, "that is the first of the two steps; the averages "
                      "hold it still when the second gradient arrives"},
              {1.0, "that is Adam's with its corrections; here they have "
                    "worn off"},
              {1.0 / right, "that is upside down; which average do two "
                            "gradients fill the more, once the root is "
                            "taken?"},
              {m / v,
               "the root is left out; v holds squares, so what divides m?"},
              {m, "that is m; the root of v divides it, and v has been "
                  "silent, too"},
              {1.0 / sqrt(v), "that is the gradient itself over the root; "
                              "m takes in a share of it"},
              {2.0 * first, "what the first gradient left behind has aged "
                            "by a step, in both averages; and v, is it "
                            "twice?"},
              {sqrt(2.0) * first, "what the first gradient left behind has "
                                  "aged by a step; by which factor?"},
              {m / sqrt(1.0 - beta2),
               "m has taken in the second gradient; has v done so, too?"},
              {(1.0 - beta1) / sqrt(v),
               "v has taken in the second gradient; has m done so, too?"},
              {first + right, "that is the way of both steps together; the "
                              "second alone is asked"},
              {right / first, "the shares in front of both sums are left "
                              "out; what do m and v give a new gradient?"},
              {(1.0 + beta1) / (1.0 + beta2), "the shares in front of both "
                                              "sums are left out, and the "
                                              "root"},
              {v / sqrt(m), "the two betas are exchanged; which of the "
                            "averages has the longer memory?"},
              {(1.0 - pow(1.0 - beta1, 2.0)) /
                   sqrt(1.0 - pow(1.0 - beta2, 2.0)),
               "the old average keeps which share, and the new gradient "
               "gets which? They are exchanged"},
              {-right,
               "a length is asked, which has no sign; the size is right"},
              {bound_after(LONG), "that is the longest of all; two equal "
                                  "gradients do not lead to it"}));
}

static void a_steady_gradient(void)
{
    walk w = walk_begin(beta1, beta2);
    const double right = walk_on(&w, 0.7, LONG);
    part_number(
        "steady", answer().steady, right, 4,
        SLIPS({after_silence(beta1, beta2, 1),
               "that is a single gradient; what do the averages of many "
               "equal numbers come to?"},
              {after_silence(beta1, beta2, 2),
               "those are two gradients; what do the averages of many "
               "equal numbers come to?"},
              {1.0 - beta1, "the averages have had time to fill; what does "
                            "the series add up to?"},
              {1.0 / (1.0 - beta1), "an average of equal numbers; to how "
                                    "much do its shares add up?"},
              {1.0 / sqrt(1.0 - beta2), "m is filled after so many steps; "
                                        "and what of v, after as many?"},
              {(1.0 - beta2) / (1.0 - beta1),
               "an average of equal numbers; to how much do its shares add "
               "up?"},
              {sqrt(1.0 - beta2) / (1.0 - beta1),
               "both series are summed, and the shares in front of them "
               "forgotten; or is it upside down?"},
              {0.0, "equal gradients pull one way; what would cancel?"},
              {-right,
               "a length is asked, which has no sign; the size is right"},
              {bound_after(LONG), "that is the longest of all; equal "
                                  "gradients do not lead to it"}));
}

static void expect_growth(double typed, double right)
{
    part_number(
        "growth", typed, right, 5,
        SLIPS({1.0 / right, "that is from a gradient back to the one "
                            "before it; asked is the way forward"},
              {1.0 / beta1, "m alone would have that; what is the weight "
                            "of an older gradient in v?"},
              {beta1, "m alone would have that, and backwards; what is the "
                      "weight of an older gradient in v?"},
              {1.0 / beta2, "v alone has that; what is the weight of an "
                            "older gradient in m?"},
              {sqrt(beta2) / beta1,
               "that is how much smaller a_j is than the one before it; "
               "how does g_j come from it?"},
              {beta1 / sqrt(beta2),
               "that is from each a_j to the next; how does g_j come from "
               "it?"},
              {beta1 * beta1 / beta2,
               "that is the ratio of the series of the a_j^2; what do the "
               "gradients do?"},
              {beta2 / (beta1 * beta1),
               "that belongs to the series of the a_j^2; what do the "
               "gradients do?"},
              {sqrt(right), "a root too many: what is b_j, and what is "
                            "its square?"},
              {right * right, "squared: that is how the squares grow, and "
                              "asked is how the gradients do"},
              {right - 1.0, "that is by how much more; asked is how many "
                            "times as long"},
              {1.0 / (1.0 - beta1), "so fast, m would be little but the "
                                    "newest; where are the two sides of "
                                    "the inequality equal?"},
              {1.0, "steady gradients make the step of the question "
                    "before"}));
}

static void expect_longest(double typed, double right)
{
    const double first = after_silence(beta1, beta2, 1);
    const double sum = (right / first) * (right / first);
    part_number(
        "longest", typed, right, 4,
        SLIPS({first, "that is the step after a silence; gradients that "
                      "grow can do better"},
              {after_silence(beta1, beta2, 2),
               "that is the step of two equal gradients; gradients that "
               "grow can do "
               "better"},
              {1.0, "steady gradients make that; the ones that grow can "
                    "do better"},
              {right * right, "the inequality is about squares; the root "
                              "is still to be taken"},
              {sqrt(sum), "the shares in front of both sums are left out; "
                          "what do m and v give a new gradient?"},
              {sum, "that is the sum of the series; what else stands in "
                    "the inequality?"},
              {first * sum, "the sum of the series is under the root, too; "
                            "what has the inequality on its left?"},
              {first / sqrt(sum), "is the sum of the series one over the "
                                  "difference, or the difference?"},
              {right / (1.0 - beta1),
               "the share in front of the sum of m is left out; what does "
               "m give a new gradient?"},
              {sqrt(1.0 - beta2) * right,
               "the share in front of the sum of v is left out; what does "
               "v give a new square?"},
              {right / sqrt(1.0 - beta2), "the share in front of the sum "
                                          "of v is under the root, too"},
              {first / sqrt(1.0 - beta1 * beta1),
               "the weights of v grow older, too, if slowly; take beta2 "
               "into the series"},
              {first / sqrt(1.0 - beta1 * beta1 / (beta2 * beta2)),
               "each a_j has beta2 under a root; what is its square?"},
              {first / sqrt(1.0 - beta1 / beta2),
               "beta1 stands in a_j without a root; what is the square of "
               "a_j?"},
              {first / sqrt(1.0 - beta1 / sqrt(beta2)),
               "that is the series of the a_j; the inequality has the "
               "squares of them"},
              {first / (1.0 - beta1), "is m all of the newest gradient? "
                                      "What is the square of a_j?"},
              {first / sqrt(1.0 - beta1),
               "the series has another ratio; what is a_j, and what is its "
               "square?"},
              {-right,
               "a length is asked, which has no sign; the size is right"},
              {5.1, "that is the longest that was measured; asked is the "
                    "longest that there can be"}));
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
    expect_growth(a.growth, factor);
    expect_longest(a.longest, longest);
}

static void without_the_average(void)
{
    const double right = after_silence(0.0, beta2, 1);
    part_number(
        "without_m", answer().without_m, right, 4,
        SLIPS(
            {after_silence(beta1, beta2, 1),
             "m holds the whole of the newest gradient if beta1 is 0"},
            {after_silence(beta1, beta2, 2),
             "that is with m as an average; what is m if beta1 is 0?"},
            {after_silence(0.0, beta2, 2),
             "that is the second of two equal gradients; is there a "
             "longer one?"},
            {right * right, "the root is left out; v holds squares, so "
                            "what divides the gradient?"},
            {bound_after(LONG),
             "that is with m as an average; what is m if beta1 is 0?"},
            {1.0, "a gradient may stand out from all those before it; "
                  "what does v hold then?"},
            {1.0 / (1.0 - beta1), "that has the beta of m in it, which "
                                  "is 0 now; what of v?"},
            {1.0 / right,
             "that is upside down; which of the two divides the other?"}));
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
              {'C', "has the series of (3) a sum for these two betas? What "
                    "is its ratio?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    const double r = beta1 * beta1 / beta2;
    MUST_HOLD(agrees(0.8108, r, 4));
    MUST_HOLD(agrees(0.1892, 1.0 - r, 4));
    MUST_HOLD(agrees(0.81, beta1 * beta1, 9));
    MUST_HOLD(agrees(0.19, share(beta1), 9));
    MUST_HOLD(agrees(0.001999, share(beta2), 9));
    MUST_HOLD(agrees(3.162, after_silence(beta1, beta2, 1), 4));
    MUST_HOLD(after_silence(beta1, beta2, 2) > 3.162);
    const double other = 0.1 / sqrt(0.01) / sqrt(1.0 - 0.81 / 0.99);
    MUST_HOLD(agrees(2.345, other, 4));
}

const check checks[] = {after_a_silence,
                        a_steady_gradient,
                        growing_gradients,
                        without_the_average,
                        a_slow_average,
                        on_the_way,
                        NULL};
