/* optimizer.c: what becomes of a gradient. Each step is compared with the
   sums that its averages stand for, written out with powers and kept in no
   memory; and with what can be said of it by hand. */
#include "03-adam/optimizer.h"
#include "02-network/points.h"
#include "running.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Keras's constants, but for epsilon. */
static optimizer usual(optimizer_step step, double epsilon)
{
    return (optimizer){step, 0.001, 0.9, 0.999, epsilon};
}

/* As many parameters as the network has, where the suite does not say how
   many: an odd number, so that one is left over where a compiler takes them
   by twos or fours. */
enum { COUNT = PARAMETERS };

/* A memory of no gradient yet. */
#define MOMENTS_NONE                                                       \
    ((moments){.m = (double[COUNT]){0.0}, .v = (double[COUNT]){0.0}})

/* How far a step against a gradient that is g in all its places goes, in
   units of lr, down being positive: from 0, so that no digit is lost. In
   each place the same. */
static double way_down(const optimizer *o, moments *seen, double g)
{
    double theta[COUNT] = {0.0}, all[COUNT];
    for (int k = 0; k < COUNT; k++)
        all[k] = g;
    o->step(o, seen, COUNT, theta, all);
    for (int k = 1; k < COUNT; k++)
        assert_same_bits(theta[k], theta[0]);
    return -theta[0] / o->lr;
}

/* So many numbers of either sign. */
static void draw(random_stream *stream, double numbers[], int count)
{
    for (int k = 0; k < count; k++)
        numbers[k] = random_normal(stream);
}

static const optimizer_step all_steps[] = {
    gd_step,   momentum_step,    rms_step,
    adam_step, adam_step_inside, uncorrected_step};
enum { STEPS = sizeof all_steps / sizeof all_steps[0] };

static bool is_adam(optimizer_step step)
{
    return step == adam_step || step == adam_step_inside;
}

/* Against the sums. */

/* The average of the first t numbers, the last of them the newest, begun
   at 0: (1 - beta) times the sum of beta^(t - i) g[i]^power. In size, the
   same of their sizes, to which rounding is in proportion. */
static double sum_of(const double g[], int t, double beta, int power,
                     double *size)
{
    double sum = 0.0;
    *size = 0.0;
    for (int i = 0; i < t; i++) {
        const double term = (1.0 - beta) *
                            (t - 1 - i == 0 ? 1.0 : pow(beta, t - 1 - i)) *
                            pow(g[i], power);
        sum += term;
        *size += fabs(term);
    }
    return sum;
}

/* How far step t goes against the gradients g[0] to g[t - 1]. */
static double way_by_sums(const optimizer *o, const double g[], int t,
                          double *size)
{
    double m_size, v_size;
    const double m = sum_of(g, t, o->beta1, 1, &m_size);
    const double v = sum_of(g, t, o->beta2, 2, &v_size);
    const double of_m = 1.0 - pow(o->beta1, t),
                 of_v = 1.0 - pow(o->beta2, t);
    double numerator = m, denominator = 1.0;
    if (o->step == gd_step || o->step == rms_step)
        numerator = m_size = g[t - 1];
    if (o->step == rms_step || o->step == uncorrected_step)
        denominator = sqrt(v) + o->epsilon;
    if (o->step == adam_step)
        denominator = of_m / sqrt(of_v) * (sqrt(v) + o->epsilon);
    if (o->step == adam_step_inside)
        denominator = of_m * (sqrt(v / of_v) + o->epsilon);
    *size = o->lr * fabs(m_size) / denominator;
    return o->lr * numerator / denominator;
}

static void steps_are_those_of_the_sums_of_all_gradients(void **state)
{
    enum { SETS = 12, LAST = 60 };
    random_stream stream = {1};
    for (int s = 0; s < STEPS; s++)
        for (int set = 0; set < SETS; set++) {
            const optimizer o = {
                all_steps[s], pow(10.0, between(&stream, -4.0, 0.5)),
                set == 0 ? 0.0 : random_uniform(&stream),
                set == 1 ? 0.0 : between(&stream, 0.5, 0.9999),
                pow(10.0, between(&stream, -9.0, 0.0))};
            const double scale = pow(10.0, between(&stream, -6.0, 6.0));
            double all[COUNT][LAST];
            moments seen = MOMENTS_NONE;
            for (int t = 1; t <= LAST; t++) {
                double theta[COUNT] = {0.0}, g[COUNT];
                for (int k = 0; k < COUNT; k++)
                    g[k] = all[k][t - 1] = scale * random_normal(&stream);
                o.step(&o, &seen, COUNT, theta, g);
                for (int k = 0; k < COUNT; k++) {
                    double size;
                    const double way = way_by_sums(&o, all[k], t, &size);
                    assert_near(-theta[k], way, 1e-12 * size);
                    assert_same_bits(g[k], all[k][t - 1]);
                }
            }
        }
}

