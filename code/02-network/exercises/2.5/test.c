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
        SLIPS({'A', "write out the delta of each unit; which of its "
                    "factors differ?"},
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
    part_number(
        "half_batch", answer().half_batch, different_numbers(&gd), 4,
        SLIPS({PARAMETERS, "what is equal and has equal derivatives stays "
                           "equal; which parameters are such?"},
              {1.0, "equal numbers with different derivatives part at the "
                    "first step; is the derivative by b2 the one by a "
                    "weight?"},
              {different_numbers(&sgd), "write down which rows switch x_1 "
                                        "on and which x_2, with their "
                                        "targets"},
              {3.0, "W1, b1, W2 and b2 have each a formula of its own"},
              {2.0, "W1, b1, W2 and b2 have each a formula of its own"}));
    part_number(
        "half_rows", answer().half_rows, different_numbers(&sgd), 4,
        SLIPS({PARAMETERS, "the units are clones on every row alone, too"},
              {different_numbers(&gd), "when the row that switches x_1 on "
                                       "comes, the row with x_2 has "
                                       "already moved the network"}));
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
        SLIPS({'A', "b2 is the same for all three units"},
              {'B', "the learning rate is the same for all three units"},
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

static void start_at_zero(void)
{
    const network zero = network_start(INIT_ZERO, NULL);
    const network on_row = gradient_at(&zero, 1, 1);
    const network on_all = gradient_at(&zero, 0, ROWS - 1);
    part_letter(
        "zero_clones", answer().zero_clones,
        are_clones(&zero, 0, 1) && are_clones(&zero, 0, 2) ? 'Y' : 'N',
        SLIPS({'N', "read the definition once more; does it say how large "
                    "the equal numbers are?"}));
    const int others = 1; /* b2 alone */
    part_number(
        "zero_row", answer().zero_row, zeros(&on_row), 4,
        SLIPS({PARAMETERS, "the prediction is 1/2, so there is an error; "
                           "who feels it?"},
              {PARAMETERS - others, "the derivative by W2 has h as a "
                                    "factor; how much is h where z1 is 0?"},
              {INPUTS * HIDDEN, "which factor makes those vanish? Is it "
                                "one of the derivative by b1, too?"},
              {0.0, "the way back to the hidden units leads through W2"}));
    part_number(
        "zero_batch", answer().zero_batch, zeros(&on_all), 4,
        SLIPS({zeros(&on_row), "add up the deltas of the four rows, each "
                               "with its sign"},
              {PARAMETERS - others, "b2 feels the sum of the deltas; add "
                                    "them up"},
              {zeros(&on_row) + others, "h is the same number on every "
                                        "row; so what is its sum with the "
                                        "deltas?"}));
}

const check checks[] = {same_derivatives, counts_from_half,
                        the_change_that_parts, start_at_zero, NULL};
