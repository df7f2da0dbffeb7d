/* one_training.c: one network on the digits, with all that it prints and
   keeps. */
#include "04-digits/one_training.h"
#include "02-network/interval.h"
#include "04-digits/mlp_file.h"
#include "04-digits/softmax.h"
#include "networks.h"
#include "plans.h"

static const wanted nothing = {false, 0};

/* A run of the plan with this program, at its end. */
static outcome run_of(const digits_plan *plan, const wanted *w, program *p)
{
    digits_run r;
    assert_true(digits_run_begin(&r, plan, plan->seed, NULL));
    const outcome o = outcome_of(one_training_run(&r.t, &r.s, w, p));
    digits_run_free(&r);
    return o;
}

/* The network of chapter 4 with the rows in the order of the file. The lines
   of the epochs are NumPy's; see epochs.py. */
static void run_reports_its_rows_its_epochs_and_its_end(void **state)
{
    digits_plan plan = digits_plan_usual();
    assert_true(plan.shuffled);
    plan.shuffled = false;
    program p = {.epochs = 2, .lr = 0.01};
    const outcome o = run_of(&plan, &nothing, &p);
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(
        o.report,
        "1437 rows to train on, 360 to test. Network 64-32-10: 2410 "
        "parameters.\n"
        "Batches of 32, 45 steps an epoch, learning rate 0.01\n"
        "\n"
        "   epoch         loss    test loss            right   test right\n"
        "       0     2.362939     2.372564         156/1437       42/360\n"
        "       1     1.053167     1.205168        1215/1437      280/360\n"
        "       2     0.502738     0.732140        1321/1437      299/360\n"
        "\n"
        "right on what it has seen: 91.93%, on what it has not: 83.06%\n"
        "(95% interval 78.84% to 86.58%)\n");
}

/* What the beginning says of the plan. */
static void beginning_tells_the_network_and_the_steps(void **state)
{
    static const struct {
        size_t batch;
        const char *steps;
    } plans[] = {{1, "Batches of 1, 48 steps an epoch,"},
                 {47, "Batches of 47, 2 steps an epoch,"},
                 {48, "Batches of 48, 1 step an epoch,"},
                 {1000, "Batches of 1000, 1 step an epoch,"},
                 {16, "Batches of 16, 3 steps an epoch,"},
                 {15, "Batches of 15, 4 steps an epoch,"}};
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    for (size_t i = 0; i < sizeof plans / sizeof plans[0]; i++) {
        program p = {.epochs = 0, .lr = 0.25};
        plan.batch = plans[i].batch;
        const outcome o = run_of(&plan, &nothing, &p);
        assert_holds(o.report, plans[i].steps);
        assert_holds(o.report, " learning rate 0.25\n\n");
        assert_holds(o.report, "48 rows to train on, 12 to test. Network "
                               "64-6-10: 460 parameters.\n");
    }
    program p = {.epochs = 0, .lr = 0.25};
    plan.depth = 1;
    plan.units[1] = CLASSES;
    assert_holds(run_of(&plan, &nothing, &p).report,
                 "Network 64-10: 650 parameters.\n");
    for (int rows = 2; rows < 4; rows++) {
        p = (program){.epochs = 0, .lr = 0.25};
        plan = plan_of(&d, rows);
        const outcome o = run_of(&plan, &nothing, &p);
        assert_holds(o.report, rows == 2
                                   ? "1 row to train on, 1 to test. "
                                   : "2 rows to train on, 1 to test. ");
    }
}

/* A file has the parameters, and not what an optimizer remembers. */
static void start_from_a_file_tells_what_is_not_in_it(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    program p = {.epochs = 0, .lr = 0.5, .params = "p.txt"};
    assert_holds(run_of(&plan, &nothing, &p).report,
                 "rate 0.5 (the optimizer's averages begin at 0)\n");
    plan.by.step = gd_step;
    assert_holds(run_of(&plan, &nothing, &p).report, "rate 0.5\n");
}

