/* two_outputs.c: the 2-2-2 network, where a weight of the first layer has
   two paths to the loss; and Mazur's example, "A Step by Step
   Backpropagation Example" (2015), to half a unit of the last digit that
   is published. */
#include "02-network/two_outputs.h"
#include "01-neuron/check.h"
#include "points.h"
#include "test.h"

#include <math.h>

enum { POINTS = 400, NUMBERS = 12 };

/* The 12 parameters, and a sample: W1, b1, W2, b2, row by row. */
typedef struct {
    union {
        two_outputs net;
        double all[NUMBERS];
    };
    two_sample s;
} two_point;

static two_point two_point_drawn(random_stream *stream)
{
    two_point p;
    for (int k = 0; k < NUMBERS; k++)
        p.all[k] = random_normal(stream);
    for (int i = 0; i < 2; i++) {
        p.s.x[i] = between(stream, -2.0, 2.0);
        p.s.y[i] = between(stream, 0.0, 1.0);
    }
    return p;
}

static double loss_of(const void *state)
{
    const two_point *p = state;
    return two_outputs_forward(&p->net, &p->s).loss;
}

/* The loss in complex numbers, output k counted so many times. */
static double complex loss_complex(const double complex q[],
                                   const two_sample *s, const double c[])
{
    double complex loss = 0.0;
    for (int k = 0; k < 2; k++) {
        double complex z2 = q[10 + k];
        for (int j = 0; j < 2; j++) {
            const double complex z1 =
                s->x[0] * q[j] + s->x[1] * q[2 + j] + q[4 + j];
            z2 += sigmoid_complex(z1) * q[6 + 2 * j + k];
        }
        const double complex error = sigmoid_complex(z2) - s->y[k];
        loss += c[k] * error * error / 2.0;
    }
    return loss;
}

static two_point gradient_of(const two_point *at)
{
    two_point d = {.s = at->s};
    const two_outputs_pass p = two_outputs_forward(&at->net, &at->s);
    d.net = two_outputs_backward(&at->net, &at->s, &p);
    return d;
}

static void two_outputs_forward_is_its_formulas(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const two_point at = two_point_drawn(&stream);
        const two_outputs *w = &at.net;
        const two_outputs_pass p = two_outputs_forward(w, &at.s);
        double squares = 0.0;
        for (int j = 0; j < 2; j++)
            assert_near(
                p.h[j],
                1.0 / (1.0 + exp(-(at.s.x[0] * w->W1[0][j] +
                                   at.s.x[1] * w->W1[1][j] + w->b1[j]))),
                1e-15);
        for (int k = 0; k < 2; k++) {
            assert_near(p.yhat[k],
                        1.0 /
                            (1.0 + exp(-(p.h[0] * w->W2[0][k] +
                                         p.h[1] * w->W2[1][k] + w->b2[k]))),
                        1e-15);
            squares += (p.yhat[k] - at.s.y[k]) * (p.yhat[k] - at.s.y[k]);
        }
        assert_near(p.loss, squares / 2.0, 1e-15);
    }
}

static void two_outputs_gradient_matches_central_differences(void **state)
{
    random_stream stream = {2};
    int telling[NUMBERS] = {0};
    for (int i = 0; i < POINTS; i++) {
        two_point at = two_point_drawn(&stream);
        const two_point d = gradient_of(&at);
        for (int k = 0; k < NUMBERS; k++) {
            const difference numeric =
                central_difference(loss_of, &at, &at.all[k], 1e-5);
            assert_near(d.all[k], numeric.slope, 1e-9);
            telling[k] += fabs(d.all[k]) > 1e-4;
        }
    }
    for (int k = 0; k < NUMBERS; k++)
        assert_true(telling[k] > POINTS * 9 / 10);
}

static void two_outputs_gradient_matches_the_complex_step(void **state)
{
    random_stream stream = {3};
    const double both[] = {1.0, 1.0};
    for (int i = 0; i < POINTS; i++) {
        const two_point at = two_point_drawn(&stream);
        const two_point d = gradient_of(&at);
        for (int k = 0; k < NUMBERS; k++) {
            double complex q[NUMBERS];
            for (int m = 0; m < NUMBERS; m++)
                q[m] = at.all[m];
            q[k] += tiny_step * I;
            assert_near(d.all[k],
                        cimag(loss_complex(q, &at.s, both)) / tiny_step,
                        2e-15);
        }
    }
}

/* What comes by each path is the gradient of that output's part of the
   loss; a weight of the first layer gets both, one of the second only
   one. */
