#include "network_file.h"

void network_matrices(network *net, matrix matrices[MATRICES])
{
    matrices[0] = (matrix){"W1", INPUTS, HIDDEN, net->all};
    matrices[1] = (matrix){"b1", 1, HIDDEN, net->b1};
    matrices[2] = (matrix){"W2", HIDDEN, 1, net->W2};
    matrices[3] = (matrix){"b2", 1, 1, &net->b2};
}

bool network_read(network *net, const char *name)
{
    network read;
    matrix matrices[MATRICES];
    network_matrices(&read, matrices);
    if (!parameters_read(name, matrices, MATRICES))
        return false;
    *net = read;
    return true;
}

void network_write(output_file *save, network net)
{
    matrix matrices[MATRICES];
    network_matrices(&net, matrices);
    if (save->stream != NULL)
        parameters_write(save, matrices, MATRICES);
}
