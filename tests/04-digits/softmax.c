/* softmax.c: probabilities, their loss, and its slopes. The values are
   compared with decimal numbers of 60 digits, the slopes with nudges and
   with the sum over the paths through all probabilities. */
#include "04-digits/softmax.h"
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "networks.h"
#include "test.h"

#include <float.h>

enum { POINTS = 500, MOST = 10 };

/* Logits, the right one of them, and room for the probabilities. */
typedef struct {
    int n, right, watched;
    double z[MOST];
} logits;

static logits logits_drawn(random_stream *stream, double size)
{
    logits at = {.n = 1 + (int)random_below(stream, MOST)};
    at.right = (int)random_below(stream, (uint64_t)at.n);
    for (int k = 0; k < at.n; k++)
        at.z[k] = between(stream, -size, size);
    return at;
}

static double loss_of(const void *state)
{
    const logits *const at = state;
    double p[MOST];
    return softmax_loss(at->z, at->n, at->right, p);
}

static double probability_of(const void *state)
{
    const logits *const at = state;
    double p[MOST];
    softmax_loss(at->z, at->n, at->right, p);
    return p[at->watched];
}

/* e^z[k] / sum and ln sum - z[k] in Python's decimal numbers, with
   getcontext().prec = 60, rounded once, to double. */
static const struct {
    int n;
    double z[MOST], p[MOST], loss[MOST]; /* if that one is right */
} known[] = {
    {3,
     {0.2, -0.7, 0.5},
     {0.3627883008237487, 0.14749871602378162, 0.4897129831524697},
     {1.0139358081636651, 1.913935808163665, 0.7139358081636651}},
    {3,
     {0.25, -0.75, 0.5},
     {0.37708743473069956, 0.13872271476150247, 0.484189850507798},
     {0.9752781960613617, 1.9752781960613617, 0.7252781960613617}},
    {4,
     {1, 2, 3, 4},
     {0.03205860328008499, 0.08714431874203257, 0.23688281808991013,
      0.6439142598879724},
     {3.4401896985611953, 2.4401896985611953, 1.4401896985611953,
      0.44018969856119533}},
    {5,
     {-2, 0.5, 0.5, 3.25, -40},
     {0.004631103513055144, 0.056418390579186926, 0.056418390579186926,
      0.882532115328571, 1.4537648901200231e-19},
     {5.3749600995296705, 2.87496009952967, 2.87496009952967,
      0.12496009952967016, 43.37496009952967}},
    {3,
     {0, 0, -1000},
     {0.5, 0.5, 0},
     {0.6931471805599453, 0.6931471805599453, 1000.6931471805599}},
    {3, {-1000, 0, -1000}, {0, 1, 0}, {1000, 0, 1000}},
    {10,
     {0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25},
     {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1},
     {2.302585092994046, 2.302585092994046, 2.302585092994046,
      2.302585092994046, 2.302585092994046, 2.302585092994046,
      2.302585092994046, 2.302585092994046, 2.302585092994046,
      2.302585092994046}},
};
enum { KNOWN = sizeof known / sizeof known[0] };

static void probabilities_and_losses_have_their_known_values(void **state)
{
    for (int i = 0; i < KNOWN; i++)
        for (int right = 0; right < known[i].n; right++) {
            double p[MOST];
            assert_relative(softmax_loss(known[i].z, known[i].n, right, p),
                            known[i].loss[right], 4.0 * DBL_EPSILON);
            for (int k = 0; k < known[i].n; k++)
                assert_relative(p[k], known[i].p[k], 4.0 * DBL_EPSILON);
        }
}

/* Whoever adds the exponentials as they are gets infinity over infinity
   here, and there 0 over 0. The sum of 0.2 and 1000 is rounded, to 1e-13. */
static void shift_of_1000_changes_no_more_than_it_rounds(void **state)
{
    for (int i = 0; i < KNOWN; i++)
        for (int sign = -1; sign <= 1; sign += 2)
            for (int right = 0; right < known[i].n; right++) {
                double z[MOST], p[MOST];
                for (int k = 0; k < known[i].n; k++)
                    z[k] = known[i].z[k] + 1000.0 * sign;
                assert_near(softmax_loss(z, known[i].n, right, p),
                            known[i].loss[right], 2e-13);
                for (int k = 0; k < known[i].n; k++)
                    assert_near(p[k], known[i].p[k], 1e-13);
            }
}

