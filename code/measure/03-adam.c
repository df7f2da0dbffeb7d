/* 03-adam.c: what chapter 3 quotes and draws and its program does not
   print. */
#include "01-neuron/neuron.h"
#include "02-network/descent.h"
#include "02-network/interval.h"
#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"
#include "measure.h"
#include "plumbing/parallel.h"
#include "valley.h"

#include <math.h>

/* The run of a seed under Keras's Adam or another way of training. */
static run start_of(const fit *f, uint64_t seed, long epochs)
{
    return start_begin(fit_trainer(f).loss, INIT_GLOROT, seed, epochs);
}

/* A batch of one row, whose logit is z, on its way through a loss. */
typedef struct {
    batch row;
    network_pass p;
} lone_row;

static lone_row lone_row_with(double z, double y)
{
    return (lone_row){
        .row = {.size = 1, .y = {y}},
        .p = {.z2 = {z}, .yhat = {sigmoid(z)}},
    };
}

/* A loss's slope by the logit. */
static double slope_at(loss_function loss, double z, double y)
{
    const lone_row at = lone_row_with(z, y);
    double dL_dz2[ROWS];
    loss(&at.row, &at.p, dL_dz2);
    return dL_dz2[0];
}

/* Both losses where the target is 1: at a neuron that is sure and wrong,
   and along z. */
static void slopes_draw(const output_file *file, const output_file *values)
{
    value_write(values, "asleep.yhat", sigmoid(-8.0));
    value_write(values, "asleep.half", slope_at(half_squares, -8.0, 1.0));
    value_write(values, "asleep.bce",
                slope_at(mean_cross_entropy, -8.0, 1.0));
    value_write(values, "asleep.ratio",
                slope_at(mean_cross_entropy, -8.0, 1.0) /
                    slope_at(half_squares, -8.0, 1.0));
    fprintf(file->stream, "# z, slope of half the square, of the "
                          "cross-entropy, and both losses\n");
    for (int i = 0; i <= 200; i++) {
        const double z = 0.1 * i - 10.0;
        fprintf(file->stream, "%.6g %.6g %.6g %.6g %.6g\n", z,
                slope_at(half_squares, z, 1.0),
                slope_at(mean_cross_entropy, z, 1.0),
                half_square(sigmoid(z), 1.0), cross_entropy(z, 1.0));
    }
}

/* The start of seed 1: how much longer its longest derivative is than its
   shortest, and its largest parameter. */
