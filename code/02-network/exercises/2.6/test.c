/* The checks of exercise 2.6. The best answers are searched for, not found
   by the formula that the reader is to derive. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

enum { ROWS = 4 }; /* of XOR */

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

static void expect_best_answer(const tie *t, double typed, double p)
{
    const char *flat = "what does one full error cost, squared, beside "
                       "several smaller ones?";
    const char *count =
        "that is a count of rows; can a sigmoid answer with "
        "it?";
    const char *share = "a share of how many rows is that? Which rows are "
                        "tied here, and which are not?";
    const double k = t->k, m = t->m;
    part_number(
        text("p_%s", t->name), typed, p, 4,
        SLIPS({1.0 - p, "that is the share of one of the two targets; of "
                        "which one does p follow the share?"},
              {0.5, "that would be best if the two targets were as many; "
                    "are they?"},
              {1.0, flat}, {k, count}, {m - k, count}, {k / ROWS, share},
              {k / (m - k), share},
              {1.0 / m, "that is one row's share; how many of the tied "
                        "rows have the target 1?"}));
}

static void expect_loss_left(const tie *t, double typed, double p)
{
    const double loss = loss_of(t, p);
    const double one = half_square(p, 1.0), zero = half_square(p, 0.0);
    const char *part = "is that a mean over rows, or the cost of some of "
                       "them only? What does the loss add up?";
    const char *best = "that is the loss of an answer that is right for "
                       "some rows only; which p is the best?";
    part_number(
        text("loss_%s", t->name), typed, loss, 4,
        SLIPS({2.0 * loss, "twice as large; is the half in front of the "
                           "sum there, and is each error squared?"},
              {4.0 * loss, "is the half in front of the sum there, and is "
                           "each error squared?"},
              {loss / t->m, part}, {2.0 * loss / t->m, part},
              {loss / ROWS, part}, {2.0 * loss / ROWS, part},
              {t->k * one, part}, {(t->m - t->k) * zero, part}, {one, part},
              {zero, part},
              {one + zero, "that is one row of each kind; how many of each "
                           "are tied?"},
              {loss_of(t, 1.0 - p), "that is the loss at another answer; "
                                    "is it the p that you typed above?"},
              {loss_of(t, 0.5), "that is the loss at an answer halfway; "
                                "which p is the best one?"},
              {loss_of(t, 1.0), best}, {loss_of(t, 0.0), best},
              {0.0, "can one answer be right for two targets? (And in C a "
                    "fraction of whole numbers is rounded down)"}));
}

static void expect_tie(const tie *t, double typed_p, double typed_loss)
{
    const double p = least_at(loss_of, t, 0.0, 1.0);
    expect_best_answer(t, typed_p, p);
    expect_loss_left(t, typed_loss, p);
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
        SLIPS({'A',
               "three equal units are one unit, but with a sigmoid behind "
               "it; what can that make of x_1 + x_2 where a neuron "
               "cannot?"},
              {'C', "let x_1 + x_2 grow, and follow h and yhat; can yhat "
                    "rise and fall again?"},
              {'D', "what does exercise 2.5 say of units that are equal at "
                    "the start?"}));
}

const check checks[] = {each_tie, end_of_equal_units, NULL};