static void epochs_are_shown_by_ones_twos_and_fives(void **state)
{
    dataset d;
    const digits_plan plan = plan_of(&d, 60);
    program p = {.epochs = 12, .lr = 0.03};
    const char *const rows[] = {"\n       0 ", "\n       1 ", "\n       2 ",
                                "\n       5 ", "\n      10 ", "\n      12 ",
                                "\n\nright on"};
    const outcome o = run_of(&plan, &nothing, &p);
    assert_holds_in_order(o.report, rows, 7);
    assert_int_equal(lines_of(o.report), 4 + 6 + 3);
    p.epochs = 10;
    assert_int_equal(lines_of(run_of(&plan, &nothing, &p).report),
                     4 + 5 + 3);
}

/* What is kept. */

typedef struct {
    char trace[4096], values[16384];
} kept;

static void trace_expect(kept *k, long epoch, const score *a,
                         const score *b)
{
    append(k->trace, sizeof k->trace, "%ld,%.17g,%.17g,%.17g,%.17g\n",
           epoch, a->loss, b->loss, (double)a->right / (double)a->rows,
           (double)b->right / (double)b->rows);
}

static void score_expect(kept *k, const char *which, const score *a,
                         const score *b)
{
    append(k->values, sizeof k->values,
           "loss.%s = %.17g\nright%s = %zu\n"
           "test_loss.%s = %.17g\ntest_right%s = %zu\n",
           which, a->loss, which[0] == 'f' ? ".first" : "", a->right, which,
           b->loss, which[0] == 'f' ? ".first" : "", b->right);
}

/* Trains the plan here, and tells what should be kept of it. */
static digits_run kept_expect(kept *k, const digits_plan *plan, long epochs)
{
    digits_run r;
    score a, b;
    *k = (kept){.trace = "epoch,loss,test_loss,accuracy,test_accuracy\n"};
    assert_true(digits_run_begin(&r, plan, plan->seed, NULL));
    training *const t = &r.t;
    /* Of the file: the order of an epoch must not change what is scored. */
    split s = split_new(plan->split, plan->data, plan->seed);
    for (long epoch = 0; epoch <= epochs; epoch++) {
        if (epoch > 0)
            training_epoch(t);
        a = evaluate(&t->net, t->data, r.s.rows, s.train, &t->pass, NULL);
        b = evaluate(&t->net, t->data, s.rows + s.train, s.test, &t->pass,
                     NULL);
        trace_expect(k, epoch, &a, &b);
        if (epoch > 0)
            continue;
        score_expect(k, "first", &a, &b);
        batch_gradient(&t->net, t->data, s.rows, s.train, &t->pass,
                       &t->gradient);
        for (int l = 1; l <= t->net.depth; l++) {
            const int n = t->net.units[l - 1] * t->net.units[l];
            double squares = 0.0;
            for (int i = 0; i < n; i++)
                squares += t->gradient.W[l][i] * t->gradient.W[l][i];
            append(k->values, sizeof k->values, "gradient.W.%d = %.17g\n",
                   l, sqrt(squares / n));
        }
    }
    append(k->values, sizeof k->values,
           "rows = %zu\ntest_rows = %zu\nparameters = %d\nsteps = %zu\n",
           s.train, s.test, t->net.count,
           s.train / plan->batch + (s.train % plan->batch > 0));
    score_expect(k, "last", &a, &b);
    const interval i = wilson_interval((long)b.right, (long)b.rows);
    append(k->values, sizeof k->values,
           "accuracy = %.17g\ntest_accuracy = %.17g\n"
           "test_accuracy.share = %.17g\ntest_accuracy.low = %.17g\n"
           "test_accuracy.high = %.17g\n",
           (double)a.right / (double)a.rows,
           (double)b.right / (double)b.rows, i.share, i.low, i.high);
    split_free(&s);
    return r;
}