/* And not from 0. */
static void steps_are_taken_from_where_the_parameters_are(void **state)
{
    random_stream stream = {2};
    for (int s = 0; s < STEPS; s++) {
        const optimizer o = {all_steps[s], 0.25, 0.5, 0.75, 0.5};
        moments seen = MOMENTS_NONE, again = MOMENTS_NONE;
        double theta[COUNT], before[COUNT], g[COUNT];
        draw(&stream, theta, COUNT);
        for (int t = 0; t < 20; t++) {
            double way[COUNT] = {0.0};
            memcpy(before, theta, sizeof theta);
            draw(&stream, g, COUNT);
            o.step(&o, &seen, COUNT, theta, g);
            o.step(&o, &again, COUNT, way, g);
            for (int k = 0; k < COUNT; k++) {
                assert_near(theta[k], before[k] + way[k],
                            4.0 * DBL_EPSILON);
                assert_true(theta[k] != before[k]);
            }
        }
    }
}

/* The count. */

/* Each of many parameters goes where it would go alone, and what stands
   behind the last is left as it is. */
static void steps_take_so_many_parameters_each_for_itself(void **state)
{
    enum { MOST = 100, LAST = 20 };
    static const int counts[] = {1, 2, 3, 7, MOST};
    static const double behind = 5.0;
    random_stream stream = {8};
    for (int s = 0; s < STEPS; s++)
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++) {
            const optimizer o = {all_steps[s], 0.25, 0.5, 0.75, 1e-3};
            const int count = counts[c];
            double start[MOST], theta[MOST + 1], g[LAST][MOST + 1];
            double m[MOST + 1] = {0.0}, v[MOST + 1] = {0.0};
            moments seen = {.m = m, .v = v};
            draw(&stream, start, count);
            memcpy(theta, start, (size_t)count * sizeof start[0]);
            theta[count] = m[count] = v[count] = behind;
            for (int t = 0; t < LAST; t++) {
                draw(&stream, g[t], count + 1);
                o.step(&o, &seen, count, theta, g[t]);
            }
            for (int k = 0; k < count; k++) {
                double alone = start[k], its_m = 0.0, its_v = 0.0;
                moments its = {.m = &its_m, .v = &its_v};
                for (int t = 0; t < LAST; t++)
                    o.step(&o, &its, 1, &alone, &g[t][k]);
                assert_same_bits(theta[k], alone);
                assert_same_bits(m[k], its_m);
                assert_same_bits(v[k], its_v);
                assert_same_bits(seen.m_share, its.m_share);
                assert_same_bits(seen.v_share, its.v_share);
            }
            assert_same_bits(theta[count], behind);
            assert_same_bits(m[count], behind);
            assert_same_bits(v[count], behind);
        }
}

/* The memory. */

/* All numbers are exact here. */
static void averages_and_weights_of_three_steps_by_hand(void **state)
{
    static const struct {
        double g, m, v, m_share, v_share;
    } steps[] = {{4.0, 2.0, 4.0, 0.5, 0.25},
                 {-8.0, -3.0, 19.0, 0.75, 0.4375},
                 {2.0, -0.5, 15.25, 0.875, 0.578125}};
    for (int s = 0; s < STEPS; s++) {
        const optimizer o = {all_steps[s], 0.1, 0.5, 0.75, 0.1};
        moments seen = MOMENTS_NONE;
        for (int t = 0; t < 3; t++) {
            way_down(&o, &seen, steps[t].g);
            if (o.step == gd_step)
                continue;
            for (int k = 0; k < COUNT; k++) {
                assert_same_bits(seen.m[k], steps[t].m);
                assert_same_bits(seen.v[k], steps[t].v);
            }
            assert_same_bits(seen.m_share, steps[t].m_share);
            assert_same_bits(seen.v_share, steps[t].v_share);
        }
    }
}

/* Plain steps. */

