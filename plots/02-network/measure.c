/* measure.c: the numbers behind the figures and the prose of chapter 2
   that its program does not print. Writes them into the folder named by
   its one argument: measure.values, and the .dat files that gnuplot
   draws. */
#include "01-neuron/neuron.h"
#include "02-network/gradient.h"
#include "02-network/survey.h"
#include "02-network/two_outputs.h"
#include "plumbing/messages.h"
#include "plumbing/parallel.h"

#include <math.h>
#include <stdlib.h>

static const descent right = {METHOD_GD, BUG_NONE, 0.5};
enum { EPOCHS = 10000 };

static void number_write(const output_file *values, const char *base, int k,
                         double number)
{
    char name[32];
    snprintf(name, sizeof name, "%s.%d", base, k);
    value_write(values, name, number);
}

/* The example worked by hand: the row 1, 1 with target 0 (code/02-network/
   worked.txt has the same parameters). */
static void row_write(const output_file *values)
{
    const network net = {.W1 = {{0.5, -0.4, 0.3}, {0.2, 0.6, -0.7}},
                         .b1 = {0.1, -0.2, 0.05},
                         .W2 = {0.4, -0.5, 0.6},
                         .b2 = -0.1};
    const batch row = {.size = 1, .x = {{1, 1}}, .y = {0}};
    network_pass p;
    double dL_dz2[ROWS];
    network d;
    network_forward(&net, &row, &p);
    value_write(values, "row.loss", half_squares(&row, &p, dL_dz2));
    network_backward(&net, &row, &p, dL_dz2, &d);
    value_write(values, "row.z2", p.z2[0]);
    value_write(values, "row.yhat", p.yhat[0]);
    value_write(values, "row.dyhat_dz2",
                sigmoid_prime_from_output(p.yhat[0]));
    value_write(values, "row.dL_dz2", dL_dz2[0]);
    for (int j = 0; j < HIDDEN; j++) {
        number_write(values, "row.z1", j, p.z1[0][j]);
        number_write(values, "row.h", j, p.h[0][j]);
        number_write(values, "row.dL_dW2", j, d.W2[j]);
        number_write(values, "row.dL_dh", j, dL_dz2[0] * net.W2[j]);
        number_write(values, "row.dh_dz1", j,
                     sigmoid_prime_from_output(p.h[0][j]));
        number_write(values, "row.dL_dz1", j, d.b1[j]);
    }
}

/* The two paths from Mazur's first hidden unit to the loss. */
static void paths_write(const output_file *values)
{
    const two_outputs net = mazur_network();
    const two_sample s = mazur_sample();
    const two_outputs_pass p = two_outputs_forward(&net, &s);
    const two_outputs d = two_outputs_backward(&net, &s, &p);
    value_write(values, "paths.delta.0", d.b2[0]);
    value_write(values, "paths.delta.1", d.b2[1]);
    value_write(values, "paths.0", d.b2[0] * net.W2[0][0]);
    value_write(values, "paths.1", d.b2[1] * net.W2[0][1]);
    value_write(values, "paths.sum",
                d.b2[0] * net.W2[0][0] + d.b2[1] * net.W2[0][1]);
}

/* One start of many, and what became of it. */
typedef struct {
    double loss;
    double apart; /* the farthest that an answer is from the notebook's */
    long left;    /* the first epoch with a loss below 0.45; -1: none */
    long broke;   /* below 1/4 */
    bool solved;
    bool both;  /* a hidden unit says yes to 11, and to neither 01 nor 10 */
    bool share; /* one says yes to 11 and 01, another to 11 and 10 */
} fate;

enum { STARTS = 20000 };
static fate fates[STARTS];

/* What the notebook printed. */
static const double notebook[ROWS] = {0.0148, 0.9801, 0.9899, 0.0173};

/* Does a hidden unit that lowers the answer say yes to the row 11, and to
   the rows 01 and 10 as told? */
static bool has_unit(const network *net, const network_pass *p, bool to_01,
                     bool to_10)
{
    for (int j = 0; j < HIDDEN; j++)
        if (net->W2[j] < 0.0 && p->h[3][j] > 0.5 &&
            (p->h[1][j] > 0.5) == to_01 && (p->h[2][j] > 0.5) == to_10)
            return true;
    return false;
}

