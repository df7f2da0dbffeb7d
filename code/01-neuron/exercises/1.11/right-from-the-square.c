#include "answer.h"

#include <math.h>

/* The chapter's slopes have the error for a factor; over its size, that
   leaves the sign. */
neuron absolute_backward(const sample *s, const neuron_pass *f)
{
    const slopes square = neuron_backward(s, f);
    const double size = fabs(square.dL_dyhat);
    if (!(size > 0.0))
        return (neuron){0.0, 0.0};
    return (neuron){square.dL_dw / size, square.dL_db / size};
}

static double distance(double from)
{
    return fabs(from);
}

char across_the_kink(void)
{
    static const double slopes_to_choose[] = {-1.0, 0.0, 0.5, 1.0};
    const double slope = (distance(1.5) - distance(-0.5)) / 2.0;
    int choice = 0;
    while (slopes_to_choose[choice] < slope)
        choice++;
    return (char)('a' + choice);
}