static void gradient_is_the_sum_over_the_paths(void **state)
{
    random_stream stream = {4};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        const two_point at = two_point_drawn(&stream);
        const two_point d = gradient_of(&at);
        for (int k = 0; k < NUMBERS; k++) {
            double path[2];
            for (int to = 0; to < 2; to++) {
                double complex q[NUMBERS];
                const double only[] = {to == 0, to == 1};
                for (int m = 0; m < NUMBERS; m++)
                    q[m] = at.all[m];
                q[k] += tiny_step * I;
                path[to] = cimag(loss_complex(q, &at.s, only)) / tiny_step;
            }
            assert_near(d.all[k], path[0] + path[1], 2e-15);
            if (k < 6)
                telling += fabs(path[0]) > 1e-4 && fabs(path[1]) > 1e-4;
            else
                assert_near(path[1 - k % 2], 0.0, 0.0);
        }
    }
    assert_true(telling > POINTS * 6 * 8 / 10);
}

static void backward_uses_the_pass_that_it_is_given(void **state)
{
    const two_outputs net = {.W2 = {{2.0, 4.0}, {8.0, 16.0}}};
    const two_sample s = {.x = {3.0, 5.0}, .y = {0.0, 0.0}};
    const two_outputs_pass elsewhere = {.h = {0.5, 0.25},
                                        .yhat = {0.5, 0.75}};
    const two_outputs d = two_outputs_backward(&net, &s, &elsewhere);
    assert_same_bits(d.b2[0], 0.125);
    assert_same_bits(d.b2[1], 0.140625);
    assert_same_bits(d.W2[0][0], 0.0625);
    assert_same_bits(d.W2[0][1], 0.0703125);
    assert_same_bits(d.W2[1][0], 0.03125);
    assert_same_bits(d.W2[1][1], 0.03515625);
    assert_same_bits(d.b1[0], 0.8125 * 0.25);
    assert_same_bits(d.b1[1], 3.25 * 0.1875);
    assert_same_bits(d.W1[0][0], 3.0 * 0.8125 * 0.25);
    assert_same_bits(d.W1[0][1], 3.0 * 3.25 * 0.1875);
    assert_same_bits(d.W1[1][0], 5.0 * 0.8125 * 0.25);
    assert_same_bits(d.W1[1][1], 5.0 * 3.25 * 0.1875);
}

/* Mazur's numbers; his w1 to w4 are W1 column by column, w5 to w8 W2. */

static void mazurs_forward_pass_has_its_digits(void **state)
{
    const two_outputs net = mazur_network();
    const two_sample s = mazur_sample();
    const two_outputs_pass p = two_outputs_forward(&net, &s);
    assert_near(p.h[0], 0.593269992, 5e-10);
    assert_near(p.h[1], 0.596884378, 5e-10);
    assert_near(p.yhat[0], 0.751365070, 5e-10);
    assert_near(p.yhat[1], 0.772928465, 5e-10);
    assert_near(p.loss, 0.298371109, 5e-10);
}

static void mazurs_gradient_has_its_digits(void **state)
{
    const two_outputs net = mazur_network();
    const two_sample s = mazur_sample();
    const two_outputs_pass p = two_outputs_forward(&net, &s);
    const two_outputs d = two_outputs_backward(&net, &s, &p);
    assert_near(d.W1[0][0], 0.000438568, 5e-10);
    assert_near(d.W1[1][0], 0.000877135, 5e-10);
    assert_near(d.W1[0][1], 0.000497713, 5e-10);
    assert_near(d.W1[1][1], 0.000995425, 5e-10);
    assert_near(d.W2[0][0], 0.082167041, 5e-10);
    assert_near(d.W2[1][0], 0.082667628, 5e-10);
    assert_near(d.W2[0][1], -0.022602540, 5e-10);
    assert_near(d.W2[1][1], -0.022740242, 5e-10);
    /* h[0] reaches the loss by two paths. */
    const double path[] = {d.b2[0] * net.W2[0][0], d.b2[1] * net.W2[0][1]};
    assert_near(path[0], 0.055399, 5e-7);
    assert_near(path[1], -0.019049, 5e-7);
    assert_near(path[0] + path[1], 0.036350, 5e-7);
    assert_near(d.b1[0], (path[0] + path[1]) * p.h[0] * (1.0 - p.h[0]),
                1e-16);
}

