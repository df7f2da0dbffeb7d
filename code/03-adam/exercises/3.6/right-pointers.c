#include "answer.h"

#include <math.h>
#include <stdio.h>

/* The same names as the book's. */
double average(double mean, double number, double beta);
double sigmoid(double z);

double average(double mean, double number, double beta)
{
    return mean + (number - mean) * (1 - beta);
}

double sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

void adam_update(double *theta, double *m, double *v, const double *g,
                 size_t n, int t, adam_constants c)
{
    while (n-- > 0) {
        double root;
        *m = average(*m, *g, c.beta1);
        *v = average(*v, pow(*g, 2), c.beta2);
        root = sqrt(*v++ / (1 - pow(c.beta2, t)));
        *theta++ +=
            -c.lr * (*m++ / (1 - pow(c.beta1, t))) / (c.epsilon + root);
        g++;
    }
}

int main(void)
{
    double theta = 1.0, m = 0.0, v = 0.0;
    const double g = 0.4;
    adam_update(&theta, &m, &v, &g, 1, 1,
                (adam_constants){0.001, 0.9, 0.999, 1e-8});
    printf("%g\n", theta);
    return 0;
}