static void start_write(const output_file *values)
{
    const fit keras = fit_keras();
    run r = start_of(&keras, 1, 0);
    network gradient;
    run_look(&r);
    network_backward(&r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
    double least = HUGE_VAL, most = 0.0;
    for (int k = 0; k < PARAMETERS; k++) {
        least = fmin(least, fabs(gradient.all[k]));
        most = fmax(most, fabs(gradient.all[k]));
    }
    value_write(values, "start.ratio", most / least);
    value_write(values, "glorot.W1", sqrt(6.0 / (INPUTS + HIDDEN)));
    value_write(values, "glorot.W2", sqrt(6.0 / (HIDDEN + 1)));
    for (int k = 0; k < PARAMETERS; k++)
        most = fmax(most, fabs(r.net.all[k]));
    value_write(values, "start.largest", most);
}

/* The largest parameter of chapter 2's default run when it has learned. */
static void needed_write(const output_file *values)
{
    const descent how = {METHOD_GD, 0.5};
    const trainer by = {.loss = half_squares,
                        .backward = right_backward,
                        .train = descent_train,
                        .how = &how};
    const run r = start_train(&by, INIT_UNIFORM, 1, 10000);
    double most = 0.0;
    for (int k = 0; k < PARAMETERS; k++)
        most = fmax(most, fabs(r.net.all[k]));
    value_write(values, "needed", most);
}

/* Three ways to work out the cross-entropy in single precision. */
static float sigmoid_single(float z)
{
    return 1.0F / (1.0F + expf(-z));
}

static float naive_single(float z)
{
    return -logf(sigmoid_single(z));
}

static float clipped_single(float z)
{
    const float least = 1e-7F;
    return -logf(fminf(fmaxf(sigmoid_single(z), least), 1.0F - least));
}

static float stable_single(float z)
{
    return fmaxf(z, 0.0F) - z + log1pf(expf(-fabsf(z)));
}

static void clipping_write(const output_file *values)
{
    float last = -88.0F;
    while (isfinite(naive_single(last)))
        last = nextafterf(last, -100.0F);
    value_write(values, "naive.infinite", last);

    value_write(values, "clipped.at-200", clipped_single(-200.0F));
    value_write(values, "stable.at-200", stable_single(-200.0F));
    value_write(values, "naive.slope",
                naive_single(-19.0F) - naive_single(-20.0F));
    value_write(values, "clipped.slope",
                clipped_single(-19.0F) - clipped_single(-20.0F));
    value_write(values, "stable.slope",
                stable_single(-19.0F) - stable_single(-20.0F));
}

/* The loss where so many of the four rows, of which so many have the target
   1, get one answer, the best there is for them, and the rest is right. */
static double plateau(int tied, int ones)
{
    const double p = (double)ones / tied, z = log(p / (1.0 - p));
    return (ones * cross_entropy(z, 1.0) +
            (tied - ones) * cross_entropy(z, 0.0)) /
           ROWS;
}

/* What one step of an optimizer makes of a gradient for one parameter: the
   way it goes, in units of lr. */
static double moves(const optimizer *o, moments *seen, double *theta,
                    double g)
{
    const double before = *theta;
    o->step(o, seen, 1, theta, &g);
    return (*theta - before) / o->lr;
}

/* Three steps by hand. */
static void hand_write(const output_file *values)
{
    static const double g[] = {0.4, 0.2, -0.1};
    optimizer o = fit_keras().optimizer;
    double theta = 0.0, m = 0.0, v = 0.0;
    moments seen = {.m = &m, .v = &v};
    o.step = adam_step_inside;
    o.epsilon = 0.0;
    for (int t = 1; t <= 3; t++) {
        value_write_at(values, "hand.step", t,
                       moves(&o, &seen, &theta, g[t - 1]));
        const double mhat = m / seen.m_share;
        const double vhat = v / seen.v_share;
        value_write_at(values, "hand.m", t, m);
        value_write_at(values, "hand.v", t, v);
        value_write_at(values, "hand.m_share", t, seen.m_share);
        value_write_at(values, "hand.v_share", t, seen.v_share);
        value_write_at(values, "hand.mhat", t, mhat);
        value_write_at(values, "hand.vhat", t, vhat);
        value_write_at(values, "hand.root", t, sqrt(vhat));
        value_write_at(values, "hand.uncorrected", t, -m / sqrt(v));
    }
}

/* Where walks in the valley begin, how long they are, and the rate of
   momentum's. */
enum { VALLEY_STEPS = 60 };
static const double valley_start[] = {-9.0, 0.8};
static const double valley_momentum = 0.1;

/* The steps of one walk, which a file, if there is one, gets as a block.
   Returns the height that is left. */
static double valley_walk(const output_file *file, optimizer_step step,
                          double lr)
{
    const optimizer o = {step, lr, 0.9, 0.999, 1e-7};
    double at[] = {valley_start[0], valley_start[1]};
    double m[2] = {0.0}, v[2] = {0.0};
    moments seen = {.m = m, .v = v};
    for (int t = 0; t <= VALLEY_STEPS; t++) {
        double g[2];
        valley_gradient(at, g);
        if (file != NULL)
            fprintf(file->stream, "%.6g %.6g %.6g\n", at[0], at[1],
                    valley_height(at));
        if (t < VALLEY_STEPS)
            step(&o, &seen, 2, at, g);
    }
    if (file != NULL)
        fprintf(file->stream, "\n\n");
    return valley_height(at);
}

/* Of plain descent's rates from 0.001 to 0.1, in steps of 0.001, the one
   that leaves the least. */
static double valley_rate(void)
{
    double best = 0.001, least = INFINITY;
    for (int i = 1; i <= 100; i++) {
        const double left = valley_walk(NULL, gd_step, 0.001 * i);
        if (left < least) {
            least = left;
            best = 0.001 * i;
        }
    }
    return best;
}

/* What momentum leaves at the worst of all rates from 0.04 to 0.3. */
static double valley_most(void)
{
    double most = 0.0;
    for (int i = 40; i <= 300; i++)
        most = fmax(most, valley_walk(NULL, momentum_step, 0.001 * i));
    return most;
}

/* Plain descent at its best rate, momentum, and RMS at a rate that plain
   descent does not stand. */
static void valley_draw(const output_file *file, const output_file *values)
{
    const double plain = valley_rate();
    fprintf(file->stream, "# alpha, gamma, f, a block each: descent, "
                          "momentum, RMS\n");
    value_write(values, "valley.begin", valley_height(valley_start));
    value_write(values, "valley.plain.rate", plain);
    value_write(values, "valley.plain.left",
                valley_walk(file, gd_step, plain));
    value_write(values, "valley.momentum.rate", valley_momentum);
    value_write(values, "valley.momentum.left",
                valley_walk(file, momentum_step, valley_momentum));
    value_write(values, "valley.momentum.most", valley_most());
    valley_walk(file, rms_step, 0.05);
}

/* The step of a steady gradient, with and without the correction. */
static void correction_draw(const output_file *file,
                            const output_file *values)
{
    enum { STEPS = 20000 };
    optimizer with = fit_keras().optimizer, without = with;
    with.epsilon = without.epsilon = 0.0;
    without.step = uncorrected_step;
    double theta[2] = {0.0}, m[2] = {0.0}, v[2] = {0.0};
    moments seen_with = {.m = &m[0], .v = &v[0]};
    moments seen_without = {.m = &m[1], .v = &v[1]};
    double most = 0.0;
    int at = 0, long_after = 0;
    fprintf(file->stream, "# step, its length in units of lr: corrected, "
                          "uncorrected\n");
    for (int t = 1; t <= STEPS; t++) {
        const double right = -moves(&with, &seen_with, &theta[0], 1.0);
        const double wrong =
            -moves(&without, &seen_without, &theta[1], 1.0);
        if (t == 1)
            value_write(values, "steady.first", wrong);
        if (wrong > most) {
            most = wrong;
            at = t;
        }
        if (wrong > 1.1)
            long_after = t;
        if (t < 100 || t % 50 == 0)
            fprintf(file->stream, "%d %.6g %.6g\n", t, right, wrong);
    }
    value_write(values, "steady.most", most);
    value_write(values, "steady.at", at);
    value_write(values, "steady.until", long_after);
}

/* The first step for a gradient of 10^-6, in units of lr. */
static double tiny_step(optimizer_step step, double epsilon)
{
    optimizer o = fit_keras().optimizer;
    o.step = step;
    o.epsilon = epsilon;
    double theta = 0.0, m = 0.0, v = 0.0;
    moments seen = {.m = &m, .v = &v};
    return -moves(&o, &seen, &theta, 1e-6);
}

static void epsilon_write(const output_file *values)
{
    value_write(values, "epsilon.factor", 1.0 / sqrt(1.0 - 0.999));
    value_write(values, "epsilon.torch", tiny_step(adam_step_inside, 1e-8));
    value_write(values, "epsilon.paper", tiny_step(adam_step_inside, 1e-7));
    value_write(values, "epsilon.keras", tiny_step(adam_step, 1e-7));
}

/* What the notebook's Keras run printed. */
static const double notebook[ROWS] = {0.2522, 0.6163, 0.8094, 0.3499};

/* Its mean cross-entropy. */
static double notebook_loss(void)
{
    const batch rows = xor_rows();
    double sum = 0.0;
    for (int n = 0; n < ROWS; n++)
        sum -= log(rows.y[n] > 0.5 ? notebook[n] : 1.0 - notebook[n]);
    return sum / ROWS;
}

/* One start of many, trained as by Keras, at some of its epochs. */
enum { AT_2000, AT_5000, AT_10000, AT_40000, MOMENTS };
static const long epochs_at[MOMENTS] = {2000, 5000, 10000, 40000};

typedef struct {
    double loss[MOMENTS];
    bool solved[MOMENTS];
    long earliest; /* epoch that solves, of every hundredth; or 0 */
    bool accurate; /* after 2,000 epochs, and so on: */
    bool quarter;  /* all four within 1/4 of their targets */
    double way;    /* how far the one has come that came farthest */
    double needed; /* the same at the earliest epoch that solves */
    double step;   /* the longest step of all, in units of lr */
} fate;

/* All starts are trained to the first of these epochs, the first ones on to
   the others. */
enum { STARTS = 20000, LONG = 4000, FIRST = 1000 };
static const int starts_to[MOMENTS] = {STARTS, LONG, LONG, FIRST};
static fate fates[STARTS];

/* How far the parameter has come that has come farthest. */
static double farthest(const network *start, const network *net)
{
    double way = 0.0;
    for (int k = 0; k < PARAMETERS; k++)
        way = fmax(way, fabs(net->all[k] - start->all[k]));
    return way;
}

static void fate_look(fate *f, const network *start, const run *r)
{
    f->accurate = rows_right(&r->rows, &r->pass) == ROWS;
    f->quarter = true;
    for (int n = 0; n < ROWS; n++)
        if (fabs(r->pass.yhat[n] - r->rows.y[n]) > 0.25)
            f->quarter = false;
    f->way = farthest(start, &r->net);
}

/* What is watched of a run: its longest step so far, and the first hundred
   epochs after which it solves. */
typedef struct {
    network start, before;
    fate *f;
} step_watch;

static void step_look(const run *r, void *watcher)
{
    step_watch *const w = watcher;
    for (int k = 0; r->epoch <= epochs_at[AT_2000] && k < PARAMETERS; k++)
        w->f->step =
            fmax(w->f->step, fabs(r->net.all[k] - w->before.all[k]));
    w->before = r->net;
    if (r->epoch % 100 == 0 && w->f->earliest == 0 &&
        rows_solved(&r->rows, &r->pass)) {
        w->f->earliest = r->epoch;
        w->f->needed = farthest(&w->start, &r->net);
    }
    for (int at = 0; at < MOMENTS; at++)
        if (r->epoch == epochs_at[at]) {
            w->f->loss[at] = r->L;
            w->f->solved[at] = rows_solved(&r->rows, &r->pass);
        }
    if (r->epoch == epochs_at[AT_2000])
        fate_look(w->f, &w->start, r);
}

static void fate_work(void *state, size_t number)
{
    (void)state;
    const fit keras = fit_keras();
    const int last = number < FIRST  ? AT_40000
                     : number < LONG ? AT_10000
                                     : AT_2000;
    run r = start_of(&keras, number + 1, epochs_at[last]);
    fate f = {.way = 0.0};
    step_watch watch = {r.net, r.net, &f};
    r.watch = step_look;
    r.watcher = &watch;
    fit_train(&keras.optimizer, &r);
    f.step /= keras.optimizer.lr;
    fates[number] = f;
}

/* Counts over the starts. */
static void fates_write(const output_file *values)
{
    static const char *const names[MOMENTS] = {"at-2000", "at-5000",
                                               "at-10000", "at-40000"};
    long solved[MOMENTS] = {0}, accurate = 0, quarter = 0, above = 0;
    long above_first = 0, at_two = 0;
    for (int s = 0; s < STARTS; s++) {
        for (int at = 0; at < MOMENTS; at++)
            solved[at] += fates[s].solved[at];
        at_two += s < LONG && !fates[s].solved[AT_10000] &&
                  fabs(fates[s].loss[AT_10000] - plateau(2, 1)) < 0.01;
        accurate += fates[s].accurate;
        quarter += fates[s].quarter;
        above += fates[s].loss[AT_2000] > notebook_loss();
        above_first += fates[s].loss[AT_2000] > fates[0].loss[AT_2000];
    }
    long first = 0;
    long earliest = epochs_at[AT_10000];
    for (int s = 0; s < STARTS; s++) {
        first += s < FIRST && fates[s].solved[AT_10000];
        if (fates[s].earliest > 0 && fates[s].earliest < earliest)
            earliest = fates[s].earliest;
    }
    value_write(values, "first.at-10000", (double)first);
    value_write(values, "earliest", (double)earliest);
    value_write(values, "starts", STARTS);
    value_write(values, "starts.long", LONG);
    value_write(values, "starts.first", FIRST);
    for (int at = 0; at < MOMENTS; at++)
        interval_write(values, names[at], solved[at], starts_to[at]);
    value_write(values, "unsolved", (double)(LONG - solved[AT_10000]));
    value_write(values, "first.at-40000", (double)solved[AT_40000]);
    value_write(values, "at-two", (double)at_two);
    interval_write(values, "accurate", accurate, STARTS);
    value_write(values, "quarter", (double)quarter);
    value_write(values, "notebook.loss", notebook_loss());
    value_write(values, "notebook.likelihood",
                exp(-ROWS * notebook_loss()));
    interval_write(values, "above", above, STARTS);
    value_write(values, "above.seed-1", (double)above_first / STARTS);
}

/* How far they have come after 2,000 epochs, in the median and at most; how
   far at least to solve; the longest step. */
static void ways_write(const output_file *values)
{
    static double ways[STARTS];
    double longest = 0.0, least = HUGE_VAL;
    for (int s = 0; s < STARTS; s++) {
        ways[s] = fates[s].way;
        longest = fmax(longest, fates[s].step);
        if (fates[s].earliest > 0)
            least = fmin(least, fates[s].needed);
    }
    numbers_sort(ways, STARTS);
    value_write(values, "way.farthest", quantile(ways, STARTS, 0.5));
    value_write(values, "way.most", ways[STARTS - 1]);
    value_write(values, "way.needed", least);
    value_write(values, "step.most", longest);
}

/* A histogram of the losses at the three epochs, forty bars to a power of
   ten from 10^-3 to 1. */
static void losses_draw(const output_file *file)
{
    enum { BARS = 120 };
    enum { SHOWN = AT_10000 + 1 };
    double bars[SHOWN][BARS] = {{0.0}};
    for (int at = 0; at < SHOWN; at++)
        for (int s = 0; s < starts_to[at]; s++) {
            const int b =
                (int)floor(40.0 * (log10(fates[s].loss[at]) + 3.0));
            bars[at][b < 0       ? 0
                     : b >= BARS ? BARS - 1
                                 : b] += 100.0 / starts_to[at];
        }
    fprintf(file->stream,
            "# loss, how many in a hundred starts are between "
            "it and the next, after 2000, 5000 and 10000\n");
    for (int b = 0; b < BARS; b++)
        fprintf(file->stream, "%.6g %.6g %.6g %.6g\n",
                pow(10.0, 0.025 * b - 3.0), bars[AT_2000][b],
                bars[AT_5000][b], bars[AT_10000][b]);
}

/* A step of Adam's way or of m's way, as long as Adam's or as with one v
   for all parameters, which is the mean of the 13. */
static void parts_step(const optimizer *o, moments *seen, double theta[],
                       const double g[], bool along_m, bool long_as_adam)
{
    double *const m = seen->m, *const v = seen->v;
    double mhat[PARAMETERS], adam[PARAMETERS];
    double mean_v = 0.0, m_square = 0.0, adam_square = 0.0;
    seen->m_share = o->beta1 * seen->m_share + (1.0 - o->beta1);
    seen->v_share = o->beta2 * seen->v_share + (1.0 - o->beta2);
    for (int k = 0; k < PARAMETERS; k++) {
        m[k] = o->beta1 * m[k] + (1.0 - o->beta1) * g[k];
        v[k] = o->beta2 * v[k] + (1.0 - o->beta2) * g[k] * g[k];
        const double vhat = v[k] / seen->v_share;
        mhat[k] = m[k] / seen->m_share;
        adam[k] = mhat[k] / (sqrt(vhat) + o->epsilon);
        mean_v += vhat / PARAMETERS;
        m_square += mhat[k] * mhat[k];
        adam_square += adam[k] * adam[k];
    }
    const double *const way = along_m ? mhat : adam;
    const double length =
        long_as_adam ? sqrt(adam_square)
                     : sqrt(m_square) / (sqrt(mean_v) + o->epsilon);
    const double scale =
        o->lr * length / sqrt(along_m ? m_square : adam_square);
    for (int k = 0; k < PARAMETERS; k++)
        theta[k] -= scale * way[k];
}

/* Along m, as far as Adam would go. */
static void stretched_step(const optimizer *o, moments *seen, int count,
                           double theta[], const double g[])
{
    (void)count;
    parts_step(o, seen, theta, g, true, true);
}

/* Where Adam would go, as far as with one v for all. */
static void turned_step(const optimizer *o, moments *seen, int count,
                        double theta[], const double g[])
{
    (void)count;
    parts_step(o, seen, theta, g, false, false);
}

static tally optimizer_count(optimizer o, long epochs)
{
    const many_starts first = {INIT_GLOROT, 1, 2000, epochs};
    const fit f = {LOSS_BCE, o};
    const trainer by = fit_trainer(&f);
    return starts_count(&by, &first, cores_online());
}

static void parts_write(const output_file *values)
{
    static const struct {
        const char *name;
        optimizer_step step;
    } parts[] = {{"stretched", stretched_step}, {"turned", turned_step}};
    optimizer o = fit_keras().optimizer;
    o.lr = 0.01;
    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
        o.step = parts[p].step;
        const tally all = optimizer_count(o, 10000);
        interval_write(values, parts[p].name, all.solved, all.starts);
    }
}

