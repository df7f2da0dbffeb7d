/* experiment.c: one network on XOR, with all that it prints and keeps. */
#include "02-network/experiment.h"
#include "02-network/gradient.h"
#include "golden.h"
#include "plumbing/messages.h"
#include "points.h"
#include "test.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

static const run_records nothing_kept;

/* The start of the worked example, for so many epochs. */
static experiment worked(long epochs)
{
    return (experiment){
        .start = golden_start,
        .how = {METHOD_GD, BUG_NONE, 0.5},
        .epochs = epochs,
        .stream = {1},
    };
}

/* Runs it and returns the report, in which blanks are single. */
static const char *report_of(const experiment *e, bool *done)
{
    output_file save = {.stream = NULL};
    capture_begin(1);
    *done = experiment_run(e, &nothing_kept, &save);
    return squeezed(capture_end(1));
}

static void matrices_are_W1_b1_W2_and_b2_in_place(void **state)
{
    network net;
    matrix m[MATRICES];
    network_matrices(&net, m);
    const struct {
        const char *name;
        int rows, columns, at;
    } shapes[MATRICES] = {{"W1", 2, 3, AT_W1},
                          {"b1", 1, 3, AT_B1},
                          {"W2", 3, 1, AT_W2},
                          {"b2", 1, 1, AT_B2}};
    for (int i = 0; i < MATRICES; i++) {
        assert_string_equal(m[i].name, shapes[i].name);
        assert_int_equal(m[i].rows, shapes[i].rows);
        assert_int_equal(m[i].columns, shapes[i].columns);
        assert_ptr_equal(m[i].values, &net.all[shapes[i].at]);
    }
}

static void parameters_come_back_from_their_file_to_the_bit(void **state)
{
    const network extremes = {.all = {DBL_TRUE_MIN, -DBL_TRUE_MIN, -0.0,
                                      0.0, 1e308, -1e308, DBL_MAX, DBL_MIN,
                                      0.1, 1.0 / 3.0, -2.0 / 3.0,
                                      1.0 + DBL_EPSILON, DBL_MIN / 3.0}};
    network net = extremes, back = {.b2 = 7.0};
    matrix written[MATRICES], read[MATRICES];
    output_file file;
    network_matrices(&net, written);
    network_matrices(&back, read);
    assert_true(output_open(&file, "end.txt"));
    parameters_write(&file, written, MATRICES);
    assert_true(output_commit(&file));
    assert_true(parameters_read("end.txt", read, MATRICES));
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(back.all[k], extremes.all[k]);
}

/* Writes the row of an epoch, as a trace should have it. */
static void trace_append(char *trace, size_t size, int epoch,
                         const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    size_t used = strlen(trace);
    network_forward(net, &rows, &p);
    used += (size_t)snprintf(trace + used, size - used, "%d,%.17g", epoch,
                             network_loss(half_squares, net, &rows));
    for (int n = 0; n < ROWS; n++)
        used += (size_t)snprintf(trace + used, size - used, ",%.17g",
                                 p.yhat[n]);
    for (int k = 0; k < PARAMETERS; k++)
        used += (size_t)snprintf(trace + used, size - used, ",%.17g",
                                 net->all[k]);
    snprintf(trace + used, size - used, "\n");
}

/* Appends the loss of this name and the four predictions. */
static void values_append(char *values, size_t size, const char *loss,
                          const char *yhat, const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    size_t used = strlen(values);
    network_forward(net, &rows, &p);
    used += (size_t)snprintf(values + used, size - used, "%s = %.17g\n",
                             loss, network_loss(half_squares, net, &rows));
    for (int n = 0; n < ROWS; n++)
        used += (size_t)snprintf(values + used, size - used,
                                 "%s.%d = %.17g\n", yhat, n, p.yhat[n]);
}

/* Three epochs by the row, in the orders of a stream, with a bug: all that
   is kept of them. */
