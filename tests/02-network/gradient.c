/* gradient.c: the 13 derivatives, as the checker and the report take
   them. */
#include "02-network/gradient.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <float.h>
#include <math.h>

/* Those of half_squares, the analytic ones as somebody has them. */
static void derivatives_of(bug_kind bug, const point *at,
                           derivative all[PARAMETERS])
{
    const bugged_descent how = {{METHOD_GD, 0.5}, bug};
    network_pass p;
    network gradient = right_gradient(at);
    network_forward(&at->net, &at->rows, &p);
    if (bug != BUG_NONE)
        clinic_backward(&how, &at->net, &at->rows, &p, NULL, &gradient);
    network_derivatives(half_squares, &at->net, &at->rows, &gradient, all);
}

static point golden_point(void)
{
    return (point){golden_start, xor_rows()};
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
    const point at = golden_point();
    derivative all[PARAMETERS];
    derivatives_of(BUG_NONE, &at, all);
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
        derivatives_of(BUG_NONE, &at, all);
        for (int k = 0; k < PARAMETERS; k++) {
            assert_same_bits(all[k].analytic, right.all[k]);
            assert_near(all[k].numeric.slope, right.all[k], 2e-9);
        }
        assert_quiet(outcome_of(derivatives_agree(all, PARAMETERS)));
    }
}

/* A loss that is as steep as is wanted. */
static double steepness = 1.0;

static double steep_squares(const batch *rows, const network_pass *p,
                            double dL_dz2[ROWS])
{
    const double L = half_squares(rows, p, dL_dz2);
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] *= steepness;
    return steepness * L;
}

static double loss_of(const void *state)
{
    const point *p = state;
    return network_loss(steep_squares, &p->net, &p->rows);
}

/* The terms that are added up in z2, those of z1 by their way there, each
   by the slope of the loss: row by row. */
static double terms_of(const point *at)
{
    double terms = 0.0;
    for (int n = 0; n < at->rows.size; n++) {
        const point row = {at->net, one_row(&at->rows, n)};
        const double *const x = row.rows.x[0];
        network_pass p;
        network_forward(&row.net, &row.rows, &p);
        const double slope = fabs(steepness * right_gradient(&row).b2);
        terms += slope * fabs(at->net.b2);
        for (int j = 0; j < HIDDEN; j++) {
            const double h = p.h[0][j], way = fabs(at->net.W2[j]);
            const double bend = way * h * (1.0 - h);
            terms += slope * way * h;
            terms += slope * bend * fabs(at->net.b1[j]);
            terms += slope * bend * fabs(x[0] * at->net.W1[0][j]);
            terms += slope * bend * fabs(x[1] * at->net.W1[1][j]);
        }
    }
    return terms;
}

/* A parameter of a hidden unit is nudged by less where the way from there
   is steep, and any parameter by more where it is large itself: so that z2
   moves by about 1e-5, and the parameter by 1e-10 of its size. What that
   makes of the slope, and of its noise, is check.c's. */
static void assert_nudged(const point *from)
{
    point at = *from;
    derivative all[PARAMETERS];
    network gradient = right_gradient(&at);
    network_derivatives(steep_squares, &at.net, &at.rows, &gradient, all);
    const double terms = terms_of(&at);
    for (int k = 0; k < PARAMETERS; k++) {
        const double way = k < AT_W2 ? at.net.W2[k % HIDDEN] : 1.0;
        const double nudge =
            fmax(1e-5 / fmax(1.0, fabs(way)), 1e-10 * fabs(at.net.all[k]));
        difference d =
            central_difference(loss_of, &at, &at.net.all[k], nudge);
        assert_same_bits(all[k].numeric.slope, d.slope);
        sum_noise_add(&d, nudge, nudge * way, terms);
        assert_relative(all[k].numeric.noise, d.noise, 1e-13);
    }
}

static void nudges_fit_steep_ways_and_large_parameters(void **state)
{
    static const double sizes[] = {1.0, -30.0, 1e4, -1e7};
    random_stream stream = {78};
    for (int large = 0; large < PARAMETERS; large++)
        for (int i = 0; i < 4; i++) {
            point at = i % 2 == 0 ? golden_point()
                                  : wild_point(&stream, 1 + large % ROWS);
            at.net.all[large] = sizes[i];
            steepness = i < 2 ? 1.0 : -1e6;
            assert_nudged(&at);
        }
    steepness = 1.0;
}

/* Where z2 cancels. */

/* Weights of W2 from 1 to 1e8 in size, up to three of them, and a b2 that
   takes nearly all of their sum away in one of the rows. */
