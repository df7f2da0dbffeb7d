/* 04-digits.c: what chapter 4 quotes and draws and its program does not
   print. */
#include "04-digits/digits_run.h"
#include "04-digits/nearest.h"
#include "04-digits/softmax.h"
#include "helps.h"
#include "measure.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { STARTS = 20 };

/* Three logits by hand: their exponentials and probabilities, as they are
   and with 1,000 added and the largest taken away; the slope at the last
   where that is right; and the largest logit that has an exponential. */
static void softmax_draw(const output_file *file, const output_file *values)
{
    enum { N = 3, LAST = N - 1 };
    static const double z[N] = {0.2, -0.7, 0.5};
    static const double raised[N] = {1000.2, 999.3, 1000.5};
    double p[N], q[N], slopes[N], sum = 0.0, sum_less = 0.0;
    softmax_loss(z, N, LAST, p);
    softmax_loss(raised, N, LAST, q);
    softmax_loss_slope(p, N, LAST, slopes);
    fprintf(file->stream,
            "# z, its exponential, the probability; z less "
            "the largest, its exponential, the probability\n");
    for (int k = 0; k < N; k++) {
        const double less = z[k] - z[LAST];
        sum += exp(z[k]);
        sum_less += exp(less);
        value_write_at(values, "softmax.exp", k, exp(z[k]));
        value_write_at(values, "softmax.p", k, p[k]);
        fprintf(file->stream, "%.6g %.6g %.6g %.6g %.6g %.6g\n", z[k],
                exp(z[k]), p[k], less, exp(less), q[k]);
    }
    value_write_at(values, "softmax.slope", LAST, slopes[LAST]);
    value_write(values, "softmax.sum", sum);
    value_write(values, "softmax.sum-less", sum_less);
    value_write(values, "exp.last", log(DBL_MAX));
}

/* The pixels of a row of the data, a line each, as those of a picture. */
static void image_draw(const output_file *file, int picture, size_t n)
{
    const unsigned char *const image = digits.numbers + n * COLUMNS;
    for (int i = 0; i < PIXELS; i++)
        fprintf(file->stream, "%d %d %d %d\n", picture, i % EDGE, i / EDGE,
                image[i]);
}

/* The first three of each digit; picture 10 r + d is the digit d. */
static void sheet_draw(const output_file *file)
{
    enum { EACH = 3 };
    int drawn[CLASSES] = {0};
    fprintf(file->stream, "# picture, column, row, ink\n");
    for (size_t n = 0; n < (size_t)digits.rows; n++) {
        const int label = digit_at(n);
        if (drawn[label] < EACH)
            image_draw(file, CLASSES * drawn[label]++ + label, n);
    }
}

/* How a row was answered. */
typedef struct {
    size_t row;
    int label, answer;
    int likelier; /* how many classes got more than the right one */
    double p_label, p_answer;
} answered;

static answered row_answer(training *t, size_t n)
{
    double p[CLASSES];
    answered a = {.row = n, .label = digit_row(&digits, n, t->pass.a[0])};
    mlp_forward(&t->net, &t->pass);
    softmax_loss(t->pass.a[t->net.depth], CLASSES, a.label, p);
    a.answer = largest(p, CLASSES);
    a.p_label = p[a.label];
    a.p_answer = p[a.answer];
    for (int k = 0; k < CLASSES; k++)
        a.likelier += p[k] > p[a.label];
    return a;
}

/* The worst first: its right class got the least probability. */
static int answered_compare(const void *a, const void *b)
{
    const double x = ((const answered *)a)->p_label;
    const double y = ((const answered *)b)->p_label;
    return (x > y) - (x < y);
}

/* How many answers are sure, of them how many wrong, and how many rows have
   their right class among the two likeliest. */
static void sure_write(const output_file *values, const answered all[],
                       size_t n)
{
    double sure = 0.0, sure_wrong = 0.0, top_two = 0.0;
    for (size_t i = 0; i < n; i++) {
        sure += all[i].p_answer > 0.9;
        sure_wrong += all[i].p_answer > 0.9 && all[i].likelier > 0;
        top_two += all[i].likelier < 2;
    }
    value_write(values, "sure", sure);
    value_write(values, "sure.wrong", sure_wrong);
    value_write(values, "top-two", top_two);
}

