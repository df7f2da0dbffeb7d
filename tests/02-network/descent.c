/* descent.c: steps by the batch, by the row, and by the row in any order,
   and where they lead. */
#include "02-network/descent.h"
#include "golden.h"
#include "points.h"
#include "test.h"

#include <float.h>
#include <math.h>

enum { POINTS = 100 };

static const double lr = 0.5;

static descent by(method_kind method)
{
    return (descent){method, BUG_NONE, lr};
}

static network trained(method_kind method, network net, int epochs)
{
    const descent d = by(method);
    const batch rows = xor_rows();
    random_stream stream = {1};
    for (int epoch = 0; epoch < epochs; epoch++)
        descent_epoch(&d, &net, &rows, &stream);
    return net;
}

static void assert_same_network(const network *actual,
                                const network *expected)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(actual->all[k], expected->all[k]);
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

static void gradient_is_the_right_one_or_that_of_the_bug(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++)
        for (int bug = BUG_NONE; bug <= BUG_NO_W2; bug++) {
            const point at = wild_point(&stream, 1 + i % ROWS);
            const descent d = {METHOD_GD, (bug_kind)bug, 0.25};
            network gradient, expected = right_gradient(&at);
            descent_gradient(&d, &at.net, &at.rows, &gradient);
            if (bug != BUG_NONE) {
                network_pass p;
                network_forward(&at.net, &at.rows, &p);
                clinic_backward((bug_kind)bug, &at.net, &at.rows, &p, 0.25,
                                &expected);
            }
            assert_same_network(&gradient, &expected);
        }
}

static void epoch_of_gd_is_one_step_on_all_rows(void **state)
{
    random_stream stream = {2};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const descent d = by(METHOD_GD);
        const uint64_t before = stream.state;
        network net = at.net, expected = at.net;
        descent_epoch(&d, &net, &at.rows, &stream);
        step_on(&expected, &at.rows);
        assert_same_network(&net, &expected);
        assert_true(stream.state == before);
    }
}

static void epoch_of_sgd_is_a_step_a_row_in_order(void **state)
{
    random_stream stream = {3};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const descent d = by(METHOD_SGD);
        const uint64_t before = stream.state;
        network net = at.net;
        descent_epoch(&d, &net, &at.rows, &stream);
        const network expected =
            stepped_in_order(&at, (size_t[]){0, 1, 2, 3});
        assert_same_network(&net, &expected);
        assert_true(stream.state == before);
    }
}

static void epoch_of_shuffled_takes_the_order_from_the_stream(void **state)
{
    random_stream stream = {4};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const descent d = by(METHOD_SHUFFLED);
        random_stream again = stream;
        network net = at.net;
        size_t order[ROWS] = {0, 1, 2, 3};
        descent_epoch(&d, &net, &at.rows, &stream);
        random_shuffle(&again, order, (size_t)at.rows.size);
        const network expected = stepped_in_order(&at, order);
        assert_same_network(&net, &expected);
        assert_true(stream.state == again.state);
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
    const descent d = by(METHOD_SHUFFLED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        network net = at.net;
        descent_epoch(&d, &net, &at.rows, &stream);
        int order = 0;
        while (order < ORDERS &&
               memcmp(&net, &ends[order], sizeof net) != 0)
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

static void epoch_follows_the_bug_at_its_own_learning_rate(void **state)
{
    random_stream stream = {6};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, ROWS);
        const descent d = {METHOD_GD, BUG_W2_FIRST, 2.0};
        network net = at.net, expected = at.net, gradient;
        network_pass p;
        descent_epoch(&d, &net, &at.rows, &stream);
        network_forward(&at.net, &at.rows, &p);
        clinic_backward(BUG_W2_FIRST, &at.net, &at.rows, &p, 2.0,
                        &gradient);
        network_step(&expected, &gradient, 2.0);
        assert_same_network(&net, &expected);
    }
}

/* Where training leads. */

static void assert_ends_at(method_kind method, const golden_end *end)
{
    const batch rows = xor_rows();
    const network net = trained(method, golden_start, end->epochs);
    network_pass p;
    for (int k = 0; k < PARAMETERS; k++)
        assert_relative(net.all[k], end->net.all[k], 1e-10);
    assert_relative(network_loss(half_squares, &net, &rows), end->loss,
                    1e-10);
    network_forward(&net, &rows, &p);
    for (int n = 0; n < ROWS; n++)
        assert_relative(p.yhat[n], end->yhat[n], 1e-10);
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
    const descent d = by(METHOD_SHUFFLED);
    const batch rows = xor_rows();
    random_stream a = {7}, b = {7}, c = {8};
    network one = golden_start, two = one, other = one;
    for (int epoch = 0; epoch < 20; epoch++) {
        descent_epoch(&d, &one, &rows, &a);
        descent_epoch(&d, &two, &rows, &b);
        descent_epoch(&d, &other, &rows, &c);
    }
    assert_same_network(&one, &two);
    for (int k = 0; k < PARAMETERS; k++)
        assert_true(other.all[k] != one.all[k]);
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

/* What is asked of a network. */

static void loss_of_a_network_is_half_its_squares(void **state)
{
    random_stream stream = {9};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        double complex q[PARAMETERS];
        for (int k = 0; k < PARAMETERS; k++)
            q[k] = at.net.all[k];
        assert_near(network_loss(half_squares, &at.net, &at.rows),
                    creal(squares_complex(q, &at.rows, 0.5)), 2e-15);
    }
}

