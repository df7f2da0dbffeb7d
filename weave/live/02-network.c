/* 02-network.c: the numbers of chapter 2's moving figures. */
#include "01-neuron/neuron.h"
#include "02-network/clinic.h"
#include "02-network/gradient.h"
#include "02-network/interval.h"
#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "figure.h"

#include <math.h>
#include <string.h>

INPUT_PLACE

/* Adds a number for each parameter, with this before its name. */
static void parameters_say(char says[], const char *before)
{
    for (int k = 0; k < PARAMETERS; k++)
        strcat(strcat(strcat(says, " "), before), parameter_names[k]);
}

enum { EPOCHS = 10000, POINTS = 101, SIDE = 48 };

static const char *training_says(void)
{
    static char says[1024];
    strcpy(says, "loss.last yhat.0 yhat.1 yhat.2 yhat.3 solved check.error check.wrong diverged end losses*101 plane*2304 wrong*13");
    parameters_say(says, "start.");
    parameters_say(says, "");
    strcat(strcat(says, "\ninit "), init_words);
    strcat(strcat(says, "\nmethod "), method_words);
    return strcat(strcat(says, "\nbug "), bug_words);
}

static void loss_keep(const run *r, void *losses)
{
    ((double *)losses)[r->epoch] = r->L;
}

/* The answers over the inputs from -1/4 to 5/4, the uppermost row first. */
static void plane_fill(const network *net, double plane[SIDE * SIDE])
{
    for (int at = 0; at < SIDE * SIDE; at += ROWS) {
        batch points = {.size = ROWS};
        network_pass p;
        for (int n = 0; n < ROWS; n++) {
            points.x[n][0] = -0.25 + 1.5 * ((at + n) % SIDE) / (SIDE - 1);
            points.x[n][1] = 1.25 - 1.5 * ((at + n) / SIDE) / (SIDE - 1);
        }
        network_forward(net, &points, &p);
        memcpy(plane + at, p.yhat, sizeof p.yhat);
    }
}

/* A start in training, as main.c trains it, and what the check says of its gradient where it has come to. A parameter that is not NaN
   takes the place of the one that was drawn. */
