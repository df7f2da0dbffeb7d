/* trials.c: many starts, and how many of them work. */
#include "02-network/trials.h"
#include "02-network/experiment.h"
#include "points.h"
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* At this rate the starts are done early: of 200, all 200 solved XOR where
   this was written. */
static const trial_plan quick = {
    INIT_UNIFORM, {METHOD_GD, BUG_NONE, 4.0}, 1250};

static trial_plan untrained(init_kind init)
{
    return (trial_plan){init, {METHOD_GD, BUG_NONE, 0.5}, 0};
}

/* What a start comes to, worked out step by step. */
static network end_of(const trial_plan *plan, uint64_t seed)
{
    const batch rows = xor_rows();
    random_stream stream = {seed};
    network net = network_start(plan->init, &stream);
    for (long epoch = 0; epoch < plan->epochs; epoch++)
        descent_epoch(&plan->how, &net, &rows, &stream);
    return net;
}

static void trial_is_the_start_of_its_seed_trained(void **state)
{
    const batch rows = xor_rows();
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++)
        for (uint64_t seed = 1; seed <= 10; seed++) {
            const trial_plan plan = {
                INIT_NORMAL, {(method_kind)method, BUG_NO_BIAS, 2.0}, 300};
            const trial_end end = trial_run(&plan, seed);
            const network net = end_of(&plan, seed);
            network_pass p;
            network_forward(&net, &rows, &p);
            for (int n = 0; n < ROWS; n++)
                assert_same_bits(end.yhat[n], p.yhat[n]);
            assert_same_bits(end.loss,
                             network_loss(half_squares, &net, &rows));
            assert_int_equal(end.solved, network_solves(&net, &rows));
            assert_int_equal(end.right, rows_right(&rows, &p));
        }
}

/* A loss like no other: how far the predictions are from 2. */
static double loss_from_2(const batch *rows, const network_pass *p,
                          double dL_dz2[ROWS])
{
    double sum = 0.0;
    for (int n = 0; n < rows->size; n++) {
        sum += 2.0 - p->yhat[n];
        dL_dz2[n] = -7.0;
    }
    return sum;
}

/* XOR as two units make it, OR and not AND. */
static const network solution = {
    .W1 = {{20.0, 20.0}, {20.0, 20.0}},
    .b1 = {-10.0, -30.0},
    .W2 = {20.0, -20.0},
    .b2 = -10.0,
};

static void end_has_the_loss_it_is_measured_by_and_its_predictions(
    void **state)
{
    const batch rows = xor_rows();
    random_stream stream = {1};
    for (int i = 0; i < 100; i++) {
        const network net = network_start(INIT_NORMAL, &stream);
        const trial_end end = network_end(loss_from_2, &net);
        network_pass p;
        network_forward(&net, &rows, &p);
        for (int n = 0; n < ROWS; n++)
            assert_same_bits(end.yhat[n], p.yhat[n]);
        assert_same_bits(end.loss, network_loss(loss_from_2, &net, &rows));
        assert_int_equal(end.right, rows_right(&rows, &p));
        assert_false(end.solved || end.diverged);
    }
    const trial_end end = network_end(half_squares, &solution);
    assert_true(end.solved);
    assert_int_equal(end.right, ROWS);
    assert_near(end.loss, 0.0, 1e-7);
}

/* The predictions solve it still: what is infinite goes through no weight
   that is not 0. */
static void end_that_is_not_finite_has_solved_nothing(void **state)
{
    network net = solution;
    net.b1[2] = INFINITY;
    const trial_end end = network_end(half_squares, &net);
    assert_true(end.diverged);
    assert_false(end.solved);
    assert_near(end.yhat[1], 1.0, 0.1);
    assert_int_equal(end.right, ROWS);
}

/* The number of this name in v.values. */
static double value_of(const char *name)
{
    const char *text = file_text("v.values");
    const char *line = text == NULL ? NULL : strstr(text, name);
    assert_non_null(line);
    return strtod(line + strlen(name) + strlen(" = "), NULL);
}

