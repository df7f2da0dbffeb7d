/* The checks of exercise 2.3. They nudge b2 of a network under each loss:
   where a slope is so many times as long, the rate must be so many times
   as small. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <stdbool.h>

typedef struct {
    network net;
    int rows;         /* taken from XOR, again and again */
    double times_sum; /* the loss, in sums of half squares */
} setting;

static double loss_of(const void *state)
{
    const setting *s = state;
    const batch rows = xor_rows();
    network_pass p;
    double sum = 0.0;
    network_forward(&s->net, &rows, &p);
    for (int n = 0; n < s->rows; n++)
        sum += half_square(p.yhat[n % rows.size], rows.y[n % rows.size]);
    return s->times_sum * sum;
}

typedef enum { HALF_SUM, MEAN, HALF_MEAN } loss_kind;

/* The derivative of the loss over so many rows by b2. */
static double slope_of(loss_kind loss, int rows)
{
    setting s = {.net = network_start(INIT_HALF, NULL), .rows = rows};
    s.times_sum = loss == HALF_SUM ? 1.0
                  : loss == MEAN   ? 2.0 / rows
                                   : 1.0 / rows;
    return central_difference(loss_of, &s, &s.net.b2, 1e-4).slope;
}

enum { N = 10, FOUR = 4, BATCH = 32 };

static void rates(void)
{
    const double lr = 0.3, step = lr * slope_of(MEAN, N);
    const one_step a = answer();
    part_number(
        "half_sum", a.half_sum, step / slope_of(HALF_SUM, N), 4,
        SLIPS({lr, "the same rate on another loss makes another step; how "
                   "many times as long is the other gradient?"},
              {lr / N, "a mean has no half in it; take care of the factor "
                       "in front of the sum, too"},
              {lr / (2.0 * N), "half the sum, and no half in the mean: "
                               "which way does that factor go?"},
              {2.0 * lr, "how many rows the mean is over matters, too"},
              {lr * N / 2.0, "which of the two gradients is longer? The "
                             "longer gradient needs the smaller rate"},
              {lr * N, "which of the two gradients is longer? The sum has "
                       "the longer one, and so needs less"}));
    part_number(
        "half_mean", a.half_mean, step / slope_of(HALF_MEAN, N), 4,
        SLIPS({lr, "the gradient is another; so is the rate"},
              {lr / 2.0, "half the loss has half the gradient; what must "
                         "the rate do for the same step?"},
              {lr * 2.0 / N, "that is the rate on half the sum; this loss "
                             "is a mean, like the MSE"},
              {lr * N, "both losses are means over the same rows; their "
                       "number cancels"}));
}

static void rows_twice(void)
{
    const bool sum_grows = agrees(slope_of(HALF_SUM, 2 * FOUR),
                                  2.0 * slope_of(HALF_SUM, FOUR), 6);
    const bool mean_stays =
        agrees(slope_of(MEAN, 2 * FOUR), slope_of(MEAN, FOUR), 6);
    MUST_HOLD(sum_grows && mean_stays);
    part_letter(
        "rows_twice", answer().rows_twice, 'B',
        SLIPS({'A', "a sum over the rows has twice as many terms now"},
              {'C', "a sum over the rows has twice as many terms now; and "
                    "what becomes of a mean?"},
              {'D', "the terms are twice as many; what divides the sum in "
                    "a mean?"}));
}

static void batch_of_32(void)
{
    const double lr = 0.5, step = lr * slope_of(HALF_SUM, FOUR);
    part_number(
        "batch_of_32", answer().batch_of_32, step / slope_of(MEAN, BATCH),
        4,
        SLIPS({lr * BATCH / 2.0, "only four of the 32 rows are different; "
                                 "what does (3) say of a mean?"},
              {lr, "the MSE has another factor in front of its sum; work "
                   "out its gradient over the four rows"},
              {lr * 2.0 / FOUR, "which of the two gradients is longer? The "
                                "longer one needs the smaller rate"},
              {lr / FOUR, "which of the two gradients is longer? And which "
                          "of the two losses has a half in front?"},
              {lr * FOUR / BATCH,
               "each row is there eight times, but this loss is a mean; "
               "what does it divide by?"},
              {lr * FOUR, "the half of half the sum is forgotten"},
              {lr * BATCH, "only four of the 32 rows are different; and "
                           "the half is forgotten"}));
}

const check checks[] = {rates, rows_twice, batch_of_32, NULL};