static point cancelling_point(random_stream *stream)
{
    point at = {network_start(INIT_NORMAL, stream), xor_rows()};
    network_pass p;
    const int large = 1 + (int)random_below(stream, HIDDEN);
    for (int j = 0; j < large; j++)
        at.net.W2[j] *= pow(10.0, 8.0 * random_uniform(stream));
    at.net.b2 = 0.0;
    network_forward(&at.net, &at.rows, &p);
    at.net.b2 = between(stream, -2.0, 2.0) - p.z2[random_below(stream, 4)];
    return at;
}

/* The example that the checker once took for wrong. */
static void right_gradient_passes_where_two_large_weights_cancel(
    void **state)
{
    for (double size = 1e2; size <= 1e8; size *= 10.0)
        for (int sign = -1; sign <= 1; sign += 2) {
            point at = golden_point();
            derivative all[PARAMETERS];
            at.net.b1[0] = 40.0; /* h[0] is 1 */
            at.net.W2[0] = sign * size;
            at.net.b2 = -sign * size;
            derivatives_of(BUG_NONE, &at, all);
            assert_quiet(outcome_of(derivatives_agree(all, PARAMETERS)));
        }
}

static void right_gradient_passes_wherever_weights_cancel(void **state)
{
    random_stream stream = {79};
    for (int i = 0; i < 300; i++) {
        const point at = cancelling_point(&stream);
        derivative all[PARAMETERS];
        derivatives_of(BUG_NONE, &at, all);
        for (int k = 0; k < PARAMETERS; k++)
            assert_true(relative_error(all[k].analytic, all[k].numeric) <=
                        1e-6);
    }
}

/* Wherever that is far off: where the weight that is left out is 2 and
   more, and the slope is not nearly 0. Of W2 and b2 nothing is left out. */
static void gradient_without_W2_fails_wherever_weights_cancel(void **state)
{
    random_stream stream = {80};
    int told = 0, networks = 0;
    for (int i = 0; i < 300; i++) {
        const point at = cancelling_point(&stream);
        derivative all[PARAMETERS];
        int wrong = 0;
        derivatives_of(BUG_NO_W2, &at, all);
        for (int k = 0; k < AT_W2; k++) {
            const double way = fabs(at.net.W2[k % HIDDEN]);
            const network right = right_gradient(&at);
            if (way < 2.0 || fabs(right.all[k]) < 1e-3 * way)
                continue;
            assert_true(relative_error(all[k].analytic, all[k].numeric) >
                        1e-6);
            wrong++;
        }
        for (int k = AT_W2; k < PARAMETERS; k++)
            assert_true(relative_error(all[k].analytic, all[k].numeric) <=
                        1e-6);
        told += wrong;
        networks += wrong > 0;
    }
    assert_true(told > 1000 && networks > 280);
}

static void loss_is_nudged_on_the_rows_that_are_given(void **state)
{
    random_stream stream = {77};
    const point at = wild_point(&stream, 2);
    derivative all[PARAMETERS];
    const network exact = complex_gradient(&at, 0.5);
    derivatives_of(BUG_NONE, &at, all);
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
    const point at = golden_point();
    for (size_t i = 0; i < sizeof finds / sizeof finds[0]; i++) {
        derivative all[PARAMETERS];
        derivatives_of(finds[i].bug, &at, all);
        char message[256];
        snprintf(message, sizeof message,
                 "suite: --check: relative error above 1e-6:%s%s%s%s\n",
                 finds[i].W1, finds[i].b1, finds[i].W2, finds[i].b2);
        assert_fails(outcome_of(derivatives_agree(all, PARAMETERS)),
                     message);
    }
}

static void one_wrong_derivative_is_named(void **state)
{
    const point at = golden_point();
    for (int k = 0; k < PARAMETERS; k++) {
        derivative all[PARAMETERS];
        char message[80];
        derivatives_of(BUG_NONE, &at, all);
        all[k].analytic *= 1.001;
        snprintf(message, sizeof message,
                 "suite: --check: relative error above 1e-6: %s\n",
                 parameter_names[k]);
        assert_fails(outcome_of(derivatives_agree(all, PARAMETERS)),
                     message);
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
        cmocka_unit_test(
            right_gradient_passes_where_two_large_weights_cancel),
        cmocka_unit_test(right_gradient_passes_wherever_weights_cancel),
        cmocka_unit_test(gradient_without_W2_fails_wherever_weights_cancel),
        cmocka_unit_test(loss_is_nudged_on_the_rows_that_are_given),
        cmocka_unit_test(each_bug_is_found_and_its_parameters_are_named),
        cmocka_unit_test(one_wrong_derivative_is_named),
    };
    return cmocka_run_group_tests_name("gradient", tests, NULL, NULL) != 0;
}
