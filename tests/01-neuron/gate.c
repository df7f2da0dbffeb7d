/* gate.c: the neuron with two inputs and the four rows of a gate. */
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "gate_points.h"
#include "running.h"
#include "test.h"

#include <complex.h>
#include <math.h>

enum { POINTS = 1000 };

/* Rows of any numbers, so that no wrong slope hides behind a 0 or a 1. */
static point point_drawn(random_stream *stream)
{
    point p;
    p.g.w1 = between(stream, -2.0, 2.0);
    p.g.w2 = between(stream, -2.0, 2.0);
    p.g.b = between(stream, -2.0, 2.0);
    for (int n = 0; n < GATE_ROWS; n++) {
        p.rows[n].x1 = between(stream, -2.0, 2.0);
        p.rows[n].x2 = between(stream, -2.0, 2.0);
        p.rows[n].y = between(stream, 0.0, 1.0);
    }
    return p;
}

static double complex loss_complex(const double complex parameters[],
                                   const gate_row rows[])
{
    double complex loss = 0.0;
    for (int n = 0; n < GATE_ROWS; n++) {
        const double complex z = parameters[0] * rows[n].x1 +
                                 parameters[1] * rows[n].x2 + parameters[2];
        const double complex error = 1.0 / (1.0 + cexp(-z)) - rows[n].y;
        loss += error * error / 2.0;
    }
    return loss;
}

static void rows_are_the_truth_tables_in_counting_order(void **state)
{
    for (int n = 0; n < GATE_ROWS; n++) {
        const int x1 = n / 2, x2 = n % 2;
        const int targets[] = {x1 ^ x2, x1 & x2, x1 | x2};
        for (int kind = 0; kind < 3; kind++) {
            const gate_row *row = &gate_rows(gate_kinds[kind])[n];
            assert_same_bits(row->x1, x1);
            assert_same_bits(row->x2, x2);
            assert_same_bits(row->y, targets[kind]);
        }
    }
}

static void gates_have_their_names_in_order(void **state)
{
    static const char *const names[] = {
        [GATE_XOR] = "xor", [GATE_AND] = "and", [GATE_OR] = "or"};
    assert_names(gate_words, names, sizeof names / sizeof names[0]);
}

static void prediction_is_the_sigmoid_of_the_weighted_sum(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const gate_row *row = &p.rows[i % GATE_ROWS];
        assert_near(gate_predict(&p.g, row),
                    sigmoid(p.g.b + p.g.w1 * row->x1 + p.g.w2 * row->x2),
                    1e-15);
    }
}

static void loss_is_half_the_sum_of_the_squared_errors(void **state)
{
    random_stream stream = {2};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        double squares = 0.0;
        for (int n = 0; n < GATE_ROWS; n++)
            squares +=
                pow(gate_predict(&p.g, &p.rows[n]) - p.rows[n].y, 2.0);
        assert_near(gate_loss(&p.g, p.rows), squares / 2.0, 1e-15);
    }
}

static void gate_gradient_matches_central_differences(void **state)
{
    random_stream stream = {3};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        const gate d = gate_gradient(&p.g, p.rows);
        const double analytic[] = {d.w1, d.w2, d.b};
        double *const numbers[] = {&p.g.w1, &p.g.w2, &p.g.b};
        for (int k = 0; k < PARAMETERS; k++) {
            const difference numeric =
                central_difference(loss_of, &p, numbers[k], 1e-5);
            assert_near(analytic[k], numeric.slope, 1e-9);
            telling += fabs(analytic[k]) > 1e-3;
        }
    }
    assert_true(telling > PARAMETERS * POINTS * 9 / 10);
}

static void gate_gradient_matches_the_complex_step(void **state)
{
    random_stream stream = {4};
    const double tiny = 1e-30;
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const gate d = gate_gradient(&p.g, p.rows);
        const double analytic[] = {d.w1, d.w2, d.b};
        for (int k = 0; k < PARAMETERS; k++) {
            double complex parameters[] = {p.g.w1, p.g.w2, p.g.b};
            parameters[k] += tiny * I;
            assert_near(analytic[k],
                        cimag(loss_complex(parameters, p.rows)) / tiny,
                        2e-15);
        }
    }
}

