/* network.c: the 2-3-1 network. Its gradient is compared with central
   differences, which know nothing of the chain rule, and with the complex
   step, Im f(x + ih) / h, which is exact to the last digits. */
#include "02-network/network.h"
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "golden.h"
#include "points.h"
#include "test.h"

#include <float.h>
#include <math.h>

enum { SEEDS = 200 };

static const init_kind all_inits[] = {
    INIT_UNIFORM, INIT_SYMMETRIC, INIT_NORMAL, INIT_GLOROT,
    INIT_TINY,    INIT_ZERO,      INIT_HALF};
enum { INITS = sizeof all_inits / sizeof all_inits[0] };

/* The starts whose weights tell a right slope from a wrong one. */
static bool is_telling(init_kind init)
{
    return init != INIT_TINY && init != INIT_ZERO;
}

static double loss_of(const void *state)
{
    const point *p = state;
    network_pass f;
    double dL_dz2[ROWS];
    network_forward(&p->net, &p->rows, &f);
    return half_squares(&p->rows, &f, dL_dz2);
}

/* A pass that can be nudged half way: what follows from z1, or from z2, is
   worked out anew. */
typedef struct {
    network net;
    batch rows;
    network_pass p;
} half_way;

static half_way half_way_at(const point *at)
{
    half_way h = {.net = at->net, .rows = at->rows};
    network_forward(&h.net, &h.rows, &h.p);
    return h;
}

static double loss_from_z2(const void *state)
{
    const half_way *h = state;
    double loss = 0.0;
    for (int n = 0; n < h->rows.size; n++)
        loss += half_square(sigmoid(h->p.z2[n]), h->rows.y[n]);
    return loss;
}

static double loss_from_z1(const void *state)
{
    half_way h = *(const half_way *)state;
    for (int n = 0; n < h.rows.size; n++) {
        h.p.z2[n] = h.net.b2;
        for (int j = 0; j < HIDDEN; j++)
            h.p.z2[n] += sigmoid(h.p.z1[n][j]) * h.net.W2[j];
    }
    return loss_from_z2(&h);
}

static void list_has_W1_row_by_row_then_b1_W2_and_b2(void **state)
{
    network net;
    for (int k = 0; k < PARAMETERS; k++)
        net.all[k] = k;
    assert_int_equal(PARAMETERS, 13);
    assert_int_equal(sizeof net, 13 * sizeof(double));
    for (int j = 0; j < HIDDEN; j++) {
        assert_same_bits(net.W1[0][j], j);
        assert_same_bits(net.W1[1][j], 3 + j);
        assert_same_bits(net.b1[j], 6 + j);
        assert_same_bits(net.W2[j], 9 + j);
    }
    assert_same_bits(net.b2, 12);
}

/* The forward pass. */

static void forward_pass_is_its_four_formulas(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network *w = &at.net;
        network_pass p;
        network_forward(w, &at.rows, &p);
        for (int n = 0; n < at.rows.size; n++) {
            const double *x = at.rows.x[n];
            double sum = 0.0;
            for (int j = 0; j < HIDDEN; j++) {
                const double z1 =
                    x[0] * w->W1[0][j] + x[1] * w->W1[1][j] + w->b1[j];
                assert_near(p.z1[n][j], z1, 1e-14);
                assert_near(p.h[n][j], 1.0 / (1.0 + exp(-z1)), 1e-14);
                sum += p.h[n][j] * w->W2[j];
            }
            assert_near(p.z2[n], sum + w->b2, 1e-14);
            assert_near(p.yhat[n], 1.0 / (1.0 + exp(-p.z2[n])), 1e-15);
        }
    }
}

