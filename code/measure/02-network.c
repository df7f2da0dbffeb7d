/* 02-network.c: what chapter 2 quotes and draws and its program does not
   print. */
#include "01-neuron/neuron.h"
#include "02-network/clinic.h"
#include "02-network/interval.h"
#include "02-network/many_starts.h"
#include "02-network/network_file.h"
#include "02-network/two_outputs.h"
#include "02-network/xor.h"
#include "measure.h"
#include "plumbing/parallel.h"

#include <math.h>
#include <string.h>

/* The experiment of the chapter: by the batch; and with the rows in a new
   order each epoch. */
enum { EPOCHS = 10000 };
static const descent by_batch = {METHOD_GD, 0.5};
static const descent by_row = {METHOD_SHUFFLED, 0.5};

/* The run of a seed, at its start. */
static run run_of(uint64_t seed)
{
    return start_begin(half_squares, INIT_UNIFORM, seed, EPOCHS);
}

/* Trains it for so many epochs. */
static void run_on(run *r, const descent *how, long epochs)
{
    r->epochs = r->epoch + epochs;
    descent_train(how, r);
}

static bool run_solves(const run *r)
{
    return !r->diverged && rows_solved(&r->rows, &r->pass);
}

/* The example worked by hand: the row 1, 1 with target 0. */
static bool row_write(const output_file *values)
{
    network net;
    if (!network_read(&net, "code/02-network/worked.txt"))
        return false;
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
        value_write_at(values, "row.z1", j, p.z1[0][j]);
        value_write_at(values, "row.h", j, p.h[0][j]);
        value_write_at(values, "row.dL_dW2", j, d.W2[j]);
        value_write_at(values, "row.dL_dh", j, dL_dz2[0] * net.W2[j]);
        value_write_at(values, "row.dh_dz1", j,
                       sigmoid_prime_from_output(p.h[0][j]));
        value_write_at(values, "row.dL_dz1", j, d.b1[j]);
    }
    return true;
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
    long broke;   /* the first epoch with a loss below 1/4; -1: none */
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
    run r = run_of(number + 1);
    fate f = {.broke = -1};
    while (run_goes_on(&r)) {
        if (f.broke < 0 && r.L < 0.25)
            f.broke = r.epoch - 1;
        descent_epoch(&by_batch, right_backward, NULL, &r);
    }
    f.loss = r.L;
    f.solved = run_solves(&r);
    for (int n = 0; n < ROWS; n++)
        f.apart = fmax(f.apart, fabs(r.pass.yhat[n] - notebook[n]));
    f.both = has_unit(&r.net, &r.pass, false, false);
    f.share = has_unit(&r.net, &r.pass, true, false) &&
              has_unit(&r.net, &r.pass, false, true);
    fates[number] = f;
}

static double notebook_loss(void)
{
    const batch rows = xor_rows();
    double loss = 0.0;
    for (int n = 0; n < ROWS; n++)
        loss += half_square(notebook[n], rows.y[n]);
    return loss;
}

/* The first start that ends at the notebook's result, to within two units
   of its last digit. */
static void twin_write(const output_file *values)
{
    int twin = 0;
    while (twin < STARTS && fates[twin].apart >= 2e-4)
        twin++;
    value_write(values, "notebook.twin", twin + 1);
}

/* How many starts solve, when the plateau breaks, and a histogram of the
   last losses from 10^-4 to 1, forty bars to a power of ten. */
