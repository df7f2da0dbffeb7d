/* activation.c: what hidden units make of a pre-activation, and the slope of
   that, which is worked out from what they made. */
#include "04-digits/activation.h"
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "networks.h"
#include "test.h"

#include <float.h>

enum { POINTS = 1000 };

static void sigmoid_units_are_chapter_1s(void **state)
{
    for (int i = -800; i <= 800; i++) {
        const double a = sigmoid_units.of(i / 8.0);
        assert_same_bits(a, sigmoid(i / 8.0));
        assert_same_bits(sigmoid_units.slope(a),
                         sigmoid_prime_from_output(a));
    }
}

/* (1 - e^-2z) / (1 + e^-2z) in Python's decimal numbers, with
   getcontext().prec = 60, rounded to double. */
static void tanh_has_its_known_values(void **state)
{
    static const double known[][2] = {
        {0.25, 0.24491866240370912}, {0.5, 0.46211715726000976},
        {1.0, 0.76159415595576489},  {2.0, 0.96402758007581688},
        {4.0, 0.99932929973906703},  {30.0, 1.0},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        assert_relative(tanh_units.of(known[i][0]), known[i][1],
                        2.0 * DBL_EPSILON);
        assert_relative(tanh_units.of(-known[i][0]), -known[i][1],
                        2.0 * DBL_EPSILON);
    }
    assert_same_bits(tanh_units.of(0.0), 0.0);
}

/* tanh(z) is the sigmoid of 2z, from -1 to 1 in place of 0 to 1. */
static void tanh_is_a_stretched_sigmoid(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const double z = between(&stream, -20.0, 20.0);
        assert_near(tanh_units.of(z), 2.0 * sigmoid(2.0 * z) - 1.0,
                    4.0 * DBL_EPSILON);
    }
}

static void relu_lets_through_what_is_above_0(void **state)
{
    const double above[] = {DBL_TRUE_MIN, 1e-9,    0.5,     1.0,
                            3.25,         DBL_MAX, INFINITY};
    for (size_t i = 0; i < sizeof above / sizeof above[0]; i++) {
        assert_same_bits(relu_units.of(above[i]), above[i]);
        assert_same_bits(relu_units.of(-above[i]), 0.0);
        assert_same_bits(relu_units.slope(above[i]), 1.0);
    }
    assert_same_bits(relu_units.of(0.0), 0.0);
    assert_same_bits(relu_units.of(-0.0), 0.0);
    assert_same_bits(relu_units.slope(0.0), 0.0);
}

static double function_at(const void *state, const activation *f)
{
    return f->of(*(const double *)state);
}

static double sigmoid_at(const void *state)
{
    return function_at(state, &sigmoid_units);
}

static double tanh_at(const void *state)
{
    return function_at(state, &tanh_units);
}

static double relu_at(const void *state)
{
    return function_at(state, &relu_units);
}

static void slopes_agree_with_nudges(void **state)
{
    static const measured functions[] = {sigmoid_at, tanh_at, relu_at};
    random_stream stream = {2};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (int i = 0; i < POINTS; i++) {
            double z = between(&stream, -6.0, 6.0);
            if (fabs(z) < 1e-3) /* the kink */
                continue;
            const double nudged =
                central_difference(functions[f], &z, &z, 1e-5).slope;
            assert_near(activations[f]->slope(activations[f]->of(z)),
                        nudged, 1e-9);
        }
}

static void slopes_are_those_of_the_complex_step(void **state)
{
    random_stream stream = {3};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (int i = 0; i < POINTS; i++) {
            const double z = between(&stream, -6.0, 6.0);
            const double complex a =
                activation_complex(activations[f], z + tiny_step * I);
            assert_near(activations[f]->of(z), creal(a), 4.0 * DBL_EPSILON);
            assert_near(activations[f]->slope(activations[f]->of(z)),
                        cimag(a) / tiny_step, 8.0 * DBL_EPSILON);
        }
}

/* What nudging says at the kink is neither side's slope. */
static void slope_at_the_kink_is_taken_to_be_0(void **state)
{
    double z = 0.0;
    assert_same_bits(central_difference(relu_at, &z, &z, 0x1p-20).slope,
                     0.5);
    assert_same_bits(relu_units.slope(relu_units.of(z)), 0.0);
}

static void far_out_units_sleep_and_nothing_overflows(void **state)
{
    const double far[] = {800.0, 1e10, DBL_MAX, INFINITY};
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++) {
        assert_same_bits(sigmoid_units.of(far[i]), 1.0);
        assert_same_bits(sigmoid_units.of(-far[i]), 0.0);
        assert_same_bits(tanh_units.of(far[i]), 1.0);
        assert_same_bits(tanh_units.of(-far[i]), -1.0);
        for (int f = 0; f < 2; f++)
            for (int sign = -1; sign <= 1; sign += 2)
                assert_same_bits(activations[f]->slope(
                                     activations[f]->of(sign * far[i])),
                                 0.0);
        assert_same_bits(relu_units.slope(relu_units.of(-far[i])), 0.0);
    }
}

static void nan_comes_out(void **state)
{
    for (int f = 0; f < ACTIVATIONS; f++)
        assert_true(isnan(activations[f]->of(NAN)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sigmoid_units_are_chapter_1s),
        cmocka_unit_test(tanh_has_its_known_values),
        cmocka_unit_test(tanh_is_a_stretched_sigmoid),
        cmocka_unit_test(relu_lets_through_what_is_above_0),
        cmocka_unit_test(slopes_agree_with_nudges),
        cmocka_unit_test(slopes_are_those_of_the_complex_step),
        cmocka_unit_test(slope_at_the_kink_is_taken_to_be_0),
        cmocka_unit_test(far_out_units_sleep_and_nothing_overflows),
        cmocka_unit_test(nan_comes_out),
    };
    return cmocka_run_group_tests_name("activation", tests, NULL, NULL) !=
           0;
}