static void run_keeps_its_trace_its_values_and_its_end(void **state)
{
    const batch rows = xor_rows();
    experiment e = worked(3);
    e.how = (descent){METHOD_SHUFFLED, BUG_NO_PRIME_HIDDEN, 0.75};
    e.stream.state = 42;
    e.quiet = true;
    random_stream stream = {42};
    network net = golden_start, gradient;
    static char trace[8192], values[4096];
    strcpy(trace, "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3,"
                  "W1[0][0],W1[0][1],W1[0][2],W1[1][0],W1[1][1],W1[1][2],"
                  "b1[0],b1[1],b1[2],W2[0],W2[1],W2[2],b2\n");
    values_append(values, sizeof values, "loss.first", "yhat.first", &net);
    descent_gradient(&e.how, &net, &rows, &gradient);
    for (int k = 0; k < PARAMETERS; k++) {
        const size_t used = strlen(values);
        snprintf(values + used, sizeof values - used, "dL_d%s = %.17g\n",
                 parameter_names[k], gradient.all[k]);
    }
    for (int epoch = 0; epoch <= 3; epoch++) {
        trace_append(trace, sizeof trace, epoch, &net);
        if (epoch < 3)
            descent_epoch(&e.how, &net, &rows, &stream);
    }
    values_append(values, sizeof values, "loss.last", "yhat", &net);
    for (int k = 0; k < PARAMETERS; k++) {
        const size_t used = strlen(values);
        snprintf(values + used, sizeof values - used, "%s = %.17g\n",
                 parameter_names[k], net.all[k]);
    }

    run_records records;
    output_file save;
    assert_true(records_open(&records, "t.csv", "v.values"));
    assert_true(output_open(&save, "end.txt"));
    capture_begin(1);
    const bool done = experiment_run(&e, &records, &save);
    assert_string_equal(capture_end(1), "");
    assert_true(done);
    assert_true(records_commit(&records));
    assert_true(output_commit(&save));
    assert_string_equal(file_text("t.csv"), trace);
    assert_string_equal(file_text("v.values"), values);
    network back;
    matrix matrices[MATRICES];
    network_matrices(&back, matrices);
    assert_true(parameters_read("end.txt", matrices, MATRICES));
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(back.all[k], net.all[k]);
}

/* Where the report has them, NumPy and PyTorch's numbers. */
static void run_reports_start_pass_gradient_training_and_end(void **state)
{
    bool done;
    const experiment e = worked(10);
    const char *report = report_of(&e, &done);
    assert_true(done);
    const char *const parts[] = {
        "The start\n"
        "W1 2x3 0.500000000 -0.400000000 0.300000000\n"
        " 0.200000000 0.600000000 -0.700000000\n"
        "b1 1x3 0.100000000 -0.200000000 0.050000000\n"
        "W2 3x1 0.400000000\n -0.500000000\n 0.600000000\n"
        "b2 1x1 -0.100000000\n",
        "\nForward\n x1 x2 y h[0] h[1] h[2] yhat\n"
        " 0 0 0 0.524979187 0.450166003 0.512497396 0.547953929\n"
        " 0 1 1 0.574442517 0.598687660 0.342989537 0.509055734\n"
        " 1 0 1 0.645656306 0.354343694 0.586617579 0.582504033\n"
        " 1 1 0 0.689974481 0.500000000 0.413382421 0.543395356\n"
        "L, half the sum of the squares of yhat - y: 0.505430588\n",
        "\nBackward\n chain rule nudged\n"
        "W1[0][0] sum of dL_dz1[0] x[0] 0.002244615 0.002244615\n",
        "\nb2 sum of dL_dz2 0.046326021 0.046326021\n",
        "\nTraining, learning rate 0.5\n"
        " epoch L yhat 00 yhat 01 yhat 10 yhat 11\n"
        " 0 0.505431 0.547954 0.509056 0.582504 0.543395\n"
        " 1 0.503620 0.537480 0.498420 0.571630 0.532235\n"
        " 2 0.50",
        "\n 5 0.50",
        "\n 10 0.500894 0.505508 0.466862 0.537738 0.498325\n",
        "\n x1 x2 target prediction\n"
        " 0 0 0 0.5055\n 0 1 1 0.4669\n 1 0 1 0.5377\n 1 1 0 0.4983\n"};
    const char *at = report;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        assert_holds(at, parts[i]);
        at = strstr(at, parts[i]);
    }
    assert_null(strstr(report, "\n 3 0.50"));
    assert_null(strstr(report, "error"));
}

/* How many lines from here on are as long as the first of them. */
static int lines_as_long(const char *line)
{
    const size_t length = strcspn(line, "\n");
    int lines = 0;
    for (; strcspn(line, "\n") == length; line += length + 1)
        lines++;
    return lines;
}

/* L stands under yhat. */
static void report_has_its_columns_under_their_heads(void **state)
{
    const experiment e = worked(10);
    output_file save = {.stream = NULL};
    capture_begin(1);
    experiment_run(&e, &nothing_kept, &save);
    const char *report = capture_end(1);
    const char *const tables[] = {"W1  2x3 ", " x1 x2   y ", "   epoch ",
                                  "   x1 x2 "};
    const int lines[] = {3, 1 + ROWS + 1, 1 + 5, 1 + ROWS};
    for (int i = 0; i < 4; i++) {
        assert_holds(report, tables[i]);
        assert_int_equal(lines_as_long(strstr(report, tables[i])),
                         lines[i]);
    }
    assert_int_equal(lines_as_long(strstr(report, "W2  3x1 ")), 4);
}