static void fate_work(void *state, size_t number)
{
    (void)state;
    const batch rows = xor_rows();
    random_stream stream = {number + 1};
    network net = network_start(INIT_UNIFORM, &stream);
    fate f = {.left = -1, .broke = -1};
    for (long epoch = 0; epoch < EPOCHS; epoch++) {
        const double loss =
            f.broke < 0 ? network_loss(half_squares, &net, &rows) : 0.0;
        if (f.left < 0 && loss < 0.45)
            f.left = epoch;
        if (f.broke < 0 && loss < 0.25)
            f.broke = epoch;
        descent_epoch(&right, &net, &rows, &stream);
    }
    network_pass p;
    network_forward(&net, &rows, &p);
    f.loss = network_loss(half_squares, &net, &rows);
    f.solved = network_solves(&net, &rows);
    for (int n = 0; n < ROWS; n++)
        f.apart = fmax(f.apart, fabs(p.yhat[n] - notebook[n]));
    f.both = has_unit(&net, &p, false, false);
    f.share =
        has_unit(&net, &p, true, false) && has_unit(&net, &p, false, true);
    fates[number] = f;
}

static int double_compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double notebook_loss(void)
{
    const batch rows = xor_rows();
    double loss = 0.0;
    for (int n = 0; n < ROWS; n++)
        loss += half_square(notebook[n], rows.y[n]);
    return loss;
}

/* How many starts end at the notebook's result, to within two units of
   its last digit, and which is the first. */
static void twins_write(const output_file *values)
{
    long twins = 0, first = 0;
    for (int s = STARTS - 1; s >= 0; s--)
        if (fates[s].apart < 2e-4) {
            twins++;
            first = s + 1;
        }
    value_write(values, "notebook.twins", (double)twins);
    value_write(values, "notebook.twin", (double)first);
}

/* How many starts solve, when the plateau breaks, and a histogram of the
   last losses from 10^-4 to 1, forty bars to a power of ten. */
static void starts_draw(const output_file *file, const output_file *values)
{
    enum { BARS = 160 };
    static double broke[STARTS], left[STARTS];
    long bars[BARS] = {0};
    long solved = 0, lower = 0;
    progress_bar bar = progress_begin("starts", STARTS);
    parallel_for(cores_online(), 0, STARTS, fate_work, NULL, &bar);
    progress_end(&bar);
    for (int s = 0; s < STARTS; s++) {
        const int b = (int)floor(40.0 * (log10(fates[s].loss) + 4.0));
        if (fates[s].solved) {
            left[solved] = (double)fates[s].left;
            broke[solved++] = (double)fates[s].broke;
        }
        lower += fates[s].loss < notebook_loss();
        bars[b < 0 ? 0 : b >= BARS ? BARS - 1 : b]++;
    }
    qsort(left, (size_t)solved, sizeof left[0], double_compare);
    qsort(broke, (size_t)solved, sizeof broke[0], double_compare);
    value_write(values, "starts", STARTS);
    interval_write(values, "starts", solved, STARTS);
    interval_write(values, "lower", lower, STARTS);
    value_write(values, "notebook.loss", notebook_loss());
    value_write(values, "left.early", left[solved / 20]);
    value_write(values, "broke.median", broke[solved / 2]);
    value_write(values, "broke.early", broke[solved / 20]);
    value_write(values, "broke.late", broke[solved - 1 - solved / 20]);
    fprintf(file->stream, "# loss, how many starts end between it and the "
                          "next\n");
    for (int b = 0; b < BARS; b++)
        fprintf(file->stream, "%.6g %ld\n", pow(10.0, 0.025 * b - 4.0),
                bars[b]);
}

/* The solutions lie in two peaks. How many there are in the upper one, and
   how often a hidden unit says "both", or two say it together. */
static void peaks_write(const output_file *values)
{
    static const double valley = 7e-4;
    long all[2] = {0}, both[2] = {0}, share[2] = {0};
    for (int s = 0; s < STARTS; s++) {
        if (!fates[s].solved)
            continue;
        const int upper = fates[s].loss > valley;
        all[upper]++;
        both[upper] += fates[s].both;
        share[upper] += fates[s].share;
    }
    interval_write(values, "peaks.up", all[1], all[0] + all[1]);
    interval_write(values, "peaks.lower.both", both[0], all[0]);
    interval_write(values, "peaks.upper.both", both[1], all[1]);
    interval_write(values, "peaks.lower.share", share[0], all[0]);
    interval_write(values, "peaks.upper.share", share[1], all[1]);
}

