/* training.c: batches, epochs and scores. Losses and gradients are compared
   with PyTorch's, what two epochs come to with NumPy's. */
#include "04-digits/training.h"
#include "04-digits/mlp_start.h"
#include "04-digits/softmax.h"
#include "epochs.h"
#include "networks.h"
#include "reference.h"
#include "test.h"

#include <float.h>
#include <stdlib.h>

enum { ALL = 1797, TRAIN = 1437 };
enum { REFERENCES = sizeof reference_networks / sizeof(reference_network) };
enum { REFERENCE_ROWS = sizeof reference_rows / sizeof(size_t) };

/* Numbers, scattered evenly from 0 to 1. */
static double scattered(int k)
{
    return (k * 7919 + 13) % 1009 / 1009.0;
}

/* A network on the digits, with all that its training needs, and with a
   gradient that is none yet. The rows are counted up. */
static training training_of(mlp net, size_t count, size_t by_rows)
{
    training t = {.data = &digits,
                  .rows = malloc(count * sizeof(size_t)),
                  .count = count,
                  .batch = by_rows,
                  .by = {gd_step, 0.1, 0, 0, 0}};
    assert_non_null(t.rows);
    for (size_t n = 0; n < count; n++)
        t.rows[n] = n;
    assert_true(training_prepare(&t, net));
    for (int k = 0; k < net.count; k++)
        t.gradient.all[k] = NAN;
    return t;
}

static void training_end(training *t)
{
    free(t->rows);
    training_free(t);
}

/* One of small networks with any weights. */
static training training_drawn(random_stream *stream, int hidden,
                               size_t count, size_t by_rows)
{
    const int units[] = {PIXELS, 4, 3, CLASSES};
    return training_of(mlp_drawn(stream, 3, units, *activations[hidden]),
                       count, by_rows);
}

/* Loss and gradient of a batch. */

static void losses_and_gradients_are_those_of_pytorch(void **state)
{
    for (int i = 0; i < REFERENCES; i++) {
        const reference_network *const r = &reference_networks[i];
        training t =
            training_of(mlp_new(r->depth, r->units, *r->hidden), 1, 1);
        assert_int_equal(t.net.count, r->count);
        for (int k = 0; k < t.net.count; k++)
            t.net.all[k] = scattered(k) - 0.5;
        const double loss =
            batch_gradient(&t.net, &digits, reference_rows, REFERENCE_ROWS,
                           &t.pass, &t.gradient);
        assert_relative(loss, r->loss, 1e-12);
        for (int k = 0; k < t.net.count; k++)
            assert_near(t.gradient.all[k], r->gradient[k],
                        1e-12 * (1e-2 + fabs(r->gradient[k])));
        training_end(&t);
    }
}

static void gradient_of_a_batch_is_the_mean_of_its_rows(void **state)
{
    static const size_t rows[] = {7, 1796, 0, 250, 7};
    enum { SIZE = sizeof rows / sizeof rows[0] };
    random_stream stream = {1};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (size_t size = 1; size <= SIZE; size++) {
            training t = training_drawn(&stream, f, 1, 1);
            double mean[400] = {0.0}, mean_loss = 0.0;
            assert_true(t.net.count <= 400);
            for (size_t n = 0; n < size; n++) {
                mean_loss += batch_gradient(&t.net, &digits, rows + n, 1,
                                            &t.pass, &t.gradient) /
                             (double)size;
                for (int k = 0; k < t.net.count; k++)
                    mean[k] += t.gradient.all[k] / (double)size;
            }
            assert_relative(batch_gradient(&t.net, &digits, rows, size,
                                           &t.pass, &t.gradient),
                            mean_loss, 1e-14);
            for (int k = 0; k < t.net.count; k++)
                assert_near(t.gradient.all[k], mean[k], 1e-14);
            training_end(&t);
        }
}

