/* 03-adam.c: the numbers of chapter 3's moving figures. */
#include "01-neuron/neuron.h"
#include "03-adam/loss.h"
#include "figure.h"

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
