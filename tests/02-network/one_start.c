/* one_start.c: one network on XOR, with all that it prints and keeps. */
#include "02-network/one_start.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <math.h>

/* Ten epochs from the start of the worked example; where those are known,
   in NumPy and PyTorch's numbers. */
static const char golden_report[] =
    "The start\n"
    "W1  2x3   0.500000000 -0.400000000  0.300000000\n"
    "          0.200000000  0.600000000 -0.700000000\n"
    "b1  1x3   0.100000000 -0.200000000  0.050000000\n"
    "W2  3x1   0.400000000\n"
    "         -0.500000000\n"
    "          0.600000000\n"
    "b2  1x1  -0.100000000\n"
    "\n"
    "Forward\n"
    " x1 x2   y         h[0]         h[1]         h[2]         yhat\n"
    "  0  0   0  0.524979187  0.450166003  0.512497396  0.547953929\n"
    "  0  1   1  0.574442517  0.598687660  0.342989537  0.509055734\n"
    "  1  0   1  0.645656306  0.354343694  0.586617579  0.582504033\n"
    "  1  1   0  0.689974481  0.500000000  0.413382421  0.543395356\n"
    "L, half the squares:                               0.505430588\n"
    "\n"
    "Backward\n"
    "                                    chain rule       nudged\n"
    "W1[0][0] sum of dL_dz1[0] x[0]     0.002244615  0.002244615\n"
    "W1[0][1] sum of dL_dz1[1] x[0]    -0.005238717 -0.005238717\n"
    "W1[0][2] sum of dL_dz1[2] x[0]     0.004844139  0.004844139\n"
    "W1[1][0] sum of dL_dz1[0] x[1]    -0.000461408 -0.000461408\n"
    "W1[1][1] sum of dL_dz1[1] x[1]    -0.002113700 -0.002113700\n"
    "W1[1][2] sum of dL_dz1[2] x[1]     0.003027374  0.003027374\n"
    "b1[0]    sum of dL_dz1[0]          0.003785978  0.003785978\n"
    "b1[1]    sum of dL_dz1[1]         -0.007296740 -0.007296740\n"
    "b1[2]    sum of dL_dz1[2]          0.008601151  0.008601151\n"
    "W2[0]    sum of dL_dz2 h[0]        0.028244228  0.028244228\n"
    "W2[1]    sum of dL_dz2 h[1]        0.019079354  0.019079354\n"
    "W2[2]    sum of dL_dz2 h[2]        0.023651058  0.023651058\n"
    "b2       sum of dL_dz2             0.046326021  0.046326021\n"
    "\n"
    "Training, learning rate 0.5\n"
    "   epoch            L   right    yhat 00    yhat 01    yhat 10    "
    "yhat 11\n"
    "       0     0.505431     2/4   0.547954   0.509056   0.582504   "
    "0.543395\n"
    "       1     0.503620     1/4   0.537480   0.498420   0.571630   "
    "0.532235\n"
    "       2     0.502534     1/4   0.529359   0.490225   0.563158   "
    "0.523590\n"
    "       5     0.501256     1/4   0.514540   0.475462   0.547548   "
    "0.507847\n"
    "      10     0.500894     2/4   0.505508   0.466862   0.537738   "
    "0.498325\n"
    "\n"
    "   x1 x2       target   prediction\n"
    "   0   0            0       0.5055\n"
    "   0   1            1       0.4669\n"
    "   1   0            1       0.5377\n"
    "   1   1            0       0.4983\n";

static const descent plain = {METHOD_GD, 0.5};

static void run_reports_start_pass_gradient_training_and_end(void **state)
{
    const trainer t = by_descent(&plain);
    const outcome o =
        report_of(&t, &golden_start, (program){.epochs = 10, .lr = 0.5});
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(o.report, golden_report);
}

