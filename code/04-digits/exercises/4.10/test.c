/* The checks of exercise 4.10: what is learnt has to stay the same, to the
   last bit, when the rows to test are changed. That it is learnt as before
   is seen beside the program without its leaks. */
#include "answer.h"

#include "03-adam/optimizer.h"
#include "04-digits/softmax.h"
#include "04-digits/training.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 300 };

/* The data of a check, which is a part of the digits, and how it is cut. */
static struct {
    unsigned char numbers[ROWS * COLUMNS];
    size_t rows[ROWS + 1]; /* the last leads far out */
    dataset d;
    split s;
} given;

static void give_digits(void)
{
    random_stream stream = {411};
    memcpy(given.numbers, digits.numbers, sizeof given.numbers);
    for (size_t n = 0; n < ROWS; n++) {
        given.rows[n] = n;
        given.numbers[n * COLUMNS] = (unsigned char)(n % 5);
    }
    given.rows[ROWS] = (size_t)1 << 30;
    random_shuffle(&stream, given.rows, ROWS);
    given.d = (dataset){ROWS, given.numbers};
    given.s = (split){given.rows, ROWS / 2, ROWS - ROWS / 2};
}

static unsigned char *row_to_test(size_t n)
{
    return given.numbers + given.rows[given.s.train + n] * COLUMNS;
}

static void change_labels(void)
{
    for (size_t n = 0; n < given.s.test; n++)
        row_to_test(n)[PIXELS] = (unsigned char)((row_to_test(n)[PIXELS] +
                                                  n % (CLASSES - 1) + 1) %
                                                 CLASSES);
}

static void change_pixels(void)
{
    for (size_t n = 0; n < given.s.test; n++)
        for (size_t i = 0; i < PIXELS; i++)
            row_to_test(n)[i] = (unsigned char)((n + i * i) % (INK + 1));
}

/* Means and factors. */
typedef struct {
    double mean[PIXELS], factor[PIXELS];
} scale;

/* Those of some rows, whose sums are divided by so many. */
static scale scale_of(const dataset *d, const size_t rows[], size_t size,
                      size_t by)
{
    scale s;
    double x[PIXELS], sum[PIXELS] = {0.0}, squares[PIXELS] = {0.0};
    for (size_t n = 0; n < size; n++) {
        digit_row(d, rows[n], x);
        for (int i = 0; i < PIXELS; i++) {
            sum[i] += x[i];
            squares[i] += x[i] * x[i];
        }
    }
    for (int i = 0; i < PIXELS; i++) {
        const double mean = sum[i] / (double)by;
        const double variance = squares[i] / (double)by - mean * mean;
        s.mean[i] = mean;
        s.factor[i] = variance > 1e-12 ? 1.0 / sqrt(variance) : 1.0;
    }
    return s;
}

/* Within a millionth; a variance is the difference of two sums. */
static bool alike(const double x[], const double y[], int n)
{
    double largest = 0.0, off = 0.0;
    for (int i = 0; i < n; i++) {
        largest = fmax(largest, fabs(y[i]));
        off = x[i] - y[i] == 0.0 ? off : fmax(off, fabs(x[i] - y[i]));
        if (isnan(x[i]))
            return false;
    }
    return off <= 1e-6 * largest;
}

/* The row's label; its inputs as they go in are left in x. */
static int row_of(const scale *by, const dataset *d, size_t n, double x[])
{
    const int label = digit_row(d, n, x);
    for (int i = 0; i < PIXELS; i++)
        x[i] = (x[i] - by->mean[i]) * by->factor[i];
    return label;
}

static size_t count_right(const mlp *net, const scale *by, const dataset *d,
                          const size_t rows[], size_t size)
{
    mlp_pass p = mlp_pass_new(net);
    size_t right = 0;
    for (size_t n = 0; n < size; n++) {
        const int label = row_of(by, d, rows[n], p.a[0]);
        mlp_forward(net, &p);
        right += largest(p.a[1], CLASSES) == label;
    }
    mlp_pass_free(&p);
    return right;
}

/* What a training comes to: the network at its end, and the one that did
   best on the rows to test. */
typedef struct {
    mlp last, best;
    size_t most_right;
} trained;

static trained train(const scale *by, const dataset *d, const split *s)
{
    static const optimizer adam = {adam_step, 0.02, 0.9, 0.999, 1e-7};
    const int units[] = {PIXELS, CLASSES};
    mlp net = mlp_new(1, units, sigmoid_units);
    mlp best = mlp_new(1, units, sigmoid_units);
    mlp gradient = mlp_new(1, units, sigmoid_units);
    mlp_pass p = mlp_pass_new(&net);
    const size_t bytes = (size_t)net.count * sizeof(double);
    moments seen = {.m = calloc(1, bytes), .v = calloc(1, bytes)};
    size_t most = 0;
    MUST_HOLD(net.all && best.all && gradient.all && p.all && seen.m &&
              seen.v);
    for (int e = 0; e < EPOCHS; e++) {
        memset(gradient.all, 0, bytes);
        for (size_t n = 0; n < s->train; n++) {
            const int label = row_of(by, d, s->rows[n], p.a[0]);
            mlp_forward(&net, &p);
            softmax_loss(p.a[1], CLASSES, label, p.delta[1]);
            softmax_loss_slope(p.delta[1], CLASSES, label, p.delta[1]);
            for (int k = 0; k < CLASSES; k++)
                p.delta[1][k] /= (double)s->train;
            mlp_backward(&net, &p, &gradient);
        }
        adam_step(&adam, &seen, net.count, net.all, gradient.all);
        const size_t right =
            count_right(&net, by, d, s->rows + s->train, s->test);
        if (right > most)
            memcpy(best.all, net.all, bytes);
        most = right > most ? right : most;
    }
    free(seen.m);
    free(seen.v);
    mlp_pass_free(&p);
    mlp_free(&gradient);
    return (trained){net, best, most};
}

