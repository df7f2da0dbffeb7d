/* many_trainings.c: many starts, and how their shares of right answers
   spread. */
#include "04-digits/many_trainings.h"
#include "networks.h"
#include "plans.h"

/* How many each start gets right, as the single run of its seed does. */
typedef struct {
    double seen, unseen;
} rights;

static rights rights_of(const digits_plan *plan, uint64_t seed, long epochs)
{
    digits_run r;
    assert_true(digits_run_begin(&r, plan, seed, NULL));
    training *const t = &r.t;
    for (long epoch = 0; epoch < epochs; epoch++)
        training_epoch(t);
    const rights found = {(double)evaluate(&t->net, t->data, r.s.rows,
                                           r.s.train, &t->pass, NULL)
                              .right,
                          (double)evaluate(&t->net, t->data,
                                           r.s.rows + r.s.train, r.s.test,
                                           &t->pass, NULL)
                              .right};
    digits_run_free(&r);
    return found;
}

/* The mean of some shares, an interval for it, by Student's t from a table
   (NAN: there is none), the least and the most. */
typedef struct {
    double mean, low, high, least, most;
} spread;

static spread spread_of(const double shares[], int n)
{
    spread s = {0.0, 0.0, 0.0, shares[0], shares[0]};
    double squares = 0.0;
    for (int i = 0; i < n; i++) {
        s.mean += shares[i] / n;
        s.least = fmin(s.least, shares[i]);
        s.most = fmax(s.most, shares[i]);
    }
    for (int i = 0; i < n; i++)
        squares += (shares[i] - s.mean) * (shares[i] - s.mean);
    const double factors[] = {[2] = 12.706204736174707,
                              [3] = 4.302652729749464,
                              [7] = 2.446911851144969};
    const double half =
        n > 1 ? factors[n] * sqrt(squares / (n - 1) / n) : 0.0;
    s.low = n > 1 ? fmax(s.mean - half, 0.0) : NAN;
    s.high = n > 1 ? fmin(s.mean + half, 1.0) : NAN;
    return s;
}

static void assert_spread(const char *name, const spread *expected)
{
    static const char *const parts[] = {"mean", "low", "high", "least",
                                        "most"};
    const double numbers[] = {expected->mean, expected->low, expected->high,
                              expected->least, expected->most};
    for (int k = 0; k < 5; k++) {
        char full[64];
        snprintf(full, sizeof full, "%s.%s", name, parts[k]);
        if (isnan(numbers[k]))
            assert_null(strstr(file_text("v.values"), full));
        else
            assert_near(value_of(full), numbers[k], 1e-9);
    }
}

/* Runs the starts, and keeps their values. */
static outcome run_of(const digits_plan *plan, long starts, long epochs,
                      bool quiet)
{
    program p = {.epochs = epochs, .lr = 0.03, .quiet = quiet};
    files_begin(&p);
    const outcome o = outcome_of(many_trainings_run(plan, starts, &p));
    files_end(&p);
    return o;
}

enum { STARTS = 7, EPOCHS = 4 };

static void spread_is_that_of_the_runs_of_each_seed(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 100);
    for (int i = 0; i < 4; i++) {
        double seen[STARTS], unseen[STARTS];
        plan.seed = 11 + 100 * (uint64_t)i;
        plan.split = i % 2 == 0 ? SPLIT_FILE : SPLIT_SHUFFLED;
        plan.shuffled = i > 1;
        assert_quiet(run_of(&plan, STARTS, EPOCHS, true));
        for (int k = 0; k < STARTS; k++) {
            char name[32];
            const rights found =
                rights_of(&plan, plan.seed + (uint64_t)k, EPOCHS);
            snprintf(name, sizeof name, "test_right.%d", k);
            assert_near(value_of(name), found.unseen, 0.0);
            seen[k] = found.seen / 80.0;
            unseen[k] = found.unseen / 20.0;
        }
        const spread s = spread_of(seen, STARTS);
        const spread u = spread_of(unseen, STARTS);
        assert_true(s.least < s.most && u.least < u.most);
        assert_spread("accuracy", &s);
        assert_spread("test_accuracy", &u);
        assert_near(value_of("starts"), STARTS, 0.0);
        assert_near(value_of("diverged"), 0.0, 0.0);
        assert_int_equal(lines_of(file_text("v.values")), 12 + STARTS);
        assert_string_equal(file_text("t.csv"), "");
        assert_string_equal(file_text("end.txt"), "");
    }
}

