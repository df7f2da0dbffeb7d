/* The checks of exercise 2.6. The best answers are searched for, not found
   by the formula that the reader is to derive. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

#include <stdio.h>

/* m rows with one answer p; k of them have the target 1. */
typedef struct {
    const char *name;
    int m, k;
} tie;

static double loss_of(const void *state, double p)
{
    const tie *const t = state;
    return t->k * half_square(p, 1.0) + (t->m - t->k) * half_square(p, 0.0);
}

static void expect_tie(const tie *t, double typed_p, double typed_loss)
{
    char name[32];
    const double p = least_at(loss_of, t, 0.0, 1.0), loss = loss_of(t, p);
    snprintf(name, sizeof name, "p_%s", t->name);
    part_number(
        name, typed_p, p, 4,
        SLIPS({1.0 - p, "that is the share of the other target"},
              {0.5, "that would be best if the two targets were as many; "
                    "are they?"},
              {1.0, "a flat answer is not the cheapest; squared, a full "
                    "error costs more than several partial ones"},
              {0.0, "a flat answer is not the cheapest; squared, a full "
                    "error costs more than several partial ones"},
              {t->k, "that is a count; p is between 0 and 1"}));
    snprintf(name, sizeof name, "loss_%s", t->name);
    part_number(
        name, typed_loss, loss, 4,
        SLIPS({2.0 * loss, "the half in front of the sum is left out"},
              {loss / t->m, "that is a mean over the tied rows; the loss "
                            "sums over them"},
              {2.0 * loss / t->m, "that is a mean over the tied rows; the "
                                  "loss sums over them, and has a half in "
                                  "front"},
              {loss_of(t, 1.0 - p), "that is the loss at the share of the "
                                    "other target"},
              {loss_of(t, 0.5), "that is the loss at an answer halfway; "
                                "put in the best one"},
              {t->k * half_square(p, 1.0),
               "those are the rows with the target 1; the others are "
               "wrong, too"},
              {(t->m - t->k) * half_square(p, 0.0),
               "those are the rows with the target 0; the others are "
               "wrong, too"},
              {0.0, "the same answer to different targets; which of the "
                    "rows is right?"}));
}

static void each_tie(void)
{
    const plateaus a = answer();
    expect_tie(&(tie){"a", 4, 2}, a.p_a, a.loss_a);
    expect_tie(&(tie){"b", 3, 2}, a.p_b, a.loss_b);
    expect_tie(&(tie){"c", 2, 1}, a.p_c, a.loss_c);
    expect_tie(&(tie){"d", 7, 3}, a.p_d, a.loss_d);
}

static void end_of_equal_units(void)
{
    part_letter(
        "where", answer().where, 'B',
        SLIPS({'A', "three equal units are one unit, but a sigmoid still "
                    "stands behind it; what does one hidden unit make of "
                    "x_1 + x_2 when its weights are large?"},
              {'C', "let x_1 + x_2 grow and follow h and yhat; can yhat "
                    "rise and fall again?"},
              {'D', "what does exercise 2.5 say of units that are equal at "
                    "the start?"}));
}

const check checks[] = {each_tie, end_of_equal_units, NULL};
