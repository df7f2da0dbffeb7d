/* The checks of exercise 3.4: the chapter's optimizers make the steps. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "workbook.h"

#include <math.h>

/* A parameter and what its optimizer remembers. */
typedef struct {
    optimizer how;
    moments seen;
} walk;

static walk walk_begin(optimizer_step step)
{
    return (walk){
        .how = {step, 1.0, 0.9, 0.999, 1e-300},
        .seen = moments_none(),
    };
}

/* What a step on the gradient g, the same for all parameters, subtracts
   from each. */
static double walk_step(walk *w, double g)
{
    network net = {.b2 = 0.0}, gradient;
    for (int k = 0; k < PARAMETERS; k++)
        gradient.all[k] = g;
    w->how.step(&w->how, &w->seen, &net, &gradient);
    for (int k = 0; k < PARAMETERS; k++)
        MUST_HOLD(net.all[k] == net.b2);
    return -net.b2;
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
    return w->seen.m.b2 / w->seen.m_share;
}

static double vhat(const walk *w)
{
    return w->seen.v.b2 / w->seen.v_share;
}

/* The second step, corrected as if it were the first. */
static double second_by_first(double g1, double g2)
{
    walk w = walk_begin(adam_step);
    walk_step(&w, g1);
    w.seen.m_share = w.seen.v_share = 0.0;
    return walk_step(&w, g2);
}

static void expect_first(const char *name, double typed, double g)
{
    const double right = first_step(adam_step, g);
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "what is subtracted has the sign of the gradient"},
              {first_step(uncorrected_step, g),
               "that is without the corrections"},
              {first_step(momentum_step, g),
               "that is the average alone; what is it divided by?"},
              {g, "that is how plain descent goes; does the length of the "
                  "gradient survive the division?"},
              {right / g, "v holds a square; what becomes of it before it "
                          "divides?"},
              {fabs(g) * right, "does the length of the gradient survive "
                                "the division?"}));
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
    part_number(
        name, typed, right, 4,
        SLIPS({-right, "the size is right; which of the two gradients "
                       "pulls harder?"},
              {second_step(uncorrected_step, g, g2),
               "that is without the corrections"},
              {second_by_first(g, g2),
               "that is corrected as if it were the first step; which "
               "power of beta belongs to the second?"},
              {mhat(&w) / g, "that is the corrected average; the root of "
                             "the other one divides it"},
              {mhat(&w) / g / (vhat(&w) / (g * g)),
               "the root is left out; v holds squares"},
              {first_step(adam_step, g2),
               "that is the step of the second gradient alone; what do "
               "the averages still hold of the first?"},
              {times, "does the length of a gradient survive the "
                      "division?"},
              {0.0, "the averages remember the first gradient"}));
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
        SLIPS({first_step(adam_step, g), "that is with both corrections"},
              {1.0 / right, "that is upside down; which of the averages is "
                            "further from what it should be, once the root "
                            "is taken?"},
              {10.0 * right * right, "the root is left out"},
              {first_step(momentum_step, g) / g,
               "that is the average alone; what is it divided by?"},
              {first_step(rms_step, g),
               "that is the gradient itself over the root; this step goes "
               "along its average"}));
}

static void along_the_average(void)
{
    const double g = 0.5, right = first_step(momentum_step, g) / g;
    part_number(
        "momentum", answer().momentum, right, 4,
        SLIPS({1.0, "an average that began at zero takes in a share of the "
                    "gradient; which?"},
              {1.0 - right, "that is the share of what was there before; "
                            "what was there?"},
              {1.0 / right, "the average takes in a share of the gradient, "
                            "and not a multiple"},
              {first_step(uncorrected_step, g),
               "nothing is divided by a root here"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    const walk tenfold = second_walk(1.0, 10.0);
    const walk none = second_walk(1.0, 0.0);
    const walk opposite = second_walk(1.0, -1.0);
    const walk equal = second_walk(1.0, 1.0);
    MUST_HOLD(agrees(0.19, equal.seen.m.b2, 9));
    MUST_HOLD(agrees(0.001999, equal.seen.v.b2, 9));
    MUST_HOLD(agrees(0.09, none.seen.m.b2, 9));
    MUST_HOLD(agrees(0.000999, none.seen.v.b2, 9));
    MUST_HOLD(agrees(-0.01, opposite.seen.m.b2, 9));
    MUST_HOLD(agrees(1.09, tenfold.seen.m.b2, 9));
    MUST_HOLD(agrees(0.100999, tenfold.seen.v.b2, 9));
    MUST_HOLD(agrees(5.737, mhat(&tenfold), 4));
    MUST_HOLD(agrees(50.52, vhat(&tenfold), 4));
    MUST_HOLD(agrees(7.108, sqrt(vhat(&tenfold)), 4));
    MUST_HOLD(agrees(0.4737, mhat(&none), 4));
    MUST_HOLD(agrees(0.7069, sqrt(vhat(&none)), 4));
    MUST_HOLD(agrees(0.03162, sqrt(0.001), 4));

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
