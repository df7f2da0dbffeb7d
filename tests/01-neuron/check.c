/* check.c: the gradient checker, which has to be right before it may say
   that another is wrong. */
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "plumbing/random.h"
#include "running.h"
#include "test.h"

#include <float.h>
#include <math.h>
#include <string.h>

static double square(const void *state)
{
    const double x = *(const double *)state;
    return x * x;
}

static double minus_square(const void *state)
{
    return -square(state);
}

static double exponential(const void *state)
{
    return exp(*(const double *)state);
}

static double constant(const void *state)
{
    (void)state;
    return 3.0;
}

static double not_a_number(const void *state)
{
    (void)state;
    return NAN;
}

/* A nudge that is a power of two loses nothing to rounding here. */
static void central_difference_is_exact_for_a_square(void **state)
{
    double x = 3.0;
    assert_same_bits(central_difference(square, &x, &x, 0.25).slope, 6.0);
    x = -5.0;
    assert_same_bits(central_difference(square, &x, &x, 1.0).slope, -10.0);
    x = 3.0;
    assert_same_bits(central_difference(constant, &x, &x, 0.5).slope, 0.0);
}

/* The error of a central difference is nudge^2 f''' / 6, and e^x is its own
   third derivative: ten times the nudge, a hundred times the error. */
static void error_of_a_central_difference_goes_with_the_square(void **state)
{
    double x = 1.0;
    const double coarse =
        central_difference(exponential, &x, &x, 1e-2).slope - exp(1.0);
    const double fine =
        central_difference(exponential, &x, &x, 1e-3).slope - exp(1.0);
    assert_relative(coarse, 1e-4 * exp(1.0) / 6.0, 1e-3);
    assert_relative(coarse / fine, 100.0, 1e-3);
}

static void central_difference_puts_the_number_back(void **state)
{
    const double numbers[] = {0.1, -0.0, 1e16, DBL_TRUE_MIN};
    for (int i = 0; i < 4; i++) {
        double x = numbers[i];
        central_difference(exponential, &x, &x, 1e-5);
        assert_same_bits(x, numbers[i]);
    }
}

/* Two numbers in one state: only the one pointed to is nudged. */
static double weighted(const void *state)
{
    const double *pair = state;
    return 2.0 * pair[0] + 8.0 * pair[1];
}

static void central_difference_nudges_one_number_of_the_state(void **state)
{
    double pair[] = {1.0, 1.0};
    assert_same_bits(
        central_difference(weighted, pair, &pair[0], 0.5).slope, 2.0);
    assert_same_bits(
        central_difference(weighted, pair, &pair[1], 0.5).slope, 8.0);
}

/* The run is what the number really moved by, after rounding; where it did
   not move at all there is no slope to tell. */
static void run_is_measured_after_rounding(void **state)
{
    double pair[] = {1e10, 0.0};
    assert_near(central_difference(weighted, pair, &pair[0], 3e-6).slope,
                2.0, 1e-12);
    assert_true(
        isnan(central_difference(weighted, pair, &pair[0], 1e-7).slope));
}

/* A few units in the last place of the results, over the run. */
static void noise_grows_with_the_results_and_falls_with_the_nudge(
    void **state)
{
    double x = 1e6;
    const double wide = central_difference(square, &x, &x, 1.0).noise;
    const double narrow = central_difference(square, &x, &x, 0.5).noise;
    assert_relative(narrow / wide, 2.0, 1e-6);
    assert_true(wide >= DBL_EPSILON * 1e12);
    assert_true(wide <= DBL_EPSILON * 1e12 * 16.0);
    x = 1e3;
    const double less = central_difference(square, &x, &x, 1.0).noise;
    assert_relative(wide / less, 1e6, 1e-4);
    assert_same_bits(central_difference(minus_square, &x, &x, 1.0).noise,
                     less);
}

static void noise_covers_the_error_that_rounding_makes(void **state)
{
    for (int i = 0; i < 1000; i++) {
        double x = 1.0 + 0.001 * i;
        const difference d = central_difference(exponential, &x, &x, 1e-8);
        assert_near(d.slope, exp(x), d.noise);
    }
}

