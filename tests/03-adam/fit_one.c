/* fit_one.c: one network on XOR, with all that it prints and keeps. */
#include "03-adam/fit_one.h"
#include "02-network/points.h"
#include "03-adam/standing.h"
#include "golden_adam.h"
#include "plumbing/messages.h"
#include "test.h"

#include <math.h>
#include <stdio.h>

static const run_records nothing_kept;

/* Keras's fit from the start of the worked example, for so many epochs. */
static fit_one worked(long epochs)
{
    return (fit_one){
        .start = golden_start, .how = fit_keras(), .epochs = epochs};
}

/* Runs it and returns the report, in which blanks are single. */
static const char *report_of(const fit_one *one, bool *done)
{
    output_file save = {.stream = NULL};
    capture_begin(1);
    *done = fit_one_run(one, &nothing_kept, &save);
    return squeezed(capture_end(1));
}

/* What stands in the report, in this order. */
static void assert_holds_in_order(const char *report,
                                  const char *const parts[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        assert_holds(report, parts[i]);
        report = strstr(report, parts[i]) + strlen(parts[i]) - 1;
    }
}

static network saved_in(const char *name)
{
    network back;
    matrix matrices[MATRICES];
    network_matrices(&back, matrices);
    assert_true(parameters_read(name, matrices, MATRICES));
    return back;
}

/* Three epochs: what is kept of them. */

static char trace[8192], values[4096];

/* Appends a line, "%s…" or "name = …". */
static void append(char *text, size_t size, const char *format, ...)
{
    const size_t used = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + used, size - used, format, arguments);
    va_end(arguments);
}

/* The row of an epoch, as a trace should have it. */
static void trace_append(int epoch, loss_function loss, const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    network_forward(net, &rows, &p);
    append(trace, sizeof trace, "%d,%.17g", epoch,
           network_loss(loss, net, &rows));
    for (int n = 0; n < ROWS; n++)
        append(trace, sizeof trace, ",%.17g", p.yhat[n]);
    for (int k = 0; k < PARAMETERS; k++)
        append(trace, sizeof trace, ",%.17g", net->all[k]);
    append(trace, sizeof trace, "\n");
}

static void values_append(const char *loss_name, const char *yhat_name,
                          loss_function loss, const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    network_forward(net, &rows, &p);
    append(values, sizeof values, "%s = %.17g\n", loss_name,
           network_loss(loss, net, &rows));
    for (int n = 0; n < ROWS; n++)
        append(values, sizeof values, "%s.%d = %.17g\n", yhat_name, n,
               p.yhat[n]);
}

/* Trains as the run should, and fills in trace and values. */
static network expected_end(const fit_one *one)
{
    const batch rows = xor_rows();
    network net = one->start, gradient;
    moments seen = moments_none();
    network_pass p;
    strcpy(trace, "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3,"
                  "W1[0][0],W1[0][1],W1[0][2],W1[1][0],W1[1][1],W1[1][2],"
                  "b1[0],b1[1],b1[2],W2[0],W2[1],W2[2],b2\n");
    values[0] = '\0';
    values_append("loss.first", "yhat.first", one->how.loss, &net);
    fit_gradient(&one->how, &net, &rows, &gradient);
    for (int k = 0; k < PARAMETERS; k++)
        append(values, sizeof values, "dL_d%s = %.17g\n",
               parameter_names[k], gradient.all[k]);
    for (int epoch = 0; epoch <= one->epochs; epoch++) {
        trace_append(epoch, one->how.loss, &net);
        if (epoch < one->epochs)
            fit_epoch(&one->how, &net, &seen, &rows);
    }
    values_append("loss.last", "yhat", one->how.loss, &net);
    for (int k = 0; k < PARAMETERS; k++)
        append(values, sizeof values, "%s = %.17g\n", parameter_names[k],
               net.all[k]);
    network_forward(&net, &rows, &p);
    append(values, sizeof values, "accuracy = %.17g\n",
           rows_right(&rows, &p) / 4.0);
    if (one->compare)
        append(values, sizeof values, "above = %d\n",
               standing_percent(network_loss(one->how.loss, &net, &rows)));
    return net;
}