/* Where the sum is exact, so is all that follows. */
static void shift_that_does_not_round_changes_no_bit(void **state)
{
    static const double shifts[] = {1000.0, -1000.0, 0x1p30, -0x1p30, 0.5};
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const logits at = logits_drawn(&stream, 40.0);
        for (size_t s = 0; s < sizeof shifts / sizeof shifts[0]; s++) {
            double z[MOST], shifted[MOST], p[MOST], other[MOST];
            for (int k = 0; k < at.n; k++) {
                z[k] = rint(at.z[k] * 1024.0) / 1024.0;
                shifted[k] = z[k] + shifts[s];
            }
            const double loss = softmax_loss(z, at.n, at.right, p);
            assert_same_bits(softmax_loss(shifted, at.n, at.right, other),
                             loss);
            for (int k = 0; k < at.n; k++)
                assert_same_bits(other[k], p[k]);
        }
    }
}

/* Each of ten quotients is rounded, and so is their sum: not always to 1, but
   four times of five; of a million, the farthest was off by 6.7e-16, which
   is three times the distance from 1 to the next double. */
static void probabilities_sum_to_1_but_for_their_last_bits(void **state)
{
    random_stream stream = {2};
    int exact = 0;
    for (int i = 0; i < 10000; i++) {
        const logits at = logits_drawn(&stream, i % 2 == 0 ? 4.0 : 700.0);
        double p[MOST], sum = 0.0;
        softmax_loss(at.z, at.n, at.right, p);
        for (int k = 0; k < at.n; k++) {
            assert_true(p[k] >= 0.0 && p[k] <= 1.0);
            sum += p[k];
        }
        assert_near(sum, 1.0, 4.0 * DBL_EPSILON);
        exact += sum == 1.0;
    }
    assert_in_range(exact, 5000, 9500);
}

static void order_of_the_logits_is_that_of_the_probabilities(void **state)
{
    random_stream stream = {3};
    for (int i = 0; i < POINTS; i++) {
        const logits at = logits_drawn(&stream, 10.0);
        double p[MOST];
        softmax_loss(at.z, at.n, at.right, p);
        for (int j = 0; j < at.n; j++)
            for (int k = 0; k < at.n; k++)
                assert_relative(p[j] / p[k], exp(at.z[j] - at.z[k]), 1e-14);
    }
}

static void loss_is_minus_the_logarithm_of_the_right_probability(
    void **state)
{
    random_stream stream = {4};
    for (int i = 0; i < POINTS; i++) {
        const logits at = logits_drawn(&stream, 10.0);
        double p[MOST];
        const double loss = softmax_loss(at.z, at.n, at.right, p);
        assert_near(loss, -log(p[at.right]), 1e-14 * (1.0 + loss));
    }
}

static void softmax_of_one_logit_is_1(void **state)
{
    const double all[] = {0.0, -0.7, 3.0, 1000.0, -1000.0, DBL_MAX};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        double p;
        assert_same_bits(softmax_loss(&all[i], 1, 0, &p), 0.0);
        assert_same_bits(p, 1.0);
        softmax_loss_slope(&p, 1, 0, &p);
        assert_same_bits(p, 0.0);
    }
}

static void softmax_of_two_logits_is_the_sigmoid_of_their_difference(
    void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < POINTS; i++) {
        double z[2], p[2];
        for (int k = 0; k < 2; k++)
            z[k] = between(&stream, -20.0, 20.0);
        softmax_loss(z, 2, 0, p);
        assert_relative(p[1], sigmoid(z[1] - z[0]), 8.0 * DBL_EPSILON);
        assert_relative(p[0], sigmoid(z[0] - z[1]), 8.0 * DBL_EPSILON);
    }
}

/* dp_i/dz_j = p_i ([i = j] - p_j), entry by entry. */
static void softmax_jacobian_is_p_times_the_difference(void **state)
{
    random_stream stream = {6};
    for (int i = 0; i < POINTS; i++) {
        logits at = logits_drawn(&stream, 3.0);
        double p[MOST];
        softmax_loss(at.z, at.n, at.right, p);
        for (at.watched = 0; at.watched < at.n; at.watched++) {
            double row = 0.0;
            for (int j = 0; j < at.n; j++) {
                const double slope =
                    central_difference(probability_of, &at, &at.z[j], 1e-5)
                        .slope;
                assert_near(slope,
                            p[at.watched] *
                                ((at.watched == j ? 1.0 : 0.0) - p[j]),
                            1e-10);
                row += slope;
            }
            assert_near(row, 0.0, 1e-9);
        }
    }
}

