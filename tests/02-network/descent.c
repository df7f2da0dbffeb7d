/* descent.c: steps by the batch, by the row, and by the row in any order,
   and where they lead. */
#include "02-network/descent.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <math.h>

enum { POINTS = 100 };

static const double lr = 0.5;

/* A run at this point, looked at, as the next epoch finds it. */
static run run_at(const point *at, loss_function loss, uint64_t seed)
{
    run r = {
        .loss = loss, .rows = at->rows, .net = at->net, .stream = {seed}};
    run_look(&r);
    return r;
}

static void epoch_of(method_kind method, run *r)
{
    const descent d = {method, lr};
    descent_epoch(&d, right_backward, NULL, r);
}

static network trained(method_kind method, network net, long epochs)
{
    const descent d = {method, lr};
    const trainer t = by_descent(&d);
    return run_ended(&t, &net, 1, epochs).net;
}

/* One step on the loss of these rows, by the right gradient. */
static void step_on(network *net, const batch *rows)
{
    const point at = {*net, *rows};
    const network gradient = right_gradient(&at);
    network_step(net, &gradient, lr);
}

/* A step for each row, in this order. */
static network stepped_in_order(const point *at, const size_t order[])
{
    network net = at->net;
    for (int n = 0; n < at->rows.size; n++) {
        const batch row = one_row(&at->rows, (int)order[n]);
        step_on(&net, &row);
    }
    return net;
}

static void methods_have_their_names_in_order(void **state)
{
    static const char *const names[] = {[METHOD_GD] = "gd",
                                        [METHOD_SGD] = "sgd",
                                        [METHOD_SHUFFLED] = "shuffled"};
    assert_names(method_words, names, sizeof names / sizeof names[0]);
}

static void epoch_of_gd_is_one_step_on_all_rows(void **state)
{
    random_stream stream = {2};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        run r = run_at(&at, half_squares, 5);
        network expected = at.net;
        epoch_of(METHOD_GD, &r);
        step_on(&expected, &at.rows);
        assert_same_network(&r.net, &expected);
        assert_true(r.stream.state == 5);
    }
}

/* It is not worked out again, and need not be that of half_squares. */
static void epoch_of_gd_begins_with_the_pass_of_the_run(void **state)
{
    random_stream stream = {12};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        run r = run_at(&at, half_squares, 5);
        network expected = at.net, gradient;
        for (int n = 0; n < ROWS; n++) {
            r.dL_dz2[n] = 0.25 * n - 0.5;
            r.pass.h[n][1] = 0.125;
        }
        network_backward(&at.net, &at.rows, &r.pass, r.dL_dz2, &gradient);
        network_step(&expected, &gradient, lr);
        epoch_of(METHOD_GD, &r);
        assert_same_network(&r.net, &expected);
    }
}

static void epoch_of_sgd_is_a_step_a_row_in_order(void **state)
{
    random_stream stream = {3};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        run r = run_at(&at, half_squares, 5);
        epoch_of(METHOD_SGD, &r);
        const network expected =
            stepped_in_order(&at, (size_t[]){0, 1, 2, 3});
        assert_same_network(&r.net, &expected);
        assert_true(r.stream.state == 5);
    }
}

static void epoch_of_shuffled_takes_the_order_from_the_stream(void **state)
{
    random_stream stream = {4};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        random_stream again = {(uint64_t)i};
        run r = run_at(&at, half_squares, again.state);
        size_t order[ROWS] = {0, 1, 2, 3};
        epoch_of(METHOD_SHUFFLED, &r);
        random_shuffle(&again, order, (size_t)at.rows.size);
        const network expected = stepped_in_order(&at, order);
        assert_same_network(&r.net, &expected);
        assert_true(r.stream.state == again.state);
    }
}

/* Which of the 24 orders an epoch took shows in where it ended: an epoch
   that took a row twice, or left one out, ended nowhere of these. */
static void shuffled_takes_each_row_once_in_any_order_equally_often(
    void **state)
{
    enum { ORDERS = 24, EPOCHS = 4800 };
    network ends[ORDERS];
    int counts[ORDERS] = {0}, orders = 0, repeated = 0, before = -1;
    random_stream stream = {5};
    const point at = wild_point(&stream, ROWS);
    for (size_t all = 0; all < 256; all++) {
        const size_t order[] = {all / 64, all / 16 % 4, all / 4 % 4,
                                all % 4};
        unsigned taken = 0;
        for (int n = 0; n < ROWS; n++)
            taken |= 1u << order[n];
        if (taken == 15)
            ends[orders++] = stepped_in_order(&at, order);
    }
    assert_int_equal(orders, ORDERS);
    run r = run_at(&at, half_squares, stream.state);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        r.net = at.net;
        epoch_of(METHOD_SHUFFLED, &r);
        int order = 0;
        while (order < ORDERS &&
               memcmp(&r.net, &ends[order], sizeof r.net) != 0)
            order++;
        assert_in_range(order, 0, ORDERS - 1);
        counts[order]++;
        repeated += order == before;
        before = order;
    }
    const double share = 1.0 / ORDERS;
    const double deviation = sqrt(EPOCHS * share * (1.0 - share));
    for (int order = 0; order < ORDERS; order++)
        assert_near(counts[order], EPOCHS * share, 5.0 * deviation);
    assert_near(repeated, EPOCHS * share, 5.0 * deviation);
}

