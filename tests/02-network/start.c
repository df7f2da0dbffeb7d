/* start.c: where training begins. Every seed is fixed; bounds on statistics
   are five standard deviations wide. */
#include "02-network/start.h"
#include "points.h"
#include "running.h"
#include "test.h"

#include <math.h>

enum { SEEDS = 4000 };

/* The starts that are drawn, and what each parameter's draw should be: its
   part of the limit, and the moments of the draw. */
static double weight_limit(int k)
{
    if (k < AT_B1)
        return sqrt(6.0 / 5.0); /* W1: 2 units in, 3 out */
    if (k >= AT_W2 && k < AT_B2)
        return sqrt(6.0 / 4.0); /* W2: 3 in, 1 out */
    return 0.0;
}

static void inits_have_their_names_in_order(void **state)
{
    static const char *const names[] = {
        [INIT_UNIFORM] = "uniform", [INIT_SYMMETRIC] = "symmetric",
        [INIT_NORMAL] = "normal",   [INIT_GLOROT] = "glorot",
        [INIT_TINY] = "tiny",       [INIT_ZERO] = "zero",
        [INIT_HALF] = "half"};
    assert_names(init_words, names, sizeof names / sizeof names[0]);
}

static network start_of(init_kind init, uint64_t seed)
{
    random_stream stream = {seed};
    return network_start(init, &stream);
}

/* Each parameter, over many seeds, is in [low, high), with this mean and
   variance, and its draws fill the range to its ends. */
static void assert_uniform(init_kind init, int k, double low, double high)
{
    double sum = 0.0, squares = 0.0, least = high, most = low;
    const double middle = 0.5 * (low + high), width = high - low;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const double x = start_of(init, seed).all[k];
        assert_true(x >= low && x < high);
        sum += x - middle;
        squares += (x - middle) * (x - middle);
        least = fmin(least, x);
        most = fmax(most, x);
    }
    assert_near(sum / SEEDS, 0.0, 5.0 * width * sqrt(1.0 / 12.0 / SEEDS));
    assert_near(squares / SEEDS, width * width / 12.0,
                5.0 * width * width * sqrt(1.0 / 180.0 / SEEDS));
    assert_near(least, low, 0.01 * width);
    assert_near(most, high, 0.01 * width);
}

static void assert_normal(init_kind init, int k, double deviation)
{
    double sum = 0.0, squares = 0.0, fourths = 0.0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const double x = start_of(init, seed).all[k] / deviation;
        sum += x;
        squares += x * x;
        fourths += x * x * x * x;
    }
    assert_near(sum / SEEDS, 0.0, 5.0 * sqrt(1.0 / SEEDS));
    assert_near(squares / SEEDS, 1.0, 5.0 * sqrt(2.0 / SEEDS));
    assert_near(fourths / SEEDS, 3.0, 5.0 * sqrt(96.0 / SEEDS));
}

static void uniform_start_is_between_0_and_1(void **state)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_uniform(INIT_UNIFORM, k, 0.0, 1.0);
}

static void symmetric_start_is_between_minus_1_and_1(void **state)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_uniform(INIT_SYMMETRIC, k, -1.0, 1.0);
}

static void normal_start_has_deviation_1(void **state)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_normal(INIT_NORMAL, k, 1.0);
}

static void tiny_start_has_deviation_a_thousandth(void **state)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_normal(INIT_TINY, k, 0.001);
}

/* A bias of 0 is printed without a sign. */
static void glorot_start_has_its_limits_and_zero_biases(void **state)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const double limit = weight_limit(k);
        if (limit > 0.0)
            assert_uniform(INIT_GLOROT, k, -limit, limit);
        for (uint64_t seed = 1; limit == 0.0 && seed <= SEEDS; seed++)
            assert_same_bits(start_of(INIT_GLOROT, seed).all[k], 0.0);
    }
}