/* What becomes of one of the first starts. */
typedef struct {
    bool shuffled; /* does it solve with shuffled rows from the start? */
    /* If it failed: does it solve when it goes on by the batch [0] or by
       shuffled rows [1], for as many epochs again, or for ten times as
       many? */
    bool again[2], ten_times[2];
    /* Does it solve with shuffled rows as long as the loss is above 0.4,
       and the batch from then on [0], or the other way round [1]? */
    bool mixed[2];
} sequel;

enum { FIRST = 2000 };
static sequel sequels[FIRST];

static bool goes_on(size_t number, bool shuffled, long epochs)
{
    const batch rows = xor_rows();
    random_stream stream = {number + 1};
    network net = network_start(INIT_UNIFORM, &stream);
    descent how = right;
    for (long epoch = 0; epoch < EPOCHS + epochs; epoch++) {
        if (epoch == EPOCHS && shuffled)
            how.method = METHOD_SHUFFLED;
        descent_epoch(&how, &net, &rows, &stream);
    }
    return network_solves(&net, &rows);
}

static bool solves_mixed(size_t number, method_kind above,
                         method_kind below)
{
    const batch rows = xor_rows();
    random_stream stream = {number + 1};
    network net = network_start(INIT_UNIFORM, &stream);
    descent how = right;
    how.method = above;
    for (long epoch = 0; epoch < EPOCHS; epoch++) {
        if (how.method == above &&
            network_loss(half_squares, &net, &rows) < 0.4)
            how.method = below;
        descent_epoch(&how, &net, &rows, &stream);
    }
    return network_solves(&net, &rows);
}

static void sequel_work(void *state, size_t number)
{
    (void)state;
    const trial_plan plan = {
        INIT_UNIFORM, {METHOD_SHUFFLED, BUG_NONE, right.lr}, EPOCHS};
    sequel s = {.shuffled = trial_run(&plan, number + 1).solved};
    for (int shuffled = 0; !fates[number].solved && shuffled < 2;
         shuffled++) {
        s.again[shuffled] = goes_on(number, shuffled, EPOCHS);
        s.ten_times[shuffled] = goes_on(number, shuffled, 10L * EPOCHS);
        s.mixed[shuffled] =
            shuffled ? solves_mixed(number, METHOD_GD, METHOD_SHUFFLED)
                     : solves_mixed(number, METHOD_SHUFFLED, METHOD_GD);
    }
    sequels[number] = s;
}

/* Which of the first starts only one of the methods solves, and what
   becomes of those that failed. */
static void sequels_write(const output_file *values)
{
    long failed = 0, only_batch = 0, only_shuffled = 0, again[2] = {0},
         again_both = 0, ten_times[2] = {0}, mixed[2] = {0};
    progress_bar bar = progress_begin("starts", FIRST);
    parallel_for(cores_online(), 0, FIRST, sequel_work, NULL, &bar);
    progress_end(&bar);
    for (int i = 0; i < FIRST; i++) {
        const sequel *const s = &sequels[i];
        only_batch += fates[i].solved && !s->shuffled;
        only_shuffled += !fates[i].solved && s->shuffled;
        failed += !fates[i].solved;
        again_both += s->again[0] && s->again[1];
        for (int k = 0; k < 2; k++) {
            again[k] += s->again[k];
            ten_times[k] += s->ten_times[k];
            mixed[k] += s->mixed[k];
        }
    }
    value_write(values, "only.batch", (double)only_batch);
    value_write(values, "only.shuffled", (double)only_shuffled);
    value_write(values, "failed", (double)failed);
    value_write(values, "again.batch", (double)again[0]);
    value_write(values, "again.shuffled", (double)again[1]);
    value_write(values, "again.both", (double)again_both);
    value_write(values, "ten-times.batch", (double)ten_times[0]);
    value_write(values, "ten-times.shuffled", (double)ten_times[1]);
    value_write(values, "mixed.shuffled-first", (double)mixed[0]);
    value_write(values, "mixed.batch-first", (double)mixed[1]);
}

/* A network without its third hidden unit: that has no weight to the
   output and never gets one, so that nothing reaches it on the way back. */
static void two_units_work(void *state, size_t number)
{
    bool *solved = state;
    const batch rows = xor_rows();
    random_stream stream = {number + 1};
    network net = network_start(INIT_UNIFORM, &stream), gradient;
    net.W2[2] = 0.0;
    for (long epoch = 0; epoch < EPOCHS; epoch++) {
        descent_gradient(&right, &net, &rows, &gradient);
        gradient.W2[2] = 0.0;
        network_step(&net, &gradient, right.lr);
    }
    solved[number] = network_solves(&net, &rows);
}

