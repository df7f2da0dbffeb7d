/* 03-adam.c: the numbers of chapter 3's moving figures. */
#include "01-neuron/neuron.h"
#include "02-network/many_starts.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"
#include "figure.h"
#include "measure/valley.h"

#include <math.h>
#include <string.h>

INPUT_PLACE

/* The loss of a lone row whose logit is z, and its slope by z. */
static double row_loss(loss_function loss, double z, double y, double *slope)
{
    const batch row = {.size = 1, .y = {y}};
    const network_pass p = {.z2 = {z}, .yhat = {sigmoid(z)}};
    return loss(&row, &p, slope);
}

/* Two output neurons after so many steps, one down each loss; all that they have is a bias, so it is their z. And both losses and
   their slopes over z. */
FIGURE(losses, "half.z half.yhat half.L half.dL_dz bce.z bce.yhat bce.L bce.dL_dz "
               "half.losses*201 half.slopes*201 bce.losses*201 bce.slopes*201\n"
               "y 0|1")
{
    enum { Z, Y, LR, STEP };
    enum { POINTS = 201, LEFT = -10, RIGHT = 10 };
    static const loss_function losses[] = {half_squares, mean_cross_entropy};
    static struct {
        struct {
            double z, yhat, L, dL_dz;
        } at[2];
        struct {
            double losses[POINTS], slopes[POINTS];
        } along[2];
    } out;
    for (int l = 0; l < 2; l++) {
        double slope[ROWS];
        network net = {.b2 = in[Z]};
        for (int t = 0; t < (int)in[STEP]; t++) {
            row_loss(losses[l], net.b2, in[Y], slope);
            const network gradient = {.b2 = slope[0]};
            network_step(&net, &gradient, in[LR]);
        }
        out.at[l].z = net.b2, out.at[l].yhat = sigmoid(net.b2);
        out.at[l].L = row_loss(losses[l], net.b2, in[Y], slope), out.at[l].dL_dz = slope[0];
        for (int i = 0; i < POINTS; i++) {
            const double z = LEFT + (RIGHT - LEFT) * i / (POINTS - 1.0);
            out.along[l].losses[i] = row_loss(losses[l], z, in[Y], slope), out.along[l].slopes[i] = slope[0];
        }
    }
    return (const double *)&out;
}

/* Four walks in the valley. One that is thrown out of it ends where it is higher than a million. Around the floor lie lines of equal
   height, of which we give how far they reach along and across. */
FIGURE(valley, "gd.alpha gd.gamma gd.f momentum.alpha momentum.gamma momentum.f rms.alpha rms.gamma rms.f adam.alpha adam.gamma adam.f "
               "epsilon steps*4 rings*10 gd.path*402 momentum.path*402 rms.path*402 adam.path*402")
{
    enum { ALPHA, GAMMA, LR, BETA1, BETA2, STEP };
    enum { WALKS = 4, MOST = 200, RINGS = 5 };
    static const optimizer_step steps[WALKS] = {gd_step, momentum_step, rms_step, adam_step};
    static const double heights[RINGS] = {1, 5, 15, 30, 50};
    static struct {
        struct {
            double alpha, gamma, f;
        } at[WALKS];
        double epsilon, steps[WALKS], rings[RINGS][2], path[WALKS][MOST + 1][2];
    } out;
    for (int w = 0; w < WALKS; w++) {
        const optimizer o = {steps[w], in[LR], in[BETA1], in[BETA2], fit_keras().optimizer.epsilon};
        double at[2] = {in[ALPHA], in[GAMMA]}, g[2], m[2] = {0}, v[2] = {0};
        moments seen = {.m = m, .v = v};
        int t = 0;
        for (;; t++) {
            out.path[w][t][0] = at[0], out.path[w][t][1] = at[1];
            if (t == (int)in[STEP] || valley_height(at) > 1e6)
                break;
            valley_gradient(at, g);
            o.step(&o, &seen, 2, at, g);
        }
        out.at[w].alpha = at[0], out.at[w].gamma = at[1], out.at[w].f = valley_height(at);
        out.steps[w] = t, out.epsilon = o.epsilon;
    }
    for (int r = 0; r < RINGS; r++)
        out.rings[r][0] = sqrt(2 * heights[r]), out.rings[r][1] = sqrt(2 * heights[r] / VALLEY_STEEP);
    return (const double *)&out;
}

/* A run of one of the four ways to train. It goes on where fit_train, which begins an optimizer's memory with a run, would begin
   again. Of each of its epochs it keeps half the sum of the squared errors, which is comparable, whatever loss is descended. */
