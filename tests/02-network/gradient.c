/* gradient.c: the 13 derivatives, as the checker and the report take
   them. */
#include "02-network/gradient.h"
#include "golden.h"
#include "plumbing/messages.h"
#include "points.h"
#include "test.h"

#include <math.h>
#include <stdio.h>

static const descent plain = {METHOD_GD, BUG_NONE, 0.5};

/* Those of half_squares, the analytic ones as descent has them. */
static void derivatives_of(const descent *d, const network *net,
                           const batch *rows, derivative all[PARAMETERS])
{
    network gradient;
    descent_gradient(d, net, rows, &gradient);
    network_derivatives(half_squares, net, rows, &gradient, all);
}

static void names_are_those_of_the_parameters_in_their_order(void **state)
{
    network net;
    for (int k = 0; k < PARAMETERS; k++)
        net.all[k] = k;
    char name[32];
    for (int j = 0; j < HIDDEN; j++) {
        for (int i = 0; i < INPUTS; i++) {
            snprintf(name, sizeof name, "W1[%d][%d]", i, j);
            assert_string_equal(parameter_names[(int)net.W1[i][j]], name);
        }
        snprintf(name, sizeof name, "b1[%d]", j);
        assert_string_equal(parameter_names[(int)net.b1[j]], name);
        snprintf(name, sizeof name, "W2[%d]", j);
        assert_string_equal(parameter_names[(int)net.W2[j]], name);
    }
    assert_string_equal(parameter_names[(int)net.b2], "b2");
}

static void derivatives_have_the_names_and_formulas_of_their_places(
    void **state)
{
    const batch rows = xor_rows();
    derivative all[PARAMETERS];
    derivatives_of(&plain, &golden_start, &rows, all);
    for (int k = 0; k < PARAMETERS; k++) {
        char formula[32];
        assert_string_equal(all[k].name, parameter_names[k]);
        if (k < AT_B1)
            snprintf(formula, sizeof formula, "sum of dL_dz1[%d] x[%d]",
                     k % HIDDEN, k / HIDDEN);
        else if (k < AT_W2)
            snprintf(formula, sizeof formula, "sum of dL_dz1[%d]",
                     k - AT_B1);
        else if (k < AT_B2)
            snprintf(formula, sizeof formula, "sum of dL_dz2 h[%d]",
                     k - AT_W2);
        else
            snprintf(formula, sizeof formula, "sum of dL_dz2");
        assert_string_equal(all[k].formula, formula);
    }
}

static void analytic_and_nudged_derivatives_agree(void **state)
{
    for (uint64_t seed = 1; seed <= 200; seed++) {
        random_stream stream = {seed};
        const point at = wild_point(&stream, 1 + (int)(seed % ROWS));
        const network right = right_gradient(&at);
        derivative all[PARAMETERS];
        derivatives_of(&plain, &at.net, &at.rows, all);
        for (int k = 0; k < PARAMETERS; k++) {
            assert_same_bits(all[k].analytic, right.all[k]);
            assert_near(all[k].numeric.slope, right.all[k], 2e-9);
        }
        capture_begin(2);
        const bool agree = derivatives_agree(all, PARAMETERS);
        assert_string_equal(capture_end(2), "");
        assert_true(agree);
    }
}

static double loss_of(const void *state)
{
    const point *p = state;
    return network_loss(half_squares, &p->net, &p->rows);
}

/* A parameter of a hidden unit is nudged by less where the way from there
   is steep, and any parameter by more where it is large itself: so that z2
   moves by about 1e-5, and the parameter by 1e-10 of its size. */
static void nudges_fit_steep_ways_and_large_parameters(void **state)
{
    static const double sizes[] = {1.0, -30.0, 1e4, -1e7};
    for (int large = 0; large < PARAMETERS; large++)
        for (int i = 0; i < 4; i++) {
            point at = {golden_start, xor_rows()};
            at.net.all[large] = sizes[i];
            derivative all[PARAMETERS];
            derivatives_of(&plain, &at.net, &at.rows, all);
            for (int k = 0; k < PARAMETERS; k++) {
                const double way = k < AT_W2 ? at.net.W2[k % HIDDEN] : 1.0;
                const double nudge = fmax(1e-5 / fmax(1.0, fabs(way)),
                                          1e-10 * fabs(at.net.all[k]));
                const difference d =
                    central_difference(loss_of, &at, &at.net.all[k], nudge);
                assert_same_bits(all[k].numeric.slope, d.slope);
                assert_same_bits(all[k].numeric.noise, d.noise);
            }
        }
}

