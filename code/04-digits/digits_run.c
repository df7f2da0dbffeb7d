#include "digits_run.h"
#include "mlp_file.h"
#include "plumbing/messages.h"

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