static void run_keeps_its_trace_its_values_and_its_end(void **state)
{
    static kept expected;
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    for (int i = 0; i < 6; i++) {
        plan.seed = 3 + (uint64_t)i;
        plan.shuffled = i % 2 == 1;
        plan.split = i < 3 ? SPLIT_FILE : SPLIT_SHUFFLED;
        plan.batch = i == 4 ? 1000 : i == 2 ? 47 : 16 + (size_t)i;
        plan.by.step = i % 3 == 0 ? gd_step : adam_step;
        digits_run r = kept_expect(&expected, &plan, i);
        program p = {.epochs = i, .lr = 0.03, .quiet = true};
        files_begin(&p);
        assert_quiet(run_of(&plan, &nothing, &p));
        files_end(&p);
        assert_string_equal(file_text("t.csv"), expected.trace);
        assert_string_equal(file_text("v.values"), expected.values);
        mlp end;
        assert_true(
            mlp_read(&end, "end.txt", PIXELS, CLASSES, plan.hidden));
        assert_int_equal(end.count, r.t.net.count);
        assert_memory_equal(end.all, r.t.net.all,
                            (size_t)end.count * sizeof(double));
        mlp_free(&end);
        digits_run_free(&r);
    }
}

/* Whether values are kept does not change where the run leads. */
static void run_that_keeps_nothing_ends_in_the_same_place(void **state)
{
    dataset d;
    const digits_plan plan = plan_of(&d, 60);
    digits_run r, other;
    program p = {.epochs = 3, .lr = 0.03, .quiet = true};
    assert_true(digits_run_begin(&r, &plan, 1, NULL));
    assert_true(digits_run_begin(&other, &plan, 1, NULL));
    assert_quiet(outcome_of(one_training_run(&r.t, &r.s, &nothing, &p)));
    for (int epoch = 0; epoch < 3; epoch++)
        training_epoch(&other.t);
    assert_memory_equal(r.t.net.all, other.t.net.all,
                        (size_t)r.t.net.count * sizeof(double));
    digits_run_free(&r);
    digits_run_free(&other);
}

/* Confusion. */

static void confusion_counts_the_rows_to_test(void **state)
{
    dataset d;
    digits_run r;
    const digits_plan plan = plan_of(&d, 300);
    const wanted w = {true, 0};
    program p = {.epochs = 5, .lr = 0.03};
    long counts[CLASSES][CLASSES] = {{0}};
    char table[2048] = "\nOf the rows to test: each line a digit, each "
                       "column an answer\n"
                       "       0    1    2    3    4    5    6    7    8"
                       "    9\n",
         values[4096] = "";
    int wrong = 0;
    assert_true(digits_run_begin(&r, &plan, 0, NULL));
    for (int epoch = 0; epoch < 5; epoch++)
        training_epoch(&r.t);
    evaluate(&r.t.net, &d, r.s.rows + r.s.train, r.s.test, &r.t.pass,
             counts);
    for (int digit = 0; digit < CLASSES; digit++) {
        append(table, sizeof table, "%3d", digit);
        for (int k = 0; k < CLASSES; k++) {
            char number[16];
            snprintf(number, sizeof number, "%ld", counts[digit][k]);
            append(table, sizeof table, "%5s",
                   counts[digit][k] == 0 ? "." : number);
            append(values, sizeof values, "confusion.%d.%d = %ld\n", digit,
                   k, counts[digit][k]);
            wrong += k != digit && counts[digit][k] > 0;
        }
        append(table, sizeof table, "\n");
    }
    digits_run_free(&r);
    assert_true(wrong > 2);
    files_begin(&p);
    outcome o = run_of(&plan, &w, &p);
    files_end(&p);
    assert_true(o.done);
    const char *const told = strstr(o.report, "\nOf the rows");
    assert_non_null(told);
    assert_string_equal(told, table);
    assert_holds(o.report, "(95% interval");
    assert_holds(file_text("v.values"), values);
    p = (program){.epochs = 5, .lr = 0.03, .quiet = true};
    files_begin(&p);
    assert_quiet(run_of(&plan, &w, &p));
    files_end(&p);
    assert_holds(file_text("v.values"), values);
}

/* A drawing. */

/* The first digit, by a network that has no opinion of it. */
static const char first_drawn[] = "\nRow 1, a 0\n"
                                  "  |    --##++..    |\n"
                                  "  |    ##%%**%%--  |\n"
                                  "  |  ::%%..  **++  |\n"
                                  "  |  ::##    ++++  |\n"
                                  "  |  --++    ++++  |\n"
                                  "  |  ::**  ..##==  |\n"
                                  "  |  ..%%--**##    |\n"
                                  "  |    --##**      |\n";

/* The report of a network all of whose parameters are 0 but the biases of
   its logits. */
