/* account.h: what a run tells of its network, on paper, as values, as a
   trace and in a file of parameters. */
#pragma once

#include "gradient.h"
#include "plumbing/parameters.h"
#include "plumbing/records.h"

/* The matrices of a parameter file: W1, b1, W2 and b2. */
enum { MATRICES = 4 };
void network_matrices(network *net, matrix matrices[MATRICES]);

/* Writes the file of the parameters, if it was asked for. */
void network_save(output_file *save, network net);

/* Prints the parameters of a start. */
void start_print(network net);

/* Prints the forward pass of each row. */
void forward_print(const network *net, const batch *rows);

/* Prints inputs, targets and predictions. */
void predictions_print(const network *net, const batch *rows);

/* Keeps the loss, the predictions and the gradient of a start. */
void start_values(const output_file *values, loss_function loss,
                  const network *net, const batch *rows,
                  const derivative all[PARAMETERS]);

/* Keeps the loss, the predictions and the parameters of an end. */
void end_values(const output_file *values, loss_function loss,
                const network *net, const batch *rows);

/* Writes the trace's first line: epoch, loss, predictions, parameters. */
void network_trace_begin(const output_file *trace);

/* Writes the row of an epoch, where the network's pass is p. */
void network_trace_row(const output_file *trace, long epoch, double loss,
                       const network_pass *p, const network *net);
