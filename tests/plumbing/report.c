/* report.c: numbers in columns. */
#include "plumbing/report.h"
#include "test.h"

#include <math.h>
#include <stdio.h>

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
    assert_string_equal(printed(1.0, 0, 2), "1.00");
}

static void number_too_small_or_large_is_printed_in_powers_of_ten(
    void **state)
{
    assert_string_equal(printed(1e-4, 12, 6), "    0.000100");
    assert_string_equal(printed(9.999e-5, 12, 6), "   9.999e-05");
    assert_string_equal(printed(9999.0, 12, 6), " 9999.000000");
    assert_string_equal(printed(10000.0, 12, 6), "   1.000e+04");
    assert_string_equal(printed(-1e300, 15, 9), " -1.000000e+300");
}

static void number_that_is_none_is_printed_too(void **state)
{
    assert_holds(printed(NAN, 10, 3), "nan");
    assert_string_equal(printed(-INFINITY, 10, 6), "      -inf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_is_printed_with_its_decimals),
        cmocka_unit_test(
            number_too_small_or_large_is_printed_in_powers_of_ten),
        cmocka_unit_test(number_that_is_none_is_printed_too),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL) != 0;
}
