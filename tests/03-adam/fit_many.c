/* fit_many.c: many starts, and how far they come. */
#include "03-adam/fit_many.h"
#include "02-network/points.h"
#include "test.h"

#include <math.h>
#include <stdio.h>

static const output_file nothing_kept;

enum { THREADS = 2, SEED = 1000 };

static fit_plan keras_for(long epochs)
{
    return (fit_plan){INIT_GLOROT, fit_keras(), epochs};
}

/* Of these, some solve XOR, some have four right without solving it, and
   some are on a plateau. */
static fit_plan mixed(void)
{
    fit_plan plan = keras_for(250);
    plan.how.how.lr = 0.03;
    return plan;
}

/* Runs it, quiet or not, and returns what it printed. */
static const char *report_of(const fit_plan *plan, long n, bool quiet)
{
    capture_begin(1);
    fit_many_run(plan, SEED, n, THREADS, quiet, &nothing_kept);
    return squeezed(capture_end(1));
}

static void trial_is_the_start_of_its_seed_trained(void **state)
{
    const batch rows = xor_rows();
    const optimizer_step steps[] = {gd_step, uncorrected_step, adam_step};
    for (int i = 0; i < 6; i++)
        for (uint64_t seed = 1; seed <= 10; seed++) {
            const fit_plan plan = {
                i % 2 == 0 ? INIT_NORMAL : INIT_GLOROT,
                {i < 3 ? half_squares : mean_cross_entropy,
                 {steps[i % 3], 0.05, 0.8, 0.99, 1e-5}},
                200};
            const trial_end end = fit_trial(&plan, seed);
            random_stream stream = {seed};
            network net = network_start(plan.init, &stream);
            moments seen = moments_none();
            network_pass p;
            for (int epoch = 0; epoch < 200; epoch++)
                fit_epoch(&plan.how, &net, &seen, &rows);
            network_forward(&net, &rows, &p);
            for (int n = 0; n < ROWS; n++)
                assert_same_bits(end.yhat[n], p.yhat[n]);
            assert_same_bits(end.loss,
                             network_loss(plan.how.loss, &net, &rows));
            assert_int_equal(end.right, rows_right(&rows, &p));
            assert_int_equal(end.solved, network_solves(&net, &rows));
            assert_false(end.diverged);
        }
}

static void trial_that_diverges_has_solved_nothing(void **state)
{
    fit_plan plan = keras_for(3);
    plan.how.how.lr = INFINITY;
    const trial_end end = fit_trial(&plan, 1);
    assert_true(end.diverged);
    assert_false(end.solved);
}

/* Counts. */

static void run_counts_each_start_once(void **state)
{
    enum { STARTS = 60 };
    const fit_plan plan = mixed();
    long solved = 0, accurate = 0, others = 0;
    const trial_tally tally =
        trials_run(fit_trial, &plan, SEED, STARTS, THREADS);
    for (uint64_t seed = SEED; seed < SEED + STARTS; seed++) {
        const trial_end end = fit_trial(&plan, seed);
        solved += end.solved;
        accurate += end.right == ROWS;
    }
    for (int e = 0; e < ENDINGS; e++)
        others += tally.others[e];
    assert_int_equal(tally.starts, STARTS);
    assert_int_equal(tally.solved, solved);
    assert_int_equal(tally.accurate, accurate);
    assert_int_equal(tally.diverged, 0);
    assert_int_equal(others, STARTS - solved);
    assert_in_range(solved, 5, accurate - 1);
    assert_in_range(accurate, 5, STARTS - 5);
}

static void tally_is_the_same_for_any_number_of_threads(void **state)
{
    enum { STARTS = 4111 };
    fit_plan plan = keras_for(20);
    plan.how.how.lr = 0.2;
    const trial_tally one = trials_run(fit_trial, &plan, 5, STARTS, 1);
    assert_in_range(one.accurate, 5, STARTS - 5);
    for (size_t threads = 2; threads <= 5; threads += 3) {
        const trial_tally many =
            trials_run(fit_trial, &plan, 5, STARTS, threads);
        assert_memory_equal(&many, &one, sizeof one);
    }
}

static void diverged_starts_are_not_accurate(void **state)
{
    fit_plan plan = keras_for(1);
    plan.init = INIT_ZERO;
    plan.how.how.epsilon = 0.0;
    const trial_tally tally = trials_run(fit_trial, &plan, 1, 10, THREADS);
    assert_int_equal(tally.diverged, 10);
    assert_int_equal(tally.accurate, 0);
    assert_int_equal(tally.solved, 0);
}

/* What is told and kept. */

