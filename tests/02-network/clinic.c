/* clinic.c: each bug is the bug it is said to be, and no other. What each
   takes for the gradient is written here once more, as one formula, with
   1 / (2 + 2 cosh z) for the slope of the sigmoid at z. */
#include "02-network/clinic.h"
#include "01-neuron/neuron.h"
#include "02-network/two_outputs.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <math.h>

enum { POINTS = 400, BUGS = BUG_NO_W2 + 1 };
static const double lr = 0.5;

/* It works out the slope of half_squares for itself: what it is handed does
   not matter. */
static network buggy_gradient(bug_kind bug, const point *at, double rate)
{
    const bugged_descent how = {{METHOD_GD, rate}, bug};
    const double dL_dz2[ROWS] = {NAN, NAN, NAN, NAN};
    network_pass p;
    network gradient;
    network_forward(&at->net, &at->rows, &p);
    for (int k = 0; k < PARAMETERS; k++)
        gradient.all[k] = NAN;
    clinic_backward(&how, &at->net, &at->rows, &p, dL_dz2, &gradient);
    return gradient;
}

static void bugs_have_their_names_in_order(void **state)
{
    static const char *const names[] = {
        [BUG_NONE] = "none",
        [BUG_W2_FIRST] = "w2-first",
        [BUG_MEAN_BIAS] = "mean-bias",
        [BUG_NO_BIAS] = "no-bias",
        [BUG_NO_PRIME_OUTPUT] = "no-prime-output",
        [BUG_NO_PRIME_HIDDEN] = "no-prime-hidden",
        [BUG_PRIME_TWICE] = "prime-twice",
        [BUG_PRIME_OF_Z] = "prime-of-z",
        [BUG_NO_W2] = "no-w2",
    };
    assert_names(bug_words, names, BUGS);
}

static double slope_at(double z)
{
    return 1.0 / (2.0 + 2.0 * cosh(z));
}

/* What a bug has for the slope at z. */
static double slope_seen(bug_kind bug, double z)
{
    return bug == BUG_PRIME_TWICE  ? slope_at(sigmoid(z))
           : bug == BUG_PRIME_OF_Z ? z - z * z
                                   : slope_at(z);
}

/* What a bug has for parameter k, a sum over rows and paths. */
static double expected(bug_kind bug, const point *at, const network_pass *p,
                       int k)
{
    const int j = k < AT_W2 ? k % HIDDEN : k - AT_W2;
    double sum = 0.0, sum_W2 = 0.0;
    double deltas[ROWS];
    for (int n = 0; n < at->rows.size; n++) {
        deltas[n] = p->yhat[n] - at->rows.y[n];
        if (bug != BUG_NO_PRIME_OUTPUT)
            deltas[n] *= slope_seen(bug, p->z2[n]);
        if (k != AT_B2)
            sum_W2 += deltas[n] * p->h[n][j];
    }
    if (k >= AT_W2 && k < AT_B2)
        return sum_W2;
    double way = k == AT_B2 ? 1.0 : at->net.W2[j];
    if (bug == BUG_W2_FIRST && k < AT_W2)
        way = at->net.W2[j] - lr * sum_W2;
    if (bug == BUG_NO_W2)
        way = 1.0;
    for (int n = 0; n < at->rows.size; n++) {
        double term = deltas[n] * way;
        if (k < AT_W2 && bug != BUG_NO_PRIME_HIDDEN)
            term *= slope_seen(bug, p->z1[n][j]);
        if (k < AT_B1)
            term *= at->rows.x[n][k / HIDDEN];
        sum += term;
    }
    if (k >= AT_B1 && bug == BUG_NO_BIAS)
        return 0.0;
    return k >= AT_B1 && bug == BUG_MEAN_BIAS ? sum / at->rows.size : sum;
}

static void each_bug_is_its_formula(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        network_pass p;
        network_forward(&at.net, &at.rows, &p);
        for (int bug = BUG_NONE; bug < BUGS; bug++) {
            const network d = buggy_gradient((bug_kind)bug, &at, lr);
            for (int k = 0; k < PARAMETERS; k++)
                assert_near(d.all[k], expected((bug_kind)bug, &at, &p, k),
                            1e-13 * fmax(1.0, fabs(d.all[k])));
        }
    }
}