/* A backward pass that is like no other: it writes down what it was given,
   and takes for the gradient what nobody would. */
typedef struct {
    int calls;
    point at[ROWS];
    double dL_dz2[ROWS];
} notes;

static void noted_backward(const void *how, const network *net,
                           const batch *rows, const network_pass *p,
                           const double dL_dz2[ROWS], network *gradient)
{
    notes *const of = *(notes *const *)how;
    (void)p;
    assert_true(of->calls < ROWS);
    of->at[of->calls] = (point){*net, *rows};
    of->dL_dz2[of->calls++] = dL_dz2[0];
    for (int k = 0; k < PARAMETERS; k++)
        gradient->all[k] = of->calls;
}

/* The slope of this loss is the target of the row. */
static double loss_of_targets(const batch *rows, const network_pass *p,
                              double dL_dz2[ROWS])
{
    (void)p;
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] = rows->y[n];
    return 0.0;
}

/* Each row is passed through the parameters as the row before left them,
   with the loss of the run. */
static void step_of_a_row_begins_where_the_row_before_ended(void **state)
{
    random_stream stream = {6};
    for (int size = 1; size <= ROWS; size++) {
        const point at = wild_point(&stream, size);
        notes of = {.calls = 0}, *const how = &of;
        run r = run_at(&at, loss_of_targets, 5);
        const descent d = {METHOD_SGD, lr};
        descent_epoch(&d, noted_backward, &how, &r);
        assert_int_equal(of.calls, size);
        network expected = at.net;
        for (int n = 0; n < size; n++) {
            assert_same_network(&of.at[n].net, &expected);
            assert_int_equal(of.at[n].rows.size, 1);
            assert_same_bits(of.at[n].rows.x[0][0], at.rows.x[n][0]);
            assert_same_bits(of.at[n].rows.x[0][1], at.rows.x[n][1]);
            assert_same_bits(of.at[n].rows.y[0], at.rows.y[n]);
            assert_same_bits(of.dL_dz2[n], at.rows.y[n]);
            for (int k = 0; k < PARAMETERS; k++)
                expected.all[k] -= lr * (n + 1);
        }
        assert_same_network(&r.net, &expected);
    }
}

static void epoch_of_gd_follows_the_gradient_that_it_is_given(void **state)
{
    random_stream stream = {7};
    const point at = wild_point(&stream, ROWS);
    notes of = {.calls = 0}, *const how = &of;
    run r = run_at(&at, loss_of_targets, 5);
    const descent d = {METHOD_GD, 0.25};
    descent_epoch(&d, noted_backward, &how, &r);
    assert_int_equal(of.calls, 1);
    assert_same_network(&of.at[0].net, &at.net);
    assert_int_equal(of.at[0].rows.size, ROWS);
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(r.net.all[k], at.net.all[k] - 0.25);
}

/* So many epochs, each of them begun with a look. */
static void training_is_its_epochs(void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        const descent d = {(method_kind)method, lr};
        const trainer t = by_descent(&d);
        const run ended = run_ended(&t, &golden_start, 3, 30);
        run r = run_from(half_squares, &golden_start, 3, 0);
        for (int epoch = 0; epoch < 30; epoch++) {
            run_look(&r);
            epoch_of((method_kind)method, &r);
        }
        assert_same_network(&ended.net, &r.net);
        assert_true(ended.stream.state == r.stream.state);
        assert_int_equal(ended.epoch, 30);
    }
}

/* Where training leads. */

static void assert_ends_at(method_kind method, const golden_end *end)
{
    const descent d = {method, lr};
    const trainer t = by_descent(&d);
    const run r = run_ended(&t, &golden_start, 1, end->epochs);
    assert_relative(r.L, end->loss, 1e-10);
    for (int k = 0; k < PARAMETERS; k++)
        assert_relative(r.net.all[k], end->net.all[k], 1e-10);
    for (int n = 0; n < ROWS; n++)
        assert_relative(r.pass.yhat[n], end->yhat[n], 1e-10);
}

static void gd_goes_where_numpy_and_pytorch_go(void **state)
{
    for (size_t i = 0; i < sizeof golden_gd / sizeof golden_gd[0]; i++)
        assert_ends_at(METHOD_GD, &golden_gd[i]);
}

static void sgd_goes_where_the_notebook_goes_row_by_row(void **state)
{
    for (size_t i = 0; i < sizeof golden_sgd / sizeof golden_sgd[0]; i++)
        assert_ends_at(METHOD_SGD, &golden_sgd[i]);
}

static void equal_seeds_give_equal_runs_of_shuffled_and_others_not(
    void **state)
{
    const descent d = {METHOD_SHUFFLED, lr};
    const trainer t = by_descent(&d);
    const run one = run_ended(&t, &golden_start, 7, 20);
    const run two = run_ended(&t, &golden_start, 7, 20);
    const run other = run_ended(&t, &golden_start, 8, 20);
    assert_same_network(&one.net, &two.net);
    for (int k = 0; k < PARAMETERS; k++)
        assert_true(other.net.all[k] != one.net.all[k]);
}

