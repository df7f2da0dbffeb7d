/* rejected with: the velocity never fades */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    (void)mu;
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = velocity->all[k] + gradient->all[k];
        net->all[k] -= lr * velocity->all[k];
    }
}
