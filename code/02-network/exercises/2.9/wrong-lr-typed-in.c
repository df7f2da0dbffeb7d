/* rejected with: lr is typed in */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    (void)lr;
    for (int k = 0; k < PARAMETERS; k++) {
        velocity->all[k] = mu * velocity->all[k] + gradient->all[k];
        net->all[k] -= 0.5 * velocity->all[k];
    }
}