static void run_keeps_its_trace_its_values_and_its_end(void **state)
{
    const optimizer_step steps[] = {gd_step, adam_step, adam_step_inside};
    for (int i = 0; i < 6; i++) {
        fit_one one = worked(3);
        one.how.loss = i < 3 ? half_squares : mean_cross_entropy;
        one.how.how = (optimizer){steps[i % 3], 0.7, 0.8, 0.9, 0.1};
        one.quiet = true;
        one.compare = i == 4;
        const network net = expected_end(&one);
        run_records records;
        output_file save;
        assert_true(records_open(&records, "t.csv", "v.values"));
        assert_true(output_open(&save, "end.txt"));
        capture_begin(1);
        const bool done = fit_one_run(&one, &records, &save);
        assert_string_equal(capture_end(1), "");
        assert_true(done);
        assert_true(records_commit(&records));
        assert_true(output_commit(&save));
        assert_string_equal(file_text("t.csv"), trace);
        assert_string_equal(file_text("v.values"), values);
        const network back = saved_in("end.txt");
        for (int k = 0; k < PARAMETERS; k++)
            assert_same_bits(back.all[k], net.all[k]);
    }
}

/* A prediction of exactly 1/2 is a no, as in Keras: of zeros, half are
   right. */
static void accuracy_counts_the_rows_on_their_side_of_a_half(void **state)
{
    const struct {
        network start;
        const char *line;
    } ends[] = {
        {golden_start, "\naccuracy = 0.5\n"},
        {{.b2 = 0.0}, "\naccuracy = 0.5\n"},
        {{.W1 = {{20.0}, {20.0}}, .b1 = {-10.0}, .W2 = {8.0}, .b2 = -4.0},
         "\naccuracy = 0.75\n"},
        {{.W1 = {{20.0, 20.0}, {20.0, 20.0}},
          .b1 = {-10.0, -30.0},
          .W2 = {8.0, -8.0},
          .b2 = -4.0},
         "\naccuracy = 1\n"},
    };
    for (int i = 0; i < 4; i++) {
        fit_one one = worked(0);
        one.start = ends[i].start;
        one.quiet = true;
        run_records records;
        output_file save = {.stream = NULL};
        assert_true(records_open(&records, NULL, "v.values"));
        assert_true(fit_one_run(&one, &records, &save));
        assert_true(records_commit(&records));
        assert_holds(file_text("v.values"), ends[i].line);
        assert_null(strstr(file_text("v.values"), "above"));
    }
}

/* The report. Where it has them, the numbers of NumPy and PyTorch. */

static void run_reports_start_pass_gradient_training_and_end(void **state)
{
    bool done;
    const fit_one one = worked(100);
    const char *report = report_of(&one, &done);
    assert_true(done);
    const char *const parts[] = {
        "The start\n"
        "W1 2x3 0.500000000 -0.400000000 0.300000000\n"
        " 0.200000000 0.600000000 -0.700000000\n",
        "b2 1x1 -0.100000000\n",
        "\nForward\n x1 x2 y h[0] h[1] h[2] yhat\n"
        " 0 0 0 0.524979187 0.450166003 0.512497396 0.547953929\n",
        "L, the mean of the cross-entropies: 0.698381373\n",
        "\nBackward\n chain rule nudged\n"
        "W1[0][0] sum of dL_dz1[0] x[0] 0.002072104 0.002072104\n",
        "\nb2 sum of dL_dz2 0.045727263 0.045727263\n",
        "\nTraining, learning rate 0.001\n"
        " epoch L right yhat 00 yhat 01 yhat 10 yhat 11\n"
        " 0 0.698381 2/4 0.547954 0.509056 0.582504 0.543395\n"
        " 1 0.698230 2/4 0.547245 0.508299 0.581704 0.542527\n"
        " 2 0.698081 2/4 0.546537 0.507543 0.580904 0.541659\n",
        "\n 5 0.69",
        "\n 50 0.69",
        "\n 100 0.693544 2/4 0.506799 0.467775 0.535223 0.494648\n",
        "\n x1 x2 target prediction\n"
        " 0 0 0 0.5068\n 0 1 1 0.4678\n 1 0 1 0.5352\n 1 1 0 0.4946\n"};
    assert_holds_in_order(report, parts, sizeof parts / sizeof parts[0]);
    assert_null(strstr(report, "\n 3 0.69"));
    assert_null(strstr(report, "error"));
    assert_null(strstr(report, "20,000"));
}

