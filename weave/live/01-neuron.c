/* 01-neuron.c: the numbers of chapter 1's moving figures. */
#include "01-neuron/neuron.h"
#include "figure.h"

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
