/* mlp_file.c: a network's way into a file and back, in whatever shape, and
   what is said of a file that is wrong. */
#define _XOPEN_SOURCE 700

#include "04-digits/mlp_file.h"
#include "networks.h"
#include "running.h"

#include <float.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writes the network to a file. */
static void write_to(const char *name, const mlp *net)
{
    output_file file;
    assert_true(output_open(&file, name));
    mlp_write(&file, net);
    assert_true(output_commit(&file));
}

/* The network of the file, in its shape and to the bit. */
static void assert_read(const char *name, const mlp *expected)
{
    mlp net;
    assert_quiet(outcome_of(mlp_read(&net, name, expected->units[0],
                                     expected->units[expected->depth],
                                     expected->hidden)));
    assert_int_equal(net.depth, expected->depth);
    assert_int_equal(net.count, expected->count);
    for (int l = 0; l <= net.depth; l++)
        assert_int_equal(net.units[l], expected->units[l]);
    assert_true(net.hidden.of == expected->hidden.of);
    assert_memory_equal(net.all, expected->all,
                        (size_t)net.count * sizeof(double));
    mlp_free(&net);
}

/* A file that is to lead from 2 inputs to 1 output. */
static void assert_refused(const char *text, const char *message)
{
    mlp net = {.all = NULL};
    file_make("p.txt", text);
    assert_fails(outcome_of(mlp_read(&net, "p.txt", 2, 1, sigmoid_units)),
                 message);
    assert_null(net.all);
}

static const char good[] = "W1 2 3 1 2 3 4 5 6 b1 1 3 7 8 9\n"
                           "W2 3 1 10 11 12 b2 1 1 13\n";

static mlp good_network(void)
{
    mlp net = mlp_new(2, (int[]){2, 3, 1}, tanh_units);
    for (int k = 0; k < net.count; k++)
        net.all[k] = k + 1;
    return net;
}

static void network_of_the_file_has_its_shape(void **state)
{
    mlp net = good_network();
    file_make("p.txt", good);
    assert_read("p.txt", &net);
    file_make("p.txt",
              "\xEF\xBB\xBF# b2 first\nb2 1 1 13 W2 3 1 10 11 12\n"
              "# and the rest\r\nb1\t1 3 7 8 9 W1 2 3 1 2 3 4 5 6");
    assert_read("p.txt", &net);
    mlp_free(&net);
}

static void network_is_written_layer_by_layer(void **state)
{
    mlp net = good_network();
    write_to("p.txt", &net);
    assert_string_equal(file_text("p.txt"),
                        "W1 2 3\n 1 2 3\n 4 5 6\nb1 1 3\n 7 8 9\n"
                        "W2 3 1\n 10\n 11\n 12\nb2 1 1\n 13\n");
    mlp_free(&net);
}

static void network_is_written_only_where_that_was_asked_for(void **state)
{
    output_file none = {.stream = NULL};
    mlp net = good_network();
    mlp_write(&none, &net);
    assert_string_equal(folder_names(), "");
    mlp_free(&net);
}

static void parameters_come_back_to_the_bit_at_any_depth(void **state)
{
    static const double extremes[] = {
        0.0,     -0.0,         DBL_MAX, -DBL_MAX, DBL_MIN,
        1.0 / 3, DBL_TRUE_MIN, -1e-310, 1e23,     0.1};
    random_stream stream = {1};
    for (int depth = 1; depth <= DEPTH_MOST; depth++) {
        mlp net = mlp_any(&stream, depth, *activations[depth % 3]);
        for (int k = 0; k < net.count; k++) {
            const uint64_t bits = random_bits(&stream);
            memcpy(&net.all[k], &bits, sizeof bits);
            if (!isfinite(net.all[k]))
                net.all[k] = extremes[k % 10];
        }
        for (int k = 0; k < 10 && k < net.count; k++)
            net.all[k] = extremes[k];
        write_to("p.txt", &net);
        assert_read("p.txt", &net);
        mlp_free(&net);
    }
}

/* W10 is read as W10, not as W1 and a 0, wherever it stands. */
static void tenth_layer_may_stand_before_the_second(void **state)
{
    static char text[8192];
    int units[13];
    random_stream stream = {2};
    for (int l = 0; l <= 12; l++)
        units[l] = 1 + l % 3;
    mlp net = mlp_drawn(&stream, 12, units, relu_units);
    for (int l = 12; l >= 1; l--)
        for (int bias = 1; bias >= 0; bias--) {
            const int rows = bias ? 1 : units[l - 1];
            append(text, sizeof text, "%s%d %d %d", bias ? "b" : "W", l,
                   rows, units[l]);
            for (int k = 0; k < rows * units[l]; k++)
                append(text, sizeof text, " %.17g",
                       bias ? net.b[l][k] : net.W[l][k]);
            append(text, sizeof text, "\n");
        }
    file_make("p.txt", text);
    assert_read("p.txt", &net);
    mlp_free(&net);
}

