#include "digits_run.h"
#include "03-adam/fit.h"
#include "mlp_file.h"
#include "plumbing/messages.h"

#include <math.h>

digits_plan digits_plan_usual(void)
{
    digits_plan plan = {.data = &digits,
                        .depth = 2,
                        .units = {PIXELS, 32, CLASSES},
                        .hidden = sigmoid_units,
                        .by = fit_keras().optimizer,
                        .batch = 32,
                        .shuffled = true,
                        .seed = 1};
    plan.by.lr = 0.01;
    return plan;
}

bool digits_run_begin(digits_run *r, const digits_plan *plan, uint64_t seed,
                      const mlp *given)
{
    random_stream stream = {seed};
    mlp net = given != NULL
                  ? *given
                  : mlp_of(plan->depth, plan->units, plan->hidden);
    *r = (digits_run){.t = {.data = plan->data,
                            .batch = plan->batch,
                            .shuffled = plan->shuffled,
                            .by = plan->by,
                            .net = net}};
    if (net.all == NULL)
        return false;
    if (given == NULL)
        mlp_draw(&net, plan->init, &stream);
    r->s = split_new(plan->split, plan->data, seed);
    r->t.rows = r->s.rows;
    r->t.count = r->s.train;
    r->t.stream = stream;
    return (training_prepare(&r->t, net) && r->s.rows != NULL) ||
           complain("no memory for %d parameters and %d rows", net.count,
                    plan->data->rows);
}

void digits_run_free(digits_run *r)
{
    training_free(&r->t);
    split_free(&r->s);
}

bool split_evaluate(training *t, const split *s, score *seen, score *unseen)
{
    double zero = 0.0; /* as in chapter 2's network_is_finite */
    *seen = evaluate(&t->net, t->data, s->rows, s->train, &t->pass, NULL);
    *unseen = evaluate(&t->net, t->data, s->rows + s->train, s->test,
                       &t->pass, NULL);
    for (int k = 0; k < t->net.count; k++)
        zero *= t->net.all[k];
    return isfinite(seen->loss + unseen->loss) && zero == 0.0;
}
