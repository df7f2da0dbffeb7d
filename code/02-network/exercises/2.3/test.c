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

static void rate_on_half_sum(void)
{
    const double lr = 0.3, step = lr * slope_of(MEAN, N);
    const char *smaller = "which of the two gradients is longer, that of a "
                          "sum or that of a mean? And the longer one "
                          "needs which rate?";
    part_number(
        "half_sum", answer().half_sum, step / slope_of(HALF_SUM, N), 4,
        SLIPS({lr, "the same rate on another loss makes another step; how "
                   "many times as long is the other gradient?"},
              {lr / N, "the number of rows is there; which factor stands "
                       "in front of each of the two sums?"},
              {lr / (2.0 * N), "one of the two losses has a half and the "
                               "other has none; which way does it go?"},
              {2.0 * lr, "the half is there; does the number of rows that "
                         "the mean is over not matter?"},
              {lr / 2.0, "which way does the half go, and does the number "
                         "of rows not matter?"},
              {lr * N / 2.0, smaller}, {lr * N, smaller},
              {2.0 * lr * N, smaller},
              {2.0 / N, "that is what the learning rate is multiplied by; "
                        "which rate comes out?"}));
}

static void rate_on_half_mean(void)
{
    const double lr = 0.3, step = lr * slope_of(MEAN, N);
    const char *rows = "both losses are means over the same rows; does "
                       "their number change the one into the other?";
    part_number(
        "half_mean", answer().half_mean, step / slope_of(HALF_MEAN, N), 4,
        SLIPS({lr, "the same rate on another loss makes another step; what "
                   "does a half in front do to a gradient?"},
              {lr / 2.0, "half the loss has half the gradient; what must "
                         "the rate do for the same step?"},
              {lr * 2.0 / N, "that is the rate on half the sum; is this "
                             "loss a sum, or a mean like the MSE?"},
              {lr * N, rows}, {lr / N, rows}, {lr / (2.0 * N), rows},
              {2.0 * lr * N, rows}, {lr * N / 2.0, rows},
              {4.0 * lr, "the half is there twice over; where does it "
                         "stand in each of the two losses?"},
              {lr / 4.0, "the half is there twice over; where does it "
                         "stand in each of the two losses?"}));
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
        SLIPS({'A', "how many terms has a sum over the rows now, and what "
                    "becomes of its gradient?"},
              {'C', "how many terms has a sum over the rows now? And by "
                    "what does a mean divide them?"},
              {'D', "the terms are twice as many; and what divides them in "
                    "a mean?"}));
}

static void batch_of_32(void)
{
    const double lr = 0.5, step = lr * slope_of(HALF_SUM, FOUR);
    const double times = (double)BATCH / FOUR;
    const char *different = "how many of the rows in the batch are "
                            "different? See what (3) says of a mean";
    const char *longer = "which of the two gradients is longer over the "
                         "four rows? The longer one needs which rate?";
    part_number(
        "batch_of_32", answer().batch_of_32, step / slope_of(MEAN, BATCH),
        4,
        SLIPS({lr * BATCH / 2.0, different},
              {lr * BATCH, "how many of the rows in the batch are "
                           "different? And where is the half of half the "
                           "sum?"},
              {lr, "the same rate on another loss makes another step; what "
                   "stands in front of each of the two sums?"},
              {lr * 2.0 / FOUR, longer}, {lr / FOUR, longer},
              {lr / times, "each row is there eight times, but this loss "
                           "is a mean; what does it divide by?"},
              {lr * times, "each row is there eight times, but this loss "
                           "is a mean; what does it divide by?"},
              {lr * FOUR, "the four rows are there; what else stands in "
                          "front of half the sum?"},
              {lr * 2.0 / BATCH, longer}, {lr / BATCH, longer}));
}

const check checks[] = {rate_on_half_sum, rate_on_half_mean, rows_twice,
                        batch_of_32, NULL};