/* The learning rate of a list that solves the most starts in 500 epochs,
   and how many it solves. */
static void best_rate_write(const output_file *values, const char *name,
                            optimizer o, const double rates[], int n)
{
    double best = 0.0;
    long most = -1;
    char word[32];
    for (int i = 0; i < n; i++) {
        o.lr = rates[i];
        const tally all = optimizer_count(o, 500);
        if (all.solved > most) {
            most = all.solved;
            best = rates[i];
        }
    }
    snprintf(word, sizeof word, "best.%s.lr", name);
    value_write(values, word, best);
    snprintf(word, sizeof word, "best.%s.share", name);
    value_write(values, word, (double)most / 2000.0);
}

static void best_rates_write(const output_file *values)
{
    static const double of_gd[] = {1.0, 2.0, 5.0, 10.0, 20.0};
    static const double of_adam[] = {0.01, 0.02, 0.03, 0.05, 0.1};
    const optimizer gd = {gd_step, 0.0, 0.0, 0.0, 0.0};
    best_rate_write(values, "gd", gd, of_gd, 5);
    best_rate_write(values, "adam", fit_keras().optimizer, of_adam, 5);
}

/* Of a hundred starts, how many are led more than a millionth apart from
   themselves, in some parameter, in 400 epochs, if one weight of the start
   is moved to the next double. */