/* How the rows to test are answered, and the worst of them. */
static void mistakes_draw(digits_run *r, const output_file *file,
                          const output_file *values)
{
    enum { SHOWN = 8 };
    answered all[TESTED_MOST];
    for (size_t n = 0; n < r->s.test; n++)
        all[n] = row_answer(&r->t, r->s.rows[r->s.train + n]);
    sure_write(values, all, r->s.test);
    qsort(all, r->s.test, sizeof all[0], answered_compare);
    fprintf(file->stream, "# row, digit, answer, their probabilities\n");
    for (int i = 0; i < SHOWN; i++)
        fprintf(file->stream, "%zu %d %d %.6g %.6g\n", all[i].row + 1,
                all[i].label, all[i].answer, all[i].p_label,
                all[i].p_answer);
    fprintf(file->stream, "\n\n# picture, column, row, ink\n");
    for (int i = 0; i < SHOWN; i++)
        image_draw(file, i, all[i].row);
}

/* The weights of each hidden unit, as parts of the largest of all. */
static void units_draw(const mlp *net, const output_file *file)
{
    double most = 0.0;
    for (int k = 0; k < PIXELS * net->units[1]; k++)
        most = fmax(most, fabs(net->W[1][k]));
    fprintf(file->stream, "# unit, column, row, weight\n");
    for (int k = 0; k < net->units[1]; k++)
        for (int i = 0; i < PIXELS; i++)
            fprintf(file->stream, "%d %d %d %.6g\n", k, i % EDGE, i / EDGE,
                    net->W[1][i * net->units[1] + k] / most);
}

/* In how many of some rows pixel i has ink. */
static int rows_inked(const size_t rows[], size_t size, size_t i)
{
    int inked = 0;
    for (size_t n = 0; n < size; n++)
        inked += digits.numbers[rows[n] * COLUMNS + i] > 0;
    return inked;
}

/* How many pixels have no ink in any row to train on, how many have ink in
   few; and how far the weights of those few have moved from their start,
   and those of the pixels with more, as root mean squares. */
static void moved_write(const output_file *values, const digits_run *r,
                        const mlp *start)
{
    enum { NONE, FEW, MORE, FEW_ROWS = 50 };
    const mlp *const net = &r->t.net;
    double pixels[3] = {0.0}, squares[3] = {0.0};
    for (int i = 0; i < PIXELS; i++) {
        const int inked = rows_inked(r->s.rows, r->s.train, (size_t)i);
        const int kind = inked == 0 ? NONE : inked < FEW_ROWS ? FEW : MORE;
        pixels[kind]++;
        for (int k = i * net->units[1]; k < (i + 1) * net->units[1]; k++)
            squares[kind] += pow(net->W[1][k] - start->W[1][k], 2.0);
    }
    value_write(values, "pixels.none", pixels[NONE]);
    value_write(values, "pixels.few", pixels[FEW]);
    value_write(values, "moved.few",
                sqrt(squares[FEW] / pixels[FEW] / net->units[1]));
    value_write(values, "moved.more",
                sqrt(squares[MORE] / pixels[MORE] / net->units[1]));
}

/* The default run: what it gets wrong at the end, and what its hidden units
   look at. */
static bool default_draw(const output_file *mistakes,
                         const output_file *units,
                         const output_file *values)
{
    enum { EPOCHS = 40 };
    const digits_plan plan = digits_plan_usual();
    digits_run start, r;
    bool begun = digits_run_begin(&start, &plan, 1, NULL);
    begun = digits_run_begin(&r, &plan, 1, NULL) && begun;
    for (int epoch = 0; begun && epoch < EPOCHS; epoch++)
        training_epoch(&r.t);
    if (begun) {
        mistakes_draw(&r, mistakes, values);
        units_draw(&r.t.net, units);
        moved_write(values, &r, &start.t.net);
    }
    digits_run_free(&start);
    digits_run_free(&r);
    return begun;
}

/* The loss before the first step, in the mean of many starts. */
static bool first_write(const output_file *values)
{
    enum { FIRST = 100 };
    const digits_plan plan = digits_plan_usual();
    digits_run r;
    training *const t = &r.t;
    double sum = 0.0;
    bool begun = true;
    for (uint64_t seed = 1; begun && seed <= FIRST; seed++) {
        begun = digits_run_begin(&r, &plan, seed, NULL);
        if (begun)
            sum += evaluate(&t->net, t->data, t->rows, t->count, &t->pass,
                            NULL)
                       .loss;
        digits_run_free(&r);
    }
    value_write(values, "first.starts", FIRST);
    value_write(values, "first.mean", sum / FIRST);
    return begun;
}

/* How many steps on the first eight rows, all at once, until their loss is
   below a hundredth. */
static bool heart_write(const output_file *values)
{
    enum { HEART = 8 };
    const digits_plan plan = digits_plan_usual();
    digits_run r;
    training *const t = &r.t;
    const bool begun = digits_run_begin(&r, &plan, 1, NULL);
    double steps = 0.0;
    while (begun && batch_gradient(&t->net, t->data, t->rows, HEART,
                                   &t->pass, &t->gradient) >= 0.01) {
        t->by.step(&t->by, &t->seen, t->net.count, t->net.all,
                   t->gradient.all);
        steps++;
    }
    value_write(values, "heart", steps);
    digits_run_free(&r);
    return begun;
}