/* The loss stands under the predictions, whatever it is called. */
static void loss_has_its_name_in_the_report(void **state)
{
    static const char *const texts[] = {
        "x", "half the sum of the squares of yhat - y"};
    for (int i = 0; i < 2; i++) {
        trainer t = by_descent(&plain);
        t.loss_text = texts[i];
        char line[80] = "";
        append(line, sizeof line, "\nL, %s:", texts[i]);
        while (strlen(line) < 1 + 62 - strlen("0.505430588"))
            append(line, sizeof line, " ");
        append(line, sizeof line, "0.505430588\n");
        assert_holds(
            report_of(&t, &golden_start, (program){.epochs = 0, .lr = 0.5})
                .report,
            line);
    }
}

/* A row for some of the epochs and for the last; right are 2 rows, then 1,
   in the end all. */
/* What a method remembers is in no file that a run begins from. */
static void start_from_a_file_tells_what_is_not_in_it(void **state)
{
    static const char told[] = "The start (two lists begin at 0)\nW1  2x3";
    static const char plainly[] = "The start\nW1  2x3";
    trainer t = by_descent(&plain);
    program p = {.epochs = 1, .lr = 0.5};
    for (int file = 0; file < 2; file++)
        for (int memory = 0; memory < 2; memory++) {
            p.params = file ? "start.txt" : NULL;
            t.memory = memory ? "two lists" : NULL;
            const char *const begins = file && memory ? told : plainly;
            const outcome o = report_of(&t, &golden_start, p);
            assert_int_equal(strncmp(o.report, begins, strlen(begins)), 0);
        }
}

static void report_on_training_tells_how_many_rows_are_right(void **state)
{
    static const char *const lines[] = {
        "\nTraining, learning rate 0.25\n"
        "   epoch            L   right    yhat 00    yhat 01    yhat 10"
        "    yhat 11\n"
        "       0     0.505431     2/4   0.547954   0.509056   0.582504"
        "   0.543395\n"
        "       1     0.503620     1/4   0.537480   0.498420   0.571630"
        "   0.532235\n"
        "       2     ",
        "\n       5     ",
        "\n      10     0.500894     2/4   0.505508   0.466862   0.537738"
        "   0.498325\n"
        "      20     ",
        "\n      50     ",
        "\n     100     0.500039     2/4 ",
        "\n     200     ",
        "\n     500     ",
        "\n    1000     0.195726     4/4   0.206551   0.681957   ",
        "0.721258   0.412239\n\n   x1 x2       target   prediction\n"};
    const trainer t = by_descent(&plain);
    const outcome o =
        report_of(&t, &golden_start, (program){.epochs = 1000, .lr = 0.25});
    assert_holds_in_order(o.report, lines, sizeof lines / sizeof lines[0]);
    assert_int_equal(lines_of(strstr(o.report, "Training")), 2 + 11 + 6);
}

static void last_epoch_is_reported_once(void **state)
{
    const trainer t = by_descent(&plain);
    for (long epochs = 0; epochs <= 7; epochs++) {
        const program p = {.epochs = epochs, .lr = 0.5};
        const char *const report = report_of(&t, &golden_start, p).report;
        const int shown = epochs < 3 ? (int)epochs + 1 : 4 + (epochs > 5);
        assert_int_equal(lines_of(strstr(report, "Training")),
                         2 + shown + 6);
    }
}

static void quiet_run_prints_nothing(void **state)
{
    const trainer t = by_descent(&plain);
    assert_quiet(
        report_of(&t, &golden_start,
                  (program){.epochs = 10, .lr = 0.5, .quiet = true}));
    assert_quiet(
        report_of(&t, &golden_start,
                  (program){.lr = 0.5, .check = true, .quiet = true}));
}

static void check_prints_the_13_derivatives_alone(void **state)
{
    const trainer t = by_descent(&plain);
    const batch rows = xor_rows();
    derivative all[PARAMETERS];
    char expected[2048];
    network_derivatives(half_squares, &golden_start, &rows,
                        &golden_gradient, all);
    for (int k = 0; k < PARAMETERS; k++)
        all[k].analytic = gradient_followed(&t, &golden_start).all[k];
    capture_begin(1);
    derivatives_print(all, PARAMETERS, true);
    snprintf(expected, sizeof expected, "%s", capture_end(1));
    const outcome o =
        report_of(&t, &golden_start, (program){.lr = 0.5, .check = true});
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(o.report, expected);
    assert_int_equal(lines_of(o.report), 1 + PARAMETERS);
}

