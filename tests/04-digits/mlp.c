/* mlp.c: any number of layers, forward and backward. The passes are compared
   with the network in complex numbers, whose complex step knows nothing of
   the chain rule; with nudges; and with the network of chapters 2 and 3. */
#include "04-digits/mlp.h"
#include "01-neuron/check.h"
#include "02-network/gradient.h"
#include "03-adam/loss.h"
#include "03-adam/optimizer.h"
#include "04-digits/softmax.h"
#include "networks.h"
#include "test.h"

#include <float.h>

enum { ROUNDS = 30, DEEP = 6, WIDE = 8 };

/* Shape and room. */

static void network_is_a_list_of_matrices_and_begins_at_0(void **state)
{
    const int units[] = {4, 3, 5, 2};
    mlp net = mlp_new(3, units, tanh_units);
    assert_non_null(net.all);
    assert_int_equal(net.depth, 3);
    for (int l = 0; l <= 3; l++)
        assert_int_equal(net.units[l], units[l]);
    assert_true(net.hidden.of == tanh_units.of);
    assert_true(net.hidden.slope == tanh_units.slope);
    assert_int_equal(net.count, 12 + 3 + 15 + 5 + 10 + 2);
    assert_ptr_equal(net.W[1], net.all);
    assert_ptr_equal(net.b[1], net.all + 12);
    assert_ptr_equal(net.W[2], net.all + 15);
    assert_ptr_equal(net.b[2], net.all + 30);
    assert_ptr_equal(net.W[3], net.all + 35);
    assert_ptr_equal(net.b[3], net.all + 45);
    for (int k = 0; k < net.count; k++)
        assert_same_bits(net.all[k], 0.0);
    mlp_free(&net);
    assert_null(net.all);
}

static void network_of_64_32_10_has_2410_parameters(void **state)
{
    mlp net = mlp_new(2, (int[]){64, 32, 10}, sigmoid_units);
    assert_int_equal(net.count, 64 * 32 + 32 + 32 * 10 + 10);
    assert_int_equal(net.count, 2410);
    mlp_free(&net);
}

/* No number of a pass stands where another does. */
static void pass_has_room_of_its_own_for_each_unit(void **state)
{
    const int units[] = {4, 3, 5, 2};
    mlp net = mlp_new(3, units, relu_units);
    mlp_pass p = mlp_pass_new(&net);
    double next = 1.0;
    for (int round = 0; round < 2; round++) {
        for (int l = 0; l <= 3; l++)
            for (int k = 0; k < units[l]; k++) {
                if (round == 1)
                    assert_same_bits(p.a[l][k], next);
                p.a[l][k] = next++;
                if (round == 1)
                    assert_same_bits(p.delta[l][k], next);
                p.delta[l][k] = next++;
            }
        next = 1.0;
    }
    mlp_pass_free(&p);
    assert_null(p.all);
    mlp_free(&net);
}

/* A network with the passes through it, and a gradient. */
typedef struct {
    mlp net, gradient;
    mlp_pass pass;
    int outputs, right;
} bench;

static bench bench_of(mlp net)
{
    bench b = {net, mlp_new(net.depth, net.units, net.hidden),
               mlp_pass_new(&net), net.units[net.depth], 0};
    return b;
}

static void bench_free(bench *b)
{
    mlp_free(&b->net);
    mlp_free(&b->gradient);
    mlp_pass_free(&b->pass);
}

/* One with other inputs. */
static bench bench_drawn(random_stream *stream, int depth, int f)
{
    bench b = bench_of(mlp_any(stream, depth, *activations[f]));
    for (int i = 0; i < b.net.units[0]; i++)
        b.pass.a[0][i] = random_normal(stream);
    b.right = (int)random_below(stream, (uint64_t)b.outputs);
    return b;
}

/* The loss of the right answer, and its gradient from 0. */
static double bench_gradient(bench *b)
{
    double *const delta = b->pass.delta[b->net.depth];
    memset(b->gradient.all, 0, (size_t)b->net.count * sizeof(double));
    mlp_forward(&b->net, &b->pass);
    const double loss =
        softmax_loss(b->pass.a[b->net.depth], b->outputs, b->right, delta);
    softmax_loss_slope(delta, b->outputs, b->right, delta);
    mlp_backward(&b->net, &b->pass, &b->gradient);
    return loss;
}

