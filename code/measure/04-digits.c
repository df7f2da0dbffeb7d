/* 04-digits.c: what chapter 4 quotes and draws and its program does not
   print. */
#include "03-adam/fit.h"
#include "04-digits/digits_run.h"
#include "04-digits/nearest.h"
#include "04-digits/softmax.h"
#include "helps.h"
#include "measure.h"
#include "plumbing/parallel.h"

#include <float.h>
#include <math.h>

enum { SIDE = 8, STARTS = 20, EPOCHS = 40 };

/* The default plan of the program. */
static digits_plan default_plan(void)
{
    digits_plan plan = {.data = &digits,
                        .depth = 2,
                        .units = {PIXELS, 32, CLASSES},
                        .hidden = sigmoid_units,
                        .by = fit_keras().optimizer,
                        .batch = 32,
                        .shuffled = true};
    plan.by.lr = 0.01;
    return plan;
}

/* Writes name.what = value. */
static void part_write(const output_file *values, const char *name,
                       const char *what, double value)
{
    char full[64];
    snprintf(full, sizeof full, "%s.%s", name, what);
    value_write(values, full, value);
}

/* The mean of some numbers, the least and the most. */
static void spread_write(const output_file *values, const char *name,
                         const double numbers[], int n)
{
    double sum = 0.0, least = HUGE_VAL, most = -HUGE_VAL;
    for (int i = 0; i < n; i++) {
        sum += numbers[i];
        least = fmin(least, numbers[i]);
        most = fmax(most, numbers[i]);
    }
    part_write(values, name, "mean", sum / n);
    part_write(values, name, "least", least);
    part_write(values, name, "most", most);
}

/* Three logits by hand: their exponentials and probabilities, as they are
   and with the largest taken away, what each would cost as the right one,
   the slopes where the last is right, and the Jacobian; and the largest
   logit that has an exponential. */
static void softmax_draw(const output_file *file, const output_file *values)
{
    enum { N = 3 };
    static const double z[N] = {0.2, -0.7, 0.5};
    double p[N], raised[N], q[N], slopes[N];
    double sum = 0.0, sum_p = 0.0, sum_less = 0.0, apart = 0.0;
    for (int k = 0; k < N; k++) {
        raised[k] = z[k] + 1000.0;
        sum += exp(z[k]);
        sum_less += exp(z[k] - z[N - 1]);
    }
    for (int k = 0; k < N; k++)
        value_write_at(values, "softmax.loss", k, softmax_loss(z, N, k, p));
    softmax_loss(raised, N, 0, q);
    softmax_loss_slope(p, N, N - 1, slopes);
    fprintf(file->stream,
            "# z, its exponential, the probability; z less "
            "the largest, its exponential, the probability\n");
    for (int k = 0; k < N; k++) {
        const double less = z[k] - z[N - 1];
        value_write_at(values, "softmax.exp", k, exp(z[k]));
        value_write_at(values, "softmax.less", k, exp(less));
        value_write_at(values, "softmax.p", k, p[k]);
        value_write_at(values, "softmax.slope", k, slopes[k]);
        sum_p += p[k];
        apart = fmax(apart, fabs(p[k] - q[k]));
        fprintf(file->stream, "%.6g %.6g %.6g %.6g %.6g %.6g\n", z[k],
                exp(z[k]), p[k], less, exp(less), q[k]);
    }
    value_write(values, "softmax.sum", sum);
    value_write(values, "softmax.sum-less", sum_less);
    value_write(values, "softmax.whole", fabs(sum_p - 1.0));
    value_write(values, "softmax.apart", apart);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            char name[32];
            snprintf(name, sizeof name, "jacobian.%d.%d", i, j);
            value_write(values, name, p[i] * ((i == j) - p[j]));
        }
    value_write(values, "exp.last", log(DBL_MAX));
}

