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
    network gradient;
    for (int k = 0; k < PARAMETERS; k++)
        gradient.all[k] = g;
    moments seen = moments_none();
    for (int s = 0; s < steps; s++) {
        network net = {.b2 = 0.0};
        step(&o, &seen, &net, &gradient);
        lengths[s] = -net.b2;
    }
}

enum { STEPS = 40000 };

static void the_curve(void)
{
    static double lengths[STEPS];
    lengths_of(uncorrected_step, lengths, STEPS);
    int top = 0;
    for (int s = 0; s < STEPS; s++)
        if (lengths[s] > lengths[top])
            top = s;
    const double v_share = 1.0 - beta2;
    const uncorrected a = answer();
    part_number(
        "first", a.first, lengths[0], 4,
        SLIPS(
            {1.0, "that is the step with the correction; without it, how "
                  "much of g is in m, and of its square in v?"},
            {1.0 / sqrt(v_share), "m has taken in only a share of g, too"},
            {(1.0 - beta1) / v_share, "v has the unit of a square; its "
                                      "root is what m is divided by"},
            {1.0 - beta1, "that is the share of g in m; what is it "
                          "divided by?"},
            {sqrt(v_share) / (1.0 - beta1),
             "which of the two stands above the line?"},
            {beta1 / sqrt(beta2), "those are the weights of the old "
                                  "averages, which are 0"}));
    part_number(
        "largest_at", a.largest_at, top + 1.0, 4,
        SLIPS({1.0, "the first is not the longest; which of the two, m or "
                    "the root of v, grows faster from there?"},
              {top, "compare with the steps before and after it"},
              {top + 2.0, "compare with the steps before and after it"},
              {1.0 / (1.0 - beta1),
               "about as long as m remembers, but that is no more than a "
               "rule of thumb; work out the lengths around it"},
              {1.0 / v_share, "as long as v remembers; by then the steps "
                              "have long been shrinking"}));
    part_number(
        "largest", a.largest, lengths[top], 4,
        SLIPS({lengths[0], "that is the first; there are longer ones"},
              {lengths[top - 1], "that is the step before the longest"},
              {lengths[top + 1], "that is the step after the longest"},
              {lengths[9], "that is a step before the longest"},
              {1.0 / sqrt(v_share), "no step is so long: m is near g only "
                                    "when v has grown, too"}));
    part_number(
        "tends_to", a.tends_to, lengths[STEPS - 1], 4,
        SLIPS(
            {0.0, "the averages do not fade while the gradient stays; "
                  "what do they become?"},
            {lengths[0], "that is the first step; the powers of beta go "
                         "to 0"},
            {g, "how long a step is does not depend on g; by what is m "
                "divided?"},
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
        SLIPS({without[0], "that is the step without any correction; m is "
                           "g now"},
              {corrected[0], "that is the step with both corrected; v is "
                             "as it was"},
              {1.0 / (1.0 - beta2), "the root of v is forgotten"},
              {without[0] * (1.0 - beta1), "does the correction make m "
                                           "larger or smaller?"}));
}

const check checks[] = {the_curve, with_the_correction, NULL};