static void relative_error_is_in_units_of_the_larger(void **state)
{
    const double quiet = 0.0;
    assert_same_bits(relative_error(2.0, (difference){2.0, quiet}), 0.0);
    assert_near(relative_error(2.0, (difference){1.0, quiet}), 0.5, 0.0);
    assert_near(relative_error(1.0, (difference){2.0, quiet}), 0.5, 0.0);
    assert_near(relative_error(-1.0, (difference){1.0, quiet}), 2.0, 0.0);
    assert_near(relative_error(-4.0, (difference){-3.0, quiet}), 0.25, 0.0);
    assert_near(relative_error(-3.0, (difference){-4.0, quiet}), 0.25, 0.0);
    assert_near(relative_error(0.0, (difference){1.0, quiet}), 1.0, 0.0);
}

static void relative_error_of_small_slopes_is_in_units_of_1e_5(void **state)
{
    const double quiet = 0.0;
    assert_same_bits(relative_error(0.0, (difference){0.0, quiet}), 0.0);
    assert_near(relative_error(0.0, (difference){1e-6, quiet}), 0.1, 1e-16);
    assert_near(relative_error(2e-6, (difference){1e-6, quiet}), 0.1,
                1e-16);
    assert_near(relative_error(1e-5, (difference){0.0, quiet}), 1.0, 1e-15);
    assert_near(relative_error(2e-5, (difference){1e-5, quiet}), 0.5,
                1e-15);
}

static void relative_error_allows_for_noise(void **state)
{
    /* 1e6 times the noise is 10, more than either slope. */
    assert_near(relative_error(2.0, (difference){1.0, 1e-5}), 0.1, 1e-15);
    assert_near(relative_error(2.0, (difference){1.0, 1e-7}), 0.5, 1e-15);
}

static void relative_error_of_a_nan_is_a_nan(void **state)
{
    double x = 1.0;
    assert_true(isnan(relative_error(NAN, (difference){1.0, 0.0})));
    assert_true(isnan(relative_error(1.0, (difference){NAN, 0.0})));
    assert_true(isnan(relative_error(NAN, (difference){NAN, NAN})));
    assert_true(isnan(relative_error(
        1.0, central_difference(not_a_number, &x, &x, 1e-5))));
}

/* What a right formula is told: the neuron's own loss, all over the place.
   Rounding must never make it fail the check. */
typedef struct {
    neuron n;
    sample s;
} point;

static double loss_of(const void *state)
{
    const point *p = state;
    return neuron_forward(&p->n, &p->s).loss;
}

/* From 0.1 to 30, and its opposite. */
static double any(random_stream *stream)
{
    const double size = pow(10.0, 2.5 * random_uniform(stream) - 1.0);
    return random_bits(stream) % 2 == 0 ? size : -size;
}

static void right_formula_passes_wherever_it_is_checked(void **state)
{
    random_stream stream = {1};
    double most = 0.0;
    for (int i = 0; i < 100000; i++) {
        point p = {{any(&stream), any(&stream)},
                   {any(&stream), any(&stream)}};
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        const double dw = nudge_size(p.n.w, p.s.x);
        const double db = nudge_size(p.n.b, 1.0);
        const double by_w = relative_error(
            d.dL_dw, central_difference(loss_of, &p, &p.n.w, dw));
        const double by_b = relative_error(
            d.dL_db, central_difference(loss_of, &p, &p.n.b, db));
        most = fmax(most, fmax(by_w, by_b));
    }
    assert_near(most, 0.0, 1e-6);
}

/* A formula that is wrong by one part in 10,000 does not pass, wherever
   there is a slope to speak of. */
static void formula_a_little_wrong_fails_the_check(void **state)
{
    random_stream stream = {2};
    int checked = 0;
    for (int i = 0; i < 10000; i++) {
        point p = {{any(&stream), any(&stream)},
                   {any(&stream), any(&stream)}};
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        if (fabs(d.dL_dw) < 0.01 || f.loss > 1.0)
            continue;
        const double dw = nudge_size(p.n.w, p.s.x);
        assert_true(relative_error(1.0001 * d.dL_dw,
                                   central_difference(loss_of, &p, &p.n.w,
                                                      dw)) > 1e-6);
        checked++;
    }
    assert_true(checked > 500);
}

/* What a sum adds to the noise. */

static double added(double slope, double nudge, double moves_z,
                    double terms)
{
    difference d = {slope, 0.5};
    sum_noise_add(&d, nudge, moves_z, terms);
    assert_same_bits(d.slope, slope);
    return d.noise - 0.5;
}