static void gd_step_is_network_step_and_remembers_nothing(void **state)
{
    random_stream stream = {3};
    for (int i = 0; i < 50; i++) {
        const optimizer o = {gd_step, between(&stream, 0.0, 3.0), 0.9,
                             0.999, 1e-7};
        const network gradient = network_start(INIT_NORMAL, &stream);
        network net = network_start(INIT_NORMAL, &stream), expected = net;
        network m = network_start(INIT_NORMAL, &stream), same_m = m;
        network v = network_start(INIT_UNIFORM, &stream), same_v = v;
        moments seen = {m.all, v.all, 0.5, 0.25};
        gd_step(&o, &seen, PARAMETERS, net.all, gradient.all);
        network_step(&expected, &gradient, o.lr);
        assert_memory_equal(&net, &expected, sizeof net);
        assert_memory_equal(&m, &same_m, sizeof m);
        assert_memory_equal(&v, &same_v, sizeof v);
        assert_same_bits(seen.m_share, 0.5);
        assert_same_bits(seen.v_share, 0.25);
    }
}

/* The stages. */

static void momentum_of_a_steady_gradient_grows_to_gd(void **state)
{
    const optimizer o = usual(momentum_step, 0.0);
    moments seen = MOMENTS_NONE;
    assert_relative(way_down(&o, &seen, 5.0), 0.5, 1e-15);
    assert_relative(way_down(&o, &seen, 5.0), 0.95, 1e-15);
    assert_relative(way_down(&o, &seen, 5.0), 1.355, 1e-15);
    for (int t = 4; t < 500; t++)
        way_down(&o, &seen, 5.0);
    assert_relative(way_down(&o, &seen, 5.0), 5.0, 1e-14);
    /* A zigzag is damped by (1 - beta1) / (1 + beta1), 19 times. */
    for (int t = 0; t < 500; t++)
        way_down(&o, &seen, t % 2 == 0 ? 5.0 : -5.0);
    assert_relative(way_down(&o, &seen, 5.0), 5.0 / 19.0, 1e-12);
}

/* Its first step is 1 / sqrt(1 - beta2) times lr, and that of the third
   stage a tenth of it: 31.6 and 3.16. */
static void rms_and_uncorrected_begin_too_far(void **state)
{
    const optimizer rms = usual(rms_step, 0.0);
    const optimizer both = usual(uncorrected_step, 0.0);
    moments seen = MOMENTS_NONE, too = MOMENTS_NONE;
    double beta1_t = 1.0, beta2_t = 1.0, farthest = 0.0;
    for (int t = 1; t <= 20000; t++) {
        beta1_t *= 0.9;
        beta2_t *= 0.999;
        const double one = way_down(&rms, &seen, -3.0);
        const double other = way_down(&both, &too, -3.0);
        assert_relative(one, -1.0 / sqrt(1.0 - beta2_t), 1e-12);
        assert_relative(other, -(1.0 - beta1_t) / sqrt(1.0 - beta2_t),
                        1e-12);
        farthest = fmax(farthest, -other);
        if (t == 1) {
            assert_near(one, -31.6228, 1e-4);
            assert_near(other, -3.16228, 1e-5);
        }
    }
    assert_near(farthest, 6.5685, 1e-4);
    assert_near(way_down(&rms, &seen, -3.0), -1.0, 1e-8);
    assert_near(way_down(&both, &too, -3.0), -1.0, 1e-8);
}

/* Adam. */

static void first_step_of_adam_is_lr_against_the_sign(void **state)
{
    for (int s = 0; s < STEPS; s++)
        for (int e = -100; is_adam(all_steps[s]) && e <= 100; e += 10)
            for (int sign = -1; sign <= 1; sign += 2) {
                const optimizer o = usual(all_steps[s], 0.0);
                moments seen = MOMENTS_NONE;
                assert_relative(way_down(&o, &seen, sign * pow(10.0, e)),
                                sign, 1e-13);
            }
}

static void nothing_moves_while_nothing_pulls(void **state)
{
    for (int s = 0; s < STEPS; s++) {
        const optimizer o = usual(all_steps[s], 1e-7);
        moments seen = MOMENTS_NONE;
        for (int t = 0; t < 100; t++)
            assert_near(way_down(&o, &seen, 0.0), 0.0, 0.0);
    }
}

static void steady_gradient_gives_steps_of_lr_for_ever(void **state)
{
    for (int s = 0; s < STEPS; s++)
        for (int e = -20; is_adam(all_steps[s]) && e <= 20; e += 20) {
            const optimizer o = usual(all_steps[s], 0.0);
            moments seen = MOMENTS_NONE;
            for (int t = 1; t <= 20000; t++)
                assert_relative(way_down(&o, &seen, -pow(10.0, e)), -1.0,
                                1e-12);
        }
}

