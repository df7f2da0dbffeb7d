/* Parameter by parameter, by name. */
#include "answer.h"

static void move(double *parameter, double *velocity, double slope,
                 double lr, double mu)
{
    const double old = *velocity;
    *velocity = slope + old * mu;
    *parameter = *parameter - lr * old * mu - lr * slope;
}

void momentum_step(network *net, network *velocity, const network *gradient,
                   double lr, double mu)
{
    network *v = velocity;
    const network *g = gradient;
    move(&net->b2, &v->b2, g->b2, lr, mu);
    for (int j = 0; j < HIDDEN; j++) {
        move(&net->b1[j], &v->b1[j], g->b1[j], lr, mu);
        move(&net->W2[j], &v->W2[j], g->W2[j], lr, mu);
        for (int i = 0; i < INPUTS; i++)
            move(&net->W1[i][j], &v->W1[i][j], g->W1[i][j], lr, mu);
    }
}