/* From layer to layer. */

static void shapes_that_do_not_chain_are_refused(void **state)
{
    assert_refused("W1 3 1 1 2 3 b1 1 1 1",
                   "suite: p.txt:1: W1: expected 2 rows, one for each unit "
                   "that it comes from, got 3\n");
    assert_refused("W1 2 3 1 2 3 4 5 6 b1 1 3 7 8 9\n\nW2 4 1 1 2 3 4",
                   "suite: p.txt:3: W2: expected 3 rows, one for each unit "
                   "that it comes from, got 4\n");
    assert_refused("W1 2 3\n",
                   "suite: p.txt:1: W1: expected 1 column, one for each "
                   "answer, got 3\n");
    assert_refused("b1 1 3\nW1 2 3\nW2 3 2\n",
                   "suite: p.txt:3: W2: expected 1 column, one for each "
                   "answer, got 2\n");
    assert_refused("W1 2 1\nW2 2 3\n", "W2: expected 1 row, one for each "
                                       "unit that it comes from, got 2\n");
    mlp net = {.all = NULL};
    file_make("p.txt", "W1 2 1\n");
    assert_fails(outcome_of(mlp_read(&net, "p.txt", 2, 3, relu_units)),
                 "p.txt:1: W1: expected 3 columns, one for each answer, "
                 "got 1\n");
    /* Of two faults the first layer's is told. */
    assert_refused("W2 9 9\nW1 9 9\n", "p.txt:2: W1: expected 2 rows");
}

static void layer_that_is_missing_is_told(void **state)
{
    assert_refused("", "suite: p.txt: W1: is missing\n");
    assert_refused("# nothing\n", "suite: p.txt: W1: is missing\n");
    assert_refused("b1 1 1 0", "suite: p.txt: W1: is missing\n");
    assert_refused("7 8 9", "suite: p.txt: W1: is missing\n");
    assert_refused("W2 3 1 1 2 3 b2 1 1 1", "p.txt: W1: is missing\n");
    assert_refused("W1 2 3 1 2 3 4 5 6\nb1 1 3 1 2 3\nW3 3 1 1 2 3\n",
                   "suite: p.txt: W2: is missing\n");
    assert_refused("W12 1 1 1", "suite: p.txt: W1: is missing\n");
    /* The last one, too. */
    assert_refused("W1 2 3 1 2 3 4 5 6 b1 1 3 1 2 3 b2 1 1 1",
                   "suite: p.txt: W2: is missing\n");
    assert_refused("W1 2 3 1 2 3 4 5 6 b1 1 3 1 2 3\nw2 3 1 1 2 3",
                   "suite: p.txt:2: expected the name of a matrix, got "
                   "\"w2\"\n");
    assert_refused("W1 2 3 1 2 3 4 5 6\nb1 1 3 1 2 nan W2 3 1 1 2 3",
                   "p.txt:2: b1: expected a number, got \"nan\"\n");
    /* Or has another name. */
    assert_refused("b1 1 1 0\nw1 2 1 1 2\nV1 2 1",
                   "suite: p.txt:2: expected the name of a matrix, got "
                   "\"w1\"\n");
    assert_refused("b1 1 1 0\n\nB1 1 1 0\nW2 1 1 1",
                   "p.txt:3: expected the name of a matrix, got \"B1\"\n");
    assert_refused("W1 2 1 1 2 W03 1 1\nb3 1 1 1 W3 1 1 1 W01 2 1",
                   "p.txt:1: expected the name of a matrix, got \"W03\"\n");
    assert_refused("W1 2 1 1 2", "p.txt:1: b1: is missing\n");
}

static void names_that_are_none_are_refused(void **state)
{
    static const char *const names[] = {
        "W01", "W0", "w1", "W1x",         "W",          "W1.5",
        "W-1", "b0", "V1", "W2147483649", "W4294967297"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char text[128], message[128];
        snprintf(text, sizeof text, "W1 2 1 1 2 b1 1 1 1\n%s 1 1 1\n",
                 names[i]);
        snprintf(message, sizeof message,
                 "suite: p.txt:2: expected the name of a matrix, got "
                 "\"%s\"\n",
                 names[i]);
        assert_refused(text, message);
    }
}

