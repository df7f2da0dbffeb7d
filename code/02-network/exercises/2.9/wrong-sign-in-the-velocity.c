/* rejected with: a sign is inside the velocity */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = mu * velocity->all[k] - gradient->all[k];
        net->all[k] += lr * velocity->all[k];
    }
}
