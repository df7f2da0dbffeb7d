#include "experiment.h"
#include "01-neuron/training.h"
#include "plumbing/report.h"

#include <stdio.h>

static void start_report(const network *net, const batch *rows)
{
    start_print(*net);
    forward_print(net, rows);
    printf("L, half the sum of the squares of yhat - y:");
    number_print(network_loss(half_squares, net, rows), 19, 9);
    printf("\n\nBackward\n");
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
    network_trace_begin(trace);
    for (long epoch = 0;; epoch++) {
        network_pass p;
        double dL_dz2[ROWS];
        network_forward(net, rows, &p);
        const double row[1 + ROWS] = {half_squares(rows, &p, dL_dz2),
                                      p.yhat[0], p.yhat[1], p.yhat[2],
                                      p.yhat[3]};
        if (!network_is_finite(net))
            return complain_diverged(epoch);
        network_trace_row(trace, epoch, row[0], &p, net);
        if (reports && epoch_is_shown(epoch, e->epochs))
            epoch_print(epoch, row, 1 + ROWS);
        if (epoch == e->epochs)
            return true;
        descent_epoch(&e->how, net, rows, &stream);
    }
}

bool experiment_run(const experiment *e, const run_records *records,
                    output_file *save)
{
    const batch rows = xor_rows();
    network net = e->start, gradient;
    derivative all[PARAMETERS];
    descent_gradient(&e->how, &net, &rows, &gradient);
    network_derivatives(half_squares, &net, &rows, &gradient, all);
    if (!e->quiet && !e->check)
        start_report(&net, &rows);
    if (!e->quiet)
        derivatives_print(all, PARAMETERS, e->check);
    start_values(&records->values, half_squares, &net, &rows, all);
    if (!experiment_train(e, &net, &rows, &records->trace))
        return false;
    end_values(&records->values, half_squares, &net, &rows);
    if (!e->quiet && !e->check)
        predictions_print(&net, &rows);
    if (e->check && !derivatives_agree(all, PARAMETERS))
        return false;
    network_save(save, net);
    return true;
}