static const bugged_descent mean_bias = {{METHOD_GD, 0.5}, BUG_MEAN_BIAS};

/* A run that fails has nothing to save. */
static void failed_check_is_told_and_saves_nothing(void **state)
{
    const trainer t = by_bugged(&mean_bias);
    program p = {.lr = 0.5, .check = true, .quiet = true};
    files_begin(&p);
    const outcome o = outcome_of(
        one_start_run(&t, &golden_start, (random_stream){1}, &p));
    files_end(&p);
    assert_fails(o, "suite: --check: relative error above 1e-6: b1[0] "
                    "b1[1] b1[2] b2\n");
    assert_string_equal(o.report, "");
    assert_string_equal(file_text("end.txt"), "");
    assert_holds(file_text("v.values"), "accuracy = 0.5\n");
    assert_int_equal(lines_of(file_text("t.csv")), 2);
}

/* The same bug goes unnoticed where nobody checks. */
static void bug_is_trained_with_unless_it_is_checked(void **state)
{
    const trainer t = by_bugged(&mean_bias);
    const outcome o =
        report_of(&t, &golden_start, (program){.epochs = 1, .lr = 0.5});
    assert_string_equal(o.said, "");
    assert_true(o.done);
    assert_holds(
        o.report,
        "\nb2       sum of dL_dz2             0.011581505  0.046326021\n");
    assert_null(strstr(o.report, "error"));
}

static void passed_check_saves_the_start(void **state)
{
    const trainer t = by_descent(&plain);
    program p = {.lr = 0.5, .check = true, .quiet = true};
    files_begin(&p);
    assert_quiet(outcome_of(
        one_start_run(&t, &golden_start, (random_stream){1}, &p)));
    files_end(&p);
    const network back = network_saved("end.txt");
    assert_same_network(&back, &golden_start);
}

/* A way of training like no other: how is how far a step goes, and all that
   the loss knows is the first prediction. */
static double loss_of_7(const batch *rows, const network_pass *p,
                        double dL_dz2[ROWS])
{
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] = n == 0 ? 7.0 * p->yhat[0] * (1.0 - p->yhat[0]) : 0.0;
    return 7.0 * p->yhat[0];
}

static void odd_backward(const void *how, const network *net,
                         const batch *rows, const network_pass *p,
                         const double dL_dz2[ROWS], network *gradient)
{
    network_backward(net, rows, p, dL_dz2, gradient);
    gradient->W1[1][2] = *(const double *)how;
}

static void odd_train(const void *how, run *r)
{
    while (run_goes_on(r))
        for (int k = 0; k < PARAMETERS; k++)
            r->net.all[k] +=
                *(const double *)how * random_uniform(&r->stream);
}

static trainer odd_trainer(const double *how)
{
    return (trainer){loss_of_7,    "seven",   NULL,
                     odd_backward, odd_train, how};
}

static void run_of_any_trainer_keeps_its_trace_its_values_and_its_end(
    void **state)
{
    const double how = 0.75;
    const trainer t = odd_trainer(&how);
    assert_keeps(&t, &golden_start, 42, 12);
    assert_holds(file_text("v.values"), "dL_dW1[1][2] = 0.75\n");
    assert_keeps(&t, &golden_start, 43, 0);
}

static void run_with_a_bug_keeps_its_trace_its_values_and_its_end(
    void **state)
{
    for (int bug = BUG_NONE; bug <= BUG_NO_W2; bug++) {
        const bugged_descent how = {{METHOD_SHUFFLED, 0.75}, (bug_kind)bug};
        const trainer t = by_bugged(&how);
        assert_keeps(&t, &golden_start, 42, 3);
    }
}

