/* 03-adam.c: the numbers of chapter 3's moving figures. */
#include "01-neuron/neuron.h"
#include "03-adam/fit.h"
#include "figure.h"
#include "measure/valley.h"

#include <math.h>

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
        moments seen = moments_none();
        network net = {.all = {in[ALPHA], in[GAMMA]}};
        int t = 0;
        for (;; t++) {
            out.path[w][t][0] = net.all[0], out.path[w][t][1] = net.all[1];
            if (t == (int)in[STEP] || valley_height(&net) > 1e6)
                break;
            const network gradient = valley_gradient(&net);
            o.step(&o, &seen, &net, &gradient);
        }
        out.at[w].alpha = net.all[0], out.at[w].gamma = net.all[1], out.at[w].f = valley_height(&net);
        out.steps[w] = t, out.epsilon = o.epsilon;
    }
    for (int r = 0; r < RINGS; r++)
        out.rings[r][0] = sqrt(2 * heights[r]), out.rings[r][1] = sqrt(2 * heights[r] / VALLEY_STEEP);
    return (const double *)&out;
}
