/* neuron.c: one sigmoid neuron. Every derivative is compared with two
   others that know nothing of the chain rule: a central difference of the
   forward pass, and the complex step, Im f(x + ih) / h, which subtracts
   nothing and is exact to the last digits (Squire and Trapp, SIAM Review
   40, 1998). */
#include "01-neuron/neuron.h"
#include "01-neuron/check.h"
#include "plumbing/random.h"
#include "test.h"

#include <complex.h>
#include <float.h>
#include <math.h>

enum { POINTS = 2000 };

/* A neuron and its sample, drawn at random. */
typedef struct {
    neuron n;
    sample s;
} point;

static double between(random_stream *stream, double low, double high)
{
    return low + (high - low) * random_uniform(stream);
}

static point point_drawn(random_stream *stream)
{
    point p;
    p.n.w = between(stream, -3.0, 3.0);
    p.n.b = between(stream, -3.0, 3.0);
    p.s.x = between(stream, -2.0, 2.0);
    p.s.y = between(stream, 0.0, 1.0);
    return p;
}

/* Counts the slopes that are large enough to tell right from wrong. */
static void weigh(int *telling, double slope)
{
    if (fabs(slope) > 1e-4)
        (*telling)++;
}

static double z_of(const void *state)
{
    const point *p = state;
    return neuron_forward(&p->n, &p->s).z;
}

static double yhat_of(const void *state)
{
    const point *p = state;
    return neuron_forward(&p->n, &p->s).yhat;
}

static double loss_of(const void *state)
{
    const point *p = state;
    return neuron_forward(&p->n, &p->s).loss;
}

static double half_square_of(const void *state)
{
    const double *pair = state; /* yhat, y */
    return half_square(pair[0], pair[1]);
}

static double sigmoid_of(const void *state)
{
    return sigmoid(*(const double *)state);
}

static double complex sigmoid_complex(double complex z)
{
    return 1.0 / (1.0 + cexp(-z));
}

static double complex loss_complex(double complex yhat, double y)
{
    return 0.5 * (yhat - y) * (yhat - y);
}

static double complex pass_complex(double complex w, double x,
                                   double complex b, double y)
{
    return loss_complex(sigmoid_complex(w * x + b), y);
}

static const double tiny = 1e-30;

/* The forward pass. */

static void sigmoid_has_its_known_values(void **state)
{
    assert_same_bits(sigmoid(0.0), 0.5);
    assert_same_bits(sigmoid(-0.0), 0.5);
    assert_near(sigmoid(log(3.0)), 0.75, 1e-15);
    assert_near(sigmoid(-log(3.0)), 0.25, 1e-15);
    assert_near(sigmoid(log(99.0)), 0.99, 1e-15);
}

static void sigmoid_is_half_a_hyperbolic_tangent(void **state)
{
    for (double z = -30.0; z <= 30.0; z += 0.01)
        assert_near(sigmoid(z), 0.5 + 0.5 * tanh(0.5 * z), 1e-15);
}

static void sigmoid_is_symmetric_and_rises(void **state)
{
    for (double z = -20.0; z <= 20.0; z += 0.01) {
        assert_near(sigmoid(z) + sigmoid(-z), 1.0, 4e-16);
        assert_true(sigmoid(z + 0.01) > sigmoid(z));
    }
}

static void sigmoid_stays_in_range_at_plus_and_minus_1000(void **state)
{
    assert_same_bits(sigmoid(1000.0), 1.0);
    assert_same_bits(sigmoid(-1000.0), 0.0);
    assert_same_bits(sigmoid(INFINITY), 1.0);
    assert_same_bits(sigmoid(-INFINITY), 0.0);
    assert_same_bits(sigmoid(DBL_MAX), 1.0);
    assert_same_bits(sigmoid(-DBL_MAX), 0.0);
}

/* The notebook's errata 5 and 6. */
static void sigmoid_rounds_to_one_at_36_74_and_to_zero_at_minus_709_78(
    void **state)
{
    assert_true(sigmoid(36.7) < 1.0);
    assert_same_bits(sigmoid(36.8), 1.0);
    assert_true(sigmoid(-709.78) > 0.0);
    assert_same_bits(sigmoid(-709.79), 0.0);
}

