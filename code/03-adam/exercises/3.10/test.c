/* The checks of exercise 3.10. Steps are counted in a loop; what the losses
   are of is seen on steps of the chapter, in one batch and in several. */
#include "answer.h"

#include "02-network/start.h"
#include "02-network/xor.h"
#include "03-adam/fit.h"
#include "workbook.h"

#include <math.h>

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

static const char *part_of(const char *name, int i)
{
    return text("%s %s", name, of[i]);
}

static void steps(void)
{
    const epochs a = answer();
    for (int i = 0; i < COUNTS; i++) {
        const int rows = rows_of[i];
        const counted c = epoch_count(rows);
        part_number(
            part_of("steps", i), a.steps[i], c.steps, 6,
            SLIPS({rows, "that is a step a row; how many rows does a step "
                         "take in?"},
                  {rows / (double)BATCH,
                   "there is no part of a step; what becomes of the rows "
                   "that do not fill a batch?"},
                  {rows / BATCH, "the rows that do not fill a batch are "
                                 "seen, too; which step takes them in?"},
                  {c.steps + 1, "is there anything left for that last one? "
                                "Count the rows that each takes"},
                  {c.steps * epochs_of[i],
                   "that is the whole run; how many does one epoch make?"},
                  {BATCH, "that is how many rows a batch has; how many "
                          "batches are there?"},
                  {1.0, "that many rows do not fit into one batch; how "
                        "many does one hold?"}));
    }
}

static void last_rows(void)
{
    const epochs a = answer();
    for (int i = 0; i < COUNTS; i++) {
        const int rows = rows_of[i];
        const counted c = epoch_count(rows);
        const double batches = rows / (double)BATCH;
        part_number(
            part_of("last_rows", i), a.last_rows[i], c.last, 6,
            SLIPS({BATCH, "so many rows are not left for the last one; how "
                          "many do the full ones take?"},
                  {BATCH - c.last, "that is how many are missing from a "
                                   "full batch; how many are in it?"},
                  {0.0, "a batch without rows is none; what is left after "
                        "the full ones?"},
                  {rows, "that is all rows; how many of them have been "
                         "seen before the last batch?"},
                  {batches - floor(batches),
                   "that is a part of a batch; how many rows are in it?"},
                  {rows / (double)c.steps,
                   "the batches are not made equal; how many rows does the "
                   "first take?"}));
    }
}

static void all_steps(void)
{
    const epochs a = answer();
    for (int i = 0; i < COUNTS; i++) {
        const int rows = rows_of[i], often = epochs_of[i];
        const counted c = epoch_count(rows);
        const double batches = rows * often / (double)BATCH;
        part_number(
            part_of("all_steps", i), a.all_steps[i], c.steps * often, 6,
            SLIPS(
                {often, "that is one step an epoch; how many steps does an "
                        "epoch make?"},
                {rows * often, "that is one step for each row; how many "
                               "rows does a step take in?"},
                {batches, "a batch does not reach into the next epoch; how "
                          "does each epoch end?"},
                {floor(batches), "rounded at the end of the run; does a "
                                 "batch reach into the next epoch?"},
                {ceil(batches), "rounded at the end of the run; does a "
                                "batch reach into the next epoch?"},
                {rows / BATCH * often, "the rows that do not fill a batch "
                                       "are seen in each epoch, too"},
                {c.steps, "that is one epoch; how many are there?"}));
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
    o.step(&o, seen, PARAMETERS, net->all, gradient.all);
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
    {'B', "a step takes in all rows of its batch; of how many is the loss, "
          "then?"},
    {'C', "that would take a pass after the step; what is known before?"},
    {0.0, NULL}};

static const slip many_batches_slips[] = {
    {'A', "when the second batch is measured, a step has been made; at "
          "which parameters?"},
    {'C', "that would take another pass over all rows at the end; what is "
          "known by then?"},
    {'D', "the other batches are in it, too; what is one number an epoch "
          "to tell?"},
    {0.0, NULL}};

static void losses(void)
{
    random_stream stream = {1};
    const network start = network_start(INIT_GLOROT, &stream);
    const batch rows = xor_rows();

    network net = start;
    double m[2][PARAMETERS] = {{0.0}}, v[2][PARAMETERS] = {{0.0}};
    moments seen = {.m = m[0], .v = v[0]};
    const double one = batch_step(&net, &seen, &rows);
    MUST_HOLD(one == loss_of(&start, &rows));
    MUST_HOLD(one != loss_of(&net, &rows));
    const epochs a = answer();
    part_letter("one_batch", a.one_batch, 'D', one_batch_slips);

    /* A batch of three rows, and a last one of one row. */
    net = start;
    seen = (moments){.m = m[1], .v = v[1]};
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
            {0.0, "what does an answer of just a half count as, and is no "
                  "target so?"},
            {1.0, "all four answers are the same; the targets are not"},
            {right / 2.0, "that is one row; on how many is the target what "
                          "these answers count as?"},
            {1.5 * right, "that is three rows; on how many is the target "
                          "what these answers count as?"},
            {rows_right(&rows, &p),
             "that is how many; what share of the four?"},
            {100.0 * right, "the share is asked for, not the percentage"}));
}

const check checks[] = {steps,  last_rows, all_steps,
                        losses, accuracy,  NULL};