/* Forward. */

/* Numbers that are exact in every step. */
static void forward_pass_by_hand(void **state)
{
    mlp net = mlp_new(2, (int[]){2, 3, 2}, relu_units);
    const double all[] = {1,    -2,   0.5,   2, 1,   -1, /* W1 */
                          0.25, 0.5,  -0.25,             /* b1 */
                          1,    2,    -1,    3, 0.5, 4,  /* W2 */
                          -3,   0.125};                  /* b2 */
    memcpy(net.all, all, sizeof all);
    mlp_pass p = mlp_pass_new(&net);
    p.a[0][0] = 1.0;
    p.a[0][1] = 2.0;
    mlp_forward(&net, &p);
    /* z1: 1 + 4 + 0.25, -2 + 2 + 0.5, 0.5 - 2 - 0.25 */
    assert_same_bits(p.a[1][0], 5.25);
    assert_same_bits(p.a[1][1], 0.5);
    assert_same_bits(p.a[1][2], 0.0);
    assert_same_bits(p.a[2][0], 5.25 - 0.5 - 3.0);
    assert_same_bits(p.a[2][1], 10.5 + 1.5 + 0.125);
    mlp_pass_free(&p);
    mlp_free(&net);
}

static void backward_pass_by_hand(void **state)
{
    mlp net = mlp_new(2, (int[]){2, 3, 2}, relu_units);
    bench b = bench_of(net);
    const double all[] = {1, -2, 0.5, 2, 1,   -1, 0.25, 0.5,  -0.25,
                          1, 2,  -1,  3, 0.5, 4,  -3,   0.125};
    const double expected[] = {
        /* delta1: 0.5 - 2, -0.5 - 3, and 0, asleep */
        -1.5,  -3.5,  0,    -3,   -7, 0, /* W1: by inputs of 1 and 2 */
        -1.5,  -3.5,  0,                 /* b1 */
        2.625, -5.25, 0.25, -0.5, 0,  0, /* W2: by 5.25, 0.5 and 0 */
        0.5,   -1};                      /* b2 */
    memcpy(net.all, all, sizeof all);
    b.pass.a[0][0] = 1.0;
    b.pass.a[0][1] = 2.0;
    mlp_forward(&net, &b.pass);
    b.pass.delta[2][0] = 0.5;
    b.pass.delta[2][1] = -1.0;
    mlp_backward(&net, &b.pass, &b.gradient);
    for (int k = 0; k < net.count; k++)
        assert_near(b.gradient.all[k], expected[k], 0.0);
    bench_free(&b);
}

static void logits_are_those_of_the_formula_at_any_depth(void **state)
{
    random_stream stream = {1};
    for (int round = 0; round < ROUNDS; round++)
        for (int f = 0; f < ACTIVATIONS; f++)
            for (int depth = 1; depth <= DEEP; depth++) {
                bench b = bench_drawn(&stream, depth, f);
                double complex z[WIDE];
                mlp_forward(&b.net, &b.pass);
                logits_complex(&b.net, b.pass.a[0], -1, z);
                for (int k = 0; k < b.outputs; k++)
                    assert_near(b.pass.a[depth][k], creal(z[k]),
                                1e-14 * (1.0 + cabs(z[k])));
                bench_free(&b);
            }
}

static void last_layer_is_linear_and_so_is_an_only_one(void **state)
{
    for (int f = 0; f < ACTIVATIONS; f++) {
        mlp net = mlp_new(1, (int[]){2, 2}, *activations[f]);
        const double all[] = {10, -20, 30, 40, 5, -6};
        memcpy(net.all, all, sizeof all);
        mlp_pass p = mlp_pass_new(&net);
        p.a[0][0] = 2.0;
        p.a[0][1] = -1.0;
        mlp_forward(&net, &p);
        assert_same_bits(p.a[1][0], 20.0 - 30.0 + 5.0);
        assert_same_bits(p.a[1][1], -40.0 - 40.0 - 6.0);
        mlp_pass_free(&p);
        mlp_free(&net);
    }
}

