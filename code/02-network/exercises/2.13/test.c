/* The checks of exercise 2.13. What is right on a row comes from
   half_squares on that row alone; and where each importance is a whole
   number, from half_squares on a batch that has each row so many times. */
#include "answer.h"

#include "02-network/gradient.h"
#include "02-network/start.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What stands in dL_dz2 before each call. */
static const double before = 8.0;

typedef struct {
    network net;
    batch rows;
    double c[ROWS];
    network_pass p;
} setting;

/* A loss, and its derivatives by each z2. */
typedef struct {
    double value, dL_dz2[ROWS];
} outcome;

static double hundredths_draw(uint64_t below, random_stream *stream)
{
    return (double)random_below(stream, below) / 100.0;
}

/* Behind the last row of the batch there are numbers, too, but none of
   its rows. */
static setting setting_draw(int size, double spread, random_stream *stream)
{
    setting s = {.net = network_start(INIT_NORMAL, stream),
                 .rows = {.size = ROWS}};
    for (int k = 0; k < PARAMETERS; k++)
        s.net.all[k] *= spread;
    for (int n = 0; n < ROWS; n++) {
        for (int i = 0; i < INPUTS; i++)
            s.rows.x[n][i] = random_normal(stream);
        s.rows.y[n] = hundredths_draw(100, stream);
        s.c[n] = hundredths_draw(300, stream);
    }
    network_forward(&s.net, &s.rows, &s.p);
    s.rows.size = size;
    return s;
}

/* Half the square of each row by itself, whether in the batch or not. */
static void rows_alone(const setting *s, outcome alone[ROWS])
{
    for (int n = 0; n < ROWS; n++) {
        const batch row = {.size = 1, .y = {s->rows.y[n]}};
        const network_pass p = {.yhat = {s->p.yhat[n]}};
        alone[n].value = half_squares(&row, &p, alone[n].dL_dz2);
    }
}

/* The importances of a batch's rows, as in "{1, 0.5}". */
static const char *list_of(const double c[ROWS], int size)
{
    char list[200] = "{";
    for (int n = 0; n < size; n++) {
        const size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%g",
                 n == 0 ? "" : ", ", c[n]);
    }
    return text("%s}", list);
}

static void expect_value(const setting *s, const outcome alone[ROWS],
                         double typed)
{
    const int size = s->rows.size;
    double right = 0.0, even = 0.0, squared = 0.0, all = 0.0, first = 0.0;
    double sum_of_c = 0.0;
    for (int n = 0; n < ROWS; n++) {
        const double loss = alone[n].value;
        all += s->c[n] * loss;
        if (n >= size)
            continue;
        right += s->c[n] * loss;
        even += loss;
        squared += s->c[n] * s->c[n] * loss;
        first += s->c[0] * loss;
        sum_of_c += s->c[n];
    }
    const double last = s->c[size - 1] * alone[size - 1].value;
    expect_result(
        text("weighted_squares(&rows, c, &p, dL_dz2), where rows.size = %d "
             "and c = %s,",
             size, list_of(s->c, size)),
        typed, right, 1e-12 * right,
        SLIPS(
            {even, "c is left out of the loss, and each row counts alike"},
            {last, "that is the last row alone; do the rows add up?"},
            {all, "a batch may hold fewer than four rows; which of its "
                  "members says how many?"},
            {squared, "c is squared along with the error; what of the "
                      "formula stands inside the square?"},
            {2.0 * right, "twice as large as it should be; what does the "
                          "formula begin with?"},
            {right / sum_of_c, "that is a mean, weighted by c; the "
                               "formula is a sum"},
            {right / size, "that is the mean over the rows; the formula "
                           "is a sum"},
            {right / ROWS, "that is the mean over four rows; the formula "
                           "is a sum"},
            {first, "each row counts as the first does; whose c belongs "
                    "to a row?"},
            {sum_of_c * even, "the c of each row meets the error of each "
                              "row; which belong together?"},
            {-right, "a loss below 0: can a sum of squares, with no c "
                     "below 0, be so?"}));
}

