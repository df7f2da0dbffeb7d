/* records.c: traces and values. */
#include "plumbing/records.h"
#include "plumbing/messages.h"
#include "test.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

static void trace_and_values_have_their_formats(void **state)
{
    run_records records;
    assert_true(records_open(&records, "t.csv", "v.values"));
    trace_begin(&records.trace, "epoch,loss,w");
    trace_row(&records.trace, 0, (double[]){0.5, -1.0}, 2);
    trace_row(&records.trace, 1000000, (double[]){0.1, 1e300}, 2);
    trace_row(&records.trace, 1000001, NULL, 0);
    value_write(&records.values, "dL_dw", -0.0);
    value_write(&records.values, "yhat.0", 0.1);
    assert_true(records_commit(&records));
    assert_string_equal(
        file_text("t.csv"),
        "epoch,loss,w\n"
        "0,0.5,-1\n"
        "1000000,0.10000000000000001,1.0000000000000001e+300\n"
        "1000001\n");
    assert_string_equal(file_text("v.values"),
                        "dL_dw = -0\nyhat.0 = 0.10000000000000001\n");
    assert_string_equal(folder_names(), "t.csv v.values");
}

static void numbers_read_back_to_the_same_bits(void **state)
{
    const double numbers[] = {1.0 / 3.0,    -0.0,    DBL_MAX,
                              DBL_TRUE_MIN, DBL_MIN, 0.1 + 0.2};
    for (int i = 0; i < 6; i++) {
        run_records records;
        assert_true(records_open(&records, "t.csv", "v.values"));
        trace_row(&records.trace, 7, &numbers[i], 1);
        value_write(&records.values, "x", numbers[i]);
        assert_true(records_commit(&records));
        assert_same_bits(strtod(file_text("t.csv") + 2, NULL), numbers[i]);
        assert_same_bits(strtod(file_text("v.values") + 4, NULL),
                         numbers[i]);
    }
}

static void records_nobody_asked_for_take_every_call(void **state)
{
    run_records records;
    assert_true(records_open(&records, NULL, NULL));
    trace_begin(&records.trace, "epoch,loss");
    trace_row(&records.trace, 0, (double[]){0.5}, 1);
    value_write(&records.values, "z", 0.5);
    assert_true(records_commit(&records));
    assert_string_equal(folder_names(), "");
}

static void values_that_cannot_be_opened_leave_no_trace(void **state)
{
    run_records records;
    file_make("t.csv", "before");
    messages_begin_with("suite");
    capture_begin(2);
    const bool opened = records_open(&records, "t.csv", "none/v.values");
    const char *message = capture_end(2);
    assert_false(opened);
    assert_true(is_one_line(message));
    assert_holds(message, "suite: none/v.values: ");
    assert_string_equal(file_text("t.csv"), "before");
    assert_string_equal(folder_names(), "t.csv");
    capture_begin(2);
    const bool trace_opened = records_open(&records, "none/t.csv", NULL);
    assert_holds(capture_end(2), "suite: none/t.csv: ");
    assert_false(trace_opened);
}

static void either_file_that_fails_is_a_failure(void **state)
{
    const char *full = device("full");
    if (full == NULL)
        skip();
    const char *const names[][2] = {{full, "v.values"}, {"t.csv", full}};
    for (int i = 0; i < 2; i++) {
        run_records records;
        assert_true(records_open(&records, names[i][0], names[i][1]));
        trace_begin(&records.trace, "epoch,loss");
        value_write(&records.values, "z", 0.5);
        messages_begin_with("suite");
        capture_begin(2);
        const bool kept = records_commit(&records);
        const char *message = capture_end(2);
        assert_false(kept);
        assert_true(is_one_line(message));
        assert_holds(message, "suite: ");
        assert_holds(message, "full: ");
    }
    assert_holds(file_text("v.values"), "z = 0.5\n");
    assert_holds(file_text("t.csv"), "epoch,loss\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(trace_and_values_have_their_formats),
        test_in_folder(numbers_read_back_to_the_same_bits),
        test_in_folder(records_nobody_asked_for_take_every_call),
        test_in_folder(values_that_cannot_be_opened_leave_no_trace),
        test_in_folder(either_file_that_fails_is_a_failure),
    };
    return cmocka_run_group_tests_name("records", tests, NULL, NULL) != 0;
}