static void softmax_slopes_are_p_minus_y(void **state)
{
    random_stream stream = {7};
    for (int i = 0; i < POINTS; i++) {
        logits at = logits_drawn(&stream, 5.0);
        double p[MOST], dL_dz[MOST], sum = 0.0;
        softmax_loss(at.z, at.n, at.right, p);
        softmax_loss_slope(p, at.n, at.right, dL_dz);
        for (int k = 0; k < at.n; k++) {
            const double y = k == at.right ? 1.0 : 0.0;
            assert_same_bits(dL_dz[k], p[k] - y);
            assert_near(
                dL_dz[k],
                central_difference(loss_of, &at, &at.z[k], 1e-5).slope,
                1e-9);
            sum += dL_dz[k];
        }
        assert_near(sum, 0.0, 4.0 * DBL_EPSILON);
    }
}

/* dL/dz_j = sum over i of dL/dp_i dp_i/dz_j, where all dL/dp_i but one are
   0. */
static void slopes_are_the_sum_over_the_paths(void **state)
{
    random_stream stream = {8};
    for (int i = 0; i < POINTS; i++) {
        const logits at = logits_drawn(&stream, 4.0);
        double p[MOST], dL_dz[MOST];
        softmax_loss(at.z, at.n, at.right, p);
        softmax_loss_slope(p, at.n, at.right, dL_dz);
        for (int j = 0; j < at.n; j++) {
            double sum = 0.0;
            for (int k = 0; k < at.n; k++) {
                const double y = k == at.right ? 1.0 : 0.0;
                sum += -y / p[k] * p[k] * ((k == j ? 1.0 : 0.0) - p[j]);
            }
            assert_near(dL_dz[j], sum, 4.0 * DBL_EPSILON);
        }
    }
}

static void slopes_are_those_of_the_complex_step(void **state)
{
    random_stream stream = {9};
    for (int i = 0; i < POINTS; i++) {
        const logits at = logits_drawn(&stream, 20.0);
        double p[MOST], dL_dz[MOST];
        const double loss = softmax_loss(at.z, at.n, at.right, p);
        softmax_loss_slope(p, at.n, at.right, dL_dz);
        for (int j = 0; j < at.n; j++) {
            double complex z[MOST];
            for (int k = 0; k < at.n; k++)
                z[k] = at.z[k];
            z[j] += tiny_step * I;
            const double complex moved = loss_complex(z, at.n, at.right);
            assert_near(loss, creal(moved), 1e-14 * (1.0 + fabs(loss)));
            assert_near(dL_dz[j], cimag(moved) / tiny_step, 1e-15);
        }
    }
}

/* The example of CS231n's notes: the right class has 0.3. */
static void slopes_of_the_example_of_cs231n(void **state)
{
    const double p[] = {0.2, 0.3, 0.5};
    double dL_dz[3];
    softmax_loss_slope(p, 3, 1, dL_dz);
    assert_same_bits(dL_dz[0], 0.2);
    assert_same_bits(dL_dz[1], -0.7);
    assert_same_bits(dL_dz[2], 0.5);
    const double z[] = {log(0.2), log(0.3), log(0.5)};
    double found[3];
    assert_relative(softmax_loss(z, 3, 1, found), -log(0.3), 1e-15);
    for (int k = 0; k < 3; k++)
        assert_relative(found[k], p[k], 1e-15);
}

static void slopes_may_take_the_place_of_the_probabilities(void **state)
{
    random_stream stream = {10};
    for (int i = 0; i < POINTS; i++) {
        const logits at = logits_drawn(&stream, 5.0);
        double p[MOST], dL_dz[MOST];
        softmax_loss(at.z, at.n, at.right, p);
        softmax_loss_slope(p, at.n, at.right, dL_dz);
        softmax_loss_slope(p, at.n, at.right, p);
        assert_memory_equal(p, dL_dz, (size_t)at.n * sizeof *p);
    }
}

/* The right answer has probability 0, whose logarithm is infinite; the loss
   is a number, and pulls with all its strength. */
