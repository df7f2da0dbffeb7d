/* The checks of exercise 4.13, whose answer is a program: it is run on
   networks and data that it has not seen, and what it prints is compared
   with what the book's network makes of them. */
#include "03-adam/optimizer.h"
#include "04-digits/mlp.h"
#include "04-digits/softmax.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LAYERS = 8,  /* at most */
    WIDEST = 64, /* inputs, units, classes */
    ROWS = 100,
    COUNT = 200, /* parameters */
    RESULTS = 2 + 3 * COUNT,
    DIGITS = 10,  /* that are asked for */
    INPUT = 24000 /* bytes */
};
static const double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

/* How the input is laid out. */
typedef enum {
    PLAIN,    /* a row a line */
    SAVED,    /* the same with 17 digits */
    ONE_LINE, /* without a line break */
    COMMENTED /* with comments, empty lines, tabs */
} layout;

/* What a program is given. */
typedef struct {
    int depth, units[LAYERS + 1], count, rows;
    double theta[COUNT], x[ROWS][WIDEST];
    int label[ROWS];
    double nudge, lr;
    bool adam;
    int steps;
    layout as;
    bool far; /* a logit is about 1000 */
} task;

/* What it is to print: the loss, its derivatives, the slopes, the loss
   after training, the parameters. */
typedef struct {
    double all[RESULTS];
} results;

typedef enum { LOSS, DERIVATIVE, SLOPE, AFTER, PARAMETER } kind;

static kind kind_of(const task *t, int k)
{
    return k == 0                  ? LOSS
           : k <= t->count         ? DERIVATIVE
           : k <= 2 * t->count     ? SLOPE
           : k == 2 * t->count + 1 ? AFTER
                                   : PARAMETER;
}

static int result_count(const task *t)
{
    return 2 + 3 * t->count;
}

/* What is suspected of a program, in this order. First what the loss
   tells, */
typedef enum {
    LOSS_AFTER,
    COLUMNS,
    SUM_LOSS,
    LAST_LOSS,
    NO_BIASES,
    LINEAR_HIDDEN,
    TANH_HIDDEN,
    SIGMOID_OUTPUT,
    BASE_TWO,
    BASE_TEN,
    PROBABILITY,
    BINARY,
    SQUARED,
    FIRST_CLASS,
    /* what the derivatives tell, */
    UPHILL,
    SUM_GRADIENT,
    LAST_ROW,
    NO_SLOPE,
    SLOPE_TWICE_THROUGH,
    TANH_SLOPE,
    OUTPUT_SLOPE,
    P_ALONE,
    NO_WEIGHTS,
    DELTA_KEPT,
    LEFT_AT_ZERO,
    GRADIENT_AFTER,
    /* what the slopes tell, */
    COPIED,
    FORWARD,
    BACKWARD,
    NOT_HALVED,
    OTHER_NUDGE,
    NOT_PUT_BACK,
    /* what the loss after training tells, */
    STILL,
    ONE_FEWER,
    ONE_MORE,
    BIASES_STAY,
    OTHER_METHOD,
    LR_LEFT_OUT,
    STEPS_UPHILL,
    ROW_BY_ROW,
    NOT_EMPTIED,
    NEVER_EMPTIED,
    NUDGES_KEPT,
    STEPS_SUM,
    UNCORRECTED,
    FIRST_CORRECTION,
    NO_ROOT,
    BETAS_EXCHANGED,
    /* what it or the parameters tell, */
    LARGER_EPSILON,
    EPSILON_HAT,
    BOOKS_ADAM,
    UNDER_THE_ROOT,
    /* and what the parameters tell. */
    AT_START,
    MISTAKES,
    NOTHING = MISTAKES
} mistake;

static const mistake first_of[] = {[LOSS] = LOSS_AFTER,
                                   [DERIVATIVE] = UPHILL,
                                   [SLOPE] = COPIED,
                                   [AFTER] = STILL,
                                   [PARAMETER] = LARGER_EPSILON};