static void run_on_half_squares_says_so(void **state)
{
    bool done;
    fit_one one = worked(1);
    one.how = (fit){half_squares, {gd_step, 0.5, 0.0, 0.0, 0.0}};
    const char *report = report_of(&one, &done);
    assert_true(done);
    const char *const parts[] = {
        "L, half the sum of the squares of yhat - y: 0.505430588\n",
        "\nb2 sum of dL_dz2 0.046326021 0.046326021\n",
        "\nTraining, learning rate 0.5\n",
        " 0 0.505431 2/4 0.547954 0.509056 0.582504 0.543395\n",
        " 1 0.503620 1/4 0.537480 0.498420 0.571630 0.532235\n"};
    assert_holds_in_order(report, parts, sizeof parts / sizeof parts[0]);
    assert_null(strstr(report, "entrop"));
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

/* L stands under yhat, with either loss. */
static void report_has_its_columns_under_their_heads(void **state)
{
    for (int loss = 0; loss < 2; loss++) {
        fit_one one = worked(10);
        one.how.loss = loss == 0 ? half_squares : mean_cross_entropy;
        output_file save = {.stream = NULL};
        capture_begin(1);
        fit_one_run(&one, &nothing_kept, &save);
        const char *report = capture_end(1);
        const char *const tables[] = {"W1  2x3 ", " x1 x2   y ",
                                      "   epoch ", "   x1 x2 "};
        const int lines[] = {3, 1 + ROWS + 1, 1 + 5, 1 + ROWS};
        for (int i = 0; i < 4; i++) {
            assert_holds(report, tables[i]);
            assert_int_equal(lines_as_long(strstr(report, tables[i])),
                             lines[i]);
        }
        const char *row = strstr(report, "   epoch ");
        const char *right = strstr(row, "right") + strlen("right");
        const char *next = strchr(row, '\n') + 1;
        assert_true(next[right - row - 2] == '/');
        assert_true(next[right - row] == ' ');
    }
}

static void comparison_is_made_only_when_asked_for(void **state)
{
    bool done;
    fit_one one = worked(0);
    const batch rows = xor_rows();
    const double biases[] = {-0.1, 3.0};
    for (int i = 0; i < 2; i++) {
        char told[128];
        one.start.b2 = biases[i];
        snprintf(
            told, sizeof told,
            "\n\nOf 20,000 starts trained like this one, %d%% end with "
            "a higher loss.\n",
            standing_percent(
                network_loss(mean_cross_entropy, &one.start, &rows)));
        one.compare = true;
        const char *report = report_of(&one, &done);
        assert_true(done);
        assert_holds(report, told);
        assert_string_equal(strstr(report, told), told);
        one.compare = false;
        assert_null(strstr(report_of(&one, &done), "20,000"));
    }
    one.compare = one.quiet = true;
    assert_string_equal(report_of(&one, &done), "");
}

/* The check. */

static void check_prints_the_13_derivatives_alone(void **state)
{
    bool done;
    fit_one one = worked(0);
    one.check = true;
    for (int loss = 0; loss < 2; loss++) {
        one.how.loss = loss == 0 ? half_squares : mean_cross_entropy;
        one.quiet = false;
        const char *report = report_of(&one, &done);
        assert_true(done);
        assert_true(strncmp(report, " chain rule nudged error\nW1[0][0] ",
                            33) == 0);
        int lines = 0;
        for (const char *c = report; *c != '\0'; c++)
            lines += *c == '\n';
        assert_int_equal(lines, 1 + PARAMETERS);
        one.quiet = true;
        assert_string_equal(report_of(&one, &done), "");
        assert_true(done);
    }
}

static void passed_check_saves_the_start(void **state)
{
    fit_one one = worked(0);
    one.check = one.quiet = true;
    output_file save;
    assert_true(output_open(&save, "end.txt"));
    assert_true(fit_one_run(&one, &nothing_kept, &save));
    assert_true(output_commit(&save));
    const network back = saved_in("end.txt");
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(back.all[k], golden_start.all[k]);
}

/* The mean, with the slopes of the sum. */
static double sum_for_mean(const batch *rows, const network_pass *p,
                           double dL_dz2[ROWS])
{
    const double loss = mean_cross_entropy(rows, p, dL_dz2);
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] *= rows->size;
    return loss;
}

/* Runs it, and returns what it said; it should fail, and save nothing. */
static const char *said_of_failing(const fit_one *one)
{
    output_file save;
    assert_true(output_open(&save, "end.txt"));
    messages_begin_with("suite");
    capture_begin(2);
    const bool done = fit_one_run(one, &nothing_kept, &save);
    const char *said = capture_end(2);
    assert_false(done);
    assert_true(is_one_line(said));
    assert_int_equal(ftell(save.stream), 0);
    output_abandon(&save);
    return said;
}