static double parted(const fit *f)
{
    double apart = 0.0;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        run a = start_of(f, seed, 400), b = a;
        b.net.all[0] = nextafter(b.net.all[0], HUGE_VAL);
        fit_train(&f->optimizer, &a);
        fit_train(&f->optimizer, &b);
        double most = 0.0;
        for (int k = 0; k < PARAMETERS; k++)
            most = fmax(most, fabs(a.net.all[k] - b.net.all[k]));
        apart += most > 1e-6;
    }
    return apart;
}

static void parted_write(const output_file *values)
{
    fit f = fit_keras();
    f.optimizer.lr = 0.01;
    value_write(values, "parted.long", parted(&f));
    f.optimizer.beta1 = 0.64;
    f.optimizer.beta2 = 0.945;
    value_write(values, "parted.short", parted(&f));
}

/* One loss and one optimizer of four, and which starts they solve. */
enum { FOUR_STARTS = 2000, FOUR_EPOCHS = 10000 };
typedef struct {
    const char *name;
    fit how;
    bool solved[FOUR_STARTS];
} combination;

static void combination_work(void *state, size_t number)
{
    combination *const c = state;
    const trainer by = fit_trainer(&c->how);
    const run r = start_train(&by, INIT_GLOROT, number + 1, FOUR_EPOCHS);
    c->solved[number] = !r.diverged && rows_solved(&r.rows, &r.pass);
}

