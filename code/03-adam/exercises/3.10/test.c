/* The checks of exercise 3.10. Steps are counted in a loop; what the losses
   are of is seen on steps of the chapter, in one batch and in several. */
#include "answer.h"

#include "02-network/start.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"
#include "workbook.h"

#include <stdio.h>

enum { COUNTS = 3, BATCH = 32 };

static const int rows_of[COUNTS] = {4, 100, 1000};
static const char *const of[COUNTS] = {"of four rows", "of a hundred rows",
                                       "of a thousand rows"};
static const int epochs_of[COUNTS] = {2000, 50, 30};

/* An epoch, as far as it can be counted. */
typedef struct {
    int steps, last;
} counted;

static counted epoch_count(int rows)
{
    counted c = {0, 0};
    for (int left = rows; left > 0; left -= c.last) {
        c.last = left < BATCH ? left : BATCH;
        c.steps++;
    }
    return c;
}

static void steps(void)
{
    const epochs a = answer();
    for (int i = 0; i < COUNTS; i++) {
        char name[64];
        const int rows = rows_of[i];
        const counted c = epoch_count(rows);
        snprintf(name, sizeof name, "steps %s", of[i]);
        part_number(
            name, a.steps[i], c.steps, 6,
            SLIPS({rows, "that is a step a row; how many rows does a step "
                         "take in?"},
                  {rows / (double)BATCH,
                   "there is no part of a step; what becomes of the rows "
                   "that do not fill a batch?"},
                  {rows / BATCH, "the rows that do not fill a batch are "
                                 "seen, too"},
                  {c.steps + 1, "is there anything left for that last "
                                "one?"},
                  {1.0, "that many rows are not in one batch"}));
        snprintf(name, sizeof name, "last_rows %s", of[i]);
        part_number(
            name, a.last_rows[i], c.last, 6,
            SLIPS({BATCH, "so many rows are not left for the last one"},
                  {BATCH - c.last, "that is how many are missing from a "
                                   "full batch"},
                  {0.0, "a batch without rows is none"},
                  {rows / (double)c.steps,
                   "the batches are not made equal; "
                   "each but the last is full"}));
        snprintf(name, sizeof name, "all_steps %s", of[i]);
        part_number(
            name, a.all_steps[i], c.steps * epochs_of[i], 6,
            SLIPS({epochs_of[i], "that is one step an epoch; how many are "
                                 "there?"},
                  {rows * epochs_of[i], "that is one step for each row"},
                  {rows * epochs_of[i] / (double)BATCH,
                   "a batch does not reach into the next epoch"},
                  {rows * epochs_of[i] / BATCH,
                   "a batch does not reach into the next epoch"},
                  {c.steps, "that is one epoch"}));
    }
}

static double loss_of(const network *net, const batch *rows)
{
    return network_loss(mean_cross_entropy, net, rows);
}

/* A step of Keras on a batch; returns the loss that comes with the
   gradient. */
static double batch_step(network *net, moments *seen, const batch *rows)
{
    const optimizer o = fit_keras().optimizer;
    run r = {.loss = mean_cross_entropy, .rows = *rows, .net = *net};
    network gradient;
    run_look(&r);
    network_backward(&r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
    o.step(&o, seen, net, &gradient);
    return r.L;
}

/* So many of the rows of XOR, from one on. */
static batch rows_from(int first, int size)
{
    const batch all = xor_rows();
    batch some = {.size = size};
    for (int n = 0; n < size; n++) {
        for (int i = 0; i < INPUTS; i++)
            some.x[n][i] = all.x[first + n][i];
        some.y[n] = all.y[first + n];
    }
    return some;
}

static const slip one_batch_slips[] = {
    {'A', "the pass that gave the gradient was made before the step; would "
          "Keras make another one?"},
    {'B', "the loss is a mean over all rows of the batch"},
    {'C', "that would take a pass after the step; what is known before?"},
    {0.0, NULL}};

static const slip many_batches_slips[] = {
    {'A', "when the second batch is measured, a step has been made"},
    {'C', "that would take another pass over all rows at the end; what is "
          "known by then?"},
    {'D', "the other batches are in it, too"},
    {0.0, NULL}};

static void losses(void)
{
    random_stream stream = {1};
    const network start = network_start(INIT_GLOROT, &stream);
    const batch rows = xor_rows();

    network net = start;
    moments seen = moments_none();
    const double one = batch_step(&net, &seen, &rows);
    MUST_HOLD(one == loss_of(&start, &rows));
    MUST_HOLD(one != loss_of(&net, &rows));
    const epochs a = answer();
    part_letter("one_batch", a.one_batch, 'D', one_batch_slips);

    /* A batch of three rows, and a last one of one row. */
    net = start;
    seen = moments_none();
    const batch first = rows_from(0, 3), last = rows_from(3, 1);
    double sum = 3.0 * batch_step(&net, &seen, &first);
    const network between = net;
    sum += batch_step(&net, &seen, &last);
    const double many = sum / rows.size;
    MUST_HOLD(
        agrees(many,
               (3.0 * loss_of(&start, &first) + loss_of(&between, &last)) /
                   rows.size,
               12));
    MUST_HOLD(!agrees(many, loss_of(&start, &rows), 6));
    MUST_HOLD(!agrees(many, loss_of(&between, &rows), 6));
    MUST_HOLD(!agrees(many, loss_of(&net, &rows), 6));
    part_letter("many_batches", a.many_batches, 'B', many_batches_slips);
}

static void accuracy(void)
{
    const network zero = {.b2 = 0.0};
    const batch rows = xor_rows();
    network_pass p;
    network_forward(&zero, &rows, &p);
    const double right = (double)rows_right(&rows, &p) / rows.size;
    part_number(
        "all_half", answer().all_half, right, 4,
        SLIPS(
            {0.0, "some targets are what these answers count as"},
            {1.0, "all four answers are the same; the targets are not"},
            {rows_right(&rows, &p), "that is how many; what share of the "
                                    "four?"},
            {100.0 * right, "the share is asked for, not the percentage"}));
}

const check checks[] = {steps, losses, accuracy, NULL};
