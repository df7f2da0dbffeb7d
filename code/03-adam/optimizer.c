#include "optimizer.h"

#include <math.h>

const char optimizer_words[] = "gd|adam";
const char stage_words[] = "momentum|rms|uncorrected|adam";

moments moments_none(void)
{
    return (moments){.m_share = 0.0};
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

/* Takes the gradient into both averages, and a 1 into their shares, which
   begin at 0, too. */
static void moments_add(const optimizer *o, moments *seen,
                        const network *gradient)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const double g = gradient->all[k];
        seen->m.all[k] = average(seen->m.all[k], g, o->beta1);
        seen->v.all[k] = average(seen->v.all[k], g * g, o->beta2);
    }
    seen->m_share = average(seen->m_share, 1.0, o->beta1);
    seen->v_share = average(seen->v_share, 1.0, o->beta2);
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
    const double lr_t = o->lr * sqrt(seen->v_share) / seen->m_share;
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] -=
            lr_t * seen->m.all[k] / (sqrt(seen->v.all[k]) + o->epsilon);
}

void adam_step_inside(const optimizer *o, moments *seen, network *net,
                      const network *gradient)
{
    moments_add(o, seen, gradient);
    for (int k = 0; k < PARAMETERS; k++) {
        const double mhat = seen->m.all[k] / seen->m_share;
        const double vhat = seen->v.all[k] / seen->v_share;
        net->all[k] -= o->lr * mhat / (sqrt(vhat) + o->epsilon);
    }
}
