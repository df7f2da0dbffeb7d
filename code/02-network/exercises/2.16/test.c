/* The checks of exercise 2.16: the gradient by the chain rule, which has to
   agree with nudging, and what must not change it. */
#include "answer.h"

#include "01-neuron/check.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

enum { ALL = 25 };

/* The network as a list of its parameters, to draw and nudge them. */
typedef union {
    deep_network net;
    double all[ALL];
} list;
_Static_assert(sizeof(list) == ALL * sizeof(double), "no gap");

static const char *name(int p)
{
    enum { B1 = 6, W2 = 9, B2 = 18, W3 = 21, B3 = 24 };
    return p < B1   ? text("W1[%d][%d]", p / 3, p % 3)
           : p < W2 ? text("b1[%d]", p - B1)
           : p < B2 ? text("W2[%d][%d]", (p - W2) / 3, (p - W2) % 3)
           : p < W3 ? text("b2[%d]", p - B2)
           : p < B3 ? text("W3[%d]", p - W3)
                    : "b3";
}

/* What is suspected. */
typedef enum {
    LAST_ROW,
    ALWAYS_FOUR,
    MEAN,
    TWICE,
    UPHILL,
    LEFT_AT_ZERO,
    NO_OUTPUT_SLOPE,
    NO_W3,
    NO_SLOPE_2,
    NO_SLOPE_1,
    SLOPE_2_OF_1,
    BACK_TRANSPOSED,
    W2_TRANSPOSED,
    FIRST_PATH,
    LAST_PATH,
    MEAN_OF_PATHS,
    PATHS_PILE_UP,
    NO_W2,
    DERIVATIVES_TRANSPOSED,
    H2_BEFORE_W2,
    H1_BEFORE_W3,
    X_SWAPPED,
    W1_BY_COLUMNS,
    NO_B1,
    NO_B2,
    NO_B3,
    NO_SIGMOID_1,
    NO_SIGMOID_2,
    NO_SIGMOID_3,
    MISTAKES,
    NOTHING = MISTAKES
} mistake;

static const char *const suspicions[MISTAKES] = {
    [LAST_ROW] = "that is the last row alone; do the rows add up?",
    [ALWAYS_FOUR] = "a batch may hold fewer than four rows; which of its "
                    "members says how many?",
    [MEAN] = "that is the mean; the loss is a sum over the rows",
    [TWICE] = "twice as large as it should be; what does the half in the "
              "loss do to its derivative?",
    [UPHILL] = "the sign is turned over; which way round is the error?",
    [LEFT_AT_ZERO] = "is left at zero; does every parameter get its "
                     "derivative?",
    [NO_OUTPUT_SLOPE] = "the slope of the output's sigmoid is left out",
    [NO_W3] = "on the way back to the second layer a weight is left out",
    [NO_SLOPE_2] = "the slope of the second layer's sigmoids is left out",
    [NO_SLOPE_1] = "the slope of the first layer's sigmoids is left out",
    [SLOPE_2_OF_1] = "the slope in one layer is taken from the activation "
                     "in the other",
    [BACK_TRANSPOSED] = "the way back runs down a column of W2; which "
                        "weights leave a unit of the first layer?",
    [W2_TRANSPOSED] = "W2 is read the other way round; its first index is "
                      "the unit that a weight leaves",
    [FIRST_PATH] = "of the paths from a unit of the first layer only the "
                   "first is there; how many units hear it?",
    [LAST_PATH] = "of the paths from a unit of the first layer only the "
                  "last is left; does the loop add, or overwrite?",
    [MEAN_OF_PATHS] = "the paths are averaged; a unit that is heard three "
                      "times counts three times",
    [PATHS_PILE_UP] = "the sum over the paths still holds those of the "
                      "unit before; where does it begin?",
    [NO_W2] = "the deltas of the second layer are summed without their "
              "weights",
    [DERIVATIVES_TRANSPOSED] = "that is the derivative by the weight with "
                               "the two indices exchanged",
    [H2_BEFORE_W2] = "a weight of W2 multiplies an activation of the first "
                     "layer; which is taken?",
    [H1_BEFORE_W3] = "a weight of W3 multiplies an activation of the "
                     "second layer; which is taken?",
    [X_SWAPPED] = "is multiplied by the other input",
    [W1_BY_COLUMNS] = "the inputs meet each other's weights; the first "
                      "index of W1 is the input",
    [NO_B1] = "the bias of the first layer is left out on the way forward",
    [NO_B2] = "the bias of the second layer is left out on the way "
              "forward",
    [NO_B3] = "the bias of the output is left out on the way forward",
    [NO_SIGMOID_1] = "the first layer has sigmoids, too; are its sums "
                     "taken for activations?",
    [NO_SIGMOID_2] = "the second layer has sigmoids, too; are its sums "
                     "taken for activations?",
    [NO_SIGMOID_3] = "the output has a sigmoid, too; is its sum taken for "
                     "its activation?",
};