/* The pixels of a row of the data, a line each, as those of a picture. */
static void image_draw(const output_file *file, int picture, size_t n)
{
    const unsigned char *const image = digits.numbers + n * COLUMNS;
    for (int i = 0; i < PIXELS; i++)
        fprintf(file->stream, "%d %d %d %d\n", picture, i % SIDE, i / SIDE,
                image[i]);
}

/* The first three of each digit; picture 10 r + d is the digit d. */
static void sheet_draw(const output_file *file)
{
    enum { EACH = 3 };
    int drawn[CLASSES] = {0};
    fprintf(file->stream, "# picture, column, row, ink\n");
    for (int n = 0; n < digits.rows; n++) {
        const int label = digits.numbers[n * COLUMNS + PIXELS];
        if (drawn[label] < EACH)
            image_draw(file, CLASSES * drawn[label]++ + label, (size_t)n);
    }
}

/* How a row was answered. */
typedef struct {
    size_t row;
    int label, answer, second; /* the answer, and the next best */
    double p_label, p_answer;
} answered;

static answered row_answer(digits_run *r, size_t n)
{
    mlp_pass *const pass = &r->t.pass;
    double p[CLASSES];
    answered a = {.row = n, .label = digit_row(&digits, n, pass->a[0])};
    mlp_forward(&r->t.net, pass);
    softmax_loss(pass->a[r->t.net.depth], CLASSES, a.label, p);
    a.answer = largest(p, CLASSES);
    a.p_label = p[a.label];
    a.p_answer = p[a.answer];
    p[a.answer] = -1.0;
    a.second = largest(p, CLASSES);
    return a;
}

/* The rows to test that are answered worst: their right class gets the
   least probability. */
static void mistakes_draw(digits_run *r, const output_file *file,
                          const output_file *values)
{
    enum { SHOWN = 8 };
    answered worst[SHOWN] = {{0}};
    double sure = 0.0, sure_wrong = 0.0, top_two = 0.0;
    int shown = 0;
    for (size_t n = r->s.train; n < r->s.train + r->s.test; n++) {
        const answered a = row_answer(r, r->s.rows[n]);
        sure += a.p_answer > 0.9;
        sure_wrong += a.p_answer > 0.9 && a.answer != a.label;
        top_two += a.answer == a.label || a.second == a.label;
        int at = shown;
        for (; at > 0 && worst[at - 1].p_label > a.p_label; at--)
            if (at < SHOWN)
                worst[at] = worst[at - 1];
        if (at < SHOWN)
            worst[at] = a;
        if (shown < SHOWN)
            shown++;
    }
    value_write(values, "sure", sure);
    value_write(values, "sure.wrong", sure_wrong);
    value_write(values, "top-two", top_two);
    value_write(values, "worst.row", (double)worst[0].row + 1.0);
    value_write(values, "worst.p", worst[0].p_label);
    value_write(values, "worst.p-answer", worst[0].p_answer);
    fprintf(file->stream, "# row, digit, answer, their probabilities\n");
    for (int i = 0; i < SHOWN; i++)
        fprintf(file->stream, "%zu %d %d %.6g %.6g\n", worst[i].row + 1,
                worst[i].label, worst[i].answer, worst[i].p_label,
                worst[i].p_answer);
    fprintf(file->stream, "\n\n# picture, column, row, ink\n");
    for (int i = 0; i < SHOWN; i++)
        image_draw(file, i, worst[i].row);
}

/* The weights of each hidden unit, as parts of the largest of all. */
static void units_draw(const mlp *net, const output_file *file,
                       const output_file *values)
{
    double largest = 0.0;
    for (int k = 0; k < PIXELS * net->units[1]; k++)
        largest = fmax(largest, fabs(net->W[1][k]));
    value_write(values, "units.largest", largest);
    fprintf(file->stream, "# unit, column, row, weight\n");
    for (int k = 0; k < net->units[1]; k++)
        for (int i = 0; i < PIXELS; i++)
            fprintf(file->stream, "%d %d %d %.6g\n", k, i % SIDE, i / SIDE,
                    net->W[1][i * net->units[1] + k] / largest);
}

