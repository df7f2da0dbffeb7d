/* loss.c: binary cross-entropy. Its values are compared with decimal numbers
   of 400 digits, its slopes with central differences, and the gradient that
   comes of them with the complex step, which knows nothing of the chain
   rule. */
#include "03-adam/loss.h"
#include "01-neuron/neuron.h"
#include "02-network/gradient.h"
#include "02-network/points.h"
#include "02-network/xor.h"
#include "golden_adam.h"
#include "running.h"

#include <float.h>
#include <math.h>

enum { POINTS = 500 };

/* The loss of one row with this logit, and its slope. */
static double one_row_loss(double z, double y, double *slope)
{
    const batch rows = {.size = 1, .y = {y}};
    const network_pass p = {.z2 = {z}, .yhat = {sigmoid(z)}};
    double dL_dz2[ROWS];
    const double loss = mean_cross_entropy(&rows, &p, dL_dz2);
    *slope = dL_dz2[0];
    return loss;
}

static double gradient_of(const point *at, network *gradient)
{
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(&at->net, &at->rows, &p);
    const double loss = mean_cross_entropy(&at->rows, &p, dL_dz2);
    network_backward(&at->net, &at->rows, &p, dL_dz2, gradient);
    return loss;
}

/* Of one row. */

/* max(z, 0) - z y + ln(1 + e^-|z|) and 1 / (1 + e^-z) in Python's decimal
   numbers, with getcontext().prec = 400, where z and y are the doubles
   themselves: Decimal(16.7), not Decimal("16.7"). Without .prec, 1 + e^-700
   would be 1. The results are rounded once, to double. */
static const struct {
    double z, at[3], yhat; /* the cross-entropy at y = 0, 1 and 1/4 */
} known[] = {
    {0.0,
     {0.69314718055994529, 0.69314718055994529, 0.69314718055994529},
     0.5},
    {1.0,
     {1.3132616875182228, 0.31326168751822281, 1.0632616875182228},
     0.7310585786300049},
    {-1.0,
     {0.31326168751822281, 1.3132616875182228, 0.56326168751822281},
     0.2689414213699951},
    {8.0,
     {8.000335406372896, 0.00033540637289576885, 6.000335406372896},
     0.99966464986953352},
    {-8.0,
     {0.00033540637289576885, 8.000335406372896, 2.000335406372896},
     0.00033535013046647811},
    {16.7,
     {16.700000055883311, 5.5883312363710348e-08, 12.525000055883313},
     0.99999994411668924},
    {-16.7,
     {5.5883312363710348e-08, 16.700000055883311, 4.175000055883312},
     5.5883310802238077e-08},
    {36.8,
     {36.799999999999997, 1.0422287905595919e-16, 27.599999999999998},
     0.99999999999999989},
    {-36.8,
     {1.0422287905595919e-16, 36.799999999999997, 9.1999999999999993},
     1.0422287905595919e-16},
    {50.0, {50, 1.9287498479639178e-22, 37.5}, 1},
    {-50.0, {1.9287498479639178e-22, 50, 12.5}, 1.9287498479639178e-22},
    {700.0, {700, 9.8596765437597708e-305, 525}, 1},
    {-700.0, {9.8596765437597708e-305, 700, 175}, 9.8596765437597708e-305},
    {1000.0, {1000, 0, 750}, 1},
    {-1000.0, {0, 1000, 250}, 0},
    {1e+308, {1e+308, 0, 7.5000000000000001e+307}, 1},
    {-1e+308, {0, 1e+308, 2.5e+307}, 0},
};
enum { KNOWN = sizeof known / sizeof known[0] };
static const double known_y[3] = {0.0, 1.0, 0.25};

/* e^-700 is good to 1 part in 10^15, not to 16 digits after the point. */
static void cross_entropy_has_its_known_values_at_all_logits(void **state)
{
    for (int i = 0; i < KNOWN; i++)
        for (int t = 0; t < 3; t++) {
            double slope;
            const double z = known[i].z, y = known_y[t];
            assert_relative(cross_entropy(z, y), known[i].at[t],
                            4.0 * DBL_EPSILON);
            assert_relative(one_row_loss(z, y, &slope), known[i].at[t],
                            4.0 * DBL_EPSILON);
            assert_near(slope, known[i].yhat - y, DBL_EPSILON);
        }
}

/* A target of 0 is not missed by an ulp: there, the smallest slope has all
   its digits. */
static void slope_towards_a_target_of_0_is_good_in_every_digit(void **state)
{
    for (int i = 0; i < KNOWN; i++) {
        double slope;
        one_row_loss(known[i].z, 0.0, &slope);
        assert_relative(slope, known[i].yhat, 4.0 * DBL_EPSILON);
    }
}

