/* random.c: the random stream. Everything here is exact or has a fixed seed;
   bounds on statistics are five standard deviations wide. */
#include "plumbing/random.h"
#include "test.h"

#include <math.h>

/* The test vector of the reference implementation (Vigna, splitmix64.c) as
   Rosetta Code gives it, "Pseudo-random numbers/Splitmix64". */
static void bits_of_seed_1234567_are_the_published_ones(void **state)
{
    const uint64_t published[] = {
        6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
        4593380528125082431u, 16408922859458223821u};
    random_stream stream = {1234567};
    for (int i = 0; i < 5; i++)
        assert_true(random_bits(&stream) == published[i]);
}

static void equal_seeds_give_equal_streams_and_others_do_not(void **state)
{
    random_stream a = {42}, b = {42}, c = {43};
    int same = 0;
    for (int i = 0; i < 1000; i++) {
        const uint64_t bits = random_bits(&a);
        assert_true(bits == random_bits(&b));
        same += bits == random_bits(&c);
    }
    assert_int_equal(same, 0);
}

static void each_of_the_64_bits_is_set_half_of_the_time(void **state)
{
    enum { N = 100000 };
    int set[64] = {0};
    random_stream stream = {7};
    for (int i = 0; i < N; i++) {
        const uint64_t bits = random_bits(&stream);
        for (int k = 0; k < 64; k++)
            set[k] += (int)(bits >> k & 1);
    }
    for (int k = 0; k < 64; k++)
        assert_near(set[k], N / 2.0, 5.0 * sqrt(N / 4.0));
}

static void uniform_is_the_upper_53_bits(void **state)
{
    random_stream stream = {99}, again = {99};
    for (int i = 0; i < 1000; i++)
        assert_same_bits(random_uniform(&stream),
                         ldexp((double)(random_bits(&again) >> 11), -53));
}

/* Mean 1/2, variance 1/12, and the mean of u_i u_(i+1) is 1/4 when each
   number knows nothing of the one before. */
static void uniform_has_its_range_and_moments(void **state)
{
    enum { N = 1000000 };
    random_stream stream = {1};
    double sum = 0.0, squares = 0.0, products = 0.0, before = 0.5;
    for (int i = 0; i < N; i++) {
        const double u = random_uniform(&stream);
        assert_true(u >= 0.0 && u < 1.0);
        sum += u;
        squares += (u - 0.5) * (u - 0.5);
        products += (before - 0.5) * (u - 0.5);
        before = u;
    }
    assert_near(sum / N, 0.5, 5.0 * sqrt(1.0 / 12.0 / N));
    assert_near(squares / N, 1.0 / 12.0, 5.0 * sqrt(1.0 / 180.0 / N));
    assert_near(products / N, 0.0, 5.0 / 12.0 / sqrt(N));
}

static void uniform_fills_a_thousand_bins_evenly(void **state)
{
    enum { N = 1000000, BINS = 1000 };
    static int counts[BINS];
    random_stream stream = {2};
    for (int i = 0; i < N; i++)
        counts[(int)(random_uniform(&stream) * BINS)]++;
    double chi_squared = 0.0;
    for (int k = 0; k < BINS; k++) {
        const double over = counts[k] - (double)N / BINS;
        chi_squared += over * over / ((double)N / BINS);
    }
    /* Chi squared has mean BINS - 1 and variance 2 (BINS - 1). */
    assert_near(chi_squared, BINS - 1, 5.0 * sqrt(2.0 * (BINS - 1)));
}

/* The moments of the normal distribution: 0, 1, 0, 3; their variances over
   one draw are 1, 2, 15 and 96. */
static void normal_has_its_moments(void **state)
{
    enum { N = 1000000 };
    random_stream stream = {3};
    double sum[5] = {0.0};
    for (int i = 0; i < N; i++) {
        const double x = random_normal(&stream);
        sum[1] += x;
        sum[2] += x * x;
        sum[3] += x * x * x;
        sum[4] += x * x * x * x;
    }
    assert_near(sum[1] / N, 0.0, 5.0 * sqrt(1.0 / N));
    assert_near(sum[2] / N, 1.0, 5.0 * sqrt(2.0 / N));
    assert_near(sum[3] / N, 0.0, 5.0 * sqrt(15.0 / N));
    assert_near(sum[4] / N, 3.0, 5.0 * sqrt(96.0 / N));
}

/* Marsaglia's polar method: a point in the unit disc, drawn as two uniform
   numbers, the first of which gives the normal one. */
static void normal_takes_its_uniform_numbers_in_order(void **state)
{
    random_stream stream = {14}, again = {14};
    for (int i = 0; i < 1000; i++) {
        double u, v;
        do {
            u = 2.0 * random_uniform(&again) - 1.0;
            v = 2.0 * random_uniform(&again) - 1.0;
        } while (hypot(u, v) >= 1.0);
        const double square = u * u + v * v;
        assert_near(random_normal(&stream),
                    u * sqrt(-2.0 * log(square) / square), 1e-12);
        assert_true(stream.state == again.state);
    }
}

static void normal_has_its_share_within_each_deviation(void **state)
{
    enum { N = 1000000 };
    random_stream stream = {4};
    int within[4] = {0};
    for (int i = 0; i < N; i++) {
        const double x = random_normal(&stream);
        assert_true(isfinite(x));
        for (int k = 1; k <= 3; k++)
            within[k] += fabs(x) < k;
    }
    for (int k = 1; k <= 3; k++) {
        const double share = erf(k / sqrt(2.0));
        assert_near(within[k] / (double)N, share,
                    5.0 * sqrt(share * (1.0 - share) / N));
    }
}