static void sigmoid_takes_denormals(void **state)
{
    assert_same_bits(sigmoid(DBL_TRUE_MIN), 0.5);
    assert_same_bits(sigmoid(-DBL_TRUE_MIN), 0.5);
}

static void neuron_passes_a_nan_on(void **state)
{
    const neuron neurons[] = {{NAN, 0.5}, {0.5, NAN}, {0.5, 0.5}};
    const sample samples[] = {{1.0, 1.0}, {1.0, 1.0}, {NAN, 1.0}};
    assert_true(isnan(sigmoid(NAN)));
    assert_true(isnan(sigmoid_prime_from_output(NAN)));
    for (int i = 0; i < 3; i++) {
        const neuron_pass f = neuron_forward(&neurons[i], &samples[i]);
        assert_true(isnan(f.z) && isnan(f.yhat) && isnan(f.loss));
        const slopes d = neuron_backward(&samples[i], &f);
        assert_true(isnan(d.dL_dw) && isnan(d.dL_db));
    }
    const sample no_target = {1.0, NAN};
    const neuron_pass f = neuron_forward(&neurons[2], &no_target);
    assert_true(isfinite(f.yhat));
    assert_true(isnan(f.loss));
    assert_true(isnan(neuron_backward(&no_target, &f).dL_dw));
}

static void forward_pass_is_its_three_formulas(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const double error = sigmoid(p.n.w * p.s.x + p.n.b) - p.s.y;
        assert_near(f.z, p.n.w * p.s.x + p.n.b, 1e-15);
        assert_near(f.yhat, sigmoid(p.n.w * p.s.x + p.n.b), 1e-15);
        assert_near(f.loss, error * error / 2.0, 1e-15);
    }
}

static void half_square_has_its_known_values(void **state)
{
    assert_same_bits(half_square(3.0, 1.0), 2.0);
    assert_same_bits(half_square(1.0, 3.0), 2.0);
    assert_same_bits(half_square(-0.5, 0.5), 0.5);
    assert_same_bits(half_square(0.7, 0.7), 0.0);
    assert_true(isnan(half_square(NAN, 1.0)));
    assert_true(isnan(half_square(1.0, NAN)));
    assert_same_bits(half_square(1e200, 0.0), INFINITY);
}

/* The slope of the sigmoid. */

static void sigmoid_prime_matches_central_differences(void **state)
{
    random_stream stream = {2};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        double z = between(&stream, -8.0, 8.0);
        const double analytic = sigmoid_prime_from_output(sigmoid(z));
        const difference d = central_difference(sigmoid_of, &z, &z, 1e-5);
        assert_near(analytic, d.slope, 1e-9);
        weigh(&telling, analytic);
    }
    assert_true(telling > POINTS * 9 / 10);
}

static void sigmoid_prime_matches_the_complex_step(void **state)
{
    random_stream stream = {3};
    for (int i = 0; i < POINTS; i++) {
        const double z = between(&stream, -8.0, 8.0);
        assert_near(sigmoid_prime_from_output(sigmoid(z)),
                    cimag(sigmoid_complex(z + tiny * I)) / tiny, 1e-15);
    }
}

/* The table of the notebook's erratum 8: the slope at 0, 2, 4, and what the
   same formula gives when it is handed z for a. */
static void sigmoid_prime_has_the_digits_of_the_erratum(void **state)
{
    assert_same_bits(sigmoid_prime_from_output(sigmoid(0.0)), 0.25);
    assert_near(sigmoid_prime_from_output(sigmoid(2.0)), 0.105, 0.0005);
    assert_near(sigmoid_prime_from_output(sigmoid(4.0)), 0.0177, 0.00005);
    assert_same_bits(sigmoid_prime_from_output(0.0), 0.0);
    assert_same_bits(sigmoid_prime_from_output(2.0), -2.0);
    assert_same_bits(sigmoid_prime_from_output(4.0), -12.0);
}

static void sigmoid_prime_is_at_most_a_quarter(void **state)
{
    for (double z = -40.0; z <= 40.0; z += 0.01) {
        const double slope = sigmoid_prime_from_output(sigmoid(z));
        assert_true(slope >= 0.0 && slope <= 0.25);
    }
}