static void rows_beyond_the_size_are_left_alone(void **state)
{
    random_stream stream = {2};
    for (int size = 1; size <= ROWS; size++) {
        const point at = wild_point(&stream, size);
        double dL_dz2[ROWS];
        network_pass p;
        for (int n = 0; n < ROWS; n++) {
            for (int j = 0; j < HIDDEN; j++)
                p.z1[n][j] = p.h[n][j] = -7.0;
            p.z2[n] = p.yhat[n] = dL_dz2[n] = -7.0;
        }
        network_forward(&at.net, &at.rows, &p);
        const double loss = half_squares(&at.rows, &p, dL_dz2);
        assert_true(loss > 0.0 && loss <= 0.5 * size);
        for (int n = 0; n < ROWS; n++) {
            const bool left = n >= size;
            for (int j = 0; j < HIDDEN; j++) {
                assert_int_equal(p.z1[n][j] == -7.0, left);
                assert_int_equal(p.h[n][j] == -7.0, left);
            }
            assert_int_equal(p.z2[n] == -7.0, left);
            assert_int_equal(p.yhat[n] == -7.0, left);
            assert_int_equal(dL_dz2[n] == -7.0, left);
        }
    }
}

static void loss_is_half_the_sum_of_the_squares(void **state)
{
    const batch rows = {.size = 3, .y = {1.0, 0.0, 0.5, 99.0}};
    const network_pass p = {.yhat = {0.5, 0.25, 0.75, 0.0}};
    double dL_dz2[ROWS];
    assert_same_bits(half_squares(&rows, &p, dL_dz2),
                     0.5 * (0.25 + 0.0625 + 0.0625));
    assert_same_bits(dL_dz2[0], -0.5 * 0.25);
    assert_same_bits(dL_dz2[1], 0.25 * 0.1875);
    assert_same_bits(dL_dz2[2], 0.25 * 0.1875);
}

static void golden_start_has_its_forward_pass_and_gradient(void **state)
{
    const point at = {golden_start, xor_rows()};
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(&at.net, &at.rows, &p);
    assert_near(half_squares(&at.rows, &p, dL_dz2), golden_loss, 1e-12);
    for (int n = 0; n < ROWS; n++) {
        assert_near(p.yhat[n], golden_yhat[n], 1e-12);
        for (int j = 0; j < HIDDEN; j++)
            assert_near(p.h[n][j], golden_h[n][j], 1e-12);
    }
    const network gradient = right_gradient(&at);
    for (int k = 0; k < PARAMETERS; k++)
        assert_near(gradient.all[k], golden_gradient.all[k], 1e-12);
}

/* The deltas. */

static void output_delta_matches_central_differences(void **state)
{
    random_stream stream = {3};
    int telling = 0, all = 0;
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        half_way h = half_way_at(&at);
        double dL_dz2[ROWS];
        half_squares(&at.rows, &h.p, dL_dz2);
        for (int n = 0; n < at.rows.size; n++, all++) {
            const difference d =
                central_difference(loss_from_z2, &h, &h.p.z2[n], 1e-5);
            assert_near(dL_dz2[n], d.slope, 1e-9);
            telling += fabs(dL_dz2[n]) > 1e-3;
        }
    }
    assert_true(telling > all * 9 / 10);
}

/* What one row gives b1 is that row's dL_dz1. */
static void hidden_delta_matches_central_differences(void **state)
{
    random_stream stream = {4};
    int telling[HIDDEN] = {0}, all = 0;
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network gradient = right_gradient(&at);
        half_way h = half_way_at(&at);
        double sum[HIDDEN] = {0.0};
        for (int n = 0; n < at.rows.size; n++, all++) {
            const point row = {at.net, one_row(&at.rows, n)};
            const network own = right_gradient(&row);
            for (int j = 0; j < HIDDEN; j++) {
                const difference d = central_difference(
                    loss_from_z1, &h, &h.p.z1[n][j], 1e-5);
                assert_near(own.b1[j], d.slope, 1e-9);
                telling[j] += fabs(own.b1[j]) > 1e-4;
                sum[j] += d.slope;
            }
        }
        for (int j = 0; j < HIDDEN; j++)
            assert_near(gradient.b1[j], sum[j], 4e-9);
    }
    for (int j = 0; j < HIDDEN; j++)
        assert_true(telling[j] > all * 8 / 10);
}

/* The gradient. */

