/* sample.c: a whole run on one sample, from inside; tests/cli/ looks at it
   from outside. */
#include "01-neuron/sample.h"
#include "plumbing/messages.h"
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const neuron start = {0.6, -0.2};
static const sample one = {1.5, 1.0};
static const run_records nothing_kept;

static void quiet_sample_run_is_done_and_prints_nothing(void **state)
{
    const training t = {.epochs = 10, .lr = 0.5, .quiet = true};
    capture_begin(1);
    capture_begin(2);
    const bool done = sample_run(start, one, &t, &nothing_kept);
    assert_string_equal(capture_end(2), "");
    assert_string_equal(capture_end(1), "");
    assert_true(done);
}

static void sample_run_reports_the_passes_and_the_training(void **state)
{
    const training t = {.epochs = 1, .lr = 0.5};
    capture_begin(1);
    const bool done = sample_run(start, one, &t, &nothing_kept);
    const char *report = squeezed(capture_end(1));
    assert_true(done);
    assert_holds(report, "w = 0.6 and b = -0.2");
    assert_holds(report, "x = 1.5 and y = 1.");
    assert_holds(report, "\nz w x + b 0.700000000\n");
    assert_holds(report, "\nyhat sigmoid(z) 0.668187772\n");
    assert_holds(report, "-0.110350564 -0.110350564\n");
    assert_null(strstr(report, " error\n"));
    assert_holds(report, "\n 0 0.055050 0.668188 0.600000 -0.200000\n");
    assert_holds(report, "\n 1 ");
    assert_null(strstr(report, "\n 2 "));
}

static void sample_check_prints_the_six_derivatives(void **state)
{
    const training t = {.lr = 0.5, .check = true};
    const char *const names[] = {"\ndL_dyhat ", "\ndyhat_dz ", "\ndz_dw ",
                                 "\ndz_db ",    "\ndL_dw ",    "\ndL_db "};
    capture_begin(1);
    const bool done = sample_run(start, one, &t, &nothing_kept);
    const char *table = capture_end(1);
    assert_true(done);
    assert_holds(table, " error\n");
    assert_null(strstr(table, "Forward"));
    for (int i = 0; i < 6; i++)
        assert_holds(table, names[i]);
}

static void sample_run_keeps_a_row_per_epoch_and_its_values(void **state)
{
    const training t = {.epochs = 2, .lr = 0.5, .quiet = true};
    neuron n = start;
    char expected[4096] = "epoch,loss,yhat,w,b\n";
    for (int epoch = 0; epoch <= 2; epoch++) {
        const neuron_pass f = neuron_forward(&n, &one);
        const slopes d = neuron_backward(&one, &f);
        const size_t used = strlen(expected);
        snprintf(expected + used, sizeof expected - used,
                 "%d,%.17g,%.17g,%.17g,%.17g\n", epoch, f.loss, f.yhat, n.w,
                 n.b);
        if (epoch < 2)
            neuron_step(&n, &(neuron){d.dL_dw, d.dL_db}, 0.5);
    }

    run_records records;
    assert_true(records_open(&records, "t.csv", "v.values"));
    assert_true(sample_run(start, one, &t, &records));
    assert_true(records_commit(&records));
    assert_string_equal(file_text("t.csv"), expected);
    assert_string_equal(folder_names(), "t.csv v.values");

    const neuron_pass f = neuron_forward(&start, &one);
    const neuron_pass f_last = neuron_forward(&n, &one);
    const slopes d = neuron_backward(&one, &f);
    const struct {
        const char *name;
        double value;
    } kept[] = {
        {"z", f.z},
        {"yhat", f.yhat},
        {"loss", f.loss},
        {"dL_dyhat", d.dL_dyhat},
        {"dyhat_dz", d.dyhat_dz},
        {"dz_dw", d.dz_dw},
        {"dz_db", d.dz_db},
        {"dL_dw", d.dL_dw},
        {"dL_db", d.dL_db},
        {"w.last", n.w},
        {"b.last", n.b},
        {"yhat.last", f_last.yhat},
        {"loss.last", f_last.loss},
    };
    char values[8192] = "\n", line[128];
    strcat(values, file_text("v.values"));
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        snprintf(line, sizeof line, "\n%s = %.17g\n", kept[i].name,
                 kept[i].value);
        assert_holds(values, line);
    }
}

static void diverged_sample_run_says_so(void **state)
{
    const training t = {.epochs = 10, .lr = 0.5, .quiet = true};
    const neuron far = {1e308, 0.0};
    const sample off = {1e308, 0.0};
    messages_begin_with("suite");
    capture_begin(2);
    const bool done = sample_run(far, off, &t, &nothing_kept);
    const char *message = capture_end(2);
    assert_false(done);
    assert_true(is_one_line(message));
    assert_holds(message, "suite: diverged at epoch 0");
}

static void run_that_diverges_later_names_that_epoch(void **state)
{
    const training t = {.epochs = 10, .lr = 1e308, .quiet = true};
    const sample off = {1.5, 1e10};
    capture_begin(2);
    const bool done = sample_run(start, off, &t, &nothing_kept);
    const char *message = capture_end(2);
    assert_false(done);
    assert_holds(message, "diverged at epoch 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quiet_sample_run_is_done_and_prints_nothing),
        cmocka_unit_test(sample_run_reports_the_passes_and_the_training),
        cmocka_unit_test(sample_check_prints_the_six_derivatives),
        test_in_folder(sample_run_keeps_a_row_per_epoch_and_its_values),
        cmocka_unit_test(diverged_sample_run_says_so),
        cmocka_unit_test(run_that_diverges_later_names_that_epoch),
    };
    return cmocka_run_group_tests_name("sample", tests, NULL, NULL) != 0;
}
