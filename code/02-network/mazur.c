#include "mazur.h"
#include "shell/report.h"
#include "two_outputs.h"

#include <math.h>

static void numbers_print(const char *name, const double numbers[2])
{
    printf("%-22s", name);
    number_print(numbers[0], 16, 9);
    number_print(numbers[1], 16, 9);
    putchar('\n');
}

/* One pass there and back. */
static void mazur_report(const two_outputs_pass *p, const two_outputs *d)
{
    printf("One pass%30s%16s\n", "first unit", "second unit");
    numbers_print("h", p->h);
    numbers_print("yhat", p->yhat);
    numbers_print("dL_dW2, from h[0]", d->W2[0]);
    numbers_print("dL_dW2, from h[1]", d->W2[1]);
    numbers_print("dL_dW1, from x[0]", d->W1[0]);
    numbers_print("dL_dW1, from x[1]", d->W1[1]);
    printf("\n%-22s%16s%16s\n", "The loss", "right order", "W2 first");
}

bool mazur_run(const program *p)
{
    const two_sample s = mazur_sample();
    two_outputs right = mazur_network(), early = right;
    two_outputs_pass pass[2] = {two_outputs_forward(&right, &s)};
    const two_outputs d = two_outputs_backward(&right, &s, &pass[0]);
    if (!p->quiet)
        mazur_report(&pass[0], &d);
    trace_begin(&p->trace, "epoch,loss,loss.early");
    for (long step = 0;; step++) {
        pass[0] = two_outputs_forward(&right, &s);
        pass[1] = two_outputs_forward(&early, &s);
        const double loss[2] = {pass[0].loss, pass[1].loss};
        if (!isfinite(loss[0] + loss[1]))
            return complain_diverged(step);
        trace_row(&p->trace, step, loss, 2);
        if (!p->quiet && (step <= 1 || step == p->epochs)) {
            char name[32];
            snprintf(name, sizeof name, "after %ld step%s", step,
                     step == 1 ? "" : "s");
            numbers_print(name, loss);
        }
        if (step == p->epochs)
            break;
        mazur_step(&right, &s, p->lr, false);
        mazur_step(&early, &s, p->lr, true);
    }
    if (!p->quiet) {
        printf("\n%-22s%16s%16s\n", "The outputs", "first", "second");
        numbers_print("right order", pass[0].yhat);
        numbers_print("W2 first", pass[1].yhat);
    }
    value_write(&p->values, "loss.right", pass[0].loss);
    value_write(&p->values, "loss.early", pass[1].loss);
    return true;
}