/* Symmetry. Hidden units that begin as clones get the same gradient, and
   stay clones to the bit, by any method. */
static void cloned_hidden_units_stay_clones(void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        network net = golden_start;
        net.W1[0][2] = net.W1[0][0];
        net.W1[1][2] = net.W1[1][0];
        net.b1[2] = net.b1[0];
        net.W2[2] = net.W2[0];
        const network start = net;
        net = trained((method_kind)method, net, 2000);
        assert_same_bits(net.W1[0][2], net.W1[0][0]);
        assert_same_bits(net.W1[1][2], net.W1[1][0]);
        assert_same_bits(net.b1[2], net.b1[0]);
        assert_same_bits(net.W2[2], net.W2[0]);
        for (int k = 0; k < PARAMETERS; k++)
            assert_true(fabs(net.all[k] - start.all[k]) > 1e-3);
        assert_true(fabs(net.W2[1] - net.W2[0]) > 1e-3);
    }
}

/* All zero: every prediction is 1/2, and on the four rows of XOR together
   the pulls up and down cancel in W2 and b2, while a W2 of 0 lets nothing
   through to W1 and b1. Nothing moves, ever. */
static void zero_start_never_moves_by_gd(void **state)
{
    const network zero = {.b2 = 0.0};
    const network net = trained(METHOD_GD, zero, 1000);
    assert_same_network(&net, &zero);
}

/* Row by row nothing cancels: the first step moves W2 and b2 alone, and the
   second finds a W2 that lets W1 and b1 move, all hidden units as one. */
static void zero_start_moves_by_sgd_with_its_units_as_one(void **state)
{
    const network zero = {.b2 = 0.0};
    point at = {zero, xor_rows()};
    const batch first = one_row(&at.rows, 0);
    network net = zero;
    step_on(&net, &first);
    for (int k = 0; k < AT_W2; k++)
        assert_same_bits(net.all[k], 0.0);
    for (int j = 0; j < HIDDEN; j++)
        assert_same_bits(net.W2[j], -0.5 * 0.125 * 0.5);
    assert_same_bits(net.b2, -0.5 * 0.125);
    for (int method = METHOD_SGD; method <= METHOD_SHUFFLED; method++) {
        net = trained((method_kind)method, zero, 1000);
        for (int k = 0; k < PARAMETERS; k++)
            assert_true(fabs(net.all[k]) > 0.05);
        for (int k = 0; k < AT_B2; k++)
            assert_same_bits(net.all[k], net.all[k / HIDDEN * HIDDEN]);
    }
}

/* Three clones are one unit; one unit cannot do XOR. It gets 00 right, and
   shares out the two targets of 1 and the one of 0 among the others. */
static void start_of_halves_ends_at_0_03_and_three_times_two_thirds(
    void **state)
{
    network net;
    const batch rows = xor_rows();
    for (int k = 0; k < PARAMETERS; k++)
        net.all[k] = 0.5;
    net = trained(METHOD_GD, net, 10000);
    network_pass p;
    network_forward(&net, &rows, &p);
    assert_near(p.yhat[0], 0.0297, 5e-5);
    for (int n = 1; n < ROWS; n++)
        assert_near(p.yhat[n], 2.0 / 3.0, 2e-3);
    assert_near(network_loss(half_squares, &net, &rows), 1.0 / 3.0, 3e-3);
    for (int k = 0; k < AT_B2; k++)
        assert_same_bits(net.all[k], net.all[k / HIDDEN * HIDDEN]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(methods_have_their_names_in_order),
        cmocka_unit_test(epoch_of_gd_is_one_step_on_all_rows),
        cmocka_unit_test(epoch_of_gd_begins_with_the_pass_of_the_run),
        cmocka_unit_test(epoch_of_sgd_is_a_step_a_row_in_order),
        cmocka_unit_test(epoch_of_shuffled_takes_the_order_from_the_stream),
        cmocka_unit_test(
            shuffled_takes_each_row_once_in_any_order_equally_often),
        cmocka_unit_test(step_of_a_row_begins_where_the_row_before_ended),
        cmocka_unit_test(epoch_of_gd_follows_the_gradient_that_it_is_given),
        cmocka_unit_test(training_is_its_epochs),
        cmocka_unit_test(gd_goes_where_numpy_and_pytorch_go),
        cmocka_unit_test(sgd_goes_where_the_notebook_goes_row_by_row),
        cmocka_unit_test(
            equal_seeds_give_equal_runs_of_shuffled_and_others_not),
        cmocka_unit_test(cloned_hidden_units_stay_clones),
        cmocka_unit_test(zero_start_never_moves_by_gd),
        cmocka_unit_test(zero_start_moves_by_sgd_with_its_units_as_one),
        cmocka_unit_test(
            start_of_halves_ends_at_0_03_and_three_times_two_thirds),
    };
    return cmocka_run_group_tests_name("descent", tests, NULL, NULL) != 0;
}