/* The sigmoid and its slope from its output. Those of the book are the
   answer's to call, or to have others of the same name. */
static double S(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double S_prime(double a)
{
    return a * (1.0 - a);
}

typedef struct {
    double h1[3], h2[3], yhat;
} pass;

static pass forward_with(mistake m, const deep_network *net,
                         const double x[2])
{
    pass p;
    double z3 = m == NO_B3 ? 0.0 : net->b3;
    for (int j = 0; j < 3; j++) {
        double z1 = m == NO_B1 ? 0.0 : net->b1[j];
        for (int i = 0; i < 2; i++)
            z1 += x[i] * net->W1[m == W1_BY_COLUMNS ? 1 - i : i][j];
        p.h1[j] = m == NO_SIGMOID_1 ? z1 : S(z1);
    }
    for (int k = 0; k < 3; k++) {
        double z2 = m == NO_B2 ? 0.0 : net->b2[k];
        for (int j = 0; j < 3; j++)
            z2 += p.h1[j] *
                  (m == W2_TRANSPOSED ? net->W2[k][j] : net->W2[j][k]);
        p.h2[k] = m == NO_SIGMOID_2 ? z2 : S(z2);
        z3 += p.h2[k] * net->W3[k];
    }
    p.yhat = m == NO_SIGMOID_3 ? z3 : S(z3);
    return p;
}

/* dL_dh1 for unit j; so_far has the sum of the unit before. */
static double paths_with(mistake m, const deep_network *net, int j,
                         const double dL_dz2[3], double so_far)
{
    double sum = m == PATHS_PILE_UP ? so_far : 0.0;
    for (int k = 0; k < 3; k++) {
        const bool turned = m == BACK_TRANSPOSED || m == W2_TRANSPOSED;
        const double W = m == NO_W2 ? 1.0
                         : turned   ? net->W2[k][j]
                                    : net->W2[j][k];
        if (m == LAST_PATH)
            sum = 0.0;
        if (m != FIRST_PATH || k == 0)
            sum += dL_dz2[k] * W;
    }
    return m == MEAN_OF_PATHS ? sum / 3.0 : sum;
}

/* Adds the derivatives of one row to d. */
static void row_with(mistake m, const deep_network *net, const double x[2],
                     double y, deep_network *d)
{
    const pass p = forward_with(m, net, x);
    const double dL_dz3 =
        (p.yhat - y) * (m == NO_OUTPUT_SLOPE ? 1.0 : S_prime(p.yhat));
    double dL_dz2[3], dL_dh1 = 0.0;
    d->b3 += dL_dz3;
    for (int k = 0; k < 3; k++) {
        const double a = m == SLOPE_2_OF_1 ? p.h1[k] : p.h2[k];
        d->W3[k] += dL_dz3 * (m == H1_BEFORE_W3 ? p.h1[k] : p.h2[k]);
        dL_dz2[k] = dL_dz3 * (m == NO_W3 ? 1.0 : net->W3[k]) *
                    (m == NO_SLOPE_2 ? 1.0 : S_prime(a));
        d->b2[k] += dL_dz2[k];
    }
    for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
            double *place =
                m == DERIVATIVES_TRANSPOSED || m == W2_TRANSPOSED
                    ? &d->W2[k][j]
                    : &d->W2[j][k];
            *place += dL_dz2[k] * (m == H2_BEFORE_W2 ? p.h2[j] : p.h1[j]);
        }
        dL_dh1 = paths_with(m, net, j, dL_dz2, dL_dh1);
        const double dL_dz1 =
            dL_dh1 * (m == NO_SLOPE_1 ? 1.0 : S_prime(p.h1[j]));
        d->b1[j] += dL_dz1;
        for (int i = 0; i < 2; i++)
            d->W1[i][j] +=
                dL_dz1 *
                x[m == X_SWAPPED || m == W1_BY_COLUMNS ? 1 - i : i];
    }
}

