/* The checks of exercise 3.4: the chapter's optimizers make the steps. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "workbook.h"

#include <math.h>

/* The betas of the exercise, and those of the chapter. */
static const double beta1 = 0.8, beta2 = 0.99;
static const double usual1 = 0.9, usual2 = 0.999;

/* An optimizer of one parameter and what it remembers. */
typedef struct {
    optimizer how;
    double m, v, m_share, v_share;
} walk;

static walk walk_begin(optimizer_step step)
{
    return (walk){.how = {step, 1.0, beta1, beta2, 1e-300}};
}

/* What a step on the gradient g subtracts from the parameter. */
static double walk_step(walk *w, double g)
{
    double theta = 0.0;
    moments seen = {&w->m, &w->v, w->m_share, w->v_share};
    w->how.step(&w->how, &seen, 1, &theta, &g);
    w->m_share = seen.m_share;
    w->v_share = seen.v_share;
    return -theta;
}

static double first_step(optimizer_step step, double g)
{
    walk w = walk_begin(step);
    return walk_step(&w, g);
}

/* The second step after a first one. */
static double second_step(optimizer_step step, double g1, double g2)
{
    walk w = walk_begin(step);
    walk_step(&w, g1);
    return walk_step(&w, g2);
}

/* The same by other betas. */
static double second_step_by(double b1, double b2, double g1, double g2)
{
    walk w = walk_begin(adam_step);
    w.how.beta1 = b1;
    w.how.beta2 = b2;
    walk_step(&w, g1);
    return walk_step(&w, g2);
}

/* What Adam has in its memory after them. */
static walk second_walk(double g1, double g2)
{
    walk w = walk_begin(adam_step);
    walk_step(&w, g1);
    walk_step(&w, g2);
    return w;
}

static double mhat(const walk *w)
{
    return w->m / w->m_share;
}

static double vhat(const walk *w)
{
    return w->v / w->v_share;
}

/* The second step, corrected as if it were the first. */
static double second_by_first(double g1, double g2)
{
    walk w = walk_begin(adam_step);
    walk_step(&w, g1);
    w.m_share = w.v_share = 0.0;
    return walk_step(&w, g2);
}

/* The second step where the first has left its corrected averages behind,
   and they count as so full. */
static double second_of_corrected(double g1, double g2, double m_share,
                                  double v_share)
{
    walk w = walk_begin(adam_step);
    w.m = g1;
    w.v = g1 * g1;
    w.m_share = m_share;
    w.v_share = v_share;
    return walk_step(&w, g2);
}

/* The second step where the first gradient does not age, or only in one of
   the averages. */
static double second_not_aged(double times, bool in_m, bool in_v)
{
    const double m = (1.0 - beta1) * ((in_m ? 1.0 : beta1) + times);
    const double v = (1.0 - beta2) * ((in_v ? 1.0 : beta2) + times * times);
    return m / (1.0 - beta1 * beta1) / sqrt(v / (1.0 - beta2 * beta2));
}

static void expect_first(const char *name, double typed, double g)
{
    const double right = first_step(adam_step, g);
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "the size is right; is a sign missing, or one too "
                       "many? A step is what is subtracted"},
              {first_step(uncorrected_step, g),
               "that is without the corrections; what are both averages "
               "divided by?"},
              {-first_step(uncorrected_step, g),
               "that is without the corrections, and what of its sign?"},
              {first_step(momentum_step, g),
               "that is the average alone; what is it corrected by, and "
               "what divides it?"},
              {first_step(rms_step, g),
               "one of the two averages is not corrected; which?"},
              {1.0 - beta1, "one of the two averages is not corrected, or "
                            "neither is divided; which, and where is the "
                            "sign?"},
              {g, "that is how plain descent goes; does the length of the "
                  "gradient survive the division?"},
              {-g, "that is how plain descent goes; does the length of the "
                   "gradient survive the division?"},
              {1.0 / g, "v holds a square; what becomes of it before it "
                        "divides?"},
              {fabs(1.0 / g), "v holds a square; what becomes of it before "
                              "it divides?"},
              {fabs(g), "does the length of the gradient survive the "
                        "division?"},
              {0.0, "both averages begin at zero, and both have taken in a "
                    "share of the gradient"}));
}

