/* The checks of exercise 3.7. They run the chapter's steps with the same
   gradient again and again. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "workbook.h"

#include <math.h>

static const double beta1 = 0.9, beta2 = 0.999, g = 0.3;

/* The lengths of the steps of such a kind, in learning rates. Each is made
   from 0, so that no digit of it is lost. */
static void lengths_of(optimizer_step step, double lengths[], int steps)
{
    const optimizer o = {step, 1.0, beta1, beta2, 0.0};
    double m = 0.0, v = 0.0;
    moments seen = {.m = &m, .v = &v};
    for (int s = 0; s < steps; s++) {
        double theta = 0.0;
        step(&o, &seen, 1, &theta, &g);
        lengths[s] = -theta;
    }
}

enum { STEPS = 40000 };

/* By formula, of a step that need not be whole. */
static double minus_length(const void *nothing, double t)
{
    (void)nothing;
    return -(1.0 - pow(beta1, t)) / sqrt(1.0 - pow(beta2, t));
}

static void the_curve(void)
{
    const double endless =
        1e308; /* for an infinity, which no slip can be */
    static double lengths[STEPS];
    lengths_of(uncorrected_step, lengths, STEPS);
    int top = 0;
    for (int s = 0; s < STEPS; s++)
        if (lengths[s] > lengths[top])
            top = s;
    MUST_HOLD(agrees(-minus_length(NULL, top + 1.0), lengths[top], 9));
    const double v_share = 1.0 - beta2;
    const double between = least_at(minus_length, NULL, 1.0, 100.0);
    const uncorrected a = answer();
    const bool a_part = a.largest_at != round(a.largest_at);
    const double at = a_part && fabs(a.largest_at - between) < 0.5
                          ? between
                          : a.largest_at;
    part_number(
        "first", a.first, lengths[0], 4,
        SLIPS(
            {1.0, "that is the step with the correction; without it, how "
                  "much of g is in m, and of its square in v?"},
            {1.0 / sqrt(v_share), "m has taken in only a share of g, too"},
            {(1.0 - beta1) / v_share,
             "v has the unit of a square; what makes it comparable to m?"},
            {1.0 - beta1,
             "that is the share of g in m; what is it divided by?"},
            {sqrt(v_share) / (1.0 - beta1),
             "upside down: which of the two stands above the line?"},
            {v_share / (1.0 - beta1),
             "which of the two stands above the line, and of which is a "
             "root taken?"},
            {(1.0 - beta1) * sqrt(v_share),
             "is m multiplied by the root of v, or divided?"},
            {sqrt(v_share),
             "that is the root of v alone; what does it divide?"},
            {beta1 / sqrt(beta2),
             "those are the weights of the old averages, which are 0"}));
    part_number(
        "largest_at", at, top + 1.0, 6,
        SLIPS({1.0, "the first is not the longest; which of the two, m or "
                    "the root of v, grows faster from there?"},
              {top, "the step after it is longer still; or do you count "
                    "the first as number 0?"},
              {top + 2.0,
               "the step before it is longer; compare a few neighbours"},
              {between, "the formula is largest there, between two steps; "
                        "a step has a whole number"},
              {1.0 / (1.0 - beta1),
               "about as long as m remembers, but that is no more than a "
               "rule of thumb; work out the lengths around it"},
              {1.0 / v_share, "as long as v remembers; by then the steps "
                              "have long been shrinking"}));
    part_number(
        "largest", a.largest, lengths[top], 4,
        SLIPS(
            {lengths[0], "that is the first; which of the two, m or the "
                         "root of v, grows faster from there?"},
            {lengths[top - 1],
             "that is the step before the longest; how long is the next?"},
            {lengths[top + 1], "that is the step after the longest; how "
                               "long is the one before?"},
            {lengths[9], "that is a step on the way up; how long are those "
                         "that follow?"},
            {(1.0 - pow(beta1, top + 1.0)) / (1.0 - pow(beta2, top + 1.0)),
             "v has the unit of a square; what is m divided by?"},
            {1.0 / sqrt(v_share), "no step is so long: m is near g only "
                                  "when v has grown, too"}));
    part_number(
        "tends_to", isinf(a.tends_to) ? endless : a.tends_to,
        lengths[STEPS - 1], 4,
        SLIPS(
            {0.0, "the averages do not fade while the gradient stays; what "
                  "do they become?"},
            {lengths[0], "that is the first step; do the shares stay as "
                         "they are there?"},
            {endless, "both shares stop growing; what becomes of the "
                      "powers of beta?"},
            {(1.0 - beta1) / v_share, "the shares do not stay as in the "
                                      "first step; how far do they grow?"},
            {1.0 / sqrt(v_share), "the share of v grows, too; how far?"}));
}

static void with_the_correction(void)
{
    double corrected[100], without[100];
    lengths_of(adam_step, corrected, 100);
    lengths_of(uncorrected_step, without, 100);
    for (int s = 0; s < 100; s++)
        MUST_HOLD(agrees(corrected[s], 1.0, 9) && without[s] > 1.0);
    const uncorrected a = answer();
    const double v_share = 1.0 - beta2;
    part_letter(
        "corrected", a.corrected, 'C',
        SLIPS({'A', "what are the corrected averages when all gradients "
                    "have been the same?"},
              {'B', "the lengths are right; but compare with the first "
                    "step you found without it: what else is divided?"},
              {'D', "that is how the uncorrected steps go from the longest "
                    "on; what are the corrected averages when all "
                    "gradients have been the same?"}));
    part_number(
        "m_alone", a.m_alone, without[0] / (1.0 - beta1), 4,
        SLIPS(
            {without[0], "that is the step without any correction; what "
                         "does the one of m make of it?"},
            {corrected[0], "that is the step with both corrected; what is "
                           "the first v as it is?"},
            {1.0 / (1.0 - beta2), "what is m divided by: v, or its root?"},
            {1.0 / (1.0 - beta1), "that is what the correction does to m; "
                                  "and what is m divided by?"},
            {sqrt(v_share), "that is the root of v; what does it divide?"},
            {without[0] * (1.0 - beta1),
             "does the correction make m larger or smaller?"}));
}

const check checks[] = {the_curve, with_the_correction, NULL};
