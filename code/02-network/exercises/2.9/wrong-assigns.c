/* rejected with: the step stands in place of the parameter */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = mu * velocity->all[k] + gradient->all[k];
        net->all[k] = lr * velocity->all[k];
    }
}