static outcome drawn(size_t row, const double logits[CLASSES], program *p)
{
    dataset d;
    digits_run r;
    const wanted w = {false, (long)row};
    const digits_plan plan = plan_of(&d, 60);
    mlp given = mlp_new(1, (int[]){PIXELS, CLASSES}, tanh_units);
    memcpy(given.b[1], logits, CLASSES * sizeof *logits);
    assert_true(digits_run_begin(&r, &plan, 1, &given));
    const outcome o = outcome_of(one_training_run(&r.t, &r.s, &w, p));
    digits_run_free(&r);
    return o;
}

static void row_is_drawn_with_its_ten_answers(void **state)
{
    const double even[CLASSES] = {0.0};
    char expected[1024];
    program p = {.epochs = 0};
    snprintf(expected, sizeof expected, "%s", first_drawn);
    for (int k = 0; k < CLASSES; k++)
        append(expected, sizeof expected, "%5d   0.1000  ####\n", k);
    files_begin(&p);
    outcome o = drawn(1, even, &p);
    files_end(&p);
    assert_true(o.done);
    assert_non_null(strstr(o.report, "\nRow 1"));
    assert_string_equal(strstr(o.report, "\nRow 1"), expected);
    assert_near(value_of("label"), 0.0, 0.0);
    for (int k = 0; k < CLASSES; k++) {
        char name[16];
        snprintf(name, sizeof name, "p.%d", k);
        assert_relative(value_of(name), 0.1, 1e-15);
    }
    /* Sure of a 7, and of a 2 a little: 0.9745, 0.0131 and
       0.0124, of which only half a mark and more is drawn. */
    const double sure[CLASSES] = {-99, -99, log(0.0131), -99, log(0.0124),
                                  -99, -99, log(0.9745), -99, -99};
    p = (program){.epochs = 0};
    files_begin(&p);
    o = drawn(8, sure, &p);
    files_end(&p);
    assert_holds(o.report, "\nRow 8, a 7\n");
    assert_holds(o.report, "|\n"
                           "    0   0.0000\n"
                           "    1   0.0000\n"
                           "    2   0.0131  #\n"
                           "    3   0.0000\n"
                           "    4   0.0124\n"
                           "    5   0.0000\n"
                           "    6   0.0000\n"
                           "    7   0.9745  #############################"
                           "##########\n"
                           "    8   0.0000\n"
                           "    9   0.0000\n");
    assert_near(value_of("label"), 7.0, 0.0);
    assert_relative(value_of("p.7"), 0.9745, 1e-12);
    p = (program){.epochs = 0, .quiet = true};
    files_begin(&p);
    assert_quiet(drawn(8, sure, &p));
    files_end(&p);
    assert_relative(value_of("p.2"), 0.0131, 1e-12);
}

/* The answers are those to that row, whichever was looked at last. */
static void answers_are_those_of_the_network_to_the_row(void **state)
{
    dataset d;
    const digits_plan plan = plan_of(&d, 60);
    for (size_t n = 0; n < 60; n += 13) {
        digits_run r;
        const wanted w = {false, (long)n + 1};
        program p = {.epochs = 0, .quiet = true};
        double z[PIXELS], probabilities[CLASSES];
        double complex logits[PIXELS];
        assert_true(digits_run_begin(&r, &plan, 1, NULL));
        const int label = digit_row(&d, n, z);
        logits_complex(&r.t.net, z, -1, logits);
        for (int k = 0; k < CLASSES; k++)
            z[k] = creal(logits[k]);
        softmax_loss(z, CLASSES, label, probabilities);
        files_begin(&p);
        assert_quiet(outcome_of(one_training_run(&r.t, &r.s, &w, &p)));
        files_end(&p);
        assert_near(value_of("label"), label, 0.0);
        for (int k = 0; k < CLASSES; k++) {
            char name[16];
            snprintf(name, sizeof name, "p.%d", k);
            assert_relative(value_of(name), probabilities[k], 1e-12);
        }
        digits_run_free(&r);
    }
}

/* The check. */

