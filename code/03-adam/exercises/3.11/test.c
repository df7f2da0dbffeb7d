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

static const char *const row_names[ROWS] = {"00", "01", "10", "11"};

/* Passes if this can be the answer of a sigmoid to that row. */
static void expect_prediction(const char *name, const char *row,
                              double yhat)
{
    if (isnan(yhat))
        suspect("%s: the prediction for row %s is NaN, which is not a "
                "number; what is it worked out from?",
                name, row);
    if (isinf(yhat))
        suspect("%s: the prediction for row %s is infinite; where do the "
                "answers of a sigmoid end?",
                name, row);
    if (yhat == 0.0)
        suspect("%s: the prediction for row %s is 0; a sigmoid comes near, "
                "and how near may you come?",
                name, row);
    if (yhat == 1.0)
        suspect("%s: the prediction for row %s is 1, as typed or as "
                "rounded; how near to it can a double be?",
                name, row);
    if (yhat < 0.0 || yhat > 1.0)
        suspect("%s: no sigmoid answers %g, as for row %s here; is it a "
                "logit, or a percentage?",
                name, yhat, row);
}

/* Passes if these are predictions with so many rows right. */
static void expect_right(const char *name, const double yhat[ROWS],
                         int right)
{
    const batch rows = xor_rows();
    for (int n = 0; n < ROWS; n++)
        if (yhat[n] == TODO)
            unanswered("%s", name);
    for (int n = 0; n < ROWS; n++)
        expect_prediction(name, row_names[n], yhat[n]);
    const int typed = right_of(yhat);
    if (typed == right)
        return;
    for (int n = 0; n < ROWS && right == ROWS; n++)
        if (yhat[n] == 0.5 && rows.y[n] == 1.0)
            suspect("%s: the prediction for row %s is just a half; what "
                    "does accuracy count that as?",
                    name, row_names[n]);
    if (typed == 0 && right == ROWS)
        suspect("%s: no row is right; in which order are the targets?",
                name);
    if (typed == ROWS)
        suspect("%s: all rows are on the right side; which of them is to "
                "be the wrong one?",
                name);
    suspect("%s: %d of %d rows are on the right side, and %d are to be; "
            "what are the targets of XOR?",
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
    suspect(
        "low: the loss is %.3f; how little can a row cost that is right?",
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

/* Where an infinity is typed, which no slip can be equal to. */
static double finite(double typed)
{
    return isinf(typed) ? copysign(1e308, typed) : typed;
}

static void bounds(void)
{
    const predictions a = answer();
    const double half = cross_entropy(0.0, 1.0); /* of the answer 1/2 */
    part_number(
        "most_right", finite(a.most_right), half, 4,
        SLIPS(
            {0.69,
             "a loss can be above that, by a little; what is the limit?"},
            {finite(INFINITY),
             "can a row cost without end that is on the right side?"},
            {ROWS * half,
             "the loss is the mean of the rows, not their sum"},
            {half / ROWS,
             "all four rows may be barely right, and not one alone"},
            {half / log(10.0),
             "the logarithm is the natural one, and not that to base ten"},
            {1.0, "that is the logarithm to the base 2; the natural one is "
                  "meant"},
            {0.5, "that is the barely right answer, or its squares; what "
                  "is its cross-entropy?"},
            {0.25, "that is a square; what is the cross-entropy of a "
                   "barely right answer?"},
            {0.125, "that is half a square; what is the cross-entropy of a "
                    "barely right answer?"},
            {0.0, "that is the least; how much can a row cost that is "
                  "barely right?"}));
    part_number(
        "least_wrong", finite(a.least_wrong), half / ROWS, 4,
        SLIPS(
            {half, "that is the least that the wrong row costs; of how "
                   "many rows is the loss the mean?"},
            {half / 3.0, "a mean over how many rows?"},
            {half * 3.0 / ROWS, "that is for three rows that cost so much; "
                                "how little can the right ones cost?"},
            {0.0, "the wrong row costs something; how much, at the least?"},
            {finite(INFINITY), "the wrong row can cost without end; and "
                               "how little can it cost?"},
            {half / log(10.0) / ROWS,
             "the logarithm is the natural one, and not that to base ten"},
            {1.0 / ROWS, "the logarithm is the natural one, and not that "
                         "to the base 2"},
            {0.125 / ROWS, "that is half a square; what is the "
                           "cross-entropy of a barely wrong answer?"}));
}

const check checks[] = {unsure, low, high, bounds, NULL};
