#include "one_training.h"
#include "02-network/interval.h"
#include "digits_run.h"
#include "mlp_check.h"
#include "mlp_file.h"
#include "plumbing/messages.h"
#include "shell/report.h"
#include "softmax.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A run, and what it has come to. */
typedef struct {
    training *t;
    const split *s;
    program *p;
    score seen, unseen; /* of the rows trained on, and of the others */
} one_training;

/* How many steps an epoch has. */
static size_t steps(const training *t)
{
    return (t->count + t->batch - 1) / t->batch;
}

static double share(const score *s)
{
    return (double)s->right / (double)s->rows;
}

static bool is_told(const program *p)
{
    return !p->quiet && !p->check;
}

static void beginning_print(const one_training *o)
{
    const mlp *const net = &o->t->net;
    printf("%zu row%s to train on, %zu to test. Network ", o->s->train,
           o->s->train > 1 ? "s" : "", o->s->test);
    for (int l = 0; l <= net->depth; l++)
        printf(l == 0 ? "%d" : "-%d", net->units[l]);
    printf(": %d parameters.\n", net->count);
    printf("Batches of %zu, %zu step%s an epoch, learning rate %g%s\n",
           o->t->batch, steps(o->t), steps(o->t) > 1 ? "s" : "", o->p->lr,
           o->p->params != NULL && o->t->by.step != gd_step
               ? " (the optimizer's averages begin at 0)"
               : "");
    printf("\n%8s%13s%13s%17s%13s\n", "epoch", "loss", "test loss", "right",
           "test right");
}

/* Looks at all rows after an epoch. False if a number is not finite. */
static bool epoch_look(one_training *o, long epoch)
{
    if (!split_evaluate(o->t, o->s, &o->seen, &o->unseen))
        return false;
    const score *const a = &o->seen, *const b = &o->unseen;
    const double row[] = {a->loss, b->loss, share(a), share(b)};
    trace_row(&o->p->trace, epoch, row, 4);
    if (is_told(o->p) && epoch_is_shown(epoch, o->p->epochs)) {
        printf("%8ld", epoch);
        number_print(a->loss, 13, 6);
        number_print(b->loss, 13, 6);
        printf("%12zu/%zu%9zu/%zu\n", a->right, a->rows, b->right, b->rows);
    }
    return true;
}

static void score_write(const output_file *values, const char *loss,
                        const char *right, const score *s)
{
    value_write(values, loss, s->loss);
    value_write(values, right, (double)s->right);
}

/* The size of the gradient of each layer's weights over all rows to train
   on. */
static void sizes_write(one_training *o)
{
    training *const t = o->t;
    if (o->p->values.stream == NULL)
        return;
    batch_gradient(&t->net, t->data, o->s->rows, o->s->train, &t->pass,
                   &t->gradient);
    for (int l = 1; l <= t->net.depth; l++)
        value_write_at(&o->p->values, "gradient.W", l,
                       layer_size(&t->gradient, l));
}

static void end_write(const one_training *o)
{
    const output_file *const values = &o->p->values;
    value_write(values, "rows", (double)o->s->train);
    value_write(values, "test_rows", (double)o->s->test);
    value_write(values, "parameters", o->t->net.count);
    value_write(values, "steps", (double)steps(o->t));
    score_write(values, "loss.last", "right", &o->seen);
    score_write(values, "test_loss.last", "test_right", &o->unseen);
    value_write(values, "accuracy", share(&o->seen));
    value_write(values, "test_accuracy", share(&o->unseen));
    interval_write(values, "test_accuracy", (long)o->unseen.right,
                   (long)o->unseen.rows);
}

static void end_print(const one_training *o)
{
    const interval i =
        wilson_interval((long)o->unseen.right, (long)o->unseen.rows);
    printf("\nright on what it has seen: %.2f%%, on what it has not: "
           "%.2f%%\n(95%% interval %.2f%% to %.2f%%)\n",
           100.0 * share(&o->seen), 100.0 * i.share, 100.0 * i.low,
           100.0 * i.high);
}