static void check_tells_the_derivatives_and_what_is_asked_for(void **state)
{
    dataset d;
    digits_plan plan = plan_of(&d, 60);
    const wanted w = {true, 3};
    program p = {.epochs = 0, .lr = 0.03, .check = true};
    outcome o = run_of(&plan, &w, &p);
    const char *at = o.report;
    static const char *const order[] = {
        "\nOf the rows to test", "\nRow 3, a ",
        "\nW1[0][0]  sum of delta1[0] a0[0] "};
    assert_null(strstr(o.report, "rows to train on"));
    for (int i = 0; i < 3; i++) {
        at = strstr(at, order[i]);
        assert_non_null(at);
    }
    files_begin(&p);
    o = run_of(&plan, &nothing, &p);
    files_end(&p);
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_int_equal(strncmp(o.report, "            ", 12), 0);
    assert_holds(o.report, "\nW1[0][0]  sum of delta1[0] a0[0] ");
    assert_null(strstr(o.report, "rows to train on"));
    assert_null(strstr(o.report, "epoch"));
    assert_non_null(file_text("end.txt"));
    assert_holds(file_text("end.txt"), "W1 64 6\n");
    assert_near(value_of("parameters"), 460.0, 0.0);
    p = (program){.epochs = 0, .check = true, .quiet = true};
    assert_quiet(run_of(&plan, &nothing, &p));
}

/* Of no more rows than there are, and of the first batch's, whatever the
   others are. */
static void check_is_of_the_first_batch(void **state)
{
    static const size_t batches[] = {1, 5, 48, 1000};
    for (int i = 0; i < 4; i++) {
        dataset d;
        digits_run r;
        digits_plan plan = plan_of(&d, 60);
        plan.batch = batches[i];
        program p = {.epochs = 0, .check = true};
        assert_true(digits_run_begin(&r, &plan, 1, NULL));
        const size_t size = batches[i] < 48 ? batches[i] : 48;
        /* No row beyond is looked at: there is none. */
        const double loss = batch_gradient(&r.t.net, &d, r.s.rows, size,
                                           &r.t.pass, &r.t.gradient);
        char line[128];
        snprintf(line, sizeof line, "%.9f", r.t.gradient.all[6 * 20]);
        assert_true(isfinite(loss));
        const outcome o =
            outcome_of(one_training_run(&r.t, &r.s, &nothing, &p));
        assert_true(o.done);
        const char *const row = strstr(o.report, "\nW1[20][0] ");
        assert_non_null(row);
        assert_holds(row, line);
        assert_true(strstr(row, line) < strstr(row + 1, "\n"));
        digits_run_free(&r);
    }
}

static void failed_check_is_told_and_saves_nothing(void **state)
{
    dataset d;
    digits_run r;
    const digits_plan plan = plan_of(&d, 60);
    program p = {.epochs = 0, .check = true, .quiet = true};
    assert_true(digits_run_begin(&r, &plan, 1, NULL));
    r.t.net.hidden.slope = tanh_units.slope;
    files_begin(&p);
    assert_fails(outcome_of(one_training_run(&r.t, &r.s, &nothing, &p)),
                 "suite: --check: relative error above 1e-6: W1[");
    files_end(&p);
    assert_string_equal(file_text("end.txt"), "");
    digits_run_free(&r);
}

/* Divergence. */

static void assert_diverges(digits_run *r, long epochs, int lines,
                            const char *message)
{
    program p = {.epochs = epochs, .quiet = true};
    files_begin(&p);
    assert_fails(outcome_of(one_training_run(&r->t, &r->s, &nothing, &p)),
                 message);
    files_end(&p);
    assert_string_equal(file_text("end.txt"), "");
    assert_int_equal(lines_of(file_text("t.csv")), lines);
    assert_null(strstr(file_text("v.values"), "last"));
    digits_run_free(r);
}

static void diverged_run_says_so_and_saves_nothing(void **state)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    dataset d;
    digits_run r;
    digits_plan plan = plan_of(&d, 60);
    for (int i = 0; i < 3; i++)
        for (int l = 1; l <= 2; l++) {
            assert_true(digits_run_begin(&r, &plan, 1, NULL));
            r.t.net.b[l][1] = bad[i];
            assert_diverges(&r, 5, 1, "suite: diverged at epoch 0: ");
        }
    plan.by = (optimizer){gd_step, 1e308, 0, 0, 0};
    plan.batch = 1;
    assert_true(digits_run_begin(&r, &plan, 1, NULL));
    assert_diverges(&r, 5, 2, "suite: diverged at epoch 1: ");
}

