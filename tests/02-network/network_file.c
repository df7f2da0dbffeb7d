/* network_file.c: a network as four matrices, and its way into a file and
   back. */
#include "02-network/network_file.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

#include <float.h>

static void matrices_are_W1_b1_W2_and_b2_in_place(void **state)
{
    network net;
    matrix m[MATRICES];
    network_matrices(&net, m);
    const struct {
        const char *name;
        int rows, columns, at;
    } shapes[] = {{"W1", 2, 3, AT_W1},
                  {"b1", 1, 3, AT_B1},
                  {"W2", 3, 1, AT_W2},
                  {"b2", 1, 1, AT_B2}};
    assert_int_equal(MATRICES, 4);
    for (int i = 0; i < MATRICES; i++) {
        assert_string_equal(m[i].name, shapes[i].name);
        assert_int_equal(m[i].rows, shapes[i].rows);
        assert_int_equal(m[i].columns, shapes[i].columns);
        assert_ptr_equal(m[i].values, &net.all[shapes[i].at]);
    }
}

static bool written(const network *net, const char *name)
{
    output_file file;
    assert_true(output_open(&file, name));
    network_write(&file, *net);
    return output_commit(&file);
}

static void parameters_come_back_from_their_file_to_the_bit(void **state)
{
    const network extremes = {.all = {DBL_TRUE_MIN, -DBL_TRUE_MIN, -0.0,
                                      0.0, 1e308, -1e308, DBL_MAX, DBL_MIN,
                                      0.1, 1.0 / 3.0, -2.0 / 3.0,
                                      1.0 + DBL_EPSILON, DBL_MIN / 3.0}};
    assert_true(written(&extremes, "end.txt"));
    const network back = network_saved("end.txt");
    assert_same_network(&back, &extremes);
    assert_true(written(&golden_start, "end.txt"));
    const network other = network_saved("end.txt");
    assert_same_network(&other, &golden_start);
}

static void network_is_written_only_where_that_was_asked_for(void **state)
{
    assert_true(written(&golden_start, NULL));
    assert_string_equal(folder_names(), "");
    assert_true(written(&golden_start, "end.txt"));
    assert_string_equal(folder_names(), "end.txt");
}

/* Of a file that is wrong only in its end, too, nothing is taken. */
static void network_whose_file_is_wrong_is_as_it_was(void **state)
{
    static const char *const texts[] = {
        NULL, "", "W1 2 3 1 2 3 4 5 6",
        "W1 2 3 1 2 3 4 5 6 b1 1 3 1 2 3 W2 3 1 1 2 3 b2 1 1 x",
        "W1 3 2 1 2 3 4 5 6 b1 1 3 1 2 3 W2 3 1 1 2 3 b2 1 1 7"};
    for (int i = 0; i < 5; i++) {
        network net = golden_start;
        if (texts[i] != NULL)
            file_make("start.txt", texts[i]);
        assert_fails(outcome_of(network_read(&net, "start.txt")),
                     "suite: start.txt:");
        assert_same_network(&net, &golden_start);
    }
}

static void network_is_read_from_its_four_matrices(void **state)
{
    network net;
    file_make("start.txt", "W1 2 3 0 1 2 3 4 5 b1 1 3 6 7 8 "
                           "W2 3 1 9 10 11 b2 1 1 12\n");
    assert_quiet(outcome_of(network_read(&net, "start.txt")));
    for (int k = 0; k < PARAMETERS; k++)
        assert_same_bits(net.all[k], k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matrices_are_W1_b1_W2_and_b2_in_place),
        test_in_folder(parameters_come_back_from_their_file_to_the_bit),
        test_in_folder(network_is_written_only_where_that_was_asked_for),
        test_in_folder(network_whose_file_is_wrong_is_as_it_was),
        test_in_folder(network_is_read_from_its_four_matrices),
    };
    return cmocka_run_group_tests_name("network_file", tests, NULL, NULL) !=
           0;
}
