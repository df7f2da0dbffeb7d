#include "sample.h"
#include "chain.h"
#include "shell/report.h"

#include <math.h>
#include <stdio.h>

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
    derivatives_print(all, CHAIN_DERIVATIVES, false);
}

static void sample_values(const output_file *values, const chain *c,
                          const derivative all[])
{
    value_write(values, "z", c->f.z);
    value_write(values, "yhat", c->f.yhat);
    value_write(values, "loss", c->f.loss);
    for (int i = 0; i < CHAIN_DERIVATIVES; i++)
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
        neuron_train(&c->n, &c->s, p->lr, 1);
    }
}

bool sample_run(neuron start, sample one, const program *p)
{
    chain c = {start, one, neuron_forward(&start, &one)};
    trace_begin(&p->trace, "epoch,loss,yhat,w,b");
    if (!pass_is_finite(&c.f))
        return complain_diverged(0);
    derivative all[CHAIN_DERIVATIVES];
    chain_derivatives(c, all);
    if (p->check && !p->quiet)
        derivatives_print(all, CHAIN_DERIVATIVES, true);
    else if (!p->quiet)
        sample_report(&c, all);
    sample_values(&p->values, &c, all);
    if (!sample_train(&c, p))
        return false;
    value_write(&p->values, "w.last", c.n.w);
    value_write(&p->values, "b.last", c.n.b);
    value_write(&p->values, "yhat.last", c.f.yhat);
    value_write(&p->values, "loss.last", c.f.loss);
    return !p->check || derivatives_agree(all, CHAIN_DERIVATIVES);
}