/* The gradients 1, 2, 4 with the usual constants: m is 0.1, 0.29, 0.661;
   v is 0.001, 0.004999, 0.020994001; what m lacks of a mean of its own is
   0.1, 0.19, 0.271, and v 0.001, 0.001999, 0.002997001. */
static void bias_correction_of_three_steps_by_hand(void **state)
{
    static const double m[] = {0.1, 0.29, 0.661};
    static const double v[] = {0.001, 0.004999, 0.020994001};
    static const double of_m[] = {0.1, 0.19, 0.271};
    static const double of_v[] = {0.001, 0.001999, 0.002997001};
    const optimizer keras = usual(adam_step, 1e-4);
    const optimizer paper = usual(adam_step_inside, 1e-4);
    moments seen = MOMENTS_NONE, too = MOMENTS_NONE;
    for (int t = 0; t < 3; t++) {
        const double g = t == 0 ? 1.0 : 2.0 * t;
        assert_relative(
            way_down(&keras, &seen, g),
            m[t] / of_m[t] * sqrt(of_v[t]) / (sqrt(v[t]) + 1e-4), 1e-13);
        assert_relative(way_down(&paper, &too, g),
                        m[t] / of_m[t] / (sqrt(v[t] / of_v[t]) + 1e-4),
                        1e-13);
        for (int k = 0; k < COUNT; k++) {
            assert_relative(seen.m[k], m[t], 1e-14);
            assert_relative(seen.v[k], v[t], 1e-14);
        }
        assert_relative(seen.m_share, of_m[t], 1e-13);
        assert_relative(seen.v_share, of_v[t], 1e-13);
    }
}

/* Without memory, only the sign of the newest gradient is left. */
static void betas_of_0_leave_the_sign_of_the_gradient(void **state)
{
    random_stream stream = {4};
    for (int s = 0; s < STEPS; s++) {
        optimizer o = usual(all_steps[s], 0.0);
        o.beta1 = o.beta2 = 0.0;
        moments seen = MOMENTS_NONE;
        for (int t = 0; t < 100; t++) {
            const double g = random_normal(&stream);
            const bool plain = o.step == gd_step || o.step == momentum_step;
            assert_relative(way_down(&o, &seen, g),
                            plain ? g : copysign(1.0, g), 1e-15);
        }
    }
}

/* Gradients a thousand times as large give the same steps. */
static void scale_of_the_gradients_does_not_matter_to_adam(void **state)
{
    random_stream stream = {5};
    for (int s = 0; s < STEPS; s++) {
        const optimizer o = usual(all_steps[s], 0.0);
        moments seen = MOMENTS_NONE, too = MOMENTS_NONE;
        for (int t = 0; is_adam(o.step) && t < 300; t++) {
            const double g = random_normal(&stream);
            assert_relative(way_down(&o, &too, 1000.0 * g),
                            way_down(&o, &seen, g), 1e-11);
        }
    }
}

/* Epsilon. */

static double first_way(optimizer_step step, double epsilon, double g)
{
    const optimizer o = usual(step, epsilon);
    moments seen = MOMENTS_NONE;
    return way_down(&o, &seen, g);
}

/* At a first gradient of 1e-6, where sqrt(v) is 3.2e-8. */
static void epsilon_is_felt_by_small_gradients_in_either_form(void **state)
{
    assert_near(first_way(adam_step_inside, 1e-8, 1e-6), 0.990, 5e-4);
    assert_near(first_way(adam_step_inside, 1e-7, 1e-6), 0.909, 5e-4);
    assert_near(first_way(adam_step, 1e-7, 1e-6), 0.240, 5e-4);
    for (int e = -10; e <= 0; e++) {
        const double g = pow(10.0, e), root = sqrt(1.0 - 0.999);
        assert_relative(first_way(adam_step_inside, 1e-7, g),
                        g / (g + 1e-7), 1e-13);
        assert_relative(first_way(adam_step, 1e-7, g),
                        g / (g + 1e-7 / root), 1e-13);
        assert_relative(first_way(rms_step, 1e-7, g), g / (g * root + 1e-7),
                        1e-13);
        assert_relative(first_way(uncorrected_step, 1e-7, g),
                        0.1 * g / (g * root + 1e-7), 1e-13);
    }
}

