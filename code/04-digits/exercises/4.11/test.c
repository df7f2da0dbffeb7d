/* The checks of exercise 4.11: chapter 1's nudges on the chapter's
   activations, and its backward pass where units are at 0. */
#include "answer.h"

#include "01-neuron/check.h"
#include "03-adam/optimizer.h"
#include "04-digits/mlp.h"
#include "workbook.h"

#include <math.h>

static double relu_of(const void *z)
{
    return relu_units.of(*(const double *)z);
}

static double leaky_of(const void *z)
{
    const double number = *(const double *)z;
    return number > 0.0 ? number : 0.2 * number;
}

static difference nudged(measured f, double z, double nudge)
{
    return central_difference(f, &z, &z, nudge);
}

/* How steep it is from z on, a little way up or down. */
static double one_sided(double z, double way)
{
    return (relu_units.of(z + way) - relu_units.of(z)) / way;
}

/* A number so near to 0 that only rounding is left, as 0. */
static double tidy(double x)
{
    return fabs(x) < 1e-12 ? 0.0 : x;
}

static void at_the_kink(void)
{
    const kink a = answer();
    const double left = tidy(one_sided(0.0, -0.125));
    const double right = one_sided(0.0, 0.125);
    part_number(
        "left", tidy(a.left), left, 4,
        SLIPS({1.0, "which side is that? How large is max(0, z) on the "
                    "other?"},
              {0.5, "that is a mean of both sides; what does a z below "
                    "see?"},
              {-1.0, "does max(0, z) fall on any side?"}));
    part_number(
        "right", a.right, right, 4,
        SLIPS({0.0, "which side is that? How large is max(0, z) on the "
                    "other?"},
              {0.5, "that is a mean of both sides; what does a z above "
                    "see?"}));

    const difference d = nudged(relu_of, 0.0, 1e-5);
    part_number(
        "central", a.central, tidy(d.slope), 4,
        SLIPS({0.0, "that is what it finds a nudge further down; here one "
                    "of the two nudges goes up"},
              {1.0, "that is what it finds a nudge further up; here one of "
                    "the two nudges goes down"},
              {2.0, "by how much do the two nudges lie apart?"},
              {1e-5, "that is a rise; over which run?"},
              {0.25, "how far do the two nudges lie apart, and how much "
                     "higher is the one?"}));
    part_number(
        "error_of_0", a.error_of_0, relative_error(0.0, d), 4,
        SLIPS({0.5, "that is how far they are apart; in units of the "
                    "larger of the two?"},
              {0.0, "the code says one slope, and nudging another; how far "
                    "are they apart?"},
              {INFINITY, "in units of the larger of the two, and not of "
                         "the code's"},
              {2.0, "in units of the larger of the two, and not of their "
                    "mean"},
              {100.0, "as a number, and not in percent"},
              {1e-6, "that is what the check allows; what does it find?"}));
    part_number(
        "error_of_1", a.error_of_1, relative_error(1.0, d), 4,
        SLIPS({1.0, "in units of the larger of the two, and not of the "
                    "nudged slope"},
              {0.0, "the code says one slope, and nudging another; how far "
                    "are they apart?"},
              {1.0 / 3.0, "in units of the larger of the two, and not of "
                          "their sum"},
              {2.0 / 3.0,
               "is it their mean that the distance is measured by?"},
              {50.0, "as a number, and not in percent"},
              {1e-6, "that is what the check allows; what does it find?"}));
}