static void below_one_is_zero(void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < 100; i++)
        assert_true(random_below(&stream, 1) == 0);
}

static void below_is_in_range_and_even(void **state)
{
    enum { N = 700000, SIDES = 7 };
    int counts[SIDES] = {0};
    random_stream stream = {6};
    for (int i = 0; i < N; i++) {
        const uint64_t side = random_below(&stream, SIDES);
        assert_true(side < SIDES);
        counts[side]++;
    }
    for (int k = 0; k < SIDES; k++)
        assert_near(counts[k], (double)N / SIDES,
                    5.0 * sqrt((double)N * (SIDES - 1)) / SIDES);
}

/* A power of two divides 2^64: no draw is ever wasted. */
static void below_a_power_of_two_takes_one_draw(void **state)
{
    random_stream stream = {8}, again = {8};
    for (int i = 0; i < 1000; i++)
        assert_true(random_below(&stream, UINT64_C(1) << 63) ==
                    random_bits(&again) % (UINT64_C(1) << 63));
}

/* n = 3 * 2^62: bits % n alone would give the numbers below 2^62 half of the
   time, in place of a third. The lowest 2^64 mod n = 2^62 values of the bits
   are drawn again, a quarter of them. */
static void below_draws_again_what_would_be_uneven(void **state)
{
    enum { N = 100000 };
    const uint64_t n = UINT64_C(3) << 62;
    random_stream stream = {9};
    int low = 0;
    for (int i = 0; i < N; i++) {
        const uint64_t k = random_below(&stream, n);
        assert_true(k < n);
        low += k < n / 3;
    }
    assert_near(low / (double)N, 1.0 / 3.0, 5.0 * sqrt(2.0 / 9.0 / N));
    const double draws =
        (double)((stream.state - 9) * UINT64_C(0xf1de83e19937733d));
    assert_near(draws / N, 4.0 / 3.0, 5.0 * sqrt(4.0 / 9.0 / N));
}

static void below_the_largest_number_stays_below(void **state)
{
    random_stream stream = {10};
    for (int i = 0; i < 1000; i++)
        assert_true(random_below(&stream, UINT64_MAX) < UINT64_MAX);
}

static void shuffle_gives_each_of_six_orders_equally_often(void **state)
{
    enum { N = 60000, ORDERS = 6 };
    int counts[ORDERS] = {0};
    random_stream stream = {11};
    for (int i = 0; i < N; i++) {
        size_t order[] = {0, 1, 2};
        random_shuffle(&stream, order, 3);
        /* 012 021 102 120 201 210, as 0 to 5 */
        counts[2 * order[0] + (order[1] > order[2])]++;
        assert_int_equal(order[0] + order[1] + order[2], 3);
        assert_int_not_equal(order[0], order[1]);
        assert_int_not_equal(order[1], order[2]);
    }
    for (int k = 0; k < ORDERS; k++)
        assert_near(counts[k], (double)N / ORDERS,
                    5.0 * sqrt(N * 1.0 / ORDERS * (1.0 - 1.0 / ORDERS)));
}

static void shuffle_keeps_every_number_whatever_it_is(void **state)
{
    size_t order[100];
    bool found[100] = {false};
    random_stream stream = {12};
    int moved = 0;
    for (size_t i = 0; i < 100; i++)
        order[i] = 1000 + i;
    random_shuffle(&stream, order, 100);
    for (size_t i = 0; i < 100; i++) {
        assert_in_range(order[i], 1000, 1099);
        assert_false(found[order[i] - 1000]);
        found[order[i] - 1000] = true;
        moved += order[i] != 1000 + i;
    }
    assert_true(moved > 90);
}

static void shuffle_of_none_or_one_does_nothing(void **state)
{
    random_stream stream = {13};
    size_t order[] = {5};
    random_shuffle(&stream, order, 0);
    random_shuffle(&stream, order, 1);
    assert_int_equal(order[0], 5);
    assert_true(stream.state == 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bits_of_seed_1234567_are_the_published_ones),
        cmocka_unit_test(equal_seeds_give_equal_streams_and_others_do_not),
        cmocka_unit_test(each_of_the_64_bits_is_set_half_of_the_time),
        cmocka_unit_test(uniform_is_the_upper_53_bits),
        cmocka_unit_test(uniform_has_its_range_and_moments),
        cmocka_unit_test(uniform_fills_a_thousand_bins_evenly),
        cmocka_unit_test(normal_has_its_moments),
        cmocka_unit_test(normal_takes_its_uniform_numbers_in_order),
        cmocka_unit_test(normal_has_its_share_within_each_deviation),
        cmocka_unit_test(below_one_is_zero),
        cmocka_unit_test(below_is_in_range_and_even),
        cmocka_unit_test(below_a_power_of_two_takes_one_draw),
        cmocka_unit_test(below_draws_again_what_would_be_uneven),
        cmocka_unit_test(below_the_largest_number_stays_below),
        cmocka_unit_test(shuffle_gives_each_of_six_orders_equally_often),
        cmocka_unit_test(shuffle_keeps_every_number_whatever_it_is),
        cmocka_unit_test(shuffle_of_none_or_one_does_nothing),
    };
    return cmocka_run_group_tests_name("random", tests, NULL, NULL) != 0;
}
