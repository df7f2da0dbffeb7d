/* gate.c: the neuron with two inputs and the four rows of a gate. */
#include "01-neuron/gate.h"
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "plumbing/messages.h"
#include "plumbing/random.h"
#include "test.h"

#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { POINTS = 1000, PARAMETERS = 3 };

static const gate_kind kinds[] = {GATE_XOR, GATE_AND, GATE_OR};

/* A gate neuron and the rows that it is measured on. */
typedef struct {
    gate g;
    gate_row rows[GATE_ROWS];
} point;

static double between(random_stream *stream, double low, double high)
{
    return low + (high - low) * random_uniform(stream);
}

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

static double loss_of(const void *state)
{
    const point *p = state;
    return gate_loss(&p->g, p->rows);
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
            const gate_row *row = &gate_rows(kinds[kind])[n];
            assert_same_bits(row->x1, x1);
            assert_same_bits(row->x2, x2);
            assert_same_bits(row->y, targets[kind]);
        }
    }
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
        memcpy(p.rows, gate_rows(kinds[i % 3]), sizeof p.rows);
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
   w2), w = (2, -3, -3), x = (-1, -2), and the gradient of f itself. The loss
   has slope 1 at the output when the target is f - 1; three of the four rows
   are their own predictions, so they add nothing. */
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

/* gate_run, the whole of a run; tests/cli/ looks at its files. */

static const run_records nothing_kept;

static void quiet_gate_run_is_done_and_prints_nothing(void **state)
{
    const training t = {.epochs = 10, .lr = 0.5, .quiet = true};
    capture_begin(1);
    const bool done =
        gate_run((gate){0.6, 0.6, -0.2}, GATE_AND, &t, &nothing_kept);
    assert_string_equal(capture_end(1), "");
    assert_true(done);
}

static void gate_run_reports_the_training_and_the_four_rows(void **state)
{
    const training t = {.epochs = 0, .lr = 0.5};
    capture_begin(1);
    const bool done =
        gate_run((gate){0.0, 0.0, 0.0}, GATE_OR, &t, &nothing_kept);
    const char *report = squeezed(capture_end(1));
    assert_true(done);
    assert_null(strstr(report, "chain rule"));
    assert_holds(report, "\n 0 0.500000 0.000000 0.000000 0.000000\n");
    assert_holds(report, "\n 0 0 0 0.5000\n");
    assert_holds(report, "\n 1 1 1 0.5000\n");
}

static void gate_check_prints_the_three_derivatives(void **state)
{
    const training t = {.lr = 0.5, .check = true};
    capture_begin(1);
    const bool done =
        gate_run((gate){0.3, -0.7, 0.2}, GATE_XOR, &t, &nothing_kept);
    const char *table = capture_end(1);
    assert_true(done);
    assert_holds(table, " error\n");
    assert_holds(table, "\ndL_dw1 ");
    assert_holds(table, "\ndL_dw2 ");
    assert_holds(table, "\ndL_db ");
}

static void quiet_gate_check_prints_nothing(void **state)
{
    const training t = {.lr = 0.5, .check = true, .quiet = true};
    capture_begin(1);
    const bool done =
        gate_run((gate){0.3, -0.7, 0.2}, GATE_XOR, &t, &nothing_kept);
    assert_string_equal(capture_end(1), "");
    assert_true(done);
}

/* The command line gives both weights one value, and the gates treat both
   alike; here they differ, so that none can stand in for the other. */
static void gate_run_keeps_each_weight_by_its_name(void **state)
{
    const training t = {.epochs = 2, .lr = 0.5, .quiet = true};
    const gate_row *rows = gate_rows(GATE_AND);
    gate g = {0.3, -0.7, 0.2};
    const gate first = gate_gradient(&g, rows);
    char expected[4096] =
        "epoch,loss,w1,w2,b,yhat.0,yhat.1,yhat.2,yhat.3\n";
    char values[1024];
    snprintf(values, sizeof values,
             "loss.first = %.17g\ndL_dw1 = %.17g\ndL_dw2 = %.17g\n"
             "dL_db = %.17g\n",
             gate_loss(&g, rows), first.w1, first.w2, first.b);
    for (int epoch = 0; epoch <= 2; epoch++) {
        const size_t used = strlen(expected);
        snprintf(expected + used, sizeof expected - used,
                 "%d,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g\n",
                 epoch, gate_loss(&g, rows), g.w1, g.w2, g.b,
                 gate_predict(&g, &rows[0]), gate_predict(&g, &rows[1]),
                 gate_predict(&g, &rows[2]), gate_predict(&g, &rows[3]));
        const gate gradient = gate_gradient(&g, rows);
        if (epoch < 2)
            gate_step(&g, &gradient, 0.5);
    }
    const size_t used = strlen(values);
    snprintf(values + used, sizeof values - used,
             "loss.last = %.17g\nw1.last = %.17g\nw2.last = %.17g\n"
             "b.last = %.17g\nyhat.0 = %.17g\nyhat.1 = %.17g\n"
             "yhat.2 = %.17g\nyhat.3 = %.17g\n",
             gate_loss(&g, rows), g.w1, g.w2, g.b,
             gate_predict(&g, &rows[0]), gate_predict(&g, &rows[1]),
             gate_predict(&g, &rows[2]), gate_predict(&g, &rows[3]));

    run_records records;
    assert_true(records_open(&records, "t.csv", "v.values"));
    assert_true(gate_run((gate){0.3, -0.7, 0.2}, GATE_AND, &t, &records));
    assert_true(records_commit(&records));
    assert_string_equal(file_text("t.csv"), expected);
    assert_string_equal(file_text("v.values"), values);
}

/* Each parameter is finite, and the weighted sum of the last row is not. */
static void diverged_gate_run_says_so(void **state)
{
    const training t = {.epochs = 10, .lr = 0.5, .quiet = true};
    const gate far[] = {{1e308, 1e308, 1e308},
                        {1e308, 0.0, 1e308},
                        {0.0, 1e308, 1e308},
                        {1e308, 1e308, 0.0}};
    messages_begin_with("suite");
    for (int i = 0; i < 4; i++) {
        capture_begin(2);
        const bool done = gate_run(far[i], GATE_OR, &t, &nothing_kept);
        const char *message = capture_end(2);
        assert_false(done);
        assert_true(is_one_line(message));
        assert_holds(message, "suite: diverged at epoch 0");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_truth_tables_in_counting_order),
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
        cmocka_unit_test(and_and_or_are_learned),
        cmocka_unit_test(saturated_gate_has_a_zero_gradient_and_no_nan),
        cmocka_unit_test(gate_passes_a_nan_on),
        cmocka_unit_test(quiet_gate_run_is_done_and_prints_nothing),
        cmocka_unit_test(gate_run_reports_the_training_and_the_four_rows),
        cmocka_unit_test(gate_check_prints_the_three_derivatives),
        cmocka_unit_test(quiet_gate_check_prints_nothing),
        test_in_folder(gate_run_keeps_each_weight_by_its_name),
        cmocka_unit_test(diverged_gate_run_says_so),
    };
    return cmocka_run_group_tests_name("gate", tests, NULL, NULL) != 0;
}