static void trial_ends_as_the_single_experiment_of_its_seed(void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        const trial_plan plan = {
            INIT_GLOROT, {(method_kind)method, BUG_NONE, 4.0}, 500};
        const trial_end end = trial_run(&plan, 77);
        experiment e = {
            .how = plan.how, .epochs = 500, .stream = {77}, .quiet = true};
        e.start = network_start(INIT_GLOROT, &e.stream);
        run_records records;
        output_file save;
        assert_true(records_open(&records, NULL, "v.values"));
        assert_true(output_open(&save, NULL));
        assert_true(experiment_run(&e, &records, &save));
        assert_true(records_commit(&records));
        assert_same_bits(value_of("loss.last"), end.loss);
        assert_same_bits(value_of("\nyhat.0"), end.yhat[0]);
        assert_same_bits(value_of("\nyhat.1"), end.yhat[1]);
        assert_same_bits(value_of("\nyhat.2"), end.yhat[2]);
        assert_same_bits(value_of("\nyhat.3"), end.yhat[3]);
    }
}

/* Endings. */

static int near_what(double yhat)
{
    return fabs(24.0 * yhat) <= 1.0          ? NEAR_0
           : fabs(24.0 * yhat - 8.0) <= 1.0  ? NEAR_THIRD
           : fabs(24.0 * yhat - 12.0) <= 1.0 ? NEAR_HALF
           : fabs(24.0 * yhat - 16.0) <= 1.0 ? NEAR_TWO_THIRDS
           : fabs(24.0 * yhat - 24.0) <= 1.0 ? NEAR_1
                                             : ELSEWHERE;
}

static void digits_of_an_ending_are_in_base_6(void **state)
{
    assert_int_equal(ENDINGS, 1296);
    for (int ending = 0; ending < ENDINGS; ending++) {
        assert_int_equal(ending_digit(ending, 0), ending / 216);
        assert_int_equal(ending_digit(ending, 1), ending / 36 % 6);
        assert_int_equal(ending_digit(ending, 2), ending / 6 % 6);
        assert_int_equal(ending_digit(ending, 3), ending % 6);
    }
}

static void known_endings_are_told(void **state)
{
    /* All 1/2, whatever happens. */
    trial_plan plan = untrained(INIT_ZERO);
    plan.epochs = 10;
    trial_tally tally = trials_run(trial_run, &plan, 1, 3, 1);
    const int halves = NEAR_HALF * (216 + 36 + 6 + 1);
    assert_int_equal(tally.others[halves], 3);
    for (int n = 0; n < ROWS; n++)
        assert_int_equal(ending_digit(halves, n), NEAR_HALF);
    /* 0.03, 2/3, 2/3, 2/3. */
    plan = (trial_plan){INIT_HALF, {METHOD_GD, BUG_NONE, 0.5}, 10000};
    tally = trials_run(trial_run, &plan, 1, 1, 1);
    const int clones = NEAR_0 * 216 + NEAR_TWO_THIRDS * (36 + 6 + 1);
    assert_int_equal(tally.others[clones], 1);
}

/* Untrained starts end all over the place. */
static void tally_counts_each_start_by_what_it_is_near(void **state)
{
    enum { STARTS = 2000, SEED = 31 };
    const trial_plan plan = untrained(INIT_NORMAL);
    const trial_tally tally = trials_run(trial_run, &plan, SEED, STARTS, 1);
    static long expected[ENDINGS];
    int digits[ROWS][ELSEWHERE + 1] = {{0}};
    for (uint64_t seed = SEED; seed < SEED + STARTS; seed++) {
        const trial_end end = trial_run(&plan, seed);
        int ending = 0;
        for (int n = 0; n < ROWS; n++) {
            ending = 6 * ending + near_what(end.yhat[n]);
            digits[n][near_what(end.yhat[n])]++;
        }
        expected[ending]++;
        assert_false(end.solved);
    }
    assert_int_equal(tally.starts, STARTS);
    assert_int_equal(tally.solved, 0);
    for (int e = 0; e < ENDINGS; e++)
        assert_int_equal(tally.others[e], expected[e]);
    for (int n = 0; n < ROWS; n++)
        for (int v = 0; v <= ELSEWHERE; v++)
            assert_true(digits[n][v] > 10);
}