static void gradient_of_a_batch_is_that_of_the_complex_step(void **state)
{
    static const size_t rows[] = {3, 1000, 42};
    random_stream stream = {2};
    for (int f = 0; f < ACTIVATIONS; f++) {
        training t = training_drawn(&stream, f, 1, 1);
        const double loss =
            batch_gradient(&t.net, &digits, rows, 3, &t.pass, &t.gradient);
        for (int k = 0; k < t.net.count; k++) {
            double complex moved = 0.0, z[PIXELS];
            for (int n = 0; n < 3; n++) {
                double x[PIXELS];
                const int label = digit_row(&digits, rows[n], x);
                logits_complex(&t.net, x, k, z);
                moved += loss_complex(z, CLASSES, label) / 3.0;
            }
            assert_relative(loss, creal(moved), 1e-13);
            assert_near(t.gradient.all[k], cimag(moved) / tiny_step, 1e-14);
        }
        training_end(&t);
    }
}

/* With no parameter but 0, all ten answers have a tenth. */
static void network_that_knows_nothing_has_a_loss_of_ln_10(void **state)
{
    training t = training_of(
        mlp_new(2, (int[]){PIXELS, 5, CLASSES}, sigmoid_units), 20, 1);
    assert_relative(
        batch_gradient(&t.net, &digits, t.rows, 20, &t.pass, &t.gradient),
        log(10.0), 1e-15);
    /* The first twenty rows are each digit twice. */
    for (int k = 0; k < CLASSES; k++)
        assert_near(t.gradient.b[2][k], 0.1 - 0.1, 1e-15);
    assert_near(evaluate(&t.net, &digits, t.rows, 20, &t.pass, NULL).loss,
                log(10.0), 1e-14);
    training_end(&t);
}

/* Epochs. */

/* An optimizer that moves nothing, and looks at each gradient: it must be
   that of the rows whose turn it is. */
static struct {
    const training *t;
    size_t first, steps;
    bool moves;
} watched;

static void watching_step(const optimizer *o, moments *seen, int count,
                          double theta[], const double g[])
{
    const training *const t = watched.t;
    const size_t left = t->count - watched.first;
    const size_t size = left < t->batch ? left : t->batch;
    mlp gradient = mlp_new(t->net.depth, t->net.units, t->net.hidden);
    mlp_pass pass = mlp_pass_new(&t->net);
    assert_ptr_equal(o, &t->by);
    assert_ptr_equal(seen, &t->seen);
    assert_int_equal(count, t->net.count);
    assert_ptr_equal(theta, t->net.all);
    batch_gradient(&t->net, t->data, t->rows + watched.first, size, &pass,
                   &gradient);
    assert_memory_equal(g, gradient.all, (size_t)count * sizeof *g);
    mlp_free(&gradient);
    mlp_pass_free(&pass);
    watched.first += size;
    watched.steps++;
    for (int k = 0; watched.moves && k < count; k++)
        theta[k] -= 0.1 * g[k];
}

static size_t steps_of_an_epoch(training *t)
{
    watched.t = t;
    watched.first = watched.steps = 0;
    t->by.step = watching_step;
    training_epoch(t);
    assert_int_equal(watched.first, t->count);
    return watched.steps;
}

static void epoch_takes_each_row_once_a_step_a_batch(void **state)
{
    static const struct {
        size_t count, batch, steps;
    } epochs[] = {{100, 32, 4},  {96, 32, 3}, {97, 32, 4},   {31, 32, 1},
                  {32, 32, 1},   {33, 32, 2}, {5, 1, 5},     {1, 1, 1},
                  {1, 32, 1},    {10, 3, 4},  {50, 1000, 1}, {50, 49, 2},
                  {1437, 32, 45}};
    random_stream stream = {3};
    for (size_t i = 0; i < sizeof epochs / sizeof epochs[0]; i++)
        for (int moves = 0; moves < 2; moves++) {
            watched.moves = moves;
            training t = training_drawn(&stream, 0, epochs[i].count,
                                        epochs[i].batch);
            assert_int_equal(steps_of_an_epoch(&t), epochs[i].steps);
            training_end(&t);
        }
}

