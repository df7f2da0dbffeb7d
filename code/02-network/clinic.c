#include "clinic.h"
#include "01-neuron/neuron.h"

const char bug_words[] =
    "none|w2-first|mean-bias|no-bias|no-prime-output|no-prime-hidden|"
    "prime-twice|prime-of-z|no-w2";

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

void clinic_backward(const void *how, const network *net, const batch *rows,
                     const network_pass *p, const double dL_dz2[ROWS],
                     network *gradient)
{
    const bugged_descent *const b = how;
    const bug_kind bug = b->bug;
    double delta[ROWS]; /* in place of dL_dz2 */
    (void)dL_dz2;
    *gradient = (network){.b2 = 0.0};
    clinic_output(bug, rows, p, delta);
    for (int n = 0; n < rows->size; n++) {
        for (int j = 0; j < HIDDEN; j++)
            gradient->W2[j] += delta[n] * p->h[n][j];
        gradient->b2 += delta[n];
    }
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++) {
            double dL_dz1 = delta[n];
            if (bug == BUG_W2_FIRST)
                dL_dz1 *= net->W2[j] - b->by.lr * gradient->W2[j];
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

void clinic_train(const void *how, run *r)
{
    const bugged_descent *const b = how;
    while (run_goes_on(r))
        descent_epoch(&b->by, clinic_backward, b, r);
}
