/* mlp_start.c: where the training of a network of any depth begins. */
#include "04-digits/mlp_start.h"
#include "networks.h"
#include "running.h"

enum { KINDS = 2 };

/* The bound of layer l, by the papers. */
static double bound(mlp_init init, const int units[], int l)
{
    const double in = units[l - 1], out = units[l];
    return init == MLP_GLOROT ? sqrt(6.0 / (in + out)) : sqrt(6.0 / in);
}

/* Weight after weight, and none for a bias: the stream is where it is after
   as many numbers as there are weights. */
static void weights_are_drawn_in_the_order_of_the_list(void **state)
{
    const int units[] = {5, 4, 3, 6};
    for (int init = MLP_GLOROT; init <= MLP_HE; init++) {
        mlp net = mlp_new(3, units, tanh_units);
        random_stream stream = {9}, again = {9};
        for (int k = 0; k < net.count; k++)
            net.all[k] = NAN;
        mlp_draw(&net, (mlp_init)init, &stream);
        const double *next = net.all;
        for (int l = 1; l <= 3; l++) {
            const double rho = bound((mlp_init)init, units, l);
            for (int k = 0; k < units[l - 1] * units[l]; k++)
                assert_relative(*next++,
                                rho * (2.0 * random_uniform(&again) - 1.0),
                                1e-15);
            for (int k = 0; k < units[l]; k++)
                assert_same_bits(*next++, 0.0);
        }
        assert_true(stream.state == again.state);
        mlp_free(&net);
    }
}

/* Within its bound, close to both ends, with the variance of a uniform
   number: rho^2 / 3, which is 2 / (in + out) and 2 / in. */
static void weights_have_the_range_and_the_variance_of_their_layer(
    void **state)
{
    const int units[] = {64, 200, 30, 80};
    for (int init = MLP_GLOROT; init <= MLP_HE; init++) {
        mlp net = mlp_new(3, units, relu_units);
        random_stream stream = {1};
        mlp_draw(&net, (mlp_init)init, &stream);
        for (int l = 1; l <= 3; l++) {
            const int count = units[l - 1] * units[l];
            const double rho = bound((mlp_init)init, units, l);
            const double in = units[l - 1], out = units[l];
            double least = 0.0, most = 0.0, sum = 0.0, squares = 0.0;
            for (int k = 0; k < count; k++) {
                const double w = net.W[l][k];
                least = fmin(least, w);
                most = fmax(most, w);
                sum += w;
                squares += w * w;
            }
            assert_true(least >= -rho && most < rho);
            assert_true(least < -0.99 * rho && most > 0.99 * rho);
            const double variance =
                init == MLP_GLOROT ? 2.0 / (in + out) : 2.0 / in;
            assert_near(sum / count, 0.0, 5.0 * sqrt(variance / count));
            /* the variance of w^2 is 4/5 of the square of that of w */
            assert_near(squares / count, variance,
                        5.0 * variance * sqrt(0.8 / count));
        }
        mlp_free(&net);
    }
}

/* He's bound is Glorot's of a layer that leads to nothing. */
static void both_starts_of_a_seed_differ_by_a_factor(void **state)
{
    const int units[] = {3, 9, 2};
    mlp glorot = mlp_new(2, units, relu_units);
    mlp he = mlp_new(2, units, relu_units);
    random_stream stream = {5}, again = {5};
    mlp_draw(&glorot, MLP_GLOROT, &stream);
    mlp_draw(&he, MLP_HE, &again);
    for (int k = 0; k < 27; k++)
        assert_relative(he.W[1][k], 2.0 * glorot.W[1][k], 1e-15);
    for (int k = 0; k < 18; k++)
        assert_relative(he.W[2][k], sqrt(11.0 / 9.0) * glorot.W[2][k],
                        1e-15);
    mlp_free(&glorot);
    mlp_free(&he);
}

/* Chapter 3 draws a number for each bias, too, and throws it away; so after
   the first layer the two go apart. */
static void first_layer_is_drawn_as_in_chapter_3(void **state)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        mlp net = mlp_new(2, (int[]){2, 3, 1}, sigmoid_units);
        random_stream stream = {seed}, again = {seed};
        const network expected = network_start(INIT_GLOROT, &again);
        mlp_draw(&net, MLP_GLOROT, &stream);
        for (int k = 0; k < AT_B1; k++)
            assert_relative(net.all[k], expected.all[k], 1e-15);
        mlp_free(&net);
    }
}

static void starts_have_their_words_in_their_order(void **state)
{
    const char *const kinds[] = {[MLP_GLOROT] = "glorot", [MLP_HE] = "he"};
    assert_names(mlp_init_words, kinds, KINDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_drawn_in_the_order_of_the_list),
        cmocka_unit_test(
            weights_have_the_range_and_the_variance_of_their_layer),
        cmocka_unit_test(both_starts_of_a_seed_differ_by_a_factor),
        cmocka_unit_test(first_layer_is_drawn_as_in_chapter_3),
        cmocka_unit_test(starts_have_their_words_in_their_order),
    };
    return cmocka_run_group_tests_name("mlp_start", tests, NULL, NULL) != 0;
}