static void across_the_kink(void)
{
    const kink a = answer();
    const double z = 0.001, nudge = 0.004;
    const double above = nudged(relu_of, z, nudge).slope;
    const double below = nudged(relu_of, -z, nudge).slope;
    part_number(
        "above", a.above, above, 4,
        SLIPS({1.0, "that is the slope there; do both nudges stay on this "
                    "side of the kink?"},
              {0.5, "that is what it finds at the kink itself; how far "
                    "does the nudge up reach here?"},
              {below, "that is what it finds below the kink; which is "
                      "which?"},
              {2.0 * above, "by how much do the two nudges lie apart?"},
              {0.0, "one of the two nudges reaches above the kink; how "
                    "high is it there?"},
              {z / (2.0 * nudge), "how high is max(0, z) where the nudge "
                                  "up has come to?"},
              {(2.0 * nudge + z) / (2.0 * nudge),
               "the nudge down is at the level of the kink, and no "
               "lower"},
              {z + nudge, "that is the rise; over which run?"}));
    part_number(
        "below", a.below, below, 4,
        SLIPS({0.0, "that is the slope there; do both nudges stay on this "
                    "side of the kink?"},
              {0.5, "that is what it finds at the kink itself; how far "
                    "above it does the nudge up reach here?"},
              {above, "that is what it finds above the kink; which is "
                      "which?"},
              {-below, "does max(0, z) fall from one nudge to the other?"},
              {2.0 * below, "by how much do the two nudges lie apart?"},
              {1.0, "one of the two nudges is below the kink"},
              {nudge - z, "that is the rise; over which run?"}));

    double low = 1e-6, high = 1.0;
    while (high - low > 1e-12) {
        const double middle = 0.5 * (low + high);
        if (fabs(nudged(relu_of, z, middle).slope - 1.0) < 1e-9 &&
            fabs(nudged(relu_of, -z, middle).slope) < 1e-9)
            low = middle;
        else
            high = middle;
    }
    part_number(
        "largest", a.largest, low, 4,
        SLIPS({nudge, "with that it was not right; when does a nudge not "
                      "cross the kink?"},
              {2.0 * z, "from here on the kink is how far?"},
              {0.5 * z, "may a nudge not come as far as the kink?"},
              {nudge - z, "so far does it reach across; how far is it to "
                          "the kink?"},
              {0.0, "without a nudge there is nothing to measure"},
              {1e-5, "that is what the check takes, in most places; how "
                     "far is it to the kink from here?"},
              {-z, "the size of a nudge is above zero; it goes both ways"},
              {1e-6,
               "so small it is right, too; how far is it to the kink?"}));

    const double leaky = nudged(leaky_of, 0.0, 0.25).slope;
    part_number(
        "leaky", a.leaky, leaky, 4,
        SLIPS({0.5, "that is without the leak; how deep is the nudge "
                    "down?"},
              {1.2, "by how much do the two nudges lie apart?"},
              {0.4, "minus a number below zero is what?"},
              {0.8, "minus a number below zero is what; and by how much "
                    "do the two nudges lie apart?"},
              {0.2, "that is the slope on one side"},
              {1.0, "that is the slope on one side"},
              {0.1, "that is what the lower side adds; and the upper?"}));
}

/* A unit of one input between it and the loss. */
static mlp unit_new(double w, double b)
{
    mlp net = mlp_new(2, (const int[]){1, 1, 1}, relu_units);
    net.W[1][0] = w;
    net.b[1][0] = b;
    net.W[2][0] = 1.0;
    return net;
}