/* z (1 - z) knows no bound: in a thousand epochs no parameter is finite. */
static void diverged_runs_are_counted_apart(void **state)
{
    const trial_plan wild = {
        INIT_UNIFORM, {METHOD_GD, BUG_PRIME_OF_Z, 0.5}, 1000};
    const trial_tally tally = trials_run(trial_run, &wild, 1, 20, 2);
    assert_int_equal(tally.diverged, 20);
    assert_int_equal(tally.solved, 0);
    for (int e = 0; e < ENDINGS; e++)
        assert_int_equal(tally.others[e], 0);
    assert_true(trial_run(&wild, 1).diverged);
    assert_false(trial_run(&quick, 1).diverged);
}

static long tally_sum(const trial_tally *tally)
{
    long sum = tally->solved + tally->diverged;
    for (int e = 0; e < ENDINGS; e++)
        sum += tally->others[e];
    return sum;
}

/* A trial that says how it ended by its seed: the first four of ten have
   solved it, the first seven have all rows right, the last of those has
   diverged. */
static trial_end trial_by_seed(const void *plan, uint64_t seed)
{
    (void)plan;
    return (trial_end){.yhat = {1.0, 0.0, 0.0, 1.0},
                       .right = seed < 7 ? ROWS : ROWS - 1,
                       .solved = seed < 4,
                       .diverged = seed == 6};
}

static void accurate_starts_have_four_rows_right_and_are_finite(
    void **state)
{
    const trial_tally tally = trials_run(trial_by_seed, NULL, 0, 10, 2);
    assert_int_equal(tally.starts, 10);
    assert_int_equal(tally.solved, 4);
    assert_int_equal(tally.accurate, 6);
    assert_int_equal(tally.diverged, 1);
    assert_int_equal(tally.others[NEAR_1 * 216 + NEAR_1], 5);
}

/* Of trained starts, more are right than have solved it. */
static void accurate_starts_are_those_with_four_rows_right(void **state)
{
    enum { STARTS = 200 };
    const trial_plan plan = {INIT_UNIFORM, {METHOD_GD, BUG_NONE, 4.0}, 150};
    const trial_tally tally = trials_run(trial_run, &plan, 1, STARTS, 2);
    long accurate = 0;
    for (uint64_t seed = 1; seed <= STARTS; seed++)
        accurate += trial_run(&plan, seed).right == ROWS;
    assert_int_equal(tally.accurate, accurate);
    assert_true(tally.accurate > tally.solved);
    assert_in_range(tally.accurate, 10, STARTS - 10);
}

/* Some of these solve XOR and some do not. */
static void tally_adds_up_over_the_seeds_from_the_first_on(void **state)
{
    trial_plan plan = quick;
    plan.how.lr = 20.0;
    plan.epochs = 150;
    enum { STARTS = 60 };
    trial_tally sum = {.starts = 0};
    const trial_tally all = trials_run(trial_run, &plan, 1000, STARTS, 2);
    for (uint64_t seed = 1000; seed < 1000 + STARTS; seed++) {
        const trial_tally one = trials_run(trial_run, &plan, seed, 1, 1);
        assert_int_equal(one.starts, 1);
        assert_int_equal(one.solved, trial_run(&plan, seed).solved);
        assert_int_equal(tally_sum(&one), 1);
        sum.starts += one.starts;
        sum.solved += one.solved;
        sum.accurate += one.accurate;
        for (int e = 0; e < ENDINGS; e++)
            sum.others[e] += one.others[e];
    }
    assert_in_range(all.solved, 5, STARTS - 5);
    assert_int_equal(tally_sum(&all), STARTS);
    assert_memory_equal(&all, &sum, sizeof all);
}

/* More than are trained together, so that the last group is a part of
   one. */
static void tally_is_the_same_for_any_number_of_threads(void **state)
{
    enum { STARTS = 4103 };
    trial_plan plan = untrained(INIT_NORMAL);
    plan.how.lr = 20.0;
    plan.epochs = 1;
    const trial_tally one = trials_run(trial_run, &plan, 5, STARTS, 1);
    const size_t threads[] = {2, 3, 7};
    assert_int_equal(one.starts, STARTS);
    assert_int_equal(tally_sum(&one), STARTS);
    for (int i = 0; i < 3; i++) {
        const trial_tally many =
            trials_run(trial_run, &plan, 5, STARTS, threads[i]);
        assert_memory_equal(&many, &one, sizeof one);
    }
}