/* A parameter that is infinite and that no loss feels: the answer that it
   forbids is never right. */
static void infinite_parameter_is_seen_where_the_losses_are_finite(
    void **state)
{
    unsigned char numbers[60 * COLUMNS];
    dataset d;
    digits_run r;
    digits_plan plan = plan_of(&d, 60);
    memcpy(numbers, digits.numbers, sizeof numbers);
    for (int n = 0; n < 60; n++)
        if (numbers[n * COLUMNS + PIXELS] == 9)
            numbers[n * COLUMNS + PIXELS] = 8;
    d.numbers = numbers;
    assert_true(digits_run_begin(&r, &plan, 1, NULL));
    r.t.net.b[2][9] = -INFINITY;
    assert_true(isfinite(
        evaluate(&r.t.net, &d, r.s.rows, 60, &r.t.pass, NULL).loss));
    assert_diverges(&r, 5, 1, "suite: diverged at epoch 0: ");
    /* And the first of all, of a pixel that is never white: its unit is
       wide awake, and no more than that. */
    for (int n = 0; n < 60; n++)
        numbers[n * COLUMNS] = INK;
    assert_true(digits_run_begin(&r, &plan, 1, NULL));
    r.t.net.W[1][0] = INFINITY;
    assert_true(isfinite(
        evaluate(&r.t.net, &d, r.s.rows, 60, &r.t.pass, NULL).loss));
    assert_diverges(&r, 5, 1, "suite: diverged at epoch 0: ");
}

/* Only one of the two losses need be: a pixel that is white in all rows but
   one, and weights so large that no double holds what they lead to. */
static void loss_of_either_part_may_be_what_diverges(void **state)
{
    for (size_t row = 0; row < 60; row += 50) {
        unsigned char numbers[60 * COLUMNS];
        dataset d;
        digits_run r;
        digits_plan plan = plan_of(&d, 60);
        memcpy(numbers, digits.numbers, sizeof numbers);
        for (int n = 0; n < 60; n++)
            numbers[n * COLUMNS] = 0;
        numbers[row * COLUMNS] = INK;
        d.numbers = numbers;
        plan.hidden = relu_units;
        assert_true(digits_run_begin(&r, &plan, 1, NULL));
        for (int k = 0; k < 6; k++)
            r.t.net.W[1][k] = 1e308;
        r.t.net.W[2][0] = 10.0;
        const bool seen = isfinite(
            evaluate(&r.t.net, &d, r.s.rows, 48, &r.t.pass, NULL).loss);
        const bool unseen = isfinite(
            evaluate(&r.t.net, &d, r.s.rows + 48, 12, &r.t.pass, NULL)
                .loss);
        assert_true(seen == (row == 50));
        assert_true(unseen == (row == 0));
        assert_diverges(&r, 0, 1, "suite: diverged at epoch 0: ");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(run_reports_its_rows_its_epochs_and_its_end),
        cmocka_unit_test(beginning_tells_the_network_and_the_steps),
        cmocka_unit_test(start_from_a_file_tells_what_is_not_in_it),
        cmocka_unit_test(epochs_are_shown_by_ones_twos_and_fives),
        test_in_folder(run_keeps_its_trace_its_values_and_its_end),
        cmocka_unit_test(run_that_keeps_nothing_ends_in_the_same_place),
        test_in_folder(confusion_counts_the_rows_to_test),
        test_in_folder(row_is_drawn_with_its_ten_answers),
        test_in_folder(answers_are_those_of_the_network_to_the_row),
        test_in_folder(check_tells_the_derivatives_and_what_is_asked_for),
        cmocka_unit_test(check_is_of_the_first_batch),
        test_in_folder(failed_check_is_told_and_saves_nothing),
        test_in_folder(diverged_run_says_so_and_saves_nothing),
        test_in_folder(
            infinite_parameter_is_seen_where_the_losses_are_finite),
        test_in_folder(loss_of_either_part_may_be_what_diverges),
    };
    return cmocka_run_group_tests_name("one_training", tests, NULL, NULL) !=
           0;
}