/* In the end nothing is left to correct. */
static void both_forms_of_epsilon_come_to_the_same(void **state)
{
    random_stream stream = {6};
    const optimizer keras = usual(adam_step, 0.01);
    const optimizer paper = usual(adam_step_inside, 0.01);
    moments seen = MOMENTS_NONE, too = MOMENTS_NONE;
    for (int t = 1; t <= 40000; t++) {
        const double g = 0.01 * random_normal(&stream);
        const double one = way_down(&keras, &seen, g);
        const double other = way_down(&paper, &too, g);
        if (t < 100)
            assert_true(fabs(one) < 0.6 * fabs(other));
        if (t > 39900)
            assert_relative(one, other, 1e-12);
    }
}

/* The largest step: (1 - beta1) / sqrt(1 - beta2) / sqrt(1 - beta1^2 /
   beta2) times lr, by the inequality of Cauchy and Schwarz; and its case of
   equality, gradients that grow by beta2 / beta1 a step. After ten thousand
   steps at rest, when there is little left to correct. */

static void no_step_of_adam_is_longer_than_7_27_lr(void **state)
{
    const double bound =
        (1.0 - 0.9) / sqrt((1.0 - 0.999) * (1.0 - 0.9 * 0.9 / 0.999));
    assert_near(bound, 7.27, 5e-3);
    for (int s = 0; s < STEPS; s++) {
        if (!is_adam(all_steps[s]))
            continue;
        const optimizer o = usual(all_steps[s], 1e-7);
        moments seen = MOMENTS_NONE;
        double g = 1.0, way = 0.0;
        for (int t = 0; t < 10000; t++)
            way_down(&o, &seen, 0.0);
        for (int t = 0; t < 200; t++, g *= 0.999 / 0.9) {
            const double longer = way_down(&o, &seen, g);
            assert_true(longer > way);
            assert_true(longer < bound);
            way = longer;
        }
        assert_relative(way, bound, 1e-4);
    }
}

static void random_gradients_stay_below_that_length(void **state)
{
    random_stream stream = {7};
    double longest = 0.0;
    for (int s = 0; s < STEPS; s++)
        for (int run = 0; is_adam(all_steps[s]) && run < 20; run++) {
            const optimizer o = usual(all_steps[s], 0.0);
            moments seen = MOMENTS_NONE;
            for (int t = 0; t < 500; t++) {
                const double g = random_normal(&stream) *
                                 pow(10.0, between(&stream, -6.0, 6.0));
                longest = fmax(longest, fabs(way_down(&o, &seen, g)));
            }
        }
    assert_true(longest < 7.27);
    assert_true(longest > 1.0);
}

static void optimizers_and_stages_have_their_words_in_their_order(
    void **state)
{
    const char *const kinds[] = {
        [OPTIMIZER_GD] = "gd", [OPTIMIZER_ADAM] = "adam"};
    const char *const stages[] = {[STAGE_MOMENTUM] = "momentum",
                                  [STAGE_RMS] = "rms",
                                  [STAGE_UNCORRECTED] = "uncorrected",
                                  [STAGE_ADAM] = "adam"};
    assert_names(optimizer_words, kinds, sizeof kinds / sizeof kinds[0]);
    assert_names(stage_words, stages, sizeof stages / sizeof stages[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_those_of_the_sums_of_all_gradients),
        cmocka_unit_test(steps_are_taken_from_where_the_parameters_are),
        cmocka_unit_test(steps_take_so_many_parameters_each_for_itself),
        cmocka_unit_test(averages_and_weights_of_three_steps_by_hand),
        cmocka_unit_test(gd_step_is_network_step_and_remembers_nothing),
        cmocka_unit_test(momentum_of_a_steady_gradient_grows_to_gd),
        cmocka_unit_test(rms_and_uncorrected_begin_too_far),
        cmocka_unit_test(first_step_of_adam_is_lr_against_the_sign),
        cmocka_unit_test(nothing_moves_while_nothing_pulls),
        cmocka_unit_test(steady_gradient_gives_steps_of_lr_for_ever),
        cmocka_unit_test(bias_correction_of_three_steps_by_hand),
        cmocka_unit_test(betas_of_0_leave_the_sign_of_the_gradient),
        cmocka_unit_test(scale_of_the_gradients_does_not_matter_to_adam),
        cmocka_unit_test(epsilon_is_felt_by_small_gradients_in_either_form),
        cmocka_unit_test(both_forms_of_epsilon_come_to_the_same),
        cmocka_unit_test(no_step_of_adam_is_longer_than_7_27_lr),
        cmocka_unit_test(random_gradients_stay_below_that_length),
        cmocka_unit_test(
            optimizers_and_stages_have_their_words_in_their_order),
    };
    return cmocka_run_group_tests_name("optimizer", tests, NULL, NULL) != 0;
}
