/* The checks of exercise 2.7, with deltas of the output that no loss has
   given. On a batch of one row, the chapter's backward pass has the deltas
   of the hidden units for its derivatives by b1: a bias is added to the
   pre-activation. */
#include "answer.h"

#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

/* What stands in dL_dz1 before each call. */
static const double before = 8.0;

/* A pass, what went through, and the deltas that half the square has. */
typedef struct {
    network net;
    batch rows;
    network_pass p;
    double squares[ROWS];
} setting;

/* The rows through a network; the larger the spread, the nearer its
   activations are to 0 and 1. */
static setting setting_of(batch rows, double spread, random_stream *stream)
{
    setting s = {.net = network_start(INIT_NORMAL, stream), .rows = rows};
    for (int k = 0; k < PARAMETERS; k++)
        s.net.all[k] *= spread;
    network_forward(&s.net, &s.rows, &s.p);
    half_squares(&s.rows, &s.p, s.squares);
    return s;
}

static batch rows_draw(random_stream *stream)
{
    batch rows = {.size = 1 + (int)random_below(stream, ROWS)};
    for (int n = 0; n < rows.size; n++) {
        for (int i = 0; i < INPUTS; i++)
            rows.x[n][i] = random_normal(stream);
        rows.y[n] = random_uniform(stream);
    }
    return rows;
}

/* By the chapter's backward pass of the row alone. */
static network one_row_gradient(const setting *s, int n, double dL_dz2)
{
    const batch row = {.size = 1,
                       .x = {{s->rows.x[n][0], s->rows.x[n][1]}},
                       .y = {s->rows.y[n]}};
    const double all_dL_dz2[ROWS] = {dL_dz2};
    network gradient;
    network_pass p;
    network_forward(&s->net, &row, &p);
    network_backward(&s->net, &row, &p, all_dL_dz2, &gradient);
    return gradient;
}

static double slope_from_output(double a)
{
    return a * (1.0 - a);
}

static void expect_delta(const setting *s, int n, int j, double d,
                         double typed, double right)
{
    const double w = s->net.W2[j], z = s->p.z1[n][j], h = s->p.h[n][j];
    const double slope = slope_from_output(h);
    const double above = slope_from_output(s->p.yhat[n]);
    /* 1 - h is rounded in the last digit of 1 */
    const double allowed = 1e-12 * fabs(right) + 4e-16 * fabs(d * w);
    expect_left(
        text("dL_dz1[%d]", j),
        text("hidden_deltas(&net, &p, %d, %g, dL_dz1)", n, d), typed, right,
        allowed,
        SLIPS(
            {before, "it was not written to; are all three gone through?"},
            {before + right,
             "the right delta, on top of what stood there before"},
            {s->squares[n] * w * slope,
             "dL_dz2 is given and goes unused; this takes the delta that "
             "half the square would have on XOR"},
            {w * slope, "dL_dz2 is left out; where does the way back to a "
                        "hidden unit begin?"},
            {d * slope, "the weight is left out; what does a nudge of h[j] "
                        "do to z2?"},
            {d * w, "this stops at h[j], one arrow before z1[j]; what lies "
                    "between them?"},
            {d * w * h, "half of the sigmoid's slope is there: h is, and "
                        "what is missing?"},
            {d * w * (1.0 - h), "half of the sigmoid's slope is there: 1 - "
                                "h is, and what is missing?"},
            {d * w * (1.0 - h * h), "that is the slope of tanh; what do "
                                    "the units of this network have?"},
            {d * w * slope_from_output(z),
             "the slope is taken from z1 by a formula that asks for "
             "sigmoid's output"},
            {d * w * slope_from_output(1.0 / (1.0 + exp(-h))),
             "h is the output of the sigmoid; here it went through the "
             "sigmoid once more"},
            {d * w * above,
             "that is the slope of the output's sigmoid, which is in "
             "dL_dz2 already; whose slope is between z1[j] and h[j]?"},
            {d * w * slope * above,
             "the slope of the output's sigmoid is in dL_dz2 already; here "
             "it counts twice"},
            {d * s->net.W1[0][j] * slope,
             "that weight comes from input 0; between which two numbers "
             "does the way back to h[j] need one?"},
            {d * s->net.W1[1][j] * slope,
             "that weight comes from input 1; between which two numbers "
             "does the way back to h[j] need one?"},
            {d * s->net.b1[j] * slope,
             "there is a bias in it; does a bias stand on the way from "
             "h[j] to z2?"},
            {d * s->net.W2[0] * slope,
             "the weight is that of another hidden unit; which one leaves "
             "unit j?"},
            {d * w * slope_from_output(s->p.h[n][0]),
             "the slope is that of another hidden unit; which index of h "
             "is the unit?"},
            {d * w * slope_from_output(s->p.h[0][j]),
             "the slope is that of another row; which row are the deltas "
             "for?"},
            {right / ROWS, "that is divided by the number of rows; this is "
                           "about one row alone"},
            {-right, "the sign is turned over; does the way back change "
                     "one anywhere?"}));
}

static void expect_deltas(const setting *s, int n, double dL_dz2)
{
    const setting given = *s;
    const network right = one_row_gradient(s, n, dL_dz2);
    /* one more than there are, to see who goes too far */
    double typed[HIDDEN + 1] = {before, before, before, before};
    hidden_deltas(&s->net, &s->p, n, dL_dz2, typed);
    for (int j = 0; j < HIDDEN; j++)
        expect_delta(&given, n, j, dL_dz2, typed[j], right.b1[j]);
    if (typed[HIDDEN] != before)
        suspect("hidden_deltas writes past the end of dL_dz1; how far does "
                "its loop go?");
    if (memcmp(&s->net, &given.net, sizeof given.net) != 0 ||
        memcmp(&s->p, &given.p, sizeof given.p) != 0)
        suspect("hidden_deltas has changed the network or the pass, which "
                "are there to be read");
}

static void deltas_on_xor(void)
{
    random_stream stream = {1};
    for (int draw = 0; draw < 5; draw++) {
        const setting s = setting_of(xor_rows(), 1.0, &stream);
        for (int n = ROWS - 1; n >= 0; n--)
            expect_deltas(&s, n, random_normal(&stream));
    }
}

static void deltas_elsewhere(void)
{
    static const double spreads[] = {0.01, 1.0, 5.0, 40.0};
    static const double deltas[] = {1.0, -1.0, 1e-9, -1e9, 0.0};
    random_stream stream = {2};
    for (size_t i = 0; i < sizeof spreads / sizeof spreads[0]; i++) {
        const setting s =
            setting_of(rows_draw(&stream), spreads[i], &stream);
        for (int n = 0; n < s.rows.size; n++) {
            expect_deltas(&s, n, s.squares[n]);
            for (size_t k = 0; k < sizeof deltas / sizeof deltas[0]; k++)
                expect_deltas(&s, n, deltas[k]);
        }
    }
}

static void hidden_deltas_hold(void)
{
    deltas_on_xor();
    deltas_elsewhere();
}

const check checks[] = {hidden_deltas_hold, NULL};