static list gradient_with(mistake m, const deep_network *net,
                          const batch *rows)
{
    list d = {.net = {.b3 = 0.0}};
    const int end = m == ALWAYS_FOUR ? ROWS : rows->size;
    const double factor = m == MEAN           ? 1.0 / rows->size
                          : m == TWICE        ? 2.0
                          : m == UPHILL       ? -1.0
                          : m == LEFT_AT_ZERO ? 0.0
                                              : 1.0;
    for (int n = m == LAST_ROW ? end - 1 : 0; n < end; n++)
        row_with(m, net, rows->x[n], rows->y[n], &d.net);
    for (int p = 0; p < ALL; p++)
        d.all[p] *= factor;
    return d;
}

/* The slips whose value for this parameter is another than the right one,
   and no message where their end is. Before is what the last call was to
   give. */
static const slip *slips_for(int p, double right, const list wrong[],
                             const list *before)
{
    static slip slips[MISTAKES + 2];
    int count = 0;
    for (int m = 0; m < MISTAKES; m++)
        if (!nearly_equal(wrong[m].all[p], right))
            slips[count++] = (slip){wrong[m].all[p], suspicions[m]};
    if (!nearly_equal(right + before->all[p], right))
        slips[count++] = (slip){right + before->all[p],
                                "the sums of the call before are still in "
                                "it; what empties them?"};
    slips[count].message = NULL;
    return slips;
}

/* The derivatives from the output's bias back to the first weight, so that
   what is wrong at the output is told of first. Given says what the call
   was given. */
static void expect_gradient(const char *given, const deep_network *net,
                            const batch *rows)
{
    static list before;
    const list right = gradient_with(NOTHING, net, rows);
    const deep_network same_net = *net;
    const batch same_rows = *rows;
    const list got = {.net = deep_gradient(net, rows)};
    list wrong[MISTAKES];
    double largest = 0.0;
    for (int m = 0; m < MISTAKES; m++)
        wrong[m] = gradient_with((mistake)m, net, rows);
    for (int p = 0; p < ALL; p++)
        largest = fmax(largest, fabs(right.all[p]));
    for (int p = ALL - 1; p >= 0; p--) {
        if (got.all[p] == TODO)
            unanswered("the derivative by %s", name(p));
        expect_result(
            text("deep_gradient(&net, &rows).%s, %s,", name(p), given),
            got.all[p], right.all[p], fmax(1e-12 * largest, 1e-15),
            slips_for(p, right.all[p], wrong, &before));
    }
    if (memcmp(&same_net, net, sizeof *net) != 0)
        suspect("deep_gradient(&net, &rows), %s, has changed net; asked is "
                "the gradient, and no step",
                given);
    if (memcmp(&same_rows, rows, sizeof *rows) != 0)
        suspect("deep_gradient(&net, &rows), %s, has changed rows, which "
                "it is to read only",
                given);
    before = right;
}

static list network_draw(random_stream *stream, double scale)
{
    list at;
    for (int p = 0; p < ALL; p++)
        at.all[p] = scale * random_normal(stream);
    return at;
}

/* A batch of so many rows. What stands behind them is nobody's row. */
static batch batch_draw(random_stream *stream, int size)
{
    batch rows = {.size = size};
    for (int n = 0; n < ROWS; n++) {
        for (int i = 0; i < 2; i++)
            rows.x[n][i] = n < size ? 2.0 * random_normal(stream) : 9.0;
        rows.y[n] = n < size ? random_uniform(stream) : 9.0;
    }
    return rows;
}

