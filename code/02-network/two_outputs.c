#include "two_outputs.h"
#include "01-neuron/neuron.h"

two_outputs_pass two_outputs_forward(const two_outputs *net,
                                     const two_sample *s)
{
    two_outputs_pass p = {.loss = 0.0};
    for (int j = 0; j < 2; j++) {
        double z1 = net->b1[j];
        for (int i = 0; i < 2; i++)
            z1 += s->x[i] * net->W1[i][j];
        p.h[j] = sigmoid(z1);
    }
    for (int k = 0; k < 2; k++) {
        double z2 = net->b2[k];
        for (int j = 0; j < 2; j++)
            z2 += p.h[j] * net->W2[j][k];
        p.yhat[k] = sigmoid(z2);
        p.loss += half_square(p.yhat[k], s->y[k]);
    }
    return p;
}

two_outputs two_outputs_backward(const two_outputs *net,
                                 const two_sample *s,
                                 const two_outputs_pass *p)
{
    two_outputs d;
    double dL_dz2[2];
    for (int k = 0; k < 2; k++) {
        dL_dz2[k] =
            (p->yhat[k] - s->y[k]) * sigmoid_prime_from_output(p->yhat[k]);
        d.b2[k] = dL_dz2[k];
    }
    for (int j = 0; j < 2; j++) {
        double dL_dh = 0.0;
        for (int k = 0; k < 2; k++) {
            d.W2[j][k] = dL_dz2[k] * p->h[j];
            dL_dh += dL_dz2[k] * net->W2[j][k];
        }
        const double dL_dz1 = dL_dh * sigmoid_prime_from_output(p->h[j]);
        d.b1[j] = dL_dz1;
        for (int i = 0; i < 2; i++)
            d.W1[i][j] = dL_dz1 * s->x[i];
    }
    return d;
}

two_outputs mazur_network(void)
{
    return (two_outputs){
        .W1 = {{0.15, 0.25}, {0.20, 0.30}},
        .b1 = {0.35, 0.35},
        .W2 = {{0.40, 0.50}, {0.45, 0.55}},
        .b2 = {0.60, 0.60},
    };
}

two_sample mazur_sample(void)
{
    return (two_sample){.x = {0.05, 0.10}, .y = {0.01, 0.99}};
}

void mazur_step(two_outputs *net, const two_sample *s, double lr,
                bool W2_first)
{
    const two_outputs_pass p = two_outputs_forward(net, s);
    two_outputs d = two_outputs_backward(net, s, &p);
    for (int j = 0; j < 2; j++)
        for (int k = 0; k < 2; k++)
            net->W2[j][k] -= lr * d.W2[j][k];
    if (W2_first)
        d = two_outputs_backward(net, s, &p);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            net->W1[i][j] -= lr * d.W1[i][j];
}