enum { RACERS = 4, EPOCHS = 10000 };
typedef struct {
    fit how;
    run r;
    double m[PARAMETERS], v[PARAMETERS];
    moments seen; /* m and v, and their shares */
    double missed[EPOCHS + 1];
} racer;

static void missed_keep(const run *r, void *watcher)
{
    double slopes[ROWS];
    ((racer *)watcher)->missed[r->epoch] = half_squares(&r->rows, &r->pass, slopes);
}

static void racer_start(racer *a, loss_kind loss, optimizer_step step, double lr, init_kind init, uint64_t seed)
{
    a->how = fit_keras();
    a->how.loss = loss, a->how.optimizer.step = step, a->how.optimizer.lr = lr;
    a->r = start_begin(fit_trainer(&a->how).loss, init, seed, 0);
    a->r.watch = missed_keep, a->r.watcher = a;
    memset(a->m, 0, sizeof a->m), memset(a->v, 0, sizeof a->v);
    a->seen = (moments){.m = a->m, .v = a->v};
}

static void racer_run(racer *a, long epochs)
{
    a->r.epochs = epochs;
    while (run_goes_on(&a->r)) {
        network gradient;
        network_backward(&a->r.net, &a->r.rows, &a->r.pass, a->r.dL_dz2, &gradient);
        a->how.optimizer.step(&a->how.optimizer, &a->seen, PARAMETERS, a->r.net.all, gradient.all);
    }
}

/* The four runs over an axis of epochs that is logarithmic, with 1 at its left end. */
enum { POINTS = 140 };
typedef struct {
    double drawn, decades[POINTS], missed[RACERS][POINTS];
} curves;

static void curves_add(curves *c, const racer all[RACERS], long epoch)
{
    const int i = (int)c->drawn++;
    c->decades[i] = log10(fmax((double)epoch, 1));
    for (int a = 0; a < RACERS; a++)
        c->missed[a][i] = all[a].missed[epoch];
}

/* All four after so many epochs, and the parameters of the one that is looked at. */
#define RACER(name) name ".loss.last " name ".yhat.0 " name ".yhat.1 " name ".yhat.2 " name ".yhat.3 " name ".solved "
FIGURE(four, RACER("gd-half") RACER("gd-bce") RACER("adam-half") RACER("adam-bce")
             "W1[0][0] W1[0][1] W1[0][2] W1[1][0] W1[1][1] W1[1][2] b1[0] b1[1] b1[2] W2[0] W2[1] W2[2] b2 diverged "
             "drawn decades*140 gd-half.missed*140 gd-bce.missed*140 adam-half.missed*140 adam-bce.missed*140\n"
             "init uniform|symmetric|normal|glorot|tiny|zero|half\n"
             "look gd-half|gd-bce|adam-half|adam-bce")
{
    enum { SEED, INIT, LR_GD, LR_ADAM, LOOK, EPOCH };
    static struct {
        struct {
            double loss, yhat[ROWS], solved;
        } at[RACERS];
        network looked_at;
        double diverged;
        curves over;
    } out;
    static racer all[RACERS];
    static double began[LOOK];
    static long reached = -1;
    const long epoch = (long)in[EPOCH];
    if (reached < 0 || epoch < reached || memcmp(began, in, sizeof began) != 0)
        for (int a = 0; a < RACERS; a++)
            racer_start(&all[a], a % 2 == 0 ? LOSS_HALF : LOSS_BCE, a < 2 ? gd_step : adam_step, in[a < 2 ? LR_GD : LR_ADAM],
                        (init_kind)in[INIT], (uint64_t)in[SEED]);
    memcpy(began, in, sizeof began);
    reached = epoch;
    out.diverged = 0;
    for (int a = 0; a < RACERS; a++) {
        const run *const r = &all[a].r;
        racer_run(&all[a], epoch);
        out.at[a].loss = r->L, out.at[a].solved = rows_solved(&r->rows, &r->pass);
        memcpy(out.at[a].yhat, r->pass.yhat, sizeof r->pass.yhat);
        out.diverged += r->diverged;
    }
    out.looked_at = all[(int)in[LOOK]].r.net;
    /* Each epoch while they are few, then such as stand apart on the axis, and the last. */
    out.over.drawn = 0;
    for (long e = 1; e < epoch; e = (long)fmax((double)e + 1, 1.06 * (double)e))
        curves_add(&out.over, all, e);
    curves_add(&out.over, all, epoch);
    return (const double *)&out;
}