static void failed_check_is_told_and_saves_nothing(void **state)
{
    fit_one one = worked(0);
    one.how.loss = sum_for_mean;
    one.check = one.quiet = true;
    assert_string_equal(
        said_of_failing(&one),
        "suite: --check: relative error above 1e-6: "
        "W1[0][0] W1[0][1] W1[0][2] W1[1][0] W1[1][1] "
        "W1[1][2] b1[0] b1[1] b1[2] W2[0] W2[1] W2[2] b2\n");
    /* Where nobody checks, it goes unnoticed. */
    one.check = false;
    one.epochs = 1;
    bool done;
    report_of(&one, &done);
    assert_true(done);
}

/* Divergence. */

/* An infinite bias of a hidden unit leaves the loss finite; a NaN does not;
   and a step of an infinite length comes at epoch 1. */
static void diverged_run_says_so_and_saves_nothing(void **state)
{
    const optimizer_step steps[] = {gd_step, momentum_step, adam_step};
    fit_one one = worked(5);
    one.quiet = true;
    one.start.b1[0] = INFINITY;
    assert_holds(said_of_failing(&one), "suite: diverged at epoch 0: ");
    one.start.b1[0] = NAN;
    assert_holds(said_of_failing(&one), "suite: diverged at epoch 0: ");
    for (int i = 0; i < 3; i++) {
        one = worked(5);
        one.quiet = true;
        one.how.how.step = steps[i];
        one.how.how.lr = INFINITY;
        assert_holds(said_of_failing(&one), "suite: diverged at epoch 1: ");
    }
    one.how.how.lr = 1e308;
    assert_holds(said_of_failing(&one), "suite: diverged at epoch 1: ");
}

/* Parameters that are finite, and a logit that is not. */
static void infinite_loss_is_divergence_too(void **state)
{
    fit_one one = worked(5);
    one.quiet = true;
    for (int j = 0; j < HIDDEN; j++) {
        one.start.b1[j] = 100.0;
        one.start.W2[j] = 1e308;
    }
    assert_holds(said_of_failing(&one), "suite: diverged at epoch 0: ");
}

/* The trace of a run that diverges ends before the epoch that did. */
static void trace_of_a_diverged_run_ends_before_it(void **state)
{
    fit_one one = worked(5);
    one.quiet = true;
    one.how.how.lr = INFINITY;
    run_records records;
    output_file save = {.stream = NULL};
    assert_true(records_open(&records, "t.csv", "v.values"));
    capture_begin(2);
    assert_false(fit_one_run(&one, &records, &save));
    capture_end(2);
    assert_true(records_commit(&records));
    const char *text = strchr(file_text("t.csv"), '\n');
    assert_non_null(text);
    assert_true(strncmp(text, "\n0,", 3) == 0);
    assert_true(is_one_line(text + 1));
    text = file_text("v.values");
    assert_holds(text, "loss.first = ");
    assert_null(strstr(text, "loss.last"));
    assert_null(strstr(text, "accuracy"));
}

/* With an epsilon of 0 Adam divides 0 by 0 where nothing pulls. */
static void epsilon_of_0_diverges_where_a_gradient_is_0(void **state)
{
    fit_one one = worked(5);
    one.quiet = true;
    one.start = (network){.b2 = 0.0};
    one.how.how.epsilon = 0.0;
    assert_holds(said_of_failing(&one), "suite: diverged at epoch 1: ");
    one.how.how.epsilon = 1e-7;
    bool done;
    report_of(&one, &done);
    assert_true(done);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(run_keeps_its_trace_its_values_and_its_end),
        test_in_folder(accuracy_counts_the_rows_on_their_side_of_a_half),
        cmocka_unit_test(run_reports_start_pass_gradient_training_and_end),
        cmocka_unit_test(run_on_half_squares_says_so),
        cmocka_unit_test(report_has_its_columns_under_their_heads),
        cmocka_unit_test(comparison_is_made_only_when_asked_for),
        cmocka_unit_test(check_prints_the_13_derivatives_alone),
        test_in_folder(passed_check_saves_the_start),
        test_in_folder(failed_check_is_told_and_saves_nothing),
        test_in_folder(diverged_run_says_so_and_saves_nothing),
        test_in_folder(infinite_loss_is_divergence_too),
        test_in_folder(trace_of_a_diverged_run_ends_before_it),
        test_in_folder(epsilon_of_0_diverges_where_a_gradient_is_0),
    };
    return cmocka_run_group_tests_name("fit_one", tests, NULL, NULL) != 0;
}