static void four_write(const output_file *values)
{
    const optimizer gd = {gd_step, 0.5, 0.0, 0.0, 0.0};
    optimizer adam = fit_keras().optimizer;
    adam.lr = 0.01;
    static combination all[4];
    double failed[4];
    all[0] = (combination){.name = "gd-half", .how = {LOSS_HALF, gd}};
    all[1] = (combination){.name = "gd-bce", .how = {LOSS_BCE, gd}};
    all[2] = (combination){.name = "adam-half", .how = {LOSS_HALF, adam}};
    all[3] = (combination){.name = "adam-bce", .how = {LOSS_BCE, adam}};
    value_write(values, "four.starts", FOUR_STARTS);
    for (int c = 0; c < 4; c++) {
        long solved = 0;
        parallel_for(cores_online(), FOUR_STARTS, combination_work, &all[c],
                     "starts");
        for (int s = 0; s < FOUR_STARTS; s++)
            solved += all[c].solved[s];
        interval_write(values, all[c].name, solved, FOUR_STARTS);
        failed[c] = (double)(FOUR_STARTS - solved);
    }
    value_write(values, "four.points",
                100.0 * (failed[2] - failed[0]) / FOUR_STARTS);
    value_write(values, "four.times.half", failed[2] / failed[0]);
    value_write(values, "four.times.bce", failed[3] / failed[1]);
}

