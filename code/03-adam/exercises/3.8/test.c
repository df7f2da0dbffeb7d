/* The checks of exercise 3.8: against the formulas, with the share of v
   worked out in another way, and these in turn against the steps of the
   chapter's two forms of Adam. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

static const double usual = 0.999;

/* 1 - beta2^t, by halving t: of two shares a and b the one of both times
   is a + b - ab. No step of it takes the difference of two numbers that
   are nearly equal, and 1 - beta2 is exact where beta2 is near to 1. */
static double share_of(double beta2, double t)
{
    double share = 0.0, doubled = 1.0 - beta2;
    for (uint64_t rest = (uint64_t)t; rest > 0; rest /= 2) {
        if (rest % 2 == 1)
            share += doubled * (1.0 - share);
        doubled += doubled * (1.0 - doubled);
    }
    return share;
}

/* Where epsilon is added to so many times the gradient. */
static double right_of(double step, double epsilon, double times)
{
    return epsilon * step / (1.0 - fabs(step)) / times;
}

/* Both formulas beside what the chapter's steps do with a gradient that
   stays. */
static void expect_the_chapter(optimizer_step by, double step)
{
    const double epsilon = 1e-3;
    const optimizer o = {by, 1.0, 0.9, usual, epsilon};
    for (int last = 1; last <= 30; last++) {
        const double share = by == adam_step ? share_of(usual, last) : 1.0;
        const double g = right_of(step, epsilon, sqrt(share));
        double theta = 0.0, m = 0.0, v = 0.0;
        moments seen = {.m = &m, .v = &v};
        for (int t = 1; t <= last; t++) {
            theta = 0.0;
            by(&o, &seen, 1, &theta, &g);
        }
        MUST_HOLD(fabs(-theta - step) <= 1e-11 * fabs(step));
    }
}

/* Slips that both forms have in common, from the epsilon that counts; and
   the end. */
enum { COMMON = 7 };
static void common_slips(slip slips[COMMON + 1], double step,
                         double epsilon)
{
    const double size = fabs(step), right = right_of(step, epsilon, 1.0);
    const slip common[COMMON + 1] = {
        {epsilon * step, "right for the smallest steps only; how does a "
                         "step go on as g grows?"},
        {epsilon * step / (1.0 - step),
         "right where the parameter falls; where it grows, what is the "
         "sign of g, and of the root of its square?"},
        {fabs(right), "the size is right, but which way has g to point "
                      "for such a step?"},
        {-right, "the size is right; a step is what is subtracted, so "
                 "which sign has it where g is above 0?"},
        {epsilon * step / (1.0 + size),
         "solve for g once more: on which side does it stand, and with "
         "which sign?"},
        {epsilon * (1.0 - size) / step,
         "upside down; does a longer step need a larger g, or a smaller "
         "one?"},
        {step / (size + epsilon), "that is the step which such a gradient "
                                  "makes; which way round is it asked?"},
        {0.0, NULL}};
    memcpy(slips, common, sizeof common);
}

static void expect_paper(double step, double epsilon)
{
    const double right = right_of(step, epsilon, 1.0);
    slip slips[COMMON + 1];
    common_slips(slips, step, epsilon);
    expect_result(text("gradient_of_paper(%.10g, %g)", step, epsilon),
                  gradient_of_paper(step, epsilon), right,
                  1e-10 * fabs(right), slips);
}

static const double steps[] = {0.25, -0.25, 0.9,   -0.9, 1e-12,
                               -0.5, 0.5,   0.999, 0.0,  -0.9999};
enum { KINDS = sizeof steps / sizeof *steps };

static void the_paper(void)
{
    if (gradient_of_paper(0.25, 1e-3) == TODO)
        unanswered("gradient_of_paper");
    for (int s = 0; s < KINDS; s++) {
        expect_the_chapter(adam_step_inside, steps[s]);
        expect_paper(steps[s], 1e-3);
        expect_paper(steps[s], 1e-8);
        expect_paper(steps[s], 20.0);
        expect_paper(steps[s], 0.0);
    }
    random_stream stream = {1};
    for (int i = 0; i < 1000; i++)
        expect_paper(2.0 * random_uniform(&stream) - 1.0,
                     pow(10.0, -8.0 * random_uniform(&stream)));
}

static void expect_keras(double step, double epsilon, double beta2,
                         double t)
{
    const double share = share_of(beta2, t), root = sqrt(share);
    const double before = sqrt(share_of(beta2, t - 1.0));
    const double after = sqrt(share_of(beta2, t + 1.0));
    const double right = right_of(step, epsilon, root);
    enum { OWN = 7 };
    const slip own[OWN] = {
        {right * root, "as in the paper's form; how much of the square of "
                       "g is in a v that is not corrected?"},
        {right * share, "which form needs the larger gradient for the same "
                        "step?"},
        {right / root, "v has that share of the square of g; what share "
                       "has its root?"},
        {right * root * share, "which form needs the larger gradient? And "
                               "what share has the root of v?"},
        {right * root / sqrt(1.0 - beta2),
         "as in the first step; how does the share of v go on from there?"},
        {right * root / before, "that is for the step before; what is t in "
                                "the first?"},
        {right * root / after, "that is for the step after; what is t in "
                               "the first?"}};
    slip slips[OWN + COMMON + 1];
    memcpy(slips, own, sizeof own);
    common_slips(slips + OWN, step, epsilon / root);
    expect_result(text("gradient_of_keras(%.10g, %g, %.10g, %.16g)", step,
                       epsilon, beta2, t),
                  gradient_of_keras(step, epsilon, beta2, t), right,
                  1e-10 * fabs(right), slips);
}

/* With a beta2 very near to 1, where a difference loses digits. */
static void expect_digits(void)
{
    for (int bits = 20; bits <= 53; bits += 11)
        for (double t = 1.0; t < 1e15; t = 3.0 * t + 1.0) {
            const double beta2 = 1.0 - pow(0.5, bits), step = 0.5;
            const double right =
                right_of(step, 1e-7, sqrt(share_of(beta2, t)));
            const double got = gradient_of_keras(step, 1e-7, beta2, t);
            if (fabs(got - right) <= 1e-10 * right)
                continue;
            suspect("gradient_of_keras(%g, %g, %.17g, %g) returned %.12g, "
                    "expected %.12g: with such a beta2, which "
                    "difference loses digits?",
                    step, 1e-7, beta2, t, got, right);
        }
}

static void keras(void)
{
    if (gradient_of_keras(0.25, 1e-3, usual, 3.0) == TODO)
        unanswered("gradient_of_keras");
    static const double times[] = {3.0, 1.0, 2.0, 30.0, 3000.0, 1e15};
    for (int s = 0; s < KINDS; s++) {
        expect_the_chapter(adam_step, steps[s]);
        for (int t = 0; t < 6; t++) {
            expect_keras(steps[s], 1e-3, 0.9, times[t]);
            expect_keras(steps[s], 1e-7, usual, times[t]);
            expect_keras(steps[s], 5.0, 0.0, times[t]);
            expect_keras(steps[s], 0.0, usual, times[t]);
        }
    }
    random_stream stream = {1};
    for (int i = 0; i < 1000; i++)
        expect_keras(2.0 * random_uniform(&stream) - 1.0,
                     pow(10.0, -8.0 * random_uniform(&stream)),
                     random_uniform(&stream),
                     1.0 + (double)random_below(&stream, 50));
    expect_digits();
}

const check checks[] = {the_paper, keras, NULL};
