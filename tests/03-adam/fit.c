/* fit.c: a loss and an optimizer, together: where they lead. */
#include "03-adam/fit.h"
#include "02-network/points.h"
#include "golden_adam.h"
#include "reference.h"
#include "test.h"

#include <float.h>
#include <math.h>

static const loss_function losses[] = {half_squares, mean_cross_entropy};
static const optimizer_step steps[] = {gd_step,          momentum_step,
                                       rms_step,         adam_step,
                                       adam_step_inside, uncorrected_step};
enum { LOSSES = 2, STEPS = sizeof steps / sizeof steps[0], POINTS = 50 };

static void assert_same_network(const network *actual,
                                const network *expected)
{
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(actual->all[k], expected->all[k]);
}

/* Trains on XOR. */
static network fitted(const fit *f, network net, long epochs)
{
    const batch rows = xor_rows();
    moments seen = moments_none();
    for (long epoch = 0; epoch < epochs; epoch++)
        fit_epoch(f, &net, &seen, &rows);
    return net;
}

static void fit_of_keras_has_its_loss_optimizer_and_constants(void **state)
{
    const fit f = fit_keras();
    assert_true(f.loss == mean_cross_entropy);
    assert_true(f.how.step == adam_step);
    assert_same_bits(f.how.lr, 0.001);
    assert_same_bits(f.how.beta1, 0.9);
    assert_same_bits(f.how.beta2, 0.999);
    assert_same_bits(f.how.epsilon, 1e-7);
}

/* The gradient. */

static void gradients_at_the_golden_start_are_those_of_pytorch(void **state)
{
    const batch rows = xor_rows();
    fit f = fit_keras();
    network gradient;
    assert_relative(fit_gradient(&f, &golden_start, &rows, &gradient),
                    golden_bce_loss, 1e-14);
    for (int k = 0; k < PARAMETERS; k++)
        assert_near(gradient.all[k], golden_bce_gradient.all[k], 1e-15);
    f.loss = half_squares;
    assert_relative(fit_gradient(&f, &golden_start, &rows, &gradient),
                    golden_loss, 1e-14);
    for (int k = 0; k < PARAMETERS; k++)
        assert_near(gradient.all[k], golden_gradient.all[k], 1e-15);
}

/* Also on fewer rows than four. */
static void gradient_is_that_of_its_loss_and_moves_nothing(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < POINTS; i++)
        for (int l = 0; l < LOSSES; l++) {
            const point at = wild_point(&stream, 1 + i % ROWS);
            const fit f = {losses[l], {adam_step, 1.0, 0.9, 0.9, 1.0}};
            const point before = at;
            network gradient, expected;
            network_pass p;
            double dL_dz2[ROWS];
            const double loss =
                fit_gradient(&f, &at.net, &at.rows, &gradient);
            network_forward(&at.net, &at.rows, &p);
            assert_same_bits(loss, losses[l](&at.rows, &p, dL_dz2));
            network_backward(&at.net, &at.rows, &p, dL_dz2, &expected);
            assert_same_network(&gradient, &expected);
            assert_memory_equal(&at, &before, sizeof at);
        }
}

/* One epoch. */

static void epoch_is_one_step_and_returns_the_loss_before_it(void **state)
{
    random_stream stream = {2};
    for (int i = 0; i < POINTS; i++)
        for (int l = 0; l < LOSSES; l++)
            for (int s = 0; s < STEPS; s++) {
                const point at = wild_point(&stream, 1 + i % ROWS);
                const fit f = {losses[l], {steps[s], 0.3, 0.8, 0.95, 1e-3}};
                moments seen = moments_none(), again = seen;
                network net = at.net, expected = at.net, gradient;
                for (int epoch = 0; epoch < 3; epoch++) {
                    const double before =
                        network_loss(losses[l], &net, &at.rows);
                    assert_same_bits(fit_epoch(&f, &net, &seen, &at.rows),
                                     before);
                    fit_gradient(&f, &expected, &at.rows, &gradient);
                    steps[s](&f.how, &again, &expected, &gradient);
                    assert_same_network(&net, &expected);
                    assert_memory_equal(&seen, &again, sizeof seen);
                    assert_true(network_loss(losses[l], &net, &at.rows) !=
                                before);
                }
            }
}

/* Where training leads. */

/* Where this was written they agree to 4e-14 of each number, after 10,000
   steps too: nothing on the way draws a rounding out. */
static void keras_run_goes_where_numpy_goes(void **state)
{
    const batch rows = xor_rows();
    const fit f = fit_keras();
    for (size_t i = 0; i < sizeof golden_adam / sizeof golden_adam[0];
         i++) {
        const golden_end *end = &golden_adam[i];
        const network net = fitted(&f, golden_start, end->epochs);
        network_pass p;
        network_forward(&net, &rows, &p);
        for (int k = 0; k < PARAMETERS; k++)
            assert_relative(net.all[k], end->net.all[k], 1e-10);
        for (int n = 0; n < ROWS; n++)
            assert_relative(p.yhat[n], end->yhat[n], 1e-10);
        assert_relative(network_loss(f.loss, &net, &rows), end->loss,
                        1e-10);
    }
}

