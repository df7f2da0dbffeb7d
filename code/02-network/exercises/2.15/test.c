/* The checks of exercise 2.15: the network of its statement, with the
   weights that the way back does not need, forward and back. */
#include "answer.h"

#include "workbook.h"

#include <math.h>

static const double x[2] = {1, 2}, y = 1;
static const double W1[2][3] = {{1, 0, -1}, {-1, 1, 0.5}};
static const double b1[3] = {0, 0.5, 2};
static const double W2[3][3] = {{1, -1, 2}, {-2, 1, 0.5}, {1, 3, -1}};
static const double b2[3] = {0, -1, 0};
static const double W3[3] = {2, -1, -2}, b3 = 0.5;

/* What is found on the way forward, and on the way back. */
typedef struct {
    double h1[3], h2[3], yhat;
    double delta3, dL_dh2[3], delta2[3], dL_dh1[3], delta1[3];
} pass;

/* The sigmoid, and its slope from its output. */
static double S(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double slope(double a)
{
    return a * (1.0 - a);
}

static pass forward(void)
{
    pass p;
    double z3 = b3;
    for (int j = 0; j < 3; j++)
        p.h1[j] = S(x[0] * W1[0][j] + x[1] * W1[1][j] + b1[j]);
    for (int k = 0; k < 3; k++) {
        double z2 = b2[k];
        for (int j = 0; j < 3; j++)
            z2 += p.h1[j] * W2[j][k];
        p.h2[k] = S(z2);
        z3 += p.h2[k] * W3[k];
    }
    p.yhat = S(z3);
    return p;
}

static pass back(void)
{
    pass p = forward();
    p.delta3 = (p.yhat - y) * slope(p.yhat);
    for (int k = 0; k < 3; k++) {
        p.dL_dh2[k] = p.delta3 * W3[k];
        p.delta2[k] = p.dL_dh2[k] * slope(p.h2[k]);
    }
    for (int j = 0; j < 3; j++) {
        p.dL_dh1[j] = 0.0;
        for (int k = 0; k < 3; k++)
            p.dL_dh1[j] += p.delta2[k] * W2[j][k];
        p.delta1[j] = p.dL_dh1[j] * slope(p.h1[j]);
    }
    return p;
}

static void expect_output(const deep_deltas *a, const pass *p)
{
    const double error = p->yhat - y, right = p->delta3;
    part_number(
        "delta3", a->delta3, right, 4,
        SLIPS({-right, "the size is right; which way round is the error?"},
              {error, "the slope of the output's sigmoid is left out"},
              {-error, "the slope of the output's sigmoid is left out, and "
                       "the error is turned round"},
              {slope(p->yhat), "that is the slope of the sigmoid; the "
                               "error belongs to it"},
              {error * p->yhat, "the slope of the sigmoid has two factors"},
              {error * (1.0 - p->yhat), "the slope of the sigmoid has two "
                                        "factors"},
              {error * error / 2.0, "that is the loss; asked is its "
                                    "derivative by the output's sum"}));
}

static void expect_second_layer(const deep_deltas *a, const pass *p)
{
    static const char *const names[] = {"delta2[0]", "delta2[1]",
                                        "delta2[2]"};
    for (int k = 0; k < 3; k++) {
        const int one = (k + 1) % 3, other = (k + 2) % 3;
        const double s = slope(p->h2[k]);
        part_number(
            names[k], a->delta2[k], p->delta2[k], 4,
            SLIPS(
                {-p->delta2[k], "the size is right; a delta and a weight "
                                "bring their signs along"},
                {p->dL_dh2[k], "that is the derivative by h2; between h2 "
                               "and its sum there is a sigmoid"},
                {p->delta3 * s, "the weight on the way back is left out"},
                {W3[k] * s, "the delta of the output is left out"},
                {(p->yhat - y) * W3[k] * s,
                 "the slope of the output's sigmoid is lost on the way; is "
                 "the error taken for the delta?"},
                {p->dL_dh2[k] * slope(p->h1[k]),
                 "that slope belongs to the unit of the first layer"},
                {p->dL_dh2[k] * p->h2[k] * p->h2[k],
                 "that is h2 squared; the slope of a sigmoid has another "
                 "second factor"},
                {p->dL_dh2[k] * p->h2[k], "the slope of a sigmoid has two "
                                          "factors"},
                {p->dL_dh2[one] * s, "that weight comes from another unit "
                                     "of the second layer"},
                {p->dL_dh2[other] * s, "that weight comes from another "
                                       "unit of the second layer"},
                {p->delta2[one], "that is the delta of another unit"},
                {p->delta2[other], "that is the delta of another unit"}));
    }
}

/* The sum over the paths from unit j of the first layer, with a slip. */
typedef enum {
    TRANSPOSED, /* W2 by columns */
    NO_SLOPE,   /* of the second layer, on any path */
    NO_WEIGHT,  /* of W2, on any path */
    NO_SIGN,    /* no path has one */
    ERRORS      /* the error stands for the output's delta */
} path_slip;

static double paths_with(path_slip mistake, const pass *p, int j)
{
    double sum = 0.0;
    for (int k = 0; k < 3; k++) {
        const double w = mistake == TRANSPOSED  ? W2[k][j]
                         : mistake == NO_WEIGHT ? 1.0
                                                : W2[j][k];
        double delta = mistake == NO_SLOPE ? p->dL_dh2[k] : p->delta2[k];
        if (mistake == ERRORS)
            delta /= slope(p->yhat);
        sum += mistake == NO_SIGN ? fabs(delta * w) : delta * w;
    }
    return sum * slope(p->h1[j]);
}

static void expect_first_layer(const deep_deltas *a, const pass *p)
{
    static const char *const names[] = {"delta1[0]", "delta1[1]",
                                        "delta1[2]"};
    static const char one_path[] = "that is one path; how many ways lead "
                                   "from this unit to the output?";
    static const char two_paths[] =
        "one path is missing; how many ways lead from this unit to the "
        "output?";
    for (int j = 0; j < 3; j++) {
        const double s = slope(p->h1[j]), right = p->delta1[j];
        double path[3];
        for (int k = 0; k < 3; k++)
            path[k] = p->delta2[k] * W2[j][k] * s;
        part_number(
            names[j], a->delta1[j], right, 4,
            SLIPS(
                {path[0], one_path}, {path[1], one_path},
                {path[2], one_path}, {right - path[0], two_paths},
                {right - path[1], two_paths}, {right - path[2], two_paths},
                {path[0] / s, one_path}, {path[1] / s, one_path},
                {path[2] / s, one_path},
                {-right, "the size is right; each path has its own sign"},
                {p->dL_dh1[j], "that is the derivative by h1; between h1 "
                               "and its sum there is a sigmoid"},
                {right / 3.0, "that is the mean of the paths; a unit that "
                              "is heard three times counts three times"},
                {paths_with(TRANSPOSED, p, j),
                 "that runs down a column of W2; which weights leave this "
                 "unit?"},
                {paths_with(TRANSPOSED, p, j) / s,
                 "that runs down a column of W2, and the slope of this "
                 "unit's sigmoid is left out"},
                {paths_with(NO_SLOPE, p, j),
                 "each path crosses a sigmoid in the second layer; is its "
                 "slope there?"},
                {paths_with(NO_WEIGHT, p, j), "a path has two weights; are "
                                              "those of W2 there?"},
                {paths_with(NO_SIGN, p, j),
                 "each path has a sign of its own, and keeps it in the "
                 "sum"},
                {paths_with(ERRORS, p, j),
                 "the slope of the output's sigmoid is lost on the way"},
                {p->dL_dh1[j] * slope(p->h2[j]),
                 "that slope belongs to the unit of the second layer"},
                {p->dL_dh1[j] * p->h1[j], "the slope of a sigmoid has two "
                                          "factors"},
                {p->delta1[(j + 1) % 3], "that is the delta of another "
                                         "unit"},
                {p->delta1[(j + 2) % 3], "that is the delta of another "
                                         "unit"}));
    }
}

/* The derivative by a weight is the delta at its right end times the
   activation at its left end. */
static void expect_weights(const deep_deltas *a, const pass *p)
{
    static const char right_end[] =
        "the delta is not the one at the right end of this weight";
    static const char left_end[] =
        "the activation is not the one at the left end of this weight";
    static const char alone[] = "that is the delta at its right end; what "
                                "does the weight multiply?";
    part_number(
        "dL_dW3_2", a->dL_dW3_2, p->delta3 * p->h2[1], 4,
        SLIPS({p->delta3 * p->h2[0], left_end},
              {p->delta3 * p->h2[2], left_end},
              {p->delta3 * p->h1[1], left_end},
              {p->delta2[1] * p->h2[1], right_end},
              {p->delta2[1] * p->h1[1], "that is a derivative of W2"},
              {p->delta3, alone},
              {p->dL_dh2[1], "that is the derivative by h2; asked is the "
                             "one by the weight"},
              {p->delta3 * W3[1] * p->h2[1],
               "the weight itself is no factor of its own derivative"}));
    part_number(
        "dL_dW2_13", a->dL_dW2_13, p->delta2[2] * p->h1[0], 4,
        SLIPS({p->delta2[0] * p->h1[2], "that weight leads from unit 3 of "
                                        "the first layer to unit 1"},
              {p->delta2[2] * p->h1[2], left_end},
              {p->delta2[2] * p->h1[1], left_end},
              {p->delta2[2] * p->h2[0], left_end},
              {p->delta2[2] * p->h2[2], left_end},
              {p->delta2[0] * p->h1[0], right_end},
              {p->delta1[0] * p->h1[0], right_end},
              {p->delta1[2] * p->h1[0], right_end},
              {p->delta3 * p->h1[0], right_end}, {p->delta2[2], alone},
              {p->delta2[2] * W2[0][2], "that is a path to h1; asked is "
                                        "the derivative by the weight"},
              {p->dL_dh2[2] * p->h1[0], "the sigmoid of unit 3 is on the "
                                        "way, and its slope is left out"}));
    part_number(
        "dL_dW1_21", a->dL_dW1_21, p->delta1[0] * x[1], 4,
        SLIPS({p->delta1[0] * x[0], "that is the weight from x_1"},
              {p->delta1[1] * x[0], "that weight leads from x_1 to unit 2"},
              {p->delta1[1] * x[1], right_end},
              {p->delta1[2] * x[1], right_end},
              {p->delta2[0] * x[1], right_end},
              {p->dL_dh1[0] * x[1], "the sigmoid of unit 1 is on the way, "
                                    "and its slope is left out"},
              {p->delta1[0] * p->h1[0], left_end}));
}

static void the_way_back(void)
{
    const pass p = back();
    const deep_deltas a = answer();
    expect_output(&a, &p);
    expect_second_layer(&a, &p);
    expect_first_layer(&a, &p);
    expect_weights(&a, &p);
}

/* The activations that the exercise gives. */
static void what_is_given(void)
{
    const pass p = forward();
    MUST_HOLD(agrees(0.26894, p.h1[0], 5));
    MUST_HOLD(agrees(0.92414, p.h1[1], 5));
    MUST_HOLD(agrees(0.88080, p.h1[2], 5));
    MUST_HOLD(agrees(0.33213, p.h2[0], 5));
    MUST_HOLD(agrees(0.90868, p.h2[1], 5));
    MUST_HOLD(agrees(0.52975, p.h2[2], 5));
    MUST_HOLD(agrees(0.30919, p.yhat, 5));
}

const check checks[] = {the_way_back, what_is_given, NULL};
