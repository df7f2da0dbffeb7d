#include "answer.h"

#include <math.h>

double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

int main(void)
{
    network net = {.b2 = 0.0};
    random_stream stream = {1};
    tie_break(&net, &stream);
    return 0;
}

void tie_break(network *net, random_stream *stream)
{
    for (int j = 0; j < HIDDEN; ++j) {
        const double change = 2.0 * sigmoid(random_normal(stream)) - 1.0;
        net->W1[0][j] = net->W1[0][j] + 0.1 * change;
        net->W1[1][j] = net->W1[1][j] + 0.1 * change * change;
    }
}