static const char *const suspicions[MISTAKES] = {
    [LOSS_AFTER] = "that is the loss after training; the loss of the "
                   "network as it stands comes first",
    [COLUMNS] = "are the matrices taken column by column? They stand row "
                "by row, a row for each unit that a weight comes from",
    [SUM_LOSS] = "that is a sum over the rows; this loss is their mean",
    [LAST_LOSS] = "that has the loss of the last row alone in it; does "
                  "each row add to it?",
    [NO_BIASES] = "are the biases read, and added in each layer?",
    [LINEAR_HIDDEN] = "the hidden units have a sigmoid; is their sum taken "
                      "for their activation?",
    [TANH_HIDDEN] = "the hidden units are sigmoids, and these are tanh",
    [SIGMOID_OUTPUT] = "do the logits go through a sigmoid before the "
                       "softmax? The last layer has none",
    [BASE_TWO] = "that is a logarithm to base two; which is the natural "
                 "one in C?",
    [BASE_TEN] = "that is a logarithm to base ten; which is the natural "
                 "one in C?",
    [PROBABILITY] = "that is the mean probability of the right class; its "
                    "logarithm is asked for",
    [BINARY] = "that is the cross-entropy of as many yes-or-no questions "
               "as there are classes; how many logarithms has a softmax?",
    [SQUARED] = "that is half a squared error; this loss is the "
                "cross-entropy",
    [FIRST_CLASS] = "is the class of each row read? That is what comes if "
                    "all are of class zero",
    [UPHILL] = "the sign is turned over; is it the probability less what "
               "is right, or the other way round?",
    [SUM_GRADIENT] = "that is the gradient of a sum over the rows; this "
                     "loss is their mean",
    [LAST_ROW] = "that is the last row's part alone; do the rows' "
                 "derivatives add up, or does each overwrite the one "
                 "before?",
    [NO_SLOPE] = "the way back from a hidden activation to its sum crosses "
                 "a sigmoid; is the slope of it there?",
    [SLOPE_TWICE_THROUGH] = "the slope of a hidden unit is taken as if its "
                            "activation were its sum; it has been through "
                            "the sigmoid already",
    [TANH_SLOPE] = "the slope of tanh is there; the hidden units are "
                   "sigmoids",
    [OUTPUT_SLOPE] = "a slope of the output is there that has cancelled "
                     "already; what does the loss have for its derivative "
                     "by a logit?",
    [P_ALONE] = "that is what comes of the probabilities alone; what is "
                "taken off for the right class?",
    [NO_WEIGHTS] = "the way back from unit to unit has a link; is that "
                   "link's weight there?",
    [DELTA_KEPT] = "does a delta have the sums of the unit or row before "
                   "in it? Where does its sum over the paths begin?",
    [LEFT_AT_ZERO] = "is left at zero; does every parameter get its "
                     "derivative?",
    [GRADIENT_AFTER] = "that is the derivative after training; asked is "
                       "the one at the start",
    [COPIED] = "that is the derivative by the chain rule once more; the "
               "check is to know nothing of it, and a nudge as long as "
               "this one shows",
    [FORWARD] = "that is the difference to a nudge up; the nudges are to "
                "go both ways",
    [BACKWARD] = "that is the difference to a nudge down; the nudges are "
                 "to go both ways",
    [NOT_HALVED] = "twice as steep as it is; how far apart are the two "
                   "losses?",
    [OTHER_NUDGE] = "that is the slope with another nudge; is the one of "
                    "the input used?",
    [NOT_PUT_BACK] = "are the parameters before this one put back after "
                     "their nudge?",
    [STILL] = "that is the loss before training; do the parameters move, "
              "and is the loss worked out anew?",
    [ONE_FEWER] = "that is one step too few; is the loss one that was "
                  "worked out before the last step?",
    [ONE_MORE] = "that is one step too many; where does the count of the "
                 "steps begin, and where does it end?",
    [BIASES_STAY] = "the weights are trained and the biases are not",
    [OTHER_METHOD] = "that is what the other of gd and adam makes of it; "
                     "is the word read?",
    [LR_LEFT_OUT] = "is the learning rate left out of the step?",
    [STEPS_UPHILL] = "the steps lead uphill; on which side of the slope is "
                     "downhill?",
    [ROW_BY_ROW] = "that is a step after each row; each step is to take "
                   "all rows",
    [NOT_EMPTIED] = "does a step begin with the gradient of the step "
                    "before? What empties it?",
    [NEVER_EMPTIED] = "is the gradient that was printed still in the first "
                      "step's? What empties it?",
    [NUDGES_KEPT] = "are the gradients of all the nudges still in the "
                    "first step's? What empties it?",
    [STEPS_SUM] = "the steps are along a sum over the rows; is the "
                  "gradient that was printed another?",
    [UNCORRECTED] = "Adam's averages are used as they are; both began at "
                    "zero, and what sets that right?",
    [FIRST_CORRECTION] = "Adam's corrections are those of the first step "
                         "in each; where does the number of the step come "
                         "in?",
    [NO_ROOT] = "is the root of Adam's second average taken?",
    [BETAS_EXCHANGED] = "are Adam's two betas exchanged?",
    [LARGER_EPSILON] = "that comes of an epsilon of 1e-7, the one of the "
                       "book's programs; which is asked for?",
    [EPSILON_HAT] = "epsilon is added to the root of v as it is, the form "
                    "of Keras; which v has its root taken in the paper's "
                    "form?",
    [BOOKS_ADAM] = "that is the Adam of the book's programs, the form of "
                   "Keras with its epsilon of 1e-7; which is asked for?",
    [UNDER_THE_ROOT] = "epsilon stands under the root; to what does the "
                       "paper add it?",
    [AT_START] = "that is the parameter as it was read; asked is the one "
                 "after training",
};

