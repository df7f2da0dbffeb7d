/* mlp_check.c: the gradient checker of networks of any depth. It must find
   what is wrong, and keep still where nothing is. */
#include "04-digits/mlp_check.h"
#include "04-digits/mlp_start.h"
#include "networks.h"
#include "running.h"

#include <float.h>
#include <stdlib.h>

enum { ROWS_MOST_HERE = 8 };

/* A network, and the rows that it is checked on. */
typedef struct {
    unsigned char numbers[ROWS_MOST_HERE * COLUMNS];
    size_t rows[ROWS_MOST_HERE], size;
    dataset d;
    training t;
} checked;

static void checked_begin(checked *c, random_stream *stream, mlp net,
                          size_t size)
{
    c->d = digits_drawn(stream, ROWS_MOST_HERE, c->numbers);
    c->size = size;
    for (size_t n = 0; n < ROWS_MOST_HERE; n++)
        c->rows[n] = ROWS_MOST_HERE - 1 - n;
    c->t = (training){.data = &c->d};
    assert_true(training_prepare(&c->t, net));
}

static mlp_derivatives derivatives_of(checked *c)
{
    const mlp_derivatives d = mlp_derivatives_new(&c->t, c->rows, c->size);
    assert_non_null(d.all);
    assert_int_equal(d.count, c->t.net.count);
    return d;
}

/* From the digits to ten answers, by some hidden layers of 2 to 5 units. */
static mlp network_drawn(random_stream *stream, int depth, int f)
{
    int units[DEPTH_MOST + 1] = {PIXELS};
    for (int l = 1; l < depth; l++)
        units[l] = 2 + (int)random_below(stream, 4);
    units[depth] = CLASSES;
    return mlp_drawn(stream, depth, units, *activations[f]);
}

/* The largest error of all. */
static double worst_of(const mlp_derivatives *d)
{
    double worst = 0.0;
    for (int k = 0; k < d->count; k++) {
        const double error =
            relative_error(d->all[k].analytic, d->all[k].numeric);
        worst = error > worst || isnan(error) ? error : worst;
    }
    return worst;
}