/* From yhat, as far as that goes: log of a yhat near 1 is off by an ulp of
   1. */
static void cross_entropy_is_what_the_likelihood_says(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++) {
        const double z = between(&stream, -30.0, 30.0);
        const double targets[] = {0.0, 1.0, random_uniform(&stream)};
        const double yes = 1.0 / (1.0 + exp(-z)), no = 1.0 / (1.0 + exp(z));
        for (int t = 0; t < 3; t++) {
            const double y = targets[t];
            assert_near(cross_entropy(z, y),
                        -y * log(yes) - (1.0 - y) * log(no),
                        2.0 * DBL_EPSILON * (1.0 + fabs(z)));
        }
    }
}

/* What holds of every z, down to the smallest and up to the largest. */
static void assert_sound(double z, double y)
{
    double slope;
    const double h = cross_entropy(z, y);
    assert_true(isfinite(h));
    assert_true(h >= 0.0);
    assert_same_bits(one_row_loss(z, y, &slope), h);
    assert_true(slope >= -1.0 && slope <= 1.0);
    /* Yes and no change places; 1 - y is exact for these y. */
    if (y == 0.0 || y == 1.0 || y == 0.5)
        assert_near(cross_entropy(-z, 1.0 - y), h, 0.0);
    if (y == 0.0 || y == 1.0)
        return;
    /* No answer costs less than the right one: the entropy of y. */
    assert_true(h >= (-y * log(y) - (1.0 - y) * log1p(-y)) * (1.0 - 1e-14) -
                         DBL_EPSILON * fabs(z));
}

static void cross_entropy_is_finite_and_not_negative_everywhere(
    void **state)
{
    const double edges[] = {0.0,
                            DBL_TRUE_MIN,
                            DBL_MIN,
                            DBL_EPSILON,
                            36.04365338911715,
                            36.7368005696771,
                            709.782712893384,
                            745.1332191019412,
                            1e16,
                            DBL_MAX};
    const double shares[] = {
        0.0, DBL_TRUE_MIN, 1e-9, 0.1, 0.5, 0.9, 1.0 - DBL_EPSILON / 2.0,
        1.0};
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
        for (size_t t = 0; t < sizeof shares / sizeof shares[0]; t++)
            for (int side = -1; side <= 1; side++)
                for (int sign = -1; sign <= 1; sign += 2) {
                    const double z = side < 0 ? nextafter(edges[i], -1.0)
                                     : side > 0
                                         ? nextafter(edges[i], DBL_MAX)
                                         : edges[i];
                    assert_sound(sign * z, shares[t]);
                }
    random_stream stream = {2};
    for (int i = 0; i < POINTS; i++) {
        const double size = pow(10.0, between(&stream, -320.0, 308.0));
        const double y = random_uniform(&stream);
        const double targets[] = {0.0, 1.0, 0.5, y};
        for (int t = 0; t < 4; t++) {
            assert_sound(size, targets[t]);
            assert_sound(-size, targets[t]);
        }
    }
}

static void nan_is_a_nan(void **state)
{
    double slope;
    assert_true(isnan(cross_entropy(NAN, 0.0)));
    assert_true(isnan(cross_entropy(NAN, 1.0)));
    assert_true(isnan(cross_entropy(1.0, NAN)));
    assert_true(isnan(one_row_loss(NAN, 1.0, &slope)));
    assert_true(isnan(slope));
}

/* Slopes. */

typedef struct {
    double z, y;
} logit;

/* The cross-entropy as a function of the prediction, whose logit is the
   logarithm of its odds. */
typedef struct {
    double yhat, y;
} prediction;

static double loss_at_prediction(const void *state)
{
    const prediction *at = state;
    return cross_entropy(log(at->yhat / (1.0 - at->yhat)), at->y);
}

static void slope_by_the_prediction_matches_central_differences(
    void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < POINTS; i++) {
        const double targets[] = {0.0, 1.0, random_uniform(&stream)};
        for (int t = 0; t < 3; t++) {
            prediction at = {between(&stream, 0.02, 0.98), targets[t]};
            const difference d =
                central_difference(loss_at_prediction, &at, &at.yhat, 1e-6);
            assert_relative(d.slope,
                            (at.yhat - at.y) / (at.yhat * (1.0 - at.yhat)),
                            1e-6 + 1e-8 / fabs(at.yhat - at.y));
        }
    }
}

static double loss_at_logit(const void *state)
{
    const logit *at = state;
    return cross_entropy(at->z, at->y);
}