static void one_step(void)
{
    const first_steps a = answer();
    expect_first("first_small", a.first_small, 0.003);
    expect_first("first_large", a.first_large, -40.0);
}

static void expect_second(const char *name, double typed, double times)
{
    const double g = 0.5, g2 = times * g;
    const double right = second_step(adam_step, g, g2);
    MUST_HOLD(agrees(second_step(adam_step, 3.0, 3.0 * times), right, 9));
    const walk w = second_walk(g, g2);
    const double m = w.m / g, v = w.v / (g * g);
    const double mhat2 = mhat(&w) / g, vhat2 = vhat(&w) / (g * g);
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "the size is right; is a sign missing? Which of the "
                       "two gradients pulls harder, and which way?"},
              {second_step(uncorrected_step, g, g2),
               "that is without the corrections; what are both averages "
               "divided by?"},
              {second_by_first(g, g2),
               "that is corrected as if it were the first step; which "
               "power of beta belongs to the second?"},
              {mhat2, "that is the corrected average; the root of the "
                      "other one divides it"},
              {m, "that is the average alone; what is it corrected by, and "
                  "what divides it?"},
              {mhat2 / vhat2, "the root is left out; v holds squares, so "
                              "in which unit is it?"},
              {m / v, "that is one average over the other, as they are; "
                      "where are the root and the corrections?"},
              {mhat2 / sqrt(v), "one average is corrected, the other is "
                                "not; which is left?"},
              {m / sqrt(vhat2), "one average is corrected, the other is "
                                "not yet; which is left?"},
              {times / sqrt(vhat2), "that is the second gradient over the "
                                    "root; m is an average of both"},
              {second_of_corrected(g, g2, 1.0, 1.0),
               "the corrected averages of the first step went into the "
               "second; which ones does the optimizer keep?"},
              {second_of_corrected(g, g2, 1.0 - beta1, 1.0 - beta2),
               "the corrected averages of the first step went into the "
               "second, to be corrected again; which ones are kept?"},
              {second_not_aged(times, true, true),
               "what the first gradient left behind has aged by a step; "
               "by which factor?"},
              {second_not_aged(times, false, true),
               "what the first gradient left in v has aged by a step, "
               "too"},
              {second_not_aged(times, true, false),
               "what the first gradient left in m has aged by a step, "
               "too"},
              {second_step_by(1.0 - beta1, 1.0 - beta2, g, g2),
               "the old average keeps which share, and the new gradient "
               "gets which? They are exchanged"},
              {second_step_by(beta2, beta1, g, g2),
               "the two betas are exchanged; which average remembers "
               "longer?"},
              {second_step_by(usual1, usual2, g, g2),
               "that is with the usual betas, as in the chapter; which are "
               "given here?"},
              {first_step(adam_step, g2),
               "that is the step of the second gradient alone; what do "
               "the averages still hold of the first?"},
              {times, "does the length of a gradient survive the "
                      "division?"},
              {first_step(adam_step, g), "the second step is no copy of "
                                         "the first; what has the second "
                                         "gradient changed in m, and in "
                                         "v?"}));
}

static void a_second_step(void)
{
    const first_steps a = answer();
    expect_second("equal", a.equal, 1.0);
    expect_second("opposite", a.opposite, -1.0);
    expect_second("ten_times", a.ten_times, 10.0);
    expect_second("none", a.none, 0.0);
}

