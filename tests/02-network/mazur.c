/* mazur.c: the run of Mazur's example; its numbers are in two_outputs.c. */
#include "02-network/mazur.h"
#include "02-network/two_outputs.h"
#include "running.h"
#include "test.h"

#include <math.h>

/* Two columns of numbers, each under its head. */
static void mazur_run_reports_the_pass_and_both_orders(void **state)
{
    const program p = {.epochs = 3, .lr = 0.5};
    const outcome o = outcome_of(mazur_run(&p));
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(
        o.report,
        "One pass                    first unit     second unit\n"
        "h                          0.593269992     0.596884378\n"
        "yhat                       0.751365070     0.772928465\n"
        "dL_dW2, from h[0]          0.082167041    -0.022602540\n"
        "dL_dW2, from h[1]          0.082667628    -0.022740242\n"
        "dL_dW1, from x[0]          0.000438568     0.000497713\n"
        "dL_dW1, from x[1]          0.000877135     0.000995425\n"
        "\n"
        "The loss                   right order        W2 first\n"
        "after 0 steps              0.298371109     0.298371109\n"
        "after 1 step               0.291027774     0.291027924\n"
        "after 3 steps              0.275943289     0.275943523\n"
        "\n"
        "The outputs                      first          second\n"
        "right order                0.722538849     0.779821583\n"
        "W2 first                   0.722539564     0.779822891\n");
}

/* Those after 0 and 1 steps, and at the end. */
static void mazur_run_reports_its_last_step_only_once(void **state)
{
    for (long steps = 0; steps <= 4; steps++) {
        const program p = {.epochs = steps, .lr = 0.5};
        const char *at = outcome_of(mazur_run(&p)).report;
        char last[40];
        long lines = 0;
        snprintf(last, sizeof last, "\nafter %ld step", steps);
        assert_holds(at, last);
        for (; (at = strstr(at, "\nafter ")) != NULL; at++)
            lines++;
        assert_int_equal(lines, steps < 2 ? steps + 1 : 3);
    }
}

static void mazur_run_keeps_both_losses(void **state)
{
    program p = {.epochs = 3, .lr = 0.25, .quiet = true};
    two_outputs right = mazur_network(), early = right;
    const two_sample s = mazur_sample();
    char trace[512] = "epoch,loss,loss.early\n", values[128] = "";
    for (int step = 0; step <= 3; step++) {
        append(trace, sizeof trace, "%d,%.17g,%.17g\n", step,
               two_outputs_forward(&right, &s).loss,
               two_outputs_forward(&early, &s).loss);
        if (step == 3)
            break;
        mazur_step(&right, &s, 0.25, false);
        mazur_step(&early, &s, 0.25, true);
    }
    append(values, sizeof values,
           "loss.right = %.17g\nloss.early = %.17g\n",
           two_outputs_forward(&right, &s).loss,
           two_outputs_forward(&early, &s).loss);
    files_begin(&p);
    assert_quiet(outcome_of(mazur_run(&p)));
    files_end(&p);
    assert_string_equal(file_text("t.csv"), trace);
    assert_string_equal(file_text("v.values"), values);
    assert_string_equal(file_text("end.txt"), "");
}

static void diverged_mazur_run_says_so(void **state)
{
    program p = {.epochs = 5, .lr = INFINITY, .quiet = true};
    files_begin(&p);
    const outcome o = outcome_of(mazur_run(&p));
    files_end(&p);
    assert_fails(o, "suite: diverged at epoch 1: ");
    assert_int_equal(lines_of(file_text("t.csv")), 2);
    assert_string_equal(file_text("v.values"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mazur_run_reports_the_pass_and_both_orders),
        cmocka_unit_test(mazur_run_reports_its_last_step_only_once),
        test_in_folder(mazur_run_keeps_both_losses),
        test_in_folder(diverged_mazur_run_says_so),
    };
    return cmocka_run_group_tests_name("mazur", tests, NULL, NULL) != 0;
}