static void two_units_write(const output_file *values)
{
    enum { TWO_UNITS_STARTS = 2000 };
    bool solved[TWO_UNITS_STARTS];
    long count = 0;
    progress_bar bar = progress_begin("starts", TWO_UNITS_STARTS);
    parallel_for(cores_online(), 0, TWO_UNITS_STARTS, two_units_work,
                 solved, &bar);
    progress_end(&bar);
    for (int s = 0; s < TWO_UNITS_STARTS; s++)
        count += solved[s];
    interval_write(values, "two-units", count, TWO_UNITS_STARTS);
}

static double inner_product(const network *a, const network *b)
{
    double sum = 0.0;
    for (int k = 0; k < PARAMETERS; k++)
        sum += a->all[k] * b->all[k];
    return sum;
}

/* How a bug's gradient differs from the right one at a start, as lists of
   13 numbers: |a - b| / (|a| + |b|), the cosine of the angle between them,
   and |a| / |b|. */
enum { ERROR, COSINE, LENGTH, DIFFERENCES };
static void bug_differences(bug_kind bug, uint64_t seed,
                            double differences[DIFFERENCES])
{
    const batch rows = xor_rows();
    const descent wrong = {METHOD_GD, bug, right.lr};
    random_stream stream = {seed};
    const network net = network_start(INIT_UNIFORM, &stream);
    network a, b, apart;
    descent_gradient(&wrong, &net, &rows, &a);
    descent_gradient(&right, &net, &rows, &b);
    for (int k = 0; k < PARAMETERS; k++)
        apart.all[k] = a.all[k] - b.all[k];
    const double a_long = sqrt(inner_product(&a, &a));
    const double b_long = sqrt(inner_product(&b, &b));
    differences[ERROR] =
        sqrt(inner_product(&apart, &apart)) / (a_long + b_long);
    differences[COSINE] = inner_product(&a, &b) / (a_long * b_long);
    differences[LENGTH] = a_long / b_long;
}

/* How long the gradient of the hidden layer is on the plateau at 1/2, for
   normal starts of this deviation: the geometric mean over 200 starts,
   after 300 epochs. */
static double small_gradient(double deviation)
{
    enum { SMALL_STARTS = 200, SMALL_EPOCHS = 300 };
    enum { FIRST_LAYER = INPUTS * HIDDEN + HIDDEN };
    const batch rows = xor_rows();
    double logarithms = 0.0;
    for (uint64_t seed = 1; seed <= SMALL_STARTS; seed++) {
        random_stream stream = {seed};
        network net = network_start(INIT_NORMAL, &stream), gradient;
        for (int k = 0; k < PARAMETERS; k++)
            net.all[k] *= deviation;
        for (int epoch = 0; epoch < SMALL_EPOCHS; epoch++)
            descent_epoch(&right, &net, &rows, &stream);
        descent_gradient(&right, &net, &rows, &gradient);
        for (int k = FIRST_LAYER; k < PARAMETERS; k++)
            gradient.all[k] = 0.0;
        logarithms += 0.5 * log(inner_product(&gradient, &gradient));
    }
    return exp(logarithms / SMALL_STARTS);
}

enum { CLINIC_STARTS = 1000 };

/* The median of each difference over the starts. */
static void bug_medians(bug_kind bug, double medians[DIFFERENCES])
{
    double all[DIFFERENCES][CLINIC_STARTS], one[DIFFERENCES];
    for (int s = 0; s < CLINIC_STARTS; s++) {
        bug_differences(bug, (uint64_t)s + 1, one);
        for (int d = 0; d < DIFFERENCES; d++)
            all[d][s] = one[d];
    }
    for (int d = 0; d < DIFFERENCES; d++) {
        qsort(all[d], CLINIC_STARTS, sizeof all[d][0], double_compare);
        medians[d] = all[d][CLINIC_STARTS / 2];
    }
}

/* Each bug of the clinic: how its gradient differs, how often it still
   solves, and how often it diverges. */