/* Compares all 13, and counts those that are well away from zero. */
static void assert_gradient_matches(point *at, int telling[])
{
    const network gradient = right_gradient(at);
    for (int k = 0; k < PARAMETERS; k++) {
        const difference d =
            central_difference(loss_of, at, &at->net.all[k], 1e-5);
        assert_near(gradient.all[k], d.slope, 2e-9);
        telling[k] += fabs(gradient.all[k]) > 1e-4;
    }
}

static void network_gradient_matches_central_differences(void **state)
{
    for (int i = 0; i < INITS; i++) {
        int telling[PARAMETERS] = {0};
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            random_stream stream = {seed};
            point at =
                point_drawn(&stream, all_inits[i], 1 + (int)(seed % ROWS));
            assert_gradient_matches(&at, telling);
        }
        for (int k = 0; is_telling(all_inits[i]) && k < PARAMETERS; k++)
            assert_true(telling[k] > SEEDS * 8 / 10);
    }
}

static void network_gradient_matches_on_the_rows_of_xor(void **state)
{
    for (int i = 0; i < INITS; i++) {
        int telling[PARAMETERS] = {0};
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            random_stream stream = {seed};
            point at = {network_start(all_inits[i], &stream), xor_rows()};
            assert_gradient_matches(&at, telling);
        }
        for (int k = 0; is_telling(all_inits[i]) && k < PARAMETERS; k++)
            assert_true(telling[k] > SEEDS * 8 / 10);
    }
}

static void one_row_gradient_matches_central_differences(void **state)
{
    int telling[PARAMETERS] = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        random_stream stream = {seed};
        const point all = wild_point(&stream, ROWS);
        for (int n = 0; n < ROWS; n++) {
            point at = {all.net, one_row(&all.rows, n)};
            assert_gradient_matches(&at, telling);
        }
    }
    for (int k = 0; k < PARAMETERS; k++)
        assert_true(telling[k] > SEEDS * ROWS * 8 / 10);
}

static void network_gradient_matches_the_complex_step(void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network gradient = right_gradient(&at);
        const network exact = complex_gradient(&at, 0.5);
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(gradient.all[k], exact.all[k], 2e-15);
    }
}

static void batch_gradient_is_the_sum_of_its_rows(void **state)
{
    random_stream stream = {6};
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network gradient = right_gradient(&at);
        network sum = {.b2 = 0.0};
        for (int n = 0; n < at.rows.size; n++) {
            const point row = {at.net, one_row(&at.rows, n)};
            const network own = right_gradient(&row);
            for (int k = 0; k < PARAMETERS; k++)
                sum.all[k] += own.all[k];
        }
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(gradient.all[k], sum.all[k], 1e-15);
    }
}

/* On four rows, a step of 0.5 on half the sum is one of 1 on the mean (the
   MSE of libraries), and one of 2 on half the mean. */
static void loss_scale_scales_the_gradient(void **state)
{
    const struct {
        double scale, lr;
    } losses[] = {{0.5, 0.5}, {1.0 / 4, 1.0}, {0.5 / 4, 2.0}};
    random_stream stream = {7};
    int telling = 0;
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, ROWS);
        network stepped = at.net;
        const network gradient = right_gradient(&at);
        network_step(&stepped, &gradient, 0.5);
        for (int m = 0; m < 3; m++) {
            const network own = complex_gradient(&at, losses[m].scale);
            for (int k = 0; k < PARAMETERS; k++) {
                assert_near(stepped.all[k],
                            at.net.all[k] - losses[m].lr * own.all[k],
                            2e-15);
                telling += fabs(own.all[k]) > 1e-4;
            }
        }
    }
    assert_true(telling > SEEDS * 3 * PARAMETERS * 9 / 10);
}

/* Of the loss it knows the deltas alone: here they are those of the sum of
   c[n] z2[n]. Its old content does not matter. */
