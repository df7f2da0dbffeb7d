#include "answer.h"

#include <stdlib.h>

long learn_by_heart(mlp *net, const optimizer *by, const dataset *d,
                    const size_t rows[], size_t size, long most)
{
    const size_t count = (size_t)net->count;
    mlp gradient = mlp_new(net->depth, net->units, net->hidden);
    mlp_pass p = mlp_pass_new(net);
    moments seen = {.m = calloc(count, sizeof(double)),
                    .v = calloc(count, sizeof(double))};
    long steps = 0;
    while (!(batch_gradient(net, d, rows, size, &p, &gradient) < 0.01)) {
        if (steps == most) {
            steps = -1;
            break;
        }
        by->step(by, &seen, net->count, net->all, gradient.all);
        steps++;
    }
    free(seen.m);
    free(seen.v);
    mlp_pass_free(&p);
    mlp_free(&gradient);
    return steps;
}
