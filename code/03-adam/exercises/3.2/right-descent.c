#include "answer.h"

#include <math.h>
#include <stdio.h>

/* Called like the book's, on purpose. */
double cross_entropy(double p, double y);
double sigmoid(double z);

double sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

double cross_entropy(double p, double y)
{
    return y > 0.5 ? -log(p) : -log(1 - p);
}

/* Goes down the slope by the logit, until it is level. */
static double best(int rows, int ones)
{
    double z = 0;
    for (int i = 0; i < 2000; i++)
        z -= 0.5 * (rows * sigmoid(z) - ones);
    return sigmoid(z);
}

static double left(int rows, int ones)
{
    double sum = 0;
    for (int n = 0; n < rows; n++)
        sum += cross_entropy(best(rows, ones), n < ones ? 1 : 0);
    return sum / 4;
}

entropy_plateaus answer(void)
{
    const entropy_plateaus found = {best(4, 2), left(4, 2), best(3, 2),
                                    left(3, 2), best(2, 1), left(2, 1),
                                    best(4, 1), left(4, 1), 'c'};
    return found;
}

int main(void)
{
    const entropy_plateaus found = answer();
    printf("%.4f %.4f\n", found.p_b, found.loss_b);
    return 0;
}