/* The local slopes. */

/* The loss as a function of yhat; and both from the forward pass, where
   nudging b moves them together. */
static void loss_slope_matches_central_differences(void **state)
{
    random_stream stream = {4};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const double analytic = neuron_backward(&p.s, &f).dL_dyhat;
        const double rise =
            central_difference(loss_of, &p, &p.n.b, 1e-4).slope;
        const double run =
            central_difference(yhat_of, &p, &p.n.b, 1e-4).slope;
        assert_near(analytic, rise / run, 1e-8);
        double pair[] = {f.yhat, p.s.y};
        assert_near(
            analytic,
            central_difference(half_square_of, pair, &pair[0], 1e-4).slope,
            1e-11);
        weigh(&telling, analytic);
    }
    assert_true(telling > POINTS * 9 / 10);
}

static void loss_slope_matches_the_complex_step(void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        assert_near(neuron_backward(&p.s, &f).dL_dyhat,
                    cimag(loss_complex(f.yhat + tiny * I, p.s.y)) / tiny,
                    1e-15);
    }
}

static void z_slopes_match_central_differences(void **state)
{
    random_stream stream = {6};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        assert_near(d.dz_dw,
                    central_difference(z_of, &p, &p.n.w, 1e-3).slope,
                    1e-11);
        assert_near(d.dz_db,
                    central_difference(z_of, &p, &p.n.b, 1e-3).slope,
                    1e-11);
        weigh(&telling, d.dz_dw);
    }
    assert_true(telling > POINTS * 9 / 10);
}

static void z_slopes_match_the_complex_step(void **state)
{
    random_stream stream = {7};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        const double complex nudged_w = (p.n.w + tiny * I) * p.s.x + p.n.b;
        const double complex nudged_b = p.n.w * p.s.x + (p.n.b + tiny * I);
        assert_near(d.dz_dw, cimag(nudged_w) / tiny, 1e-15);
        assert_near(d.dz_db, cimag(nudged_b) / tiny, 1e-15);
    }
}

/* The chain. */

static void chain_rule_matches_central_differences(void **state)
{
    random_stream stream = {8};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        assert_near(d.dL_dw,
                    central_difference(loss_of, &p, &p.n.w, 1e-5).slope,
                    1e-9);
        assert_near(d.dL_db,
                    central_difference(loss_of, &p, &p.n.b, 1e-5).slope,
                    1e-9);
        /* b enters z with slope 1, so nudging b is nudging z. */
        assert_near(d.dL_dz,
                    central_difference(loss_of, &p, &p.n.b, 1e-5).slope,
                    1e-9);
        assert_near(d.dyhat_dz,
                    central_difference(yhat_of, &p, &p.n.b, 1e-5).slope,
                    1e-9);
        weigh(&telling, d.dL_dw);
    }
    assert_true(telling > POINTS * 9 / 10);
}

static void chain_rule_matches_the_complex_step(void **state)
{
    random_stream stream = {9};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        const double complex by_w =
            pass_complex(p.n.w + tiny * I, p.s.x, p.n.b, p.s.y);
        const double complex by_b =
            pass_complex(p.n.w, p.s.x, p.n.b + tiny * I, p.s.y);
        assert_near(d.dL_dw, cimag(by_w) / tiny, 1e-15);
        assert_near(d.dL_db, cimag(by_b) / tiny, 1e-15);
        assert_near(d.dL_dz, cimag(by_b) / tiny, 1e-15);
    }
}

static void weight_and_bias_share_two_factors(void **state)
{
    random_stream stream = {10};
    for (int i = 0; i < POINTS; i++) {
        const point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        assert_same_bits(d.dL_dw, d.dL_db * p.s.x);
        assert_near(d.dL_db, d.dL_dyhat * d.dyhat_dz, 1e-16);
    }
}

static void backward_uses_the_forward_pass_that_it_is_given(void **state)
{
    const sample s = {1.5, 1.0};
    const neuron_pass elsewhere = {.z = 99.0, .yhat = 0.25, .loss = 99.0};
    const slopes d = neuron_backward(&s, &elsewhere);
    assert_same_bits(d.dL_dyhat, -0.75);
    assert_same_bits(d.dyhat_dz, 0.1875);
    assert_same_bits(d.dL_dw, -0.75 * 0.1875 * 1.5);
}

