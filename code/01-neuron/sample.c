#include "sample.h"
#include "check.h"
#include "shell/report.h"

#include <math.h>
#include <stdio.h>

/* A neuron, its sample, and the pass between them: all the numbers that a
   check may nudge. */
typedef struct {
    neuron n;
    sample s;
    neuron_pass f;
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
    return half_square(c->f.yhat, c->s.y);
}

enum { SAMPLE_DERIVATIVES = 6 };

/* Finds every derivative of one pass, by the chain rule and by nudging. */
static void sample_derivatives(chain c, derivative all[SAMPLE_DERIVATIVES])
{
    const slopes d = neuron_backward(&c.s, &c.f);
    const double terms = fabs(c.n.w * c.s.x) + fabs(c.n.b); /* of z */
    const struct {
        const char *name, *formula;
        double analytic;
        measured f;
        double *number, factor, df_dz;
    } rows[SAMPLE_DERIVATIVES] = {
        {"dL_dyhat", "yhat - y", d.dL_dyhat, loss_from_yhat, &c.f.yhat, 1.0,
         0.0},
        {"dyhat_dz", "yhat (1 - yhat)", d.dyhat_dz, yhat_from_z, &c.f.z,
         1.0, 0.0},
        {"dz_dw", "x", d.dz_dw, z_from_parameters, &c.n.w, c.s.x, 1.0},
        {"dz_db", "1", d.dz_db, z_from_parameters, &c.n.b, 1.0, 1.0},
        {"dL_dw", "dL_dyhat dyhat_dz dz_dw", d.dL_dw, loss_from_parameters,
         &c.n.w, c.s.x, d.dL_dz},
        {"dL_db", "dL_dyhat dyhat_dz dz_db", d.dL_db, loss_from_parameters,
         &c.n.b, 1.0, d.dL_dz},
    };
    for (int i = 0; i < SAMPLE_DERIVATIVES; i++) {
        const double h = nudge_size(*rows[i].number, rows[i].factor);
        all[i] = (derivative){
            .name = rows[i].name,
            .formula = rows[i].formula,
            .analytic = rows[i].analytic,
            .numeric = central_difference(rows[i].f, &c, rows[i].number, h),
        };
        sum_noise_add(&all[i].numeric, h, h * rows[i].factor,
                      terms * rows[i].df_dz);
    }
}

static void pass_print(const char *name, const char *formula, double number)
{
    printf("%-9s%-24s", name, formula);
    number_print(number, 13, 9);
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

static bool pass_is_finite(const neuron_pass *f)
{
    return isfinite(f->z) && isfinite(f->loss);
}

/* Trains on the one sample; false if the run diverged. */
static bool sample_train(chain *c, const program *p)
{
    const bool reports = !p->quiet && !p->check;
    if (reports)
        printf("\nTraining, learning rate %g\n%8s %12s %12s %12s %12s\n",
               p->lr, "epoch", "L", "yhat", "w", "b");
    for (long epoch = 0;; epoch++) {
        c->f = neuron_forward(&c->n, &c->s);
        if (!pass_is_finite(&c->f))
            return complain_diverged(epoch);
        const double row[] = {c->f.loss, c->f.yhat, c->n.w, c->n.b};
        trace_row(&p->trace, epoch, row, 4);
        if (reports && epoch_is_shown(epoch, p->epochs))
            epoch_print(epoch, row, 4);
        if (epoch == p->epochs)
            return true;
        const slopes d = neuron_backward(&c->s, &c->f);
        neuron_step(&c->n, &(neuron){d.dL_dw, d.dL_db}, p->lr);
    }
}

bool sample_run(neuron start, sample one, const program *p)
{
    chain c = {start, one, neuron_forward(&start, &one)};
    trace_begin(&p->trace, "epoch,loss,yhat,w,b");
    if (!pass_is_finite(&c.f))
        return complain_diverged(0);
    derivative all[SAMPLE_DERIVATIVES];
    sample_derivatives(c, all);
    if (p->check && !p->quiet)
        derivatives_print(all, SAMPLE_DERIVATIVES, true);
    else if (!p->quiet)
        sample_report(&c, all);
    sample_values(&p->values, &c, all);
    if (!sample_train(&c, p))
        return false;
    value_write(&p->values, "w.last", c.n.w);
    value_write(&p->values, "b.last", c.n.b);
    value_write(&p->values, "yhat.last", c.f.yhat);
    value_write(&p->values, "loss.last", c.f.loss);
    return !p->check || derivatives_agree(all, SAMPLE_DERIVATIVES);
}
