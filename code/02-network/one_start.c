#include "one_start.h"
#include "gradient.h"
#include "network_file.h"
#include "shell/report.h"
#include "xor.h"

#include <string.h>

/* A file of parameters does not hold what a method remembers. */
static void start_print(network net, const char *forgotten)
{
    matrix matrices[MATRICES];
    network_matrices(&net, matrices);
    printf("The start");
    if (forgotten != NULL)
        printf(" (%s begin at 0)", forgotten);
    putchar('\n');
    for (int m = 0; m < MATRICES; m++) {
        const matrix *const a = &matrices[m];
        printf("%-3s %dx%d ", a->name, a->rows, a->columns);
        for (int k = 0; k < a->rows * a->columns; k++) {
            if (k > 0 && k % a->columns == 0)
                printf("\n%8s", "");
            number_print(a->values[k], 13, 9);
        }
        putchar('\n');
    }
}

static void forward_print(const run *r, const char *loss_text)
{
    printf("\nForward\n x1 x2   y%13s%13s%13s%13s\n", "h[0]", "h[1]",
           "h[2]", "yhat");
    for (int n = 0; n < r->rows.size; n++) {
        printf("%3g%3g%4g", r->rows.x[n][0], r->rows.x[n][1], r->rows.y[n]);
        for (int j = 0; j < HIDDEN; j++)
            number_print(r->pass.h[n][j], 13, 9);
        number_print(r->pass.yhat[n], 13, 9);
        putchar('\n');
    }
    const int typed = printf("L, %s:", loss_text);
    number_print(r->L, 62 - typed, 9);
    printf("\n\nBackward\n");
}

static void predictions_print(const run *r)
{
    printf("\n%8s %12s %12s\n", "x1 x2", "target", "prediction");
    for (int n = 0; n < r->rows.size; n++)
        printf("%4g %3g %12g %12.4f\n", r->rows.x[n][0], r->rows.x[n][1],
               r->rows.y[n], r->pass.yhat[n]);
}

static void start_write(const output_file *values, const run *r,
                        const derivative all[PARAMETERS])
{
    value_write(values, "loss.first", r->L);
    for (int n = 0; n < r->rows.size; n++)
        value_write_at(values, "yhat.first", n, r->pass.yhat[n]);
    for (int k = 0; k < PARAMETERS; k++) {
        char name[32];
        snprintf(name, sizeof name, "dL_d%s", all[k].name);
        value_write(values, name, all[k].analytic);
    }
}

static void end_write(const output_file *values, const run *r)
{
    value_write(values, "loss.last", r->L);
    for (int n = 0; n < r->rows.size; n++)
        value_write_at(values, "yhat", n, r->pass.yhat[n]);
    for (int k = 0; k < PARAMETERS; k++)
        value_write(values, parameter_names[k], r->net.all[k]);
    value_write(values, "accuracy",
                (double)rows_right(&r->rows, &r->pass) / r->rows.size);
}

static void training_begin(const program *p)
{
    char columns[256] = "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3";
    size_t used = strlen(columns);
    for (int k = 0; k < PARAMETERS; k++)
        used += (size_t)snprintf(columns + used, sizeof columns - used,
                                 ",%s", parameter_names[k]);
    trace_begin(&p->trace, columns);
    if (!p->quiet && !p->check)
        printf("\nTraining, learning rate %g\n%8s%13s%8s%11s%11s%11s%11s\n",
               p->lr, "epoch", "L", "right", "yhat 00", "yhat 01",
               "yhat 10", "yhat 11");
}

/* A row of the trace: the loss, the predictions, the parameters. */
static void epoch_trace(const run *r, const output_file *trace)
{
    double row[1 + ROWS + PARAMETERS] = {r->L};
    memcpy(row + 1, r->pass.yhat, sizeof r->pass.yhat);
    memcpy(row + 1 + ROWS, r->net.all, sizeof r->net.all);
    trace_row(trace, r->epoch, row, 1 + ROWS + PARAMETERS);
}

/* A row of the report on training. */
static void epoch_report(const run *r)
{
    printf("%8ld", r->epoch);
    number_print(r->L, 13, 6);
    printf("%6d/%d", rows_right(&r->rows, &r->pass), r->rows.size);
    for (int n = 0; n < r->rows.size; n++)
        number_print(r->pass.yhat[n], 11, 6);
    putchar('\n');
}

static void epoch_watch(const run *r, void *watcher)
{
    const program *const p = watcher;
    if (p->trace.stream != NULL)
        epoch_trace(r, &p->trace);
    if (!p->quiet && !p->check && epoch_is_shown(r->epoch, r->epochs))
        epoch_report(r);
}

bool one_start_run(const trainer *t, const network *start,
                   random_stream stream, program *p)
{
    run r = {.loss = t->loss,
             .rows = xor_rows(),
             .net = *start,
             .stream = stream,
             .epochs = p->epochs,
             .watch = epoch_watch,
             .watcher = p};
    network gradient;
    derivative all[PARAMETERS];
    run_look(&r);
    t->backward(t->how, &r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
    network_derivatives(r.loss, &r.net, &r.rows, &gradient, all);
    if (!p->quiet && !p->check) {
        start_print(r.net, p->params != NULL ? t->memory : NULL);
        forward_print(&r, t->loss_text);
    }
    if (!p->quiet)
        derivatives_print(all, PARAMETERS, p->check);
    start_write(&p->values, &r, all);
    training_begin(p);
    t->train(t->how, &r);
    if (r.diverged)
        return complain_diverged(r.epoch);
    end_write(&p->values, &r);
    if (!p->quiet && !p->check)
        predictions_print(&r);
    if (p->check && !derivatives_agree(all, PARAMETERS))
        return false;
    network_write(&p->save, r.net);
    return true;
}
