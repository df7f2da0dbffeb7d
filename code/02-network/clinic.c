#include "clinic.h"
#include "01-neuron/neuron.h"

/* What stands where the slope of the sigmoid should, at a unit with
   pre-activation z and activation a. */
static double clinic_prime(bug_kind bug, double z, double a)
{
    if (bug == BUG_PRIME_TWICE)
        return sigmoid_prime_from_output(sigmoid(a));
    if (bug == BUG_PRIME_OF_Z)
        return sigmoid_prime_from_output(z);
    return sigmoid_prime_from_output(a);
}

/* The deltas of the output, for each row. */
static void clinic_output(bug_kind bug, const batch *rows,
                          const network_pass *p, double dL_dz2[ROWS])
{
    for (int n = 0; n < rows->size; n++) {
        dL_dz2[n] = p->yhat[n] - rows->y[n];
        if (bug != BUG_NO_PRIME_OUTPUT)
            dL_dz2[n] *= clinic_prime(bug, p->z2[n], p->yhat[n]);
    }
}

void clinic_backward(bug_kind bug, const network *net, const batch *rows,
                     const network_pass *p, double lr, network *gradient)
{
    double dL_dz2[ROWS];
    *gradient = (network){.b2 = 0.0};
    clinic_output(bug, rows, p, dL_dz2);
    for (int n = 0; n < rows->size; n++) {
        for (int j = 0; j < HIDDEN; j++)
            gradient->W2[j] += dL_dz2[n] * p->h[n][j];
        gradient->b2 += dL_dz2[n];
    }
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++) {
            double dL_dz1 = dL_dz2[n];
            if (bug == BUG_W2_FIRST)
                dL_dz1 *= net->W2[j] - lr * gradient->W2[j];
            else if (bug != BUG_NO_W2)
                dL_dz1 *= net->W2[j];
            if (bug != BUG_NO_PRIME_HIDDEN)
                dL_dz1 *= clinic_prime(bug, p->z1[n][j], p->h[n][j]);
            for (int i = 0; i < INPUTS; i++)
                gradient->W1[i][j] += dL_dz1 * rows->x[n][i];
            gradient->b1[j] += dL_dz1;
        }
    const double share = bug == BUG_NO_BIAS     ? 0.0
                         : bug == BUG_MEAN_BIAS ? 1.0 / rows->size
                                                : 1.0;
    for (int j = 0; j < HIDDEN; j++)
        gradient->b1[j] *= share;
    gradient->b2 *= share;
}
