/* rejected with: not answered yet: small_gradient */
#include "answer.h"

#include "01-neuron/neuron.h"

double small_forward(const small_network *net, const double x[2],
                     double h[2])
{
    double z2 = net->b2;
    for (int j = 0; j < 2; j++) {
        const double z1 =
            x[0] * net->W1[0][j] + x[1] * net->W1[1][j] + net->b1[j];
        h[j] = sigmoid(z1);
        z2 += h[j] * net->W2[j];
    }
    return sigmoid(z2);
}

small_network small_gradient(const small_network *net, const batch *rows)
{
    (void)net;
    (void)rows;
    return (small_network){
        .W1 = {{TODO, TODO}, {TODO, TODO}},
        .b1 = {TODO, TODO},
        .W2 = {TODO, TODO},
        .b2 = TODO,
    };
}