/* 44 times 32 and 29 more, each of which counts for a 29th. */
static void last_batch_has_the_29_rows_that_are_left(void **state)
{
    random_stream stream = {4};
    training t = training_drawn(&stream, 1, TRAIN, 32);
    mlp last = mlp_new(t.net.depth, t.net.units, t.net.hidden);
    t.by.lr = 1e-300; /* moves nothing */
    training_epoch(&t);
    batch_gradient(&t.net, &digits, t.rows + 44 * 32, 29, &t.pass, &last);
    assert_memory_equal(t.gradient.all, last.all,
                        (size_t)last.count * sizeof(double));
    mlp_free(&last);
    training_end(&t);
}

static void rows_in_order_stay_so_and_nothing_is_drawn(void **state)
{
    random_stream stream = {5};
    training t = training_drawn(&stream, 0, 50, 8);
    t.stream = (random_stream){77};
    training_epoch(&t);
    for (size_t n = 0; n < 50; n++)
        assert_int_equal(t.rows[n], n);
    assert_true(t.stream.state == 77);
    training_end(&t);
}

/* The rows are shuffled in place, so the second order is a shuffle of the
   first. */
static void shuffled_epochs_have_an_order_each(void **state)
{
    random_stream stream = {6}, again = {78};
    training t = training_drawn(&stream, 0, 50, 8);
    size_t order[50];
    memcpy(order, t.rows, sizeof order);
    t.stream = (random_stream){78};
    t.shuffled = true;
    for (int epoch = 0; epoch < 3; epoch++) {
        random_shuffle(&again, order, 50);
        watched.moves = true;
        assert_int_equal(steps_of_an_epoch(&t), 7);
        assert_memory_equal(t.rows, order, sizeof order);
        assert_true(t.stream.state == again.state);
    }
    training_end(&t);
}

static void training_begins_with_no_memory(void **state)
{
    random_stream stream = {7};
    training t = training_drawn(&stream, 2, 5, 2);
    assert_int_equal(t.gradient.count, t.net.count);
    assert_int_equal(t.gradient.depth, t.net.depth);
    for (int k = 0; k < t.net.count; k++) {
        assert_same_bits(t.seen.m[k], 0.0);
        assert_same_bits(t.seen.v[k], 0.0);
    }
    assert_same_bits(t.seen.m_share, 0.0);
    assert_same_bits(t.seen.v_share, 0.0);
    free(t.rows);
    training_free(&t);
    assert_null(t.net.all);
    assert_null(t.gradient.all);
    assert_null(t.pass.all);
    assert_null(t.seen.m);
    assert_null(t.seen.v);
    training_free(&t); /* of nothing */
}

static void training_without_a_network_is_not_prepared(void **state)
{
    training t = {.count = 0};
    mlp none = mlp_new(1, (int[]){2, 2}, relu_units);
    mlp_free(&none);
    assert_false(training_prepare(&t, none));
    training_free(&t);
}

/* The norm, the weighted sum, and two of the entries of each matrix. */
static void assert_summed(const mlp *net, const double expected[4][4],
                          double tolerance)
{
    for (int part = 0; part < 4; part++) {
        const int l = 1 + part / 2, to = net->units[l];
        const double *const all = part % 2 == 0 ? net->W[l] : net->b[l];
        const int size = part % 2 == 0 ? net->units[l - 1] * to : to;
        double squares = 0.0, sum = 0.0;
        for (int k = 0; k < size; k++) {
            squares += all[k] * all[k];
            sum += scattered(k) * all[k];
        }
        assert_near(sqrt(squares), expected[part][0], tolerance);
        assert_near(sum, expected[part][1], tolerance);
        assert_near(all[size * 7 / 16], expected[part][2], tolerance);
        assert_near(all[size - 1], expected[part][3], tolerance);
    }
}

static void assert_score(const score *s, size_t rows, const double both[2])
{
    assert_relative(s->loss, both[0], 1e-9);
    assert_near((double)s->right, both[1], 0.0);
    assert_int_equal(s->rows, rows);
}

/* Glorot's start of seed 1, and 90 steps of Adam from there: the network
   that the chapter trains, with its rows in the order of the file. */
