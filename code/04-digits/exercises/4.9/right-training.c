#include "answer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The chapter's training, with a batch of all the rows: an epoch is a step.
   Its network is another, which is copied there and back. */
long learn_by_heart(mlp *net, const optimizer *by, const dataset *d,
                    const size_t rows[], size_t size, long most)
{
    training t = {.data = d, .count = size, .batch = size, .by = *by};
    long steps = -1;
    t.rows = malloc(size * sizeof *t.rows);
    memcpy(t.rows, rows, size * sizeof *t.rows);
    if (training_prepare(&t, *net)) {
        for (long s = 0; s <= most && steps < 0; s++) {
            if (evaluate(net, d, rows, size, &t.pass, NULL).loss < 0.01)
                steps = s;
            else if (s < most)
                training_epoch(&t);
        }
    }
    t.net.all = NULL; /* its caller's */
    training_free(&t);
    free(t.rows);
    return steps;
}

int main(void)
{
    const optimizer adam = {adam_step, 0.01, 0.9, 0.999, 1e-7};
    const int units[] = {PIXELS, CLASSES};
    const size_t rows[] = {0, 1};
    mlp net = mlp_new(1, units, sigmoid_units);
    printf("%ld\n", learn_by_heart(&net, &adam, &digits, rows, 2, 100));
    mlp_free(&net);
}