static void one_start_has_no_spread(void **state)
{
    dataset d;
    const digits_plan plan = plan_of(&d, 60);
    assert_quiet(run_of(&plan, 1, 2, true));
    const double mean = rights_of(&plan, 0, 2).unseen / 12.0;
    const spread u = {mean, NAN, NAN, mean, mean};
    assert_spread("test_accuracy", &u);
    const outcome o = run_of(&plan, 1, 2, false);
    assert_holds(o.report, "\ntested on ");
    assert_holds(o.report, "%          of one: none  ");
    assert_holds(o.report, "1 start, 2 epochs each, learning rate 0.03\n");
    const outcome two = run_of(&plan, 2, 1, false);
    assert_holds(two.report,
                 "2 starts, 1 epoch each, learning rate 0.03\n");
    assert_null(strstr(two.report, "none"));
}

/* Two are as far from their mean as can be. */
static void two_starts_are_the_fewest_that_spread(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    int differed = 0;
    for (plan.seed = 0; plan.seed < 10; plan.seed += 2) {
        double unseen[2];
        for (uint64_t k = 0; k < 2; k++)
            unseen[k] = rights_of(&plan, plan.seed + k, 2).unseen / 12.0;
        differed += fabs(unseen[0] - unseen[1]) > 0.01;
        assert_quiet(run_of(&plan, 2, 2, true));
        const spread u = spread_of(unseen, 2);
        assert_spread("test_accuracy", &u);
    }
    assert_true(differed > 1);
}

/* A step that makes a network answer 9, whatever it is asked. */
static void answering_step(const optimizer *o, moments *seen, int count,
                           double theta[], const double g[])
{
    (void)o, (void)seen, (void)g;
    theta[count - 1] = 1000.0;
}

/* To be wrong on every row is not to diverge. */
static void starts_that_are_never_right_count(void **state)
{
    unsigned char numbers[60 * COLUMNS];
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    const spread none = {0.0, 0.0, 0.0, 0.0, 0.0};
    memcpy(numbers, digits.numbers, sizeof numbers);
    for (int n = 0; n < 60; n++)
        if (numbers[n * COLUMNS + PIXELS] == 9)
            numbers[n * COLUMNS + PIXELS] = 8;
    d.numbers = numbers;
    plan.by.step = answering_step;
    assert_quiet(run_of(&plan, 3, 1, true));
    assert_near(value_of("diverged"), 0.0, 0.0);
    assert_spread("accuracy", &none);
    assert_spread("test_accuracy", &none);
}

static void report_tells_both_spreads(void **state)
{
    dataset d;
    const digits_plan plan = plan_of(&d, 100);
    double seen[STARTS], unseen[STARTS];
    char expected[1024];
    for (int k = 0; k < STARTS; k++) {
        const rights found = rights_of(&plan, (uint64_t)k, EPOCHS);
        seen[k] = found.seen / 80.0;
        unseen[k] = found.unseen / 20.0;
    }
    const spread s = spread_of(seen, STARTS);
    const spread u = spread_of(unseen, STARTS);
    snprintf(
        expected, sizeof expected,
        "7 starts, 4 epochs each, learning rate 0.03\n"
        "                    mean    95%% interval of it        least to "
        "most\n"
        "trained on    %9.2f%%%12.2f%% to %.2f%%%11.2f%% to %.2f%%\n"
        "tested on     %9.2f%%%12.2f%% to %.2f%%%11.2f%% to %.2f%%\n",
        100.0 * s.mean, 100.0 * s.low, 100.0 * s.high, 100.0 * s.least,
        100.0 * s.most, 100.0 * u.mean, 100.0 * u.low, 100.0 * u.high,
        100.0 * u.least, 100.0 * u.most);
    const outcome o = run_of(&plan, STARTS, EPOCHS, false);
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(o.report, expected);
}