static void two_epochs_lead_where_numpy_comes_to(void **state)
{
    mlp net = mlp_new(2, (int[]){PIXELS, 32, CLASSES}, sigmoid_units);
    random_stream stream = {1};
    mlp_draw(&net, MLP_GLOROT, &stream);
    training t = training_of(net, ALL, 32);
    t.count = TRAIN;
    t.by = (optimizer){adam_step, 0.01, 0.9, 0.999, 1e-7};
    assert_summed(&net, epochs_before, 1e-13);
    score s = evaluate(&net, &digits, t.rows, TRAIN, &t.pass, NULL);
    assert_score(&s, TRAIN, epochs_first);
    training_epoch(&t);
    training_epoch(&t);
    assert_summed(&t.net, epochs_after, 1e-9);
    s = evaluate(&t.net, &digits, t.rows, TRAIN, &t.pass, NULL);
    assert_score(&s, TRAIN, epochs_seen);
    s = evaluate(&t.net, &digits, t.rows + TRAIN, ALL - TRAIN, &t.pass,
                 NULL);
    assert_score(&s, ALL - TRAIN, epochs_unseen);
    assert_relative(t.seen.v_share, 1.0 - pow(0.999, EPOCHS_STEPS), 1e-12);
    training_end(&t);
}

/* A network that has eight rows by heart has them without a fault. */
static void eight_rows_are_learned_by_heart(void **state)
{
    random_stream stream = {8};
    const int units[] = {PIXELS, 16, CLASSES};
    training t =
        training_of(mlp_drawn(&stream, 2, units, sigmoid_units), 8, 8);
    t.by = (optimizer){adam_step, 0.05, 0.9, 0.999, 1e-7};
    for (int epoch = 0; epoch < 100; epoch++)
        training_epoch(&t);
    const score s = evaluate(&t.net, &digits, t.rows, 8, &t.pass, NULL);
    assert_int_equal(s.right, 8);
    assert_true(s.loss < 0.01);
    training_end(&t);
}

static void size_of_a_layer_is_the_root_mean_square_of_its_weights(
    void **state)
{
    mlp net = mlp_new(2, (int[]){2, 3, 1}, sigmoid_units);
    for (int k = 0; k < net.count; k++)
        net.all[k] = 1e3; /* of biases, and of the other layer */
    for (int k = 0; k < 6; k++)
        net.W[1][k] = k < 3 ? 1.0 : -7.0;
    assert_near(layer_size(&net, 1), 5.0, 1e-15);
    net.W[2][0] = 3.0, net.W[2][1] = 0.0, net.W[2][2] = -3.0;
    assert_near(layer_size(&net, 2), sqrt(6.0), 1e-15);
    mlp_free(&net);
}

/* Answers. */

static void answer_is_the_first_of_the_largest_logits(void **state)
{
    for (int at = 0; at < 5; at++)
        for (int other = 0; other < 5; other++) {
            double z[] = {-1.0, -2.0, -1.5, -3.0, -1.0};
            z[at] = z[other] = 0.5;
            assert_int_equal(largest(z, 5), at < other ? at : other);
        }
    assert_int_equal(largest((double[]){7.0, 9.0}, 1), 0);
    assert_int_equal(largest((double[]){-5.0, -4.0, 9.0}, 2), 1);
    assert_int_equal(largest((double[]){0.0, 0.0, 0.0}, 3), 0);
    assert_int_equal(largest((double[]){-INFINITY, -DBL_MAX}, 2), 1);
}