static void starts_draw(const output_file *file, const output_file *values)
{
    enum { BARS = 160 };
    static double broke[STARTS];
    long bars[BARS] = {0};
    long solved = 0, lower = 0;
    parallel_for(cores_online(), STARTS, fate_work, NULL, "starts");
    for (int s = 0; s < STARTS; s++) {
        const int b = (int)floor(40.0 * (log10(fates[s].loss) + 4.0));
        if (fates[s].solved)
            broke[solved++] = (double)fates[s].broke;
        lower += fates[s].loss < notebook_loss();
        bars[b < 0 ? 0 : b >= BARS ? BARS - 1 : b]++;
    }
    numbers_sort(broke, (size_t)solved);
    value_write(values, "starts", STARTS);
    interval_write(values, "starts", solved, STARTS);
    value_write(values, "lower", (double)lower / STARTS);
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

/* The solutions lie in two peaks. What share is in the upper one; and how
   often a hidden unit says "both" in the lower peak, or two say it together
   in the upper one. */
static void peaks_write(const output_file *values)
{
    static const double valley = 7e-4;
    long all[2] = {0}, both = 0, share = 0;
    for (int s = 0; s < STARTS; s++) {
        if (!fates[s].solved)
            continue;
        const int upper = fates[s].loss > valley;
        all[upper]++;
        both += !upper && fates[s].both;
        share += upper && fates[s].share;
    }
    value_write(values, "peaks.up",
                (double)all[1] / (double)(all[0] + all[1]));
    value_write(values, "peaks.lower.both", (double)both / (double)all[0]);
    value_write(values, "peaks.upper.share",
                (double)share / (double)all[1]);
}

/* What becomes of one of the first starts. */
typedef struct {
    bool shuffled; /* does it solve with shuffled rows from the start? */
    /* If it failed: does it solve when it goes on for ten times as many
       epochs? */
    bool ten_times;
    /* Does it solve with shuffled rows until the loss is below 0.4, and the
       batch from then on [0], or the other way round [1]? */
    bool mixed[2];
} sequel;

enum { FIRST = 2000 };
static sequel sequels[FIRST];

static bool solves_mixed(size_t number, const descent *above,
                         const descent *below)
{
    run r = run_of(number + 1);
    const descent *how = above;
    while (run_goes_on(&r)) {
        if (r.L < 0.4)
            how = below;
        descent_epoch(how, right_backward, NULL, &r);
    }
    return run_solves(&r);
}

static void sequel_work(void *state, size_t number)
{
    (void)state;
    run r = run_of(number + 1);
    run_on(&r, &by_row, EPOCHS);
    sequel s = {.shuffled = run_solves(&r)};
    if (!fates[number].solved) {
        run longer = run_of(number + 1);
        run_on(&longer, &by_batch, 11L * EPOCHS);
        s.ten_times = run_solves(&longer);
    }
    s.mixed[0] = solves_mixed(number, &by_row, &by_batch);
    s.mixed[1] = solves_mixed(number, &by_batch, &by_row);
    sequels[number] = s;
}

/* Which of the first starts only one of the methods solves, and what
   becomes of those that failed. */
static void sequels_write(const output_file *values)
{
    long failed = 0, shuffled = 0, only_batch = 0, only_shuffled = 0,
         ten_times = 0, mixed[2] = {0};
    parallel_for(cores_online(), FIRST, sequel_work, NULL, "starts");
    for (int i = 0; i < FIRST; i++) {
        const sequel *const s = &sequels[i];
        shuffled += s->shuffled;
        only_batch += fates[i].solved && !s->shuffled;
        only_shuffled += !fates[i].solved && s->shuffled;
        failed += !fates[i].solved;
        ten_times += s->ten_times;
        for (int k = 0; k < 2; k++)
            mixed[k] += s->mixed[k];
    }
    value_write(values, "only.batch", (double)only_batch);
    value_write(values, "only.shuffled", (double)only_shuffled);
    interval_write(values, "shuffled", shuffled, FIRST);
    value_write(values, "compared", FIRST);
    value_write(values, "first", (double)(FIRST - failed));
    value_write(values, "failed", (double)failed);
    value_write(values, "ten-times", (double)ten_times);
    value_write(values, "mixed.shuffled-first", (double)mixed[0]);
    value_write(values, "mixed.batch-first", (double)mixed[1]);
}

/* A network without its third hidden unit: that has no weight to the
   output and never gets one, so that nothing reaches it on the way back.
   A backward_function. */
static void two_units_backward(const void *how, const network *net,
                               const batch *rows, const network_pass *p,
                               const double dL_dz2[ROWS], network *gradient)
{
    (void)how;
    network_backward(net, rows, p, dL_dz2, gradient);
    gradient->W2[2] = 0.0;
}

enum { TWO_UNITS_STARTS = 2000 };

static void two_units_work(void *state, size_t number)
{
    bool *const solved = state;
    run r = run_of(number + 1);
    r.net.W2[2] = 0.0;
    while (run_goes_on(&r))
        descent_epoch(&by_batch, two_units_backward, NULL, &r);
    solved[number] = run_solves(&r);
}

static void two_units_write(const output_file *values)
{
    bool solved[TWO_UNITS_STARTS];
    long count = 0;
    parallel_for(cores_online(), TWO_UNITS_STARTS, two_units_work, solved,
                 "starts");
    for (int s = 0; s < TWO_UNITS_STARTS; s++)
        count += solved[s];
    value_write(values, "two-units", (double)count / TWO_UNITS_STARTS);
}

/* Exercise 2.11: what rescues a start that fails by the batch and with
   shuffled rows. */
enum { RESCUED = 548, STREAMS = 200 };

static const descent in_order = {METHOD_SGD, 0.5};

static run rescued_after(const descent *how, long epochs)
{
    run r = run_of(RESCUED);
    run_on(&r, how, epochs);
    return r;
}

/* Does it solve with the rows in this order in each epoch? */
static bool order_solves(const int order[ROWS])
{
    const batch rows = xor_rows();
    run r = run_of(RESCUED);
    for (int n = 0; n < ROWS; n++) {
        for (int i = 0; i < INPUTS; i++)
            r.rows.x[n][i] = rows.x[order[n]][i];
        r.rows.y[n] = rows.y[order[n]];
    }
    run_on(&r, &in_order, EPOCHS);
    return run_solves(&r);
}

/* Of all orders of the four rows, how many solve it, and in how many of
   those the row 10 comes directly after the row 01; and how many of so
   many other streams of shuffled orders do. */
static void rescues_write(const output_file *values)
{
    long solved = 0, after = 0, shuffled = 0;
    for (int code = 0; code < 256; code++) {
        const int order[ROWS] = {code / 64, code / 16 % 4, code / 4 % 4,
                                 code % 4};
        unsigned seen = 0;
        for (int n = 0; n < ROWS; n++)
            seen |= 1u << order[n];
        if (seen != 15u || !order_solves(order))
            continue;
        solved++;
        for (int n = 0; n < ROWS; n++)
            after += order[n] == 1 && order[(n + 1) % ROWS] == 2;
    }
    for (uint64_t seed = 1; seed <= STREAMS; seed++) {
        run r = run_of(RESCUED);
        r.stream = (random_stream){seed};
        run_on(&r, &by_row, EPOCHS);
        shuffled += run_solves(&r);
    }
    value_write(values, "rescue.long",
                rescued_after(&by_batch, 300L * EPOCHS).L);
    value_write(values, "rescue.batch",
                rescued_after(&by_batch, 300).net.W2[1]);
    value_write(values, "rescue.in-order",
                rescued_after(&in_order, 300).net.W2[1]);
    value_write(values, "rescue.shuffled",
                rescued_after(&by_row, 300).net.W2[1]);
    value_write(values, "orders.solved", (double)solved);
    value_write(values, "orders.after", (double)after);
    value_write(values, "streams", STREAMS);
    value_write(values, "streams.solved", (double)shuffled);
}

/* Exercise 2.12: how many solve of the starts at 1/2 with some parameters
   moved by at most so much, each start by a stream of its own. */
static void ties_write(const output_file *values, const char *name,
                       int first, int end, double limit, long epochs)
{
    long solved = 0;
    for (uint64_t seed = 1; seed <= STREAMS; seed++) {
        run r = start_begin(half_squares, INIT_HALF, seed, epochs);
        for (int k = first; k < end; k++)
            r.net.all[k] += limit * (2.0 * random_uniform(&r.stream) - 1.0);
        run_on(&r, &by_batch, epochs);
        solved += run_solves(&r);
    }
    value_write(values, name, (double)solved);
}

static void all_ties_write(const output_file *values)
{
    enum { W1_END = INPUTS * HIDDEN, b1_END = W1_END + HIDDEN };
    enum { W2_END = b1_END + HIDDEN };
    ties_write(values, "ties.W1", 0, W1_END, 0.1, EPOCHS);
    ties_write(values, "ties.W2", b1_END, W2_END, 0.1, EPOCHS);
    ties_write(values, "ties.b1", W1_END, b1_END, 0.1, EPOCHS);
    ties_write(values, "ties.b1-long", W1_END, b1_END, 0.1, 5L * EPOCHS);
    ties_write(values, "ties.half", 0, W1_END, 0.05, EPOCHS);
    ties_write(values, "ties.tenth", 0, W1_END, 0.01, EPOCHS);
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
    const bugged_descent wrong = {by_batch, bug};
    run r = run_of(seed);
    network a, b, apart;
    run_look(&r);
    clinic_backward(&wrong, &r.net, &r.rows, &r.pass, r.dL_dz2, &a);
    network_backward(&r.net, &r.rows, &r.pass, r.dL_dz2, &b);
    for (int k = 0; k < PARAMETERS; k++)
        apart.all[k] = a.all[k] - b.all[k];
    const double a_long = sqrt(inner_product(&a, &a));
    const double b_long = sqrt(inner_product(&b, &b));
    differences[ERROR] =
        sqrt(inner_product(&apart, &apart)) / (a_long + b_long);
    differences[COSINE] = inner_product(&a, &b) / (a_long * b_long);
    differences[LENGTH] = a_long / b_long;
}

/* The start at 0 is a saddle point: its gradient is 0, and the loss there
   is 1/2. How much more it is where b2 has moved by 0.1. And how much less
   where a unit has both its incoming weights and its outgoing one moved by
   0.1, and b2 takes back what they add to the answers in the middle. */
static void saddle_write(const output_file *values)
{
    const double moved = 0.1;
    const batch rows = xor_rows();
    network net = {.b2 = moved};
    value_write(values, "saddle.up",
                network_loss(half_squares, &net, &rows) - 0.5);
    net.W1[0][0] = net.W1[1][0] = net.W2[0] = moved;
    net.b2 = -moved * sigmoid(moved);
    value_write(values, "saddle.down",
                0.5 - network_loss(half_squares, &net, &rows));
}

/* How long the gradient of the hidden layer is on the plateau at 1/2, for
   normal starts of this deviation: the geometric mean over 200 starts,
   after 300 epochs. */
static double small_gradient(double deviation)
{
    enum { SMALL_STARTS = 200, SMALL_EPOCHS = 300 };
    enum { FIRST_LAYER = INPUTS * HIDDEN + HIDDEN };
    double logarithms = 0.0;
    for (uint64_t seed = 1; seed <= SMALL_STARTS; seed++) {
        run r = start_begin(half_squares, INIT_NORMAL, seed, EPOCHS);
        network gradient;
        for (int k = 0; k < PARAMETERS; k++)
            r.net.all[k] *= deviation;
        network_train(&r.net, &r.rows, by_batch.lr, SMALL_EPOCHS);
        run_look(&r);
        network_backward(&r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
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
        numbers_sort(all[d], CLINIC_STARTS);
        medians[d] = quantile(all[d], CLINIC_STARTS, 0.5);
    }
}

/* Copies the word at a place of a list such as "none|w2-first". */
static void word_copy(char word[], size_t size, const char *words, int at)
{
    for (; at > 0; at--)
        words = strchr(words, '|') + 1;
    snprintf(word, size, "%.*s", (int)strcspn(words, "|"), words);
}

/* Of how many starts. A bug that does little shows in many only. */
static long clinic_starts(bug_kind bug)
{
    return bug <= BUG_NO_PRIME_OUTPUT ? STARTS : CLINIC_STARTS;
}

/* How many of the first starts a bug still solves. Without one, they have
   been trained already. */
static tally clinic_count(bug_kind bug)
{
    const many_starts first = {INIT_UNIFORM, 1, clinic_starts(bug), EPOCHS};
    const bugged_descent how = {by_batch, bug};
    const trainer by = {.loss = half_squares,
                        .backward = clinic_backward,
                        .train = clinic_train,
                        .how = &how};
    tally all = {.starts = first.starts};
    if (bug != BUG_NONE)
        return starts_count(&by, &first, cores_online());
    for (int s = 0; s < STARTS; s++)
        all.solved += fates[s].solved;
    return all;
}

/* Each bug of the clinic: how its gradient differs, how often it still
   solves, and how often it diverges. */
static void clinic_draw(const output_file *file, const output_file *values)
{
    static const char *const differences[] = {"error", "cosine", "length"};
    /* Where clones end: 0, 2/3, 2/3, 2/3. */
    const int most = NEAR_TWO_THIRDS;
    const int clones = ((NEAR_0 * 6 + most) * 6 + most) * 6 + most;
    fprintf(file->stream, "# bug, share that solves, low, high, error\n");
    for (int bug = BUG_NONE; bug <= BUG_NO_W2; bug++) {
        double medians[DIFFERENCES];
        char name[48], bug_name[24];
        bug_medians((bug_kind)bug, medians);
        word_copy(bug_name, sizeof bug_name, bug_words, bug);
        const tally all = clinic_count((bug_kind)bug);
        const interval i = wilson_interval(all.solved, all.starts);
        fprintf(file->stream, "%s %.6g %.6g %.6g %.6g\n", bug_name, i.share,
                i.low, i.high, medians[ERROR]);
        interval_write(values, bug_name, all.solved, all.starts);
        snprintf(name, sizeof name, "%s.diverged", bug_name);
        if (all.diverged > 0)
            value_write(values, name, (double)all.diverged);
        if (bug == BUG_NO_W2)
            value_write(values, "no-w2.clones", (double)all.others[clones]);
        for (int d = 0; d < DIFFERENCES; d++) {
            snprintf(name, sizeof name, "%s.%s", bug_name, differences[d]);
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
    run r = run_of(seed);
    fprintf(file->stream, "# x1 x2 yhat, a block an epoch\n");
    for (int i = 0; i < n; i++) {
        run_on(&r, &by_batch, epochs[i] - r.epoch);
        plane_draw(file, &r.net);
    }
}

enum { VALUES, STARTS_DATA, CLINIC, FILM, STUCK, FILES };

static bool all_write(const output_file files[])
{
    static const long film_epochs[] = {0, 200, 500, 700, 1000, EPOCHS};
    static const long last_epoch[] = {EPOCHS};
    const output_file *const values = &files[VALUES];
    if (!row_write(values))
        return false;
    paths_write(values);
    film_draw(&files[FILM], 1, film_epochs, 6);
    film_draw(&files[STUCK], 21, last_epoch, 1);
    starts_draw(&files[STARTS_DATA], values);
    peaks_write(values);
    twin_write(values);
    sequels_write(values);
    two_units_write(values);
    rescues_write(values);
    all_ties_write(values);
    clinic_draw(&files[CLINIC], values);
    saddle_write(values);
    value_write(values, "tenth.gradient", small_gradient(0.1));
    value_write(values, "hundredth.gradient", small_gradient(0.01));
    return true;
}

int main(int argc, char *argv[])
{
    static const char *const names[FILES] = {"measure.values", "starts.dat",
                                             "clinic.dat", "film.dat",
                                             "stuck.dat"};
    return measure_main(argc, argv, "measure-02-network", names, FILES,
                        all_write);
}
