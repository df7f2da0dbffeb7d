/* account.c: what a run tells of its network, piece by piece; the whole is
   in experiment.c. */
#include "02-network/account.h"
#include "golden.h"
#include "test.h"

#include <stdio.h>

static const output_file nothing_kept;

/* A loss like no other. */
static double loss_of_7(const batch *rows, const network_pass *p,
                        double dL_dz2[ROWS])
{
    for (int n = 0; n < rows->size; n++)
        dL_dz2[n] = 0.25;
    return 7.0 * p->yhat[0];
}

/* Two rows, which are not those of XOR. */
static const batch two_rows = {
    .size = 2, .x = {{1.0, 0.0}, {0.5, 1.0}}, .y = {0.25, 1.0}};

static void network_is_saved_only_where_that_was_asked_for(void **state)
{
    output_file save;
    network back = {.b2 = 7.0};
    matrix matrices[MATRICES];
    assert_true(output_open(&save, NULL));
    network_save(&save, golden_start);
    assert_true(output_commit(&save));
    assert_string_equal(folder_names(), "");
    assert_true(output_open(&save, "end.txt"));
    network_save(&save, golden_start);
    assert_true(output_commit(&save));
    network_matrices(&back, matrices);
    assert_true(parameters_read("end.txt", matrices, MATRICES));
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(back.all[k], golden_start.all[k]);
}

static void start_is_printed_as_its_matrices(void **state)
{
    capture_begin(1);
    start_print(golden_start);
    assert_string_equal(capture_end(1),
                        "The start\n"
                        "W1  2x3   0.500000000 -0.400000000  0.300000000\n"
                        "          0.200000000  0.600000000 -0.700000000\n"
                        "b1  1x3   0.100000000 -0.200000000  0.050000000\n"
                        "W2  3x1   0.400000000\n"
                        "         -0.500000000\n"
                        "          0.600000000\n"
                        "b2  1x1  -0.100000000\n");
}

static void forward_pass_is_printed_for_each_row(void **state)
{
    const batch rows = {
        .size = 2, .x = {{1.0, 0.0}, {-1.0, 2.0}}, .y = {1.0, 3.0}};
    network_pass p;
    char expected[512];
    network_forward(&golden_start, &rows, &p);
    snprintf(expected, sizeof expected,
             "\nForward\n x1 x2 y h[0] h[1] h[2] yhat\n"
             " 1 0 1 %.9f %.9f %.9f %.9f\n"
             " -1 2 3 %.9f %.9f %.9f %.9f\n",
             p.h[0][0], p.h[0][1], p.h[0][2], p.yhat[0], p.h[1][0],
             p.h[1][1], p.h[1][2], p.yhat[1]);
    capture_begin(1);
    forward_print(&golden_start, &rows);
    assert_string_equal(squeezed(capture_end(1)), expected);
}

static void predictions_are_printed_beside_their_targets(void **state)
{
    network_pass p;
    char expected[256];
    network_forward(&golden_start, &two_rows, &p);
    snprintf(expected, sizeof expected,
             "\n x1 x2 target prediction\n 1 0 0.25 %.4f\n"
             " 0.5 1 1 %.4f\n",
             p.yhat[0], p.yhat[1]);
    capture_begin(1);
    predictions_print(&golden_start, &two_rows);
    assert_string_equal(squeezed(capture_end(1)), expected);
}

/* Appends the loss of 7 and the two predictions. */
static size_t pass_expected(char *text, size_t size, const char *loss,
                            const char *yhat)
{
    network_pass p;
    network_forward(&golden_start, &two_rows, &p);
    return (size_t)snprintf(
        text, size, "%s = %.17g\n%s.0 = %.17g\n%s.1 = %.17g\n", loss,
        7.0 * p.yhat[0], yhat, p.yhat[0], yhat, p.yhat[1]);
}

/* The derivatives by the chain rule, not the nudged. */
static void start_keeps_the_loss_predictions_and_gradient(void **state)
{
    derivative all[PARAMETERS];
    char expected[2048];
    output_file values;
    size_t used = pass_expected(expected, sizeof expected, "loss.first",
                                "yhat.first");
    for (int k = 0; k < PARAMETERS; k++) {
        all[k] = (derivative){.analytic = k / 7.0, .numeric = {1.0, 1.0}};
        used += (size_t)snprintf(expected + used, sizeof expected - used,
                                 "dL_d%s = %.17g\n", parameter_names[k],
                                 k / 7.0);
    }
    assert_true(output_open(&values, "v.values"));
    start_values(&values, loss_of_7, &golden_start, &two_rows, all);
    assert_true(output_commit(&values));
    assert_string_equal(file_text("v.values"), expected);
    start_values(&nothing_kept, loss_of_7, &golden_start, &two_rows, all);
}

static void end_keeps_the_loss_predictions_and_parameters(void **state)
{
    char expected[2048];
    output_file values;
    size_t used =
        pass_expected(expected, sizeof expected, "loss.last", "yhat");
    for (int k = 0; k < PARAMETERS; k++)
        used += (size_t)snprintf(expected + used, sizeof expected - used,
                                 "%s = %.17g\n", parameter_names[k],
                                 golden_start.all[k]);
    assert_true(output_open(&values, "v.values"));
    end_values(&values, loss_of_7, &golden_start, &two_rows);
    assert_true(output_commit(&values));
    assert_string_equal(file_text("v.values"), expected);
    end_values(&nothing_kept, loss_of_7, &golden_start, &two_rows);
}

/* What it is given, and not what it might work out. */
static void trace_row_has_the_numbers_it_is_given(void **state)
{
    const network_pass p = {.yhat = {0.125, 0.25, 0.5, 0.75}};
    network net;
    output_file trace;
    for (int k = 0; k < PARAMETERS; k++)
        net.all[k] = k;
    assert_true(output_open(&trace, "t.csv"));
    network_trace_begin(&trace);
    network_trace_row(&trace, 1000000, 3.5, &p, &net);
    assert_true(output_commit(&trace));
    assert_string_equal(
        file_text("t.csv"),
        "epoch,loss,yhat.0,yhat.1,yhat.2,yhat.3,W1[0][0],W1[0][1],"
        "W1[0][2],W1[1][0],W1[1][1],W1[1][2],b1[0],b1[1],b1[2],W2[0],"
        "W2[1],W2[2],b2\n"
        "1000000,3.5,0.125,0.25,0.5,0.75,0,1,2,3,4,5,6,7,8,9,10,11,12\n");
    network_trace_begin(&nothing_kept);
    network_trace_row(&nothing_kept, 0, 3.5, &p, &net);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(network_is_saved_only_where_that_was_asked_for),
        cmocka_unit_test(start_is_printed_as_its_matrices),
        cmocka_unit_test(forward_pass_is_printed_for_each_row),
        cmocka_unit_test(predictions_are_printed_beside_their_targets),
        test_in_folder(start_keeps_the_loss_predictions_and_gradient),
        test_in_folder(end_keeps_the_loss_predictions_and_parameters),
        test_in_folder(trace_row_has_the_numbers_it_is_given),
    };
    return cmocka_run_group_tests_name("account", tests, NULL, NULL) != 0;
}
