#include "neuron.h"

#include <math.h>

double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

double half_square(double yhat, double y)
{
    return 0.5 * (yhat - y) * (yhat - y);
}

neuron_pass neuron_forward(const neuron *n, const sample *s)
{
    neuron_pass f;
    f.z = n->w * s->x + n->b;
    f.yhat = sigmoid(f.z);
    f.loss = half_square(f.yhat, s->y);
    return f;
}

double sigmoid_prime_from_output(double a)
{
    return a * (1.0 - a);
}

slopes neuron_backward(const sample *s, const neuron_pass *f)
{
    slopes d;
    d.dL_dyhat = f->yhat - s->y;
    d.dyhat_dz = sigmoid_prime_from_output(f->yhat);
    d.dz_dw = s->x;
    d.dz_db = 1.0;
    d.dL_dz = d.dL_dyhat * d.dyhat_dz;
    d.dL_dw = d.dL_dz * d.dz_dw;
    d.dL_db = d.dL_dz * d.dz_db;
    return d;
}

void neuron_step(neuron *n, const neuron *gradient, double lr)
{
    n->w -= lr * gradient->w;
    n->b -= lr * gradient->b;
}

void neuron_train(neuron *n, const sample *s, double lr, long steps)
{
    for (long step = 0; step < steps; step++) {
        const neuron_pass f = neuron_forward(n, s);
        const slopes d = neuron_backward(s, &f);
        neuron_step(n, &(neuron){d.dL_dw, d.dL_db}, lr);
    }
}