static void no_bug_is_the_right_gradient(void **state)
{
    random_stream stream = {2};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network right = right_gradient(&at);
        const network none = buggy_gradient(BUG_NONE, &at, lr);
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(none.all[k], right.all[k], 1e-16);
    }
}

/* Where each bug shows: W1, b1, W2 and b2. */
static const struct {
    bug_kind bug;
    bool W1, b1, W2, b2;
} places[] = {
    {BUG_NONE, false, false, false, false},
    {BUG_W2_FIRST, true, true, false, false},
    {BUG_MEAN_BIAS, false, true, false, true},
    {BUG_NO_BIAS, false, true, false, true},
    {BUG_NO_PRIME_OUTPUT, true, true, true, true},
    {BUG_NO_PRIME_HIDDEN, true, true, false, false},
    {BUG_PRIME_TWICE, true, true, true, true},
    {BUG_PRIME_OF_Z, true, true, true, true},
    {BUG_NO_W2, true, true, false, false},
};

static void each_bug_shows_in_its_parameters_and_in_no_other(void **state)
{
    for (int i = 0; i < BUGS; i++) {
        random_stream stream = {3};
        int shown[PARAMETERS] = {0};
        for (int m = 0; m < POINTS; m++) {
            const point at = wild_point(&stream, ROWS);
            const network right = right_gradient(&at);
            const network wrong = buggy_gradient(places[i].bug, &at, lr);
            for (int k = 0; k < PARAMETERS; k++) {
                const double apart = fabs(wrong.all[k] - right.all[k]);
                const double larger =
                    fmax(fabs(wrong.all[k]), fabs(right.all[k]));
                shown[k] += apart > 1e-6 * larger;
                assert_true(apart <= 1e-15 || apart > 1e-9 * larger);
            }
        }
        for (int k = 0; k < PARAMETERS; k++) {
            const bool shows = k < AT_B1   ? places[i].W1
                               : k < AT_W2 ? places[i].b1
                               : k < AT_B2 ? places[i].W2
                                           : places[i].b2;
            assert_in_range(shown[k], shows ? POINTS * 99 / 100 : 0,
                            shows ? POINTS : 0);
        }
    }
}

static void mean_bias_is_the_right_one_over_the_number_of_rows(void **state)
{
    random_stream stream = {4};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network right = right_gradient(&at);
        const network mean = buggy_gradient(BUG_MEAN_BIAS, &at, lr);
        for (int j = 0; j < HIDDEN; j++)
            assert_near(mean.b1[j] * at.rows.size, right.b1[j], 1e-15);
        assert_near(mean.b2 * at.rows.size, right.b2, 1e-15);
    }
}

/* The bug is a term with lr: a thousandth of the rate, a thousandth of the
   error. */
static void W2_first_is_right_as_the_learning_rate_goes_to_0(void **state)
{
    random_stream stream = {5};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, ROWS);
        const network right = buggy_gradient(BUG_NONE, &at, 0.0);
        const network still = buggy_gradient(BUG_W2_FIRST, &at, 0.0);
        const network large = buggy_gradient(BUG_W2_FIRST, &at, 1.0);
        const network small = buggy_gradient(BUG_W2_FIRST, &at, 1e-3);
        for (int k = 0; k < PARAMETERS; k++) {
            const double error = large.all[k] - right.all[k];
            assert_same_bits(still.all[k], right.all[k]);
            assert_near(small.all[k] - right.all[k], 1e-3 * error, 1e-15);
            telling += fabs(error) > 1e-6;
        }
    }
    assert_true(telling > POINTS * AT_W2 * 9 / 10);
}

/* The order of Mazur's article: W2 has made its step when the gradient of
   W1 is worked out, from the same forward pass. */
static void W2_first_is_the_gradient_through_the_new_W2(void **state)
{
    random_stream stream = {6};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const network right = right_gradient(&at);
        const network early = buggy_gradient(BUG_W2_FIRST, &at, lr);
        network_pass p;
        double dL_dz2[ROWS];
        network_forward(&at.net, &at.rows, &p);
        half_squares(&at.rows, &p, dL_dz2);
        network stepped = at.net, expected;
        for (int j = 0; j < HIDDEN; j++)
            stepped.W2[j] -= lr * right.W2[j];
        network_backward(&stepped, &at.rows, &p, dL_dz2, &expected);
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(early.all[k], expected.all[k], 1e-15);
    }
}

