/* mlp_file.h: the parameters of a network of any depth in a file: W1, b1,
   W2 and so on. The shapes in the file are those of the network. */
#pragma once

#include "mlp.h"
#include "plumbing/files.h"

/* The most parameters that a network may have here, and units in a layer.
   */
enum { MLP_COUNT_MOST = 10000000, MLP_UNITS_MOST = 4096 };

/* False if a network of these units has more parameters than that, after
   saying so of what asks for it: an option, or a file. */
bool mlp_fits(const char *what, int depth, const int units[]);

/* mlp_new for what a user asked for. Its all is NULL, after saying why,
   where there are too many parameters, or no memory for them. */
mlp mlp_of(int depth, const int units[], activation hidden);

/* Makes the network of the file called name, which must lead from so many
   inputs to so many outputs. False, after saying why, if it is not there or
   wrong; then there is nothing to free. */
bool mlp_read(mlp *net, const char *name, int inputs, int outputs,
              activation hidden);

/* Writes the file, if it was asked for. */
void mlp_write(output_file *save, const mlp *net);
