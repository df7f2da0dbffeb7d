/* rejected with: mu is typed in */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    (void)mu;
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = 0.9 * velocity->all[k] + gradient->all[k];
        net->all[k] -= lr * velocity->all[k];
    }
}
