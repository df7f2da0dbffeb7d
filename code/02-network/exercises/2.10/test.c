/* The checks of exercise 2.10: the forward pass by its formula, and the
   gradient by nudging the loss of that formula. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "02-network/xor.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>

/* The network as a list of its nine parameters, to draw and nudge them. */
typedef union {
    small_network net;
    double all[9];
} nine;

static const char *const names[9] = {
    "dL/dW1[0][0]", "dL/dW1[0][1]", "dL/dW1[1][0]",
    "dL/dW1[1][1]", "dL/db1[0]",    "dL/db1[1]",
    "dL/dW2[0]",    "dL/dW2[1]",    "dL/db2",
};

typedef struct {
    nine at;
    const batch *rows;
} setting;

static double forward_right(const small_network *net, const double x[2],
                            double h[2])
{
    for (int j = 0; j < 2; j++)
        h[j] = sigmoid(x[0] * net->W1[0][j] + x[1] * net->W1[1][j] +
                       net->b1[j]);
    return sigmoid(h[0] * net->W2[0] + h[1] * net->W2[1] + net->b2);
}

static double loss_at(const void *state)
{
    const setting *s = state;
    double loss = 0.0, h[2];
    for (int n = 0; n < s->rows->size; n++)
        loss += half_square(forward_right(&s->at.net, s->rows->x[n], h),
                            s->rows->y[n]);
    return loss;
}

/* What is suspected. */
typedef enum { NOTHING, NO_W2, NO_PRIME, X_SWAPPED, MISTAKES } mistake;

/* The gradient that a mistake leads to, over the rows from this one to
   before that one; of the last row alone, it is what is left where =
   stands for +=. */
static nine gradient_with(mistake m, const small_network *net,
                          const batch *rows, int from, int to)
{
    nine d = {.net = {.b2 = 0.0}};
    for (int n = from; n < to; n++) {
        double h[2];
        const double yhat = forward_right(net, rows->x[n], h);
        const double delta =
            (yhat - rows->y[n]) * sigmoid_prime_from_output(yhat);
        d.net.b2 += delta;
        for (int j = 0; j < 2; j++) {
            const double hidden =
                delta * (m == NO_W2 ? 1.0 : net->W2[j]) *
                (m == NO_PRIME ? 1.0 : sigmoid_prime_from_output(h[j]));
            d.net.W2[j] += delta * h[j];
            d.net.b1[j] += hidden;
            for (int i = 0; i < 2; i++)
                d.net.W1[i][j] +=
                    hidden * rows->x[n][m == X_SWAPPED ? 1 - i : i];
        }
    }
    return d;
}

static void expect_gradient(const nine *at, const batch *rows)
{
    const nine typed = {.net = small_gradient(&at->net, rows)};
    nine wrong[MISTAKES];
    for (int m = NOTHING; m < MISTAKES; m++)
        wrong[m] = gradient_with((mistake)m, &at->net, rows, 0, rows->size);
    const nine last =
        gradient_with(NOTHING, &at->net, rows, rows->size - 1, rows->size);
    const nine all_rows = gradient_with(NOTHING, &at->net, rows, 0, ROWS);
    setting nudged = {*at, rows};
    for (int k = 0; k < 9; k++) {
        const double right =
            central_difference(loss_at, &nudged, &nudged.at.all[k], 1e-5)
                .slope;
        expect_number(
            names[k], typed.all[k], right, 6,
            SLIPS({last.all[k], "that is the last row alone; do the rows "
                                "add up?"},
                  {all_rows.all[k],
                   "a batch may hold fewer than four rows; which of its "
                   "members says how many?"},
                  {right / rows->size, "that is the mean; the loss is a "
                                       "sum over the rows"},
                  {0.0, "is left at zero; does every parameter get its "
                        "derivative?"},
                  {wrong[NO_W2].all[k],
                   "a weight is left out on the way to the hidden delta"},
                  {wrong[NO_PRIME].all[k],
                   "the slope of the hidden sigmoid is left out"},
                  {wrong[X_SWAPPED].all[k],
                   "is multiplied by the other input"},
                  {-right, "the sign is turned over"}));
    }
}

/* A network, each of whose derivatives is far enough from 0 to be checked
   by nudging. */
static nine network_draw(random_stream *stream, const batch *rows)
{
    for (;;) {
        nine at;
        for (int k = 0; k < 9; k++)
            at.all[k] = random_normal(stream);
        const nine d = gradient_with(NOTHING, &at.net, rows, 0, rows->size);
        double least = INFINITY;
        for (int k = 0; k < 9; k++)
            least = fmin(least, fabs(d.all[k]));
        if (least > 1e-3)
            return at;
    }
}

static void expect_forward(const batch *rows)
{
    random_stream stream = {1};
    const nine at = network_draw(&stream, rows);
    for (int n = 0; n < rows->size; n++) {
        double typed[2] = {0.0, 0.0}, h[2];
        const double *x = rows->x[n];
        const double yhat = forward_right(&at.net, x, h);
        const double typed_yhat = small_forward(&at.net, x, typed);
        for (int j = 0; j < 2; j++) {
            const double z = log(h[j] / (1.0 - h[j])), b = at.net.b1[j];
            const double *W = at.net.W1[j];
            char unit[32];
            snprintf(unit, sizeof unit, "h[%d] of row %d", j, n);
            expect_number(
                unit, typed[j], h[j], 10,
                SLIPS({z, "that is the pre-activation; the sigmoid is "
                          "still to come"},
                      {sigmoid(z - b), "the bias is left out"},
                      {sigmoid(x[0] * W[0] + x[1] * W[1] + b),
                       "W1 is read the other way round; its first index "
                       "is the input"}));
        }
        char name[32];
        snprintf(name, sizeof name, "yhat of row %d", n);
        const double z = log(yhat / (1.0 - yhat));
        expect_number(name, typed_yhat, yhat, 10,
                      SLIPS({z, "that is the pre-activation; the output "
                                "has a sigmoid, too"},
                            {sigmoid(z - at.net.b2),
                             "the bias of the output is left out"}));
    }
}

static void forward_then_gradient(void)
{
    const batch rows = xor_rows();
    const batch fewer = {
        .size = 3,
        .x = {{0.5, -1.0}, {2.0, 0.25}, {-0.75, 1.5}, {9.0, 9.0}},
        .y = {1.0, 0.0, 0.5, 9.0},
    };
    expect_forward(&rows);
    expect_forward(&fewer);
    random_stream stream = {2};
    for (int draw = 0; draw < 3; draw++) {
        const nine at = network_draw(&stream, &rows);
        expect_gradient(&at, &rows);
    }
    const nine at = network_draw(&stream, &fewer);
    expect_gradient(&at, &fewer);
}

const check checks[] = {forward_then_gradient, NULL};
