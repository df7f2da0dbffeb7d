#include "sample.h"
#include "check.h"
#include "plumbing/report.h"

#include <math.h>
#include <stdio.h>

/* A neuron, its sample, and the pass between them: all the numbers that a
   check may nudge. */
typedef struct {
    neuron n;
    sample s;
    forward f;
} chain;

static double loss_from_parameters(const void *state)
{
    const chain *c = state;
    return neuron_forward(&c->n, &c->s).loss;
}

static double z_from_parameters(const void *state)
{
    const chain *c = state;
    return neuron_forward(&c->n, &c->s).z;
}

static double yhat_from_z(const void *state)
{
    const chain *c = state;
    return sigmoid(c->f.z);
}

static double loss_from_yhat(const void *state)
{
    const chain *c = state;
    const double error = c->f.yhat - c->s.y;
    return 0.5 * error * error;
}

enum { SAMPLE_DERIVATIVES = 6 };

/* Finds every derivative of one pass, by the chain rule and by nudging. */
static void sample_derivatives(chain c, derivative all[SAMPLE_DERIVATIVES])
{
    const slopes d = neuron_backward(&c.s, &c.f);
    const double dw = nudge_size(c.n.w, c.s.x);
    const double db = nudge_size(c.n.b, 1.0);
    const double dz = nudge_size(c.f.z, 1.0);
    const double dyhat = nudge_size(c.f.yhat, 1.0);
    all[0] = (derivative){
        "dL_dyhat", "yhat - y", d.dL_dyhat,
        central_difference(loss_from_yhat, &c, &c.f.yhat, dyhat)};
    all[1] = (derivative){"dyhat_dz", "yhat (1 - yhat)", d.dyhat_dz,
                          central_difference(yhat_from_z, &c, &c.f.z, dz)};
    all[2] =
        (derivative){"dz_dw", "x", d.dz_dw,
                     central_difference(z_from_parameters, &c, &c.n.w, dw)};
    all[3] =
        (derivative){"dz_db", "1", d.dz_db,
                     central_difference(z_from_parameters, &c, &c.n.b, db)};
    all[4] = (derivative){
        "dL_dw", "dL_dyhat dyhat_dz dz_dw", d.dL_dw,
        central_difference(loss_from_parameters, &c, &c.n.w, dw)};
    all[5] = (derivative){
        "dL_db", "dL_dyhat dyhat_dz", d.dL_db,
        central_difference(loss_from_parameters, &c, &c.n.b, db)};
}

static void pass_print(const char *name, const char *formula, double number)
{
    printf("%-10s %-25s ", name, formula);
    number_print(number, 15, 9);
    putchar('\n');
}

static void sample_report(const chain *c, const derivative all[])
{
    printf("One neuron, w = %g and b = %g, on one sample, x = %g and y = "
           "%g.\n\nForward\n",
           c->n.w, c->n.b, c->s.x, c->s.y);
    pass_print("z", "w x + b", c->f.z);
    pass_print("yhat", "sigmoid(z)", c->f.yhat);
    pass_print("L", "(yhat - y)^2 / 2", c->f.loss);
    printf("\nBackward\n");
    derivatives_print(all, SAMPLE_DERIVATIVES, false);
}

static void sample_values(const output_file *values, const chain *c,
                          const derivative all[])
{
    value_write(values, "z", c->f.z);
    value_write(values, "yhat", c->f.yhat);
    value_write(values, "loss", c->f.loss);
    for (int i = 0; i < SAMPLE_DERIVATIVES; i++)
        value_write(values, all[i].name, all[i].analytic);
    value_write(values, "dL_dw.numeric", all[4].numeric.slope);
    value_write(values, "dL_db.numeric", all[5].numeric.slope);
}

static bool pass_is_finite(const forward *f)
{
    return isfinite(f->z) && isfinite(f->loss);
}

/* Trains on the one sample; false if the run diverged. */
static bool sample_train(chain *c, const training *t,
                         const output_file *trace)
{
    const bool reports = !t->quiet && !t->check;
    if (reports)
        printf("\nTraining, learning rate %g\n%8s %12s %12s %12s %12s\n",
               t->lr, "epoch", "L", "yhat", "w", "b");
    for (long epoch = 0;; epoch++) {
        c->f = neuron_forward(&c->n, &c->s);
        if (!pass_is_finite(&c->f))
            return complain_diverged(epoch);
        const double row[] = {c->f.loss, c->f.yhat, c->n.w, c->n.b};
        trace_row(trace, epoch, row, 4);
        if (reports && epoch_is_shown(epoch, t->epochs))
            epoch_print(epoch, row, 4);
        if (epoch == t->epochs)
            return true;
        const slopes d = neuron_backward(&c->s, &c->f);
        neuron_step(&c->n, &(neuron){d.dL_dw, d.dL_db}, t->lr);
    }
}

bool sample_run(neuron start, sample one, const training *t,
                const run_records *records)
{
    chain c = {start, one, neuron_forward(&start, &one)};
    trace_begin(&records->trace, "epoch,loss,yhat,w,b");
    if (!pass_is_finite(&c.f))
        return complain_diverged(0);
    derivative all[SAMPLE_DERIVATIVES];
    sample_derivatives(c, all);
    if (t->check && !t->quiet)
        derivatives_print(all, SAMPLE_DERIVATIVES, true);
    else if (!t->quiet)
        sample_report(&c, all);
    sample_values(&records->values, &c, all);
    if (!sample_train(&c, t, &records->trace))
        return false;
    value_write(&records->values, "w.last", c.n.w);
    value_write(&records->values, "b.last", c.n.b);
    value_write(&records->values, "yhat.last", c.f.yhat);
    value_write(&records->values, "loss.last", c.f.loss);
    return !t->check || derivatives_agree(all, SAMPLE_DERIVATIVES);
}