static void slope_matches_central_differences(void **state)
{
    random_stream stream = {3};
    int telling = 0;
    for (int i = 0; i < POINTS; i++) {
        const double targets[] = {0.0, 1.0, random_uniform(&stream)};
        for (int t = 0; t < 3; t++) {
            logit at = {between(&stream, -12.0, 12.0), targets[t]};
            double slope;
            one_row_loss(at.z, at.y, &slope);
            const difference d =
                central_difference(loss_at_logit, &at, &at.z, 1e-5);
            assert_near(slope, d.slope, 1e-9);
            telling += fabs(slope) > 1e-3;
        }
    }
    assert_true(telling > 3 * POINTS * 8 / 10);
}

/* The chain rule goes through yhat, whose slope is yhat (1 - yhat): that
   factor is the denominator of the loss's own, and cancels. */
static void slope_is_the_product_of_the_chain_rule(void **state)
{
    random_stream stream = {4};
    for (int i = 0; i < POINTS; i++) {
        const double z = between(&stream, -36.0, 36.0), yhat = sigmoid(z);
        const double targets[] = {0.0, 1.0, random_uniform(&stream)};
        for (int t = 0; t < 3; t++) {
            const double y = targets[t];
            const double dL_dyhat = (1.0 - y) / (1.0 - yhat) - y / yhat;
            double slope;
            one_row_loss(z, y, &slope);
            assert_near(slope, dL_dyhat * sigmoid_prime_from_output(yhat),
                        6.0 * DBL_EPSILON);
            if (t < 2)
                assert_relative(slope,
                                dL_dyhat * sigmoid_prime_from_output(yhat),
                                6.0 * DBL_EPSILON);
        }
    }
}

/* Where squared error sleeps: both slopes at z = -8, y = 1. */
static void slope_at_a_confident_mistake_is_nearly_1(void **state)
{
    const batch rows = {.size = 1, .y = {1.0}};
    const network_pass p = {.z2 = {-8.0}, .yhat = {sigmoid(-8.0)}};
    double squares[ROWS], entropy[ROWS];
    half_squares(&rows, &p, squares);
    mean_cross_entropy(&rows, &p, entropy);
    assert_near(squares[0], -0.000335, 5e-7);
    assert_near(entropy[0], -0.99966, 5e-6);
}

/* The mean over the rows. */

static void loss_is_the_mean_of_its_rows_and_so_are_its_slopes(void **state)
{
    random_stream stream = {5};
    for (int i = 0; i < POINTS; i++) {
        const point at = wild_point(&stream, 1 + i % ROWS);
        const int size = at.rows.size;
        network_pass p;
        double dL_dz2[ROWS] = {-7.0, -7.0, -7.0, -7.0}, sum = 0.0;
        network_forward(&at.net, &at.rows, &p);
        const double loss = mean_cross_entropy(&at.rows, &p, dL_dz2);
        for (int n = 0; n < ROWS; n++) {
            if (n >= size) {
                assert_same_bits(dL_dz2[n], -7.0);
                continue;
            }
            sum += cross_entropy(p.z2[n], at.rows.y[n]);
            assert_relative(dL_dz2[n], (p.yhat[n] - at.rows.y[n]) / size,
                            DBL_EPSILON);
        }
        assert_relative(loss, sum / size, 4.0 * DBL_EPSILON);
    }
    const batch rows = {.size = 2, .y = {0.0, 1.0, 0.0, 0.0}};
    const network_pass p = {.z2 = {0.0, 0.0, 99.0, 99.0},
                            .yhat = {0.5, 0.25, 1.0, 1.0}};
    double dL_dz2[ROWS];
    assert_relative(mean_cross_entropy(&rows, &p, dL_dz2), log(2.0),
                    DBL_EPSILON);
    assert_same_bits(dL_dz2[0], 0.25);
    assert_same_bits(dL_dz2[1], -0.375);
}

/* A prediction that is exactly 0 or 1, and wrong, has an infinite loss by
   the formula with yhat, and 0 times infinity for a slope. */
static void predictions_rounded_to_0_and_1_do_no_harm(void **state)
{
    const batch rows = {.size = 4, .y = {0.0, 1.0, 0.25, 1.0}};
    const network_pass p = {.z2 = {1000.0, -1000.0, 2000.0, 50.0},
                            .yhat = {1.0, 0.0, 1.0, 1.0}};
    double dL_dz2[ROWS];
    assert_same_bits(mean_cross_entropy(&rows, &p, dL_dz2),
                     (1000.0 + 1000.0 + 1500.0) / 4.0);
    assert_same_bits(dL_dz2[0], 0.25);
    assert_same_bits(dL_dz2[1], -0.25);
    assert_same_bits(dL_dz2[2], 0.1875);
    assert_near(dL_dz2[3], 0.0, 0.0);
}

/* Through the network. */