static void run_of_each_method_keeps_its_trace_its_values_and_its_end(
    void **state)
{
    for (int method = METHOD_GD; method <= METHOD_SHUFFLED; method++) {
        const descent d = {(method_kind)method, 0.5};
        const trainer t = by_descent(&d);
        assert_keeps(&t, &golden_start, 42, 10);
    }
}

/* What is kept of all rows right, and of none. */
static void accuracy_is_the_share_of_rows_that_are_right(void **state)
{
    static const network solution = {.W1 = {{20, 20}, {20, 20}},
                                     .b1 = {-10, -30},
                                     .W2 = {20, -20},
                                     .b2 = -10};
    network opposite = solution;
    opposite.W2[0] = -20;
    opposite.W2[1] = 20;
    opposite.b2 = 10;
    const trainer t = by_descent(&plain);
    assert_keeps(&t, &solution, 1, 1);
    assert_holds(file_text("v.values"), "\naccuracy = 1\n");
    assert_keeps(&t, &opposite, 1, 1);
    assert_holds(file_text("v.values"), "\naccuracy = 0\n");
}

/* The derivatives that are checked are those of the trainer's loss, and the
   gradient is what the trainer follows. */
static void check_is_of_the_trainers_loss_and_gradient(void **state)
{
    const double how = 0.75;
    const trainer t = odd_trainer(&how);
    const outcome o =
        report_of(&t, &golden_start, (program){.lr = 1.0, .check = true});
    assert_fails(o, "suite: --check: relative error above 1e-6: "
                    "W1[1][2]\n");
    const network exact = gradient_followed(&t, &golden_start);
    char line[80] = "";
    append(line, sizeof line, "\nb2 sum of dL_dz2 %.9f %.9f ", exact.b2,
           exact.b2);
    assert_holds(squeezed(o.report), line);
    assert_holds(squeezed(o.report),
                 "\nW1[1][2] sum of dL_dz1[2] x[1] 0.750000000 ");
}

/* An infinite bias of a hidden unit leaves the loss finite; a NaN does not;
   and a step of an infinite length comes at epoch 1. */
static void diverged_run_says_so_and_saves_nothing(void **state)
{
    const trainer t = by_descent(&plain);
    network start = golden_start;
    start.b1[0] = INFINITY;
    assert_diverges(&t, &start, 5, "suite: diverged at epoch 0: ");
    assert_string_equal(file_text("t.csv"), trace_columns);
    start.b1[0] = NAN;
    assert_diverges(&t, &start, 0, "suite: diverged at epoch 0: ");
    const descent d = {METHOD_GD, INFINITY};
    const trainer far = by_descent(&d);
    assert_diverges(&far, &golden_start, 5, "suite: diverged at epoch 1: ");
    assert_int_equal(lines_of(file_text("t.csv")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(run_reports_start_pass_gradient_training_and_end),
        cmocka_unit_test(loss_has_its_name_in_the_report),
        cmocka_unit_test(start_from_a_file_tells_what_is_not_in_it),
        cmocka_unit_test(report_on_training_tells_how_many_rows_are_right),
        cmocka_unit_test(last_epoch_is_reported_once),
        cmocka_unit_test(quiet_run_prints_nothing),
        cmocka_unit_test(check_prints_the_13_derivatives_alone),
        test_in_folder(failed_check_is_told_and_saves_nothing),
        cmocka_unit_test(bug_is_trained_with_unless_it_is_checked),
        test_in_folder(passed_check_saves_the_start),
        test_in_folder(
            run_of_any_trainer_keeps_its_trace_its_values_and_its_end),
        test_in_folder(
            run_with_a_bug_keeps_its_trace_its_values_and_its_end),
        test_in_folder(
            run_of_each_method_keeps_its_trace_its_values_and_its_end),
        test_in_folder(accuracy_is_the_share_of_rows_that_are_right),
        cmocka_unit_test(check_is_of_the_trainers_loss_and_gradient),
        test_in_folder(diverged_run_says_so_and_saves_nothing),
    };
    return cmocka_run_group_tests_name("one_start", tests, NULL, NULL) != 0;
}
