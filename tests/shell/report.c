/* report.c: numbers in columns, and the formats of traces and values. */
#include "shell/report.h"
#include "running.h"
#include "test.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

static const output_file nobody_asked;

static const char *printed(double number, int width, int decimals)
{
    capture_begin(1);
    number_print(number, width, decimals);
    return capture_end(1);
}

static void number_is_printed_with_its_decimals(void **state)
{
    assert_string_equal(printed(0.5, 15, 9), "    0.500000000");
    assert_string_equal(printed(-1234.5, 15, 9), "-1234.500000000");
    assert_string_equal(printed(0.0, 8, 3), "   0.000");
    assert_string_equal(printed(-0.0, 8, 3), "   0.000");
    assert_string_equal(printed(1.0, 0, 2), "1.00");
}

static void number_too_small_or_large_is_printed_in_powers_of_ten(
    void **state)
{
    assert_string_equal(printed(1e-4, 12, 6), "    0.000100");
    assert_string_equal(printed(9.9999e-5, 12, 6), "   1.000e-04");
    assert_string_equal(printed(-9.999e-5, 12, 6), "  -9.999e-05");
    assert_string_equal(printed(9999.0, 12, 6), " 9999.000000");
    assert_string_equal(printed(9999.9999, 12, 6), " 9999.999900");
    assert_string_equal(printed(10000.0, 12, 6), "   1.000e+04");
    assert_string_equal(printed(-10000.0, 12, 6), "  -1.000e+04");
    assert_string_equal(printed(-1e300, 15, 9), " -1.000000e+300");
    assert_string_equal(printed(DBL_TRUE_MIN, 14, 6), "    4.941e-324");
}

/* However large it is, a blank parts it from what stands before. */
static void number_that_fills_its_width_is_parted_by_a_blank(void **state)
{
    assert_string_equal(printed(-1e300, 11, 6), " -1.000e+300");
    assert_string_equal(printed(1e300, 11, 6), " 1.000e+300");
}

static void number_that_is_none_is_printed_too(void **state)
{
    assert_holds(printed(NAN, 10, 3), "nan");
    assert_string_equal(printed(-INFINITY, 10, 6), "      -inf");
}

static bool is_among(long epoch, const long shown[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (epoch == shown[i])
            return true;
    return false;
}

static void report_shows_1_2_5_of_each_ten_and_the_ends(void **state)
{
    static const long shown[] = {0,    1,     2,     5,     10,    20,
                                 50,   100,   200,   500,   1000,  2000,
                                 5000, 10000, 20000, 50000, 100000};
    static const long lasts[] = {100000, 0, 3, 4, 777, 49999, 99999};
    for (int i = 0; i < 7; i++)
        for (long epoch = 0; epoch <= lasts[i]; epoch++)
            assert_int_equal(
                epoch_is_shown(epoch, lasts[i]),
                epoch == lasts[i] ||
                    is_among(epoch, shown, sizeof shown / sizeof *shown));
    assert_true(epoch_is_shown(1000000000, 2000000000));
    assert_false(epoch_is_shown(999999999, 2000000000));
}

static void epoch_is_printed_with_its_numbers_in_columns(void **state)
{
    const double numbers[] = {0.5, -1.25, 1e-7, 1e7};
    capture_begin(1);
    epoch_print(7, numbers, 4);
    assert_string_equal(capture_end(1), "       7     0.500000    -1.250000"
                                        "    1.000e-07    1.000e+07\n");
    capture_begin(1);
    epoch_print(1000000000, numbers, 1);
    assert_string_equal(capture_end(1), "1000000000     0.500000\n");
}

static void divergence_is_one_line_with_its_epoch(void **state)
{
    const outcome o = outcome_of(complain_diverged(42));
    assert_fails(o, "suite: diverged at epoch 42: ");
    assert_string_equal(o.report, "");
}

static void trace_and_values_have_their_formats(void **state)
{
    program p = {.epochs = 0};
    files_begin(&p);
    trace_begin(&p.trace, "epoch,loss,w");
    trace_row(&p.trace, 0, (double[]){0.5, -1.0}, 2);
    trace_row(&p.trace, 1000000, (double[]){0.1, 1e300}, 2);
    trace_row(&p.trace, 1000001, NULL, 0);
    value_write(&p.values, "dL_dw", -0.0);
    value_write(&p.values, "yhat.0", 0.1);
    value_write_at(&p.values, "yhat", 12, 0.1);
    value_write_at(&p.values, "yhat.first", 0, 1e300);
    files_end(&p);
    assert_string_equal(
        file_text("t.csv"),
        "epoch,loss,w\n"
        "0,0.5,-1\n"
        "1000000,0.10000000000000001,1.0000000000000001e+300\n"
        "1000001\n");
    assert_string_equal(file_text("v.values"),
                        "dL_dw = -0\nyhat.0 = 0.10000000000000001\n"
                        "yhat.12 = 0.10000000000000001\n"
                        "yhat.first.0 = 1.0000000000000001e+300\n");
    assert_string_equal(folder_names(), "end.txt t.csv v.values");
}

static void numbers_read_back_to_the_same_bits(void **state)
{
    const double numbers[] = {1.0 / 3.0,    -0.0,    DBL_MAX,
                              DBL_TRUE_MIN, DBL_MIN, 0.1 + 0.2};
    for (int i = 0; i < 6; i++) {
        program p = {.epochs = 0};
        files_begin(&p);
        trace_row(&p.trace, 7, &numbers[i], 1);
        value_write(&p.values, "x", numbers[i]);
        value_write_at(&p.values, "x", 1, numbers[i]);
        files_end(&p);
        assert_same_bits(strtod(file_text("t.csv") + 2, NULL), numbers[i]);
        const char *const values = file_text("v.values");
        assert_same_bits(strtod(values + 4, NULL), numbers[i]);
        assert_same_bits(strtod(strchr(values, '\n') + 7, NULL),
                         numbers[i]);
    }
}

static void files_nobody_asked_for_take_every_call(void **state)
{
    trace_begin(&nobody_asked, "epoch,loss");
    trace_row(&nobody_asked, 0, (double[]){0.5}, 1);
    value_write(&nobody_asked, "z", 0.5);
    value_write_at(&nobody_asked, "z", 1, 0.5);
    assert_string_equal(folder_names(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_is_printed_with_its_decimals),
        cmocka_unit_test(
            number_too_small_or_large_is_printed_in_powers_of_ten),
        cmocka_unit_test(number_that_fills_its_width_is_parted_by_a_blank),
        cmocka_unit_test(number_that_is_none_is_printed_too),
        cmocka_unit_test(report_shows_1_2_5_of_each_ten_and_the_ends),
        cmocka_unit_test(epoch_is_printed_with_its_numbers_in_columns),
        cmocka_unit_test(divergence_is_one_line_with_its_epoch),
        test_in_folder(trace_and_values_have_their_formats),
        test_in_folder(numbers_read_back_to_the_same_bits),
        test_in_folder(files_nobody_asked_for_take_every_call),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL) != 0;
}