static void trained_free(trained *t)
{
    mlp_free(&t->last);
    mlp_free(&t->best);
}

static learnt learnt_now(void)
{
    static unsigned char numbers[sizeof given.numbers];
    static size_t rows[ROWS];
    memcpy(numbers, given.numbers, sizeof numbers);
    memcpy(rows, given.rows, sizeof rows);
    const learnt l = learn(&given.d, &given.s);
    if (memcmp(numbers, given.numbers, sizeof numbers) != 0 ||
        memcmp(rows, given.rows, sizeof rows) != 0)
        suspect("learn has changed the data or the split, which belong to "
                "its caller");
    if (l.net.all == NULL || l.net.depth != 1 || l.net.units[0] != PIXELS ||
        l.net.units[1] != CLASSES)
        suspect("learn returned a network of other units than before");
    return l;
}

static scale scale_in(const learnt *l)
{
    scale s;
    memcpy(s.mean, l->mean, sizeof s.mean);
    memcpy(s.factor, l->factor, sizeof s.factor);
    return s;
}

/* What to suspect of numbers that are neither those of the rows to train
   on, nor those of all rows. */
static const char *scale_suspicion(const scale *got, const scale *right,
                                   const scale *of_all)
{
    const dataset *const d = &given.d;
    const split *const s = &given.s;
    const size_t train = s->train;
    size_t first[ROWS];
    for (size_t n = 0; n < ROWS; n++)
        first[n] = n;
    const scale of_test = scale_of(d, s->rows + train, s->test, s->test);
    const scale of_first = scale_of(d, first, train, train);
    const scale by_all = scale_of(d, s->rows, train, ROWS);
    const scale by_less = scale_of(d, s->rows, train, train - 1);
    const scale shorter = scale_of(d, s->rows, train - 1, train - 1);
    const bool means = alike(got->mean, right->mean, PIXELS);
    bool plain = true, whole = true;
    for (int i = 0; i < PIXELS; i++) {
        plain = plain && got->factor[i] == 1.0;
        whole = whole && got->mean[i] == 0.0;
    }
    if (means && alike(got->factor, of_all->factor, PIXELS))
        return "the means are those of the rows to train on; of which rows "
               "are the deviations?";
    if (alike(got->factor, right->factor, PIXELS) &&
        alike(got->mean, of_all->mean, PIXELS))
        return "the deviations are those of the rows to train on; of which "
               "rows are the means?";
    if (plain || whole)
        return "the pixels are no longer standardised; that mends a leak "
               "as giving up driving mends a brake";
    if (alike(got->mean, of_test.mean, PIXELS))
        return "these are the means of the rows to test alone";
    if (alike(got->mean, of_first.mean, PIXELS))
        return "these are the means of the first rows of the data; which "
               "rows does the split name?";
    if (alike(got->mean, by_all.mean, PIXELS))
        return "some rows are summed, and their sum is divided by the "
               "number of all";
    if (alike(got->mean, by_less.mean, PIXELS) ||
        alike(got->mean, shorter.mean, PIXELS))
        return "is a row left out, or one too few divided by?";
    if (means)
        return "the means are right; what are the factors?";
    return "what are they, and of which rows?";
}

static void what_goes_in(void)
{
    give_digits();
    const size_t train = given.s.train;
    const scale right = scale_of(&given.d, given.rows, train, train);
    const scale of_all = scale_of(&given.d, given.rows, ROWS, ROWS);
    learnt l = learnt_now();
    const scale got = scale_in(&l);
    mlp_free(&l.net);
    if (alike(got.mean, of_all.mean, PIXELS) &&
        alike(got.factor, of_all.factor, PIXELS))
        unanswered("a leak");
    for (int i = 0; i < PIXELS; i++)
        if (!(fabs(got.mean[i] - right.mean[i]) <= 1e-9) ||
            !(fabs(got.factor[i] - right.factor[i]) <=
              1e-6 * right.factor[i]))
            suspect("learn left mean[%d] = %.5g and factor[%d] = %.5g, "
                    "expected %.5g and %.5g: %s",
                    i, got.mean[i], i, got.factor[i], right.mean[i],
                    right.factor[i],
                    scale_suspicion(&got, &right, &of_all));
    change_pixels();
    learnt changed = learnt_now();
    const scale other = scale_in(&changed);
    mlp_free(&changed.net);
    if (memcmp(&got, &other, sizeof got) != 0)
        suspect("with other pixels in the rows to test, learn left another "
                "mean or factor; where do these rows come in?");
}

