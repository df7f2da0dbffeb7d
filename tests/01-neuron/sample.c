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
    const char *report = capture_end(1);
    assert_true(done);
    assert_holds(report, "\nz  ");
    assert_holds(report, "0.668187772\n");
    assert_holds(report, "-0.110350564    -0.110350564\n");
    assert_holds(report, "\n       0 ");
    assert_holds(report, "\n       1 ");
    assert_null(strstr(report, "\n       2 "));
}

static void sample_check_prints_the_six_derivatives(void **state)
{
    const training t = {.lr = 0.5, .check = true};
    const char *const names[] = {"dL_dyhat", "dyhat_dz", "dz_dw",
                                 "dz_db",    "dL_dw",    "dL_db"};
    capture_begin(1);
    const bool done = sample_run(start, one, &t, &nothing_kept);
    const char *table = capture_end(1);
    assert_true(done);
    for (int i = 0; i < 6; i++)
        assert_holds(table, names[i]);
}

static void sample_run_keeps_a_row_per_epoch_and_its_values(void **state)
{
    const training t = {.epochs = 3, .lr = 0.5, .quiet = true};
    run_records records;
    assert_true(records_open(&records, "t.csv", "v.values"));
    assert_true(sample_run(start, one, &t, &records));
    assert_true(records_commit(&records));
    const char *trace = file_text("t.csv");
    assert_holds(trace, "epoch,loss,");
    assert_holds(trace, "\n0,0.0550496");
    assert_holds(trace, "\n3,");
    assert_null(strstr(trace, "\n4,"));
    const char *values = file_text("v.values");
    assert_holds(values, "z = 0.6999");
    assert_holds(values, "\nyhat.last = ");
    assert_string_equal(folder_names(), "t.csv v.values");
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