static void network_backward_takes_the_deltas_of_any_loss(void **state)
{
    random_stream stream = {8};
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        double c[ROWS] = {0.0};
        for (int n = 0; n < at.rows.size; n++)
            c[n] = between(&stream, -1.0, 1.0);
        network_pass p;
        network gradient;
        for (int k = 0; k < PARAMETERS; k++)
            gradient.all[k] = NAN;
        network_forward(&at.net, &at.rows, &p);
        network_backward(&at.net, &at.rows, &p, c, &gradient);
        for (int k = 0; k < PARAMETERS; k++) {
            double complex q[PARAMETERS], sum = 0.0;
            complex_nudged(&at.net, k, q);
            for (int n = 0; n < at.rows.size; n++)
                sum += c[n] * z2_complex(q, at.rows.x[n]);
            assert_near(gradient.all[k], cimag(sum) / tiny_step, 4e-15);
        }
    }
}

static void backward_uses_the_forward_pass_that_it_is_given(void **state)
{
    const network net = {.W2 = {2.0, -4.0, 8.0}};
    const batch rows = {.size = 1, .x = {{3.0, 5.0}}};
    const network_pass elsewhere = {.h = {{0.5, 0.25, 1.0}},
                                    .yhat = {99.0}};
    const double dL_dz2[ROWS] = {0.5};
    network d;
    network_backward(&net, &rows, &elsewhere, dL_dz2, &d);
    const double expected[] = {0.75,  -1.125, 0.0,    1.25, -1.875,
                               0.0,   0.25,   -0.375, 0.0,  0.25,
                               0.125, 0.5,    0.5};
    for (int k = 0; k < PARAMETERS; k++)
        assert_near(d.all[k], expected[k], 0.0);
}

/* The hidden units have no order. */
static void swapped_hidden_units_have_swapped_gradients(void **state)
{
    random_stream stream = {9};
    static const int other[HIDDEN] = {2, 0, 1};
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, ROWS);
        point turned = at;
        for (int j = 0; j < HIDDEN; j++) {
            for (int from = 0; from < INPUTS; from++)
                turned.net.W1[from][j] = at.net.W1[from][other[j]];
            turned.net.b1[j] = at.net.b1[other[j]];
            turned.net.W2[j] = at.net.W2[other[j]];
        }
        const network d = right_gradient(&at), e = right_gradient(&turned);
        assert_near(e.b2, d.b2, 1e-15);
        for (int j = 0; j < HIDDEN; j++) {
            assert_near(e.W2[j], d.W2[other[j]], 1e-15);
            assert_near(e.b1[j], d.b1[other[j]], 1e-15);
            assert_near(e.W1[0][j], d.W1[0][other[j]], 1e-15);
            assert_near(e.W1[1][j], d.W1[1][other[j]], 1e-15);
        }
    }
}

static void saturated_network_has_a_zero_gradient_and_no_nan(void **state)
{
    for (int sign = -1; sign <= 1; sign += 2) {
        point at = {.rows = xor_rows()};
        for (int k = 0; k < PARAMETERS; k++)
            at.net.all[k] = 1000.0 * sign;
        assert_near(loss_of(&at), 1.0, 0.0);
        const network d = right_gradient(&at);
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(d.all[k], 0.0, 0.0);
    }
}

static void nan_in_any_parameter_is_a_nan_in_the_loss(void **state)
{
    for (int k = 0; k < PARAMETERS; k++) {
        point at = {golden_start, xor_rows()};
        at.net.all[k] = NAN;
        assert_true(isnan(loss_of(&at)));
        assert_true(isnan(right_gradient(&at).b2));
    }
}

/* Steps. */

static void network_step_moves_each_parameter_against_its_slope(
    void **state)
{
    network net, gradient;
    for (int k = 0; k < PARAMETERS; k++) {
        net.all[k] = k;
        gradient.all[k] = k % 2 == 0 ? 4.0 + k : -8.0;
    }
    network_step(&net, &gradient, 0.25);
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(net.all[k], k % 2 == 0 ? 0.75 * k - 1.0 : k + 2.0);
}