static void mazurs_first_step_has_its_digits(void **state)
{
    two_outputs net = mazur_network();
    const two_sample s = mazur_sample();
    mazur_step(&net, &s, 0.5, false);
    assert_near(net.W1[0][0], 0.149780716, 5e-10);
    assert_near(net.W1[1][0], 0.199561432, 5e-10);
    assert_near(net.W1[0][1], 0.249751144, 5e-10);
    assert_near(net.W1[1][1], 0.299502287, 5e-10);
    assert_near(net.W2[0][0], 0.358916480, 5e-10);
    assert_near(net.W2[1][0], 0.408666186, 5e-10);
    assert_near(net.W2[0][1], 0.511301270, 5e-10);
    assert_near(net.W2[1][1], 0.561370121, 5e-10);
    assert_near(two_outputs_forward(&net, &s).loss, 0.2910277737, 5e-11);
}

/* The article's error, 0.291027924, is that of the other order. */
static void mazurs_error_comes_of_W2_first(void **state)
{
    two_outputs net = mazur_network();
    const two_sample s = mazur_sample();
    mazur_step(&net, &s, 0.5, true);
    const double loss = two_outputs_forward(&net, &s).loss;
    assert_near(loss, 0.2910279239, 5e-11);
    assert_near(loss, 0.291027924, 5e-10);
}

static void mazurs_steps_leave_the_biases_alone(void **state)
{
    const two_outputs start = mazur_network();
    const two_sample s = mazur_sample();
    for (int first = 0; first <= 1; first++) {
        two_outputs net = start;
        for (int step = 0; step < 10; step++)
            mazur_step(&net, &s, 0.5, first);
        for (int i = 0; i < 2; i++) {
            assert_same_bits(net.b1[i], start.b1[i]);
            assert_same_bits(net.b2[i], start.b2[i]);
            assert_true(net.W1[0][i] != start.W1[0][i]);
            assert_true(net.W2[0][i] != start.W2[0][i]);
        }
    }
}

static void with_biases_trained_mazurs_first_step_ends_at_0_2804714468(
    void **state)
{
    two_outputs net = mazur_network();
    const two_sample s = mazur_sample();
    const two_outputs_pass p = two_outputs_forward(&net, &s);
    const two_outputs d = two_outputs_backward(&net, &s, &p);
    mazur_step(&net, &s, 0.5, false);
    for (int i = 0; i < 2; i++) {
        net.b1[i] -= 0.5 * d.b1[i];
        net.b2[i] -= 0.5 * d.b2[i];
    }
    assert_near(two_outputs_forward(&net, &s).loss, 0.2804714468, 5e-11);
}

static void ten_thousand_steps_end_where_each_order_leads(void **state)
{
    const two_sample s = mazur_sample();
    two_outputs right = mazur_network(), early = right;
    for (int step = 0; step < 10000; step++) {
        mazur_step(&right, &s, 0.5, false);
        mazur_step(&early, &s, 0.5, true);
    }
    const two_outputs_pass p = two_outputs_forward(&right, &s);
    assert_near(p.yhat[0], 0.0159136204, 5e-11);
    assert_near(p.yhat[1], 0.9840642735, 5e-11);
    assert_near(p.loss, 3.510188e-5, 5e-12);
    const two_outputs_pass q = two_outputs_forward(&early, &s);
    assert_near(q.yhat[0], 0.0159121963, 5e-11);
    assert_near(q.yhat[1], 0.9840657345, 5e-11);
    assert_near(q.yhat[0], 0.015912196, 5e-10);
    assert_near(q.yhat[1], 0.984065734, 5e-10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_outputs_forward_is_its_formulas),
        cmocka_unit_test(two_outputs_gradient_matches_central_differences),
        cmocka_unit_test(two_outputs_gradient_matches_the_complex_step),
        cmocka_unit_test(gradient_is_the_sum_over_the_paths),
        cmocka_unit_test(backward_uses_the_pass_that_it_is_given),
        cmocka_unit_test(mazurs_forward_pass_has_its_digits),
        cmocka_unit_test(mazurs_gradient_has_its_digits),
        cmocka_unit_test(mazurs_first_step_has_its_digits),
        cmocka_unit_test(mazurs_error_comes_of_W2_first),
        cmocka_unit_test(mazurs_steps_leave_the_biases_alone),
        cmocka_unit_test(
            with_biases_trained_mazurs_first_step_ends_at_0_2804714468),
        cmocka_unit_test(ten_thousand_steps_end_where_each_order_leads),
    };
    return cmocka_run_group_tests_name("two_outputs", tests, NULL, NULL) !=
           0;
}
