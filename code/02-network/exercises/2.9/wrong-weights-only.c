/* rejected with: has not moved */
#include "answer.h"

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    for (int j = 0; j < HIDDEN; j++) {
        for (int i = 0; i < INPUTS; i++) {
            velocity->W1[i][j] =
                mu * velocity->W1[i][j] + gradient->W1[i][j];
            net->W1[i][j] -= lr * velocity->W1[i][j];
        }
        velocity->W2[j] = mu * velocity->W2[j] + gradient->W2[j];
        net->W2[j] -= lr * velocity->W2[j];
    }
}
