#include "experiment.h"
#include "01-neuron/training.h"
#include "gradient.h"
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

static void start_report(network net)
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

static void forward_report(const network *net, const batch *rows)
{
    pass p;
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
    printf("L, half the sum of the squares of yhat - y:");
    number_print(network_loss(net, rows), 19, 9);
    printf("\n\nBackward\n");
}

static void start_values(const output_file *values, const network *net,
                         const batch *rows, const derivative all[])
{
    char name[32];
    pass p;
    network_forward(net, rows, &p);
    value_write(values, "loss.first", network_loss(net, rows));
    for (int n = 0; n < rows->size; n++) {
        snprintf(name, sizeof name, "yhat.first.%d", n);
        value_write(values, name, p.yhat[n]);
    }
    for (int k = 0; k < PARAMETERS; k++) {
        snprintf(name, sizeof name, "dL_d%s", parameter_names[k]);
        value_write(values, name, all[k].analytic);
    }
}

static void end_values(const output_file *values, const network *net,
                       const batch *rows)
{
    char name[32];
    pass p;
    network_forward(net, rows, &p);
    value_write(values, "loss.last", network_loss(net, rows));
    for (int n = 0; n < rows->size; n++) {
        snprintf(name, sizeof name, "yhat.%d", n);
        value_write(values, name, p.yhat[n]);
    }
    for (int k = 0; k < PARAMETERS; k++)
        value_write(values, parameter_names[k], net->all[k]);
}

static void trace_header(const output_file *trace)
{
    char columns[256] = "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3";
    size_t used = strlen(columns);
    for (int k = 0; k < PARAMETERS; k++)
        used += (size_t)snprintf(columns + used, sizeof columns - used,
                                 ",%s", parameter_names[k]);
    trace_begin(trace, columns);
}

/* Trains; false if the run diverged. */
static bool experiment_train(const experiment *e, network *net,
                             const batch *rows, const output_file *trace)
{
    random_stream stream = e->stream;
    const bool reports = !e->quiet && !e->check;
    if (reports)
        printf("\nTraining, learning rate %g\n%8s %12s %12s %12s %12s "
               "%12s\n",
               e->how.lr, "epoch", "L", "yhat 00", "yhat 01", "yhat 10",
               "yhat 11");
    trace_header(trace);
    for (long epoch = 0;; epoch++) {
        pass p;
        double dL_dz2[ROWS];
        network_forward(net, rows, &p);
        double row[1 + ROWS + PARAMETERS] = {
            half_squares(rows, &p, dL_dz2)};
        if (!network_is_finite(net))
            return complain_diverged(epoch);
        for (int n = 0; n < ROWS; n++)
            row[1 + n] = p.yhat[n];
        for (int k = 0; k < PARAMETERS; k++)
            row[1 + ROWS + k] = net->all[k];
        trace_row(trace, epoch, row, 1 + ROWS + PARAMETERS);
        if (reports && epoch_is_shown(epoch, e->epochs))
            epoch_print(epoch, row, 1 + ROWS);
        if (epoch == e->epochs)
            return true;
        descent_epoch(&e->how, net, rows, &stream);
    }
}

static void end_report(const network *net, const batch *rows)
{
    pass p;
    network_forward(net, rows, &p);
    printf("\n%8s %12s %12s\n", "x1 x2", "target", "prediction");
    for (int n = 0; n < rows->size; n++)
        printf("%4g %3g %12g %12.4f\n", rows->x[n][0], rows->x[n][1],
               rows->y[n], p.yhat[n]);
}

bool experiment_run(const experiment *e, const run_records *records,
                    output_file *save)
{
    const batch rows = xor_rows();
    network net = e->start;
    derivative all[PARAMETERS];
    network_derivatives(&e->how, &net, &rows, all);
    if (!e->quiet && !e->check) {
        start_report(net);
        forward_report(&net, &rows);
    }
    if (!e->quiet)
        derivatives_print(all, PARAMETERS, e->check);
    start_values(&records->values, &net, &rows, all);
    if (!experiment_train(e, &net, &rows, &records->trace))
        return false;
    end_values(&records->values, &net, &rows);
    if (!e->quiet && !e->check)
        end_report(&net, &rows);
    if (e->check && !derivatives_agree(all, PARAMETERS))
        return false;
    matrix matrices[MATRICES];
    network_matrices(&net, matrices);
    if (save->stream != NULL)
        parameters_write(save, matrices, MATRICES);
    return true;
}
