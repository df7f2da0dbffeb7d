/* rejected with: the step is made with the velocity of before */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    network_step(net, velocity, lr);
    for (int k = 0; k < PARAMETERS; k++)
        velocity->all[k] = mu * velocity->all[k] + gradient->all[k];
}