/* A few units in the last place of its terms, over the run; which of them
   are below 0 does not matter. */
static void sum_adds_the_rounding_of_its_terms(void **state)
{
    const double one = added(7.0, 0.25, 0.0, 1e12);
    assert_true(one >= DBL_EPSILON * 1e12 / 0.25);
    assert_true(one <= DBL_EPSILON * 1e12 / 0.25 * 16.0);
    assert_relative(added(7.0, 0.125, 0.0, 1e12), 2.0 * one, 1e-9);
    assert_relative(added(7.0, 0.25, 0.0, 3e12), 3.0 * one, 1e-9);
    assert_relative(added(7.0, 0.25, 0.0, -1e12), one, 1e-9);
    assert_relative(added(0.0, 0.25, 0.0, 1e12), one, 1e-9);
    assert_same_bits(added(7.0, 0.25, 0.0, 0.0), 0.0);
}

/* The slope of a sigmoid changes by no more than its own size where z moves
   by 1, and a central difference feels the square of that. */
static void sum_adds_the_bend_that_a_far_move_measures(void **state)
{
    const double one = added(8.0, 1.0, 0.25, 0.0);
    assert_near(one, 0.5, 0.45);
    assert_relative(added(-8.0, 1.0, 0.25, 0.0), one, 1e-12);
    assert_relative(added(8.0, 1.0, -0.25, 0.0), one, 1e-12);
    assert_relative(added(8.0, 0.001, 0.25, 0.0), one, 1e-12);
    assert_relative(added(8.0, 1.0, 0.5, 0.0), 4.0 * one, 1e-12);
    assert_relative(added(32.0, 1.0, 0.25, 0.0), 4.0 * one, 1e-12);
    assert_same_bits(added(0.0, 1.0, 0.25, 0.0), 0.0);
}

static void noise_of_a_sum_comes_on_top(void **state)
{
    const double both = added(8.0, 0.25, 0.25, 1e14);
    assert_near(both,
                added(8.0, 0.25, 0.25, 0.0) + added(8.0, 0.25, 0.0, 1e14),
                1e-14);
}

/* The derivative of the loss by w or by b, wrong by a factor that is 1
   where it is right, as the checker sees it: its relative error. */
static double error_at(point *p, bool by_w, double wrong)
{
    const neuron_pass f = neuron_forward(&p->n, &p->s);
    const slopes d = neuron_backward(&p->s, &f);
    double *const number = by_w ? &p->n.w : &p->n.b;
    const double factor = by_w ? p->s.x : 1.0;
    const double h = nudge_size(*number, factor);
    difference numeric = central_difference(loss_of, p, number, h);
    sum_noise_add(&numeric, h, h * factor,
                  (fabs(p->n.w * p->s.x) + fabs(p->n.b)) * d.dL_dz);
    return relative_error(wrong * (by_w ? d.dL_dw : d.dL_db), numeric);
}

/* w x up to 1e8, and a b that takes nearly all of it away: z is small, and
   known to the last digit of w x only. */
static void checker_can_tell_where_a_large_sum_cancels(void **state)
{
    random_stream stream = {3};
    int told = 0;
    for (int i = 0; i < 2000; i++) {
        point p = {{any(&stream), 0.0}, {any(&stream), 0.0}};
        p.n.w *= pow(10.0, 6.5 * random_uniform(&stream));
        p.n.b = 2.0 * random_uniform(&stream) - 1.0 - p.n.w * p.s.x;
        p.s.y = 2.0 + random_uniform(&stream);
        for (int by_w = 0; by_w <= 1; by_w++) {
            assert_true(error_at(&p, by_w, 1.0) <= 1e-6);
            if (fabs(p.n.w) > 1e8 || fabs(p.n.b) > 1e8)
                continue;
            assert_true(error_at(&p, by_w, 1.02) > 1e-6);
            told++;
        }
    }
    assert_true(told > 2500);
}

static void nudge_moves_z_by_about_1e_5(void **state)
{
    assert_near(nudge_size(0.5, 1.0), 1e-5, 0.0);
    assert_near(nudge_size(0.5, 0.1), 1e-5, 0.0);
    assert_near(nudge_size(0.5, 0.0), 1e-5, 0.0);
    assert_near(nudge_size(0.5, 100.0), 1e-7, 1e-22);
    assert_near(nudge_size(0.5, -100.0), 1e-7, 1e-22);
}