static void gate_gradient_matches_on_the_three_truth_tables(void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        memcpy(p.rows, gate_rows(gate_kinds[i % 3]), sizeof p.rows);
        const gate d = gate_gradient(&p.g, p.rows);
        assert_near(d.w1,
                    central_difference(loss_of, &p, &p.g.w1, 1e-5).slope,
                    1e-9);
        assert_near(d.w2,
                    central_difference(loss_of, &p, &p.g.w2, 1e-5).slope,
                    1e-9);
        assert_near(
            d.b, central_difference(loss_of, &p, &p.g.b, 1e-5).slope, 1e-9);
    }
}

/* With its second input off, a row is the sample of a neuron with one. */
static void gate_gradient_is_the_sum_of_the_neurons_gradients(void **state)
{
    random_stream stream = {6};
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        double w = 0.0, b = 0.0;
        for (int n = 0; n < GATE_ROWS; n++) {
            p.rows[n].x2 = 0.0;
            const neuron one = {p.g.w1, p.g.b};
            const sample s = {p.rows[n].x1, p.rows[n].y};
            const neuron_pass f = neuron_forward(&one, &s);
            const slopes d = neuron_backward(&s, &f);
            w += d.dL_dw;
            b += d.dL_db;
        }
        const gate d = gate_gradient(&p.g, p.rows);
        assert_near(d.w1, w, 1e-15);
        assert_near(d.w2, 0.0, 0.0);
        assert_near(d.b, b, 1e-15);
    }
}

/* CS231n notes, "Backpropagation, Intuitions": f = sigmoid(w0 x0 + w1 x1 +
   w2), w = (2, -3, -3), x = (-1, -2), and the gradient of f itself. The
   loss has slope 1 at the output when the target is f - 1; three of the
   four rows are their own predictions, so they add nothing. */
static void cs231n_neuron_has_its_published_gradient(void **state)
{
    const gate g = {2.0, -3.0, -3.0};
    gate_row rows[GATE_ROWS] = {{-1.0, -2.0, 0.0}};
    for (int n = 1; n < GATE_ROWS; n++)
        rows[n].y = gate_predict(&g, &rows[n]);
    const double f = gate_predict(&g, &rows[0]);
    rows[0].y = f - 1.0;
    const gate dw = gate_gradient(&g, rows);
    assert_near(f, 0.731058579, 5e-10);
    assert_near(dw.w1, -0.196611933, 5e-10);
    assert_near(dw.w2, -0.393223866, 5e-10);
    assert_near(dw.b, 0.196611933, 5e-10);
    /* The bias has slope 1 in z, so dw.b is the slope by z, and z has the
       weights for its slopes by the inputs. */
    assert_near(dw.b * g.w1, 0.393223866, 5e-10);
    assert_near(dw.b * g.w2, -0.589835800, 5e-10);
}

static void gate_step_moves_each_parameter_against_its_slope(void **state)
{
    gate g = {1.0, 2.0, 3.0};
    gate_step(&g, &(gate){0.5, -4.0, 8.0}, 0.25);
    assert_same_bits(g.w1, 0.875);
    assert_same_bits(g.w2, 3.0);
    assert_same_bits(g.b, 1.0);
}

static void gate_step_with_learning_rate_0_changes_no_bit(void **state)
{
    gate g = {0.1, -0.2, 5e-324};
    gate_step(&g, &(gate){1e300, -1e300, 1.0}, 0.0);
    assert_same_bits(g.w1, 0.1);
    assert_same_bits(g.w2, -0.2);
    assert_same_bits(g.b, 5e-324);
}

static gate gate_trained(gate_kind kind, int epochs)
{
    gate g = {0.6, 0.6, -0.2};
    for (int epoch = 0; epoch < epochs; epoch++) {
        const gate gradient = gate_gradient(&g, gate_rows(kind));
        gate_step(&g, &gradient, 0.5);
    }
    return g;
}

/* One line cannot part XOR: the best is one half for every row, where each
   row's pull is met by another's. */
static void xor_ends_at_one_half_for_all_rows(void **state)
{
    const gate g = gate_trained(GATE_XOR, 10000);
    for (int n = 0; n < GATE_ROWS; n++)
        assert_near(gate_predict(&g, &gate_rows(GATE_XOR)[n]), 0.5, 1e-6);
    assert_near(gate_loss(&g, gate_rows(GATE_XOR)), 0.5, 1e-12);
    const gate half = {0.0, 0.0, 0.0};
    const gate slope = gate_gradient(&half, gate_rows(GATE_XOR));
    assert_near(slope.w1, 0.0, 0.0);
    assert_near(slope.w2, 0.0, 0.0);
    assert_near(slope.b, 0.0, 0.0);
}

