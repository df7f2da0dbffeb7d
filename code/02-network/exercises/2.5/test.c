/* The checks of exercise 2.5. A few epochs of the chapter's descent show
   which numbers stay equal. */
#include "answer.h"

#include "02-network/descent.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>

enum { EPOCHS = 20 };

static network trained(network net, method_kind method, double lr)
{
    const descent how = {method, lr};
    run r = {.loss = half_squares,
             .rows = xor_rows(),
             .net = net,
             .epochs = EPOCHS};
    descent_train(&how, &r);
    return r.net;
}

static bool same(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static int different_numbers(const network *net)
{
    int count = 0;
    for (int k = 0; k < PARAMETERS; k++) {
        bool new = true;
        for (int before = 0; before < k; before++)
            new = new && !same(net->all[k], net->all[before]);
        count += new;
    }
    return count;
}

/* True if units a and b have the same numbers. */
static bool are_clones(const network *net, int a, int b)
{
    return same(net->W1[0][a], net->W1[0][b]) &&
           same(net->W1[1][a], net->W1[1][b]) &&
           same(net->b1[a], net->b1[b]) && same(net->W2[a], net->W2[b]);
}

/* The gradient at a network, over rows first to last of XOR. */
static network gradient_at(const network *net, int first, int last)
{
    const batch all = xor_rows();
    run r = {.loss = half_squares, .net = *net};
    r.rows.size = last - first + 1;
    for (int n = 0; n < r.rows.size; n++) {
        r.rows.x[n][0] = all.x[first + n][0];
        r.rows.x[n][1] = all.x[first + n][1];
        r.rows.y[n] = all.y[first + n];
    }
    network gradient;
    run_look(&r);
    network_backward(&r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
    return gradient;
}

static void same_derivatives(void)
{
    const network two = {.W1 = {{0.3, 0.3, -1.0}, {0.8, 0.8, 0.4}},
                         .b1 = {-0.2, -0.2, 0.1},
                         .W2 = {0.7, 0.7, -0.6},
                         .b2 = 0.2};
    for (int n = 0; n < ROWS; n++) {
        const network gradient = gradient_at(&two, n, n);
        MUST_HOLD(are_clones(&gradient, 0, 1));
    }
    part_letter(
        "same", answer().same, 'D',
        SLIPS({'A', "write out the delta of each of the two units; which "
                    "of its factors differ?"},
              {'B', "x_1 meets a weight of either unit; does the other one "
                    "see that weight with another input?"},
              {'C', "take one row and write out the forward pass of both "
                    "units; where would they begin to differ?"}));
}

static void counts_from_half(void)
{
    const network half = network_start(INIT_HALF, NULL);
    const network gd = trained(half, METHOD_GD, 0.5);
    const network sgd = trained(half, METHOD_SGD, 0.5);
    const int by_batch = different_numbers(&gd),
              by_rows = different_numbers(&sgd);
    const char *formulas = "write down the derivative by one parameter of "
                           "each kind; which of the formulas are alike?";
    const char *wide = "which of the units are clones from the start? "
                       "Their parameters are counted once for all";
    const char *all =
        "what is equal and has equal derivatives stays equal; "
        "which parameters are such?";
    const char *one = "equal numbers with different derivatives part at "
                      "the first step; is the derivative by b2 the one by "
                      "a weight?";
    part_number(
        "half_batch", answer().half_batch, by_batch, 4,
        SLIPS(
            {PARAMETERS, all}, {1.0, one},
            {by_rows, "which rows switch x_1 on and which x_2? Write their "
                      "targets beside them"},
            {3.0, formulas}, {2.0, formulas}, {INPUTS * HIDDEN + 2.0, wide},
            {INPUTS * HIDDEN + 3.0, wide}, {HIDDEN * 3.0 + 1.0, wide},
            {0.0, "asked is how many different numbers there are, not "
                  "how many differ from the start"}));
    part_number(
        "half_rows", answer().half_rows, by_rows, 4,
        SLIPS({PARAMETERS, "are the units clones in the sum only, or on "
                           "every row by itself?"},
              {by_batch, "when the row comes that switches x_2 on, is the "
                         "network still the one that the other row met?"},
              {1.0, one}, {3.0, formulas}, {2.0, formulas},
              {INPUTS * HIDDEN + 2.0, wide}, {INPUTS * HIDDEN + 3.0, wide},
              {HIDDEN * 3.0 + 1.0, wide},
              {by_batch * ROWS,
               "does each row keep parameters of its own, or "
               "do they move the same ones in turn?"},
              {by_rows * ROWS,
               "does each row keep parameters of its own, or "
               "do they move the same ones in turn?"}));
}

static void the_change_that_parts(void)
{
    const network half = network_start(INIT_HALF, NULL);
    network b2 = half, outgoing = half;
    b2.b2 = 0.6;
    outgoing.W2[0] = 0.6;
    const network after[] = {trained(b2, METHOD_GD, 0.5),
                             trained(half, METHOD_GD, 0.6),
                             trained(outgoing, METHOD_GD, 0.5)};
    char right = 'D';
    for (int k = 0; k < 3; k++)
        if (!same(after[k].W1[0][0], after[k].W1[0][1]))
            right = "ABC"[k];
    part_letter(
        "parts", answer().parts, right,
        SLIPS({'A', "b2 goes into one sum only; does any hidden unit feel "
                    "it otherwise than the others?"},
              {'B', "by which rate is each of the three units moved; is "
                    "one of them moved by another?"},
              {'D', "they are equal on the way forward; what comes back to "
                    "each unit from the output?"}));
}

static int zeros(const network *gradient)
{
    int count = 0;
    for (int k = 0; k < PARAMETERS; k++)
        count += gradient->all[k] == 0.0;
    return count;
}

static void expect_zeros_on_row(int right)
{
    const char *others = "x is off for some of them; for the others, which "
                         "factor brings the delta back to a hidden unit?";
    part_number(
        "zero_row", answer().zero_row, right, 4,
        SLIPS({PARAMETERS, "the answer is a half and the target is not; "
                           "which parameters feel that error?"},
              {PARAMETERS - 1, "the derivative by W2 has h as a factor; "
                               "how much is h where z1 vanishes?"},
              {PARAMETERS - right, "are those the ones that vanish, or the "
                                   "ones that do not?"},
              {INPUTS * HIDDEN, "which factor makes the ones by W1 vanish? "
                                "Do other derivatives have it, too?"},
              {HIDDEN, others},
              {right + 1.0, "b2 feels the delta of the output itself; how "
                            "much is that here?"},
              {INPUTS * HIDDEN + 1.0,
               "b2 feels the delta of the output itself; how much is that "
               "here?"},
              {0.0, "on the way back to the hidden units a weight is a "
                    "factor; how much is it at this start?"}));
}

static void expect_zeros_on_all(int right, int on_row)
{
    part_number(
        "zero_batch", answer().zero_batch, right, 4,
        SLIPS({on_row, "write down the deltas of the output on the four "
                       "rows, each with its sign; what is their sum?"},
              {PARAMETERS - 1, "b2 feels the sum of the output's deltas; "
                               "how much is that over the four rows?"},
              {on_row + 1, "h is one and the same number on every row; so "
                           "what is its sum with the deltas?"},
              {INPUTS * HIDDEN, "which factor makes the ones by W1 vanish? "
                                "Do other derivatives have it, too?"},
              {HIDDEN, "are those all? Take each kind of parameter in "
                       "turn, and add up over the rows"},
              {0.0, "the derivatives of the rows are added up; can numbers "
                    "that do not vanish have a sum that does?"},
              {PARAMETERS - on_row, "are those the ones that vanish, or "
                                    "the ones that do not?"},
              {on_row * ROWS, "are the derivatives counted for each row, "
                              "or in the sum over the rows?"},
              {PARAMETERS * ROWS, "are the derivatives counted for each "
                                  "row, or in the sum over the rows?"}));
}

static void start_at_zero(void)
{
    const network zero = network_start(INIT_ZERO, NULL);
    const network on_row = gradient_at(&zero, 1, 1);
    const network on_all = gradient_at(&zero, 0, ROWS - 1);
    part_letter(
        "zero_clones", answer().zero_clones,
        are_clones(&zero, 0, 1) && are_clones(&zero, 0, 2) ? 'Y' : 'N',
        SLIPS({'N', "read what clones are once more; does it say how large "
                    "the equal numbers have to be?"}));
    expect_zeros_on_row(zeros(&on_row));
    expect_zeros_on_all(zeros(&on_all), zeros(&on_row));
}

const check checks[] = {same_derivatives, counts_from_half,
                        the_change_that_parts, start_at_zero, NULL};
