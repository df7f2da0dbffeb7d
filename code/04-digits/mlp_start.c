#include "mlp_start.h"

#include <math.h>
#include <string.h>

const char mlp_init_words[] = "glorot|he";

void mlp_draw(mlp *net, mlp_init init, random_stream *stream)
{
    memset(net->all, 0, (size_t)net->count * sizeof(double));
    for (int l = 1; l <= net->depth; l++) {
        const int in = net->units[l - 1], out = net->units[l];
        const double rho = sqrt(6.0 / (init == MLP_HE ? in : in + out));
        for (int k = 0; k < in * out; k++)
            net->W[l][k] = rho * (2.0 * random_uniform(stream) - 1.0);
    }
}