static void check_prints_the_13_derivatives_alone(void **state)
{
    bool done;
    experiment e = worked(0);
    e.check = true;
    const char *report = report_of(&e, &done);
    assert_true(done);
    assert_true(
        strncmp(report, " chain rule nudged error\nW1[0][0] ", 33) == 0);
    int lines = 0;
    for (const char *c = report; *c != '\0'; c++)
        lines += *c == '\n';
    assert_int_equal(lines, 1 + PARAMETERS);
    e.quiet = true;
    assert_string_equal(report_of(&e, &done), "");
    assert_true(done);
}

/* A run that fails has nothing to save; that it is not asked for is no
   failure. */
static void failed_check_is_told_and_saves_nothing(void **state)
{
    experiment e = worked(0);
    e.check = e.quiet = true;
    e.how.bug = BUG_MEAN_BIAS;
    messages_begin_with("suite");
    output_file save;
    assert_true(output_open(&save, "end.txt"));
    capture_begin(2);
    const bool done = experiment_run(&e, &nothing_kept, &save);
    assert_string_equal(capture_end(2),
                        "suite: --check: relative error above 1e-6: b1[0] "
                        "b1[1] b1[2] b2\n");
    assert_false(done);
    assert_int_equal(ftell(save.stream), 0);
    output_abandon(&save);
}

/* The same bug goes unnoticed where nobody checks. */
static void bug_is_trained_with_unless_it_is_checked(void **state)
{
    bool done;
    experiment e = worked(1);
    e.how.bug = BUG_MEAN_BIAS;
    capture_begin(2);
    const char *report = report_of(&e, &done);
    assert_string_equal(capture_end(2), "");
    assert_true(done);
    assert_holds(report, "\nb2 sum of dL_dz2 0.011581505 0.046326021\n");
}

static void passed_check_saves_the_start(void **state)
{
    experiment e = worked(0);
    e.check = e.quiet = true;
    output_file save;
    assert_true(output_open(&save, "end.txt"));
    assert_true(experiment_run(&e, &nothing_kept, &save));
    assert_true(output_commit(&save));
    network back;
    matrix matrices[MATRICES];
    network_matrices(&back, matrices);
    assert_true(parameters_read("end.txt", matrices, MATRICES));
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(back.all[k], golden_start.all[k]);
}

static void assert_diverges(const experiment *e, const char *message)
{
    output_file save;
    assert_true(output_open(&save, "end.txt"));
    messages_begin_with("suite");
    capture_begin(2);
    const bool done = experiment_run(e, &nothing_kept, &save);
    const char *said = capture_end(2);
    assert_false(done);
    assert_true(is_one_line(said));
    assert_holds(said, message);
    assert_int_equal(ftell(save.stream), 0);
    output_abandon(&save);
}

/* An infinite bias of a hidden unit leaves the loss finite; a NaN does not;
   and a step of an infinite length comes at epoch 1. */
static void diverged_run_says_so_and_saves_nothing(void **state)
{
    experiment e = worked(5);
    e.quiet = true;
    e.start.b1[0] = INFINITY;
    assert_diverges(&e, "suite: diverged at epoch 0: ");
    e.start.b1[0] = NAN;
    assert_diverges(&e, "suite: diverged at epoch 0: ");
    e = worked(5);
    e.quiet = true;
    e.how.lr = INFINITY;
    assert_diverges(&e, "suite: diverged at epoch 1: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matrices_are_W1_b1_W2_and_b2_in_place),
        test_in_folder(parameters_come_back_from_their_file_to_the_bit),
        test_in_folder(run_keeps_its_trace_its_values_and_its_end),
        cmocka_unit_test(run_reports_start_pass_gradient_training_and_end),
        cmocka_unit_test(report_has_its_columns_under_their_heads),
        cmocka_unit_test(check_prints_the_13_derivatives_alone),
        test_in_folder(failed_check_is_told_and_saves_nothing),
        cmocka_unit_test(bug_is_trained_with_unless_it_is_checked),
        test_in_folder(passed_check_saves_the_start),
        test_in_folder(diverged_run_says_so_and_saves_nothing),
    };
    return cmocka_run_group_tests_name("experiment", tests, NULL, NULL) !=
           0;
}