/* Around that point the loss bends up along every direction, by a sixteenth
   of the sum of the squares of what the rows' z move by. */
static void xor_rises_in_every_direction_from_one_half(void **state)
{
    random_stream stream = {7};
    const gate_row *rows = gate_rows(GATE_XOR);
    for (int i = 0; i < POINTS; i++) {
        const gate s = {between(&stream, -1.0, 1.0),
                        between(&stream, -1.0, 1.0),
                        between(&stream, -1.0, 1.0)};
        const double t = 1e-4;
        const gate up = {t * s.w1, t * s.w2, t * s.b};
        const gate down = {-up.w1, -up.w2, -up.b};
        const gate above = gate_gradient(&up, rows);
        const gate below = gate_gradient(&down, rows);
        const double bend =
            ((above.w1 - below.w1) * s.w1 + (above.w2 - below.w2) * s.w2 +
             (above.b - below.b) * s.b) /
            (2.0 * t);
        double squares = 0.0;
        for (int n = 0; n < GATE_ROWS; n++) {
            const double z = s.w1 * rows[n].x1 + s.w2 * rows[n].x2 + s.b;
            squares += z * z;
        }
        assert_near(bend, squares / 16.0, 1e-7);
        assert_true(squares > 0.0);
    }
}

static void and_and_or_are_learned(void **state)
{
    for (int kind = GATE_AND; kind <= GATE_OR; kind++) {
        const gate g = gate_trained((gate_kind)kind, 10000);
        const gate_row *rows = gate_rows((gate_kind)kind);
        for (int n = 0; n < GATE_ROWS; n++)
            assert_near(gate_predict(&g, &rows[n]), rows[n].y, 0.1);
    }
}

static void saturated_gate_has_a_zero_gradient_and_no_nan(void **state)
{
    const gate far[] = {{1000, 1000, 1000}, {-1000, -1000, -1000}};
    for (int i = 0; i < 2; i++) {
        const gate d = gate_gradient(&far[i], gate_rows(GATE_XOR));
        assert_near(gate_loss(&far[i], gate_rows(GATE_XOR)), 1.0, 0.0);
        assert_near(d.w1, 0.0, 0.0);
        assert_near(d.w2, 0.0, 0.0);
        assert_near(d.b, 0.0, 0.0);
    }
}

static void gate_passes_a_nan_on(void **state)
{
    const gate g = {NAN, 0.0, 0.0};
    const gate_row *rows = gate_rows(GATE_AND);
    assert_true(isnan(gate_predict(&g, &rows[0])));
    assert_true(isnan(gate_loss(&g, rows)));
    const gate d = gate_gradient(&g, rows);
    assert_true(isnan(d.w1) && isnan(d.w2) && isnan(d.b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_truth_tables_in_counting_order),
        cmocka_unit_test(gates_have_their_names_in_order),
        cmocka_unit_test(prediction_is_the_sigmoid_of_the_weighted_sum),
        cmocka_unit_test(loss_is_half_the_sum_of_the_squared_errors),
        cmocka_unit_test(gate_gradient_matches_central_differences),
        cmocka_unit_test(gate_gradient_matches_the_complex_step),
        cmocka_unit_test(gate_gradient_matches_on_the_three_truth_tables),
        cmocka_unit_test(gate_gradient_is_the_sum_of_the_neurons_gradients),
        cmocka_unit_test(cs231n_neuron_has_its_published_gradient),
        cmocka_unit_test(gate_step_moves_each_parameter_against_its_slope),
        cmocka_unit_test(gate_step_with_learning_rate_0_changes_no_bit),
        cmocka_unit_test(xor_ends_at_one_half_for_all_rows),
        cmocka_unit_test(xor_rises_in_every_direction_from_one_half),
        cmocka_unit_test(and_and_or_are_learned),
        cmocka_unit_test(saturated_gate_has_a_zero_gradient_and_no_nan),
        cmocka_unit_test(gate_passes_a_nan_on),
    };
    return cmocka_run_group_tests_name("gate", tests, NULL, NULL) != 0;
}