/* A step that makes a NaN of any network whose first weight is above 0, and
   leaves all others as they are. */
static void diverging_step(const optimizer *o, moments *seen, int count,
                           double theta[], const double g[])
{
    (void)o, (void)seen, (void)g;
    if (theta[0] > 0.0)
        theta[count - 1] = NAN;
}

static void starts_that_diverge_are_counted_apart(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 100);
    double seen[STARTS], unseen[STARTS];
    int n = 0, last = -1;
    plan.by.step = diverging_step;
    const outcome o = run_of(&plan, STARTS, 1, false);
    assert_true(o.done);
    assert_string_equal(o.said, "");
    for (int k = 0; k < STARTS; k++) {
        digits_run r;
        char name[32];
        assert_true(digits_run_begin(&r, &plan, (uint64_t)k, NULL));
        const bool diverges = r.t.net.all[0] > 0.0;
        digits_run_free(&r);
        snprintf(name, sizeof name, "test_right.%d", k);
        if (diverges) {
            assert_near(value_of(name), -1.0, 0.0);
            last = k;
            continue;
        }
        const rights found = rights_of(&plan, (uint64_t)k, 0);
        assert_near(value_of(name), found.unseen, 0.0);
        seen[n] = found.seen / 80.0;
        unseen[n++] = found.unseen / 20.0;
    }
    assert_in_range(n, 2, STARTS - 1);
    assert_true(last > 0);
    const spread s = spread_of(seen, n), u = spread_of(unseen, n);
    assert_spread("accuracy", &s);
    assert_spread("test_accuracy", &u);
    assert_near(value_of("diverged"), STARTS - n, 0.0);
    char line[64];
    snprintf(line, sizeof line, "\ndiverged: %d\n", STARTS - n);
    assert_holds(o.report, line);
    assert_holds(o.report, "\ntested on ");
}

static void where_all_diverge_there_is_no_spread(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    plan.by = (optimizer){gd_step, 1e308, 0, 0, 0};
    plan.batch = 1;
    const outcome o = run_of(&plan, 3, 2, false);
    assert_true(o.done);
    assert_string_equal(o.report,
                        "3 starts, 2 epochs each, learning rate 0.03\n"
                        "                    mean    95% interval of it"
                        "        least to most\n"
                        "diverged: 3\n");
    assert_string_equal(file_text("v.values"),
                        "starts = 3\ndiverged = 3\n");
}

static void no_epochs_leave_the_starts(void **state)
{
    dataset d;
    const digits_plan plan = plan_of(&d, 60);
    assert_quiet(run_of(&plan, 2, 0, true));
    double unseen[2];
    for (int k = 0; k < 2; k++)
        unseen[k] = rights_of(&plan, (uint64_t)k, 0).unseen / 12.0;
    const spread u = spread_of(unseen, 2);
    assert_spread("test_accuracy", &u);
}

static void starts_that_do_not_begin_are_no_run(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    plan.depth = 4;
    plan.units[1] = plan.units[2] = plan.units[3] = 4096;
    plan.units[4] = CLASSES;
    assert_fails(run_of(&plan, 1, 1, false),
                 "expected at most 10000000 parameters");
    assert_string_equal(file_text("v.values"),
                        "starts = 1\ndiverged = 1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(spread_is_that_of_the_runs_of_each_seed),
        test_in_folder(one_start_has_no_spread),
        test_in_folder(two_starts_are_the_fewest_that_spread),
        test_in_folder(starts_that_are_never_right_count),
        test_in_folder(report_tells_both_spreads),
        test_in_folder(starts_that_diverge_are_counted_apart),
        test_in_folder(where_all_diverge_there_is_no_spread),
        test_in_folder(no_epochs_leave_the_starts),
        test_in_folder(starts_that_do_not_begin_are_no_run),
    };
    return cmocka_run_group_tests_name("many_trainings", tests, NULL,
                                       NULL) != 0;
}
