/* many_starts.c: many starts, how many of them work, and where the others
   end. Some are trained; where it matters what they come to, they are
   planted. */
#include "02-network/many_starts.h"
#include "02-network/interval.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <math.h>
#include <stdlib.h>

/* Gradient descent on all rows at this learning rate. */
static const descent slow = {METHOD_GD, 0.5}, quick = {METHOD_GD, 4.0},
                     rash = {METHOD_GD, 20.0};
/* z (1 - z) knows no bound: in a thousand epochs no parameter is finite. */
static const bugged_descent wild = {{METHOD_GD, 0.5}, BUG_PRIME_OF_Z};

/* One start. */

static void start_is_that_of_its_seed_trained(void **state)
{
    for (int init = INIT_UNIFORM; init <= INIT_HALF; init++)
        for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++)
            for (uint64_t seed = 1; seed <= 3; seed++) {
                const bugged_descent how = {{(method_kind)method, 2.0},
                                            BUG_NO_BIAS};
                const trainer t = by_bugged(&how);
                random_stream stream = {seed};
                const network start =
                    network_start((init_kind)init, &stream);
                const run expected =
                    run_ended(&t, &start, stream.state, 100);
                const run r = start_train(&t, (init_kind)init, seed, 100);
                assert_same_network(&r.net, &expected.net);
                assert_true(r.stream.state == expected.stream.state);
                assert_same_bits(r.L, expected.L);
                for (int n = 0; n < ROWS; n++)
                    assert_same_bits(r.pass.yhat[n], expected.pass.yhat[n]);
                assert_int_equal(r.epoch, 100);
                assert_false(r.diverged);
            }
}

/* How far the predictions are from 2. */
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

static void start_is_trained_down_the_trainers_loss(void **state)
{
    trainer t = by_descent(&slow);
    t.loss = loss_from_2;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        const run r = start_train(&t, INIT_NORMAL, seed, 3);
        assert_same_bits(r.L, network_loss(loss_from_2, &r.net, &r.rows));
        assert_int_equal(r.rows.size, ROWS);
    }
}

static void start_that_diverges_says_so(void **state)
{
    const trainer t = by_bugged(&wild), fine = by_descent(&quick);
    const run r = start_train(&t, INIT_UNIFORM, 1, 1000);
    assert_true(r.diverged);
    assert_in_range(r.epoch, 1, 999);
    assert_false(start_train(&fine, INIT_UNIFORM, 1, 1000).diverged);
}

/* The number of this name in v.values. */
static double value_of(const char *name)
{
    const char *text = file_text("v.values");
    assert_holds(text, name);
    return strtod(strstr(text, name) + strlen(name) + strlen(" = "), NULL);
}

static void start_ends_as_the_single_run_of_its_seed(void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        const descent d = {(method_kind)method, 4.0};
        const trainer t = by_descent(&d);
        const run r = start_train(&t, INIT_GLOROT, 77, 500);
        random_stream stream = {77};
        const network start = network_start(INIT_GLOROT, &stream);
        program p = {.epochs = 500, .lr = 4.0, .quiet = true};
        files_begin(&p);
        assert_quiet(outcome_of(one_start_run(&t, &start, stream, &p)));
        files_end(&p);
        assert_same_bits(value_of("loss.last"), r.L);
        assert_same_bits(value_of("\nyhat.0"), r.pass.yhat[0]);
        assert_same_bits(value_of("\nyhat.1"), r.pass.yhat[1]);
        assert_same_bits(value_of("\nyhat.2"), r.pass.yhat[2]);
        assert_same_bits(value_of("\nyhat.3"), r.pass.yhat[3]);
    }
}

/* Ends that are planted: start number n ends like this. Where a start is
   all 0, its stream is as its seed left it. */
typedef struct {
    double yhat[ROWS];
    bool diverged;
} planted;

enum { PLANTED_MOST = 1000 };
static planted ends[PLANTED_MOST];
static long planted_ends;

static void planted_train(const void *how, run *r)
{
    (void)how;
    const planted *const end = &ends[r->stream.state];
    memcpy(r->pass.yhat, end->yhat, sizeof end->yhat);
    r->diverged = end->diverged;
}

static const trainer planted_trainer = {
    half_squares, "", NULL, right_backward, planted_train, NULL};