static void gradient(void)
{
    /* Those of exercise 2.15, where a reader can follow. */
    static deep_network by_hand = {
        .W1 = {{1, 0, -1}, {-1, 1, 0.5}},
        .b1 = {0, 0.5, 2},
        .W2 = {{1, -1, 2}, {-2, 1, 0.5}, {1, 3, -1}},
        .b2 = {0, -1, 0},
        .W3 = {2, -1, -2},
        .b3 = 0.5,
    };
    static batch its_row = {
        .size = 1,
        .x = {{1, 2}, {9, 9}, {9, 9}, {9, 9}},
        .y = {1, 9, 9, 9},
    };
    static const double scales[] = {1.0, 0.1, 2.0};
    static const list zeros;
    random_stream stream = {16};
    expect_gradient("for the network and the row of the exercise before",
                    &by_hand, &its_row);
    for (int s = 0; s < 3; s++)
        for (int size = 1; size <= ROWS; size++) {
            const list at = network_draw(&stream, scales[s]);
            const batch rows = batch_draw(&stream, size);
            expect_gradient(size == 1 ? "for a drawn network and one row"
                                      : text("for a drawn network and a "
                                             "batch of %d rows",
                                             size),
                            &at.net, &rows);
        }
    const batch rows = batch_draw(&stream, ROWS);
    expect_gradient("for a network of zeros", &zeros.net, &rows);
}

/* The network with its units of both hidden layers turned round by one
   place: the function is the same. */
static deep_network turned_round(const deep_network *net)
{
    deep_network t = *net;
    for (int j = 0; j < 3; j++) {
        const int to = (j + 1) % 3;
        t.W1[0][to] = net->W1[0][j];
        t.W1[1][to] = net->W1[1][j];
        t.b1[to] = net->b1[j];
        t.b2[to] = net->b2[j];
        t.W3[to] = net->W3[j];
        for (int k = 0; k < 3; k++)
            t.W2[to][(k + 1) % 3] = net->W2[j][k];
    }
    return t;
}

/* Hidden units have no order: where they change places, so do their
   derivatives, and nothing else happens. */
static void units_without_order(void)
{
    random_stream stream = {17};
    for (int draw = 0; draw < 5; draw++) {
        const list at = network_draw(&stream, 1.0);
        const batch rows = batch_draw(&stream, 3);
        const deep_network turned = turned_round(&at.net);
        const deep_network d = deep_gradient(&at.net, &rows);
        const list expected = {.net = turned_round(&d)};
        const list got = {.net = deep_gradient(&turned, &rows)};
        for (int p = ALL - 1; p >= 0; p--)
            if (d.b3 != TODO &&
                !(fabs(got.all[p] - expected.all[p]) <= 1e-12))
                suspect("where the hidden units of a layer change places, "
                        "their derivatives do not change places with "
                        "them: %s is %g, expected %g",
                        name(p), got.all[p], expected.all[p]);
    }
}

typedef struct {
    list at;
    const batch *rows;
} setting;

static double loss_at(const void *state)
{
    const setting *s = state;
    double loss = 0.0;
    for (int n = 0; n < s->rows->size; n++) {
        const double *x = s->rows->x[n];
        const double yhat = forward_with(NOTHING, &s->at.net, x).yhat;
        loss += (yhat - s->rows->y[n]) * (yhat - s->rows->y[n]) / 2.0;
    }
    return loss;
}

/* The judge's own gradient, by nudging. */
static void what_it_stands_on(void)
{
    random_stream stream = {18};
    const list at = network_draw(&stream, 1.0);
    const batch rows = batch_draw(&stream, 3);
    const list right = gradient_with(NOTHING, &at.net, &rows);
    setting nudged = {at, &rows};
    for (int p = 0; p < ALL; p++)
        MUST_HOLD(fabs(central_difference(loss_at, &nudged,
                                          &nudged.at.all[p], 1e-5)
                           .slope -
                       right.all[p]) < 1e-9);
}

static void gradient_of_two_layers(void)
{
    what_it_stands_on();
    gradient();
    units_without_order();
}

const check checks[] = {gradient_of_two_layers, NULL};