static void loss_is_nudged_on_the_rows_that_are_given(void **state)
{
    random_stream stream = {77};
    const point at = wild_point(&stream, 2);
    derivative all[PARAMETERS];
    const network exact = complex_gradient(&at, 0.5);
    derivatives_of(&plain, &at.net, &at.rows, all);
    for (int k = 0; k < PARAMETERS; k++) {
        assert_near(all[k].numeric.slope, exact.all[k], 2e-9);
        assert_true(fabs(exact.all[k]) > 1e-4);
    }
}

/* What the check says of each bug, at the start of the worked example. */
static void each_bug_is_found_and_its_parameters_are_named(void **state)
{
    static const char W1[] = " W1[0][0] W1[0][1] W1[0][2]"
                             " W1[1][0] W1[1][1] W1[1][2]";
    static const char b1[] = " b1[0] b1[1] b1[2]";
    static const char W2[] = " W2[0] W2[1] W2[2]", b2[] = " b2";
    const struct {
        bug_kind bug;
        const char *W1, *b1, *W2, *b2;
    } finds[] = {
        {BUG_W2_FIRST, W1, b1, "", ""},
        {BUG_MEAN_BIAS, "", b1, "", b2},
        {BUG_NO_BIAS, "", b1, "", b2},
        {BUG_NO_PRIME_OUTPUT, W1, b1, W2, b2},
        {BUG_NO_PRIME_HIDDEN, W1, b1, "", ""},
        {BUG_PRIME_TWICE, W1, b1, W2, b2},
        {BUG_PRIME_OF_Z, W1, b1, W2, b2},
        {BUG_NO_W2, W1, b1, "", ""},
    };
    const batch rows = xor_rows();
    messages_begin_with("suite");
    for (size_t i = 0; i < sizeof finds / sizeof finds[0]; i++) {
        const descent d = {METHOD_GD, finds[i].bug, 0.5};
        derivative all[PARAMETERS];
        derivatives_of(&d, &golden_start, &rows, all);
        char message[256];
        snprintf(message, sizeof message,
                 "suite: --check: relative error above 1e-6:%s%s%s%s\n",
                 finds[i].W1, finds[i].b1, finds[i].W2, finds[i].b2);
        capture_begin(2);
        const bool agree = derivatives_agree(all, PARAMETERS);
        assert_string_equal(capture_end(2), message);
        assert_false(agree);
    }
}

static void one_wrong_derivative_is_named(void **state)
{
    const batch rows = xor_rows();
    messages_begin_with("suite");
    for (int k = 0; k < PARAMETERS; k++) {
        derivative all[PARAMETERS];
        char message[80];
        derivatives_of(&plain, &golden_start, &rows, all);
        all[k].analytic *= 1.001;
        snprintf(message, sizeof message,
                 "suite: --check: relative error above 1e-6: %s\n",
                 parameter_names[k]);
        capture_begin(2);
        const bool agree = derivatives_agree(all, PARAMETERS);
        assert_string_equal(capture_end(2), message);
        assert_false(agree);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_parameters_in_their_order),
        cmocka_unit_test(
            derivatives_have_the_names_and_formulas_of_their_places),
        cmocka_unit_test(analytic_and_nudged_derivatives_agree),
        cmocka_unit_test(nudges_fit_steep_ways_and_large_parameters),
        cmocka_unit_test(loss_is_nudged_on_the_rows_that_are_given),
        cmocka_unit_test(each_bug_is_found_and_its_parameters_are_named),
        cmocka_unit_test(one_wrong_derivative_is_named),
    };
    return cmocka_run_group_tests_name("gradient", tests, NULL, NULL) != 0;
}
