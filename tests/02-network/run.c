/* run.c: the loop that asks whether training goes on. Losses here count and
   log how often they are asked; steps are the suite's own. */
#include "02-network/run.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <math.h>

/* What happened, a letter each: a loss was asked for, the watcher called, a
   step made. */
static char events[64];

static void happened(char event)
{
    const size_t n = strlen(events);
    assert_true(n + 1 < sizeof events);
    events[n] = event;
    events[n + 1] = '\0';
}

static double logged_loss(const batch *rows, const network_pass *p,
                          double dL_dz2[ROWS])
{
    happened('L');
    return half_squares(rows, p, dL_dz2);
}

static void logged_watch(const run *r, void *watcher)
{
    long *const next = watcher;
    happened('W');
    assert_int_equal(r->epoch, *next);
    ++*next;
}

/* A step no method makes, so that each epoch has a network of its own. */
static void drift(network *net)
{
    for (int k = 0; k < PARAMETERS; k++)
        net->all[k] += 0.001 * (k + 1);
}

static run logged_run(long epochs, long *next)
{
    run r = run_from(logged_loss, &golden_start, 1, epochs);
    events[0] = '\0';
    *next = 0;
    r.watch = logged_watch;
    r.watcher = next;
    return r;
}

static void epoch_is_a_look_a_watch_and_the_steps(void **state)
{
    static const char *const expected[] = {"LW", "LWSLW", "LWSLWSLW",
                                           "LWSLWSLWSLW"};
    for (long epochs = 0; epochs < 4; epochs++) {
        long next;
        run r = logged_run(epochs, &next);
        while (run_goes_on(&r)) {
            assert_int_equal(r.epoch, next);
            happened('S');
            drift(&r.net);
        }
        assert_string_equal(events, expected[epochs]);
        assert_int_equal(r.epoch, epochs);
        assert_int_equal(next, epochs + 1);
        assert_false(r.diverged);
    }
}

static void run_that_nobody_watches_goes_on_alike(void **state)
{
    long next;
    run r = logged_run(2, &next);
    r.watch = NULL;
    while (run_goes_on(&r)) {
        happened('S');
        drift(&r.net);
    }
    assert_string_equal(events, "LSLSL");
    assert_int_equal(r.epoch, 2);
}

/* The loop of network_train, and a run by the batch. */
static void run_by_the_batch_trains_as_the_plain_loop_does(void **state)
{
    for (long steps = 0; steps <= 100; steps += 25) {
        run r = run_from(half_squares, &golden_start, 1, steps);
        while (run_goes_on(&r))
            epoch_by_batch(&r, 0.3, right_backward, NULL);
        network net = golden_start;
        network_train(&net, &r.rows, 0.3, steps);
        assert_same_network(&net, &r.net);
    }
}

static void look_is_nothing_but_a_pass(void **state)
{
    long next;
    run r = logged_run(5, &next);
    r.epoch = 3;
    run_look(&r);
    assert_string_equal(events, "L");
    assert_int_equal(r.epoch, 3);
    assert_true(r.stream.state == 1);
    assert_same_network(&r.net, &golden_start);
    assert_near(r.L, golden_loss, 1e-12);
}

/* The pass, L and dL_dz2 are those of the network as it is. */
static void assert_is_looked_at(const run *r)
{
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(&r->net, &r->rows, &p);
    assert_same_bits(r->L, half_squares(&r->rows, &p, dL_dz2));
    for (int n = 0; n < r->rows.size; n++) {
        assert_same_bits(r->dL_dz2[n], dL_dz2[n]);
        assert_same_bits(r->pass.z2[n], p.z2[n]);
        assert_same_bits(r->pass.yhat[n], p.yhat[n]);
        for (int j = 0; j < HIDDEN; j++) {
            assert_same_bits(r->pass.z1[n][j], p.z1[n][j]);
            assert_same_bits(r->pass.h[n][j], p.h[n][j]);
        }
    }
}

static void looked_watch(const run *r, void *watcher)
{
    assert_is_looked_at(r);
    ++*(int *)watcher;
}

static void epoch_begins_with_the_pass_of_its_network(void **state)
{
    random_stream stream = {1};
    for (int size = 1; size <= ROWS; size++) {
        const point at = wild_point(&stream, size);
        int watched = 0;
        run r = {.loss = half_squares,
                 .rows = at.rows,
                 .net = at.net,
                 .epochs = 20,
                 .watch = looked_watch,
                 .watcher = &watched};
        while (run_goes_on(&r)) {
            assert_is_looked_at(&r);
            drift(&r.net);
        }
        assert_is_looked_at(&r);
        assert_int_equal(watched, 21);
    }
}

/* What descent, too, needs: no pass but those of the run, where a step is
   made on all rows at once. */
static long passes;

static double counted_loss(const batch *rows, const network_pass *p,
                           double dL_dz2[ROWS])
{
    passes++;
    return half_squares(rows, p, dL_dz2);
}