static score test_score(digits_run *r)
{
    training *const t = &r->t;
    return evaluate(&t->net, t->data, r->s.rows + r->s.train, r->s.test,
                    &t->pass, NULL);
}

/* The default run: where its loss on the rows to test is least, what it
   gets wrong at the end, and what its hidden units look at. */
static bool default_draw(const output_file *mistakes,
                         const output_file *units,
                         const output_file *values)
{
    const digits_plan plan = default_plan();
    digits_run r;
    const bool begun = digits_run_begin(&r, &plan, 1, NULL);
    score least = {.loss = HUGE_VAL};
    long at = 0;
    for (long epoch = 1; begun && epoch <= EPOCHS; epoch++) {
        training_epoch(&r.t);
        const score now = test_score(&r);
        if (now.loss < least.loss) {
            least = now;
            at = epoch;
        }
    }
    if (begun) {
        value_write(values, "least.epoch", (double)at);
        value_write(values, "least.loss", least.loss);
        value_write(values, "least.right", (double)least.right);
        mistakes_draw(&r, mistakes, values);
        units_draw(&r.t.net, units, values);
    }
    digits_run_free(&r);
    return begun;
}

/* How far a row's logits are from their mean, in the mean of the squares,
   over all rows to train on. */
static double logits_scatter(digits_run *r)
{
    const double *const z = r->t.pass.a[r->t.net.depth];
    double squares = 0.0;
    for (size_t n = 0; n < r->s.train; n++) {
        double mean = 0.0;
        digit_row(&digits, r->s.rows[n], r->t.pass.a[0]);
        mlp_forward(&r->t.net, &r->t.pass);
        for (int k = 0; k < CLASSES; k++)
            mean += z[k] / CLASSES;
        for (int k = 0; k < CLASSES; k++)
            squares += (z[k] - mean) * (z[k] - mean) / CLASSES;
    }
    return squares / (double)r->s.train;
}

/* The loss before the first step. */
enum { FIRST = 100 };
static struct {
    bool whole;
    double loss, scatter;
} firsts[FIRST];

static void first_work(void *state, size_t number)
{
    digits_run r;
    firsts[number].whole = digits_run_begin(&r, state, number + 1, NULL);
    if (firsts[number].whole) {
        training *const t = &r.t;
        firsts[number].loss =
            evaluate(&t->net, t->data, r.s.rows, r.s.train, &t->pass, NULL)
                .loss;
        firsts[number].scatter = logits_scatter(&r);
    }
    digits_run_free(&r);
}

static bool first_write(const output_file *values)
{
    digits_plan plan = default_plan();
    double loss[FIRST], scatter = 0.0;
    parallel_for(cores_online(), FIRST, first_work, &plan, "starts");
    for (int s = 0; s < FIRST; s++) {
        if (!firsts[s].whole)
            return false;
        loss[s] = firsts[s].loss;
        scatter += firsts[s].scatter / FIRST;
    }
    value_write(values, "first.starts", FIRST);
    spread_write(values, "first", loss, FIRST);
    value_write(values, "first.scatter", scatter);
    value_write(values, "first.expected", log(CLASSES) + scatter / 2.0);
    return true;
}

/* The default plan from one start: the loss on the rows to test after each
   epoch; at the last, how many are right of each half of them; and the most
   that were right at any. */
typedef struct {
    bool whole;
    double loss[EPOCHS + 1];
    long half[2], most;
} start;

static start starts[STARTS];

static void start_work(void *state, size_t number)
{
    start *const s = &starts[number];
    digits_run r;
    s->whole = digits_run_begin(&r, state, number + 1, NULL);
    if (s->whole) {
        training *const t = &r.t;
        const size_t half = r.s.test / 2;
        for (long epoch = 1; epoch <= EPOCHS; epoch++) {
            training_epoch(t);
            const score now = test_score(&r);
            s->loss[epoch] = now.loss;
            s->most = (long)now.right > s->most ? (long)now.right : s->most;
        }
        for (size_t h = 0; h < 2; h++)
            s->half[h] = (long)evaluate(&t->net, t->data,
                                        r.s.rows + r.s.train + h * half,
                                        half, &t->pass, NULL)
                             .right;
    }
    digits_run_free(&r);
}

