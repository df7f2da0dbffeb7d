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
    pass p;
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
    const two_pass p = two_outputs_forward(&net, &s);
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
    long broke; /* the first epoch with a loss below 1/4; -1: none */
    bool solved;
    bool both;  /* a hidden unit says yes to 11, and to neither 01 nor 10 */
    bool share; /* one says yes to 11 and 01, another to 11 and 10 */
} fate;

enum { STARTS = 20000 };
static fate fates[STARTS];

/* Does a hidden unit that lowers the answer say yes to the row 11, and to
   the rows 01 and 10 as told? */
static bool has_unit(const network *net, const pass *p, bool to_01,
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
    fate f = {.broke = -1};
    for (long epoch = 0; epoch < EPOCHS; epoch++) {
        if (f.broke < 0 && network_loss(&net, &rows) < 0.25)
            f.broke = epoch;
        descent_epoch(&right, &net, &rows, &stream);
    }
    f.loss = network_loss(&net, &rows);
    f.solved = network_solves(&net, &rows);
    pass p;
    network_forward(&net, &rows, &p);
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

static void interval_write(const output_file *values, const char *base,
                           long k, long n)
{
    char name[48];
    const interval i = wilson_interval(k, n);
    snprintf(name, sizeof name, "%s.share", base);
    value_write(values, name, i.share);
    snprintf(name, sizeof name, "%s.low", base);
    value_write(values, name, i.low);
    snprintf(name, sizeof name, "%s.high", base);
    value_write(values, name, i.high);
}

/* The notebook's four predictions, and half the sum of their squares. */
static double notebook_loss(void)
{
    static const double yhat[ROWS] = {0.0148, 0.9801, 0.9899, 0.0173};
    const batch rows = xor_rows();
    double loss = 0.0;
    for (int n = 0; n < ROWS; n++)
        loss += half_square(yhat[n], rows.y[n]);
    return loss;
}

/* How many starts solve, when the plateau breaks, and a histogram of the
   last losses from 10^-4 to 1, forty bars to a power of ten. */
static void starts_draw(const output_file *file, const output_file *values)
{
    enum { BARS = 160 };
    static double broke[STARTS];
    long bars[BARS] = {0};
    long solved = 0, lower = 0;
    progress_bar bar = progress_begin("starts", STARTS);
    parallel_for(cores_online(), 0, STARTS, fate_work, NULL, &bar);
    progress_end(&bar);
    for (int s = 0; s < STARTS; s++) {
        const int b = (int)floor(40.0 * (log10(fates[s].loss) + 4.0));
        if (fates[s].solved)
            broke[solved++] = (double)fates[s].broke;
        lower += fates[s].loss < notebook_loss();
        bars[b < 0 ? 0 : b >= BARS ? BARS - 1 : b]++;
    }
    qsort(broke, (size_t)solved, sizeof broke[0], double_compare);
    value_write(values, "starts", STARTS);
    interval_write(values, "starts", solved, STARTS);
    interval_write(values, "lower", lower, STARTS);
    value_write(values, "notebook.loss", notebook_loss());
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
    interval_write(values, "peaks.upper.share", share[1], all[1]);
}

/* Lets those of the first starts that failed go on for as many epochs
   again, by each method, and counts those that then solve. */
static void stuck_write(const output_file *values)
{
    enum { FIRST = 2000 };
    const batch rows = xor_rows();
    long failed = 0, freed[2] = {0};
    for (int s = 0; s < FIRST; s++) {
        if (fates[s].solved)
            continue;
        failed++;
        for (int shuffled = 0; shuffled < 2; shuffled++) {
            random_stream stream = {(uint64_t)s + 1};
            network net = network_start(INIT_UNIFORM, &stream);
            descent how = right;
            for (long epoch = 0; epoch < 2 * EPOCHS; epoch++) {
                if (epoch == EPOCHS && shuffled)
                    how.method = METHOD_SHUFFLED;
                descent_epoch(&how, &net, &rows, &stream);
            }
            freed[shuffled] += network_solves(&net, &rows);
        }
    }
    value_write(values, "stuck.failed", (double)failed);
    value_write(values, "stuck.freed.batch", (double)freed[0]);
    value_write(values, "stuck.freed.shuffled", (double)freed[1]);
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

static double norm(const network *net)
{
    double sum = 0.0;
    for (int k = 0; k < PARAMETERS; k++)
        sum += net->all[k] * net->all[k];
    return sqrt(sum);
}

/* How far a bug's gradient is from the right one, as lists of 13 numbers:
   |a - b| / (|a| + |b|). */
static double bug_error(bug_kind bug, uint64_t seed)
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
    return norm(&apart) / (norm(&a) + norm(&b));
}

/* Each bug of the clinic: its median error, and how often it still
   solves. */
static void clinic_draw(const output_file *file, const output_file *values)
{
    enum { CLINIC_STARTS = 1000 };
    static const char *const names[] = {
        "none",        "w2-first",        "mean-bias",
        "no-bias",     "no-prime-output", "no-prime-hidden",
        "prime-twice", "prime-of-z",      "no-w2"};
    fprintf(file->stream, "# bug, share that solves, low, high, error\n");
    for (int bug = BUG_NONE; bug <= BUG_NO_W2; bug++) {
        double errors[CLINIC_STARTS];
        for (int s = 0; s < CLINIC_STARTS; s++)
            errors[s] = bug_error((bug_kind)bug, (uint64_t)s + 1);
        qsort(errors, CLINIC_STARTS, sizeof errors[0], double_compare);
        const double error = errors[CLINIC_STARTS / 2];
        const trial_plan plan = {
            INIT_UNIFORM, {METHOD_GD, (bug_kind)bug, right.lr}, EPOCHS};
        const trial_tally tally =
            trials_run(&plan, 1, CLINIC_STARTS, cores_online());
        const interval i = wilson_interval(tally.solved, tally.starts);
        fprintf(file->stream, "%s %.6g %.6g %.6g %.6g\n", names[bug],
                i.share, i.low, i.high, error);
        if (bug == BUG_NONE)
            continue;
        interval_write(values, names[bug], tally.solved, tally.starts);
        char name[48];
        snprintf(name, sizeof name, "%s.error", names[bug]);
        value_write(values, name, error);
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
            pass p;
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
    stuck_write(&files[VALUES]);
    two_units_write(&files[VALUES]);
    clinic_draw(&files[CLINIC], &files[VALUES]);
    bool kept = true;
    for (int f = 0; f < FILES; f++)
        kept = output_commit(&files[f]) && kept;
    return kept ? EXIT_DONE : EXIT_FAILED;
}