FIGURE(training, training_says())
{
    enum { SEED, INIT, METHOD, LR, BUG, START, STEP = START + PARAMETERS };
    static struct {
        double loss, yhat[ROWS], solved, error, wrong, diverged, end, losses[POINTS], plane[SIDE * SIDE], wrong_in[PARAMETERS];
        network start, net;
    } out;
    static double asked[STEP], losses[EPOCHS + 1];
    static run r;
    const descent plain = {(method_kind)in[METHOD], in[LR]};
    const bugged_descent bugged = {plain, (bug_kind)in[BUG]};
    const trainer by = bugged.bug == BUG_NONE ? (trainer){.backward = right_backward, .train = descent_train, .how = &plain}
                                              : (trainer){.backward = clinic_backward, .train = clinic_train, .how = &bugged};
    if (in[STEP] < (double)r.epoch || memcmp(asked, in, sizeof asked) != 0) {
        memcpy(asked, in, sizeof asked);
        r = start_begin(half_squares, (init_kind)in[INIT], (uint64_t)in[SEED], 0);
        for (int k = 0; k < PARAMETERS; k++)
            if (!isnan(in[START + k]))
                r.net.all[k] = in[START + k];
        r.watch = loss_keep, r.watcher = losses;
        out.start = r.net;
    }
    r.epochs = (long)in[STEP];
    by.train(by.how, &r);

    network gradient;
    derivative all[PARAMETERS];
    by.backward(by.how, &r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
    network_derivatives(half_squares, &r.net, &r.rows, &gradient, all);
    out.error = out.wrong = 0.0;
    for (int k = 0; k < PARAMETERS; k++) {
        const double error = relative_error(all[k].analytic, all[k].numeric);
        out.error = fmax(out.error, error);
        out.wrong += out.wrong_in[k] = !(error <= 1e-6); /* as derivatives_agree has it */
    }
    out.loss = r.L, out.net = r.net, out.diverged = r.diverged;
    memcpy(out.yhat, r.pass.yhat, sizeof out.yhat);
    out.solved = rows_solved(&r.rows, &r.pass);
    static const long ends[] = {100, 200, 500, 1000, 2000, 5000, EPOCHS};
    int e = 0;
    while (ends[e] < r.epochs)
        e++;
    const long end = ends[e];
    out.end = (double)end;
    for (long i = 0; i < POINTS; i++)
        out.losses[i] = i * end / (POINTS - 1) <= r.epoch ? losses[i * end / (POINTS - 1)] : NAN;
    plane_fill(&r.net, out.plane);
    return (const double *)&out;
}

static const char *pass_says(void)
{
    static char says[1024];
    strcpy(says, "x[0] x[1] y z1[0] z1[1] z1[2] h[0] h[1] h[2] z2 yhat loss dL_dyhat dyhat_dz2 dL_dz2 dL_dh[0] dL_dh[1] dL_dh[2] "
                 "dh_dz1[0] dh_dz1[1] dh_dz1[2] dL_dz1[0] dL_dz1[1] dL_dz1[2]");
    parameters_say(says, "dL_d");
    return strcat(says, "\nrow 00|01|10|11");
}

/* The pass of one row there and back. Each step of the figure is a part of it, and all are worked out. */
FIGURE(pass, pass_says())
{
    enum { ROW, START };
    static struct {
        double x[INPUTS], y, z1[HIDDEN], h[HIDDEN], z2, yhat, loss, dL_dyhat, dyhat_dz2, dL_dz2, dL_dh[HIDDEN], dh_dz1[HIDDEN], dL_dz1[HIDDEN];
        network gradient;
    } out;
    const batch rows = xor_rows();
    const double *const x = rows.x[(int)in[ROW]];
    const batch row = {.size = 1, .x = {{x[0], x[1]}}, .y = {rows.y[(int)in[ROW]]}};
    network net;
    network_pass p;
    memcpy(net.all, in + START, sizeof net.all);
    network_forward(&net, &row, &p);
    memcpy(out.x, row.x, sizeof out.x);
    memcpy(out.z1, p.z1, sizeof out.z1);
    memcpy(out.h, p.h, sizeof out.h);
    out.y = row.y[0], out.z2 = p.z2[0], out.yhat = p.yhat[0];
    out.loss = half_squares(&row, &p, &out.dL_dz2);
    network_backward(&net, &row, &p, &out.dL_dz2, &out.gradient);
    /* What these two have between their lines: the output is a neuron of chapter 1, and a row's slope by a bias is the unit's delta. */
    const slopes at_output = neuron_backward(&(sample){.y = out.y}, &(neuron_pass){.yhat = out.yhat});
    out.dL_dyhat = at_output.dL_dyhat, out.dyhat_dz2 = at_output.dyhat_dz;
    for (int j = 0; j < HIDDEN; j++) {
        out.dL_dh[j] = out.dL_dz2 * net.W2[j];
        out.dh_dz1[j] = sigmoid_prime_from_output(out.h[j]);
        out.dL_dz1[j] = out.gradient.b1[j];
    }
    return (const double *)&out;
}

enum { STARTS = 500, KINDS = 5, SOLVED = -1, DIVERGED = -2 };

static const char *tally_says(void)
{
    static char says[512];
    strcpy(says, "starts solved solved.share solved.low solved.high diverged newest counts*5 near*20");
    strcat(strcat(says, "\ninit "), init_words);
    return strcat(strcat(says, "\nmethod "), method_words);
}

/* How a run ended: SOLVED, DIVERGED, or as a tally numbers it. */
static int run_ending(const run *r)
{
    tally one = {.starts = 0};
    tally_add(&one, r);
    int ending = 0;
    while (ending < ENDINGS - 1 && one.others[ending] == 0)
        ending++;
    return one.solved > 0 ? SOLVED : one.diverged > 0 ? DIVERGED : ending;
}

/* So many starts, a seed after the other, trained and counted. Of the endings it tells the most frequent, KINDS of them: how many, and
   what their predictions are near, row by row. newest is where the last start went: 0 solved, 1 and on these, -1 none. */
FIGURE(tally, tally_says())
{
    enum { INIT, METHOD, LR, EPOCHS_EACH, SEED, STEP };
    static struct {
        double starts, solved, share, low, high, diverged, newest, counts[KINDS], near[KINDS][ROWS];
    } out;
    static double asked[STEP];
    static int endings[STARTS];
    static long trained;
    static long others[ENDINGS];
    const descent plain = {(method_kind)in[METHOD], in[LR]};
    const trainer by = {.loss = half_squares, .train = descent_train, .how = &plain};
    const long n = (long)in[STEP];
    if (memcmp(asked, in, sizeof asked) != 0)
        trained = 0;
    memcpy(asked, in, sizeof asked);
    for (; trained < n; trained++) {
        const run r = start_train(&by, (init_kind)in[INIT], (uint64_t)in[SEED] + (uint64_t)trained, (long)in[EPOCHS_EACH]);
        endings[trained] = run_ending(&r);
    }

    long solved = 0, diverged = 0;
    memset(others, 0, sizeof others);
    for (long k = 0; k < n; k++) {
        solved += endings[k] == SOLVED;
        diverged += endings[k] == DIVERGED;
        if (endings[k] >= 0)
            others[endings[k]]++;
    }
    /* Of no start at all nothing is known. */
    const interval sure = n > 0 ? wilson_interval(solved, n) : (interval){0.0, 0.0, 1.0};
    out.starts = (double)n, out.solved = (double)solved, out.diverged = (double)diverged;
    out.share = sure.share, out.low = sure.low, out.high = sure.high;
    out.newest = n > 0 && endings[n - 1] == SOLVED ? 0.0 : -1.0;
    for (int kind = 0; kind < KINDS; kind++) {
        int most = 0;
        for (int e = 1; e < ENDINGS; e++)
            if (others[e] > others[most])
                most = e;
        out.counts[kind] = (double)others[most];
        for (int row = 0; row < ROWS; row++)
            out.near[kind][row] = ending_digit(most, row);
        if (n > 0 && endings[n - 1] == most && others[most] > 0)
            out.newest = 1 + kind;
        others[most] = 0;
    }
    return (const double *)&out;
}
