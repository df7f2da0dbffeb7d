/* The checks of exercise 3.11, by the chapter's cross-entropy and the
   count of right rows. */
#include "answer.h"

#include "02-network/xor.h"
#include "03-adam/loss.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

/* The logit whose sigmoid is yhat. */
static double logit(double yhat)
{
    return log(yhat) - log1p(-yhat);
}

static double loss_of(const double yhat[ROWS])
{
    const batch rows = xor_rows();
    double sum = 0.0;
    for (int n = 0; n < ROWS; n++)
        sum += cross_entropy(logit(yhat[n]), rows.y[n]);
    return sum / ROWS;
}

static int right_of(const double yhat[ROWS])
{
    const batch rows = xor_rows();
    network_pass p = {.yhat = {0.0}};
    memcpy(p.yhat, yhat, sizeof p.yhat);
    return rows_right(&rows, &p);
}

/* Passes if these are predictions with so many rows right. */
static void expect_right(const char *name, const double yhat[ROWS],
                         int right)
{
    int nans = 0;
    for (int n = 0; n < ROWS; n++)
        nans += isnan(yhat[n]);
    if (nans > 0)
        unanswered("%s", name);
    for (int n = 0; n < ROWS; n++)
        if (!(yhat[n] > 0.0 && yhat[n] < 1.0))
            suspect("%s: no sigmoid gives %g; predictions are above 0 and "
                    "below 1, and typed as doubles they have to stay there",
                    name, yhat[n]);
    const int typed = right_of(yhat);
    if (typed == 0 && right == ROWS)
        suspect("%s: no row is right; in which order are the targets?",
                name);
    if (typed != right)
        suspect("%s: %d of %d rows are on the right side, and %d are to "
                "be",
                name, typed, ROWS, right);
}

/* The cost of the one row that is wrong, and which it is. */
static double cost_of_wrong(const double yhat[ROWS], int *row)
{
    const batch rows = xor_rows();
    for (*row = 0; *row < ROWS - 1; ++*row)
        if ((yhat[*row] > 0.5) != (rows.y[*row] > 0.5))
            break;
    return cross_entropy(logit(yhat[*row]), rows.y[*row]);
}

static void unsure(void)
{
    const predictions a = answer();
    expect_right("unsure", a.unsure, ROWS);
    const double loss = loss_of(a.unsure);
    if (!(loss > 0.69))
        suspect("unsure: all rows are right, but the loss is %.3f; what "
                "does a row cost that is barely right?",
                loss);
}

static void low(void)
{
    const double notebook[ROWS] = {0.2522, 0.6163, 0.8094, 0.3499};
    const predictions a = answer();
    expect_right("low", a.low, ROWS - 1);
    const double loss = loss_of(a.low);
    if (loss < loss_of(notebook))
        return;
    int row;
    const double wrong = cost_of_wrong(a.low, &row);
    if (wrong > ROWS * loss_of(notebook))
        suspect("low: the loss is %.3f, and the wrong row alone costs too "
                "much for it; how wrong need it be?",
                loss);
    suspect("low: the loss is %.3f; how little can a row cost that is "
            "right?",
            loss);
}

static void high(void)
{
    const predictions a = answer();
    expect_right("high", a.high, ROWS - 1);
    const double loss = loss_of(a.high);
    if (loss > 10.0)
        return;
    int row;
    cost_of_wrong(a.high, &row);
    if (xor_rows().y[row] == 0.0)
        suspect("high: the loss is %.3f; the wrong row has the target 0, "
                "and how near to its other end can a double be?",
                loss);
    suspect("high: the loss is %.3f; how much has the wrong row to cost "
            "for such a mean?",
            loss);
}

static void bounds(void)
{
    const predictions a = answer();
    const double half = cross_entropy(0.0, 1.0); /* of the answer 1/2 */
    part_number(
        "most_right", a.most_right, half, 4,
        SLIPS({0.69, "a loss can be above that, by a "
                     "little; what is the limit?"},
              {ROWS * half, "the loss is the mean of the rows, not their "
                            "sum"},
              {half / ROWS, "all four rows may be barely right, and not "
                            "one alone"},
              {half / log(10.0), "the logarithm is the natural one"},
              {1.0, "that is the logarithm to the base 2; the natural one "
                    "is meant"}));
    part_number(
        "least_wrong", a.least_wrong, half / ROWS, 4,
        SLIPS({half, "that is the least that the wrong row costs; the "
                     "loss is a mean"},
              {half / 3.0, "a mean over how many rows?"},
              {0.0, "the wrong row costs something; how much, at the "
                    "least?"},
              {half / log(10.0) / ROWS, "the logarithm is the natural "
                                        "one"}));
}

const check checks[] = {unsure, low, high, bounds, NULL};
