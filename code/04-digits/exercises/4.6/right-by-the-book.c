#include "answer.h"

#include "01-neuron/neuron.h"
#include "04-digits/activation.h"

static double sum_of_products(const double x[], const double y[], int n)
{
    return n == 0 ? 0.0
                  : x[0] * y[0] + sum_of_products(x + 1, y + 1, n - 1);
}

static void add(double to[], const double x[], double times, int n)
{
    for (int i = 0; i < n; i++)
        to[i] += times * x[i];
}

void layer_backward(const double delta[], const double W[],
                    const double a[], int from, int to, double dL_dW[],
                    double dL_db[], double delta_before[])
{
    add(dL_db, delta, 1.0, to);
    for (int j = 0; j < from; j++, W += to, dL_dW += to) {
        add(dL_dW, delta, a[j], to);
        const double slope = j % 2 ? sigmoid_prime_from_output(a[j])
                                   : sigmoid_units.slope(a[j]);
        delta_before[j] = slope * sum_of_products(delta, W, to);
    }
}