static void more_than_32_layers_are_refused(void **state)
{
    static char text[4096];
    const int units[33] = {2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                           1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                           1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    mlp net = mlp_new(32, units, sigmoid_units);
    write_to("p.txt", &net);
    assert_read("p.txt", &net);
    snprintf(text, sizeof text, "%s", file_text("p.txt"));
    append(text, sizeof text, "W33 1 1 1\nb33 1 1 1\n");
    assert_refused(text, ": W33: expected at most 32 layers\n");
    assert_refused("\nW33 1 1", "suite: p.txt:2: W33: expected at most 32 "
                                "layers\n");
    assert_refused("W999 1 1", "W999: expected at most 32 layers\n");
    mlp_free(&net);
}

static void units_from_1_to_4096_are_read(void **state)
{
    assert_refused("W1 2 0\nb1 1 0\nW2 0 1\nb2 1 1 1\n",
                   "suite: p.txt:1: W1: expected from 1 to 4096 columns, "
                   "got 0\n");
    assert_refused("W1 2 4097\nW2 4097 1\n",
                   "suite: p.txt:1: W1: expected from 1 to 4096 columns, "
                   "got 4097\n");
    assert_refused("W1 2 -3\nW2 -3 1\n", "W1: expected from 1 to 4096 "
                                         "columns, got -3\n");
    assert_refused("W1 2 9999999999\nW2 9999999999 1\n",
                   "W1: expected from 1 to 4096 columns, got 9999999999\n");
    assert_refused("W1 2 +1", "p.txt:1: W1: expected 1 column, one for "
                              "each answer, got +1\n");
    assert_refused("W1 2 many", "p.txt:1: expected the name of a matrix, "
                                "got \"many\"\n");
    assert_refused("W1 2",
                   "W1: expected 1 column, one for each answer, got "
                   "nothing\n");
    assert_refused("W1", "p.txt:1: W1: expected 2 rows, one for each unit "
                         "that it comes from, got nothing\n");
    assert_refused(
        "W1 2\n0.5 4 W2 1 1 1",
        "p.txt:2: W1: expected from 1 to 4096 columns, got 0.5\n");
    assert_refused("W1 02 1 1 2", "W1: expected 2 rows, one for each unit "
                                  "that it comes from, got 02\n");
    assert_refused("W1 2x 1 1 2", "that it comes from, got 2x\n");
    assert_refused("W1 2 4294967297 W2 1 1 1", "got 4294967297\n");
    mlp net = mlp_new(2, (int[]){2, MLP_UNITS_MOST, 1}, sigmoid_units);
    write_to("p.txt", &net);
    assert_read("p.txt", &net);
    mlp_free(&net);
}

/* A shape that is wrong in a way that only its numbers show. */
static void what_is_wrong_within_a_matrix_is_told_with_its_line(
    void **state)
{
    assert_refused("W1 2 1 1\nb1 1 1 1\n",
                   "p.txt:1: W1: expected 2 numbers, got 1\n");
    assert_refused("W1 2 1 1 2 3\nb1 1 1 1\n",
                   "W1: expected 2 numbers, got one more: \"3\"\n");
    assert_refused("W1 2 1 1 x\nb1 1 1 1\n",
                   "p.txt:1: W1: expected a number, got \"x\"\n");
    assert_refused("W1 2 1 1 nan b1 1 1 1",
                   "W1: expected a number, got \"nan\"\n");
    assert_refused("W1 2 1 1 2\nb1 2 1 1\n",
                   "p.txt:2: b1: expected the shape 1 1, got \"2\"\n");
    assert_refused("W1 2 1 1 2 b1 1 1 1\nW1 2 1 1 2\n",
                   "p.txt:2: W1: is there twice\n");
}

static void ten_million_parameters_are_the_most(void **state)
{
    const int units[] = {2, 2450, 4000, 48, 1};
    char text[256] = "", message[128];
    double count = 0.0;
    for (int l = 1; l <= 4; l++) {
        append(text, sizeof text, "W%d %d %d\n", l, units[l - 1], units[l]);
        count += (units[l - 1] + 1.0) * units[l];
    }
    assert_true(count > 1e7);
    snprintf(message, sizeof message,
             "suite: p.txt: expected at most 10000000 parameters, got "
             "%.0f\n",
             count);
    assert_refused(text, message);
    /* 4096^2 times 31 is no int. */
    text[0] = '\0';
    int large[DEPTH_MOST + 1];
    for (int l = 0; l <= DEPTH_MOST; l++)
        large[l] = MLP_UNITS_MOST;
    outcome_begin();
    mlp net = mlp_of(DEPTH_MOST, large, sigmoid_units);
    assert_fails(outcome_end(net.all != NULL),
                 "expected at most 10000000 parameters, got 537001984\n");
    /* The most, and some more. */
    outcome_begin();
    net = mlp_of(1, (int[]){3999, 2500}, tanh_units);
    assert_quiet(outcome_end(net.all != NULL));
    assert_int_equal(net.count, 10000000);
    assert_true(net.hidden.of == tanh_units.of);
    mlp_free(&net);
    outcome_begin();
    net = mlp_of(2, (int[]){1, 1, 1}, tanh_units);
    assert_quiet(outcome_end(net.count == 4));
    mlp_free(&net);
    assert_fails(outcome_of(mlp_fits("--hidden", 1, (int[]){4000, 2500})),
                 "suite: --hidden: expected at most 10000000 parameters, "
                 "got 10002500\n");
    outcome_begin();
    net = mlp_of(1, (int[]){4000, 2500}, tanh_units);
    assert_fails(outcome_end(net.all != NULL), "got 10002500\n");
}

/* Its shapes are read, then its numbers; a pipe is read once. */
static void pipe_is_read(void **state)
{
    mlp net = good_network();
    file_make("made.txt", good);
    assert_int_equal(mkfifo("p.txt", 0666), 0);
    assert_int_equal(system("cat made.txt >p.txt &"), 0);
    assert_read("p.txt", &net);
    mlp_free(&net);
}

/* Longer than what is read at once. */
static void file_of_any_length_is_read(void **state)
{
    random_stream stream = {3};
    mlp net = mlp_drawn(&stream, 2, (int[]){64, 150, 10}, tanh_units);
    write_to("p.txt", &net);
    struct stat status;
    assert_int_equal(stat("p.txt", &status), 0);
    assert_true(status.st_size > 3 * 65536);
    assert_read("p.txt", &net);
    mlp_free(&net);
    /* As long as that to the byte, and a byte less and more. */
    static char text[2 * 65536 + 2];
    net = good_network();
    for (int more = -1; more <= 1; more++)
        for (size_t blocks = 1; blocks <= 2; blocks++) {
            const size_t length = blocks * 65536 + (size_t)more;
            memset(text, ' ', length);
            memcpy(text, good, strlen(good));
            text[length - 1] = '\n';
            text[length] = '\0';
            file_make("p.txt", text);
            assert_read("p.txt", &net);
        }
    mlp_free(&net);
}

static void file_that_is_no_text_is_refused(void **state)
{
    mlp net = {.all = NULL};
    FILE *const out = fopen("p.txt", "w");
    assert_non_null(out);
    fprintf(out, "%s%c", good, '\0');
    assert_int_equal(fclose(out), 0);
    assert_fails(outcome_of(mlp_read(&net, "p.txt", 2, 1, sigmoid_units)),
                 "suite: p.txt:3: expected a text file, got a byte 0\n");
    assert_null(net.all);
    assert_fails(
        outcome_of(mlp_read(&net, "/dev/zero", 2, 1, sigmoid_units)),
        "suite: /dev/zero:1: expected a text file, got a byte 0\n");
}

static void file_that_cannot_be_read_is_refused(void **state)
{
    mlp net = {.all = NULL};
    assert_fails(
        outcome_of(mlp_read(&net, "none.txt", 2, 1, sigmoid_units)),
        "suite: none.txt: No such file");
    assert_fails(outcome_of(mlp_read(&net, ".", 2, 1, sigmoid_units)),
                 "suite: .: Is a directory");
    assert_null(net.all);
}

/* The next file to be opened gets the number that the last one had. */
static void file_is_closed_whether_good_or_bad(void **state)
{
    for (int bad = 0; bad < 2; bad++) {
        mlp net;
        file_make("p.txt", bad ? "W1 2 3 1" : good);
        outcome_begin();
        const int before = dup(0);
        close(before);
        const bool read = mlp_read(&net, "p.txt", 2, 1, tanh_units);
        const int after = dup(0);
        close(after);
        assert_true(outcome_end(read).done == !bad);
        assert_int_equal(before, after);
        if (read)
            mlp_free(&net);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(network_of_the_file_has_its_shape),
        test_in_folder(network_is_written_layer_by_layer),
        test_in_folder(network_is_written_only_where_that_was_asked_for),
        test_in_folder(parameters_come_back_to_the_bit_at_any_depth),
        test_in_folder(tenth_layer_may_stand_before_the_second),
        test_in_folder(shapes_that_do_not_chain_are_refused),
        test_in_folder(layer_that_is_missing_is_told),
        test_in_folder(names_that_are_none_are_refused),
        test_in_folder(more_than_32_layers_are_refused),
        test_in_folder(units_from_1_to_4096_are_read),
        test_in_folder(what_is_wrong_within_a_matrix_is_told_with_its_line),
        test_in_folder(ten_million_parameters_are_the_most),
        test_in_folder(pipe_is_read),
        test_in_folder(file_of_any_length_is_read),
        test_in_folder(file_that_is_no_text_is_refused),
        test_in_folder(file_that_cannot_be_read_is_refused),
        test_in_folder(file_is_closed_whether_good_or_bad),
    };
    return cmocka_run_group_tests_name("mlp_file", tests, NULL, NULL) != 0;
}
