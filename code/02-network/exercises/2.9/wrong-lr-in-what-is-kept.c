/* rejected with: there is lr in the velocity */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const double v = mu * velocity->all[k] + gradient->all[k];
        velocity->all[k] = lr * v;
        net->all[k] -= velocity->all[k];
    }
}
