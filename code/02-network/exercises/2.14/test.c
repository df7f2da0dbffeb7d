/* The checks of exercise 2.14. Both entries of W1 are nudged at once to
   see that the sum over the paths is the derivative; then that sum, as the
   chapter's backward pass has it, is what is right. Last, the step is to
   train a tied network on XOR. */
#include "answer.h"

#include "02-network/gradient.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

/* What stands in dL_du before each call. */
static const double before = 8.0;

typedef struct {
    network net;
    batch rows;
    network_pass p;
    double dL_dz2[ROWS];
} setting;

static void tie(network *net)
{
    memcpy(net->W1[1], net->W1[0], sizeof net->W1[0]);
}

/* A tied network, rows (behind the last there are numbers, too), and
   derivatives by z2 that no loss has given. */
static setting setting_draw(int size, double spread, random_stream *stream)
{
    setting s = {.net = network_start(INIT_NORMAL, stream),
                 .rows = {.size = ROWS}};
    for (int k = 0; k < PARAMETERS; k++)
        s.net.all[k] *= spread;
    tie(&s.net);
    for (int n = 0; n < ROWS; n++) {
        for (int i = 0; i < INPUTS; i++)
            s.rows.x[n][i] = random_normal(stream);
        s.rows.y[n] = random_uniform(stream);
        s.dL_dz2[n] = random_normal(stream);
    }
    network_forward(&s.net, &s.rows, &s.p);
    s.rows.size = size;
    return s;
}

/* A tied network as its three shared weights and the rest. */
typedef struct {
    network net;
    batch rows;
    double u[HIDDEN];
} nudged;

static double loss_at(const void *state)
{
    const nudged *at = state;
    network net = at->net;
    memcpy(net.W1[0], at->u, sizeof at->u);
    tie(&net);
    return network_loss(half_squares, &net, &at->rows);
}

static void the_sum_is_the_derivative(const setting *s)
{
    nudged at = {.net = s->net, .rows = s->rows};
    double dL_dz2[ROWS];
    network g;
    half_squares(&s->rows, &s->p, dL_dz2);
    network_backward(&s->net, &s->rows, &s->p, dL_dz2, &g);
    memcpy(at.u, s->net.W1[0], sizeof at.u);
    for (int j = 0; j < HIDDEN; j++) {
        const difference numeric =
            central_difference(loss_at, &at, &at.u[j], 1e-5);
        MUST_HOLD(relative_error(g.W1[0][j] + g.W1[1][j], numeric) < 1e-6);
    }
}

/* What mistakes make of the derivative by u[j], and the sizes of its
   terms, by which rounding goes. */
typedef enum {
    NO_W2,
    NO_SLOPE,
    INPUTS_MULTIPLIED,
    LAST_ROW,
    FOUR_ROWS,
    SIZES
} sum_kind;

static double sum_of(sum_kind kind, const setting *s, int j)
{
    const int size = kind == FOUR_ROWS ? ROWS : s->rows.size;
    double sum = 0.0;
    for (int n = kind == LAST_ROW ? size - 1 : 0; n < size; n++) {
        const double *x = s->rows.x[n], h = s->p.h[n][j];
        double term = s->dL_dz2[n];
        term *= kind == NO_W2 ? 1.0 : s->net.W2[j];
        term *= kind == NO_SLOPE ? 1.0 : kind == SIZES ? h : h * (1.0 - h);
        term *= kind == INPUTS_MULTIPLIED ? x[0] * x[1]
                : kind == SIZES           ? fabs(x[0]) + fabs(x[1])
                                          : x[0] + x[1];
        sum += kind == SIZES ? fabs(term) : term;
    }
    return sum;
}