static void groups_beyond_the_first_have_seeds_of_their_own(void **state)
{
    const trial_plan plan = untrained(INIT_NORMAL);
    const trial_tally all =
        trials_run(trial_run, &plan, 9, 4096 + 4096 + 50, 3);
    const trial_tally first = trials_run(trial_run, &plan, 9, 4096, 2);
    const trial_tally second =
        trials_run(trial_run, &plan, 9 + 4096, 4096, 2);
    const trial_tally rest = trials_run(trial_run, &plan, 9 + 8192, 50, 2);
    for (int e = 0; e < ENDINGS; e++)
        assert_int_equal(all.others[e], first.others[e] + second.others[e] +
                                            rest.others[e]);
    assert_int_equal(all.starts, 8242);
}

static void most_uniform_starts_solve_xor_and_no_tiny_one(void **state)
{
    const trial_tally tally = trials_run(trial_run, &quick, 1, 200, 2);
    assert_in_range(tally.solved, 185, 200);
    trial_plan plan = quick;
    plan.init = INIT_TINY;
    plan.how.lr = 0.5;
    const trial_tally none = trials_run(trial_run, &plan, 1, 10, 2);
    assert_int_equal(none.solved, 0);
    assert_int_equal(none.others[NEAR_HALF * (216 + 36 + 6 + 1)], 10);
}

/* Wilson's interval, from its definition: the shares p for which
   n (k/n - p)^2 = z^2 p (1 - p), worked out in Python's decimal numbers
   with 50 digits. */
static void wilson_interval_has_its_known_ends(void **state)
{
    const struct {
        long k, n;
        interval known;
    } shares[] = {
        {0, 10, {0.0, 0.0, 0.27753279986288926}},
        {10, 10, {1.0, 0.72246720013711074, 1.0}},
        {5, 10, {0.5, 0.23659309051256397, 0.76340690948743606}},
        {97, 100, {0.97, 0.91548063570947236, 0.98974547597596108}},
        {1945, 2000, {0.9725, 0.964376888484893, 0.97881150183432297}},
        {1, 2, {0.5, 0.094531205734230711, 0.90546879426576932}},
        {0, 1, {0.0, 0.0, 0.79345068562276266}},
        {1, 1, {1.0, 0.20654931437723739, 1.0}},
    };
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        const interval w = wilson_interval(shares[i].k, shares[i].n);
        assert_near(w.share, shares[i].known.share, 1e-15);
        assert_near(w.low, shares[i].known.low, 1e-12);
        assert_near(w.high, shares[i].known.high, 1e-12);
    }
}

static void wilson_interval_holds_its_share_and_stays_in_range(void **state)
{
    for (long n = 1; n <= 100; n++)
        for (long k = 0; k <= n; k++) {
            const interval w = wilson_interval(k, n);
            const interval other = wilson_interval(n - k, n);
            assert_true(w.low >= 0.0 && w.high <= 1.0);
            assert_true(w.low <= w.share + 1e-15);
            assert_true(w.high >= w.share - 1e-15);
            assert_near(w.low, 1.0 - other.high, 1e-15);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trial_is_the_start_of_its_seed_trained),
        cmocka_unit_test(
            end_has_the_loss_it_is_measured_by_and_its_predictions),
        cmocka_unit_test(end_that_is_not_finite_has_solved_nothing),
        test_in_folder(trial_ends_as_the_single_experiment_of_its_seed),
        cmocka_unit_test(digits_of_an_ending_are_in_base_6),
        cmocka_unit_test(known_endings_are_told),
        cmocka_unit_test(tally_counts_each_start_by_what_it_is_near),
        cmocka_unit_test(diverged_runs_are_counted_apart),
        cmocka_unit_test(
            accurate_starts_have_four_rows_right_and_are_finite),
        cmocka_unit_test(accurate_starts_are_those_with_four_rows_right),
        cmocka_unit_test(tally_adds_up_over_the_seeds_from_the_first_on),
        cmocka_unit_test(tally_is_the_same_for_any_number_of_threads),
        cmocka_unit_test(groups_beyond_the_first_have_seeds_of_their_own),
        cmocka_unit_test(most_uniform_starts_solve_xor_and_no_tiny_one),
        cmocka_unit_test(wilson_interval_has_its_known_ends),
        cmocka_unit_test(
            wilson_interval_holds_its_share_and_stays_in_range),
    };
    return cmocka_run_group_tests_name("trials", tests, NULL, NULL) != 0;
}
