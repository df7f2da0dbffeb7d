/* network_file.h: a network's parameters as four matrices, to print, to
   keep in a file and to begin from. */
#pragma once

#include "network.h"
#include "plumbing/parameters.h"

/* W1, b1, W2 and b2, where they stand in net. */
enum { MATRICES = 4 };
void network_matrices(network *net, matrix matrices[MATRICES]);

/* Reads the file called name. Returns false, after saying why, if it is
   not there or wrong; then net is as it was. */
bool network_read(network *net, const char *name);

/* Writes the file, if it was asked for. */
void network_write(output_file *save, network net);
