/* survey.c: the report on many starts, and what is kept of it. */
#include "02-network/survey.h"
#include "points.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

static const output_file nothing_kept;

/* Some of these solve XOR and some do not. */
static const trial_plan mixed = {
    INIT_UNIFORM, {METHOD_GD, BUG_NONE, 20.0}, 150};
/* Untrained: none solve it, and they are all over the place. */
static const trial_plan untrained = {
    INIT_NORMAL, {METHOD_GD, BUG_NONE, 0.5}, 0};
/* All predictions are 1/2. */
static const trial_plan zeros = {INIT_ZERO, {METHOD_GD, BUG_NONE, 0.25}, 3};
enum { STARTS = 60, SEED = 1000 };

static const char *report_of(const trial_plan *plan, long n)
{
    capture_begin(1);
    survey_run(plan, SEED, n, 2, false, &nothing_kept);
    return squeezed(capture_end(1));
}

static void survey_keeps_its_counts_and_its_interval(void **state)
{
    const trial_plan plans[] = {mixed, untrained, zeros};
    for (int i = 0; i < 3; i++) {
        const trial_tally tally =
            trials_run(trial_run, &plans[i], SEED, STARTS, 1);
        const interval w = wilson_interval(tally.solved, STARTS);
        static char expected[64 * ENDINGS];
        snprintf(expected, sizeof expected,
                 "starts = %d\nsolved = %ld\nsolved.share = %.17g\n"
                 "solved.low = %.17g\nsolved.high = %.17g\n"
                 "diverged = %ld\n",
                 STARTS, tally.solved, w.share, w.low, w.high,
                 tally.diverged);
        for (int e = 0; e < ENDINGS; e++) {
            static const char letters[] = "0thw1x";
            const size_t used = strlen(expected);
            if (tally.others[e] > 0)
                snprintf(expected + used, sizeof expected - used,
                         "ended.%c%c%c%c = %ld\n", letters[e / 216],
                         letters[e / 36 % 6], letters[e / 6 % 6],
                         letters[e % 6], tally.others[e]);
        }
        output_file values;
        assert_true(output_open(&values, "v.values"));
        capture_begin(1);
        survey_run(&plans[i], SEED, STARTS, 3, true, &values);
        assert_string_equal(capture_end(1), "");
        assert_true(output_commit(&values));
        assert_string_equal(file_text("v.values"), expected);
    }
}

static void interval_is_kept_under_its_name(void **state)
{
    static const struct {
        const char *name;
        long k, n;
    } shares[] = {{"accurate", 56, 100}, {"x", 0, 1}, {"solved", 7, 7}};
    for (int i = 0; i < 3; i++) {
        const interval w = wilson_interval(shares[i].k, shares[i].n);
        char expected[256];
        snprintf(expected, sizeof expected,
                 "%s.share = %.17g\n%s.low = %.17g\n%s.high = %.17g\n",
                 shares[i].name, w.share, shares[i].name, w.low,
                 shares[i].name, w.high);
        output_file values;
        assert_true(output_open(&values, "v.values"));
        interval_write(&values, shares[i].name, shares[i].k, shares[i].n);
        assert_true(output_commit(&values));
        assert_string_equal(file_text("v.values"), expected);
    }
    interval_write(&nothing_kept, "nobody", 1, 2);
}

static void survey_reports_how_many_solved(void **state)
{
    const long solved =
        trials_run(trial_run, &mixed, SEED, STARTS, 1).solved;
    const interval w = wilson_interval(solved, STARTS);
    char told[160];
    assert_in_range(solved, 5, STARTS - 5);
    snprintf(told, sizeof told,
             "60 starts, 150 epochs each, learning rate 20\n"
             "solved XOR: %ld, or %.2f%% (95%% interval %.2f%% to "
             "%.2f%%)\n\nThe others ended near\n 00 01 10 11 starts\n",
             solved, 100.0 * w.share, 100.0 * w.low, 100.0 * w.high);
    assert_holds(report_of(&mixed, STARTS), told);
}

static void one_ending_has_a_full_bar(void **state)
{
    assert_string_equal(
        report_of(&zeros, 7),
        "7 starts, 3 epochs each, learning rate 0.25\n"
        "solved XOR: 0, or 0.00% (95% interval 0.00% to 35.43%)\n"
        "\nThe others ended near\n 00 01 10 11 starts\n"
        " 1/2 1/2 1/2 1/2 7 ####################################\n");
}