static void zero_and_half_starts_are_that_for_every_seed(void **state)
{
    for (uint64_t seed = 0; seed < 10; seed++)
        for (int k = 0; k < PARAMETERS; k++) {
            assert_same_bits(start_of(INIT_ZERO, seed).all[k], 0.0);
            assert_same_bits(start_of(INIT_HALF, seed).all[k], 0.5);
        }
}

/* W1 row by row, b1, W2, b2, from one stream, a draw each. */
static void parameters_are_drawn_one_by_one_in_order(void **state)
{
    for (uint64_t seed = 1; seed <= 100; seed++) {
        random_stream u = {seed}, s = {seed}, g = {seed}, n = {seed},
                      t = {seed};
        random_stream plain = {seed}, normal = {seed};
        const network uniform = network_start(INIT_UNIFORM, &u);
        const network symmetric = network_start(INIT_SYMMETRIC, &s);
        const network gauss = network_start(INIT_NORMAL, &n);
        const network tiny = network_start(INIT_TINY, &t);
        const network glorot = network_start(INIT_GLOROT, &g);
        for (int k = 0; k < PARAMETERS; k++) {
            const double draw = random_uniform(&plain);
            const double deviate = random_normal(&normal);
            assert_same_bits(uniform.all[k], draw);
            assert_near(symmetric.all[k], 2.0 * draw - 1.0, 0.0);
            assert_same_bits(gauss.all[k], deviate);
            assert_relative(tiny.all[k], deviate / 1000.0, 1e-15);
            assert_near(glorot.all[k], weight_limit(k) * (2.0 * draw - 1.0),
                        1e-15);
        }
        assert_true(u.state == plain.state && s.state == plain.state);
        assert_true(g.state == plain.state);
        assert_true(n.state == normal.state && t.state == normal.state);
    }
}

static void same_seed_gives_the_same_start_and_neighbours_do_not(
    void **state)
{
    const init_kind drawn[] = {INIT_UNIFORM, INIT_SYMMETRIC, INIT_NORMAL,
                               INIT_GLOROT, INIT_TINY};
    for (int i = 0; i < 5; i++)
        for (uint64_t seed = 0; seed < 100; seed++) {
            const network a = start_of(drawn[i], seed),
                          b = start_of(drawn[i], seed),
                          c = start_of(drawn[i], seed + 1);
            for (int k = 0; k < PARAMETERS; k++) {
                assert_same_bits(a.all[k], b.all[k]);
                if (drawn[i] != INIT_GLOROT || weight_limit(k) > 0.0)
                    assert_true(a.all[k] != c.all[k]);
            }
        }
}

static void parameters_of_a_start_know_nothing_of_each_other(void **state)
{
    for (int k = 1; k < PARAMETERS; k++) {
        double products = 0.0;
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            const network start = start_of(INIT_SYMMETRIC, seed);
            products += start.all[k] * start.all[k - 1];
        }
        assert_near(products / SEEDS, 0.0, 5.0 / 3.0 / sqrt(SEEDS));
    }
}

static void start_of_no_kind_is_no_number(void **state)
{
    const network start = start_of((init_kind)99, 1);
    for (int k = 0; k < PARAMETERS; k++)
        assert_true(isnan(start.all[k]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inits_have_their_names_in_order),
        cmocka_unit_test(uniform_start_is_between_0_and_1),
        cmocka_unit_test(symmetric_start_is_between_minus_1_and_1),
        cmocka_unit_test(normal_start_has_deviation_1),
        cmocka_unit_test(tiny_start_has_deviation_a_thousandth),
        cmocka_unit_test(glorot_start_has_its_limits_and_zero_biases),
        cmocka_unit_test(zero_and_half_starts_are_that_for_every_seed),
        cmocka_unit_test(parameters_are_drawn_one_by_one_in_order),
        cmocka_unit_test(
            same_seed_gives_the_same_start_and_neighbours_do_not),
        cmocka_unit_test(parameters_of_a_start_know_nothing_of_each_other),
        cmocka_unit_test(start_of_no_kind_is_no_number),
    };
    return cmocka_run_group_tests_name("start", tests, NULL, NULL) != 0;
}
