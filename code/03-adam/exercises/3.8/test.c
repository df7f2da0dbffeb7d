/* The checks of exercise 3.8: against the sum 1 + beta2 + beta2^2 + …,
   which has no difference in it, and by the chapter's two forms of Adam. */
#include "answer.h"

#include "02-network/start.h"
#include "03-adam/optimizer.h"
#include "workbook.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>

static const double usual = 0.999;

/* 1 - beta2^t = (1 - beta2)(1 + beta2 + … + beta2^(t - 1)). For beta2 of
   at least one half the first factor is exact, and no term of the sum is
   below 0. */
static double share_of(double beta2, long t)
{
    double sum = 0.0, power = 1.0;
    for (long s = 0; s < t && sum + power > sum; s++) {
        sum += power;
        power *= beta2;
    }
    return (1.0 - beta2) * sum;
}

typedef double (*translation)(double epsilon, double beta2, long t);

/* Checks a translation that multiplies by the share to such a power, which
   is one half or minus one half. */
static void expect_translation(const char *name, translation typed,
                               double power, double beta2, long t,
                               const char *when)
{
    const double epsilon = 1e-7, share = share_of(beta2, t);
    const long after = t < LONG_MAX ? t + 1 : t;
    const double value = typed(epsilon, beta2, t);
    if (isnan(value) && isnan(typed(epsilon, usual, 1)))
        unanswered("%s", name);
    if (isnan(value) || isinf(value))
        suspect("%s: no finite number %s; is something divided by 0, or "
                "a root taken of less than 0?",
                name, when);
    char full[96];
    snprintf(full, sizeof full, "%s %s", name, when);
    expect_number(
        full, value, epsilon * pow(share, power), 10,
        SLIPS({epsilon, "the same epsilon makes another step; work out "
                        "what v is divided by before its root is taken"},
              {epsilon * pow(share, -power),
               "which of the two epsilons has to be the larger?"},
              {epsilon * pow(share, 2.0 * power),
               "v is divided by its share; what is its root divided by?"},
              {epsilon * pow(share, -2.0 * power),
               "which of the two epsilons has to be the larger? And what "
               "is the root of v divided by?"},
              {epsilon * pow(1.0 - beta2, power),
               "as in the first step; how does the share of v go on from "
               "there?"},
              {epsilon * pow(share_of(beta2, t - 1), power),
               "that is for the step before; what is t in the first?"},
              {epsilon * pow(share_of(beta2, after), power),
               "that is for the step after; what is t in the first?"}));
}

static void expect_usual(const char *name, translation typed, double power)
{
    static const struct {
        long t;
        const char *when;
    } steps[] = {{3, "in the third step"},
                 {1, "in the first step"},
                 {30, "after some steps"},
                 {3000, "after many steps"},
                 {LONG_MAX, "in the last step that a long can count"}};
    for (int s = 0; s < 5; s++)
        expect_translation(name, typed, power, usual, steps[s].t,
                           steps[s].when);
    expect_translation(name, typed, power, 0.0, 3, "where beta2 is 0");
}

/* With a beta2 very near to 1, where a difference loses digits. */
static void expect_digits(const char *name, translation typed, double power)
{
    const double epsilon = 1e-7;
    for (int bits = 20; bits <= 53; bits += 11) {
        const double beta2 = 1.0 - pow(0.5, bits);
        for (long t = 1; t < 1000; t = 3 * t + 1) {
            const double right = epsilon * pow(share_of(beta2, t), power);
            const double value = typed(epsilon, beta2, t);
            if (agrees(value, right, 10))
                continue;
            if (fabs(value - right) < 0.9 * right || isinf(value) ||
                value == 0.0)
                suspect("%s: right, but not to ten digits where beta2 is "
                        "very near to 1; which difference loses them?",
                        name);
            suspect("%s: not right where beta2 is very near to 1", name);
        }
    }
}

/* The paper's step with the typed epsilon, beside Keras's. */
static void expect_same_step(void)
{
    const double epsilon_hat = 1e-7;
    optimizer keras = {adam_step, 0.001, 0.9, usual, epsilon_hat};
    optimizer paper = keras;
    moments seen = moments_none();
    random_stream stream = {1};
    for (long t = 1; t <= 100; t++) {
        network g = network_start(INIT_NORMAL, &stream);
        for (int k = 0; k < PARAMETERS; k++)
            g.all[k] *= pow(10.0, -k); /* from 1 to far below epsilon */
        network a = {.b2 = 0.0}, b = a;
        moments same = seen;
        paper.epsilon = epsilon_of_paper(epsilon_hat, usual, t);
        adam_step(&keras, &seen, &a, &g);
        adam_step_inside(&paper, &same, &b, &g);
        for (int k = 0; k < PARAMETERS; k++)
            if (!agrees(b.all[k], a.all[k], 9))
                suspect("the paper's step with epsilon_of_paper is not "
                        "the step of Keras");
    }
}

static void both_ways(void)
{
    expect_usual("epsilon_of_paper", epsilon_of_paper, -0.5);
    expect_usual("epsilon_of_keras", epsilon_of_keras, 0.5);
    expect_digits("epsilon_of_paper", epsilon_of_paper, -0.5);
    expect_digits("epsilon_of_keras", epsilon_of_keras, 0.5);
    expect_same_step();
}

const check checks[] = {both_ways, NULL};
