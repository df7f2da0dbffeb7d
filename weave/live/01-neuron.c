/* 01-neuron.c: the numbers of chapter 1's moving figures. */
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "figure.h"

#include <float.h>
#include <math.h>

INPUT_PLACE

/* The neuron on its sample after so many steps: the pass there and back, and the loss over the weight, with its tangent. */
FIGURE(neuron, "w b z yhat L dL_dyhat dyhat_dz dL_dz dL_dw dL_db curve*121 tangent*2")
{
    enum { W, B, X, Y, LR, STEP };
    enum { POINTS = 121, LEFT = -6, RIGHT = 6 };
    static struct {
        double w, b, z, yhat, L, dL_dyhat, dyhat_dz, dL_dz, dL_dw, dL_db, curve[POINTS], tangent[2];
    } out;
    neuron n = {in[W], in[B]};
    const sample s = {in[X], in[Y]};
    neuron_train(&n, &s, in[LR], (long)in[STEP]);
    const neuron_pass f = neuron_forward(&n, &s);
    const slopes d = neuron_backward(&s, &f);
    out.w = n.w, out.b = n.b, out.z = f.z, out.yhat = f.yhat, out.L = f.loss;
    out.dL_dyhat = d.dL_dyhat, out.dyhat_dz = d.dyhat_dz, out.dL_dz = d.dL_dz, out.dL_dw = d.dL_dw, out.dL_db = d.dL_db;
    for (int i = 0; i < POINTS; i++) {
        const neuron there = {LEFT + (RIGHT - LEFT) * i / (POINTS - 1.0), n.b};
        out.curve[i] = neuron_forward(&there, &s).loss;
    }
    for (int i = 0; i < 2; i++)
        out.tangent[i] = f.loss + d.dL_dw * ((i == 0 ? LEFT : RIGHT) - n.w);
    return (const double *)&out;
}

/* The loss over weight and bias, and the path from a start on it: of its steps the later ones are thinned out. */
FIGURE(bowl, "w b z yhat L dL_dw dL_db plane*1681 path_w*101 path_b*101")
{
    enum { W, B, X, Y, LR, STEP };
    enum { SIDE = 41, HALF = 5, PATH = 101 };
    static struct {
        double w, b, z, yhat, L, dL_dw, dL_db, plane[SIDE][SIDE], path_w[PATH], path_b[PATH];
    } out;
    neuron n = {in[W], in[B]};
    const sample s = {in[X], in[Y]};
    long done = 0;
    for (int i = 0; i < PATH; i++) {
        const long step = (long)(in[STEP] * i * i / ((PATH - 1.0) * (PATH - 1.0)));
        neuron_train(&n, &s, in[LR], step - done);
        done = step;
        out.path_w[i] = n.w;
        out.path_b[i] = n.b;
    }
    const neuron_pass f = neuron_forward(&n, &s);
    const slopes d = neuron_backward(&s, &f);
    out.w = n.w, out.b = n.b, out.z = f.z, out.yhat = f.yhat, out.L = f.loss, out.dL_dw = d.dL_dw, out.dL_db = d.dL_db;
    for (int r = 0; r < SIDE; r++)
        for (int c = 0; c < SIDE; c++) {
            const neuron there = {HALF * (2.0 * c / (SIDE - 1) - 1.0), HALF * (1.0 - 2.0 * r / (SIDE - 1))};
            out.plane[r][c] = neuron_forward(&there, &s).loss;
        }
    return (const double *)&out;
}

/* A neuron and its sample, for nudging. */
typedef struct {
    neuron n;
    sample s;
} nudged;

static double loss_of(const void *state)
{
    const nudged *c = state;
    return neuron_forward(&c->n, &c->s).loss;
}

/* The slope by the weight, found by nudging it: by 1/10 at first, a step later by the tenth root of 1/1000 of that, and how far it is
   off for each of these nudges, in powers of ten. Where no digit is wrong, the last of a double is taken to be. */
FIGURE(nudge, "nudge analytic central one_sided error log_nudge log_error log_error_one best central_curve*45 one_sided_curve*45")
{
    enum { W, B, X, Y, STEP };
    enum { NUDGES = 45 };
    static struct {
        double nudge, analytic, central, one_sided, error, log_nudge, log_error, log_error_one, best, curve[NUDGES], one_sided_curve[NUDGES];
    } out;
    nudged c = {{in[W], in[B]}, {in[X], in[Y]}};
    const neuron_pass f = neuron_forward(&c.n, &c.s);
    out.analytic = neuron_backward(&c.s, &f).dL_dw;
    double least = 0.0;
    for (int i = 0; i < NUDGES; i++) {
        const double log_nudge = -1.0 - 0.3 * i, nudge = pow(10.0, log_nudge);
        const double central = central_difference(loss_of, &c, &c.n.w, nudge).slope;
        const nudged up = {{c.n.w + nudge, c.n.b}, c.s};
        const double one_sided = (loss_of(&up) - f.loss) / (up.n.w - c.n.w);
        const double size = fmax(fabs(out.analytic), DBL_MIN); /* with x = 0 there is no slope, and no error */
        const double error = fabs(central - out.analytic) / size, other = fabs(one_sided - out.analytic) / size;
        out.curve[i] = log10(fmax(error, DBL_EPSILON));
        out.one_sided_curve[i] = log10(fmax(other, DBL_EPSILON));
        least = fmin(least, out.curve[i]);
        if (i != (int)in[STEP])
            continue;
        out.nudge = nudge, out.log_nudge = log_nudge, out.central = central, out.one_sided = one_sided, out.error = error;
        out.log_error = out.curve[i];
        out.log_error_one = out.one_sided_curve[i];
    }
    out.best = out.log_error <= least;
    return (const double *)&out;
}