/* How many rows the nearest neighbour gets right in some splits whose rows
   were shuffled before they were cut in two, and the share in their mean;
   and how many products an answer takes, of it and of the network. */
static bool nearest_draw(const output_file *file, const output_file *values)
{
    double shares = 0.0;
    split s = {.rows = NULL};
    bool whole = true;
    fprintf(file->stream, "# right, of the nearest neighbour, by split\n");
    for (uint64_t seed = 1; whole && seed <= STARTS; seed++) {
        int right = 0;
        s = split_new(SPLIT_SHUFFLED, &digits, seed);
        whole = s.rows != NULL;
        for (size_t n = s.train; whole && n < s.train + s.test; n++)
            right += nearest_digit(&digits, s.rows, s.train, s.rows[n]) ==
                     digit_at(s.rows[n]);
        fprintf(file->stream, "%d\n", right);
        shares += (double)right / (double)s.test;
        split_free(&s);
    }
    value_write(values, "nearest.mean", shares / STARTS);
    value_write(values, "cost.products", (double)(s.train * PIXELS));
    value_write(values, "cost.network", PIXELS * 32 + 32 * CLASSES);
    return whole;
}

/* The size of the gradient of each layer's weights before the first step;
   of many starts the mean. */
static bool sizes_measure(const digits_plan *plan, double sizes[])
{
    bool begun = true;
    digits_run r;
    training *const t = &r.t;
    for (uint64_t seed = 1; begun && seed <= STARTS; seed++) {
        begun = digits_run_begin(&r, plan, seed, NULL);
        if (begun)
            batch_gradient(&t->net, t->data, t->rows, t->count, &t->pass,
                           &t->gradient);
        for (int l = 1; begun && l <= plan->depth; l++)
            sizes[l] += layer_size(&t->gradient, l) / STARTS;
        digits_run_free(&r);
    }
    return begun;
}

/* A network of 16 units in each hidden layer, up to so many layers. */
static digits_plan deep_plan(int depth, activation hidden, mlp_init init)
{
    digits_plan plan = digits_plan_usual();
    plan.depth = depth;
    for (int l = 1; l < depth; l++)
        plan.units[l] = 16;
    plan.units[depth] = CLASSES;
    plan.hidden = hidden;
    plan.init = init;
    return plan;
}

/* Those sizes in networks of several depths, and of the deepest how many
   times that of the first layer that of the last is. */
static bool depth_draw(const output_file *file, const output_file *values)
{
    enum { DEEPEST = 6 };
    static const struct {
        const char *ratio;
        const activation *hidden;
        mlp_init init;
    } kinds[] = {{"depth.sigmoid.ratio", &sigmoid_units, MLP_GLOROT},
                 {"depth.tanh.ratio", &tanh_units, MLP_GLOROT},
                 {"depth.relu.ratio", &relu_units, MLP_HE}};
    fprintf(file->stream,
            "# layer, size of its gradient; a block for each number of "
            "hidden layers, 1, 3, 5, of each activation\n");
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        for (int depth = 2; depth <= DEEPEST; depth += 2) {
            const digits_plan plan =
                deep_plan(depth, *kinds[k].hidden, kinds[k].init);
            double sizes[DEPTH_MOST + 1] = {0.0};
            if (!sizes_measure(&plan, sizes))
                return false;
            for (int l = 1; l <= depth; l++)
                fprintf(file->stream, "%d %.6g\n", l, sizes[l]);
            fprintf(file->stream, "\n\n");
            if (depth == DEEPEST)
                value_write(values, kinds[k].ratio,
                            sizes[depth] / sizes[1]);
        }
    return true;
}

enum { VALUES, SOFTMAX, SHEET, MISTAKES, UNITS, NEAREST, DEPTH, FILES };

static bool all_write(const output_file files[])
{
    const output_file *const values = &files[VALUES];
    softmax_draw(&files[SOFTMAX], values);
    sheet_draw(&files[SHEET]);
    return default_draw(&files[MISTAKES], &files[UNITS], values) &&
           first_write(values) && heart_write(values) &&
           nearest_draw(&files[NEAREST], values) &&
           depth_draw(&files[DEPTH], values) && helps_measure(values);
}

int main(int argc, char *argv[])
{
    static const char *const names[FILES] = {
        "measure.values", "softmax.dat", "sheet.dat", "mistakes.dat",
        "units.dat",      "nearest.dat", "depth.dat"};
    return measure_main(argc, argv, "measure-04-digits", names, FILES,
                        all_write);
}