static void nudge_is_felt_among_the_digits_of_a_large_number(void **state)
{
    assert_near(nudge_size(1e8, 1.0), 1e-2, 1e-17);
    assert_near(nudge_size(-1e8, 1.0), 1e-2, 1e-17);
    assert_true(1e300 + nudge_size(1e300, 1.0) > 1e300);
}

static const derivative right = {"right", "x", 2.0, {2.0, 0.0}};
static const derivative within = {"within", "x", 1.0, {1.0 + 9.95e-7, 0.0}};
/* Where the noise is 1e-6, an error of 1e-6 is one of 1e-6 to the bit. */
static const derivative barely = {"barely", "x", 1e-6, {0.0, 1e-6}};
static const derivative wrong = {"wrong", "x", 1.0, {1.0 + 1.005e-6, 0.0}};
static const derivative worse = {"worse", "x", 1.0, {-1.0, 0.0}};
static const derivative missing = {"missing", "x", NAN, {1.0, 0.0}};

static outcome agree(derivative first, derivative second)
{
    const derivative both[] = {first, second};
    return outcome_of(derivatives_agree(both, 2));
}

static void right_derivatives_agree_and_nothing_is_said(void **state)
{
    assert_quiet(agree(right, within));
    assert_same_bits(relative_error(barely.analytic, barely.numeric), 1e-6);
    assert_quiet(agree(right, barely));
}

static void each_wrong_derivative_is_named(void **state)
{
    assert_fails(agree(right, wrong),
                 "suite: --check: relative error above 1e-6: wrong\n");
    assert_fails(agree(wrong, right), "above 1e-6: wrong\n");
    assert_fails(agree(wrong, worse), "above 1e-6: wrong worse\n");
}

static void nan_never_passes_the_check(void **state)
{
    assert_fails(agree(right, missing), "above 1e-6: missing\n");
}

/* The first 16 are named. */
static void any_number_of_wrong_derivatives_is_one_line(void **state)
{
    enum { MANY = 60 };
    derivative all[MANY];
    for (int i = 0; i < MANY; i++)
        all[i] = worse;
    for (int n = 1; n <= MANY; n++) {
        const outcome o = outcome_of(derivatives_agree(all, n));
        assert_fails(o, "above 1e-6: worse");
        char told[256] = "";
        for (int i = 0; i < n && i < 16; i++)
            append(told, sizeof told, " worse");
        if (n > 16)
            append(told, sizeof told, " and %d more", n - 16);
        append(told, sizeof told, "\n");
        assert_string_equal(strstr(o.said, " worse"), told);
    }
}

static void table_has_a_line_for_each_derivative(void **state)
{
    const derivative both[] = {right, worse};
    capture_begin(1);
    derivatives_print(both, 2, true);
    assert_string_equal(squeezed(capture_end(1)),
                        " chain rule nudged error\n"
                        "right x 2.000000000 2.000000000 0.0e+00\n"
                        "worse x 1.000000000 -1.000000000 2.0e+00\n");
    capture_begin(1);
    derivatives_print(both, 1, false);
    assert_string_equal(squeezed(capture_end(1)),
                        " chain rule nudged\n"
                        "right x 2.000000000 2.000000000\n");
}

static void table_has_its_columns_under_their_heads(void **state)
{
    const derivative both[] = {right, worse};
    capture_begin(1);
    derivatives_print(both, 2, true);
    assert_string_equal(
        capture_end(1),
        "                                    chain rule       nudged"
        "    error\n"
        "right    x                         2.000000000  2.000000000"
        "  0.0e+00\n"
        "worse    x                         1.000000000 -1.000000000"
        "  2.0e+00\n");
}

/* A sign, more digits before the point: the columns widen by what the
   longest number needs, heads and all. */