static void clinic_draw(const output_file *file, const output_file *values)
{
    static const char *const names[] = {
        "none",        "w2-first",        "mean-bias",
        "no-bias",     "no-prime-output", "no-prime-hidden",
        "prime-twice", "prime-of-z",      "no-w2"};
    static const char *const differences[] = {"error", "cosine", "length"};
    fprintf(file->stream, "# bug, share that solves, low, high, error\n");
    for (int bug = BUG_NONE; bug <= BUG_NO_W2; bug++) {
        double medians[DIFFERENCES];
        bug_medians((bug_kind)bug, medians);
        const trial_plan plan = {
            INIT_UNIFORM, {METHOD_GD, (bug_kind)bug, right.lr}, EPOCHS};
        const trial_tally tally =
            trials_run(trial_run, &plan, 1, CLINIC_STARTS, cores_online());
        const interval i = wilson_interval(tally.solved, tally.starts);
        fprintf(file->stream, "%s %.6g %.6g %.6g %.6g\n", names[bug],
                i.share, i.low, i.high, medians[ERROR]);
        interval_write(values, names[bug], tally.solved, tally.starts);
        char name[48];
        snprintf(name, sizeof name, "%s.diverged", names[bug]);
        if (tally.diverged > 0)
            value_write(values, name, (double)tally.diverged);
        for (int d = 0; d < DIFFERENCES; d++) {
            snprintf(name, sizeof name, "%s.%s", names[bug],
                     differences[d]);
            value_write(values, name, medians[d]);
        }
    }
}

/* The predictions of a network over the plane of its two inputs. */
static void plane_draw(const output_file *file, const network *net)
{
    enum { CELLS = 60 };
    for (int i = 0; i <= CELLS; i++) {
        for (int j = 0; j <= CELLS; j++) {
            const batch row = {
                .size = 1,
                .x = {{-0.25 + 1.5 * j / CELLS, -0.25 + 1.5 * i / CELLS}}};
            network_pass p;
            network_forward(net, &row, &p);
            fprintf(file->stream, "%.4g %.4g %.6g\n", row.x[0][0],
                    row.x[0][1], p.yhat[0]);
        }
        fputc('\n', file->stream);
    }
    fputc('\n', file->stream);
}

/* The plane of a start at some of its epochs, which rise. */
static void film_draw(const output_file *file, uint64_t seed,
                      const long epochs[], int n)
{
    const batch rows = xor_rows();
    random_stream stream = {seed};
    network net = network_start(INIT_UNIFORM, &stream);
    long epoch = 0;
    fprintf(file->stream, "# x1 x2 yhat, a block an epoch\n");
    for (int i = 0; i < n; i++) {
        for (; epoch < epochs[i]; epoch++)
            descent_epoch(&right, &net, &rows, &stream);
        plane_draw(file, &net);
    }
}

enum { VALUES, STARTS_DATA, CLINIC, FILM, STUCK, FILES };

int main(int argc, char *argv[])
{
    static const char *const names[FILES] = {"measure.values", "starts.dat",
                                             "clinic.dat", "film.dat",
                                             "stuck.dat"};
    static const long film_epochs[] = {0, 200, 500, 700, 1000, EPOCHS};
    static const long last_epoch[] = {EPOCHS};
    messages_begin_with("measure-02-network");
    if (argc != 2) {
        complain("expected the folder to write into");
        return EXIT_REFUSED;
    }
    char paths[FILES][FILENAME_MAX];
    output_file files[FILES];
    for (int f = 0; f < FILES; f++) {
        snprintf(paths[f], FILENAME_MAX, "%s/%s", argv[1], names[f]);
        if (!output_open(&files[f], paths[f]))
            return EXIT_FAILED;
    }
    row_write(&files[VALUES]);
    paths_write(&files[VALUES]);
    film_draw(&files[FILM], 1, film_epochs, 6);
    film_draw(&files[STUCK], 21, last_epoch, 1);
    starts_draw(&files[STARTS_DATA], &files[VALUES]);
    peaks_write(&files[VALUES]);
    twins_write(&files[VALUES]);
    sequels_write(&files[VALUES]);
    two_units_write(&files[VALUES]);
    clinic_draw(&files[CLINIC], &files[VALUES]);
    value_write(&files[VALUES], "tenth.gradient", small_gradient(0.1));
    value_write(&files[VALUES], "hundredth.gradient", small_gradient(0.01));
    bool kept = true;
    for (int f = 0; f < FILES; f++)
        kept = output_commit(&files[f]) && kept;
    return kept ? EXIT_DONE : EXIT_FAILED;
}