static void plant_end(const double yhat[ROWS], bool diverged)
{
    assert_true(planted_ends < PLANTED_MOST);
    memcpy(ends[planted_ends].yhat, yhat, sizeof ends[0].yhat);
    ends[planted_ends++].diverged = diverged;
}

/* So many ends near these values: 0, a third, a half, two thirds, 1, x for
   none of them. */
static void plant(long n, const char *near)
{
    static const char letters[] = "0thw1x";
    static const double values[] = {0.0, 1.0 / 3.0, 0.5, 2.0 / 3, 1.0, 0.8};
    double yhat[ROWS];
    for (int row = 0; row < ROWS; row++)
        yhat[row] = values[strchr(letters, near[row]) - letters];
    for (long i = 0; i < n; i++)
        plant_end(yhat, false);
}

static int ending_of(const char *near)
{
    static const char letters[] = "0thw1x";
    int ending = 0;
    for (int row = 0; row < ROWS; row++)
        ending = 6 * ending + (int)(strchr(letters, near[row]) - letters);
    return ending;
}

static tally counted(const trainer *t, init_kind init, uint64_t seed,
                     long starts, long epochs, size_t threads)
{
    const many_starts m = {init, seed, starts, epochs};
    return starts_count(t, &m, threads);
}

/* Counts what is planted, and digs it out. */
static tally planted_tally(void)
{
    const tally all =
        counted(&planted_trainer, INIT_ZERO, 0, planted_ends, 0, 2);
    planted_ends = 0;
    return all;
}