static void network_step_with_learning_rate_0_changes_no_bit(void **state)
{
    network net = golden_start, gradient;
    net.all[3] = DBL_TRUE_MIN;
    for (int k = 0; k < PARAMETERS; k++)
        gradient.all[k] = k % 2 == 0 ? 1e300 : -1e300;
    network_step(&net, &gradient, 0.0);
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(net.all[k],
                         k == 3 ? DBL_TRUE_MIN : golden_start.all[k]);
}

static void small_step_lowers_the_loss_as_the_gradient_says(void **state)
{
    random_stream stream = {10};
    for (int i = 0; i < SEEDS; i++) {
        point at = wild_point(&stream, 1 + i % ROWS);
        const double before = loss_of(&at);
        const network d = right_gradient(&at);
        double square = 0.0;
        for (int k = 0; k < PARAMETERS; k++)
            square += d.all[k] * d.all[k];
        network_step(&at.net, &d, 1e-4);
        assert_near(before - loss_of(&at), 1e-4 * square,
                    1e-3 * 1e-4 * square + 1e-15);
        assert_true(square > 1e-8);
    }
}

/* What is asked of a network. */

static void loss_of_a_network_is_half_its_squares(void **state)
{
    random_stream stream = {11};
    for (int i = 0; i < SEEDS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        double complex q[PARAMETERS];
        for (int k = 0; k < PARAMETERS; k++)
            q[k] = at.net.all[k];
        assert_near(network_loss(half_squares, &at.net, &at.rows),
                    creal(squares_complex(q, &at.rows, 0.5)), 2e-15);
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

/* The largest numbers are finite each, whatever their sum is. */
static void network_is_finite_if_each_parameter_is(void **state)
{
    const double others[] = {INFINITY, -INFINITY, NAN, -NAN};
    network net;
    for (int k = 0; k < PARAMETERS; k++)
        net.all[k] = k % 3 == 0 ? -DBL_MAX : DBL_MAX;
    assert_true(network_is_finite(&net));
    for (int k = 0; k < PARAMETERS; k++)
        for (int i = 0; i < 4; i++) {
            net = golden_start;
            net.all[k] = others[i];
            assert_false(network_is_finite(&net));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_has_W1_row_by_row_then_b1_W2_and_b2),
        cmocka_unit_test(forward_pass_is_its_four_formulas),
        cmocka_unit_test(rows_beyond_the_size_are_left_alone),
        cmocka_unit_test(loss_is_half_the_sum_of_the_squares),
        cmocka_unit_test(golden_start_has_its_forward_pass_and_gradient),
        cmocka_unit_test(output_delta_matches_central_differences),
        cmocka_unit_test(hidden_delta_matches_central_differences),
        cmocka_unit_test(network_gradient_matches_central_differences),
        cmocka_unit_test(network_gradient_matches_on_the_rows_of_xor),
        cmocka_unit_test(one_row_gradient_matches_central_differences),
        cmocka_unit_test(network_gradient_matches_the_complex_step),
        cmocka_unit_test(batch_gradient_is_the_sum_of_its_rows),
        cmocka_unit_test(loss_scale_scales_the_gradient),
        cmocka_unit_test(network_backward_takes_the_deltas_of_any_loss),
        cmocka_unit_test(backward_uses_the_forward_pass_that_it_is_given),
        cmocka_unit_test(swapped_hidden_units_have_swapped_gradients),
        cmocka_unit_test(saturated_network_has_a_zero_gradient_and_no_nan),
        cmocka_unit_test(nan_in_any_parameter_is_a_nan_in_the_loss),
        cmocka_unit_test(
            network_step_moves_each_parameter_against_its_slope),
        cmocka_unit_test(network_step_with_learning_rate_0_changes_no_bit),
        cmocka_unit_test(small_step_lowers_the_loss_as_the_gradient_says),
        cmocka_unit_test(loss_of_a_network_is_half_its_squares),
        cmocka_unit_test(network_loss_is_that_of_the_loss_it_is_given),
        cmocka_unit_test(network_is_finite_if_each_parameter_is),
    };
    return cmocka_run_group_tests_name("network", tests, NULL, NULL) != 0;
}