static void expect_slope(const setting *s, const network *g,
                         const network *of_squares, int j, double typed)
{
    const double first = g->W1[0][j], second = g->W1[1][j];
    const double right = first + second;
    expect_left(
        text("dL_du[%d]", j),
        text("shared_slopes(&net, &rows, &p, dL_dz2, dL_du), where "
             "rows.size = %d and u[%d] = %g,",
             s->rows.size, j, s->net.W1[0][j]),
        typed, right, 1e-12 * sum_of(SIZES, s, j),
        SLIPS(
            {before, "it was not written to; are all three gone through?"},
            {before + right,
             "the right derivative, on top of what stood there before"},
            {first,
             "that is the path from the first input alone; where else does "
             "u[j] stand?"},
            {second, "that is the path from the second input alone; where "
                     "else does "
                     "u[j] stand?"},
            {right / 2.0, "that is the mean of the two paths; a nudge of "
                          "u[j] is felt on both at once"},
            {2.0 * right, "twice as large as it should be; is each path "
                          "taken once?"},
            {2.0 * first,
             "the path from the first input is taken twice; are the "
             "inputs of a row always equal?"},
            {2.0 * second,
             "the path from the second input is taken twice; are the "
             "inputs of a row always equal?"},
            {first - second, "one path is taken from the other; what does "
                             "the chain rule do where paths part?"},
            {first * second,
             "the two paths are multiplied with each other; "
             "what does the chain rule do where paths "
             "part?"},
            {sum_of(INPUTS_MULTIPLIED, s, j),
             "the two inputs are multiplied with each other; do they stand "
             "on the same path?"},
            {g->b1[j], "this stops at z1[j]; what is the slope of z1[j] by "
                       "u[j]?"},
            {2.0 * g->b1[j], "two paths, but the slope of z1[j] by u[j] is "
                             "not one on either"},
            {sum_of(LAST_ROW, s, j),
             "that is the last row alone; do the rows add up?"},
            {sum_of(FOUR_ROWS, s, j),
             "a batch may hold fewer than four rows; which of its members "
             "says how many?"},
            {right / s->rows.size, "that is the mean over the rows; the "
                                   "derivative is a sum over them"},
            {sum_of(NO_W2, s, j),
             "a weight is left out on the way back from z2 to h[j]"},
            {sum_of(NO_SLOPE, s, j), "the slope of the hidden sigmoid is "
                                     "left out on the way back to z1[j]"},
            {of_squares->W1[0][j] + of_squares->W1[1][j],
             "dL_dz2 is given and goes unused; this is the derivative of "
             "half the squares"},
            {-right, "the sign is turned over; a derivative is asked for, "
                     "not a step"}));
}

static void expect_slopes(const setting *s)
{
    const setting given = *s;
    /* one more than there are, to see who goes too far */
    double typed[HIDDEN + 1] = {before, before, before, before};
    double dL_dz2[ROWS];
    network g, of_squares;
    network_backward(&s->net, &s->rows, &s->p, s->dL_dz2, &g);
    half_squares(&s->rows, &s->p, dL_dz2);
    network_backward(&s->net, &s->rows, &s->p, dL_dz2, &of_squares);
    shared_slopes(&s->net, &s->rows, &s->p, s->dL_dz2, typed);
    if (typed[0] == TODO)
        unanswered("shared_slopes");
    for (int j = 0; j < HIDDEN; j++)
        expect_slope(&given, &g, &of_squares, j, typed[j]);
    if (typed[HIDDEN] != before)
        suspect("shared_slopes writes past the end of dL_du; how far does "
                "its loop go?");
    if (memcmp(&s->net, &given.net, sizeof given.net) != 0 ||
        memcmp(&s->p, &given.p, sizeof given.p) != 0 ||
        memcmp(s->dL_dz2, given.dL_dz2, sizeof given.dL_dz2) != 0)
        suspect(
            "shared_slopes has changed the network, the pass or dL_dz2, "
            "which are there to be read");
}

static void slopes_of_shared_weights(void)
{
    static const double spreads[] = {1.0, 0.01, 5.0, 40.0};
    random_stream stream = {1};
    for (int draw = 0; draw < 48; draw++) {
        setting s = setting_draw(ROWS - draw % ROWS, spreads[draw / 4 % 4],
                                 &stream);
        if (draw < ROWS)
            the_sum_is_the_derivative(&s);
        expect_slopes(&s);
        for (int n = 0; n < ROWS; n++)
            s.dL_dz2[n] *= draw % 3 == 0 ? 0.0 : draw % 3 == 1 ? 1e6 : 1e-6;
        expect_slopes(&s);
    }
}

/* A tied network before a step, and the chapter's gradient there. */
typedef struct {
    network net, g;
    double lr;
} standing;