static void expect_slope(const setting *s, const outcome *alone, int n,
                         double typed)
{
    const double c = s->c[n], slope = alone->dL_dz2[0];
    const double right = c * slope + 0.0; /* not -0 */
    const double yhat = s->p.yhat[n], z = s->p.z2[n];
    const double error = yhat - s->rows.y[n];
    double sum_of_c = 0.0;
    for (int m = 0; m < s->rows.size; m++)
        sum_of_c += s->c[m];
    /* 1 - yhat is rounded in the last digit of 1 */
    const double allowed = 1e-12 * fabs(right) + 4e-16 * fabs(c * error);
    expect_left(
        text("dL_dz2[%d]", n),
        text("weighted_squares(&rows, c, &p, dL_dz2), where row %d has c = "
             "%g, y = %g and yhat = %g,",
             n, c, s->rows.y[n], yhat),
        typed, right, allowed,
        SLIPS({before, "it was not written to; does every row of the batch "
                       "get its derivative?"},
              {before + right,
               "the right derivative, on top of what stood there before"},
              {slope, "c is in the loss, but not in its derivative; what "
                      "becomes of a constant factor?"},
              {c * c * slope, "c counts twice; how often does the "
                              "derivative of the formula have it?"},
              {c * error, "that is the derivative by yhat, one arrow "
                          "before z2"},
              {error, "that is the derivative by yhat, without c, and one "
                      "arrow before z2"},
              {c * yhat * (1.0 - yhat),
               "the error is left out; does it not "
               "matter how far yhat is from y?"},
              {c * error * z * (1.0 - z),
               "the slope is taken from z2 by a formula that asks for "
               "sigmoid's output"},
              {2.0 * right, "twice as large as it should be; what becomes "
                            "of the half when a square is derived?"},
              {0.5 * right, "half as large as it should be; what becomes "
                            "of the half when a square is derived?"},
              {right / sum_of_c, "that is divided by the sum of all c; the "
                                 "loss is not a mean"},
              {right / s->rows.size, "that is divided by the number of "
                                     "rows; the loss is not a mean"},
              {s->c[0] * slope, "this row counts as the first does; whose "
                                "c belongs to it?"},
              {alone->value, "that is the derivative by c, which nobody "
                             "trains"},
              {c * alone->value, "that is what the row adds to the loss, "
                                 "not a derivative of it"},
              {-right, "the sign is turned over; which way does yhat - y "
                       "point?"}));
}

static outcome outcome_of(const setting *s)
{
    const setting given = *s;
    outcome typed;
    for (int n = 0; n < ROWS; n++)
        typed.dL_dz2[n] = before;
    typed.value = weighted_squares(&s->rows, s->c, &s->p, typed.dL_dz2);
    if (memcmp(s->c, given.c, sizeof given.c) != 0 ||
        memcmp(&s->p, &given.p, sizeof given.p) != 0 ||
        memcmp(s->rows.y, given.rows.y, sizeof given.rows.y) != 0)
        suspect("weighted_squares has changed the rows, c or the pass, "
                "which are there to be read");
    return typed;
}

static void expect_outcome(const setting *s)
{
    outcome alone[ROWS];
    rows_alone(s, alone);
    const outcome typed = outcome_of(s);
    if (typed.value == TODO)
        unanswered("weighted_squares");
    expect_value(s, alone, typed.value);
    for (int n = 0; n < s->rows.size; n++)
        expect_slope(s, &alone[n], n, typed.dL_dz2[n]);
}

/* The batch that has row n so many times as c[n] says. */
static batch repeated(const setting *s)
{
    batch rows = {.size = 0};
    for (int n = 0; n < s->rows.size; n++)
        for (int times = 0; times < (int)s->c[n]; times++) {
            memcpy(rows.x[rows.size], s->rows.x[n], sizeof rows.x[n]);
            rows.y[rows.size++] = s->rows.y[n];
        }
    return rows;
}

/* Counts as many rows would: the loss is the chapter's on these, and so is
   the gradient that the backward pass makes of it. */
static void expect_as_repeated(const setting *s)
{
    const outcome typed = outcome_of(s);
    const batch rows = repeated(s);
    const char *c = list_of(s->c, s->rows.size);
    network_pass p;
    network got, right;
    double dL_dz2[ROWS];
    network_forward(&s->net, &rows, &p);
    const double loss = half_squares(&rows, &p, dL_dz2);
    network_backward(&s->net, &rows, &p, dL_dz2, &right);
    network_backward(&s->net, &s->rows, &s->p, typed.dL_dz2, &got);
    expect_result(text("weighted_squares(&rows, c, &p, dL_dz2) with c = %s "
                       "and each row to count so many times",
                       c),
                  typed.value, loss, 1e-12 * loss, NO_SLIPS);
    for (int k = 0; k < PARAMETERS; k++)
        if (fabs(got.all[k] - right.all[k]) > 1e-12)
            suspect("weighted_squares with c = %s: the gradient by %s is "
                    "not that of a batch with each row so many times",
                    c, parameter_names[k]);
}

static void counted_rows(void)
{
    static const double spreads[] = {1.0, 0.01, 5.0, 40.0};
    static const double counts[][ROWS] = {
        {1, 1, 1, 1}, {0, 1, 2, 1}, {2, 0, 2, 0},
        {0, 0, 0, 1}, {0, 4, 0, 0},
    };
    random_stream stream = {1};
    for (int draw = 0; draw < 40; draw++) {
        setting s = setting_draw(ROWS - draw % ROWS, spreads[draw / 4 % 4],
                                 &stream);
        expect_outcome(&s);
        s.c[s.rows.size / 2] = 0.0;
        expect_outcome(&s);
        for (int n = 0; n < ROWS; n++)
            s.c[n] *= 2e6;
        expect_outcome(&s);
    }
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        setting s = setting_draw(ROWS, 1.0, &stream);
        memcpy(s.c, counts[i], sizeof s.c);
        expect_as_repeated(&s);
    }
}

const check checks[] = {counted_rows, NULL};
