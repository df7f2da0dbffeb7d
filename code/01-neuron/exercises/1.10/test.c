/* The checks of exercise 1.10, by the chapter's gate neuron. */
#include "answer.h"

#include "01-neuron/gate.h"
#include "01-neuron/neuron.h"
#include "workbook.h"

#include <math.h>

static const gate a = {0.0, 0.0, 0.0};
static const gate b = {20.0, 20.0, -10.0};
static const gate c = {20.0, -20.0, -10.0};

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
              {2.0, "(b) does better than that; count again"},
              {1.0, "(b) does better than that; count again"}));
}

static void slope_at_b(void)
{
    /* The row 11: the error is yhat - 0 and z is 30. The chapter's
       a (1 - a) would lose digits here to the rounding of a. */
    const double z = 30.0; /* 20 + 20 - 10 */
    const double yhat = sigmoid(z), slope = yhat * sigmoid(-z);
    part_number(
        "slope_b", answer().slope_b, yhat * slope, 2,
        SLIPS({0.0, "small, but not nothing; what is left of a(1 - a) when "
                    "a is nearly its limit?"},
              {yhat, "that is the error; the slope of the sigmoid is the "
                     "other factor"},
              {-yhat * slope, "the size is right; which sign has the "
                              "error?"},
              {sigmoid_prime_from_output(sigmoid(10.0)),
               "that is the slope at another row; which row is wrong?"}));
}

static void way_back(void)
{
    part_letter("comes_back", answer().comes_back, 'n',
                SLIPS({'Y', "how far does one step carry a weight there, "
                            "and which way?"}));
}

const check checks[] = {losses, most_rows, slope_at_b, way_back, NULL};
