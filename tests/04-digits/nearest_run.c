/* nearest_run.c: how well the nearest neighbour does, and what is told and
   kept of that. */
#include "04-digits/nearest_run.h"
#include "02-network/interval.h"
#include "04-digits/nearest.h"
#include "plans.h"

/* The right answers, worked out here. */
static long right_of(split_kind kind, const dataset *d, uint64_t seed)
{
    long right = 0;
    split s = split_new(kind, d, seed);
    for (size_t n = s.train; n < s.train + s.test; n++)
        right += nearest_digit(d, s.rows, s.train, s.rows[n]) ==
                 d->numbers[s.rows[n] * COLUMNS + PIXELS];
    split_free(&s);
    return right;
}

static void neighbour_is_right_on_344_of_the_last_360(void **state)
{
    program p = {.quiet = false};
    const outcome o = outcome_of(nearest_run(SPLIT_FILE, &digits, 1, &p));
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(o.report,
                        "the nearest of 1437 rows is right on 344 of 360: "
                        "95.56%\n"
                        "(95% interval 92.90% to 97.25%)\n");
}

static void report_and_values_are_those_of_the_split(void **state)
{
    const dataset d = {300, digits.numbers};
    for (int kind = SPLIT_FILE; kind <= SPLIT_SHUFFLED; kind++)
        for (uint64_t seed = 1; seed <= 3; seed++) {
            const long right = right_of((split_kind)kind, &d, seed);
            const interval i = wilson_interval(right, 60);
            char expected[512] = "";
            program p = {.quiet = true};
            files_begin(&p);
            assert_quiet(
                outcome_of(nearest_run((split_kind)kind, &d, seed, &p)));
            files_end(&p);
            append(expected, sizeof expected,
                   "test_right = %ld\ntest_accuracy = %.17g\n"
                   "test_accuracy.share = %.17g\n"
                   "test_accuracy.low = %.17g\ntest_accuracy.high = "
                   "%.17g\n",
                   right, i.share, i.share, i.low, i.high);
            assert_string_equal(file_text("v.values"), expected);
            assert_string_equal(file_text("t.csv"), "");
            program told = {.quiet = false};
            expected[0] = '\0';
            append(expected, sizeof expected,
                   "the nearest of 240 rows is right on %ld of 60: "
                   "%.2f%%\n(95%% interval %.2f%% to %.2f%%)\n",
                   right, 100.0 * i.share, 100.0 * i.low, 100.0 * i.high);
            const outcome o =
                outcome_of(nearest_run((split_kind)kind, &d, seed, &told));
            assert_true(o.done);
            assert_string_equal(o.report, expected);
        }
    assert_true(right_of(SPLIT_FILE, &d, 1) < 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbour_is_right_on_344_of_the_last_360),
        test_in_folder(report_and_values_are_those_of_the_split),
    };
    return cmocka_run_group_tests_name("nearest_run", tests, NULL, NULL) !=
           0;
}