/* The epoch after which the mean loss of all starts on the rows to test is
   least. */
static void turn_write(const output_file *values)
{
    double mean[EPOCHS + 1] = {HUGE_VAL};
    int least = 0;
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        for (int s = 0; s < STARTS; s++)
            mean[epoch] += starts[s].loss[epoch] / STARTS;
        if (mean[epoch] < mean[least])
            least = epoch;
    }
    value_write(values, "turn.epoch", least);
    value_write(values, "turn.loss", mean[least]);
    value_write(values, "turn.last", mean[EPOCHS]);
}

/* Of all starts, the one that does best on one half of the rows to test,
   there and on the other, beside the means of all. */
static void chosen_write(const output_file *values, const char *name,
                         int by)
{
    int best = 0;
    double mean[2] = {0.0};
    const double half = (digits.rows - digits.rows * 4 / 5) / 2;
    for (int s = 0; s < STARTS; s++) {
        if (starts[s].half[by] > starts[best].half[by])
            best = s;
        for (int h = 0; h < 2; h++)
            mean[h] += (double)starts[s].half[h] / half / STARTS;
    }
    part_write(values, name, "seed", best + 1.0);
    part_write(values, name, "seen", (double)starts[best].half[by] / half);
    part_write(values, name, "seen-mean", mean[by]);
    part_write(values, name, "unseen",
               (double)starts[best].half[1 - by] / half);
    part_write(values, name, "unseen-mean", mean[1 - by]);
}

static bool starts_write(const output_file *values)
{
    digits_plan plan = default_plan();
    double gain = 0.0;
    parallel_for(cores_online(), STARTS, start_work, &plan, "starts");
    for (int s = 0; s < STARTS; s++) {
        if (!starts[s].whole)
            return false;
        gain += (double)(starts[s].most - starts[s].half[0] -
                         starts[s].half[1]);
    }
    turn_write(values);
    chosen_write(values, "chosen", 0);
    chosen_write(values, "chosen-back", 1);
    value_write(values, "chosen.epoch", gain / STARTS);
    return true;
}

/* How many steps on the first eight rows, all at once, until their loss is
   below a hundredth; 0: no memory. */
static double heart_steps(uint64_t seed)
{
    enum { HEART = 8 };
    const digits_plan plan = default_plan();
    digits_run r;
    double steps = 0.0;
    if (digits_run_begin(&r, &plan, seed, NULL)) {
        training *const t = &r.t;
        while (batch_gradient(&t->net, t->data, t->rows, HEART, &t->pass,
                              &t->gradient) >= 0.01) {
            t->by.step(&t->by, &t->seen, t->net.count, t->net.all,
                       t->gradient.all);
            steps++;
        }
    }
    digits_run_free(&r);
    return steps;
}

static bool heart_write(const output_file *values)
{
    double steps[STARTS];
    for (int s = 0; s < STARTS; s++) {
        steps[s] = heart_steps((uint64_t)s + 1);
        if (steps[s] == 0.0)
            return false;
    }
    value_write(values, "heart", steps[0]);
    spread_write(values, "heart", steps, STARTS);
    return true;
}

/* The nearest neighbour where the rows were shuffled before they were cut
   in two: in each of twenty splits, how many are right. */
static long nearest_right[STARTS];

static void nearest_work(void *state, size_t number)
{
    split s = split_new(SPLIT_SHUFFLED, state, number + 1);
    nearest_right[number] = s.rows == NULL ? -1 : 0;
    for (size_t n = s.train; s.rows != NULL && n < s.train + s.test; n++)
        nearest_right[number] +=
            nearest_digit(&digits, s.rows, s.train, s.rows[n]) ==
            digits.numbers[s.rows[n] * COLUMNS + PIXELS];
    split_free(&s);
}