static void confusion_report(const one_training *o)
{
    long counts[CLASSES][CLASSES] = {{0}};
    evaluate(&o->t->net, o->t->data, o->s->rows + o->s->train, o->s->test,
             &o->t->pass, counts);
    for (int digit = 0; digit < CLASSES; digit++)
        for (int k = 0; k < CLASSES; k++) {
            char name[32];
            snprintf(name, sizeof name, "confusion.%d", digit);
            value_write_at(&o->p->values, name, k,
                           (double)counts[digit][k]);
        }
    if (o->p->quiet)
        return;
    printf("\nOf the rows to test: each line a digit, each column an "
           "answer\n%3s",
           "");
    for (int k = 0; k < CLASSES; k++)
        printf("%5d", k);
    for (int digit = 0; digit < CLASSES; digit++) {
        printf("\n%3d", digit);
        for (int k = 0; k < CLASSES; k++)
            if (counts[digit][k] == 0)
                printf("%5s", ".");
            else
                printf("%5ld", counts[digit][k]);
    }
    putchar('\n');
}

/* Draws a row in characters, two to a pixel, and its answers. */
static void drawing_report(const one_training *o, size_t n)
{
    static const char shades[] = " .:-=+*#%@";
    enum { SHADES = sizeof shades - 1, SIDE = 8, BAR = 40 };
    training *const t = o->t;
    double p[CLASSES];
    const int label = digit_row(t->data, n, t->pass.a[0]);
    mlp_forward(&t->net, &t->pass);
    softmax_loss(t->pass.a[t->net.depth], CLASSES, label, p);
    for (int k = 0; k < CLASSES; k++)
        value_write_at(&o->p->values, "p", k, p[k]);
    value_write(&o->p->values, "label", label);
    if (o->p->quiet)
        return;
    printf("\nRow %zu, a %d\n", n + 1, label);
    for (int i = 0; i < PIXELS; i++) {
        const int shade = (int)(t->pass.a[0][i] * (SHADES - 1) + 0.5);
        printf("%s%c%c%s", i % SIDE == 0 ? "  |" : "", shades[shade],
               shades[shade], i % SIDE == SIDE - 1 ? "|\n" : "");
    }
    for (int k = 0; k < CLASSES; k++) {
        const int bar = (int)(BAR * p[k] + 0.5);
        printf("%5d%9.4f%s", k, p[k], bar > 0 ? "  " : "");
        for (int i = 0; i < bar; i++)
            putchar('#');
        putchar('\n');
    }
}

static bool check_run(const one_training *o)
{
    training *const t = o->t;
    const size_t size = t->batch < t->count ? t->batch : t->count;
    mlp_derivatives d = mlp_derivatives_new(t, o->s->rows, size);
    if (d.all == NULL)
        return complain("no memory for %d derivatives", d.count);
    if (!o->p->quiet)
        mlp_derivatives_print(&d, &t->net);
    const bool agree = derivatives_agree(d.all, d.count);
    mlp_derivatives_free(&d);
    return agree;
}

bool one_training_run(training *t, const split *s, const wanted *w,
                      program *p)
{
    one_training o = {.t = t, .s = s, .p = p};
    long epoch = 0;
    trace_begin(&p->trace, "epoch,loss,test_loss,accuracy,test_accuracy");
    if (is_told(p))
        beginning_print(&o);
    bool finite = epoch_look(&o, epoch);
    score_write(&p->values, "loss.first", "right.first", &o.seen);
    score_write(&p->values, "test_loss.first", "test_right.first",
                &o.unseen);
    sizes_write(&o);
    while (finite && epoch < p->epochs) {
        training_epoch(t);
        finite = epoch_look(&o, ++epoch);
    }
    if (!finite)
        return complain_diverged(epoch);
    end_write(&o);
    if (is_told(p))
        end_print(&o);
    if (w->confusion)
        confusion_report(&o);
    if (w->draw > 0)
        drawing_report(&o, (size_t)w->draw - 1);
    if (p->check && !check_run(&o))
        return false;
    mlp_write(&p->save, &t->net);
    return true;
}
