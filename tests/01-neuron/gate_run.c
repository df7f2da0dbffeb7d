/* gate_run.c: a whole run on the rows of a gate, from inside; tests/cli/
   looks at it from outside. */
#include "01-neuron/gate_run.h"
#include "01-neuron/check.h"
#include "gate_points.h"
#include "running.h"
#include "test.h"

#include <math.h>

static void quiet_gate_run_is_done_and_prints_nothing(void **state)
{
    const gate start = {0.6, 0.6, -0.2};
    program p = {.epochs = 10, .lr = 0.5, .quiet = true};
    assert_quiet(outcome_of(gate_run(start, GATE_AND, &p)));
    p = (program){.lr = 0.5, .check = true, .quiet = true};
    assert_quiet(outcome_of(gate_run(start, GATE_XOR, &p)));
}

static void gate_run_reports_the_training_and_the_four_rows(void **state)
{
    const gate start = {0.6, 0.6, -0.2}, none = {0.0, 0.0, 0.0};
    program p = {.epochs = 2, .lr = 0.5};
    outcome o = outcome_of(gate_run(start, GATE_AND, &p));
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(
        o.report,
        "Training, learning rate 0.5\n"
        "   epoch            L           w1           w2            b\n"
        "       0     0.495916     0.600000     0.600000    -0.200000\n"
        "       1     0.432873     0.554518     0.554518    -0.373114\n"
        "       2     0.388679     0.522387     0.522387    -0.522081\n"
        "\n"
        "   x1 x2       target   prediction\n"
        "   0   0            0       0.3724\n"
        "   0   1            0       0.5001\n"
        "   1   0            0       0.5001\n"
        "   1   1            1       0.6278\n");
    p.epochs = 0;
    o = outcome_of(gate_run(none, GATE_OR, &p));
    assert_true(o.done);
    const char *const report = squeezed(o.report);
    assert_holds(report, "\n 0 0.500000 0.000000 0.000000 0.000000\n");
    assert_holds(report, "\n 0 0 0 0.5000\n");
    assert_holds(report, "\n 1 1 1 0.5000\n");
}

/* Such as 0, 1, 2, 5 and the last. */
static void gate_run_shows_some_epochs_and_the_last(void **state)
{
    const gate start = {0.6, 0.6, -0.2};
    const program p = {.epochs = 7, .lr = 0.5};
    const outcome o = outcome_of(gate_run(start, GATE_AND, &p));
    assert_int_equal(lines_of(o.report), 2 + 5 + 1 + 1 + 4);
}

/* What the check should say of a gate, weight by weight: each nudge moves z
   by as much as the parameter. */
static void derivatives_expected(point at, derivative all[PARAMETERS])
{
    const gate d = gate_gradient(&at.g, at.rows);
    const char *const names[] = {"dL_dw1", "dL_dw2", "dL_db"};
    const double analytic[] = {d.w1, d.w2, d.b};
    double *const numbers[] = {&at.g.w1, &at.g.w2, &at.g.b};
    double terms = 0.0;
    for (int n = 0; n < GATE_ROWS; n++) {
        gate_row alone[GATE_ROWS] = {at.rows[n]};
        for (int m = 1; m < GATE_ROWS; m++)
            alone[m].y = gate_predict(&at.g, &alone[m]);
        const double slope = fabs(gate_gradient(&at.g, alone).b);
        terms += slope * fabs(at.g.w1 * at.rows[n].x1);
        terms += slope * fabs(at.g.w2 * at.rows[n].x2);
        terms += slope * fabs(at.g.b);
    }
    for (int k = 0; k < PARAMETERS; k++) {
        const double nudge = nudge_size(*numbers[k], 1.0);
        all[k] = (derivative){
            names[k], "sum over the rows", analytic[k],
            central_difference(loss_of, &at, numbers[k], nudge)};
        sum_noise_add(&all[k].numeric, nudge, nudge, terms);
    }
}

/* Each line of the table, to the digits of its error. */
static void assert_checked(gate start, gate_kind kind)
{
    const program p = {.lr = 0.5, .check = true};
    derivative all[PARAMETERS];
    char expected[512];
    point at = {.g = start};
    memcpy(at.rows, gate_rows(kind), sizeof at.rows);
    derivatives_expected(at, all);
    capture_begin(1);
    derivatives_print(all, PARAMETERS, true);
    snprintf(expected, sizeof expected, "%s", capture_end(1));
    const outcome o = outcome_of(gate_run(start, kind, &p));
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(o.report, expected);
}

static void gate_check_prints_the_three_derivatives(void **state)
{
    for (int kind = 0; kind < 3; kind++) {
        assert_checked((gate){0.3, -0.7, 0.2}, gate_kinds[kind]);
        assert_checked((gate){-4.0, 2.0, 30.0}, gate_kinds[kind]);
    }
}

/* The four rows need not cancel all: the largest slope is that of the one
   that does. */
