#include "network.h"
#include "01-neuron/neuron.h"

void network_forward(const network *net, const batch *rows, network_pass *p)
{
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++) {
            p->z1[n][j] = net->b1[j];
            for (int i = 0; i < INPUTS; i++)
                p->z1[n][j] += rows->x[n][i] * net->W1[i][j];
        }
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++)
            p->h[n][j] = sigmoid(p->z1[n][j]);
    for (int n = 0; n < rows->size; n++) {
        p->z2[n] = net->b2;
        for (int j = 0; j < HIDDEN; j++)
            p->z2[n] += p->h[n][j] * net->W2[j];
    }
    for (int n = 0; n < rows->size; n++)
        p->yhat[n] = sigmoid(p->z2[n]);
}

double half_squares(const batch *rows, const network_pass *p,
                    double dL_dz2[ROWS])
{
    double loss = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double dL_dyhat = p->yhat[n] - rows->y[n];
        const double dyhat_dz2 = sigmoid_prime_from_output(p->yhat[n]);
        loss += half_square(p->yhat[n], rows->y[n]);
        dL_dz2[n] = dL_dyhat * dyhat_dz2;
    }
    return loss;
}

void network_backward(const network *net, const batch *rows,
                      const network_pass *p, const double dL_dz2[ROWS],
                      network *gradient)
{
    *gradient = (network){.b2 = 0.0};
    for (int n = 0; n < rows->size; n++) {
        gradient->b2 += dL_dz2[n];
        for (int j = 0; j < HIDDEN; j++) {
            gradient->W2[j] += dL_dz2[n] * p->h[n][j];
            const double dL_dh = dL_dz2[n] * net->W2[j];
            const double dh_dz1 = sigmoid_prime_from_output(p->h[n][j]);
            const double dL_dz1 = dL_dh * dh_dz1;
            gradient->b1[j] += dL_dz1;
            for (int i = 0; i < INPUTS; i++)
                gradient->W1[i][j] += dL_dz1 * rows->x[n][i];
        }
    }
}

void network_step(network *net, const network *gradient, double lr)
{
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -= lr * gradient->all[k];
}

double network_loss(loss_function loss, const network *net,
                    const batch *rows)
{
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, rows, &p);
    return loss(rows, &p, dL_dz2);
}

/* 0 times a finite number is 0. Times an infinity or a NaN it is a NaN, and
   stays one. */
bool network_is_finite(const network *net)
{
    double zero = 0.0;
    for (int k = 0; k < PARAMETERS; k++)
        zero *= net->all[k];
    return zero == 0.0;
}

void network_train(network *net, const batch *rows, double lr, long steps)
{
    for (long step = 0; step < steps; step++) {
        network_pass p;
        double dL_dz2[ROWS];
        network gradient;
        network_forward(net, rows, &p);
        half_squares(rows, &p, dL_dz2);
        network_backward(net, rows, &p, dL_dz2, &gradient);
        network_step(net, &gradient, lr);
    }
}