static void without_corrections(void)
{
    const double g = 0.5;
    const double right = first_step(uncorrected_step, g);
    MUST_HOLD(agrees(first_step(uncorrected_step, 4.0), right, 9));
    part_number(
        "uncorrected", answer().uncorrected, right, 4,
        SLIPS(
            {first_step(adam_step, g),
             "that is with both corrections; what do the averages hold "
             "before them?"},
            {1.0 / right, "that is upside down; which of the averages is "
                          "further from what it should be, once the root "
                          "is taken?"},
            {(1.0 - beta1) / (1.0 - beta2),
             "the root is left out; v holds a square, so what divides m?"},
            {sqrt((1.0 - beta1) / (1.0 - beta2)),
             "the root is taken of v alone, not of the quotient"},
            {first_step(momentum_step, g) / g,
             "that is m alone, or m over the root of a corrected v"},
            {first_step(rms_step, g),
             "that is the gradient itself over the root; this step goes "
             "along its average"},
            {beta1 / sqrt(beta2), "what was there before, and what share "
                                  "does the gradient get? They are "
                                  "exchanged"},
            {(1.0 - beta2) / sqrt(1.0 - beta1),
             "the two betas are exchanged; which of the averages has the "
             "longer memory?"},
            {(1.0 - usual1) / sqrt(1.0 - usual2),
             "that is with the usual betas, as in the chapter; which are "
             "given here?"}));
}

static void along_the_average(void)
{
    const double g = 0.5, right = first_step(momentum_step, g) / g;
    part_number(
        "momentum", answer().momentum, right, 4,
        SLIPS({1.0, "an average that began at zero takes in a share of the "
                    "gradient; which?"},
              {beta1, "that is the share of what was there before; what "
                      "was there?"},
              {1.0 / right, "the average takes in a share of the gradient, "
                            "and not a multiple"},
              {1.0 - beta2, "momentum has one average; that is the share "
                            "of the other"},
              {1.0 - usual1, "that is with the usual beta, as in the "
                             "chapter; which is given here?"},
              {1.0 + beta1, "that is a fading sum after two steps; this is "
                            "an average, after one"},
              {first_step(uncorrected_step, g),
               "nothing is divided by a root here; which average does "
               "momentum keep?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    const walk tenfold = second_walk(1.0, 10.0);
    const walk none = second_walk(1.0, 0.0);
    const walk opposite = second_walk(1.0, -1.0);
    const walk equal = second_walk(1.0, 1.0);
    MUST_HOLD(agrees(0.36, equal.m, 9));
    MUST_HOLD(agrees(0.0199, equal.v, 9));
    MUST_HOLD(agrees(0.16, none.m, 9));
    MUST_HOLD(agrees(0.0099, none.v, 9));
    MUST_HOLD(agrees(-0.04, opposite.m, 9));
    MUST_HOLD(agrees(2.16, tenfold.m, 9));
    MUST_HOLD(agrees(1.0099, tenfold.v, 9));
    MUST_HOLD(agrees(6.0, mhat(&tenfold), 9));
    MUST_HOLD(agrees(50.75, vhat(&tenfold), 4));
    MUST_HOLD(agrees(7.124, sqrt(vhat(&tenfold)), 4));
    MUST_HOLD(agrees(0.4444, mhat(&none), 4));
    MUST_HOLD(agrees(0.7053, sqrt(vhat(&none)), 4));
    MUST_HOLD(agrees(0.01, 1.0 - beta2, 9));
    MUST_HOLD(agrees(0.1, sqrt(1.0 - beta2), 9));
    const double usual = (1.0 - usual1) / sqrt(1.0 - usual2);
    MUST_HOLD(agrees(3.162, usual, 4));

    walk w = walk_begin(adam_step);
    double to = NAN, back = NAN;
    for (int t = 1; t < 200; t += 2) {
        to = walk_step(&w, 1.0);
        back = walk_step(&w, -1.0);
        MUST_HOLD(agrees(back, second_step(adam_step, 1.0, -1.0), 6));
    }
    MUST_HOLD(agrees(to, -back, 6));
}

const check checks[] = {
    one_step,          a_second_step, without_corrections,
    along_the_average, on_the_way,    NULL};
