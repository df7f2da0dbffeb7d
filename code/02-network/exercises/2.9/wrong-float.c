/* rejected with: right in the first digits only */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = mu * velocity->all[k] + gradient->all[k];
        net->all[k] -= (double)(float)(lr * velocity->all[k]);
    }
}
