/* training.c: what the training runs of chapter 1 share. */
#include "01-neuron/training.h"
#include "plumbing/messages.h"
#include "test.h"

#include <limits.h>

static void report_shows_1_2_5_of_each_ten_and_the_ends(void **state)
{
    const long shown[] = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 777};
    size_t next = 0;
    for (long epoch = 0; epoch <= 777; epoch++) {
        assert_int_equal(epoch_is_shown(epoch, 777), epoch == shown[next]);
        next += epoch == shown[next];
    }
    assert_true(epoch_is_shown(1000000000, 2000000000));
    assert_false(epoch_is_shown(999999999, 2000000000));
    assert_true(epoch_is_shown(0, 0));
}

static void epoch_is_printed_with_its_numbers_in_columns(void **state)
{
    const double numbers[] = {0.5, -1.25, 1e-7, 1e7};
    capture_begin(1);
    epoch_print(7, numbers, 4);
    assert_string_equal(squeezed(capture_end(1)),
                        " 7 0.500000 -1.250000 1.000e-07 1.000e+07\n");
}

static void divergence_is_one_line_with_its_epoch(void **state)
{
    messages_begin_with("suite");
    capture_begin(2);
    const bool went_on = complain_diverged(42);
    const char *message = capture_end(2);
    assert_false(went_on);
    assert_true(is_one_line(message));
    assert_holds(message, "suite: diverged at epoch 42: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(report_shows_1_2_5_of_each_ten_and_the_ends),
        cmocka_unit_test(epoch_is_printed_with_its_numbers_in_columns),
        cmocka_unit_test(divergence_is_one_line_with_its_epoch),
    };
    return cmocka_run_group_tests_name("training", tests, NULL, NULL) != 0;
}
