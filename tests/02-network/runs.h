/* runs.h: for the suites of this room and those above, runs in training:
   how they begin, where they come to, and what is kept of them. */
#pragma once

#include "02-network/clinic.h"
#include "02-network/gradient.h"
#include "02-network/network_file.h"
#include "02-network/one_start.h"
#include "02-network/xor.h"
#include "running.h"

static inline void assert_same_network(const network *actual,
                                       const network *expected)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(actual->all[k], expected->all[k]);
}

/* Gradient descent, as it should be and as somebody wrote it. */
static inline trainer by_descent(const descent *d)
{
    return (trainer){half_squares,   "half the squares", NULL,
                     right_backward, descent_train,      d};
}

static inline trainer by_bugged(const bugged_descent *b)
{
    return (trainer){half_squares,    "half the squares", NULL,
                     clinic_backward, clinic_train,       b};
}

/* A run on XOR that has not begun. */
static inline run run_from(loss_function loss, const network *start,
                           uint64_t seed, long epochs)
{
    return (run){.loss = loss,
                 .rows = xor_rows(),
                 .net = *start,
                 .stream = {seed},
                 .epochs = epochs};
}

/* One that has ended. */
static inline run run_ended(const trainer *t, const network *start,
                            uint64_t seed, long epochs)
{
    run r = run_from(t->loss, start, seed, epochs);
    t->train(t->how, &r);
    return r;
}

/* What a trainer takes for the gradient at a network. */
static inline network gradient_followed(const trainer *t,
                                        const network *net)
{
    network gradient;
    run r = run_from(t->loss, net, 0, 0);
    run_look(&r);
    t->backward(t->how, &r.net, &r.rows, &r.pass, r.dL_dz2, &gradient);
    return gradient;
}

static inline network network_saved(const char *name)
{
    network net = {.b2 = 7.0};
    assert_true(network_read(&net, name));
    return net;
}

/* The loss and the predictions, as a values file has them. */
static inline void values_expect(char text[], size_t size,
                                 const char *loss_name,
                                 const char *yhat_name, loss_function loss,
                                 const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    network_forward(net, &rows, &p);
    append(text, size, "%s = %.17g\n", loss_name,
           network_loss(loss, net, &rows));
    for (int n = 0; n < ROWS; n++)
        append(text, size, "%s.%d = %.17g\n", yhat_name, n, p.yhat[n]);
}

/* The row of an epoch, as a trace has it. */
static inline void trace_expect(char text[], size_t size, long epoch,
                                loss_function loss, const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    network_forward(net, &rows, &p);
    append(text, size, "%ld,%.17g", epoch, network_loss(loss, net, &rows));
    for (int n = 0; n < ROWS; n++)
        append(text, size, ",%.17g", p.yhat[n]);
    for (int k = 0; k < PARAMETERS; k++)
        append(text, size, ",%.17g", net->all[k]);
    append(text, size, "\n");
}

static const char trace_columns[] =
    "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3,"
    "W1[0][0],W1[0][1],W1[0][2],W1[1][0],W1[1][1],W1[1][2],"
    "b1[0],b1[1],b1[2],W2[0],W2[1],W2[2],b2\n";

/* What should be kept of a run, each epoch of which is worked out as the
   end of a run so long. */
typedef struct {
    char trace[8192], values[4096];
    network end;
} kept;

static inline void kept_expect(kept *k, const trainer *t,
                               const network *start, uint64_t seed,
                               long epochs)
{
    const network gradient = gradient_followed(t, start);
    run r;
    snprintf(k->trace, sizeof k->trace, "%s", trace_columns);
    k->values[0] = '\0';
    values_expect(k->values, sizeof k->values, "loss.first", "yhat.first",
                  t->loss, start);
    for (int i = 0; i < PARAMETERS; i++)
        append(k->values, sizeof k->values, "dL_d%s = %.17g\n",
               parameter_names[i], gradient.all[i]);
    for (long epoch = 0; epoch <= epochs; epoch++) {
        r = run_ended(t, start, seed, epoch);
        trace_expect(k->trace, sizeof k->trace, epoch, t->loss, &r.net);
    }
    values_expect(k->values, sizeof k->values, "loss.last", "yhat", t->loss,
                  &r.net);
    for (int i = 0; i < PARAMETERS; i++)
        append(k->values, sizeof k->values, "%s = %.17g\n",
               parameter_names[i], r.net.all[i]);
    append(k->values, sizeof k->values, "accuracy = %.17g\n",
           rows_right(&r.rows, &r.pass) / 4.0);
    k->end = r.net;
}

/* The files are as they should be. */
static inline void assert_kept(const kept *k)
{
    assert_string_equal(file_text("t.csv"), k->trace);
    assert_string_equal(file_text("v.values"), k->values);
    const network end = network_saved("end.txt");
    assert_same_network(&end, &k->end);
}

/* A test in a folder: one start, trained quietly, keeps its trace, its
   values and its end. */
static inline void assert_keeps(const trainer *t, const network *start,
                                uint64_t seed, long epochs)
{
    static kept expected;
    program p = {.epochs = epochs, .lr = 0.5, .quiet = true};
    kept_expect(&expected, t, start, seed, epochs);
    files_begin(&p);
    assert_quiet(
        outcome_of(one_start_run(t, start, (random_stream){seed}, &p)));
    files_end(&p);
    assert_kept(&expected);
}

/* A test in a folder: one start, trained on, diverges at this epoch, and
   has nothing to save. */
static inline void assert_diverges(const trainer *t, const network *start,
                                   long epochs, const char *message)
{
    program p = {.epochs = epochs, .lr = 0.5, .quiet = true};
    files_begin(&p);
    const outcome o =
        outcome_of(one_start_run(t, start, (random_stream){1}, &p));
    files_end(&p);
    assert_fails(o, message);
    assert_string_equal(file_text("end.txt"), "");
    assert_null(strstr(file_text("v.values"), "last"));
}

/* A test without files: the report of one start. */
static inline outcome report_of(const trainer *t, const network *start,
                                program p)
{
    return outcome_of(one_start_run(t, start, (random_stream){1}, &p));
}