static double sigma(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

/* Where the matrix of layer l begins, and its biases. */
typedef struct {
    int W, b, end;
} place;

static place place_of(const task *t, int l)
{
    place p = {0, 0, 0};
    for (int m = 1; m <= l; m++) {
        p.W = p.end;
        p.b = p.W + t->units[m - 1] * t->units[m];
        p.end = p.b + t->units[m];
    }
    return p;
}

static bool is_bias(const task *t, int i)
{
    for (int l = 1; l <= t->depth; l++)
        if (i >= place_of(t, l).b && i < place_of(t, l).end)
            return true;
    return false;
}

/* One row's activations, and what it costs, with a mistake in it. */
typedef struct {
    double a[LAYERS + 1][WIDEST], p[WIDEST], loss;
} pass;

static pass forward_with(mistake m, const task *t, const double theta[],
                         int n)
{
    pass s;
    const int D = t->depth, classes = t->units[D];
    const int c = m == FIRST_CLASS ? 0 : t->label[n];
    memcpy(s.a[0], t->x[n], sizeof s.a[0]);
    for (int l = 1; l <= D; l++) {
        const place at = place_of(t, l);
        for (int k = 0; k < t->units[l]; k++) {
            double z = m == NO_BIASES ? 0.0 : theta[at.b + k];
            for (int j = 0; j < t->units[l - 1]; j++)
                z += s.a[l - 1][j] * theta[at.W + j * t->units[l] + k];
            s.a[l][k] = l == D ? (m == SIGMOID_OUTPUT ? sigma(z) : z)
                        : m == LINEAR_HIDDEN ? z
                        : m == TANH_HIDDEN   ? tanh(z)
                                             : sigma(z);
        }
    }
    s.loss = softmax_loss(s.a[D], classes, c, s.p);
    if (m == PROBABILITY)
        s.loss = s.p[c];
    if (m == BASE_TWO || m == BASE_TEN)
        s.loss /= log(m == BASE_TWO ? 2.0 : 10.0);
    if (m == BINARY || m == SQUARED)
        s.loss = 0.0;
    for (int k = 0; k < classes && (m == BINARY || m == SQUARED); k++) {
        const double off = k == c ? 1.0 - s.p[k] : s.p[k];
        s.loss += m == SQUARED ? off * off / 2.0 : -log1p(-off);
    }
    return s;
}

static double loss_with(mistake m, const task *t, const double theta[])
{
    double sum = 0.0;
    for (int n = m == LAST_LOSS ? t->rows - 1 : 0; n < t->rows; n++)
        sum += forward_with(m, t, theta, n).loss;
    return m == SUM_LOSS ? sum : sum / t->rows;
}

/* Adds what row n contributes. */
static void backward_with(mistake m, const task *t, const double theta[],
                          int n, double d[])
{
    const pass s = forward_with(NOTHING, t, theta, n);
    const int D = t->depth;
    double delta[WIDEST], before[WIDEST];
    for (int k = 0; k < t->units[D]; k++) {
        delta[k] = s.p[k];
        if (k == t->label[n] && m != P_ALONE)
            delta[k] -= 1.0;
        if (m == OUTPUT_SLOPE)
            delta[k] *= s.p[k] * (1.0 - s.p[k]);
    }
    for (int l = D; l > 0; l--) {
        const place at = place_of(t, l);
        const int to = t->units[l];
        double dL_da = 0.0;
        for (int k = 0; k < to; k++)
            d[at.b + k] += delta[k];
        for (int j = 0; j < t->units[l - 1]; j++) {
            const double a = s.a[l - 1][j];
            dL_da = m == DELTA_KEPT ? dL_da : 0.0;
            for (int k = 0; k < to; k++) {
                d[at.W + j * to + k] += a * delta[k];
                dL_da += delta[k] *
                         (m == NO_WEIGHTS ? 1.0 : theta[at.W + j * to + k]);
            }
            before[j] =
                dL_da * (m == NO_SLOPE              ? 1.0
                         : m == SLOPE_TWICE_THROUGH ? sigma(a) * sigma(-a)
                         : m == TANH_SLOPE          ? 1.0 - a * a
                                                    : a * (1.0 - a));
        }
        memcpy(delta, before, sizeof delta);
    }
}

static void gradient_with(mistake m, const task *t, const double theta[],
                          double d[])
{
    const double factor = m == UPHILL         ? -1.0
                          : m == SUM_GRADIENT ? t->rows
                          : m == LEFT_AT_ZERO ? 0.0
                                              : 1.0;
    memset(d, 0, (size_t)t->count * sizeof *d);
    for (int n = m == LAST_ROW ? t->rows - 1 : 0; n < t->rows; n++)
        backward_with(m, t, theta, n, d);
    for (int i = 0; i < t->count; i++)
        d[i] *= factor / t->rows;
}

/* The slope of the loss by parameter i. */
static double slope_with(mistake m, const task *t, int i)
{
    const double h = m == OTHER_NUDGE ? 1e-5 : t->nudge;
    double theta[COUNT];
    memcpy(theta, t->theta, sizeof theta);
    for (int k = 0; m == NOT_PUT_BACK && k < i; k++)
        theta[k] -= h;
    const double here = loss_with(NOTHING, t, theta);
    theta[i] = t->theta[i] + h;
    const double up = loss_with(NOTHING, t, theta);
    theta[i] = t->theta[i] - h;
    const double down = loss_with(NOTHING, t, theta);
    return m == FORWARD      ? (up - here) / h
           : m == BACKWARD   ? (here - down) / h
           : m == NOT_HALVED ? (up - down) / h
                             : (up - down) / (2.0 * h);
}

/* A step of gradient descent or Adam, along d. */
static void step_with(mistake m, const task *t, double theta[],
                      const double d[], moments *seen, int number)
{
    const bool adam = t->adam != (m == OTHER_METHOD);
    const double lr = m == LR_LEFT_OUT    ? 1.0
                      : m == STEPS_UPHILL ? -t->lr
                      : m == STILL        ? 0.0
                                          : t->lr;
    const bool turned = m == BETAS_EXCHANGED;
    const double b1 = turned ? beta2 : beta1, b2 = turned ? beta1 : beta2;
    const double e =
        m == LARGER_EPSILON || m == BOOKS_ADAM ? 1e-7 : epsilon;
    const bool hat = m == EPSILON_HAT || m == BOOKS_ADAM;
    for (int i = 0; i < t->count; i++) {
        const int at = m == FIRST_CORRECTION ? 1 : number;
        seen->m[i] = b1 * seen->m[i] + (1.0 - b1) * d[i];
        seen->v[i] = b2 * seen->v[i] + (1.0 - b2) * d[i] * d[i];
        const bool bare = m == UNCORRECTED;
        const double mhat = seen->m[i] / (bare ? 1.0 : 1.0 - pow(b1, at));
        const double vhat = seen->v[i] / (bare ? 1.0 : 1.0 - pow(b2, at));
        const double divisor =
            m == UNDER_THE_ROOT
                ? sqrt(vhat + e)
                : (m == NO_ROOT ? vhat : sqrt(vhat)) +
                      (hat ? e / sqrt(1.0 - pow(b2, at)) : e);
        if (m != BIASES_STAY || !is_bias(t, i))
            theta[i] -= lr * (adam ? mhat / divisor : d[i]);
    }
}

/* Adds the gradients at both ends of every nudge. */
static void nudges_add(const task *t, double d[])
{
    double theta[COUNT], more[COUNT];
    memcpy(theta, t->theta, sizeof theta);
    for (int n = 0; n < 2 * t->count; n++) {
        theta[n / 2] += n % 2 == 0 ? t->nudge : -t->nudge;
        gradient_with(NOTHING, t, theta, more);
        theta[n / 2] = t->theta[n / 2];
        for (int i = 0; i < t->count; i++)
            d[i] += more[i];
    }
}

static void train_with(mistake m, const task *t, double theta[])
{
    static double d[COUNT], old[COUNT], firsts[COUNT], seconds[COUNT];
    const bool never = m == NEVER_EMPTIED || m == NUDGES_KEPT;
    const int steps = t->steps - (m == ONE_FEWER) + (m == ONE_MORE);
    moments seen = {.m = firsts, .v = seconds};
    memset(old, 0, sizeof old);
    memset(firsts, 0, sizeof firsts);
    memset(seconds, 0, sizeof seconds);
    memcpy(theta, t->theta, sizeof t->theta);
    if (never)
        gradient_with(NOTHING, t, theta, old);
    if (m == NUDGES_KEPT)
        nudges_add(t, old);
    for (int s = 1; s <= steps; s++) {
        for (int n = 0; m == ROW_BY_ROW && n < t->rows; n++) {
            memset(d, 0, sizeof d);
            backward_with(NOTHING, t, theta, n, d);
            step_with(m, t, theta, d, &seen, (s - 1) * t->rows + n + 1);
        }
        if (m == ROW_BY_ROW)
            continue;
        gradient_with(m == STEPS_SUM ? SUM_GRADIENT : m, t, theta, d);
        for (int i = 0; i < t->count; i++)
            d[i] += never || m == NOT_EMPTIED ? old[i] : 0.0;
        memcpy(old, d, sizeof old);
        step_with(m, t, theta, d, &seen, s);
    }
}

/* The parameters as somebody reads them: matrices column by column. */
static task read_with(mistake m, const task *t)
{
    task r = *t;
    for (int l = 1; l <= t->depth; l++) {
        const place at = place_of(t, l);
        const int from = t->units[l - 1], to = t->units[l];
        for (int i = 0; m == COLUMNS && i < from * to; i++)
            r.theta[at.W + i % from * to + i / from] = t->theta[at.W + i];
    }
    return r;
}

/* Result k of a program with this mistake. */
static double result_with(mistake m, const task *given, int k)
{
    const task t = read_with(m, given);
    double theta[COUNT], d[COUNT];
    const kind of = kind_of(&t, k);
    if (of == SLOPE && m != COPIED)
        return slope_with(m, &t, k - 1 - t.count);
    if (of == AFTER || of == PARAMETER || m == LOSS_AFTER ||
        m == GRADIENT_AFTER)
        train_with(m, &t, theta);
    else
        memcpy(theta, t.theta, sizeof theta);
    if (of == LOSS || of == AFTER)
        return loss_with(m, &t, theta);
    gradient_with(m, &t, theta, d);
    return of == DERIVATIVE || of == SLOPE ? d[(k - 1) % t.count]
           : m == AT_START                 ? t.theta[k - 2 - 2 * t.count]
                                           : theta[k - 2 - 2 * t.count];
}

/* The book's own: its layers, its softmax, its Adam. */
static double book_gradient(const task *t, const mlp *net, mlp_pass *p,
                            mlp *gradient)
{
    const int D = t->depth, classes = t->units[D];
    double sum = 0.0;
    memset(gradient->all, 0, (size_t)t->count * sizeof(double));
    for (int n = 0; n < t->rows; n++) {
        memcpy(p->a[0], t->x[n], (size_t)t->units[0] * sizeof(double));
        mlp_forward(net, p);
        sum += softmax_loss(p->a[D], classes, t->label[n], p->delta[D]);
        softmax_loss_slope(p->delta[D], classes, t->label[n], p->delta[D]);
        for (int k = 0; k < classes; k++)
            p->delta[D][k] /= t->rows;
        mlp_backward(net, p, gradient);
    }
    return sum / t->rows;
}

static results results_right(const task *t)
{
    results r;
    double firsts[COUNT] = {0.0}, seconds[COUNT] = {0.0};
    mlp net = mlp_new(t->depth, t->units, sigmoid_units);
    mlp d = mlp_new(t->depth, t->units, sigmoid_units);
    mlp_pass p = mlp_pass_new(&net);
    const int count = t->count;
    MUST_HOLD(net.all && d.all && p.all && net.count == count);
    memcpy(net.all, t->theta, (size_t)count * sizeof(double));
    r.all[0] = book_gradient(t, &net, &p, &d);
    memcpy(r.all + 1, d.all, (size_t)count * sizeof(double));
    for (int i = 0; i < count; i++) {
        net.all[i] = t->theta[i] + t->nudge;
        const double up = book_gradient(t, &net, &p, &d);
        net.all[i] = t->theta[i] - t->nudge;
        const double down = book_gradient(t, &net, &p, &d);
        net.all[i] = t->theta[i];
        r.all[1 + count + i] = (up - down) / (2.0 * t->nudge);
    }
    const optimizer by = {t->adam ? adam_step_inside : gd_step, t->lr,
                          beta1, beta2, epsilon};
    moments seen = {.m = firsts, .v = seconds};
    for (int s = 0; s < t->steps; s++) {
        book_gradient(t, &net, &p, &d);
        by.step(&by, &seen, count, net.all, d.all);
    }
    r.all[1 + 2 * count] = book_gradient(t, &net, &p, &d);
    memcpy(r.all + 2 + 2 * count, net.all, (size_t)count * sizeof(double));
    mlp_free(&net);
    mlp_free(&d);
    mlp_pass_free(&p);
    return r;
}

/* How much a result may be off: by a few of its last digits, by what
   rounding makes of a difference, and by what training makes of that. */
static double allowed(const task *t, int k, double right, double loss)
{
    switch (kind_of(t, k)) {
    case SLOPE:
        return 1e-9 * fabs(right) + 4e-15 * (1.0 + loss) / t->nudge;
    case AFTER:
    case PARAMETER:
        return 1e-7 * fabs(right) + 1e-9;
    default:
        return 1e-9 * fabs(right) + 1e-12;
    }
}

static const char *parameter_name(const task *t, int i)
{
    for (int l = 1; l <= t->depth; l++) {
        const place at = place_of(t, l);
        const int to = t->units[l];
        if (i < at.b)
            return text("W%d[%d][%d]", l, (i - at.W) / to, (i - at.W) % to);
        if (i < at.end)
            return text("b%d[%d]", l, i - at.b);
    }
    return "?";
}

static const char *result_name(const task *t, int k)
{
    const char *parameter = parameter_name(t, (k - 1) % t->count);
    switch (kind_of(t, k)) {
    case LOSS:
        return "the loss";
    case DERIVATIVE:
        return text("dL/d%s", parameter);
    case SLOPE:
        return text("the slope by differences of %s", parameter);
    case AFTER:
        return "the loss after training";
    default:
        return text("%s after training",
                    parameter_name(t, k - 2 - 2 * t->count));
    }
}

/* A text that is written little by little. */
typedef struct {
    char *bytes;
    size_t used, room;
} writing;

static void write_on(writing *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void write_on(writing *w, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int n =
        vsnprintf(w->bytes + w->used, w->room - w->used, format, arguments);
    va_end(arguments);
    MUST_HOLD(n >= 0 && (size_t)n < w->room - w->used);
    w->used += (size_t)n;
}

/* One number, behind what stands between two in this layout. */
static void write_number(writing *w, layout as, double number, int i,
                         int columns)
{
    write_on(w, as == SAVED ? "%s%.17g" : "%s%g",
             as == ONE_LINE                  ? " "
             : as == COMMENTED && i % 2 == 1 ? "  \n\n#\n\t "
             : i % columns == 0              ? "\n "
                                             : "  ",
             number);
}

static void write_matrix(writing *w, layout as, const char *name,
                         const double numbers[], int rows, int columns)
{
    if (as == COMMENTED)
        write_on(w, "# %s 9 9: b3 7 7 rows 7\n\t%s\n%d %d #%d, of W3 7 7",
                 name, name, rows, columns, rows * columns);
    else
        write_on(w, "%s %d %d", name, rows, columns);
    for (int i = 0; i < rows * columns; i++)
        write_number(w, as, numbers[i], i, columns);
    write_on(w, as == ONE_LINE ? " " : "\n");
}

/* Writes what the program is given. */
static void task_write(writing *w, const task *t, layout as)
{
    const char *end = as == ONE_LINE ? " " : "\n";
    for (int l = 1; l <= t->depth; l++) {
        const place at = place_of(t, l);
        write_matrix(w, as, text("W%d", l), t->theta + at.W,
                     t->units[l - 1], t->units[l]);
        write_matrix(w, as, text("b%d", l), t->theta + at.b, 1,
                     t->units[l]);
    }
    write_on(w, "rows %d%s", t->rows,
             as == COMMENTED ? "# rows 3 nudge 9\n" : "");
    for (int n = 0; n < t->rows; n++) {
        for (int i = 0; i < t->units[0]; i++)
            write_number(w, as, t->x[n][i], i, t->units[0]);
        write_on(w, " %d", t->label[n]);
    }
    write_on(w, "%snudge %g%s%s %g%s%d\n", end, t->nudge, end,
             t->adam ? "adam" : "gd", t->lr,
             as == COMMENTED ? " # a rate, and steps: 3\n\n" : " ",
             t->steps);
    if (as == COMMENTED)
        write_on(w, "# nothing follows; gd 7 7\n");
}

/* What is said before what is wrong: how to run the same again. */
static const char *said_of(const task *t)
{
    static char said[INPUT];
    writing w = {said, 0, sizeof said};
    write_on(&w, "with the input \"");
    task_write(&w, t, ONE_LINE);
    w.used--; /* the last line break */
    write_on(&w, "\" (line breaks%s left out)",
             t->as == COMMENTED ? " and comments" : "");
    return said;
}

/* To be added where numbers are missing: the first word that is no number,
   and has one in it: a point before a digit, or all behind such a sign. */
static const char *glue_suspicion(const answer_output *o)
{
    for (size_t i = 0; i < o->length; i += strlen(o->bytes + i) + 1) {
        i += strspn(o->bytes + i, " \t\r\n\v\f");
        const char *const word = o->bytes + i;
        char *end;
        strtod(word, &end);
        for (const char *c = word; *end != '\0' && *c != '\0'; c++) {
            char *behind;
            strtod(c + 1, &behind);
            if ((*c == '.' && isdigit((unsigned char)c[1])) ||
                (strchr("=:[({", *c) && behind > c + 1 && *behind == '\0'))
                return text(" Or is one glued to another sign, as in "
                            "%.40s?",
                            word);
        }
    }
    return "";
}

static const char *count_suspicion(const task *t, int count)
{
    const int all = t->count;
    if (count == 0)
        return "a number counts where spaces or line breaks stand around "
               "it; x=7 is a word";
    if (count == 2 + 2 * all)
        return "are the slopes by differences there, and the trained "
               "parameters?";
    if (count == 1 + 3 * all || count == 3 * all)
        return "are both losses there?";
    if (count == 1 + all || count == 1 + 2 * all)
        return "does it go on after the gradient, or its check?";
    if (count < 2 + 3 * all)
        return "is one of the five results left out, or a part of one?";
    if (count == 2 + 4 * all)
        return "are the parameters printed before training, too?";
    return "what else is printed that is a number with spaces around it?";
}

/* Where somebody who prints the derivatives matrix by matrix, but column
   by column, has result k from. */
static int by_columns(const task *t, int k)
{
    const int all = t->count;
    const int i = k > 2 * all + 1 ? k - 2 - 2 * all : (k - 1) % all;
    for (int l = 1; l <= t->depth; l++) {
        const place at = place_of(t, l);
        const int from = t->units[l - 1], to = t->units[l];
        if (i >= at.W && i < at.b)
            return k - i + at.W + (i - at.W) % from * to +
                   (i - at.W) / from;
    }
    return k;
}

/* What to suspect of number k, which is x and is wrong. */
static const char *result_suspicion(const task *t, int k,
                                    const answer_numbers *found,
                                    const results *right)
{
    const double x = found->values[k];
    const char *const word = found->words[k];
    const double value = right->all[k], loss = right->all[0];
    const kind of = kind_of(t, k);
    if (!isfinite(x) && t->far)
        return "with smaller logits it went right; which exponential is "
               "too large for a double, or comes to nothing?";
    if (isnan(x))
        return "not a number; is a variable read before it has a value, or "
               "something divided by zero?";
    if (is_cut_short(word, value, DIGITS - 1))
        return text("right as far as it goes; which format prints %d "
                    "significant digits?",
                    DIGITS);
    for (mistake m = first_of[of]; m < (of == PARAMETER ? MISTAKES
                                        : of == AFTER   ? AT_START
                                                        : first_of[of + 1]);
         m++) {
        const bool copied = of == SLOPE && x == found->values[k - t->count];
        if ((m == COPIED && !copied) || (m == NO_WEIGHTS && x == 0.0))
            continue;
        const double wrong = result_with(m, t, k);
        const double within = allowed(t, k, wrong, loss);
        if (fabs(wrong - value) > 4.0 * within && fabs(x - wrong) <= within)
            return suspicions[m];
    }
    if (fabs(x - value) <= 1e-5 * fabs(value))
        return of == SLOPE ? "right in its first digits; is the nudge that "
                             "of the input, and nothing kept in a float?"
                           : "right in its first digits; is it found by "
                             "nudging, or kept in a float?";
    const int exchanged = of == LOSS || of == AFTER ? k : by_columns(t, k);
    if (exchanged != k && fabs(x - right->all[exchanged]) <=
                              allowed(t, k, right->all[exchanged], loss))
        return text("that is %s; they are asked for row by row",
                    result_name(t, exchanged));
    for (int other = 0; other < result_count(t); other++)
        if (agrees(x, right->all[other], 8) && right->all[other] != 0.0)
            return text("that is %s; in which order are they asked for?",
                        result_name(t, other));
    return of == LOSS         ? "follow one row forward; which number of "
                                "the input gets where?"
           : of == DERIVATIVE ? "go back over the paths from the loss to "
                                "this parameter, one factor at a time"
           : of == SLOPE      ? "which two losses are subtracted, and what "
                                "is their difference divided by?"
           : of == AFTER      ? "the gradient is right; what does one step "
                                "do with it?"
                              : "the loss after training is right; which "
                                "parameters are printed?";
}

/* What to suspect where a task that went right in the plain layout goes
   wrong in another. */
static const char *const layout_suspicions[] = {
    [SAVED] = "with fewer digits the same input went right; how does the "
              "program read a number?",
    [ONE_LINE] = "with line breaks the same input went right; does the "
                 "program count on lines?",
    [COMMENTED] = "without comments and empty lines the same input went "
                  "right; what happens at a #?",
};

/* What the last run was given, and what it printed. */
typedef struct {
    task t;
    results printed;
} last_run;

/* Whether two tasks differ in their layout alone. */
static bool same_but_layout(const task *a, const task *b)
{
    task c = *b;
    c.as = a->as;
    return a->as != b->as && memcmp(a, &c, sizeof c) == 0;
}

/* Ends the check if what the program makes of a task is wrong. */
static void expect_run(const task *t, last_run *before)
{
    static answer_output o;
    static answer_numbers found;
    static char input[INPUT];
    const results right = results_right(t);
    const int count = result_count(t);
    const size_t bytes = (size_t)count * sizeof(double);
    const char *known = NULL;
    writing w = {input, 0, sizeof input};
    task_write(&w, t, t->as);
    answer_feed(input, &o);
    if (same_but_layout(t, &before->t))
        known = layout_suspicions[t->as];
    const char *ending =
        answer_ending(&o, "on standard input", "the input",
                      "an array which is too small for this network");
    if (ending != NULL)
        suspect("%s: %s%s%s", said_of(t), ending, known != NULL ? " " : "",
                known != NULL ? known : "");
    answer_read(&o, &found);
    if (found.count != count)
        suspect("%s: it printed %d numbers, expected %d: %s%s", said_of(t),
                found.count, count,
                known != NULL ? known : count_suspicion(t, found.count),
                known == NULL && found.count < count ? glue_suspicion(&o)
                                                     : "");
    if (known == NULL && before->t.count == t->count &&
        memcmp(before->printed.all, found.values, bytes) == 0)
        known = "it printed the same for another input; does it read it?";
    for (int k = 0; k < count; k++) {
        const double x = found.values[k], value = right.all[k];
        if (fabs(x - value) <= allowed(t, k, value, right.all[0]))
            continue;
        suspect("%s: it printed %s for %s, expected %.*g: %s", said_of(t),
                found.words[k], result_name(t, k), DIGITS, value,
                known != NULL ? known
                              : result_suspicion(t, k, &found, &right));
    }
    before->t = *t;
    memcpy(before->printed.all, found.values, bytes);
}

/* A task whose numbers are whole multiples of a thousandth, so that a few
   digits are all of them. */
static task task_draw(uint64_t seed, int depth, const int units[], int rows,
                      double scale)
{
    random_stream r = {seed};
    task t;
    memset(&t, 0, sizeof t); /* what is between, too: it is compared */
    t.depth = depth;
    t.rows = rows;
    t.nudge = 0.01;
    for (int l = 0; l <= depth; l++)
        t.units[l] = units[l];
    t.count = place_of(&t, depth).end;
    MUST_HOLD(t.count <= COUNT);
    for (int i = 0; i < t.count; i++)
        t.theta[i] = round(1e3 * scale * random_normal(&r)) / 1e3;
    for (int n = 0; n < rows; n++) {
        for (int i = 0; i < units[0]; i++)
            t.x[n][i] = round(1e2 * random_normal(&r)) / 1e2;
        t.label[n] = (int)random_below(&r, (uint64_t)units[depth]);
    }
    /* Two classes at least, where there are two, and the last row's is not
       that of the one before. */
    for (int n = 1; n < rows && units[depth] > 1; n++)
        if (t.label[n] == t.label[n - 1])
            t.label[n] = (t.label[n] + 1) % units[depth];
    return t;
}

static task trained_by(task t, bool adam, double lr, int steps)
{
    t.adam = adam;
    t.lr = lr;
    t.steps = steps;
    return t;
}

static task laid_out(task t, layout as)
{
    t.as = as;
    return t;
}

/* The example of the exercise. */
static task example(void)
{
    static const double theta[] = {0.5, -1, 1, 0.25, 0.1, -0.2, 1,   -0.5,
                                   0.5, -1, 2, 0.25, 0,   0.1,  -0.1};
    static const double x[][2] = {{1, 0.5}, {0, -1}, {2, 1}};
    static const int label[] = {2, 0, 1};
    task t = task_draw(1, 2, (const int[]){2, 2, 3}, 3, 1.0);
    memcpy(t.theta, theta, sizeof theta);
    for (int n = 0; n < 3; n++) {
        memcpy(t.x[n], x[n], sizeof x[n]);
        t.label[n] = label[n];
    }
    const results r = results_right(&t);
    MUST_HOLD(agrees(r.all[0], 1.415760913, 10));
    MUST_HOLD(agrees(r.all[1], 0.06078931084, 10));
    MUST_HOLD(agrees(r.all[16], 0.06079075506, 10));
    t = trained_by(t, true, 0.05, 20);
    MUST_HOLD(agrees(results_right(&t).all[31], 0.9110423252, 10));
    return t;
}

/* The judge's mistakes are made in a program of its own, which is right
   without them. */
static void what_it_stands_on(const task *t)
{
    const results right = results_right(t);
    for (int k = 0; k < result_count(t); k++)
        MUST_HOLD(fabs(result_with(NOTHING, t, k) - right.all[k]) <=
                  allowed(t, k, right.all[k], right.all[0]));
}

static void every_task(void)
{
    static last_run before;
    before.t.as = COMMENTED;
    if (!answer_is_program())
        unanswered("the program, which begins at its main");
    const task first = example();
    const int one[] = {3, 4}, deep[] = {4, 5, 3, 2},
              odd[] = {1, 7, 1, 6, 3};
    const int sure[] = {2, 1}, narrow[] = {7, 2}, two[] = {3, 5, 4};
    const int wide[] = {64, 1, 64}, tower[] = {1, 1, 1, 1, 1, 1, 1, 1, 2};
    task far[5]; /* a logit of about 1000, or all about -1000 */
    for (int k = 0; k < 5; k++) {
        far[k] = task_draw(5, 1, one, 5, 1.0);
        far[k].far = true;
        for (int i = 0; i < 4; i++)
            if (i == k || k == 4)
                far[k].theta[place_of(&far[k], 1).b + i] =
                    k < 4 ? 1000.0 : -1000.0;
    }
    task fine = task_draw(9, 3, deep, 12, 1.0);
    fine.nudge = 0.001;
    const task tasks[] = {
        trained_by(first, false, 0.5, 20),
        first,
        laid_out(first, ONE_LINE),
        laid_out(first, SAVED),
        laid_out(first, COMMENTED),
        trained_by(first, true, 0.05, 1),
        trained_by(first, false, 0.5, 0),
        trained_by(task_draw(2, 1, one, 4, 1.0), false, 0.3, 40),
        trained_by(task_draw(3, 3, deep, 6, 1.5), true, 0.02, 30),
        trained_by(far[0], false, 0.5, 3),
        trained_by(far[1], true, 0.5, 2),
        trained_by(far[2], false, 0.5, 1),
        trained_by(far[3], true, 0.1, 4),
        trained_by(far[4], true, 0.1, 5),
        laid_out(trained_by(task_draw(6, 4, odd, 7, 2.0), true, 0.05, 60),
                 COMMENTED),
        trained_by(task_draw(7, 1, sure, 3, 1.0), false, 0.5, 4),
        laid_out(trained_by(task_draw(8, 1, narrow, 1, 0.5), true, 0.01, 9),
                 ONE_LINE),
        laid_out(trained_by(fine, false, 1.0, 100), SAVED),
        trained_by(task_draw(10, 2, two, 12, 3.0), true, 0.01, 150),
        trained_by(task_draw(11, 2, wide, 2, 1.0), false, 0.5, 2),
        trained_by(task_draw(12, 8, tower, 100, 1.5), true, 0.1, 20),
    };
    for (size_t i = 0; i < sizeof tasks / sizeof tasks[0]; i++) {
        what_it_stands_on(&tasks[i]);
        expect_run(&tasks[i], &before);
    }
}

const check checks[] = {every_task, NULL};
