/* The checks of exercise 1.10, by the chapter's gate neuron. */
#include "answer.h"

#include "01-neuron/gate.h"
#include "workbook.h"

#include <ctype.h>
#include <math.h>

static const gate a = {0.0, 0.0, 0.0};
static const gate b = {20.0, 20.0, -10.0};
static const gate c = {20.0, -20.0, -10.0};

/* The sigmoid, by a neuron that is all bias. */
static double squash(double z)
{
    return gate_predict(&(gate){.b = z}, gate_rows(GATE_XOR));
}

static void expect_loss(const char *name, double typed, const gate *g)
{
    const double right = gate_loss(g, gate_rows(GATE_XOR));
    part_number(
        name, typed, right, 4,
        SLIPS({2.0 * right, "the half in front of the sum is left out"},
              {right / 4.0, "that is one row's share, or the mean; the "
                            "loss sums over the rows"},
              {right / 2.0, "that is a mean; the loss sums over the rows"},
              {0.0, "which row is answered wrongly there?"}));
}

static void losses(void)
{
    const resting_places typed = answer();
    expect_loss("loss_a", typed.loss_a, &a);
    expect_loss("loss_b", typed.loss_b, &b);
    expect_loss("loss_c", typed.loss_c, &c);
}

static int rows_right(const gate *g)
{
    int right = 0;
    for (int n = 0; n < GATE_ROWS; n++) {
        const gate_row *row = &gate_rows(GATE_XOR)[n];
        right += (gate_predict(g, row) > 0.5) == (row->y > 0.5);
    }
    return right;
}

static void most_rows(void)
{
    int most = 0; /* of all neurons with parameters from -20 to 20 */
    for (int w1 = -20; w1 <= 20; w1 += 2)
        for (int w2 = -20; w2 <= 20; w2 += 2)
            for (int bias = -19; bias <= 19; bias += 2) {
                const int right = rows_right(&(gate){w1, w2, bias});
                most = right > most ? right : most;
            }
    part_number(
        "most_rows", answer().most_rows, most, 4,
        SLIPS({GATE_ROWS, "add z of rows 00 and 11, then of rows 01 and "
                          "10; what would the signs have to be?"},
              {2.0, "(b) does better than that; count its rows"},
              {1.0, "(b) does better than that; count its rows"},
              {0.0, "(b) does better than that; count its rows"}));
}

static void slope_at_b(void)
{
    /* The row 11: the error is yhat - 0 and z is 30. The chapter's
       a (1 - a) would lose digits here to the rounding of a. */
    const double z = 30.0; /* 20 + 20 - 10 */
    const double yhat = squash(z), slope = yhat * squash(-z);
    MUST_HOLD(z == b.w1 + b.w2 + b.b);
    part_number(
        "slope_b", answer().slope_b, yhat * slope, 2,
        SLIPS(
            {0.0, "small, but not nothing; what is left of a(1 - a) when "
                  "a is nearly its limit?"},
            {yhat, "that is the error; the slope of the sigmoid is the "
                   "other factor"},
            {z, "that is z; which two slopes lead from L to z?"},
            {-yhat * slope, "the size is right; which sign has the "
                            "error?"},
            {squash(b.b - z), "the bias is left out of z"},
            {squash(-b.w1), "that is the slope at another row, or the "
                            "bias is twice in z; which row is wrong?"},
            {-squash(-b.w1), "that is the slope at another row; which "
                             "one is answered wrongly?"},
            {yhat * slope * yhat * slope,
             "the error is small at the rows that are right; is it here?"},
            {squash(10.0) * squash(-10.0),
             "a weight is left out of z, or only the sigmoid's slope is "
             "there, of another row; how much is z?"}));
}

/* The error of the wrong row after a million epochs. */
static double error_in_the_end(void)
{
    const gate_row *rows = gate_rows(GATE_XOR);
    gate g = b;
    for (int epoch = 0; epoch < 1000000; epoch++) {
        const gate gradient = gate_gradient(&g, rows);
        gate_step(&g, &gradient, 0.5);
    }
    return gate_predict(&g, &rows[GATE_ROWS - 1]);
}

static void way_back(void)
{
    if (toupper((unsigned char)answer().comes_back) == 'N')
        MUST_HOLD(error_in_the_end() > 0.99);
    part_letter("comes_back", answer().comes_back, 'n',
                SLIPS({'Y', "how far does one step carry a weight there, "
                            "and which way?"}));
}

const check checks[] = {losses, most_rows, slope_at_b, way_back, NULL};
