/* interval.c: Wilson's interval, what is kept of it, and Student's factor. */
#include "02-network/interval.h"
#include "running.h"
#include "test.h"

#include <math.h>

/* From its definition: the shares p for which
   n (k/n - p)^2 = z^2 p (1 - p), worked out in Python's decimal numbers
   with 50 digits. */
static void wilson_interval_has_its_known_ends(void **state)
{
    const struct {
        long k, n;
        interval known;
    } shares[] = {
        {0, 10, {0.0, 0.0, 0.27753279986288926}},
        {10, 10, {1.0, 0.72246720013711074, 1.0}},
        {5, 10, {0.5, 0.23659309051256397, 0.76340690948743606}},
        {97, 100, {0.97, 0.91548063570947236, 0.98974547597596108}},
        {1945, 2000, {0.9725, 0.964376888484893, 0.97881150183432297}},
        {1, 2, {0.5, 0.094531205734230711, 0.90546879426576932}},
        {0, 1, {0.0, 0.0, 0.79345068562276266}},
        {1, 1, {1.0, 0.20654931437723739, 1.0}},
    };
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        const interval w = wilson_interval(shares[i].k, shares[i].n);
        assert_near(w.share, shares[i].known.share, 1e-15);
        assert_near(w.low, shares[i].known.low, 1e-12);
        assert_near(w.high, shares[i].known.high, 1e-12);
    }
}

/* Its ends solve that equation, wherever they are not 0 and 1. */
static void wilson_interval_ends_where_its_definition_does(void **state)
{
    const double z = 1.959963984540054;
    for (long n = 1; n <= 100; n++)
        for (long k = 0; k <= n; k++) {
            const interval w = wilson_interval(k, n);
            const double ends[] = {w.low, w.high};
            assert_same_bits(w.share, (double)k / (double)n);
            for (int i = 0; i < 2; i++)
                assert_near((double)n * pow(w.share - ends[i], 2.0),
                            z * z * ends[i] * (1.0 - ends[i]), 1e-13);
        }
}

static void wilson_interval_holds_its_share_and_stays_in_range(void **state)
{
    for (long n = 1; n <= 100; n++)
        for (long k = 0; k <= n; k++) {
            const interval w = wilson_interval(k, n);
            const interval other = wilson_interval(n - k, n);
            assert_true(w.low >= 0.0 && w.high <= 1.0);
            assert_true(w.low <= w.share + 1e-15);
            assert_true(w.high >= w.share - 1e-15);
            assert_near(w.low, 1.0 - other.high, 1e-15);
        }
}

/* Not nearly. */
static void interval_of_none_begins_at_0_and_of_all_ends_at_1(void **state)
{
    for (long n = 1; n <= 1000; n++) {
        assert_same_bits(wilson_interval(0, n).low, 0.0);
        assert_same_bits(wilson_interval(n, n).high, 1.0);
        assert_true(wilson_interval(0, n).high > 0.0);
        assert_true(wilson_interval(n, n).low < 1.0);
    }
}

static void interval_is_kept_under_its_name(void **state)
{
    static const struct {
        const char *name;
        long k, n;
    } shares[] = {{"accurate", 56, 100}, {"x", 0, 1}, {"solved", 7, 7}};
    static const output_file nobody_asked;
    for (int i = 0; i < 3; i++) {
        const interval w = wilson_interval(shares[i].k, shares[i].n);
        char expected[256] = "";
        append(expected, sizeof expected,
               "%s.share = %.17g\n%s.low = %.17g\n%s.high = %.17g\n",
               shares[i].name, w.share, shares[i].name, w.low,
               shares[i].name, w.high);
        program p = {.lr = 1.0};
        files_begin(&p);
        interval_write(&p.values, shares[i].name, shares[i].k, shares[i].n);
        files_end(&p);
        assert_string_equal(file_text("v.values"), expected);
    }
    interval_write(&nobody_asked, "nobody", 1, 2);
}

/* From Student's density, summed by Simpson's rule in Python; for two and
   three numbers there are formulas. */
static void student_factor_has_its_known_values(void **state)
{
    const struct {
        long n;
        double known;
    } factors[] = {
        {2, tan(0.475 * acos(-1.0))},
        {3, 0.95 * sqrt(2.0 / (1.0 - 0.95 * 0.95))},
        {4, 3.18244630528},
        {5, 2.77644510520},
        {7, 2.44691185114},
        {10, 2.26215716280},
        {20, 2.09302405441},
        {21, 2.08596344727},
        {100, 1.98421695159},
        {2000, 1.96115142018},
    };
    for (size_t i = 0; i < sizeof factors / sizeof factors[0]; i++)
        assert_near(student_factor(factors[i].n), factors[i].known, 1e-11);
}

static void student_factor_falls_to_that_of_a_normal_number(void **state)
{
    for (long n = 2; n < 500; n++)
        assert_true(student_factor(n) > student_factor(n + 1));
    assert_near(student_factor(1000000), 1.959963984540054, 1e-5);
    assert_true(student_factor(1000000) > 1.959963984540054);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wilson_interval_has_its_known_ends),
        cmocka_unit_test(wilson_interval_ends_where_its_definition_does),
        cmocka_unit_test(
            wilson_interval_holds_its_share_and_stays_in_range),
        cmocka_unit_test(interval_of_none_begins_at_0_and_of_all_ends_at_1),
        test_in_folder(interval_is_kept_under_its_name),
        cmocka_unit_test(student_factor_has_its_known_values),
        cmocka_unit_test(student_factor_falls_to_that_of_a_normal_number),
    };
    return cmocka_run_group_tests_name("interval", tests, NULL, NULL) != 0;
}