static void expect_moved(const standing *b, int k, const char *call,
                         double typed)
{
    const int shared = k < INPUTS * HIDDEN, j = k % HIDDEN;
    const double old = b->net.all[k], lr = b->lr, own = b->g.all[k];
    const double first = b->g.W1[0][j], second = b->g.W1[1][j];
    const double slope = shared ? first + second : own;
    const double mean = shared ? slope / 2.0 : own;
    const double twice = shared ? slope + own : 2.0 * own;
    expect_left(
        text("net.%s", parameter_names[k]), call, typed, old - lr * slope,
        1e-12 * (fabs(old) + lr * (fabs(first) + fabs(second) + fabs(own))),
        SLIPS(
            {old, "it has not moved; are all parameters gone through, and "
                  "both places of each u?"},
            {old - lr * own, "each entry goes its own way, and the tie is "
                             "broken; whose derivative is one entry's?"},
            {old - lr * mean, "the mean of the two derivatives; both "
                              "entries are one number, and felt in both "
                              "places"},
            {old - lr * first, "it moves by the path from the first input "
                               "alone; by what is u[j] felt?"},
            {old - lr * second, "it moves by the path from the second "
                                "input alone; by what is u[j] felt?"},
            {old - lr * twice, "it moves more than once in one step: by "
                               "the sum, and by something else"},
            {old - 2.0 * lr * slope,
             "it moves twice as far as it should; is the step made once?"},
            {old + lr * slope,
             "this goes uphill; which way does a step of descent lead?"},
            {old - slope, "lr is left out of the step; by how much of the "
                          "derivative does it move?"},
            {-lr * slope, "the step stands in place of the parameter; "
                          "where does a step begin?"},
            {lr * slope, "the step stands in place of the parameter; "
                         "where does a step begin?"},
            {old - 0.5 * slope, "lr is typed in; which lr was the step "
                                "called with?"}));
}

static void expect_step(const network *net, const batch *rows, double lr,
                        network *typed)
{
    const batch given = *rows;
    standing b = {.net = *net, .lr = lr};
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, rows, &p);
    half_squares(rows, &p, dL_dz2);
    network_backward(net, rows, &p, dL_dz2, &b.g);
    tied_step(typed, rows, lr);
    if (typed->all[0] == TODO)
        unanswered("tied_step");
    for (int k = 0; k < PARAMETERS; k++)
        expect_moved(
            &b, k,
            text("tied_step(&net, &rows, %g), where rows.size = %d "
                 "and net.%s was %g,",
                 lr, rows->size, parameter_names[k], net->all[k]),
            typed->all[k]);
    if (memcmp(typed->W1[0], typed->W1[1], sizeof typed->W1[0]) != 0)
        suspect(
            "tied_step: the two rows of W1 differ in their last digits; "
            "is one number worked out in two ways?");
    if (memcmp(rows->x, given.x, sizeof given.x) != 0 ||
        memcmp(rows->y, given.y, sizeof given.y) != 0)
        suspect("tied_step has changed the rows, which are there to be "
                "read");
}

static void steps_keep_the_tie(void)
{
    static const double rates[] = {0.3, 2.0, 1e-3, 0.0};
    random_stream stream = {2};
    for (int draw = 0; draw < 24; draw++) {
        const setting s = setting_draw(ROWS - draw % ROWS, 1.0, &stream);
        network net = s.net;
        for (int step = 0; step < 5; step++) {
            const network start = net;
            expect_step(&start, &s.rows, rates[draw / 4 % 4], &net);
        }
    }
}

static bool solves_xor(const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    network_forward(net, &rows, &p);
    return rows_solved(&rows, &p);
}

static void xor_can_be_learned(void)
{
    const batch rows = xor_rows();
    random_stream stream = {1};
    network net = network_start(INIT_NORMAL, &stream);
    const network by_hand = {
        .W1 = {{20, 20, 0}, {20, 20, 0}},
        .b1 = {-10, -30, 0},
        .W2 = {20, -20, 0},
        .b2 = -10,
    };
    MUST_HOLD(solves_xor(&by_hand));
    tie(&net);
    for (int step = 0; step < 10000; step++)
        tied_step(&net, &rows, 0.5);
    if (!solves_xor(&net))
        suspect(
            "tied_step(&net, &rows, 0.5) again and again does not solve "
            "XOR; does a step depend on the steps before?");
}

static void steps_of_a_tied_network(void)
{
    steps_keep_the_tie();
    xor_can_be_learned();
}

const check checks[] = {slopes_of_shared_weights, steps_of_a_tied_network,
                        NULL};