static void class_of_probability_0_has_a_finite_loss_and_a_slope(
    void **state)
{
    const double z[] = {0.5, -1000.0, 0.25};
    double p[3], dL_dz[3];
    const double loss = softmax_loss(z, 3, 1, p);
    assert_same_bits(p[1], 0.0);
    assert_near(loss, 1000.0 + log(exp(0.5) + exp(0.25)), 1e-12);
    softmax_loss_slope(p, 3, 1, dL_dz);
    assert_same_bits(dL_dz[1], -1.0);
    assert_near(dL_dz[0] + dL_dz[2], 1.0, DBL_EPSILON);
}

static void loss_of_finite_logits_is_finite_and_not_negative(void **state)
{
    random_stream stream = {11};
    for (int i = 0; i < 20 * POINTS; i++) {
        logits at = logits_drawn(&stream, 1.0);
        double p[MOST];
        for (int k = 0; k < at.n; k++)
            at.z[k] *= pow(10.0, between(&stream, -320.0, 307.0));
        const double loss = softmax_loss(at.z, at.n, at.right, p);
        assert_true(isfinite(loss) && loss >= 0.0);
        for (int k = 0; k < at.n; k++)
            assert_true(p[k] >= 0.0 && p[k] <= 1.0);
    }
}

/* Only a loss that is itself beyond the largest double is infinite. */
static void loss_beyond_the_largest_double_is_infinite(void **state)
{
    const double z[] = {DBL_MAX, -DBL_MAX};
    double p[2];
    assert_same_bits(softmax_loss(z, 2, 1, p), INFINITY);
    assert_same_bits(softmax_loss(z, 2, 0, p), 0.0);
    assert_same_bits(p[0], 1.0);
    assert_same_bits(p[1], 0.0);
}

static void nan_or_infinite_logit_makes_the_loss_a_nan(void **state)
{
    const double bad[] = {NAN, INFINITY};
    for (int b = 0; b < 2; b++)
        for (int at = 0; at < 3; at++)
            for (int right = 0; right < 3; right++) {
                double z[] = {0.5, 1.5, -0.5}, p[3];
                z[at] = bad[b];
                assert_true(isnan(softmax_loss(z, 3, right, p)));
            }
}

/* -infinity is a class that cannot be; if it is right, the loss is
   infinite, as that of no class that can be. */
static void logit_of_minus_infinity_is_a_class_of_probability_0(
    void **state)
{
    for (int at = 0; at < 3; at++)
        for (int right = 0; right < 3; right++) {
            double z[] = {0.5, 1.5, -0.5}, p[3];
            z[at] = -INFINITY;
            const double loss = softmax_loss(z, 3, right, p);
            assert_same_bits(p[at], 0.0);
            assert_true(right == at ? loss == INFINITY : isfinite(loss));
        }
    const double z[] = {-INFINITY, -INFINITY};
    double p[2];
    assert_true(isnan(softmax_loss(z, 2, 0, p)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(probabilities_and_losses_have_their_known_values),
        cmocka_unit_test(shift_of_1000_changes_no_more_than_it_rounds),
        cmocka_unit_test(shift_that_does_not_round_changes_no_bit),
        cmocka_unit_test(probabilities_sum_to_1_but_for_their_last_bits),
        cmocka_unit_test(order_of_the_logits_is_that_of_the_probabilities),
        cmocka_unit_test(
            loss_is_minus_the_logarithm_of_the_right_probability),
        cmocka_unit_test(softmax_of_one_logit_is_1),
        cmocka_unit_test(
            softmax_of_two_logits_is_the_sigmoid_of_their_difference),
        cmocka_unit_test(softmax_jacobian_is_p_times_the_difference),
        cmocka_unit_test(softmax_slopes_are_p_minus_y),
        cmocka_unit_test(slopes_are_the_sum_over_the_paths),
        cmocka_unit_test(slopes_are_those_of_the_complex_step),
        cmocka_unit_test(slopes_of_the_example_of_cs231n),
        cmocka_unit_test(slopes_may_take_the_place_of_the_probabilities),
        cmocka_unit_test(
            class_of_probability_0_has_a_finite_loss_and_a_slope),
        cmocka_unit_test(loss_of_finite_logits_is_finite_and_not_negative),
        cmocka_unit_test(loss_beyond_the_largest_double_is_infinite),
        cmocka_unit_test(nan_or_infinite_logit_makes_the_loss_a_nan),
        cmocka_unit_test(
            logit_of_minus_infinity_is_a_class_of_probability_0),
    };
    return cmocka_run_group_tests_name("softmax", tests, NULL, NULL) != 0;
}
