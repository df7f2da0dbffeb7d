#include "account.h"
#include "plumbing/report.h"

#include <stdio.h>
#include <string.h>

void network_matrices(network *net, matrix matrices[MATRICES])
{
    matrices[0] = (matrix){"W1", INPUTS, HIDDEN, net->W1[0]};
    matrices[1] = (matrix){"b1", 1, HIDDEN, net->b1};
    matrices[2] = (matrix){"W2", HIDDEN, 1, net->W2};
    matrices[3] = (matrix){"b2", 1, 1, &net->b2};
}

void network_save(output_file *save, network net)
{
    matrix matrices[MATRICES];
    network_matrices(&net, matrices);
    if (save->stream != NULL)
        parameters_write(save, matrices, MATRICES);
}

void start_print(network net)
{
    matrix matrices[MATRICES];
    network_matrices(&net, matrices);
    printf("The start\n");
    for (int m = 0; m < MATRICES; m++) {
        const matrix *const a = &matrices[m];
        for (int row = 0; row < a->rows; row++) {
            if (row == 0)
                printf("%-3s %dx%d ", a->name, a->rows, a->columns);
            else
                printf("%8s", "");
            for (int column = 0; column < a->columns; column++)
                number_print(a->values[row * a->columns + column], 13, 9);
            putchar('\n');
        }
    }
}

void forward_print(const network *net, const batch *rows)
{
    network_pass p;
    network_forward(net, rows, &p);
    printf("\nForward\n x1 x2   y%13s%13s%13s%13s\n", "h[0]", "h[1]",
           "h[2]", "yhat");
    for (int n = 0; n < rows->size; n++) {
        printf("%3g%3g%4g", rows->x[n][0], rows->x[n][1], rows->y[n]);
        for (int j = 0; j < HIDDEN; j++)
            number_print(p.h[n][j], 13, 9);
        number_print(p.yhat[n], 13, 9);
        putchar('\n');
    }
}

void predictions_print(const network *net, const batch *rows)
{
    network_pass p;
    network_forward(net, rows, &p);
    printf("\n%8s %12s %12s\n", "x1 x2", "target", "prediction");
    for (int n = 0; n < rows->size; n++)
        printf("%4g %3g %12g %12.4f\n", rows->x[n][0], rows->x[n][1],
               rows->y[n], p.yhat[n]);
}

/* The loss and the predictions, under these names. */
static void pass_values(const output_file *values, loss_function loss,
                        const network *net, const batch *rows,
                        const char *loss_name, const char *yhat_name)
{
    network_pass p;
    network_forward(net, rows, &p);
    value_write(values, loss_name, network_loss(loss, net, rows));
    for (int n = 0; n < rows->size; n++) {
        char name[32];
        snprintf(name, sizeof name, "%s.%d", yhat_name, n);
        value_write(values, name, p.yhat[n]);
    }
}

void start_values(const output_file *values, loss_function loss,
                  const network *net, const batch *rows,
                  const derivative all[PARAMETERS])
{
    pass_values(values, loss, net, rows, "loss.first", "yhat.first");
    for (int k = 0; k < PARAMETERS; k++) {
        char name[32];
        snprintf(name, sizeof name, "dL_d%s", parameter_names[k]);
        value_write(values, name, all[k].analytic);
    }
}

void end_values(const output_file *values, loss_function loss,
                const network *net, const batch *rows)
{
    pass_values(values, loss, net, rows, "loss.last", "yhat");
    for (int k = 0; k < PARAMETERS; k++)
        value_write(values, parameter_names[k], net->all[k]);
}

void network_trace_begin(const output_file *trace)
{
    char columns[256] = "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3";
    size_t used = strlen(columns);
    for (int k = 0; k < PARAMETERS; k++)
        used += (size_t)snprintf(columns + used, sizeof columns - used,
                                 ",%s", parameter_names[k]);
    trace_begin(trace, columns);
}

void network_trace_row(const output_file *trace, long epoch, double loss,
                       const network_pass *p, const network *net)
{
    double row[1 + ROWS + PARAMETERS] = {loss};
    for (int n = 0; n < ROWS; n++)
        row[1 + n] = p->yhat[n];
    for (int k = 0; k < PARAMETERS; k++)
        row[1 + ROWS + k] = net->all[k];
    trace_row(trace, epoch, row, 1 + ROWS + PARAMETERS);
}
