/* rejected with: lr and mu are exchanged */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = lr * velocity->all[k] + gradient->all[k];
        net->all[k] -= mu * velocity->all[k];
    }
}