static void epoch_of_gradient_descent_has_one_pass(void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++)
        for (int bug = BUG_NONE; bug <= BUG_NO_W2; bug += BUG_NO_W2) {
            const bugged_descent how = {{(method_kind)method, 0.5},
                                        (bug_kind)bug};
            trainer t =
                bug == BUG_NONE ? by_descent(&how.by) : by_bugged(&how);
            t.loss = counted_loss;
            passes = 0;
            run_ended(&t, &golden_start, 1, 50);
            assert_int_equal(passes,
                             51 + (method == METHOD_GD ? 0 : 50 * ROWS));
        }
}

/* To the bit, and with the same draws. */
static void run_whose_epochs_are_raised_goes_on_as_if_it_never_stopped(
    void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        const descent d = {(method_kind)method, 0.5};
        const trainer t = by_descent(&d);
        const run once = run_ended(&t, &golden_start, 7, 60);
        run often = run_ended(&t, &golden_start, 7, 0);
        static const long ends[] = {1, 2, 17, 17, 60};
        for (int i = 0; i < 5; i++) {
            often.epochs = ends[i];
            t.train(t.how, &often);
            assert_int_equal(often.epoch, ends[i]);
        }
        assert_same_network(&often.net, &once.net);
        assert_same_bits(often.L, once.L);
        assert_true(often.stream.state == once.stream.state);
        assert_is_looked_at(&often);
    }
}

/* Divergence. */

static const double others[] = {INFINITY, -INFINITY, NAN};

/* What the next look has for the loss. */
static double planted_L;

static double planted_loss(const batch *rows, const network_pass *p,
                           double dL_dz2[ROWS])
{
    happened('L');
    (void)p;
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] = 0.0;
    return planted_L;
}

/* It is seen by the next look, and by nobody else. */
static void assert_ends_diverged(run *r)
{
    const long epoch = r->epoch;
    events[0] = '\0';
    assert_false(run_goes_on(r));
    assert_true(r->diverged);
    assert_int_equal(r->epoch, epoch);
    assert_string_equal(events, "L");
}

static void run_diverges_by_its_loss_alone(void **state)
{
    for (int i = 0; i < 3; i++)
        for (long epochs = 1; epochs <= 2; epochs++) {
            long next;
            run r = logged_run(epochs, &next);
            r.loss = planted_loss;
            planted_L = 1e308;
            assert_true(run_goes_on(&r));
            planted_L = others[i];
            assert_ends_diverged(&r);
            assert_int_equal(next, 1);
        }
}

/* None of the 13 has to show in the loss. */
static void run_diverges_by_a_parameter_alone(void **state)
{
    for (int k = 0; k < PARAMETERS; k++)
        for (int i = 0; i < 3; i++) {
            long next;
            run r = logged_run(5, &next);
            r.loss = planted_loss;
            planted_L = 0.5;
            assert_true(run_goes_on(&r));
            r.net.all[k] = others[i];
            assert_ends_diverged(&r);
            assert_int_equal(r.epoch, 1);
        }
}

static void start_that_is_not_finite_has_diverged_at_epoch_0(void **state)
{
    for (long epochs = 0; epochs <= 3; epochs++) {
        long next;
        run r = logged_run(epochs, &next);
        r.net.b1[0] = INFINITY;
        assert_ends_diverged(&r);
        assert_int_equal(r.epoch, 0);
    }
}

static void look_at_finite_numbers_says_so_again(void **state)
{
    long next;
    run r = logged_run(1, &next);
    r.diverged = true;
    run_look(&r);
    assert_false(r.diverged);
    r.net.b2 = NAN;
    run_look(&r);
    assert_true(r.diverged);
}

/* The gradient. */

static void right_backward_is_network_backward(void **state)
{
    random_stream stream = {2};
    for (int i = 0; i < 100; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network right = right_gradient(&at);
        network_pass p;
        double dL_dz2[ROWS];
        network gradient;
        for (int k = 0; k < PARAMETERS; k++)
            gradient.all[k] = NAN;
        network_forward(&at.net, &at.rows, &p);
        half_squares(&at.rows, &p, dL_dz2);
        right_backward(i % 2 == 0 ? NULL : &p, &at.net, &at.rows, &p,
                       dL_dz2, &gradient);
        assert_same_network(&gradient, &right);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(epoch_is_a_look_a_watch_and_the_steps),
        cmocka_unit_test(run_that_nobody_watches_goes_on_alike),
        cmocka_unit_test(run_by_the_batch_trains_as_the_plain_loop_does),
        cmocka_unit_test(look_is_nothing_but_a_pass),
        cmocka_unit_test(epoch_begins_with_the_pass_of_its_network),
        cmocka_unit_test(epoch_of_gradient_descent_has_one_pass),
        cmocka_unit_test(
            run_whose_epochs_are_raised_goes_on_as_if_it_never_stopped),
        cmocka_unit_test(run_diverges_by_its_loss_alone),
        cmocka_unit_test(run_diverges_by_a_parameter_alone),
        cmocka_unit_test(start_that_is_not_finite_has_diverged_at_epoch_0),
        cmocka_unit_test(look_at_finite_numbers_says_so_again),
        cmocka_unit_test(right_backward_is_network_backward),
    };
    return cmocka_run_group_tests_name("run", tests, NULL, NULL) != 0;
}