/* What stood in the pass before has no say in it. */
static void second_pass_is_the_first_again(void **state)
{
    random_stream stream = {2};
    for (int round = 0; round < ROUNDS; round++) {
        bench b = bench_drawn(&stream, 1 + round % DEEP, round % 3);
        mlp first = mlp_new(b.net.depth, b.net.units, b.net.hidden);
        const double loss = bench_gradient(&b);
        memcpy(first.all, b.gradient.all,
               (size_t)first.count * sizeof(double));
        for (int l = 1; l <= b.net.depth; l++)
            for (int k = 0; k < b.net.units[l]; k++)
                b.pass.a[l][k] = b.pass.delta[l][k] = NAN;
        assert_same_bits(bench_gradient(&b), loss);
        assert_memory_equal(first.all, b.gradient.all,
                            (size_t)first.count * sizeof(double));
        mlp_free(&first);
        bench_free(&b);
    }
}

/* Backward. */

static void gradient_is_that_of_the_complex_step_at_any_depth(void **state)
{
    random_stream stream = {3};
    int telling = 0, all = 0;
    for (int round = 0; round < ROUNDS; round++)
        for (int f = 0; f < ACTIVATIONS; f++)
            for (int depth = 1; depth <= DEEP; depth++) {
                bench b = bench_drawn(&stream, depth, f);
                const double loss = bench_gradient(&b);
                for (int k = 0; k < b.net.count; k++) {
                    double complex z[WIDE];
                    logits_complex(&b.net, b.pass.a[0], k, z);
                    const double complex moved =
                        loss_complex(z, b.outputs, b.right);
                    assert_near(loss, creal(moved), 1e-13 * (1.0 + loss));
                    assert_near(b.gradient.all[k], cimag(moved) / tiny_step,
                                1e-13);
                    telling += fabs(b.gradient.all[k]) > 1e-4;
                    all++;
                }
                bench_free(&b);
            }
    assert_true(telling > all / 2);
}

static double loss_of(const void *state)
{
    const bench *const b = state;
    bench copy = *b;
    double p[WIDE];
    mlp_forward(&copy.net, &copy.pass);
    return softmax_loss(b->pass.a[b->net.depth], b->outputs, b->right, p);
}

/* How many hidden units are above 0, with a parameter off by this much. */
static int awake(bench *b, double *number, double off)
{
    const double kept = *number;
    int above = 0;
    *number += off;
    mlp_forward(&b->net, &b->pass);
    *number = kept;
    for (int l = 1; l < b->net.depth; l++)
        for (int k = 0; k < b->net.units[l]; k++)
            above += b->pass.a[l][k] > 0.0;
    return above;
}

/* By the book's own means: from none to four hidden layers, wherever the
   nudge moves no unit over its kink. */
static void deep_gradients_agree_with_nudges(void **state)
{
    const double nudge = 1e-6;
    random_stream stream = {4};
    int kinks = 0, all = 0;
    for (int round = 0; round < ROUNDS; round++)
        for (int f = 0; f < ACTIVATIONS; f++)
            for (int depth = 1; depth <= 5; depth++) {
                bench b = bench_drawn(&stream, depth, f);
                bench_gradient(&b);
                for (int k = 0; k < b.net.count; k++, all++) {
                    double *const number = &b.net.all[k];
                    if (awake(&b, number, nudge) !=
                        awake(&b, number, -nudge))
                        kinks++;
                    else
                        assert_near(
                            b.gradient.all[k],
                            central_difference(loss_of, &b, number, nudge)
                                .slope,
                            1e-8);
                }
                bench_free(&b);
            }
    assert_true(kinks < all / 1000);
}

/* The derivatives by z of a layer are those by its biases. */
static void deltas_are_the_derivatives_by_the_biases(void **state)
{
    random_stream stream = {5};
    for (int round = 0; round < ROUNDS; round++) {
        bench b = bench_drawn(&stream, 1 + round % DEEP, round % 3);
        bench_gradient(&b);
        for (int l = 1; l <= b.net.depth; l++)
            for (int k = 0; k < b.net.units[l]; k++)
                assert_same_bits(b.pass.delta[l][k] + 0.0,
                                 b.gradient.b[l][k]);
        bench_free(&b);
    }
}

