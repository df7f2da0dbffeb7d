/* rejected with: that is Nesterov's form */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const double g = gradient->all[k];
        velocity->all[k] = mu * velocity->all[k] + g;
        net->all[k] -= lr * (g + mu * velocity->all[k]);
    }
}