static void table_widens_for_numbers_that_would_touch(void **state)
{
    const derivative large[] = {
        {"large", "x", -1234.5, {-1234.5, 0.0}},
        {"small", "x", 2.0, {-9999.25, 0.0}},
        {"vast", "x", -12345.0, {12345.0, 0.0}},
    };
    capture_begin(1);
    derivatives_print(large, 3, false);
    assert_string_equal(capture_end(1),
                        "                                       chain rule "
                        "         nudged\n"
                        "large    x                        -1234.500000000 "
                        "-1234.500000000\n"
                        "small    x                            2.000000000 "
                        "-9999.250000000\n"
                        "vast     x                          -1.234500e+04 "
                        "   1.234500e+04\n");
    const derivative first[] = {{"first", "x", -1234.5, {2.0, 0.0}}};
    capture_begin(1);
    derivatives_print(first, 1, false);
    assert_string_equal(capture_end(1),
                        "                                       chain rule "
                        "         nudged\n"
                        "first    x                        -1234.500000000 "
                        "    2.000000000\n");
    const derivative vast[] = {{"vast", "x", 10000.0, {10050.0, 0.0}}};
    capture_begin(1);
    derivatives_print(vast, 1, false);
    assert_string_equal(capture_end(1),
                        "                                    chain rule"
                        "       nudged\n"
                        "vast     x                        1.000000e+04"
                        " 1.005000e+04\n");
    const derivative tens[] = {{"tens", "x", -12.5, {-12.5, 0.0}}};
    capture_begin(1);
    derivatives_print(tens, 1, true);
    assert_string_equal(
        capture_end(1),
        "                                     chain rule        nudged"
        "    error\n"
        "tens     x                        -12.500000000 -12.500000000"
        "  0.0e+00\n");
}

/* As columns of numbers do, that of the names widens, for a name of nine
   letters and more, and so that a blank is left after it. */
static void table_widens_for_names_that_would_touch(void **state)
{
    static const struct {
        const char *name;
        int width;
    } names[] = {{"b", 9},
                 {"W1[1][2]", 9},
                 {"W12[3][4]", 10},
                 {"W1[12][13]", 11},
                 {"W32[4095][4095]", 16}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        derivative both[] = {{"b2", "x", 1.0, {1.0, 0.0}},
                             {"b1", "y", 1.0, {1.0, 0.0}},
                             {"b3", "z", 1.0, {1.0, 0.0}}};
        both[i % 3].name = names[i].name;
        char expected[512] = "";
        append(expected, sizeof expected, "%*s   chain rule       nudged\n",
               names[i].width + 24, "");
        for (int k = 0; k < 3; k++)
            append(expected, sizeof expected,
                   "%-*s%-24s  1.000000000  1.000000000\n", names[i].width,
                   both[k].name, both[k].formula);
        capture_begin(1);
        derivatives_print(both, 3, false);
        assert_string_equal(capture_end(1), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(central_difference_is_exact_for_a_square),
        cmocka_unit_test(
            error_of_a_central_difference_goes_with_the_square),
        cmocka_unit_test(central_difference_puts_the_number_back),
        cmocka_unit_test(central_difference_nudges_one_number_of_the_state),
        cmocka_unit_test(run_is_measured_after_rounding),
        cmocka_unit_test(
            noise_grows_with_the_results_and_falls_with_the_nudge),
        cmocka_unit_test(noise_covers_the_error_that_rounding_makes),
        cmocka_unit_test(relative_error_is_in_units_of_the_larger),
        cmocka_unit_test(
            relative_error_of_small_slopes_is_in_units_of_1e_5),
        cmocka_unit_test(relative_error_allows_for_noise),
        cmocka_unit_test(relative_error_of_a_nan_is_a_nan),
        cmocka_unit_test(right_formula_passes_wherever_it_is_checked),
        cmocka_unit_test(formula_a_little_wrong_fails_the_check),
        cmocka_unit_test(sum_adds_the_rounding_of_its_terms),
        cmocka_unit_test(sum_adds_the_bend_that_a_far_move_measures),
        cmocka_unit_test(noise_of_a_sum_comes_on_top),
        cmocka_unit_test(checker_can_tell_where_a_large_sum_cancels),
        cmocka_unit_test(nudge_moves_z_by_about_1e_5),
        cmocka_unit_test(nudge_is_felt_among_the_digits_of_a_large_number),
        cmocka_unit_test(right_derivatives_agree_and_nothing_is_said),
        cmocka_unit_test(each_wrong_derivative_is_named),
        cmocka_unit_test(nan_never_passes_the_check),
        cmocka_unit_test(any_number_of_wrong_derivatives_is_one_line),
        cmocka_unit_test(table_has_a_line_for_each_derivative),
        cmocka_unit_test(table_has_its_columns_under_their_heads),
        cmocka_unit_test(table_widens_for_numbers_that_would_touch),
        cmocka_unit_test(table_widens_for_names_that_would_touch),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL) != 0;
}