static void sample_adds_to_the_gradient(void **state)
{
    random_stream stream = {6};
    for (int round = 0; round < ROUNDS; round++) {
        bench b = bench_drawn(&stream, 1 + round % DEEP, round % 3);
        mlp once = mlp_new(b.net.depth, b.net.units, b.net.hidden);
        bench_gradient(&b);
        memcpy(once.all, b.gradient.all,
               (size_t)once.count * sizeof(double));
        for (int k = 0; k < once.count; k++)
            b.gradient.all[k] = k;
        mlp_backward(&b.net, &b.pass, &b.gradient);
        for (int k = 0; k < once.count; k++)
            assert_same_bits(b.gradient.all[k], k + once.all[k]);
        mlp_free(&once);
        bench_free(&b);
    }
}

static void passes_leave_the_inputs_and_the_network(void **state)
{
    random_stream stream = {7};
    for (int round = 0; round < ROUNDS; round++) {
        bench b = bench_drawn(&stream, 1 + round % DEEP, round % 3);
        mlp before = mlp_new(b.net.depth, b.net.units, b.net.hidden);
        double x[WIDE];
        memcpy(x, b.pass.a[0], (size_t)b.net.units[0] * sizeof *x);
        memcpy(before.all, b.net.all,
               (size_t)before.count * sizeof(double));
        bench_gradient(&b);
        assert_memory_equal(x, b.pass.a[0],
                            (size_t)b.net.units[0] * sizeof *x);
        assert_memory_equal(before.all, b.net.all,
                            (size_t)before.count * sizeof(double));
        mlp_free(&before);
        bench_free(&b);
    }
}

/* Each pass fills in its own: forward no delta, backward no activation, and
   none of them what the inputs have no use for, a delta. */
static void passes_write_where_they_should(void **state)
{
    random_stream stream = {12};
    for (int round = 0; round < ROUNDS; round++) {
        bench b = bench_drawn(&stream, 1 + round % DEEP, round % 3);
        const mlp *const net = &b.net;
        for (int l = 0; l <= net->depth; l++)
            for (int k = 0; k < net->units[l]; k++)
                b.pass.delta[l][k] = 100.0 + l + k / 8.0;
        mlp_forward(net, &b.pass);
        for (int l = 0; l <= net->depth; l++)
            for (int k = 0; k < net->units[l]; k++)
                assert_same_bits(b.pass.delta[l][k], 100.0 + l + k / 8.0);
        double a[DEEP + 1][WIDE];
        for (int l = 0; l <= net->depth; l++)
            memcpy(a[l], b.pass.a[l], (size_t)net->units[l] * sizeof **a);
        mlp_backward(net, &b.pass, &b.gradient);
        for (int l = 0; l <= net->depth; l++)
            assert_memory_equal(a[l], b.pass.a[l],
                                (size_t)net->units[l] * sizeof **a);
        for (int k = 0; k < net->units[0]; k++)
            assert_same_bits(b.pass.delta[0][k], 100.0 + k / 8.0);
        bench_free(&b);
    }
}

/* In a unit of max(0, z) that is asleep, and at the kink, nothing comes
   back through. */
static void nothing_comes_back_through_a_unit_asleep(void **state)
{
    for (int asleep = 0; asleep < 2; asleep++) {
        bench b = bench_of(mlp_new(2, (int[]){1, 2, 1}, relu_units));
        const double all[] = {1, 1, asleep ? -5.0 : -2.0, 0.5, 3, 3, 0};
        memcpy(b.net.all, all, sizeof all);
        b.pass.a[0][0] = 2.0;
        mlp_forward(&b.net, &b.pass);
        b.pass.delta[2][0] = 1.0;
        mlp_backward(&b.net, &b.pass, &b.gradient);
        assert_near(b.gradient.W[1][0], 0.0, 0.0);
        assert_near(b.gradient.b[1][0], 0.0, 0.0);
        assert_same_bits(b.gradient.W[1][1], 6.0);
        bench_free(&b);
    }
}