static void right_gradients_pass_at_any_depth(void **state)
{
    random_stream stream = {1};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (long i = 0; i < starts_of(200); i++) {
            checked c;
            const int depth = 1 + (int)(i % 6);
            checked_begin(&c, &stream, network_drawn(&stream, depth, f),
                          1 + (size_t)i % 4);
            mlp_derivatives d = derivatives_of(&c);
            assert_near(worst_of(&d), 0.0, 1e-6);
            assert_true(f == 2 || d.kinks == 0);
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
}

/* The analytic ones are those of the batch, the others are close, and after
   all the nudges the network is what it was. */
static void both_derivatives_are_of_the_network_as_it_is(void **state)
{
    random_stream stream = {2};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (int depth = 1; depth <= 4; depth++) {
            checked c;
            checked_begin(&c, &stream, network_drawn(&stream, depth, f), 4);
            const mlp *const net = &c.t.net;
            mlp before = mlp_new(depth, net->units, net->hidden);
            memcpy(before.all, net->all,
                   (size_t)net->count * sizeof(double));
            mlp_derivatives d = derivatives_of(&c);
            assert_memory_equal(before.all, net->all,
                                (size_t)net->count * sizeof(double));
            batch_gradient(net, &c.d, c.rows, 4, &c.t.pass, &before);
            for (int k = 0; k < d.count; k++) {
                assert_same_bits(d.all[k].analytic, before.all[k]);
                assert_near(d.all[k].numeric.slope, d.all[k].analytic,
                            1e-8);
            }
            mlp_free(&before);
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
}

/* In a batch of digits, as the program begins: a slope that is off by one
   part in a thousand is told, whichever it is, unless it is next to 0. */
static void mistake_in_any_one_derivative_is_found(void **state)
{
    static const int depths[] = {1, 2, 6};
    random_stream stream = {3};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (int i = 0; i < 3; i++) {
            int told = 0;
            checked c;
            int units[] = {PIXELS, 8, 8, 8, 8, 8, CLASSES};
            units[depths[i]] = CLASSES;
            mlp net = mlp_new(depths[i], units, *activations[f]);
            mlp_draw(&net, f == 2 ? MLP_HE : MLP_GLOROT, &stream);
            checked_begin(&c, &stream, net, ROWS_MOST_HERE);
            mlp_derivatives d = derivatives_of(&c);
            assert_true(derivatives_agree(d.all, d.count));
            for (int k = 0; k < d.count; k++) {
                const derivative *const one = &d.all[k];
                if (fabs(one->analytic) < 1e-6)
                    continue;
                for (int sign = -1; sign <= 1; sign += 2)
                    assert_true(
                        relative_error((1.0 + sign * 1e-3) * one->analytic,
                                       one->numeric) > 1e-6);
                told++;
            }
            assert_true(told > d.count * 6 / 10);
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
}

/* A whole layer's mistake, as it would be made: the slope of one activation
   for another's. */
static void slope_of_another_activation_is_found(void **state)
{
    random_stream stream = {4};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (int depth = 2; depth <= 4; depth++) {
            checked c;
            mlp net = network_drawn(&stream, depth, f);
            net.hidden.slope = activations[(f + 1) % 3]->slope;
            checked_begin(&c, &stream, net, 3);
            mlp_derivatives d = derivatives_of(&c);
            assert_true(worst_of(&d) > 1e-3);
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
}

/* In one of the layers, weights of 1e4 to 1e6 of either sign, whose inputs
   come in pairs that are alike: each sum is near 1, and known to no more
   than the last digits of its terms. */
static void large_weights_that_cancel_do_not_fail_the_check(void **state)
{
    random_stream stream = {5};
    for (int f = 0; f < ACTIVATIONS; f++)
        for (long i = 0; i < starts_of(100); i++) {
            checked c;
            int units[] = {PIXELS, 4, 4, CLASSES};
            const int depth = 1 + (int)(i % 3);
            const int l = 1 + (int)random_below(&stream, (uint64_t)depth);
            const double size = pow(10.0, between(&stream, 4.0, 6.0));
            units[depth] = CLASSES;
            mlp net = mlp_drawn(&stream, depth, units, *activations[f]);
            checked_begin(&c, &stream, net, 1 + (size_t)i % 3);
            const int from = units[l - 1], to = units[l];
            for (int k = 0; k < from / 2 * to; k++) {
                const double much = size * random_normal(&stream);
                net.W[l][k / to * 2 * to + k % to] += much;
                net.W[l][k / to * 2 * to + k % to + to] -= much;
            }
            /* Of the units before, each second is a copy; its bias is the
               last row of weights. */
            for (int k = 0; l > 1 && k < (units[l - 2] + 1) * from; k += 2)
                net.W[l - 1][k + 1] = net.W[l - 1][k];
            for (int k = 0; k < ROWS_MOST_HERE * COLUMNS; k++)
                if (l == 1 && k % COLUMNS % 2 == 1)
                    c.numbers[k] = c.numbers[k - 1];
            mlp_derivatives d = derivatives_of(&c);
            assert_near(worst_of(&d), 0.0, 1e-6);
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
}

/* A hidden unit far above 1 and small weights behind it: a nudge of one of
   these moves a logit by 1e4 times as much. Or one that leads on by weights
   of 1e4, below 0, to the first logit alone. */
static void nudges_reach_no_further_than_they_should(void **state)
{
    random_stream stream = {12};
    int told = 0, all = 0;
    for (int large = 0; large < 2; large++)
        for (int round = 0; round < 10; round++) {
            checked c;
            const int f = large ? 2 : round % 2;
            mlp net = mlp_drawn(&stream, 2, (int[]){PIXELS, 1, CLASSES},
                                *activations[f]);
            checked_begin(&c, &stream, net, 1);
            for (int i = 0; i < PIXELS; i++)
                net.W[1][i] = fabs(net.W[1][i]) * (large ? 1e4 : 0.1);
            for (int k = 0; k < CLASSES && large; k++)
                net.W[2][k] *= 1e-4;
            if (!large) {
                digit_row(&c.d, c.rows[0], c.t.pass.a[0]);
                mlp_forward(&net, &c.t.pass);
                net.W[2][0] = -1e4;
                net.b[2][0] = 1e4 * c.t.pass.a[1][0];
            }
            mlp_derivatives d = derivatives_of(&c);
            assert_near(worst_of(&d), 0.0, 1e-6);
            /* And it can tell. */
            for (int k = 0; k < d.count; k++)
                told += relative_error(1.001 * d.all[k].analytic,
                                       d.all[k].numeric) > 1e-6;
            all += d.count;
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
    assert_true(told > all / 2);
}

/* Of rows in a list that is no longer than that, none is looked at beyond:
   AddressSanitizer would see it. */
static void rows_beyond_the_batch_are_not_looked_at(void **state)
{
    random_stream stream = {13};
    checked c;
    checked_begin(&c, &stream, network_drawn(&stream, 2, 1), 3);
    size_t *const rows = malloc(3 * sizeof *rows);
    assert_non_null(rows);
    memcpy(rows, c.rows, 3 * sizeof *rows);
    mlp_derivatives d = mlp_derivatives_new(&c.t, rows, 3);
    assert_near(worst_of(&d), 0.0, 1e-6);
    mlp_derivatives_free(&d);
    free(rows);
    training_free(&c.t);
}

/* Kinks. */

/* A 64-2-10 network of max(0, z) whose hidden unit 1 has this z, whatever
   the image; unit 0 is wide awake. */
static void kink_begin(checked *c, random_stream *stream, int f, double z)
{
    const int units[] = {PIXELS, 2, CLASSES};
    mlp net = mlp_drawn(stream, 2, units, *activations[f]);
    for (int i = 0; i < PIXELS; i++) {
        net.W[1][2 * i] = 0.01;
        net.W[1][2 * i + 1] = 0.0;
    }
    net.b[1][0] = 0.5;
    net.b[1][1] = z;
    checked_begin(c, stream, net, 1);
}

/* How many parameters move unit 1: its bias, and a weight for each pixel
   that is not white. */
static int movers_of(const checked *c)
{
    int movers = 1;
    for (int i = 0; i < PIXELS; i++)
        movers += c->numbers[c->rows[0] * COLUMNS + (size_t)i] > 0;
    return movers;
}

static void parameters_at_a_kink_are_counted_and_not_compared(void **state)
{
    random_stream stream = {6};
    for (int round = 0; round < 10; round++) {
        checked c;
        kink_begin(&c, &stream, 2, 0.0);
        mlp_derivatives d = derivatives_of(&c);
        assert_int_equal(d.kinks, movers_of(&c));
        assert_true(d.kinks > 40 && d.kinks < 65);
        assert_true(derivatives_agree(d.all, d.count));
        /* Here the chain rule's slope is 0, nudging's would be none. */
        const derivative *const bias = &d.all[2 * PIXELS + 1];
        assert_string_equal(bias->name, "b1[1]");
        assert_near(bias->analytic, 0.0, 0.0);
        assert_near(bias->numeric.slope, 0.0, 0.0);
        mlp_derivatives_free(&d);
        training_free(&c.t);
    }
}

static void smooth_units_have_no_kinks(void **state)
{
    random_stream stream = {7};
    for (int f = 0; f < 2; f++) {
        checked c;
        kink_begin(&c, &stream, f, 0.0);
        mlp_derivatives d = derivatives_of(&c);
        assert_int_equal(d.kinks, 0);
        assert_true(derivatives_agree(d.all, d.count));
        assert_true(fabs(d.all[2 * PIXELS + 1].numeric.slope) > 1e-4);
        mlp_derivatives_free(&d);
        training_free(&c.t);
    }
}

/* A logit is what it is, above 0 and below. */
static void logits_have_no_kinks(void **state)
{
    random_stream stream = {14};
    for (int depth = 1; depth <= 2; depth++) {
        checked c;
        int units[] = {PIXELS, 3, CLASSES};
        units[depth] = CLASSES;
        mlp net = mlp_drawn(&stream, depth, units, relu_units);
        memset(net.W[depth], 0,
               (size_t)(units[depth - 1] + 1) * CLASSES * sizeof(double));
        checked_begin(&c, &stream, net, 2);
        mlp_derivatives d = derivatives_of(&c);
        assert_int_equal(d.kinks, 0);
        assert_near(worst_of(&d), 0.0, 1e-6);
        mlp_derivatives_free(&d);
        training_free(&c.t);
    }
}

/* Near a kink the nudge shrinks until it stays on one side: to 1e-8 and no
   further. That unit is compared, and its slope is that of its side. */
static void nudge_near_a_kink_is_made_smaller(void **state)
{
    static const double far[] = {1e-4, 1.5e-5, 2e-6, 2e-7, 2e-8};
    random_stream stream = {8};
    for (int i = 0; i < 5; i++)
        for (int sign = -1; sign <= 1; sign += 2) {
            checked c;
            kink_begin(&c, &stream, 2, sign * far[i]);
            mlp_derivatives d = derivatives_of(&c);
            assert_int_equal(d.kinks, 0);
            assert_near(worst_of(&d), 0.0, 1e-6);
            assert_true((d.all[2 * PIXELS + 1].analytic != 0.0) ==
                        (sign > 0));
            mlp_derivatives_free(&d);
            training_free(&c.t);
        }
    checked c;
    kink_begin(&c, &stream, 2, 1.5e-9);
    mlp_derivatives d = derivatives_of(&c);
    assert_true(d.kinks > 1 && d.kinks <= movers_of(&c));
    assert_true(derivatives_agree(d.all, d.count));
    mlp_derivatives_free(&d);
    training_free(&c.t);
}

/* Two units that change places, one awake for the other, are two kinks: it
   matters which are above 0, not how many. */
static void units_that_change_places_are_at_a_kink(void **state)
{
    random_stream stream = {9};
    const int units[] = {PIXELS, 1, 2, CLASSES};
    checked c;
    mlp three = mlp_drawn(&stream, 3, units, relu_units);
    for (int i = 0; i < PIXELS; i++)
        three.W[1][i] = 0.0;
    three.b[1][0] = 1.0;
    three.W[2][0] = 1.0;
    three.W[2][1] = -1.0;
    three.b[2][0] = -1.0;
    three.b[2][1] = 1.0;
    checked_begin(&c, &stream, three, 1);
    mlp_derivatives d = derivatives_of(&c);
    /* All that leads to the first unit moves both, the rest one of them. */
    assert_int_equal(d.kinks, movers_of(&c) + 4);
    mlp_derivatives_free(&d);
    training_free(&c.t);
}

/* A NaN is at no kink, and agrees with nothing. */
static void nan_is_no_kink_and_does_not_pass(void **state)
{
    random_stream stream = {10};
    for (int f = 0; f < ACTIVATIONS; f++) {
        checked c;
        mlp net = network_drawn(&stream, 3, f);
        net.b[3][0] = NAN;
        checked_begin(&c, &stream, net, 2);
        mlp_derivatives d = derivatives_of(&c);
        assert_int_equal(d.kinks, 0);
        assert_true(isnan(worst_of(&d)));
        assert_fails(outcome_of(derivatives_agree(d.all, d.count)),
                     "relative error above 1e-6: W1[0][0]");
        mlp_derivatives_free(&d);
        training_free(&c.t);
    }
}

/* Names, and the table. */

static void each_derivative_has_its_name_and_its_formula(void **state)
{
    random_stream stream = {11};
    checked c;
    const int units[] = {PIXELS, 3, 2, CLASSES};
    checked_begin(&c, &stream, mlp_drawn(&stream, 3, units, tanh_units), 1);
    mlp_derivatives d = derivatives_of(&c);
    int at = 0;
    for (int l = 1; l <= 3; l++)
        for (int j = 0; j <= units[l - 1]; j++)
            for (int k = 0; k < units[l]; k++, at++) {
                char name[64], formula[64];
                if (j < units[l - 1]) {
                    snprintf(name, sizeof name, "W%d[%d][%d]", l, j, k);
                    snprintf(formula, sizeof formula,
                             "sum of delta%d[%d] a%d[%d]", l, k, l - 1, j);
                } else {
                    snprintf(name, sizeof name, "b%d[%d]", l, k);
                    snprintf(formula, sizeof formula, "sum of delta%d[%d]",
                             l, k);
                }
                assert_string_equal(d.all[at].name, name);
                assert_string_equal(d.all[at].formula, formula);
            }
    assert_int_equal(at, d.count);
    mlp_derivatives_free(&d);
    assert_null(d.all);
    assert_null(d.texts);
    training_free(&c.t);
}

static void table_ends_in_a_line_for_each_matrix(void **state)
{
    mlp net = mlp_new(2, (int[]){1, 2, 1}, relu_units);
    derivative all[7];
    mlp_derivatives d = {7, all, NULL, 0};
    for (int k = 0; k < 7; k++)
        all[k] = (derivative){"n", "f", 1.0, {1.0, 0.0}};
    all[1].analytic = 2.0;      /* W1 */
    all[2].numeric.slope = 4.0; /* b1 */
    all[3].numeric.slope = 2.0;
    all[5].analytic = NAN; /* W2 */
    outcome_begin();
    mlp_derivatives_print(&d, &net);
    outcome o = outcome_end(true);
    assert_string_equal(o.said, "");
    const char *const end = strstr(o.report, "\n\n");
    assert_non_null(end);
    assert_int_equal(lines_of(o.report), 1 + 7 + 1 + 5);
    assert_holds(squeezed(o.report),
                 "\nn f 1.000000000 1.000000000 0.0e+00\n"
                 "n f 2.000000000 1.000000000 5.0e-01\n"
                 "n f 1.000000000 4.000000000 7.5e-01\n");
    assert_string_equal(end + 2,
                        "             derivatives  largest error\n"
                        "W1 1x2                 2        5.0e-01\n"
                        "b1 1x2                 2        7.5e-01\n"
                        "W2 2x1                 2            nan\n"
                        "b2 1x1                 1        0.0e+00\n");
    d.kinks = 1;
    outcome_begin();
    mlp_derivatives_print(&d, &net);
    assert_holds(outcome_end(true).report, "\n1 at a kink, where there is "
                                           "no slope to compare\n");
    d.kinks = 3;
    outcome_begin();
    mlp_derivatives_print(&d, &net);
    o = outcome_end(true);
    assert_holds(o.report, "b2 1x1                 1        0.0e+00\n"
                           "3 at a kink, where there is no slope to "
                           "compare\n");
    assert_holds(o.report, "chain rule");
    assert_holds(o.report, "7.5e-01\n");
    mlp_free(&net);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_gradients_pass_at_any_depth),
        cmocka_unit_test(both_derivatives_are_of_the_network_as_it_is),
        cmocka_unit_test(mistake_in_any_one_derivative_is_found),
        cmocka_unit_test(slope_of_another_activation_is_found),
        cmocka_unit_test(large_weights_that_cancel_do_not_fail_the_check),
        cmocka_unit_test(nudges_reach_no_further_than_they_should),
        cmocka_unit_test(rows_beyond_the_batch_are_not_looked_at),
        cmocka_unit_test(logits_have_no_kinks),
        cmocka_unit_test(parameters_at_a_kink_are_counted_and_not_compared),
        cmocka_unit_test(smooth_units_have_no_kinks),
        cmocka_unit_test(nudge_near_a_kink_is_made_smaller),
        cmocka_unit_test(units_that_change_places_are_at_a_kink),
        cmocka_unit_test(nan_is_no_kink_and_does_not_pass),
        cmocka_unit_test(each_derivative_has_its_name_and_its_formula),
        cmocka_unit_test(table_ends_in_a_line_for_each_matrix),
    };
    return cmocka_run_group_tests_name("mlp_check", tests, NULL, NULL) != 0;
}