/* Saturation: where yhat has rounded to 0 or 1, no slope is left, and no
   NaN comes of it. */
static void gradient_is_zero_and_finite_at_z_of_1000(void **state)
{
    const double z[] = {1000.0, -1000.0};
    for (int i = 0; i < 2; i++) {
        const neuron n = {z[i], 0.0};
        const sample s = {1.0, z[i] > 0.0 ? 0.0 : 1.0};
        const neuron_pass f = neuron_forward(&n, &s);
        const slopes d = neuron_backward(&s, &f);
        assert_same_bits(f.loss, 0.5);
        assert_near(fabs(d.dL_dyhat), 1.0, 0.0);
        assert_near(d.dyhat_dz, 0.0, 0.0);
        assert_near(d.dL_dw, 0.0, 0.0);
        assert_near(d.dL_db, 0.0, 0.0);
    }
}

/* Steps. */

static void neuron_step_moves_each_parameter_against_its_slope(void **state)
{
    neuron n = {1.0, 2.0};
    neuron_step(&n, &(neuron){0.5, -4.0}, 0.25);
    assert_same_bits(n.w, 0.875);
    assert_same_bits(n.b, 3.0);
}

static void neuron_step_with_learning_rate_0_changes_no_bit(void **state)
{
    neuron n = {-0.1, DBL_TRUE_MIN};
    neuron_step(&n, &(neuron){1e300, -1e300}, 0.0);
    assert_same_bits(n.w, -0.1);
    assert_same_bits(n.b, DBL_TRUE_MIN);
}

static void small_step_lowers_the_loss_as_the_gradient_says(void **state)
{
    random_stream stream = {11};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        point p = point_drawn(&stream);
        const neuron_pass f = neuron_forward(&p.n, &p.s);
        const slopes d = neuron_backward(&p.s, &f);
        const double lr = 1e-4;
        neuron_step(&p.n, &(neuron){d.dL_dw, d.dL_db}, lr);
        const double fell = f.loss - neuron_forward(&p.n, &p.s).loss;
        const double told = lr * (d.dL_dw * d.dL_dw + d.dL_db * d.dL_db);
        assert_near(fell, told, 1e-3 * told + 1e-15);
        telling += told > 1e-10;
    }
    assert_true(telling > POINTS * 8 / 10);
}

/* Many steps are one step many times, and none are none. */
static void neuron_train_goes_there_back_and_one_step(void **state)
{
    const sample s = {1.5, 1.0};
    neuron by_hand = {0.6, -0.2}, trained = by_hand;
    neuron_train(&trained, &s, 0.5, 0);
    assert_same_bits(trained.w, 0.6);
    assert_same_bits(trained.b, -0.2);
    for (int step = 0; step < 7; step++) {
        const neuron_pass f = neuron_forward(&by_hand, &s);
        const slopes d = neuron_backward(&s, &f);
        neuron_step(&by_hand, &(neuron){d.dL_dw, d.dL_db}, 0.5);
    }
    neuron_train(&trained, &s, 0.5, 3);
    neuron_train(&trained, &s, 0.5, 4);
    assert_same_bits(trained.w, by_hand.w);
    assert_same_bits(trained.b, by_hand.b);
}

/* What others published, and what the book says. Half a unit of the last
   digit given. */

/* The worked example of this book's contents: w = 0.6, x = 1.5, b = -0.2,
   y = 1; recomputed with NumPy and PyTorch. */
static const neuron worked_neuron = {0.6, -0.2};
static const sample worked_sample = {1.5, 1.0};

static void worked_example_has_its_digits(void **state)
{
    const neuron_pass f = neuron_forward(&worked_neuron, &worked_sample);
    const slopes d = neuron_backward(&worked_sample, &f);
    assert_near(f.z, 0.7, 1e-15);
    assert_near(f.yhat, 0.668188, 5e-7);
    assert_near(f.loss, 0.055050, 5e-7);
    assert_near(d.dL_dw, -0.110351, 5e-7);
    assert_near(d.dL_db, -0.073567, 5e-7);
}