static void deepest_network_of_all_has_its_gradient(void **state)
{
    random_stream stream = {8};
    bench b = bench_drawn(&stream, DEPTH_MOST, 1);
    bench_gradient(&b);
    int telling = 0;
    for (int k = 0; k < b.net.count; k++) {
        double complex z[WIDE];
        logits_complex(&b.net, b.pass.a[0], k, z);
        const double slope =
            cimag(loss_complex(z, b.outputs, b.right)) / tiny_step;
        assert_near(b.gradient.all[k], slope, 1e-13);
        telling += fabs(slope) > 1e-6;
    }
    assert_true(telling > b.net.count / 2);
    bench_free(&b);
}

static void nan_that_goes_in_comes_out(void **state)
{
    random_stream stream = {9};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (int depth = 1; depth <= DEEP; depth++) {
            bench b = bench_drawn(&stream, depth, f);
            b.pass.a[0][1] = NAN;
            const double loss = bench_gradient(&b);
            assert_true(isnan(loss));
            for (int k = 0; k < b.outputs; k++)
                assert_true(isnan(b.pass.a[depth][k]));
            assert_true(isnan(b.gradient.b[depth][0]));
            bench_free(&b);
        }
}

/* Chapters 2 and 3, whose 2-3-1 is the smallest case: the softmax of two
   logits is the sigmoid of their difference. */

/* A 2-3-2 network whose second logit is z2 of a network, and whose first is
   0; or with half of z2 in each, once with the other sign. */
static bench of_two_logits(const network *net, bool halves)
{
    bench b = bench_of(mlp_new(2, (int[]){2, 3, 2}, sigmoid_units));
    memcpy(b.net.all, net->all, 9 * sizeof(double));
    for (int j = 0; j <= HIDDEN; j++) { /* b2 is the fourth row */
        const double w = net->all[AT_W2 + j];
        b.net.W[2][2 * j] = halves ? -w / 2.0 : 0.0;
        b.net.W[2][2 * j + 1] = halves ? w / 2.0 : w;
    }
    return b;
}

/* The mean loss of the rows of XOR, and its gradient. p: of a 1. */
static double xor_gradient(bench *b, double p[ROWS])
{
    const batch rows = xor_rows();
    double loss = 0.0, *const delta = b->pass.delta[2];
    memset(b->gradient.all, 0, (size_t)b->net.count * sizeof(double));
    for (int n = 0; n < ROWS; n++) {
        const int right = rows.y[n] == 1.0;
        memcpy(b->pass.a[0], rows.x[n], sizeof rows.x[n]);
        mlp_forward(&b->net, &b->pass);
        loss += softmax_loss(b->pass.a[2], 2, right, delta);
        p[n] = delta[1];
        softmax_loss_slope(delta, 2, right, delta);
        for (int k = 0; k < 2; k++)
            delta[k] /= ROWS;
        mlp_backward(&b->net, &b->pass, &b->gradient);
    }
    return loss / ROWS;
}

/* The same of chapter 3. */
static double xor_gradient_of_chapter_3(const network *net, double p[ROWS],
                                        network *gradient)
{
    const batch rows = xor_rows();
    network_pass pass;
    double dL_dz2[ROWS];
    network_forward(net, &rows, &pass);
    const double loss = mean_cross_entropy(&rows, &pass, dL_dz2);
    network_backward(net, &rows, &pass, dL_dz2, gradient);
    memcpy(p, pass.yhat, sizeof pass.yhat);
    return loss;
}

/* The hidden layer's parameters are the same, and the difference of the two
   logits' parameters is that of the one. */
static void assert_same_network(const bench *b, const network *net,
                                double tolerance)
{
    for (int k = 0; k < AT_W2; k++)
        assert_near(b->net.all[k], net->all[k], tolerance);
    for (int j = 0; j <= HIDDEN; j++)
        assert_near(b->net.W[2][2 * j + 1] - b->net.W[2][2 * j],
                    net->all[AT_W2 + j], tolerance);
}