static void a_unit(void)
{
    enum { ROWS = 4 };
    const kink a = answer();
    const double x[ROWS] = {0.2, 0.5, 0.9, 1.4};
    const double dL_da[ROWS] = {0.6, -0.3, 0.2, -0.1};
    const double w = 0.8, b = -0.5, rate = 5.0;
    mlp net = unit_new(w, b), gradient = unit_new(0.0, 0.0);
    mlp_pass p = mlp_pass_new(&net);
    double all_w = 0.0, all_b = 0.0, by_z_w = 0.0, by_z_b = 0.0;
    int were_above = 0, above = 0, without_b = 0, without_w = 0;
    int uphill = 0;
    for (int n = 0; n < ROWS; n++) {
        p.a[0][0] = x[n];
        mlp_forward(&net, &p);
        p.delta[2][0] = dL_da[n];
        mlp_backward(&net, &p, &gradient);
        were_above += p.a[1][0] > 0.0;
        all_w += dL_da[n] * x[n];
        all_b += dL_da[n];
        by_z_w += dL_da[n] * x[n] * p.a[1][0];
        by_z_b += dL_da[n] * p.a[1][0];
    }
    const double dL_dw = gradient.W[1][0], dL_db = gradient.b[1][0];
    net.W[1][0] -= rate * dL_dw;
    net.b[1][0] -= rate * dL_db;
    double again_w = 0.0;
    gradient.W[1][0] = gradient.b[1][0] = 0.0;
    for (int n = 0; n < ROWS; n++) {
        p.a[0][0] = x[n];
        mlp_forward(&net, &p);
        p.delta[2][0] = dL_da[n];
        mlp_backward(&net, &p, &gradient);
        above += p.a[1][0] > 0.0;
        without_b += (w - rate * dL_dw) * x[n] + b > 0.0;
        without_w += w * x[n] + b - rate * dL_db > 0.0;
        uphill += (w + rate * dL_dw) * x[n] + b + rate * dL_db > 0.0;
    }
    again_w = fabs(gradient.W[1][0]) + fabs(gradient.b[1][0]);
    MUST_HOLD(agrees(net.W[1][0], 0.6, 9) && agrees(net.b[1][0], -1.0, 9));
    MUST_HOLD(again_w == 0.0);
    mlp_pass_free(&p);
    mlp_free(&gradient);
    mlp_free(&net);

    part_number(
        "dL_dw", a.dL_dw, dL_dw, 4,
        SLIPS({all_w, "on which rows is the unit above its kink? Only "
                      "these count"},
              {all_w - dL_dw, "those are the rows on which it is below its "
                              "kink"},
              {by_z_w, "the slope above the kink is not z"},
              {dL_db, "that is the one by b; where is the input?"},
              {-dL_dw, "the size is right; which way does a step go is "
                       "not asked yet"},
              {dL_dw / 2.0, "a sum over the rows, and not a mean"},
              {dL_dw / ROWS, "a sum over the rows, and not a mean"},
              {w * dL_dw, "the weight itself is no factor of its own "
                          "derivative"},
              {0.32, "look at the signs of the slopes by the output"},
              {0.0, "on some rows the unit is above its kink"},
              {0.18, "and the last row?"}, {-0.14, "and the third row?"}));
    part_number(
        "dL_db", a.dL_db, dL_db, 4,
        SLIPS({all_b, "on which rows is the unit above its kink? Only "
                      "these count"},
              {all_b - dL_db, "those are the rows on which it is below its "
                              "kink"},
              {by_z_b, "the slope above the kink is not z"},
              {dL_dw, "that is the one by w; what does b multiply?"},
              {-dL_db, "the size is right; which way does a step go is "
                       "not asked yet"},
              {dL_db / 2.0, "a sum over the rows, and not a mean"},
              {dL_db / ROWS, "a sum over the rows, and not a mean"},
              {were_above, "so many rows count; with which slopes?"},
              {0.3, "look at the signs of the slopes by the output"},
              {0.0, "on some rows the unit is above its kink"}));
    part_number(
        "rows_above", a.rows_above, above, 4,
        SLIPS({were_above, "that is before the step; or has only one of w "
                           "and b moved?"},
              {without_b, "b has moved, too"},
              {without_w, "w has moved, too; or is the highest z not "
                          "above zero?"},
              {uphill, "has the step gone uphill? And if those are the "
                       "rows that are below: on how many is it above?"},
              {3.0, "put the new w and b in, row by row"}));
}

/* In the first layer one unit that is above its kink; in the second one
   that is, and one that is not. The loss falls as the output rises. */
static bool second_layer_comes_back(void)
{
    const int units[] = {1, 1, 2, 1};
    mlp net = mlp_new(3, units, relu_units);
    mlp gradient = mlp_new(3, units, relu_units);
    mlp_pass p = mlp_pass_new(&net);
    net.W[1][0] = 0.5;
    net.W[2][0] = net.W[2][1] = 1.0;
    net.b[2][1] = -2.0;
    net.W[3][0] = net.W[3][1] = 1.0;
    bool was_down = false, came_back = false;
    for (int t = 0; t < 100; t++) {
        p.a[0][0] = 1.0;
        mlp_forward(&net, &p);
        was_down = was_down || (t == 0 && p.a[2][1] <= 0.0);
        came_back = came_back || p.a[2][1] > 0.0;
        p.delta[3][0] = -1.0;
        for (int k = 0; k < gradient.count; k++)
            gradient.all[k] = 0.0;
        mlp_backward(&net, &p, &gradient);
        for (int k = 0; k < net.count; k++)
            net.all[k] -= 0.1 * gradient.all[k];
    }
    mlp_pass_free(&p);
    mlp_free(&gradient);
    mlp_free(&net);
    return was_down && came_back;
}

static bool adam_goes_on(void)
{
    const optimizer adam = {adam_step, 0.01, 0.9, 0.999, 1e-7};
    double m = 0.0, v = 0.0, theta = 0.0, g = 1.0;
    moments seen = {.m = &m, .v = &v};
    adam.step(&adam, &seen, 1, &theta, &g);
    const double before = theta;
    g = 0.0;
    adam.step(&adam, &seen, 1, &theta, &g);
    return theta != before;
}