static void nudging_the_worked_example_has_its_digits(void **state)
{
    const neuron nudged = {0.601, -0.2};
    assert_near(neuron_forward(&nudged, &worked_sample).loss, 0.054939,
                5e-7);
}

/* The notebook's erratum 4: dw/dL = dyhat/dL dz/dyhat dw/dz, every factor
   upside down, is the reciprocal of the gradient. */
static void chain_upside_down_gives_minus_9_062(void **state)
{
    const neuron_pass f = neuron_forward(&worked_neuron, &worked_sample);
    const slopes d = neuron_backward(&worked_sample, &f);
    const double upside_down =
        1.0 / d.dL_dyhat * (1.0 / d.dyhat_dz) * (1.0 / d.dz_dw);
    assert_near(upside_down, -9.062, 5e-4);
    assert_near(upside_down, 1.0 / d.dL_dw, 1e-14);
}

/* 300 steps of gradient descent from (w, b), input 1, target 0. */
static void nielsen_run(double w, double b, double first, double last)
{
    neuron n = {w, b};
    const sample s = {1.0, 0.0};
    assert_near(neuron_forward(&n, &s).yhat, first, 5e-5);
    neuron_train(&n, &s, 0.15, 300);
    assert_near(neuron_forward(&n, &s).yhat, last, 5e-5);
}

/* Nielsen, Neural Networks and Deep Learning, chapter 3. */
static void nielsen_near_start_goes_from_0_8176_to_0_0940(void **state)
{
    nielsen_run(0.6, 0.9, 0.8176, 0.0940);
}

static void nielsen_far_start_goes_from_0_9820_to_0_2028(void **state)
{
    nielsen_run(2.0, 2.0, 0.9820, 0.2028);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sigmoid_has_its_known_values),
        cmocka_unit_test(sigmoid_is_half_a_hyperbolic_tangent),
        cmocka_unit_test(sigmoid_is_symmetric_and_rises),
        cmocka_unit_test(sigmoid_stays_in_range_at_plus_and_minus_1000),
        cmocka_unit_test(
            sigmoid_rounds_to_one_at_36_74_and_to_zero_at_minus_709_78),
        cmocka_unit_test(sigmoid_takes_denormals),
        cmocka_unit_test(neuron_passes_a_nan_on),
        cmocka_unit_test(forward_pass_is_its_three_formulas),
        cmocka_unit_test(half_square_has_its_known_values),
        cmocka_unit_test(sigmoid_prime_matches_central_differences),
        cmocka_unit_test(sigmoid_prime_matches_the_complex_step),
        cmocka_unit_test(sigmoid_prime_has_the_digits_of_the_erratum),
        cmocka_unit_test(sigmoid_prime_is_at_most_a_quarter),
        cmocka_unit_test(loss_slope_matches_central_differences),
        cmocka_unit_test(loss_slope_matches_the_complex_step),
        cmocka_unit_test(z_slopes_match_central_differences),
        cmocka_unit_test(z_slopes_match_the_complex_step),
        cmocka_unit_test(chain_rule_matches_central_differences),
        cmocka_unit_test(chain_rule_matches_the_complex_step),
        cmocka_unit_test(weight_and_bias_share_two_factors),
        cmocka_unit_test(backward_uses_the_forward_pass_that_it_is_given),
        cmocka_unit_test(gradient_is_zero_and_finite_at_z_of_1000),
        cmocka_unit_test(
            neuron_step_moves_each_parameter_against_its_slope),
        cmocka_unit_test(neuron_step_with_learning_rate_0_changes_no_bit),
        cmocka_unit_test(small_step_lowers_the_loss_as_the_gradient_says),
        cmocka_unit_test(neuron_train_goes_there_back_and_one_step),
        cmocka_unit_test(worked_example_has_its_digits),
        cmocka_unit_test(nudging_the_worked_example_has_its_digits),
        cmocka_unit_test(chain_upside_down_gives_minus_9_062),
        cmocka_unit_test(nielsen_near_start_goes_from_0_8176_to_0_0940),
        cmocka_unit_test(nielsen_far_start_goes_from_0_9820_to_0_2028),
    };
    return cmocka_run_group_tests_name("neuron", tests, NULL, NULL) != 0;
}