/* What PyTorch and NumPy make of each loss and each kind of step, from two
   starts; reference.py had them do it. Run again,
   /usr/bin/python3 tests/03-adam/reference.py > tests/03-adam/reference.h
   writes the same file. */
static void runs_go_where_pytorch_and_numpy_go(void **state)
{
    const batch rows = xor_rows();
    int runs[LOSSES][STEPS] = {{0}};
    for (size_t i = 0; i < sizeof reference_runs / sizeof reference_runs[0];
         i++) {
        const reference_run *run = &reference_runs[i];
        const network net = fitted(&run->how, reference_starts[run->start],
                                   REFERENCE_EPOCHS);
        for (int k = 0; k < PARAMETERS; k++)
            assert_near(net.all[k], run->net.all[k], 1e-9);
        assert_near(network_loss(run->how.loss, &net, &rows), run->loss,
                    1e-9);
        for (int l = 0; l < LOSSES; l++)
            for (int s = 0; s < STEPS; s++)
                runs[l][s] += run->how.loss == losses[l] &&
                              run->how.how.step == steps[s];
    }
    for (int l = 0; l < LOSSES; l++)
        for (int s = 0; s < STEPS; s++)
            assert_true(runs[l][s] >= (s == 3 || s == 4 ? 4 : 2));
}

/* Half the squares with plain steps is chapter 2's program. */
static void gd_on_half_squares_is_the_descent_of_chapter_2(void **state)
{
    const descent d = {METHOD_GD, BUG_NONE, 0.5};
    const fit f = {half_squares, {gd_step, 0.5, 0.9, 0.999, 1e-7}};
    const batch rows = xor_rows();
    random_stream stream = {1};
    network net = golden_start;
    for (int epoch = 0; epoch < 1000; epoch++)
        descent_epoch(&d, &net, &rows, &stream);
    const network same = fitted(&f, golden_start, 1000);
    assert_same_network(&same, &net);
}

static void memory_is_kept_from_epoch_to_epoch(void **state)
{
    const batch rows = xor_rows();
    const fit f = fit_keras();
    network net = golden_start;
    for (int epoch = 0; epoch < 100; epoch++) {
        moments seen = moments_none();
        fit_epoch(&f, &net, &seen, &rows);
    }
    const network kept = fitted(&f, golden_start, 100);
    for (int k = 0; k < PARAMETERS; k++)
        assert_true(fabs(net.all[k] - kept.all[k]) > 1e-4);
}

/* A step of Adam is about lr long, and 2,000 of 0.001 carry a weight about
   2: measured over starts, the median is 2.2 and the most 3.6. */
static void two_thousand_steps_carry_a_weight_about_2(void **state)
{
    enum { STARTS = 101 };
    const fit f = fit_keras();
    double farthest = 0.0;
    int above = 0, all = 0;
    for (uint64_t seed = 1; seed <= STARTS; seed++) {
        random_stream stream = {seed};
        const network start = network_start(INIT_GLOROT, &stream);
        const network end = fitted(&f, start, 2000);
        for (int k = AT_W1; k < AT_B1; k++, all++) {
            const double way = fabs(end.all[k] - start.all[k]);
            farthest = fmax(farthest, way);
            above += way > 2.2;
        }
    }
    assert_near((double)above / all, 0.5, 0.1);
    assert_near(farthest, 3.6, 0.3);
}

/* Clones have the same gradients, the same memories and the same steps. */
static void cloned_hidden_units_stay_clones(void **state)
{
    for (int l = 0; l < LOSSES; l++)
        for (int s = 0; s < STEPS; s++) {
            const fit f = {losses[l], {steps[s], 0.01, 0.9, 0.999, 1e-7}};
            network net = golden_start;
            net.W1[0][2] = net.W1[0][0];
            net.W1[1][2] = net.W1[1][0];
            net.b1[2] = net.b1[0];
            net.W2[2] = net.W2[0];
            net = fitted(&f, net, 500);
            assert_same_bits(net.W1[0][2], net.W1[0][0]);
            assert_same_bits(net.W1[1][2], net.W1[1][0]);
            assert_same_bits(net.b1[2], net.b1[0]);
            assert_same_bits(net.W2[2], net.W2[0]);
            assert_true(net.W2[1] != net.W2[0]);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fit_of_keras_has_its_loss_optimizer_and_constants),
        cmocka_unit_test(
            gradients_at_the_golden_start_are_those_of_pytorch),
        cmocka_unit_test(gradient_is_that_of_its_loss_and_moves_nothing),
        cmocka_unit_test(epoch_is_one_step_and_returns_the_loss_before_it),
        cmocka_unit_test(keras_run_goes_where_numpy_goes),
        cmocka_unit_test(runs_go_where_pytorch_and_numpy_go),
        cmocka_unit_test(gd_on_half_squares_is_the_descent_of_chapter_2),
        cmocka_unit_test(memory_is_kept_from_epoch_to_epoch),
        cmocka_unit_test(two_thousand_steps_carry_a_weight_about_2),
        cmocka_unit_test(cloned_hidden_units_stay_clones),
    };
    return cmocka_run_group_tests_name("fit", tests, NULL, NULL) != 0;
}
