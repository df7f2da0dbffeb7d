/* digits_run.c: how a plan begins: with which rows, which start, and what is
   left of the stream. */
#include "04-digits/digits_run.h"
#include "networks.h"
#include "plans.h"

#include <math.h>

static void run_has_what_the_plan_says(void **state)
{
    dataset d;
    digits_run r;
    digits_plan plan = plan_of(&d, 60);
    plan.batch = 7;
    plan.shuffled = true;
    plan.hidden = relu_units;
    assert_quiet(outcome_of(digits_run_begin(&r, &plan, 5, NULL)));
    assert_ptr_equal(r.t.data, &d);
    assert_int_equal(r.t.batch, 7);
    assert_true(r.t.shuffled);
    assert_true(r.t.by.step == adam_step);
    assert_same_bits(r.t.by.lr, 0.03);
    assert_same_bits(r.t.by.beta1, 0.9);
    assert_same_bits(r.t.by.beta2, 0.999);
    assert_same_bits(r.t.by.epsilon, 1e-7);
    assert_int_equal(r.t.net.depth, 2);
    assert_int_equal(r.t.net.units[1], 6);
    assert_true(r.t.net.hidden.of == relu_units.of);
    assert_int_equal(r.s.train, 48);
    assert_int_equal(r.s.test, 12);
    assert_int_equal(r.t.count, 48);
    assert_ptr_equal(r.t.rows, r.s.rows);
    for (int k = 0; k < r.t.net.count; k++) {
        assert_same_bits(r.t.seen.m[k], 0.0);
        assert_same_bits(r.t.seen.v[k], 0.0);
    }
    digits_run_free(&r);
    plan.shuffled = false;
    assert_true(digits_run_begin(&r, &plan, 5, NULL));
    assert_false(r.t.shuffled);
    digits_run_free(&r);
    assert_null(r.t.net.all);
    assert_null(r.s.rows);
}

/* The start is drawn first, from the seed on; what is left is for the
   epochs. The seed of the plan itself is for who trains it once. */
static void start_is_drawn_from_the_seed(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    for (int init = MLP_GLOROT; init <= MLP_HE; init++)
        for (uint64_t seed = 1; seed <= 5; seed++) {
            digits_run r;
            random_stream stream = {seed};
            plan.init = (mlp_init)init;
            plan.seed = 77;
            mlp start = mlp_new(plan.depth, plan.units, plan.hidden);
            mlp_draw(&start, (mlp_init)init, &stream);
            assert_true(digits_run_begin(&r, &plan, seed, NULL));
            assert_memory_equal(r.t.net.all, start.all,
                                (size_t)start.count * sizeof(double));
            assert_true(r.t.stream.state == stream.state);
            digits_run_free(&r);
            mlp_free(&start);
        }
}

/* One seed, one split: whatever the network, the start and the batch. */
static void split_is_that_of_the_seed_whatever_else(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    plan.split = SPLIT_SHUFFLED;
    split expected = split_new(SPLIT_SHUFFLED, &d, 9);
    for (int i = 0; i < 6; i++) {
        digits_run r;
        plan.depth = 1 + i % 2;
        plan.units[1] = i % 2 == 0 ? CLASSES : 4;
        plan.init = i < 3 ? MLP_GLOROT : MLP_HE;
        plan.batch = 1 + (size_t)i;
        plan.shuffled = i % 3 == 0;
        assert_true(digits_run_begin(&r, &plan, 9, NULL));
        assert_memory_equal(r.s.rows, expected.rows,
                            60 * sizeof *expected.rows);
        digits_run_free(&r);
    }
    split_free(&expected);
}

/* Its parameters, its shape; and the stream stays at its beginning. */
static void network_that_is_given_takes_the_place_of_the_start(void **state)
{
    dataset d;
    digits_run r;
    random_stream stream = {3};
    const digits_plan plan = plan_of(&d, 60);
    mlp given =
        mlp_drawn(&stream, 3, (int[]){PIXELS, 3, 2, CLASSES}, tanh_units);
    mlp before = mlp_new(3, given.units, given.hidden);
    memcpy(before.all, given.all, (size_t)given.count * sizeof(double));
    assert_quiet(outcome_of(digits_run_begin(&r, &plan, 5, &given)));
    assert_int_equal(r.t.net.depth, 3);
    assert_true(r.t.net.hidden.of == tanh_units.of);
    assert_int_equal(r.t.gradient.count, given.count);
    assert_memory_equal(r.t.net.all, before.all,
                        (size_t)before.count * sizeof(double));
    assert_true(r.t.stream.state == 5);
    digits_run_free(&r); /* and the given network */
    mlp_free(&before);
}

static void network_that_is_too_large_does_not_begin(void **state)
{
    dataset d;
    digits_run r;
    digits_plan plan = plan_of(&d, 60);
    plan.depth = 4;
    plan.units[1] = plan.units[2] = plan.units[3] = 4096;
    plan.units[4] = CLASSES;
    assert_fails(outcome_of(digits_run_begin(&r, &plan, 1, NULL)),
                 "suite: the network: expected at most 10000000 "
                 "parameters, got 33869834\n");
    digits_run_free(&r);
}

static void both_parts_of_a_split_are_looked_at(void **state)
{
    dataset d;
    digits_run r;
    const digits_plan plan = plan_of(&d, 60);
    score seen, unseen;
    assert_quiet(outcome_of(digits_run_begin(&r, &plan, 3, NULL)));
    training *const t = &r.t;
    assert_true(split_evaluate(t, &r.s, &seen, &unseen));
    assert_int_equal(seen.rows, 48);
    assert_int_equal(unseen.rows, 12);
    const score last =
        evaluate(&t->net, &d, r.s.rows + 48, 12, &t->pass, NULL);
    assert_same_bits(unseen.loss, last.loss);
    assert_true(seen.loss != unseen.loss);
    t->net.b[1][0] = -INFINITY; /* which a sigmoid hides from the loss */
    assert_false(split_evaluate(t, &r.s, &seen, &unseen));
    assert_true(isfinite(seen.loss + unseen.loss));
    t->net.b[1][0] = 0.0;
    t->net.b[2][0] = NAN;
    assert_false(split_evaluate(t, &r.s, &seen, &unseen));
    digits_run_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(run_has_what_the_plan_says),
        cmocka_unit_test(start_is_drawn_from_the_seed),
        cmocka_unit_test(split_is_that_of_the_seed_whatever_else),
        cmocka_unit_test(
            network_that_is_given_takes_the_place_of_the_start),
        cmocka_unit_test(network_that_is_too_large_does_not_begin),
        cmocka_unit_test(both_parts_of_a_split_are_looked_at),
    };
    return cmocka_run_group_tests_name("digits_run", tests, NULL, NULL) !=
           0;
}