static void gate_check_can_tell_where_z_cancels(void **state)
{
    random_stream stream = {8};
    for (int i = 0; i < 60; i++) {
        const double size = pow(10.0, 8.0 * random_uniform(&stream));
        const double rest = between(&stream, -1.0, 1.0);
        const double share = random_uniform(&stream);
        const gate gates[] = {
            {size, between(&stream, -size, size), rest - size},
            {between(&stream, -size, size), -size, rest + size},
            {share * size, (1.0 - share) * size, rest - size},
            {size, rest - size, 0.1},
            {size, rest - size, share * size},
            {-size, 0.1, rest + size},
        };
        for (int g = 0; g < 6; g++)
            assert_checked(gates[g], gate_kinds[i % 3]);
    }
    assert_checked((gate){1e8, 1e8, -1e8}, GATE_XOR);
}

/* The command line gives both weights one value, and the gates treat both
   alike; here they differ, so that none can stand in for the other. */
static void gate_run_keeps_each_weight_by_its_name(void **state)
{
    program p = {.epochs = 2, .lr = 0.5, .quiet = true};
    const gate_row *rows = gate_rows(GATE_AND);
    const gate start = {0.3, -0.7, 0.2};
    gate g = start, gradient = gate_gradient(&g, rows);
    char trace[2048] = "epoch,loss,w1,w2,b,yhat.0,yhat.1,yhat.2,yhat.3\n";
    char values[1024] = "";
    append(values, sizeof values,
           "loss.first = %.17g\ndL_dw1 = %.17g\ndL_dw2 = %.17g\n"
           "dL_db = %.17g\n",
           gate_loss(&g, rows), gradient.w1, gradient.w2, gradient.b);
    for (int epoch = 0; epoch <= 2; epoch++) {
        append(trace, sizeof trace, "%d,%.17g,%.17g,%.17g,%.17g", epoch,
               gate_loss(&g, rows), g.w1, g.w2, g.b);
        for (int n = 0; n < GATE_ROWS; n++)
            append(trace, sizeof trace, ",%.17g",
                   gate_predict(&g, &rows[n]));
        append(trace, sizeof trace, "\n");
        gradient = gate_gradient(&g, rows);
        if (epoch < 2)
            gate_step(&g, &gradient, 0.5);
    }
    append(values, sizeof values,
           "loss.last = %.17g\nw1.last = %.17g\nw2.last = %.17g\n"
           "b.last = %.17g\n",
           gate_loss(&g, rows), g.w1, g.w2, g.b);
    for (int n = 0; n < GATE_ROWS; n++)
        append(values, sizeof values, "yhat.%d = %.17g\n", n,
               gate_predict(&g, &rows[n]));

    files_begin(&p);
    assert_quiet(outcome_of(gate_run(start, GATE_AND, &p)));
    files_end(&p);
    assert_string_equal(file_text("t.csv"), trace);
    assert_string_equal(file_text("v.values"), values);
    assert_string_equal(file_text("end.txt"), "");
}

/* Each parameter is finite, and the weighted sum of the last row is not. */
static void diverged_gate_run_says_so(void **state)
{
    const program p = {.epochs = 10, .lr = 0.5, .quiet = true};
    const gate far[] = {{1e308, 1e308, 1e308},
                        {1e308, 0.0, 1e308},
                        {0.0, 1e308, 1e308},
                        {1e308, 1e308, 0.0}};
    for (int i = 0; i < 4; i++)
        assert_fails(outcome_of(gate_run(far[i], GATE_OR, &p)),
                     "suite: diverged at epoch 0: ");
}

/* An infinite bias leaves the loss finite. */
static void gate_run_diverges_by_a_parameter_alone(void **state)
{
    const program p = {.epochs = 5, .lr = 0.5, .quiet = true};
    const gate far = {0.6, 0.6, -INFINITY};
    assert_near(gate_loss(&far, gate_rows(GATE_AND)), 0.5, 0.0);
    assert_fails(outcome_of(gate_run(far, GATE_AND, &p)),
                 "suite: diverged at epoch 0: ");
}

static void gate_run_that_diverges_later_names_that_epoch(void **state)
{
    const program p = {.epochs = 5, .lr = INFINITY, .quiet = true};
    assert_fails(outcome_of(gate_run((gate){0.6, 0.6, -0.2}, GATE_AND, &p)),
                 "suite: diverged at epoch 1: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quiet_gate_run_is_done_and_prints_nothing),
        cmocka_unit_test(gate_run_reports_the_training_and_the_four_rows),
        cmocka_unit_test(gate_run_shows_some_epochs_and_the_last),
        cmocka_unit_test(gate_check_prints_the_three_derivatives),
        cmocka_unit_test(gate_check_can_tell_where_z_cancels),
        test_in_folder(gate_run_keeps_each_weight_by_its_name),
        cmocka_unit_test(diverged_gate_run_says_so),
        cmocka_unit_test(gate_run_diverges_by_a_parameter_alone),
        cmocka_unit_test(gate_run_that_diverges_later_names_that_epoch),
    };
    return cmocka_run_group_tests_name("gate_run", tests, NULL, NULL) != 0;
}
