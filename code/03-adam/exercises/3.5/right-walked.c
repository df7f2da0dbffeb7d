#include "answer.h"

#include <math.h>

/* Called like the book's, on purpose. */
double average(double mean, double number, double beta);

double average(double mean, double number, double beta)
{
    return beta * mean + (1 - beta) * number;
}

/* The last step on so many gradients, each so many times as long as the one
   before it; long after the beginning. */
static double walk(double growth, int steps, double beta1)
{
    double m = 0, v = 0, g = 1e-9;
    for (int j = 0; j < steps; j++, g *= growth) {
        m = average(m, g, beta1);
        v = average(v, g * g, 0.999);
    }
    return m / sqrt(v);
}

/* Looks for the best growth in ever smaller steps. */
static double best(void)
{
    double growth = 1.05;
    for (double by = 0.01; by > 1e-8; by /= 2)
        for (int side = -1; side <= 1; side += 2)
            while (walk(growth + side * by, 500, 0.9) >
                   walk(growth, 500, 0.9))
                growth += side * by;
    return growth;
}

longest_steps answer(void)
{
    const double growth = best();
    return (longest_steps){.after_silence = walk(1, 2, 0.9),
                           .steady = walk(1, 30000, 0.9),
                           .growth = growth,
                           .longest = walk(growth, 500, 0.9),
                           .without_m = walk(1, 1, 0),
                           .slow_m = 'D'};
}
