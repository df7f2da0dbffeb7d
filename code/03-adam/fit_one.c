#include "fit_one.h"
#include "01-neuron/training.h"
#include "plumbing/report.h"
#include "standing.h"

#include <math.h>
#include <stdio.h>

static void start_report(const fit_one *one, const batch *rows)
{
    const bool half = one->how.loss == half_squares;
    start_print(one->start);
    forward_print(&one->start, rows);
    printf("L, %s:", half ? "half the sum of the squares of yhat - y"
                          : "the mean of the cross-entropies");
    number_print(network_loss(one->how.loss, &one->start, rows),
                 half ? 19 : 27, 9);
    printf("\n\nBackward\n");
}

/* A row of the report on training; the loss and four predictions. */
static void epoch_report(long epoch, double loss, const network_pass *p,
                         int right)
{
    printf("%8ld", epoch);
    number_print(loss, 13, 6);
    printf("%6d/%d", right, ROWS);
    for (int n = 0; n < ROWS; n++)
        number_print(p->yhat[n], 11, 6);
    putchar('\n');
}

/* Trains; false if the run diverged. */
static bool fit_one_train(const fit_one *one, network *net,
                          const batch *rows, const output_file *trace)
{
    moments seen = moments_none();
    const bool reports = !one->quiet && !one->check;
    if (reports)
        printf("\nTraining, learning rate %g\n%8s%13s%8s%11s%11s%11s%11s\n",
               one->how.how.lr, "epoch", "L", "right", "yhat 00", "yhat 01",
               "yhat 10", "yhat 11");
    network_trace_begin(trace);
    for (long epoch = 0;; epoch++) {
        network_pass p;
        double dL_dz2[ROWS];
        network_forward(net, rows, &p);
        const double loss = one->how.loss(rows, &p, dL_dz2);
        if (!isfinite(loss) || !network_is_finite(net))
            return complain_diverged(epoch);
        network_trace_row(trace, epoch, loss, &p, net);
        if (reports && epoch_is_shown(epoch, one->epochs))
            epoch_report(epoch, loss, &p, rows_right(rows, &p));
        if (epoch == one->epochs)
            return true;
        fit_epoch(&one->how, net, &seen, rows);
    }
}

/* Reports and keeps where the network has come to. */
static void end_report(const fit_one *one, const network *net,
                       const batch *rows, const output_file *values)
{
    network_pass p;
    network_forward(net, rows, &p);
    const double loss = network_loss(one->how.loss, net, rows);
    const int right = rows_right(rows, &p), above = standing_percent(loss);
    end_values(values, one->how.loss, net, rows);
    value_write(values, "accuracy", (double)right / rows->size);
    if (one->compare)
        value_write(values, "above", above);
    if (one->quiet || one->check)
        return;
    predictions_print(net, rows);
    if (one->compare)
        printf("\nOf 20,000 starts trained like this one, %d%% end with a "
               "higher loss.\n",
               above);
}

bool fit_one_run(const fit_one *one, const run_records *records,
                 output_file *save)
{
    const batch rows = xor_rows();
    network net = one->start, gradient;
    derivative all[PARAMETERS];
    fit_gradient(&one->how, &net, &rows, &gradient);
    network_derivatives(one->how.loss, &net, &rows, &gradient, all);
    if (!one->quiet && !one->check)
        start_report(one, &rows);
    if (!one->quiet)
        derivatives_print(all, PARAMETERS, one->check);
    start_values(&records->values, one->how.loss, &net, &rows, all);
    if (!fit_one_train(one, &net, &rows, &records->trace))
        return false;
    end_report(one, &net, &rows, &records->values);
    if (one->check && !derivatives_agree(all, PARAMETERS))
        return false;
    network_save(save, net);
    return true;
}