static long others_of(const tally *all)
{
    long others = 0;
    for (int e = 0; e < ENDINGS; e++)
        others += all->others[e];
    return others;
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

/* A twenty-fourth to either side and no more, in each row. */
static void prediction_is_near_a_value_within_a_24th(void **state)
{
    static const double values[] = {0.0, 1.0 / 3.0, 0.5, 2.0 / 3.0, 1.0};
    static const double within = 1.0 / 24.0 - 1e-14,
                        beyond = 1.0 / 24.0 + 1e-14;
    for (int row = 0; row < ROWS; row++)
        for (int v = 0; v <= ELSEWHERE; v++)
            for (int sign = -1; sign <= 1; sign++) {
                double yhat[ROWS] = {0.0, 0.0, 1.0, 1.0};
                int digits[ROWS] = {NEAR_0, NEAR_0, NEAR_1, NEAR_1};
                yhat[row] = v < ELSEWHERE ? values[v] + sign * within
                                          : values[sign + 2] + beyond;
                digits[row] = v;
                plant_end(yhat, false);
                const tally all = planted_tally();
                const int ending = 216 * digits[0] + 36 * digits[1] +
                                   6 * digits[2] + digits[3];
                assert_int_equal(all.others[ending], 1);
                assert_int_equal(others_of(&all), 1);
            }
}

static void prediction_of_a_24th_is_near_0(void **state)
{
    plant_end((double[]){1.0, 1.0 / 24.0, 0.0, -1.0 / 24.0}, false);
    tally all = planted_tally();
    assert_int_equal(all.others[ending_of("1000")], 1);
    plant_end((double[]){1.0, nextafter(1.0 / 24.0, 1.0), 0.0, 0.0}, false);
    all = planted_tally();
    assert_int_equal(all.others[ending_of("1x00")], 1);
}

static void prediction_beyond_a_24th_is_near_nothing(void **state)
{
    static const double values[] = {0.0, 1.0 / 3.0, 0.5, 2.0 / 3.0, 1.0};
    for (int v = 0; v < ELSEWHERE; v++)
        for (int sign = -1; sign <= 1; sign += 2) {
            const double off = values[v] + sign * (1.0 / 24.0 + 1e-14);
            plant_end((double[]){1.0, off, 0.0, 0.0}, false);
            const tally all = planted_tally();
            assert_int_equal(all.others[ending_of("1x00")], 1);
        }
    plant_end((double[]){1.0, NAN, 0.0, 0.0}, false);
    const tally all = planted_tally();
    assert_int_equal(all.others[ending_of("1x00")], 1);
}

/* Solved, accurate, diverged, and the others. */
static void each_start_is_counted_as_what_it_is(void **state)
{
    const double right[] = {0.1, 0.95, 0.9, 0.0};
    const double nearly[] = {0.49, 0.51, 0.95, 0.05};
    const double wrong[] = {0.1, 0.95, 0.9, 0.51};
    for (int i = 0; i < 4; i++)
        plant_end(right, false);
    for (int i = 0; i < 3; i++)
        plant_end(nearly, false);
    for (int i = 0; i < 2; i++)
        plant_end(wrong, false);
    plant_end(right, true);
    plant_end(nearly, true);
    plant_end(wrong, true);
    const tally all = planted_tally();
    assert_int_equal(all.starts, 12);
    assert_int_equal(all.solved, 4);
    assert_int_equal(all.accurate, 7);
    assert_int_equal(all.diverged, 3);
    assert_int_equal(all.others[ending_of("hhxx")], 3);
    assert_int_equal(all.others[ending_of("xxxh")], 2);
    assert_int_equal(others_of(&all), 5);
}

/* Each row has to be right, and to be within a tenth. */
static void one_row_amiss_is_enough(void **state)
{
    for (int row = 0; row < ROWS; row++) {
        double yhat[] = {0.0, 1.0, 1.0, 0.0};
        yhat[row] = fabs(yhat[row] - 0.11);
        plant_end(yhat, false);
        tally all = planted_tally();
        assert_int_equal(all.solved, 0);
        assert_int_equal(all.accurate, 1);
        assert_int_equal(others_of(&all), 1);
        yhat[row] = row % 3 == 0 ? 0.51 : 0.49;
        plant_end(yhat, false);
        all = planted_tally();
        assert_int_equal(all.solved + all.accurate + all.diverged, 0);
        assert_int_equal(others_of(&all), 1);
    }
}

static void known_endings_are_told(void **state)
{
    const trainer t = by_descent(&slow);
    /* All 1/2, whatever happens. */
    tally all = counted(&t, INIT_ZERO, 1, 3, 10, 1);
    assert_int_equal(all.others[ending_of("hhhh")], 3);
    /* 0.03, 2/3, 2/3, 2/3. */
    all = counted(&t, INIT_HALF, 1, 1, 10000, 1);
    assert_int_equal(all.others[ending_of("0www")], 1);
}

static int near_what(double yhat)
{
    return fabs(24.0 * yhat) <= 1.0          ? NEAR_0
           : fabs(24.0 * yhat - 8.0) <= 1.0  ? NEAR_THIRD
           : fabs(24.0 * yhat - 12.0) <= 1.0 ? NEAR_HALF
           : fabs(24.0 * yhat - 16.0) <= 1.0 ? NEAR_TWO_THIRDS
           : fabs(24.0 * yhat - 24.0) <= 1.0 ? NEAR_1
                                             : ELSEWHERE;
}

/* Untrained starts end all over the place. */
static void tally_counts_each_start_by_what_it_is_near(void **state)
{
    enum { STARTS = 2000, SEED = 31 };
    const trainer t = by_descent(&slow);
    const tally all = counted(&t, INIT_NORMAL, SEED, STARTS, 0, 1);
    static long expected[ENDINGS];
    int digits[ROWS][ELSEWHERE + 1] = {{0}};
    for (uint64_t seed = SEED; seed < SEED + STARTS; seed++) {
        const run r = start_train(&t, INIT_NORMAL, seed, 0);
        int ending = 0;
        for (int n = 0; n < ROWS; n++) {
            ending = 6 * ending + near_what(r.pass.yhat[n]);
            digits[n][near_what(r.pass.yhat[n])]++;
        }
        expected[ending]++;
    }
    assert_int_equal(all.starts, STARTS);
    assert_int_equal(all.solved, 0);
    for (int e = 0; e < ENDINGS; e++)
        assert_int_equal(all.others[e], expected[e]);
    for (int n = 0; n < ROWS; n++)
        for (int v = 0; v <= ELSEWHERE; v++)
            assert_true(digits[n][v] > 10);
}

static void diverged_runs_are_counted_apart(void **state)
{
    const trainer t = by_bugged(&wild);
    const tally all = counted(&t, INIT_UNIFORM, 1, 20, 1000, 2);
    assert_int_equal(all.starts, 20);
    assert_int_equal(all.diverged, 20);
    assert_int_equal(all.solved + all.accurate + others_of(&all), 0);
}

/* Of trained starts, more are right than have solved it. */
static void accurate_starts_are_those_with_four_rows_right(void **state)
{
    enum { STARTS = 200 };
    const trainer t = by_descent(&quick);
    const tally all = counted(&t, INIT_UNIFORM, 1, STARTS, 150, 2);
    long accurate = 0;
    for (uint64_t seed = 1; seed <= STARTS; seed++) {
        const run r = start_train(&t, INIT_UNIFORM, seed, 150);
        accurate += rows_right(&r.rows, &r.pass) == ROWS;
    }
    assert_int_equal(all.accurate, accurate);
    assert_true(all.accurate > all.solved);
    assert_in_range(all.accurate, 10, STARTS - 10);
}

static void tally_plus(tally *sum, const tally *more)
{
    sum->starts += more->starts;
    sum->solved += more->solved;
    sum->diverged += more->diverged;
    sum->accurate += more->accurate;
    for (int e = 0; e < ENDINGS; e++)
        sum->others[e] += more->others[e];
}

/* Some of these solve XOR and some do not. */
static void tally_adds_up_over_the_seeds_from_the_first_on(void **state)
{
    enum { STARTS = 60 };
    const trainer t = by_descent(&rash);
    tally sum = {.starts = 0};
    const tally all = counted(&t, INIT_UNIFORM, 1000, STARTS, 150, 2);
    for (uint64_t seed = 1000; seed < 1000 + STARTS; seed++) {
        const tally one = counted(&t, INIT_UNIFORM, seed, 1, 150, 1);
        const run r = start_train(&t, INIT_UNIFORM, seed, 150);
        assert_int_equal(one.starts, 1);
        assert_int_equal(one.solved, rows_solved(&r.rows, &r.pass));
        assert_int_equal(one.solved + one.diverged + others_of(&one), 1);
        tally_plus(&sum, &one);
    }
    assert_in_range(all.solved, 5, STARTS - 5);
    assert_int_equal(all.solved + others_of(&all), STARTS);
    assert_memory_equal(&all, &sum, sizeof all);
}

static void tally_is_the_same_for_any_number_of_threads(void **state)
{
    const long starts = starts_of(4103);
    const descent d = {METHOD_SHUFFLED, 20.0};
    const trainer t = by_descent(&d);
    const tally one = counted(&t, INIT_NORMAL, 5, starts, 1, 1);
    const size_t threads[] = {2, 3, 5, 7};
    assert_int_equal(one.starts, starts);
    for (int i = 0; i < 4; i++) {
        const tally many =
            counted(&t, INIT_NORMAL, 5, starts, 1, threads[i]);
        assert_memory_equal(&many, &one, sizeof one);
    }
}

/* However many there are, and beyond the last seed of all. */
static void seeds_go_on_from_the_first(void **state)
{
    const trainer t = by_descent(&slow);
    const uint64_t firsts[] = {9, UINT64_MAX - 4999};
    for (int i = 0; i < 2; i++) {
        const tally all = counted(&t, INIT_NORMAL, firsts[i], 8242, 0, 3);
        tally sum = counted(&t, INIT_NORMAL, firsts[i], 5000, 0, 2);
        const tally rest =
            counted(&t, INIT_NORMAL, firsts[i] + 5000, 3242, 0, 2);
        tally_plus(&sum, &rest);
        assert_memory_equal(&all, &sum, sizeof all);
    }
}

static void most_uniform_starts_solve_xor_and_no_tiny_one(void **state)
{
    const trainer t = by_descent(&quick), gently = by_descent(&slow);
    const tally all = counted(&t, INIT_UNIFORM, 1, 200, 1250, 2);
    assert_in_range(all.solved, 185, 200);
    const tally none = counted(&gently, INIT_TINY, 1, 10, 1250, 2);
    assert_int_equal(none.solved, 0);
    assert_int_equal(none.others[ending_of("hhhh")], 10);
}

/* The report. */

static outcome outcome_of_many(const trainer *t, const many_starts *m,
                               program p)
{
    return outcome_of((many_starts_run(t, m, &p), true));
}

static const many_starts planted_starts = {INIT_ZERO, 0, 0, 123};

/* That on what is planted. */
static const char *planted_report(void)
{
    many_starts m = planted_starts;
    m.starts = planted_ends;
    planted_ends = 0;
    const outcome o = outcome_of_many(&planted_trainer, &m,
                                      (program){.epochs = 123, .lr = 0.25});
    assert_string_equal(o.said, "");
    return o.report;
}

static void report_tells_the_shares_and_the_endings(void **state)
{
    plant(13, "0110");
    plant(9, "0111");
    plant(1, "0xx0");
    plant(3, "hhhh");
    plant_end((double[]){0.0, 0.8, 0.8, 0.0}, false);
    for (int i = 0; i < 3; i++)
        plant_end((double[]){0.0, 1.0, 1.0, 0.0}, true);
    assert_string_equal(
        planted_report(),
        "30 starts, 123 epochs each, learning rate 0.25\n"
        "solved XOR: 13, or 43.33% (95% interval 27.38% to 60.80%)\n"
        "all four on the right side of 1/2: 15, or 50.00% (95% interval "
        "33.15% to 66.85%)\n"
        "diverged: 3\n\n"
        "The others ended near\n"
        "    00    01    10    11   starts\n"
        "     0     1     1     1        9  "
        "####################################\n"
        "   1/2   1/2   1/2   1/2        3  ############\n"
        "     0  else  else     0        2  ########\n");
}

/* 36 for the tallest; the others their share of it, or a part more: none is
   so small that it has no bar. */
static void bars_are_36_times_their_share_of_the_tallest(void **state)
{
    for (long tallest = 1; tallest <= 80; tallest += 1 + tallest / 9) {
        for (long count = 1; count <= tallest; count += 1 + count / 6) {
            plant(tallest, "0111");
            if (count < tallest)
                plant(count, "0110");
            plant(count, "hhhh");
            const char *const bar = strstr(planted_report(), "   1/2");
            assert_int_equal(
                strspn(strchr(bar, '#'), "#"),
                (long)ceil(36.0 * (double)count / (double)tallest));
        }
    }
}

/* Twelve lines at most, the frequent before the rare, and of equal ones the
   one with lower values first; what is left stands in one line more. */
static const char *const endings[] = {
    "1111", "wwww", "tttt", "xxxx", "hhhh", "0000", "1110",
    "0111", "1011", "1101", "ww00", "w0w0", "w00w", "0ww0"};

static void histogram_of_12_endings_has_no_rest(void **state)
{
    for (int i = 0; i < 12; i++)
        plant(i < 3 ? 20 - i : 4, endings[i]);
    assert_string_equal(strstr(planted_report(), "starts\n"),
                        "starts\n"
                        "     1     1     1     1       20  "
                        "####################################\n"
                        "   2/3   2/3   2/3   2/3       19  "
                        "###################################\n"
                        "   1/3   1/3   1/3   1/3       18  "
                        "#################################\n"
                        "     0     0     0     0        4  ########\n"
                        "     0     1     1     1        4  ########\n"
                        "   1/2   1/2   1/2   1/2        4  ########\n"
                        "   2/3     0   2/3     0        4  ########\n"
                        "   2/3   2/3     0     0        4  ########\n"
                        "     1     0     1     1        4  ########\n"
                        "     1     1     0     1        4  ########\n"
                        "     1     1     1     0        4  ########\n"
                        "  else  else  else  else        4  ########\n");
}

static void histogram_of_more_has_a_rest(void **state)
{
    for (int i = 0; i < 14; i++)
        plant(20 - i, endings[i]);
    const char *const report = planted_report();
    assert_holds(report, "\n     1     1     1     1       20  ");
    assert_holds(report,
                 "\n   2/3     0   2/3     0        9  #################\n"
                 "               elsewhere       15\n");
    assert_int_equal(lines_of(strstr(report, "The others")), 2 + 12 + 1);
    assert_int_equal(lines_of(strstr(report, "elsewhere")), 1);
}

static void one_start_left_over_is_told(void **state)
{
    for (int i = 0; i < 13; i++)
        plant(i < 12 ? 2 : 1, endings[i]);
    const char *const report = planted_report();
    assert_holds(report, "               elsewhere        1\n");
    assert_null(strstr(report, "     0   2/3   2/3     0"));
}

/* 0, 0, 0, 0 is the first of all endings, and may be the most frequent. */
static void the_first_ending_may_be_the_tallest(void **state)
{
    plant(5, "0000");
    plant(1, "0001");
    assert_string_equal(strstr(planted_report(), "starts\n"),
                        "starts\n"
                        "     0     0     0     0        5  "
                        "####################################\n"
                        "     0     0     0     1        1  ########\n");
}

static void one_other_and_one_that_diverged_are_told(void **state)
{
    plant(3, "0110");
    plant(1, "1111");
    plant_end((double[]){0.0, 1.0, 1.0, 0.0}, true);
    assert_string_equal(strstr(planted_report(), "diverged"),
                        "diverged: 1\n\nThe others ended near\n"
                        "    00    01    10    11   starts\n"
                        "     1     1     1     1        1  "
                        "####################################\n");
}

/* None is left over, so nothing is said of others. */
static void report_on_starts_that_all_solve_has_no_histogram(void **state)
{
    plant(2, "0110");
    assert_string_equal(
        planted_report(),
        "2 starts, 123 epochs each, learning rate 0.25\n"
        "solved XOR: 2, or 100.00% (95% interval 34.24% to 100.00%)\n"
        "all four on the right side of 1/2: 2, or 100.00% (95% interval "
        "34.24% to 100.00%)\n");
}

static void diverged_runs_are_told_and_not_drawn(void **state)
{
    const trainer t = by_bugged(&wild);
    const many_starts m = {INIT_UNIFORM, 1, 3, 50};
    assert_string_equal(
        outcome_of_many(&t, &m, (program){.epochs = 50, .lr = 0.5}).report,
        "3 starts, 50 epochs each, learning rate 0.5\n"
        "solved XOR: 0, or 0.00% (95% interval 0.00% to 56.15%)\n"
        "all four on the right side of 1/2: 0, or 0.00% (95% interval "
        "0.00% to 56.15%)\n"
        "diverged: 3\n");
}

static void one_ending_has_a_full_bar(void **state)
{
    const trainer t = by_descent(&slow);
    const many_starts m = {INIT_ZERO, 1000, 7, 3};
    assert_string_equal(
        outcome_of_many(&t, &m, (program){.epochs = 3, .lr = 0.5}).report,
        "7 starts, 3 epochs each, learning rate 0.5\n"
        "solved XOR: 0, or 0.00% (95% interval 0.00% to 35.43%)\n"
        "all four on the right side of 1/2: 0, or 0.00% (95% interval "
        "0.00% to 35.43%)\n\n"
        "The others ended near\n"
        "    00    01    10    11   starts\n"
        "   1/2   1/2   1/2   1/2        7  "
        "####################################\n");
}

/* Reads the histogram of trained starts: counts that fall, of endings that
   are told once; and the rest elsewhere. */
static void lines_of_a_histogram_add_up(void **state)
{
    static const char *const words[] = {"0",   "1/3", "1/2",
                                        "2/3", "1",   "else"};
    enum { STARTS = 700, SEED = 1000 };
    const trainer t = by_descent(&slow);
    const many_starts m = {INIT_NORMAL, SEED, STARTS, 0};
    const tally all = starts_count(&t, &m, 1);
    bool told[ENDINGS] = {false};
    const char *line = strstr(
        outcome_of_many(&t, &m, (program){.lr = 0.5}).report, "starts\n ");
    assert_non_null(line);
    line += strlen("starts\n");
    long before = STARTS, sum = 0;
    for (int lines = 0; lines < 12; lines++) {
        char word[ROWS][8];
        long count;
        int ending = 0;
        assert_int_equal(sscanf(line, "%7s %7s %7s %7s %ld", word[0],
                                word[1], word[2], word[3], &count),
                         5);
        for (int n = 0; n < ROWS; n++) {
            int v = 0;
            while (v < ELSEWHERE && strcmp(words[v], word[n]) != 0)
                v++;
            assert_string_equal(words[v], word[n]);
            ending = 6 * ending + v;
        }
        assert_int_equal(all.others[ending], count);
        assert_false(told[ending]);
        told[ending] = true;
        assert_true(count > 0 && count <= before);
        before = count;
        sum += count;
        line = strchr(line, '\n') + 1;
    }
    for (int e = 0; e < ENDINGS; e++)
        assert_true(told[e] || all.others[e] <= before);
    char rest[64];
    snprintf(rest, sizeof rest, "%24s%9ld\n", "elsewhere", STARTS - sum);
    assert_string_equal(line, rest);
}

/* What is kept. */

static void counts_and_their_intervals_are_kept(void **state)
{
    const trainer trained = by_descent(&rash);
    const trainer *const trainers[] = {&planted_trainer, &trained};
    many_starts m[] = {planted_starts, {INIT_UNIFORM, 1000, 60, 150}};
    plant(13, "0110");
    plant(2, "0111");
    plant(1, "0xx0");
    plant(3, "thw1");
    plant(4, "0000");
    plant_end((double[]){0.0, 1.0, 1.0, 0.0}, true);
    m[0].starts = planted_ends;
    for (int i = 0; i < 2; i++) {
        const tally all = starts_count(trainers[i], &m[i], 1);
        const interval solved = wilson_interval(all.solved, m[i].starts);
        const interval accurate =
            wilson_interval(all.accurate, m[i].starts);
        static char expected[16 * 1024];
        expected[0] = '\0';
        append(expected, sizeof expected,
               "starts = %ld\nsolved = %ld\nsolved.share = %.17g\n"
               "solved.low = %.17g\nsolved.high = %.17g\n"
               "accurate = %ld\naccurate.share = %.17g\n"
               "accurate.low = %.17g\naccurate.high = %.17g\n"
               "diverged = %ld\n",
               m[i].starts, all.solved, solved.share, solved.low,
               solved.high, all.accurate, accurate.share, accurate.low,
               accurate.high, all.diverged);
        for (int e = 0; e < ENDINGS; e++) {
            static const char letters[] = "0thw1x";
            if (all.others[e] > 0)
                append(expected, sizeof expected, "ended.%c%c%c%c = %ld\n",
                       letters[e / 216], letters[e / 36 % 6],
                       letters[e / 6 % 6], letters[e % 6], all.others[e]);
        }
        program p = {.epochs = m[i].epochs, .lr = 20.0, .quiet = true};
        files_begin(&p);
        assert_quiet(
            outcome_of((many_starts_run(trainers[i], &m[i], &p), true)));
        files_end(&p);
        assert_string_equal(file_text("v.values"), expected);
        assert_string_equal(file_text("t.csv"), "");
        assert_string_equal(file_text("end.txt"), "");
        if (i == 0)
            assert_holds(expected,
                         "diverged = 1\nended.0000 = 4\nended.0111 = 2\n"
                         "ended.0xx0 = 1\nended.thw1 = 3\n");
    }
    planted_ends = 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(start_is_that_of_its_seed_trained),
        cmocka_unit_test(start_is_trained_down_the_trainers_loss),
        cmocka_unit_test(start_that_diverges_says_so),
        test_in_folder(start_ends_as_the_single_run_of_its_seed),
        cmocka_unit_test(digits_of_an_ending_are_in_base_6),
        cmocka_unit_test(prediction_is_near_a_value_within_a_24th),
        cmocka_unit_test(prediction_of_a_24th_is_near_0),
        cmocka_unit_test(prediction_beyond_a_24th_is_near_nothing),
        cmocka_unit_test(each_start_is_counted_as_what_it_is),
        cmocka_unit_test(one_row_amiss_is_enough),
        cmocka_unit_test(known_endings_are_told),
        cmocka_unit_test(tally_counts_each_start_by_what_it_is_near),
        cmocka_unit_test(diverged_runs_are_counted_apart),
        cmocka_unit_test(accurate_starts_are_those_with_four_rows_right),
        cmocka_unit_test(tally_adds_up_over_the_seeds_from_the_first_on),
        cmocka_unit_test(tally_is_the_same_for_any_number_of_threads),
        cmocka_unit_test(seeds_go_on_from_the_first),
        cmocka_unit_test(most_uniform_starts_solve_xor_and_no_tiny_one),
        cmocka_unit_test(report_tells_the_shares_and_the_endings),
        cmocka_unit_test(bars_are_36_times_their_share_of_the_tallest),
        cmocka_unit_test(histogram_of_12_endings_has_no_rest),
        cmocka_unit_test(histogram_of_more_has_a_rest),
        cmocka_unit_test(one_start_left_over_is_told),
        cmocka_unit_test(the_first_ending_may_be_the_tallest),
        cmocka_unit_test(one_other_and_one_that_diverged_are_told),
        cmocka_unit_test(report_on_starts_that_all_solve_has_no_histogram),
        cmocka_unit_test(diverged_runs_are_told_and_not_drawn),
        cmocka_unit_test(one_ending_has_a_full_bar),
        cmocka_unit_test(lines_of_a_histogram_add_up),
        test_in_folder(counts_and_their_intervals_are_kept),
    };
    return cmocka_run_group_tests_name("many_starts", tests, NULL, NULL) !=
           0;
}