/* Whether two networks are the same to the last bit. */
static bool same_bits(const mlp *a, const mlp *b)
{
    return memcmp(a->all, b->all, (size_t)a->count * sizeof(double)) == 0;
}

static const char *count_suspicion(const learnt *l, const trained *t,
                                   const scale *by)
{
    const split *const s = &given.s;
    const size_t *const to_test = s->rows + s->train;
    const scale own = scale_of(&given.d, to_test, s->test, s->test);
    scale none = {.mean = {0.0}};
    for (int i = 0; i < PIXELS; i++)
        none.factor[i] = 1.0;
    if (l->right == t->most_right)
        return "that is the most that any epoch had; it says what the rows "
               "to test would like best, not what was kept";
    if (l->right == count_right(&l->net, by, &given.d, s->rows, s->train))
        return "that is how many of the rows to train on are answered "
               "rightly";
    if (l->right == count_right(&l->net, by, &given.d, s->rows, ROWS))
        return "that counts the rows to train on, too";
    if (l->right == count_right(&l->net, &own, &given.d, to_test, s->test))
        return "are the rows to test prepared with means and deviations of "
               "their own? What goes into the network is to mean what it "
               "meant in training";
    if (l->right == count_right(&l->net, &none, &given.d, to_test, s->test))
        return "do the rows to test go in as they are? What goes into the "
               "network is to mean what it meant in training";
    if (l->right == 0)
        return "is it counted at all, once the training is over?";
    return "which rows are counted, and with which parameters?";
}

/* The network that was learnt from the data as it is, beside those that
   the program with the leak comes to. */
static void expect_trained(const learnt *l, const trained *t,
                           const scale *by)
{
    const split *const s = &given.s;
    const size_t seen =
        count_right(&l->net, by, &given.d, s->rows, s->train);
    const size_t at_end =
        count_right(&t->last, by, &given.d, s->rows, s->train);
    const size_t right =
        count_right(&l->net, by, &given.d, s->rows + s->train, s->test);
    if (!alike(l->net.all, t->last.all, l->net.count) &&
        seen + s->train / 20 < at_end)
        suspect("learn returned a network that answers %zu of the %zu rows "
                "to train on, and at the end of its training it had %zu; "
                "which parameters are kept?",
                seen, s->train, at_end);
    if (l->right != right)
        suspect("learn returned right = %zu, and its network answers %zu "
                "of the rows to test: %s",
                l->right, right, count_suspicion(l, t, by));
}

static void what_is_kept(void)
{
    give_digits();
    learnt l = learnt_now();
    const scale by = scale_in(&l);
    trained t = train(&by, &given.d, &given.s);
    change_labels();
    learnt other = learnt_now();
    trained others = train(&by, &given.d, &given.s);
    MUST_HOLD(!same_bits(&t.best, &t.last) &&
              !same_bits(&others.best, &others.last) &&
              !same_bits(&t.best, &others.best));
    const bool moved = !same_bits(&l.net, &other.net);
    const bool as_it_came = alike(l.net.all, t.best.all, t.best.count) &&
                            l.right == t.most_right;
    const bool scaled = memcmp(&l, &other, sizeof l.mean) == 0;
    if (as_it_came)
        unanswered("a leak");
    const split everything = {given.s.rows, ROWS, 0};
    trained all = train(&by, &given.d, &everything);
    if (moved && alike(other.net.all, all.last.all, all.last.count))
        suspect("learn returned a network that was trained on all rows, "
                "those to test among them");
    trained_free(&all);
    if (moved)
        suspect("with other labels on the rows to test, learn returned "
                "another network%s; which of its decisions looks at them?",
                scaled ? "" : ", and other means");
    give_digits();
    expect_trained(&l, &t, &by);
    change_labels();
    expect_trained(&other, &others, &by);
    mlp_free(&l.net);
    mlp_free(&other.net);
    trained_free(&t);
    trained_free(&others);
}

/* What the solution says of all the digits. */
static void what_it_came_to(void)
{
    split s = split_new(SPLIT_FILE, &digits, 1);
    const size_t all = (size_t)digits.rows;
    const scale leaky = scale_of(&digits, s.rows, all, all);
    const scale right = scale_of(&digits, s.rows, s.train, s.train);
    trained with = train(&leaky, &digits, &s);
    trained without = train(&right, &digits, &s);
    const size_t *const to_test = s.rows + s.train;
    MUST_HOLD(fabs((double)with.most_right - 314.0) <= 1.0);
    MUST_HOLD(fabs((double)count_right(&without.last, &right, &digits,
                                       to_test, s.test) -
                   313.0) <= 1.0);
    trained_free(&with);
    trained_free(&without);
    split_free(&s);
    what_goes_in();
}

const check checks[] = {what_it_came_to, what_is_kept, NULL};