static void two_logits_give_chapter_3_back(void **state)
{
    random_stream stream = {10};
    for (int round = 0; round < ROUNDS; round++) {
        const network net = network_start(INIT_NORMAL, &stream);
        bench b = of_two_logits(&net, round % 2 == 0);
        network gradient;
        double p[ROWS], yhat[ROWS];
        const double loss = xor_gradient(&b, p);
        assert_relative(
            loss, xor_gradient_of_chapter_3(&net, yhat, &gradient), 1e-14);
        for (int n = 0; n < ROWS; n++)
            assert_relative(p[n], yhat[n], 1e-14);
        for (int k = 0; k < AT_W2; k++)
            assert_near(b.gradient.all[k], gradient.all[k], 1e-15);
        for (int j = 0; j <= HIDDEN; j++) {
            const double g = gradient.all[AT_W2 + j];
            assert_near(b.gradient.W[2][2 * j], -g, 1e-15);
            assert_near(b.gradient.W[2][2 * j + 1], g, 1e-15);
        }
        bench_free(&b);
    }
}

enum { STEPS = 300, IN_FRONT = AT_W2 };

/* The two logits go apart at twice the pace of one, so they take half the
   learning rate; or the first stays where it is. */
static void steps_with_two_logits_are_those_with_one(void **state)
{
    const optimizer ways[] = {{gd_step, 0.5, 0, 0, 0},
                              {adam_step, 0.05, 0.9, 0.999, 1e-7},
                              {adam_step_inside, 0.05, 0.9, 0.999, 1e-8}};
    random_stream stream = {11};
    for (int way = 0; way < 3; way++)
        for (int halves = 0; halves < 2; halves++) {
            double m[3][17] = {{0}}, v[3][17] = {{0}}, p[ROWS];
            moments front = {m[0], v[0], 0, 0}, back = {m[1], v[1], 0, 0},
                    seen = {m[2], v[2], 0, 0};
            network net = network_start(INIT_NORMAL, &stream), gradient;
            bench b = of_two_logits(&net, halves);
            optimizer half = ways[way];
            half.lr /= halves ? 2.0 : 1.0;
            double first = 0.0, last = 0.0;
            for (int step = 0; step < STEPS; step++) {
                last = xor_gradient(&b, p);
                first = step == 0 ? last : first;
                for (int j = 0; !halves && j <= HIDDEN; j++)
                    b.gradient.W[2][2 * j] = 0.0;
                ways[way].step(&ways[way], &front, IN_FRONT, b.net.all,
                               b.gradient.all);
                half.step(&half, &back, b.net.count - IN_FRONT,
                          b.net.all + IN_FRONT, b.gradient.all + IN_FRONT);
                xor_gradient_of_chapter_3(&net, p, &gradient);
                ways[way].step(&ways[way], &seen, PARAMETERS, net.all,
                               gradient.all);
                assert_same_network(&b, &net, 1e-10);
            }
            assert_true(last < first);
            bench_free(&b);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(network_is_a_list_of_matrices_and_begins_at_0),
        cmocka_unit_test(network_of_64_32_10_has_2410_parameters),
        cmocka_unit_test(pass_has_room_of_its_own_for_each_unit),
        cmocka_unit_test(forward_pass_by_hand),
        cmocka_unit_test(backward_pass_by_hand),
        cmocka_unit_test(logits_are_those_of_the_formula_at_any_depth),
        cmocka_unit_test(last_layer_is_linear_and_so_is_an_only_one),
        cmocka_unit_test(second_pass_is_the_first_again),
        cmocka_unit_test(gradient_is_that_of_the_complex_step_at_any_depth),
        cmocka_unit_test(deep_gradients_agree_with_nudges),
        cmocka_unit_test(deltas_are_the_derivatives_by_the_biases),
        cmocka_unit_test(sample_adds_to_the_gradient),
        cmocka_unit_test(passes_leave_the_inputs_and_the_network),
        cmocka_unit_test(passes_write_where_they_should),
        cmocka_unit_test(nothing_comes_back_through_a_unit_asleep),
        cmocka_unit_test(deepest_network_of_all_has_its_gradient),
        cmocka_unit_test(nan_that_goes_in_comes_out),
        cmocka_unit_test(two_logits_give_chapter_3_back),
        cmocka_unit_test(steps_with_two_logits_are_those_with_one),
    };
    return cmocka_run_group_tests_name("mlp", tests, NULL, NULL) != 0;
}
