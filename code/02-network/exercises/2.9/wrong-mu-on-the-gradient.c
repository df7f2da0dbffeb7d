/* rejected with: mu is at the wrong one */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = velocity->all[k] + mu * gradient->all[k];
        net->all[k] -= lr * velocity->all[k];
    }
}