/* Exercise 3.9: a run of Adam with one learning rate for so many steps and
   another for the rest, and the last step that raised the loss. */
typedef struct {
    double first, then;
    long steps, epochs;
} rates;

static run rates_train(const rates *how, uint64_t seed, long *raised)
{
    const fit keras = fit_keras();
    optimizer o = keras.optimizer;
    run r = start_of(&keras, seed, how->epochs);
    double m[PARAMETERS] = {0.0}, v[PARAMETERS] = {0.0};
    moments seen = {.m = m, .v = v};
    double before = HUGE_VAL;
    *raised = 0;
    while (run_goes_on(&r)) {
        network gradient;
        if (r.L > before)
            *raised = r.epoch - 1;
        before = r.L;
        o.lr = r.epoch <= how->steps ? how->first : how->then;
        network_backward(&r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
        o.step(&o, &seen, PARAMETERS, r.net.all, gradient.all);
    }
    if (r.L > before)
        *raised = r.epoch;
    return r;
}

/* Do the hidden units answer alike, to within a twentieth, in each row? */
static bool units_alike(const run *r)
{
    for (int n = 0; n < ROWS; n++)
        for (int j = 1; j < HIDDEN; j++)
            for (int i = 0; i < j; i++)
                if (fabs(r->pass.h[n][i] - r->pass.h[n][j]) > 0.05)
                    return false;
    return true;
}

/* Of the first hundred starts, how many solve, how many end with hidden
   units that are alike, and how many fail and have settled: in the last
   hundred steps the loss never rose. */
typedef struct {
    double solved, alike, settled;
} rates_tally;

enum { RATES_STARTS = 100 };
static rates_tally rates_count(rates how)
{
    rates_tally all = {.solved = 0.0};
    for (uint64_t seed = 1; seed <= RATES_STARTS; seed++) {
        long raised;
        const run r = rates_train(&how, seed, &raised);
        const bool solves = !r.diverged && rows_solved(&r.rows, &r.pass);
        all.solved += solves;
        all.alike += units_alike(&r);
        all.settled += !solves && raised <= how.epochs - 100;
    }
    return all;
}

/* Of those whose units are alike after ten steps of 1, how many solve with
   0.02 for 10,000 more. */
static double alike_solved(void)
{
    double solved = 0.0;
    for (uint64_t seed = 1; seed <= RATES_STARTS; seed++) {
        long raised;
        rates how = {1.0, 0.02, 10, 10};
        run r = rates_train(&how, seed, &raised);
        if (!units_alike(&r))
            continue;
        how.epochs += 10000;
        r = rates_train(&how, seed, &raised);
        solved += !r.diverged && rows_solved(&r.rows, &r.pass);
    }
    return solved;
}

static void rates_write(const output_file *values)
{
    const rates_tally whole = rates_count((rates){1.0, 1.0, 0, 1000});
    value_write(values, "rates.failed", RATES_STARTS - whole.solved);
    value_write(values, "rates.settled", whole.settled);
    value_write(values, "rates.alike.solved", alike_solved());
    value_write(values, "rates.alike.long",
                rates_count((rates){1.0, 1.0, 0, 10}).alike);
    value_write(values, "rates.alike.short",
                rates_count((rates){0.02, 0.02, 0, 10}).alike);
    value_write(values, "rates.short-first",
                rates_count((rates){0.02, 1.0, 50, 1050}).solved);
    value_write(values, "rates.long-first",
                rates_count((rates){1.0, 0.02, 10, 1010}).solved);
    value_write(values, "rates.long-first-on",
                rates_count((rates){1.0, 0.02, 10, 10010}).solved);
}

enum { VALUES, SLOPES, VALLEY, CORRECTION, LOSSES, FILES };

static bool all_write(const output_file files[])
{
    const output_file *const values = &files[VALUES];
    slopes_draw(&files[SLOPES], values);
    start_write(values);
    needed_write(values);
    clipping_write(values);
    value_write(values, "plateau.four", plateau(4, 2));
    hand_write(values);
    valley_draw(&files[VALLEY], values);
    correction_draw(&files[CORRECTION], values);
    epsilon_write(values);
    parallel_for(cores_online(), STARTS, fate_work, NULL, "starts");
    fates_write(values);
    ways_write(values);
    losses_draw(&files[LOSSES]);
    four_write(values);
    parts_write(values);
    best_rates_write(values);
    parted_write(values);
    rates_write(values);
    return true;
}

int main(int argc, char *argv[])
{
    static const char *const names[FILES] = {"measure.values", "slopes.dat",
                                             "valley.dat", "correction.dat",
                                             "losses.dat"};
    return measure_main(argc, argv, "measure-03-adam", names, FILES,
                        all_write);
}