static bool nearest_draw(const output_file *file, const output_file *values)
{
    dataset all = digits;
    const int train = digits.rows * 4 / 5;
    double shares[STARTS];
    parallel_for(cores_online(), STARTS, nearest_work, &all, "splits");
    fprintf(file->stream, "# right, of the nearest neighbour, by split\n");
    for (int s = 0; s < STARTS; s++) {
        if (nearest_right[s] < 0)
            return false;
        shares[s] = (double)nearest_right[s] / (digits.rows - train);
        fprintf(file->stream, "%ld\n", nearest_right[s]);
    }
    spread_write(values, "nearest", shares, STARTS);
    const double products = PIXELS * 32 + 32 * CLASSES;
    value_write(values, "cost.numbers", train * COLUMNS);
    value_write(values, "cost.products", train * PIXELS);
    value_write(values, "cost.network", products);
    value_write(values, "cost.times", train * PIXELS / products);
    return true;
}

/* The size of the gradient of each layer's weights at a start, the root of
   the mean of the squares, and of the starts the mean. */
typedef struct {
    digits_plan plan;
    bool whole;
    double size[DEPTH_MOST + 1];
} sizes;

static void sizes_work(void *state, size_t number)
{
    sizes *const all = state;
    digits_run r;
    const bool begun = digits_run_begin(&r, &all->plan, number + 1, NULL);
    if (begun)
        batch_gradient(&r.t.net, &digits, r.s.rows, r.s.train, &r.t.pass,
                       &r.t.gradient);
    parallel_lock();
    all->whole = all->whole && begun;
    for (int l = 1; begun && l <= r.t.net.depth; l++) {
        const int n = r.t.net.units[l - 1] * r.t.net.units[l];
        double squares = 0.0;
        for (int k = 0; k < n; k++)
            squares += r.t.gradient.W[l][k] * r.t.gradient.W[l][k];
        all->size[l] += sqrt(squares / n) / STARTS;
    }
    parallel_unlock();
    digits_run_free(&r);
}

static bool depth_draw(const output_file *file, const output_file *values)
{
    static const struct {
        const char *name;
        const activation *hidden;
        mlp_init init;
    } kinds[] = {{"sigmoid", &sigmoid_units, MLP_GLOROT},
                 {"tanh", &tanh_units, MLP_GLOROT},
                 {"relu", &relu_units, MLP_HE}};
    bool whole = true;
    fprintf(file->stream,
            "# layer, size of its gradient; a block for each number of "
            "hidden layers, 1, 3, 5, of each activation\n");
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        for (int depth = 2; depth <= 6; depth += 2) {
            sizes s = {.plan = default_plan(), .whole = true};
            s.plan.depth = depth;
            for (int l = 1; l < depth; l++)
                s.plan.units[l] = 16;
            s.plan.units[depth] = CLASSES;
            s.plan.hidden = *kinds[k].hidden;
            s.plan.init = kinds[k].init;
            parallel_for(cores_online(), STARTS, sizes_work, &s, "starts");
            whole = whole && s.whole;
            for (int l = 1; l <= depth; l++)
                fprintf(file->stream, "%d %.6g\n", l, s.size[l]);
            fprintf(file->stream, "\n\n");
            if (depth == 6) {
                char name[32];
                snprintf(name, sizeof name, "depth.%s", kinds[k].name);
                part_write(values, name, "first", s.size[1]);
                part_write(values, name, "last", s.size[depth]);
                part_write(values, name, "ratio",
                           s.size[depth] / s.size[1]);
            }
        }
    return whole;
}

enum { VALUES, SOFTMAX, SHEET, MISTAKES, UNITS, NEAREST, DEPTH, FILES };

static bool all_write(const output_file files[])
{
    const output_file *const values = &files[VALUES];
    softmax_draw(&files[SOFTMAX], values);
    sheet_draw(&files[SHEET]);
    return default_draw(&files[MISTAKES], &files[UNITS], values) &&
           first_write(values) && starts_write(values) &&
           heart_write(values) && nearest_draw(&files[NEAREST], values) &&
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
