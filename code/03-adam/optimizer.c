#include "optimizer.h"

#include <math.h>

moments moments_none(void)
{
    return (moments){.beta1_t = 1.0, .beta2_t = 1.0};
}

void gd_step(const optimizer *o, moments *seen, network *net,
             const network *gradient)
{
    (void)seen;
    network_step(net, gradient, o->lr);
}

/* Moves an average a little towards a number. */
static double average(double mean, double number, double beta)
{
    return beta * mean + (1.0 - beta) * number;
}

/* Takes the gradient into both averages. */
static void moments_add(const optimizer *o, moments *seen,
                        const network *gradient)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const double g = gradient->all[k];
        seen->m.all[k] = average(seen->m.all[k], g, o->beta1);
        seen->v.all[k] = average(seen->v.all[k], g * g, o->beta2);
    }
    seen->beta1_t *= o->beta1;
    seen->beta2_t *= o->beta2;
}

void momentum_step(const optimizer *o, moments *seen, network *net,
                   const network *gradient)
{
    moments_add(o, seen, gradient);
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -= o->lr * seen->m.all[k];
}

void rms_step(const optimizer *o, moments *seen, network *net,
              const network *gradient)
{
    moments_add(o, seen, gradient);
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -=
            o->lr * gradient->all[k] / (sqrt(seen->v.all[k]) + o->epsilon);
}

void uncorrected_step(const optimizer *o, moments *seen, network *net,
                      const network *gradient)
{
    moments_add(o, seen, gradient);
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -=
            o->lr * seen->m.all[k] / (sqrt(seen->v.all[k]) + o->epsilon);
}

void adam_step(const optimizer *o, moments *seen, network *net,
               const network *gradient)
{
    moments_add(o, seen, gradient);
    const double lr_t =
        o->lr * sqrt(1.0 - seen->beta2_t) / (1.0 - seen->beta1_t);
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -=
            lr_t * seen->m.all[k] / (sqrt(seen->v.all[k]) + o->epsilon);
}

void adam_step_inside(const optimizer *o, moments *seen, network *net,
                      const network *gradient)
{
    moments_add(o, seen, gradient);
    for (int k = 0; k < PARAMETERS; k++) {
        const double mhat = seen->m.all[k] / (1.0 - seen->beta1_t);
        const double vhat = seen->v.all[k] / (1.0 - seen->beta2_t);
        net->all[k] -= o->lr * mhat / (sqrt(vhat) + o->epsilon);
    }
}