static void golden_start_has_its_loss_and_gradient(void **state)
{
    const point at = {golden_start, xor_rows()};
    network gradient;
    assert_relative(gradient_of(&at, &gradient), golden_bce_loss, 1e-14);
    for (int k = 0; k < PARAMETERS; k++)
        assert_near(gradient.all[k], golden_bce_gradient.all[k], 1e-15);
}

static double complex mean_complex(const double complex q[],
                                   const batch *rows)
{
    double complex sum = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double complex z = z2_complex(q, rows->x[n]);
        const double complex yhat = sigmoid_complex(z);
        sum -=
            rows->y[n] * clog(yhat) + (1.0 - rows->y[n]) * clog(1.0 - yhat);
    }
    return sum / rows->size;
}

static void network_gradient_matches_the_complex_step(void **state)
{
    random_stream stream = {6};
    int telling[PARAMETERS] = {0};
    for (int i = 0; i < POINTS; i++) {
        point at = wild_point(&stream, 1 + i % ROWS);
        network gradient;
        if (i % 2 == 0)
            for (int n = 0; n < at.rows.size; n++)
                at.rows.y[n] = at.rows.y[n] > 0.5;
        const double loss = gradient_of(&at, &gradient);
        for (int k = 0; k < PARAMETERS; k++) {
            double complex q[PARAMETERS];
            complex_nudged(&at.net, k, q);
            const double complex nudged = mean_complex(q, &at.rows);
            assert_relative(loss, creal(nudged), 1e-13);
            assert_near(gradient.all[k], cimag(nudged) / tiny_step, 4e-15);
            telling[k] += fabs(gradient.all[k]) > 1e-3;
        }
    }
    for (int k = 0; k < PARAMETERS; k++)
        assert_true(telling[k] > POINTS * 8 / 10);
}

/* As --check does it. */
static void network_gradient_agrees_with_nudging(void **state)
{
    for (int init = INIT_UNIFORM; init <= INIT_HALF; init++)
        for (uint64_t seed = 1; seed <= 30; seed++) {
            random_stream stream = {seed};
            const point at = {network_start((init_kind)init, &stream),
                              xor_rows()};
            network gradient;
            derivative all[PARAMETERS];
            gradient_of(&at, &gradient);
            network_derivatives(mean_cross_entropy, &at.net, &at.rows,
                                &gradient, all);
            assert_true(derivatives_agree(all, PARAMETERS));
        }
}

/* Half the squares have no slope left here; this has. */
static void saturated_network_still_learns(void **state)
{
    point at = {.net = {.W2 = {1000.0, 1000.0, 1000.0}, .b2 = 1000.0},
                .rows = xor_rows()};
    network gradient;
    assert_same_bits(gradient_of(&at, &gradient), 1250.0);
    assert_same_bits(gradient.b2, 0.5);
    for (int j = 0; j < HIDDEN; j++) {
        assert_same_bits(gradient.W2[j], 0.25);
        assert_same_bits(gradient.b1[j], 125.0);
    }
    const network none = right_gradient(&at);
    for (int k = 0; k < PARAMETERS; k++)
        assert_near(none.all[k], 0.0, 0.0);
}

static void losses_have_their_words_in_their_order(void **state)
{
    const char *const kinds[] = {[LOSS_HALF] = "half", [LOSS_BCE] = "bce"};
    assert_names(loss_words, kinds, sizeof kinds / sizeof kinds[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cross_entropy_has_its_known_values_at_all_logits),
        cmocka_unit_test(
            slope_towards_a_target_of_0_is_good_in_every_digit),
        cmocka_unit_test(cross_entropy_is_what_the_likelihood_says),
        cmocka_unit_test(
            cross_entropy_is_finite_and_not_negative_everywhere),
        cmocka_unit_test(nan_is_a_nan),
        cmocka_unit_test(
            slope_by_the_prediction_matches_central_differences),
        cmocka_unit_test(slope_matches_central_differences),
        cmocka_unit_test(slope_is_the_product_of_the_chain_rule),
        cmocka_unit_test(slope_at_a_confident_mistake_is_nearly_1),
        cmocka_unit_test(
            loss_is_the_mean_of_its_rows_and_so_are_its_slopes),
        cmocka_unit_test(predictions_rounded_to_0_and_1_do_no_harm),
        cmocka_unit_test(golden_start_has_its_loss_and_gradient),
        cmocka_unit_test(network_gradient_matches_the_complex_step),
        cmocka_unit_test(network_gradient_agrees_with_nudging),
        cmocka_unit_test(saturated_network_still_learns),
        cmocka_unit_test(losses_have_their_words_in_their_order),
    };
    return cmocka_run_group_tests_name("loss", tests, NULL, NULL) != 0;
}