static void diverged_runs_are_told_and_not_drawn(void **state)
{
    const trial_plan wild = {
        INIT_UNIFORM, {METHOD_GD, BUG_PRIME_OF_Z, 0.5}, 50};
    assert_string_equal(
        report_of(&wild, 3),
        "3 starts, 50 epochs each, learning rate 0.5\n"
        "solved XOR: 0, or 0.00% (95% interval 0.00% to 56.15%)\n"
        "diverged: 3\n");
}

/* Reads the lines of the histogram: counts that fall, with bars that are
   ceil(36 count / tallest) long, at most 12; and the rest elsewhere. */
static void bars_fall_and_the_lines_add_up(void **state)
{
    static const char *const words[] = {"0",   "1/3", "1/2",
                                        "2/3", "1",   "else"};
    enum { MANY = 700 };
    const trial_tally tally =
        trials_run(trial_run, &untrained, SEED, MANY, 1);
    bool told[ENDINGS] = {false};
    const char *line = strstr(report_of(&untrained, MANY), "starts\n ");
    assert_non_null(line);
    line += strlen("starts\n");
    long before = MANY, tallest = 0, sum = 0;
    int lines = 0;
    for (; strstr(line, "elsewhere") != line + 1; lines++) {
        char word[ROWS][8], bar[64];
        long count;
        int ending = 0;
        assert_int_equal(sscanf(line, "%7s %7s %7s %7s %ld %63[#]", word[0],
                                word[1], word[2], word[3], &count, bar),
                         6);
        for (int n = 0; n < ROWS; n++) {
            int v = 0;
            while (v < ELSEWHERE && strcmp(words[v], word[n]) != 0)
                v++;
            assert_string_equal(words[v], word[n]);
            ending = 6 * ending + v;
        }
        assert_int_equal(tally.others[ending], count);
        assert_false(told[ending]);
        told[ending] = true;
        tallest = lines == 0 ? count : tallest;
        assert_true(count > 0 && count <= before);
        assert_int_equal(strlen(bar), (36 * count + tallest - 1) / tallest);
        before = count;
        sum += count;
        line = strchr(line, '\n') + 1;
    }
    assert_int_equal(lines, 12);
    for (int e = 0; e < ENDINGS; e++)
        assert_true(told[e] || tally.others[e] <= before);
    assert_int_equal(strtol(line + strlen(" elsewhere"), NULL, 10),
                     MANY - sum);
    assert_true(sum < MANY && before < tallest);
    assert_string_equal(strchr(line, '\n'), "\n");
}

/* Each number ends where its head ends, and the bars begin 2 blanks on. */
static void histogram_has_its_columns_under_their_heads(void **state)
{
    capture_begin(1);
    survey_run(&untrained, SEED, 700, 2, false, &nothing_kept);
    const char *line = strstr(capture_end(1), "    00    01    10");
    assert_non_null(line);
    for (int lines = 0; lines <= 12; lines++) {
        const char *end =
            lines == 0 ? strchr(line, '\n') : strchr(line, '#') - 2;
        assert_int_equal(end - line, 33);
        assert_true(end[-1] != ' ');
        for (int column = 5; column < 24; column += 6)
            assert_true(line[column] != ' ' && line[column + 1] == ' ');
        line = strchr(line, '\n') + 1;
    }
    assert_int_equal(strcspn(line, "\n"), 33);
}

/* None is left over, so nothing is said of others. */
static void survey_that_all_solve_has_no_histogram(void **state)
{
    const trial_plan plan = {
        INIT_UNIFORM, {METHOD_GD, BUG_NONE, 4.0}, 1250};
    assert_string_equal(
        report_of(&plan, 2),
        "2 starts, 1250 epochs each, learning rate 4\n"
        "solved XOR: 2, or 100.00% (95% interval 34.24% to 100.00%)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(survey_keeps_its_counts_and_its_interval),
        test_in_folder(interval_is_kept_under_its_name),
        cmocka_unit_test(survey_reports_how_many_solved),
        cmocka_unit_test(one_ending_has_a_full_bar),
        cmocka_unit_test(diverged_runs_are_told_and_not_drawn),
        cmocka_unit_test(bars_fall_and_the_lines_add_up),
        cmocka_unit_test(histogram_has_its_columns_under_their_heads),
        cmocka_unit_test(survey_that_all_solve_has_no_histogram),
    };
    return cmocka_run_group_tests_name("survey", tests, NULL, NULL) != 0;
}