static void down(void)
{
    const kink a = answer();
    MUST_HOLD(second_layer_comes_back() && adam_goes_on());
    part_letter(
        "back", a.back, 'C',
        SLIPS({'A', "the loss may have a slope by the unit's output; and "
                    "by its weights?"},
              {'B', "the weights that lead on from it are multiplied by "
                    "its output; how much is their slope?"},
              {'D', "its own parameters stay; does its z, in every "
                    "layer?"}));
    part_letter(
        "moves", a.moves, 'B',
        SLIPS({'A', "some optimizers remember gradients of the steps "
                    "before"},
              {'C', "it is at zero on all rows, in any order"},
              {'D', "how much is any multiple of its gradient?"}));
}

static void share(void)
{
    enum { PIXELS = 64, HIDDEN = 32, TEN = 10, DOWN = 20 };
    const int units[] = {PIXELS, HIDDEN, TEN};
    mlp net = mlp_new(2, units, relu_units);
    mlp gradient = mlp_new(2, units, relu_units);
    mlp_pass p = mlp_pass_new(&net);
    for (int k = 0; k < net.count; k++)
        net.all[k] = 0.01 * (k % 7 + 1);
    for (int j = 0; j < HIDDEN; j++)
        net.b[1][j] = j < DOWN ? -100.0 : 1.0;
    for (int i = 0; i < PIXELS; i++)
        p.a[0][i] = 0.5;
    mlp_forward(&net, &p);
    for (int k = 0; k < TEN; k++)
        p.delta[2][k] = k == 0 ? -0.9 : 0.1;
    mlp_backward(&net, &p, &gradient);
    double zeros = 0.0;
    const double all = net.count;
    for (int k = 0; k < net.count; k++)
        zeros += gradient.all[k] == 0.0;
    MUST_HOLD(zeros == 1500.0 && all == 2410.0);
    mlp_pass_free(&p);
    mlp_free(&gradient);
    mlp_free(&net);

    const double in = DOWN * PIXELS, out = DOWN * TEN, biases = DOWN;
    const double weights = PIXELS * HIDDEN + HIDDEN * TEN;
    part_number(
        "share", answer().share, zeros / all, 4,
        SLIPS({DOWN / (double)HIDDEN, "that is the share of the units, or "
                                      "of the weights; are the biases of "
                                      "the logits at zero, too?"},
              {(in + biases) / all, "what are the weights multiplied by "
                                    "that lead on from these units?"},
              {in / all, "and their biases? And what are the weights "
                         "multiplied by that lead on from these units?"},
              {(in + out) / all, "and the biases of these units?"},
              {(in + biases) / (PIXELS * HIDDEN + HIDDEN),
               "that is the share of the first layer; and the second?"},
              {zeros / weights, "the biases are parameters, too"},
              {out / all, "and the weights that lead to these units?"},
              {1.0 - zeros / all, "that is the share that is not zero"},
              {zeros, "that is how many; of how many?"},
              {100.0 * zeros / all, "as a number from zero on, and not in "
                                    "percent"},
              {(in + biases + out + TEN) / all,
               "do the logits' biases not learn from this row?"},
              {1.0 - DOWN / (double)HIDDEN,
               "that is the share of the units "
               "that are above their "
               "kink"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    const double z = 0.001, nudge = 0.004;
    MUST_HOLD(agrees(0.005, z + nudge, 9) && agrees(-0.003, z - nudge, 9));
    MUST_HOLD(agrees(0.008, 2.0 * nudge, 9));
    MUST_HOLD(agrees(-0.34, 0.8 * 0.2 - 0.5, 9));
    MUST_HOLD(agrees(-0.1, 0.8 * 0.5 - 0.5, 9));
    MUST_HOLD(agrees(0.22, 0.8 * 0.9 - 0.5, 9));
    MUST_HOLD(agrees(0.62, 0.8 * 1.4 - 0.5, 9));
    MUST_HOLD(agrees(0.84, 0.6 * 1.4, 9) && agrees(-0.16, 0.84 - 1.0, 9));
    MUST_HOLD(32 - 20 == 12);
}

const check checks[] = {at_the_kink, across_the_kink, a_unit, down,
                        share,       on_the_way,      NULL};