static void network_is_finite_if_each_parameter_is(void **state)
{
    const double others[] = {INFINITY, -INFINITY, NAN};
    network net = {.b2 = 1e308};
    assert_true(network_is_finite(&net));
    for (int k = 0; k < PARAMETERS; k++)
        for (int i = 0; i < 3; i++) {
            net = golden_start;
            net.all[k] = others[i];
            assert_false(network_is_finite(&net));
        }
}

/* Predictions are all 0 here; a target of 0.1 is the last to be met. */
static void network_solves_if_each_row_is_within_a_tenth(void **state)
{
    const network none = {.b2 = -1000.0};
    batch rows = {.size = 4};
    assert_true(network_solves(&none, &rows));
    for (int n = 0; n < ROWS; n++)
        for (int sign = -1; sign <= 1; sign += 2) {
            rows.y[n] = sign * 0.1;
            assert_true(network_solves(&none, &rows));
            rows.y[n] = sign * nextafter(0.1, 1.0);
            assert_false(network_solves(&none, &rows));
            rows.y[n] = NAN;
            assert_false(network_solves(&none, &rows));
            rows.size = n + 1;
            assert_false(network_solves(&none, &rows));
            rows.size = n > 0 ? n : 1;
            assert_int_equal(network_solves(&none, &rows), n > 0);
            rows.size = 4;
            rows.y[n] = 0.0;
        }
}

/* Right is: above 1/2 where the target is, and only there. A NaN is not
   above. */
static void rows_right_counts_the_rows_on_their_side_of_a_half(void **state)
{
    static const struct {
        double yhat, y;
        bool right;
    } cases[] = {
        {0.0, 0.0, true},
        {1.0, 1.0, true},
        {1.0, 0.0, false},
        {0.0, 1.0, false},
        {0.5, 0.0, true},
        {0.5, 1.0, false},
        {0.5 + DBL_EPSILON / 2.0, 1.0, true},
        {0.5 + DBL_EPSILON / 2.0, 0.0, false},
        {0.7, 0.6, true},
        {0.7, 0.5, false},
        {0.3, 0.5, true},
        {NAN, 1.0, false},
        {NAN, 0.0, true},
    };
    enum { CASES = sizeof cases / sizeof cases[0] };
    for (int i = 0; i < CASES; i++)
        for (int size = 1; size <= ROWS; size++) {
            batch rows = {.size = size, .y = {1.0, 1.0, 1.0, 1.0}};
            network_pass p = {.yhat = {1.0, 1.0, 1.0, 1.0}};
            for (int n = 0; n < ROWS; n++) {
                rows.y[n] = cases[i].y;
                p.yhat[n] = cases[i].yhat;
                const bool counts = n < size;
                assert_int_equal(rows_right(&rows, &p),
                                 counts && !cases[i].right ? size - 1
                                                           : size);
                rows.y[n] = p.yhat[n] = 1.0;
            }
        }
}

static double loss_of_thirds(const batch *rows, const network_pass *p,
                             double dL_dz2[ROWS])
{
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] = 1.0 / 3.0;
    return p->z2[0] / 3.0;
}

static void network_loss_is_that_of_the_loss_it_is_given(void **state)
{
    const batch rows = xor_rows();
    network_pass p;
    network_forward(&golden_start, &rows, &p);
    assert_same_bits(network_loss(loss_of_thirds, &golden_start, &rows),
                     p.z2[0] / 3.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gradient_is_the_right_one_or_that_of_the_bug),
        cmocka_unit_test(epoch_of_gd_is_one_step_on_all_rows),
        cmocka_unit_test(epoch_of_sgd_is_a_step_a_row_in_order),
        cmocka_unit_test(epoch_of_shuffled_takes_the_order_from_the_stream),
        cmocka_unit_test(
            shuffled_takes_each_row_once_in_any_order_equally_often),
        cmocka_unit_test(epoch_follows_the_bug_at_its_own_learning_rate),
        cmocka_unit_test(gd_goes_where_numpy_and_pytorch_go),
        cmocka_unit_test(sgd_goes_where_the_notebook_goes_row_by_row),
        cmocka_unit_test(
            equal_seeds_give_equal_runs_of_shuffled_and_others_not),
        cmocka_unit_test(cloned_hidden_units_stay_clones),
        cmocka_unit_test(zero_start_never_moves_by_gd),
        cmocka_unit_test(zero_start_moves_by_sgd_with_its_units_as_one),
        cmocka_unit_test(
            start_of_halves_ends_at_0_03_and_three_times_two_thirds),
        cmocka_unit_test(loss_of_a_network_is_half_its_squares),
        cmocka_unit_test(network_loss_is_that_of_the_loss_it_is_given),
        cmocka_unit_test(network_is_finite_if_each_parameter_is),
        cmocka_unit_test(
            rows_right_counts_the_rows_on_their_side_of_a_half),
        cmocka_unit_test(network_solves_if_each_row_is_within_a_tenth),
    };
    return cmocka_run_group_tests_name("descent", tests, NULL, NULL) != 0;
}