static void rows_are_scored_one_by_one(void **state)
{
    enum { SIZE = 200 };
    random_stream stream = {9};
    for (int f = 0; f < ACTIVATIONS; f++) {
        training t = training_drawn(&stream, f, SIZE, 32);
        t.by = (optimizer){adam_step, 0.01, 0.9, 0.999, 1e-7};
        for (int epoch = 0; epoch < 20; epoch++)
            training_epoch(&t);
        size_t rows[SIZE], right = 0;
        long expected[CLASSES][CLASSES] = {{0}};
        long counts[CLASSES][CLASSES] = {{0}};
        double loss = 0.0;
        for (size_t n = 0; n < SIZE; n++) {
            double complex z[PIXELS];
            double x[PIXELS];
            rows[n] = 5 * n + 3;
            const int label = digit_row(&digits, rows[n], x);
            logits_complex(&t.net, x, -1, z);
            int best = 0;
            for (int k = 0; k < CLASSES; k++)
                best = creal(z[k]) > creal(z[best]) ? k : best;
            loss += creal(loss_complex(z, CLASSES, label)) / SIZE;
            right += best == label;
            expected[label][best] += 2;
        }
        score s = evaluate(&t.net, &digits, rows, SIZE, &t.pass, NULL);
        for (int round = 0; round < 2; round++) {
            assert_relative(s.loss, loss, 1e-12);
            assert_int_equal(s.right, right);
            assert_int_equal(s.rows, SIZE);
            s = evaluate(&t.net, &digits, rows, SIZE, &t.pass, counts);
        }
        assert_true(right > SIZE / 5 && right < SIZE);
        assert_memory_equal(counts, expected, sizeof counts);
        training_end(&t);
    }
}

/* Other data than the book's, as well. */
static void rows_are_those_of_the_data(void **state)
{
    random_stream stream = {10};
    unsigned char numbers[3 * COLUMNS];
    const dataset drawn = digits_drawn(&stream, 3, numbers);
    training t = training_drawn(&stream, 1, 3, 2);
    double loss = 0.0;
    t.data = &drawn;
    for (size_t n = 0; n < 3; n++) {
        double complex z[PIXELS];
        double x[PIXELS];
        const int label = digit_row(&drawn, n, x);
        logits_complex(&t.net, x, -1, z);
        loss += creal(loss_complex(z, CLASSES, label)) / 3.0;
    }
    assert_relative(
        batch_gradient(&t.net, &drawn, t.rows, 3, &t.pass, &t.gradient),
        loss, 1e-13);
    assert_relative(evaluate(&t.net, &drawn, t.rows, 3, &t.pass, NULL).loss,
                    loss, 1e-13);
    watched.moves = true;
    assert_int_equal(steps_of_an_epoch(&t), 2);
    training_end(&t);
}

static void nan_in_the_network_makes_every_loss_a_nan(void **state)
{
    random_stream stream = {11};
    for (int f = 0; f < ACTIVATIONS; f++) {
        training t = training_drawn(&stream, f, 5, 5);
        t.net.b[1][0] = NAN;
        assert_true(isnan(batch_gradient(&t.net, &digits, t.rows, 5,
                                         &t.pass, &t.gradient)));
        assert_true(isnan(
            evaluate(&t.net, &digits, t.rows, 5, &t.pass, NULL).loss));
        training_end(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(losses_and_gradients_are_those_of_pytorch),
        cmocka_unit_test(gradient_of_a_batch_is_the_mean_of_its_rows),
        cmocka_unit_test(gradient_of_a_batch_is_that_of_the_complex_step),
        cmocka_unit_test(network_that_knows_nothing_has_a_loss_of_ln_10),
        cmocka_unit_test(epoch_takes_each_row_once_a_step_a_batch),
        cmocka_unit_test(last_batch_has_the_29_rows_that_are_left),
        cmocka_unit_test(rows_in_order_stay_so_and_nothing_is_drawn),
        cmocka_unit_test(shuffled_epochs_have_an_order_each),
        cmocka_unit_test(training_begins_with_no_memory),
        cmocka_unit_test(training_without_a_network_is_not_prepared),
        cmocka_unit_test(two_epochs_lead_where_numpy_comes_to),
        cmocka_unit_test(eight_rows_are_learned_by_heart),
        cmocka_unit_test(
            size_of_a_layer_is_the_root_mean_square_of_its_weights),
        cmocka_unit_test(answer_is_the_first_of_the_largest_logits),
        cmocka_unit_test(rows_are_scored_one_by_one),
        cmocka_unit_test(rows_are_those_of_the_data),
        cmocka_unit_test(nan_in_the_network_makes_every_loss_a_nan),
    };
    return cmocka_run_group_tests_name("training", tests, NULL, NULL) != 0;
}