/* Mazur's network becomes this chapter's where its second output is right
   without it, and the third hidden unit has no weight. */
static void W2_first_makes_the_step_of_mazurs_article(void **state)
{
    random_stream stream = {7};
    for (int i = 0; i < POINTS; i++) {
        point at = wild_point(&stream, 1);
        at.net.W2[2] = 0.0;
        two_outputs two = {.b2 = {at.net.b2, 0.0}};
        two_sample s = {.x = {at.rows.x[0][0], at.rows.x[0][1]},
                        .y = {at.rows.y[0], 0.5}};
        for (int j = 0; j < 2; j++) {
            two.W1[0][j] = at.net.W1[0][j];
            two.W1[1][j] = at.net.W1[1][j];
            two.b1[j] = at.net.b1[j];
            two.W2[j][0] = at.net.W2[j];
        }
        const network d = buggy_gradient(BUG_W2_FIRST, &at, lr);
        mazur_step(&two, &s, lr, true);
        network_step(&at.net, &d, lr);
        for (int j = 0; j < 2; j++) {
            assert_near(at.net.W1[0][j], two.W1[0][j], 1e-15);
            assert_near(at.net.W1[1][j], two.W1[1][j], 1e-15);
            assert_near(at.net.W2[j], two.W2[j][0], 1e-15);
        }
    }
}

/* Training. */

static void training_without_a_bug_is_right(void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        const bugged_descent how = {{(method_kind)method, lr}, BUG_NONE};
        const trainer none = by_bugged(&how), right = by_descent(&how.by);
        const run a = run_ended(&none, &golden_start, 3, 300);
        const run b = run_ended(&right, &golden_start, 3, 300);
        assert_int_equal(a.epoch, 300);
        assert_true(a.stream.state == b.stream.state);
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(a.net.all[k], b.net.all[k], 1e-12);
    }
}

/* A step an epoch or a row, each along what the bug has for the gradient at
   that learning rate. */
static void training_follows_its_bug(void **state)
{
    for (int bug = BUG_NONE; bug < BUGS; bug++)
        for (int method = METHOD_GD; method <= METHOD_SGD; method++) {
            const bugged_descent how = {{(method_kind)method, 2.0},
                                        (bug_kind)bug};
            const trainer t = by_bugged(&how);
            const run r = run_ended(&t, &golden_start, 3, 2);
            point at = {golden_start, xor_rows()};
            for (int step = 0; step < (method == METHOD_GD ? 2 : 2 * ROWS);
                 step++) {
                const batch rows = xor_rows();
                if (method == METHOD_SGD)
                    at.rows = one_row(&rows, step % ROWS);
                const network d = buggy_gradient((bug_kind)bug, &at, 2.0);
                network_step(&at.net, &d, 2.0);
            }
            assert_same_network(&r.net, &at.net);
        }
}

static void each_bug_ends_elsewhere(void **state)
{
    network ends[BUGS];
    for (int bug = BUG_NONE; bug < BUGS; bug++) {
        const bugged_descent how = {{METHOD_GD, lr}, (bug_kind)bug};
        const trainer t = by_bugged(&how);
        ends[bug] = run_ended(&t, &golden_start, 3, 5).net;
        for (int other = BUG_NONE; other < bug; other++)
            assert_true(
                memcmp(&ends[bug], &ends[other], sizeof ends[bug]) != 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bugs_have_their_names_in_order),
        cmocka_unit_test(each_bug_is_its_formula),
        cmocka_unit_test(no_bug_is_the_right_gradient),
        cmocka_unit_test(each_bug_shows_in_its_parameters_and_in_no_other),
        cmocka_unit_test(
            mean_bias_is_the_right_one_over_the_number_of_rows),
        cmocka_unit_test(W2_first_is_right_as_the_learning_rate_goes_to_0),
        cmocka_unit_test(W2_first_is_the_gradient_through_the_new_W2),
        cmocka_unit_test(W2_first_makes_the_step_of_mazurs_article),
        cmocka_unit_test(training_without_a_bug_is_right),
        cmocka_unit_test(training_follows_its_bug),
        cmocka_unit_test(each_bug_ends_elsewhere),
    };
    return cmocka_run_group_tests_name("clinic", tests, NULL, NULL) != 0;
}
