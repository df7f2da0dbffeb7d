#include "optimizer.h"

#include <math.h>

const char optimizer_words[] = "gd|adam";
const char stage_words[] = "momentum|rms|uncorrected|adam";

void gd_step(const optimizer *o, moments *seen, int count, double theta[],
             const double g[])
{
    (void)seen;
    for (int k = 0; k < count; k++)
        theta[k] -= o->lr * g[k];
}

/* Moves an average a little towards a number. */
static double average(double mean, double number, double beta)
{
    return beta * mean + (1.0 - beta) * number;
}

/* Takes the gradient into both averages, and a 1 into their shares. */
static void moments_add(const optimizer *o, moments *seen, int count,
                        const double g[])
{
    for (int k = 0; k < count; k++) {
        seen->m[k] = average(seen->m[k], g[k], o->beta1);
        seen->v[k] = average(seen->v[k], g[k] * g[k], o->beta2);
    }
    seen->m_share = average(seen->m_share, 1.0, o->beta1);
    seen->v_share = average(seen->v_share, 1.0, o->beta2);
}

void momentum_step(const optimizer *o, moments *seen, int count,
                   double theta[], const double g[])
{
    moments_add(o, seen, count, g);
    for (int k = 0; k < count; k++)
        theta[k] -= o->lr * seen->m[k];
}

void rms_step(const optimizer *o, moments *seen, int count, double theta[],
              const double g[])
{
    moments_add(o, seen, count, g);
    for (int k = 0; k < count; k++)
        theta[k] -= o->lr * g[k] / (sqrt(seen->v[k]) + o->epsilon);
}

void uncorrected_step(const optimizer *o, moments *seen, int count,
                      double theta[], const double g[])
{
    moments_add(o, seen, count, g);
    for (int k = 0; k < count; k++)
        theta[k] -= o->lr * seen->m[k] / (sqrt(seen->v[k]) + o->epsilon);
}

void adam_step(const optimizer *o, moments *seen, int count, double theta[],
               const double g[])
{
    moments_add(o, seen, count, g);
    const double lr_t = o->lr * sqrt(seen->v_share) / seen->m_share;
    for (int k = 0; k < count; k++)
        theta[k] -= lr_t * seen->m[k] / (sqrt(seen->v[k]) + o->epsilon);
}

void adam_step_inside(const optimizer *o, moments *seen, int count,
                      double theta[], const double g[])
{
    moments_add(o, seen, count, g);
    for (int k = 0; k < count; k++) {
        const double mhat = seen->m[k] / seen->m_share;
        const double vhat = seen->v[k] / seen->v_share;
        theta[k] -= o->lr * mhat / (sqrt(vhat) + o->epsilon);
    }
}