static void run_reports_how_many_are_accurate_and_how_many_solved(
    void **state)
{
    enum { STARTS = 40 };
    const fit_plan plan = mixed();
    const trial_tally tally = trials_run(fit_trial, &plan, SEED, STARTS, 1);
    const interval a = wilson_interval(tally.accurate, STARTS);
    const interval s = wilson_interval(tally.solved, STARTS);
    char told[320];
    assert_true(tally.accurate > tally.solved);
    snprintf(told, sizeof told,
             "40 starts, 250 epochs each, learning rate 0.03\n"
             "all four on the right side of 1/2: %ld, or %.2f%% (%.2f%% to "
             "%.2f%%)\n"
             "solved XOR: %ld, or %.2f%% (95%% interval %.2f%% to "
             "%.2f%%)\n\nThe others ended near\n 00 01 10 11 starts\n",
             tally.accurate, 100.0 * a.share, 100.0 * a.low, 100.0 * a.high,
             tally.solved, 100.0 * s.share, 100.0 * s.low, 100.0 * s.high);
    const char *report = report_of(&plan, STARTS, false);
    assert_true(strncmp(report, told, strlen(told)) == 0);
    assert_string_equal(report_of(&plan, STARTS, true), "");
}

static void run_keeps_its_counts_and_their_intervals(void **state)
{
    enum { STARTS = 40 };
    const fit_plan plan = mixed();
    const trial_tally tally = trials_run(fit_trial, &plan, SEED, STARTS, 1);
    const interval a = wilson_interval(tally.accurate, STARTS);
    const interval s = wilson_interval(tally.solved, STARTS);
    char begin[320], end[320];
    snprintf(begin, sizeof begin,
             "starts = 40\nsolved = %ld\nsolved.share = %.17g\n"
             "solved.low = %.17g\nsolved.high = %.17g\ndiverged = 0\n",
             tally.solved, s.share, s.low, s.high);
    snprintf(end, sizeof end,
             "\naccurate = %ld\naccurate.share = %.17g\n"
             "accurate.low = %.17g\naccurate.high = %.17g\n",
             tally.accurate, a.share, a.low, a.high);
    output_file values;
    for (int quiet = 0; quiet < 2; quiet++) {
        assert_true(output_open(&values, "v.values"));
        capture_begin(1);
        fit_many_run(&plan, SEED, STARTS, 3, quiet == 1, &values);
        capture_end(1);
        assert_true(output_commit(&values));
        const char *text = file_text("v.values");
        assert_true(strncmp(text, begin, strlen(begin)) == 0);
        assert_holds(text, end);
        assert_string_equal(strstr(text, end), end);
    }
}

/* How often it works. Shares of 20,000 starts, counted by others; that of n
   starts is within four of its standard deviations. */

static void assert_share(long k, long n, double share)
{
    assert_near((double)k / (double)n, share,
                4.0 * sqrt(share * (1.0 - share) / (double)n));
}

static void keras_has_four_right_of_over_half_and_solves_none(void **state)
{
    const long starts = starts_of(1000);
    const fit_plan plan = keras_for(2000);
    const trial_tally tally =
        trials_run(fit_trial, &plan, 1, starts, THREADS);
    assert_share(tally.accurate, starts, 0.56);
    assert_int_equal(tally.solved, 0);
    assert_int_equal(tally.diverged, 0);
}

/* None has all four within 1/4 of their targets, and the loss that the
   notebook printed, 0.3542, is below that of 79.5%. */
static void none_is_within_a_quarter_and_few_as_low_as_the_notebook(
    void **state)
{
    const long starts = starts_of(400);
    const fit_plan plan = keras_for(2000);
    const batch rows = xor_rows();
    long above = 0;
    for (uint64_t seed = 1; seed <= (uint64_t)starts; seed++) {
        const trial_end end = fit_trial(&plan, seed);
        double farthest = 0.0;
        for (int n = 0; n < ROWS; n++)
            farthest = fmax(farthest, fabs(end.yhat[n] - rows.y[n]));
        assert_true(farthest > 0.25);
        above += end.loss > 0.3542;
    }
    assert_share(above, starts, 0.795);
}

static void ten_times_the_learning_rate_solves_most_in_half_the_steps(
    void **state)
{
    const long starts = starts_of(300);
    fit_plan plan = keras_for(1000);
    plan.how.how.lr = 0.01;
    assert_share(trials_run(fit_trial, &plan, 1, starts, THREADS).solved,
                 starts, 0.855);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trial_is_the_start_of_its_seed_trained),
        cmocka_unit_test(trial_that_diverges_has_solved_nothing),
        cmocka_unit_test(run_counts_each_start_once),
        cmocka_unit_test(tally_is_the_same_for_any_number_of_threads),
        cmocka_unit_test(diverged_starts_are_not_accurate),
        cmocka_unit_test(
            run_reports_how_many_are_accurate_and_how_many_solved),
        test_in_folder(run_keeps_its_counts_and_their_intervals),
        cmocka_unit_test(keras_has_four_right_of_over_half_and_solves_none),
        cmocka_unit_test(
            none_is_within_a_quarter_and_few_as_low_as_the_notebook),
        cmocka_unit_test(
            ten_times_the_learning_rate_solves_most_in_half_the_steps),
    };
    return cmocka_run_group_tests_name("fit_many", tests, NULL, NULL) != 0;
}
