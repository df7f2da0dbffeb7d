/* The checks of exercise 2.10: the forward pass and the gradient by their
   formulas, so closely that no nudging comes as near; the formulas
   themselves are nudged. */
#include "answer.h"

#include "01-neuron/check.h"
#include "02-network/xor.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The network as a list of its nine parameters, to draw and nudge them. */
typedef union {
    small_network net;
    double all[9];
} nine;
_Static_assert(sizeof(nine) == 9 * sizeof(double),
               "no gap between the named parameters");

enum { W2_BEGINS = 6 }; /* behind W1 and b1 */

static const char *const names[9] = {"W1[0][0]", "W1[0][1]", "W1[1][0]",
                                     "W1[1][1]", "b1[0]",    "b1[1]",
                                     "W2[0]",    "W2[1]",    "b2"};

/* The sigmoid, and its slope from its output: an answer may well have
   functions of its own that are called as the book's are. */
static double squash(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double bell(double a)
{
    return a * (1.0 - a);
}

/* What is computed on the way through one row. */
typedef struct {
    double z1[2], h[2], z2, yhat;
} row_pass;

static row_pass row_forward(const small_network *net, const double x[2])
{
    row_pass p;
    p.z2 = net->b2;
    for (int j = 0; j < 2; j++) {
        p.z1[j] = x[0] * net->W1[0][j] + x[1] * net->W1[1][j] + net->b1[j];
        p.h[j] = squash(p.z1[j]);
        p.z2 += p.h[j] * net->W2[j];
    }
    p.yhat = squash(p.z2);
    return p;
}

/* What is suspected of the way back, and what is said to it. */
typedef enum {
    NOTHING,
    NO_OUTPUT_SLOPE,
    OUTPUT_SLOPE_OF_Z,
    NO_HIDDEN_SLOPE,
    PART_OF_HIDDEN_SLOPE,
    REST_OF_HIDDEN_SLOPE,
    HIDDEN_SLOPE_OF_Z,
    HIDDEN_SLOPE_TWICE,
    HIDDEN_SLOPE_OF_OUTPUT,
    NO_W2,
    OTHER_W2,
    OTHER_INPUT,
    INDICES_EXCHANGED,
    OTHER_H,
    Z_FOR_H,
    MISTAKES
} mistake;

static const char *const said_to[MISTAKES] = {
    [NO_OUTPUT_SLOPE] = "the slope of the output's sigmoid is left out; "
                        "what lies between yhat and z2?",
    [OUTPUT_SLOPE_OF_Z] = "the slope of the output's sigmoid is taken of "
                          "z2; what does the function want to be handed?",
    [NO_HIDDEN_SLOPE] = "the slope of the hidden sigmoid is left out; what "
                        "lies between h and z1?",
    [PART_OF_HIDDEN_SLOPE] = "of the slope of the hidden sigmoid one "
                             "factor is there; which is the other?",
    [REST_OF_HIDDEN_SLOPE] = "half of the hidden sigmoid's slope is there; "
                             "it has two factors, each of them with h",
    [HIDDEN_SLOPE_OF_Z] = "the slope of the hidden sigmoid is taken of z1; "
                          "what does the function want to be handed?",
    [HIDDEN_SLOPE_TWICE] = "h has been through the sigmoid already, and "
                           "the slope is taken as if it had not",
    [HIDDEN_SLOPE_OF_OUTPUT] = "the slope at the hidden unit is that of "
                               "the output; whose activation goes in?",
    [NO_W2] = "a weight is left out on the way to the hidden delta",
    [OTHER_W2] = "the hidden delta comes over the other unit's weight",
    [OTHER_INPUT] = "is multiplied by the other input",
    [INDICES_EXCHANGED] = "the two indices of W1 are exchanged; which of "
                          "them is the input's?",
    [OTHER_H] = "is multiplied by the other unit's h",
    [Z_FOR_H] = "z1 stands where an activation is to stand; what does W2 "
                "multiply on the way forward?",
};

static double output_slope(mistake m, const row_pass *p)
{
    if (m == NO_OUTPUT_SLOPE)
        return 1.0;
    return bell(m == OUTPUT_SLOPE_OF_Z ? p->z2 : p->yhat);
}

static double hidden_slope(mistake m, const row_pass *p, int j)
{
    switch ((int)m) {
    case NO_HIDDEN_SLOPE:
        return 1.0;
    case PART_OF_HIDDEN_SLOPE:
        return p->h[j];
    case REST_OF_HIDDEN_SLOPE:
        return 1.0 - p->h[j];
    case HIDDEN_SLOPE_OF_Z:
        return bell(p->z1[j]);
    case HIDDEN_SLOPE_TWICE:
        return bell(squash(p->h[j]));
    case HIDDEN_SLOPE_OF_OUTPUT:
        return bell(p->yhat);
    default:
        return bell(p->h[j]);
    }
}

static double weight_back(mistake m, const small_network *net, int j)
{
    if (m == NO_W2)
        return 1.0;
    return net->W2[m == OTHER_W2 ? 1 - j : j];
}

static double row_activation(mistake m, const row_pass *p, int j)
{
    return m == Z_FOR_H ? p->z1[j] : p->h[m == OTHER_H ? 1 - j : j];
}

/* Adds what row n has to say. */
static void row_add(mistake m, const small_network *net, const batch *rows,
                    int n, small_network *d)
{
    const double *x = rows->x[n];
    const row_pass p = row_forward(net, x);
    const double delta = (p.yhat - rows->y[n]) * output_slope(m, &p);
    d->b2 += delta;
    for (int j = 0; j < 2; j++) {
        const double hidden =
            delta * weight_back(m, net, j) * hidden_slope(m, &p, j);
        d->W2[j] += delta * row_activation(m, &p, j);
        d->b1[j] += hidden;
        for (int i = 0; i < 2; i++)
            *(m == INDICES_EXCHANGED ? &d->W1[j][i] : &d->W1[i][j]) +=
                hidden * x[m == OTHER_INPUT ? 1 - i : i];
    }
}

/* The gradient that a mistake leads to, over the rows from this one to
   before that one. */
static nine gradient_with(mistake m, const small_network *net,
                          const batch *rows, int from, int to)
{
    nine d = {.net = {.b2 = 0.0}};
    for (int n = from; n < to; n++)
        row_add(m, net, rows, n, &d.net);
    return d;
}

/* How far each derivative may be off: a tiny share of the sizes that its
   sum adds up, slopes aside, for those are rounded where they are near
   0. */
static nine gradient_allowed(const small_network *net, const batch *rows)
{
    nine sizes = {.net = {.b2 = 0.0}};
    small_network *const s = &sizes.net;
    for (int n = 0; n < rows->size; n++) {
        const double error = 1.0 + fabs(rows->y[n]);
        s->b2 += error;
        for (int j = 0; j < 2; j++) {
            s->W2[j] += error;
            s->b1[j] += error * fabs(net->W2[j]);
            for (int i = 0; i < 2; i++)
                s->W1[i][j] +=
                    error * fabs(net->W2[j]) * fabs(rows->x[n][i]);
        }
    }
    for (int k = 0; k < 9; k++)
        sizes.all[k] *= 1e-12;
    return sizes;
}

typedef struct {
    nine at;
    const batch *rows;
} setting;

static double loss_at(const void *state)
{
    const setting *s = state;
    double loss = 0.0;
    for (int n = 0; n < s->rows->size; n++) {
        const row_pass p = row_forward(&s->at.net, s->rows->x[n]);
        loss += 0.5 * (p.yhat - s->rows->y[n]) * (p.yhat - s->rows->y[n]);
    }
    return loss;
}

static bool nudging_agrees(const nine *at, const batch *rows)
{
    const nine right =
        gradient_with(NOTHING, &at->net, rows, 0, rows->size);
    setting nudged = {*at, rows};
    bool agree = true;
    for (int k = 0; k < 9; k++) {
        const double slope =
            central_difference(loss_at, &nudged, &nudged.at.all[k], 1e-5)
                .slope;
        agree = agree && fabs(slope - right.all[k]) <= 1e-7;
    }
    return agree;
}

/* The network as an initializer of C has it. */
static const char *net_text(const small_network *net)
{
    return text("{{{%g, %g}, {%g, %g}}, {%g, %g}, {%g, %g}, %g}",
                net->W1[0][0], net->W1[0][1], net->W1[1][0], net->W1[1][1],
                net->b1[0], net->b1[1], net->W2[0], net->W2[1], net->b2);
}

/* So are the rows. */
static const char *rows_text(const batch *rows)
{
    char x[200] = "", y[100] = "";
    for (int n = 0; n < rows->size; n++) {
        const char *comma = n == 0 ? "" : ", ";
        snprintf(x + strlen(x), sizeof x - strlen(x), "%s{%g, %g}", comma,
                 rows->x[n][0], rows->x[n][1]);
        snprintf(y + strlen(y), sizeof y - strlen(y), "%s%g", comma,
                 rows->y[n]);
    }
    return text("{%d, {%s}, {%s}}", rows->size, x, y);
}

static void expect_finite(const char *what, double got)
{
    if (!isfinite(got))
        suspect("%s is %g: what grows without bound, or is divided by what "
                "does?",
                what, got);
}

/* Leaves numbers where the next function that is called keeps its own, so
   that one which it does not set shows. */
static void soil_the_stack(double with)
{
    volatile double below[2000];
    for (int i = 0; i < 2000; i++)
        below[i] = with;
    (void)below[0];
}

/* What small_gradient returns, after a look at what it leaves alone. */
static nine gradient_typed(const nine *at, const batch *rows, double soil)
{
    nine given = *at;
    batch given_rows;
    nine d;
    memcpy(&given_rows, rows, sizeof given_rows);
    soil_the_stack(soil);
    d.net = small_gradient(&given.net, &given_rows);
    if (memcmp(&given, at, sizeof given) != 0)
        suspect("small_gradient has changed the network that it was "
                "handed; a gradient is a look, not a step");
    if (memcmp(&given_rows, rows, sizeof given_rows) != 0)
        suspect("small_gradient has changed the rows that it was handed; "
                "they are for reading only");
    return d;
}

static nine same_twice(const nine *at, const batch *rows)
{
    const nine d = gradient_typed(at, rows, 3.0e3);
    const nine again = gradient_typed(at, rows, -7.0e5);
    for (int k = 0; k < 9; k++)
        if (d.all[k] != again.all[k] && !isnan(d.all[k]))
            suspect("small_gradient, called twice with the same network "
                    "and rows, returned %s = %.4g, then %.4g: where does "
                    "each sum begin?",
                    names[k], d.all[k], again.all[k]);
    return d;
}

static bool is_unanswered(const nine *d)
{
    bool none = true;
    for (int k = 0; k < 9; k++)
        none = none && d->all[k] == TODO;
    return none;
}

enum { SLIPS_MOST = MISTAKES + 16 };

/* What may come out in place of what is right. */
typedef struct {
    double right;
    slip all[SLIPS_MOST];
    int n;
} slip_list;

/* A slip that makes no difference here is not suspected. */
static void slip_add(slip_list *slips, double value, const char *message)
{
    if (fabs(value - slips->right) > 1e-6 * fabs(slips->right))
        slips->all[slips->n++] = (slip){value, message};
}

/* Slips of the sums over the rows. */
static void sum_slips(slip_list *slips, const small_network *net,
                      const batch *rows, int k)
{
    const int size = rows->size;
    slip_add(slips, gradient_with(NOTHING, net, rows, 0, ROWS).all[k],
             "a batch may hold fewer than four rows; which of its members "
             "says how many?");
    if (size == 1)
        return;
    slip_add(slips,
             gradient_with(NOTHING, net, rows, size - 1, size).all[k],
             "that is the last row alone; do the rows add up?");
    slip_add(slips, gradient_with(NOTHING, net, rows, 0, 1).all[k],
             "that is the first row alone; where does the loop over the "
             "rows end?");
    slip_add(slips, gradient_with(NOTHING, net, rows, 0, size - 1).all[k],
             "the last row is left out; where does the loop end?");
    slip_add(slips, gradient_with(NOTHING, net, rows, 1, size).all[k],
             "the first row is left out; where does the loop begin?");
    slip_add(slips, slips->right / size,
             "that is the mean; the loss is a sum over the rows");
}

/* What a sanitizer leaves in new memory: the byte 0xbe, again and again. */
static double new_memory(void)
{
    double number;
    memset(&number, 0xbe, sizeof number);
    return number;
}

/* Slips of one number, which is right but for what it begins with, or a
   factor. */
static void factor_slips(slip_list *slips, int k)
{
    const double right = slips->right;
    const bool weight_of_input = k < 4;
    slip_add(slips, 0.0,
             "is left at zero; does every parameter get its derivative?");
    slip_add(slips, right + new_memory(),
             "what stood in new memory is in it; at what does each sum "
             "begin?");
    slip_add(slips, -right,
             "the sign is turned over; which of yhat and y is taken from "
             "the other?");
    slip_add(slips, 2.0 * right,
             weight_of_input
                 ? "twice as large; what becomes of the half that stands "
                   "before the square?"
                 : "twice as large; in which of the loops does it grow?");
    slip_add(slips, 0.5 * right,
             "half as large; what does a square bring with it when it is "
             "differentiated?");
}

static void expect_derivative(const nine *at, const batch *rows, int k,
                              double typed, double allowed)
{
    const double right =
        gradient_with(NOTHING, &at->net, rows, 0, rows->size).all[k];
    slip_list slips = {.right = right};
    char call[500];
    snprintf(call, sizeof call, "small_gradient(%s, %s).%s",
             net_text(&at->net), rows_text(rows), names[k]);
    if (typed == TODO)
        unanswered("%s of small_gradient", names[k]);
    expect_finite(call, typed);
    factor_slips(&slips, k);
    sum_slips(&slips, &at->net, rows, k);
    for (int m = NOTHING + 1; m < MISTAKES; m++)
        slip_add(
            &slips,
            gradient_with((mistake)m, &at->net, rows, 0, rows->size).all[k],
            said_to[m]);
    expect_result(call, typed, right, allowed, slips.all);
}

/* A gradient that goes forward by it is then no better. */
static bool is_forward_missing(const nine *at)
{
    double h[2];
    return small_forward(&at->net, (const double[2]){1.0, -1.0}, h) == TODO;
}

static void expect_gradient(const nine *at, const batch *rows)
{
    if (is_forward_missing(at))
        unanswered("small_gradient");
    const nine typed = same_twice(at, rows);
    const nine allowed = gradient_allowed(&at->net, rows);
    if (is_unanswered(&typed))
        unanswered("small_gradient");
    for (int k = 0; k < 9; k++)
        expect_derivative(at, rows, k, typed.all[k], allowed.all[k]);
}

/* Slips of hidden unit j; before is what stood in h[j]. */
static void hidden_slips(slip_list *slips, const small_network *net,
                         const double x[2], int j, double before)
{
    const row_pass p = row_forward(net, x);
    const double z = p.z1[j], b = net->b1[j];
    const double *const row = net->W1[j];
    slip_add(slips, before, "is as it was before the call");
    slip_add(slips, z,
             "that is the pre-activation; the sigmoid is still to come");
    slip_add(slips, squash(z - b), "the bias is left out");
    slip_add(slips, squash(x[0] * row[0] + x[1] * row[1] + b),
             "W1 is read the other way round; its first index is the "
             "input");
    slip_add(slips, p.h[1 - j],
             "that is the other unit's; which index counts the units?");
    slip_add(slips, squash(z - b + net->b1[1 - j]),
             "the bias is the other unit's");
    slip_add(slips, squash(z - x[1] * net->W1[1][j]),
             "the second input does not come in");
    slip_add(slips, squash(z - x[0] * net->W1[0][j]),
             "the first input does not come in");
    slip_add(slips, squash(-z),
             "the sign in the exponent of the sigmoid is turned over");
    slip_add(slips, squash(p.h[j]), "goes through the sigmoid twice");
    slip_add(slips, squash(z + before),
             "what stood in h before the call comes in; h is filled in, "
             "and not read");
    slip_add(slips, p.h[j] + before,
             "what stood in h before the call is added; h is filled in, "
             "and not read");
}

static void output_slips(slip_list *slips, const small_network *net,
                         const double x[2])
{
    const row_pass p = row_forward(net, x);
    const double *const W2 = net->W2;
    slip_add(slips, p.z2,
             "that is the pre-activation; the output has a sigmoid, too");
    slip_add(slips, squash(p.z2 - net->b2),
             "the bias of the output is left out");
    slip_add(slips, squash(p.z2 - p.h[1] * W2[1]),
             "the second hidden unit does not come in");
    slip_add(slips, squash(p.z2 - p.h[0] * W2[0]),
             "the first hidden unit does not come in");
    slip_add(slips, squash(p.h[0] * W2[1] + p.h[1] * W2[0] + net->b2),
             "the weights of W2 have changed places");
    slip_add(slips, squash(p.z1[0] * W2[0] + p.z1[1] * W2[1] + net->b2),
             "the output is handed the z1 of the hidden units; what do "
             "they send on?");
    slip_add(slips, squash(x[0] * W2[0] + x[1] * W2[1] + net->b2),
             "the inputs go to the output past the hidden units");
    slip_add(slips, squash(-p.z2),
             "the sign in the exponent of the output's sigmoid is turned "
             "over");
    slip_add(slips, squash(p.yhat),
             "the output goes through the sigmoid twice");
}

/* One row; h holds before when small_forward is called. */
static void expect_row(const nine *at, const double x[2], double before)
{
    const row_pass right = row_forward(&at->net, x);
    nine given = *at;
    double h[2] = {before, before}, row[2] = {x[0], x[1]};
    soil_the_stack(before);
    const double yhat = small_forward(&given.net, row, h);
    if (yhat == TODO && h[0] == TODO && h[1] == TODO)
        unanswered("small_forward");
    char call[200];
    snprintf(call, sizeof call, "small_forward(%s, {%g, %g}, h)",
             net_text(&at->net), x[0], x[1]);
    for (int j = 0; j < 2; j++) {
        slip_list slips = {.right = right.h[j]};
        hidden_slips(&slips, &at->net, x, j, before);
        expect_finite(text("h[%d] after %s", j, call), h[j]);
        expect_left(text("h[%d]", j), call, h[j], right.h[j], 1e-12,
                    slips.all);
    }
    slip_list slips = {.right = right.yhat};
    output_slips(&slips, &at->net, x);
    if (yhat == TODO)
        unanswered("what small_forward returns");
    expect_finite(call, yhat);
    expect_result(call, yhat, right.yhat, 1e-12, slips.all);
    if (memcmp(&given, at, sizeof given) != 0 ||
        memcmp(row, x, sizeof row) != 0)
        suspect("small_forward has changed the network or the row that it "
                "was handed; h alone is to be filled in");
}

static void expect_rows(const nine *at, const batch *rows)
{
    for (int n = 0; n < rows->size; n++) {
        expect_row(at, rows->x[n], 7.0);
        expect_row(at, rows->x[n], -0.375);
    }
}

/* A multiple of 1/8 from -2 to 2, which prints in a few digits. */
static double draw_eighths(random_stream *stream)
{
    return (double)random_below(stream, 33) / 8.0 - 2.0;
}

/* So many rows. What lies behind them is not to be read. */
static batch batch_draw(random_stream *stream, int size)
{
    batch rows = {.size = size};
    for (int n = 0; n < ROWS; n++) {
        rows.x[n][0] = draw_eighths(stream);
        rows.x[n][1] = draw_eighths(stream);
        rows.y[n] = draw_eighths(stream);
    }
    return rows;
}

static nine network_draw(random_stream *stream)
{
    nine at;
    for (int k = 0; k < 9; k++)
        at.all[k] = draw_eighths(stream);
    return at;
}

/* The first to be looked at: no two numbers in it are alike. */
static const nine first = {.net = {
                               .W1 = {{1.125, -0.75}, {0.5, 1.5}},
                               .b1 = {0.25, -1.0},
                               .W2 = {1.75, -1.25},
                               .b2 = -0.125,
                           }};

/* An expectation of the forward pass or of the gradient, where it is
   easiest to follow first: one row, then more, then whatever is drawn. */
static void go_through(void (*expect)(const nine *at, const batch *rows),
                       uint64_t seed)
{
    const batch one = {.size = 1,
                       .x = {{0.625, -1.5}, {9.0, 8.0}, {7.0, 6.0}},
                       .y = {0.875, 9.0, 5.0}};
    const batch three = {
        .size = 3,
        .x = {{0.5, -1.0}, {2.0, 0.25}, {-0.75, 1.5}, {9.0, 8.0}},
        .y = {1.0, 0.125, 0.5, 9.0}};
    const batch rows = xor_rows();
    random_stream stream = {seed};
    expect(&first, &one);
    expect(&first, &three);
    expect(&first, &rows);
    for (int draw = 0; draw < 40; draw++) {
        const batch drawn = batch_draw(&stream, 1 + draw % ROWS);
        const nine at = network_draw(&stream);
        MUST_HOLD(nudging_agrees(&at, &drawn));
        expect(&at, &drawn);
    }
}

/* The first network, times a number. */
static nine network_times(double factor)
{
    nine at = first;
    for (int k = 0; k < 9; k++)
        at.all[k] *= factor;
    return at;
}

static void forward_pass(void)
{
    const nine zero = network_times(0.0), huge = network_times(1000.0);
    const batch rows = xor_rows();
    const batch endless = {.size = 2,
                           .x = {{INFINITY, -1.0}, {0.5, -INFINITY}}};
    go_through(expect_rows, 1);
    go_through(expect_rows, 2);
    expect_rows(&zero, &rows);
    expect_rows(&huge, &rows);
    expect_rows(&first, &endless);
}

static void gradient(void)
{
    const nine zero = network_times(0.0), huge = network_times(1000.0);
    const batch rows = xor_rows();
    const batch far = {.size = 2, .x = {{3e5, -2e5}, {-1e5, 4e5}}};
    go_through(expect_gradient, 3);
    go_through(expect_gradient, 4);
    expect_gradient(&zero, &rows);
    expect_gradient(&huge, &rows);
    nine flat = network_times(1e-5);
    expect_gradient(&flat, &far);
    nine faint = first;
    for (int k = W2_BEGINS; k < W2_BEGINS + 2; k++)
        faint.all[k] *= 1e-9;
    expect_gradient(&faint, &rows);
}

const check checks[] = {forward_pass, gradient, NULL};
