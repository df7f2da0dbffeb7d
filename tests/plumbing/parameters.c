/* parameters.c: matrices in a text file. */
#define _XOPEN_SOURCE 700

#include "plumbing/parameters.h"
#include "plumbing/messages.h"
#include "plumbing/random.h"
#include "test.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The 2-3-1 network of chapter 2. */
enum { MATRICES = 4, NUMBERS = 13 };

typedef struct {
    double numbers[NUMBERS];
    matrix matrices[MATRICES];
} network;

static void network_make(network *n, double number)
{
    double *const at = n->numbers;
    for (int i = 0; i < NUMBERS; i++)
        at[i] = number;
    const matrix matrices[MATRICES] = {{"W1", 2, 3, at},
                                       {"b1", 1, 3, at + 6},
                                       {"W2", 3, 1, at + 9},
                                       {"b2", 1, 1, at + 12}};
    memcpy(n->matrices, matrices, sizeof matrices);
}

static const char good[] = "W1 2 3\n"
                           " 0.5 -0.4  0.3\n"
                           " 0.2  0.6 -0.7\n"
                           "b1 1 3\n"
                           " 0.1 -0.2  0.05\n"
                           "W2 3 1\n"
                           " 0.4 -0.5  0.6\n"
                           "b2 1 1\n"
                           " -0.1\n";

static const double good_numbers[NUMBERS] = {
    0.5, -0.4, 0.3, 0.2, 0.6, -0.7, 0.1, -0.2, 0.05, 0.4, -0.5, 0.6, -0.1};

/* Reads start.txt, and returns what was said. */
static const char *said_of_reading(network *n, bool *read)
{
    messages_begin_with("suite");
    capture_begin(2);
    *read = parameters_read("start.txt", n->matrices, MATRICES);
    return capture_end(2);
}

/* A text that is read as the good numbers. */
static void assert_read(const char *text)
{
    network n;
    bool read;
    network_make(&n, 99.0);
    file_make("start.txt", text);
    assert_string_equal(said_of_reading(&n, &read), "");
    assert_true(read);
    for (int i = 0; i < NUMBERS; i++)
        assert_same_bits(n.numbers[i], good_numbers[i]);
}

/* A text that is refused with this message. */
static void assert_refused(const char *text, const char *message)
{
    network n;
    bool read;
    network_make(&n, 99.0);
    file_make("start.txt", text);
    const char *said = said_of_reading(&n, &read);
    assert_false(read);
    assert_true(is_one_line(said));
    assert_holds(said, message);
}

static void file_of_the_design_is_read(void **state)
{
    assert_read(good);
}

static void layout_comments_and_order_are_free(void **state)
{
    assert_read("b2\n1 1 -0.1 # the last first\n"
                "# a line of comment, with W1 2 3 in it\n"
                "W1 2 3 0.5 -0.4 0.3 0.2 0.6 -0.7 W2 3 1 .4 -5e-1 0.6"
                "\n\n\nb1\t1 3\r\n+0.1\v-0.2\f0.05#end");
}

/* As a file has them that was made on Windows. */
static void byte_order_mark_at_the_beginning_is_skipped(void **state)
{
    char text[sizeof good + 100];
    const char *const after[] = {"", " ", "\n", "\r\n", "# a comment\n"};
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++) {
        snprintf(text, sizeof text, "\xEF\xBB\xBF%s%s", after[i], good);
        assert_read(text);
    }
    assert_refused("\xEF\xBB\xBF", "start.txt:1: W1: is missing");
    assert_refused("\xEF\xBB\xBF\n7", "start.txt:2: expected the name of a "
                                      "matrix, got \"7\"");
}

static void byte_order_mark_elsewhere_is_refused_and_shown(void **state)
{
    assert_refused(" \xEF\xBB\xBFW1 2 3",
                   "start.txt:1: expected the name of a matrix, got "
                   "\"\\xEF\\xBB\\xBFW1\"\n");
    assert_refused("\xEF\xBB\xBF\xEF\xBB\xBFW1 2 3",
                   "got \"\\xEF\\xBB\\xBFW1\"\n");
    assert_refused("b2 \xEF\xBB\xBF", "got \"\\xEF\\xBB\\xBF\"\n");
    assert_refused("  \xEF\xBB", "got \"\xEF\xBB\"\n");
    assert_refused("\xEF\xBBW1 2 3", "got \"\xEF\xBBW1\"\n");
    assert_refused("\xEFW1 2 3", "got \"\xEFW1\"\n");
    assert_refused("W1\xEF\xBB\xBF 2 3", "got \"W1\\xEF\\xBB\\xBF\"\n");
}

static void what_cannot_be_seen_is_shown(void **state)
{
    assert_refused("\xC2\xA0W1 2 3",
                   "suite: start.txt:1: expected the name of a matrix, got "
                   "\"\\xC2\\xA0W1\"\n");
}

static void file_with_the_line_ends_of_windows_is_read(void **state)
{
    static char text[2 * sizeof good];
    char *end = text;
    for (const char *c = good; *c != '\0'; c++) {
        if (*c == '\n')
            *end++ = '\r';
        *end++ = *c;
    }
    *end = '\0';
    assert_read(text);
    assert_refused("W1 2 3\r\n1 2 3\r\n4 fast 6\r\n",
                   "start.txt:3: W1: expected a number, got \"fast\"\n");
}

/* A word may be any double, exactly; no file needs a longer one. */
static void word_has_at_most_1198_letters(void **state)
{
    static char text[3000];
    for (int zeros = 1194; zeros <= 1195; zeros++) { /* after "-0.1" */
        snprintf(text, sizeof text, "%.*s-0.1%0*d#\n",
                 (int)strlen(good) - 5, good, zeros, 0);
        if (zeros == 1194)
            assert_read(text);
        else
            assert_refused(text, "start.txt:9: expected a text file, got a "
                                 "word without end\n");
    }
    memset(text, 'W', 2500);
    text[2500] = '\0';
    assert_refused(text, "start.txt:1: expected a text file, got a word");
}

static void line_longer_than_any_buffer_is_read(void **state)
{
    static char text[100000];
    memset(text, ' ', sizeof text - 1);
    text[50000] = '#';
    memcpy(text + 60000, "\n", 1);
    strcpy(text + 70000, good);
    assert_read(text);
}

static void numbers_round_trip_to_the_bit(void **state)
{
    const double extremes[NUMBERS] = {0.0,
                                      -0.0,
                                      DBL_MAX,
                                      -DBL_MAX,
                                      DBL_MIN,
                                      DBL_TRUE_MIN,
                                      -5e-324,
                                      0.1,
                                      1.0 / 3.0,
                                      1e23,
                                      2.2250738585072011e-308,
                                      -1e-310,
                                      123456789012345678.0};
    random_stream stream = {1};
    for (int round = 0; round < 200; round++) {
        network out, in;
        output_file file;
        bool read;
        network_make(&out, 0.0);
        network_make(&in, 99.0);
        for (int i = 0; i < NUMBERS; i++) {
            /* any 64 bits, but not infinity or NaN */
            const uint64_t bits = random_bits(&stream);
            memcpy(&out.numbers[i], &bits, sizeof bits);
            if (round == 0 || !isfinite(out.numbers[i]))
                out.numbers[i] = extremes[i];
        }
        assert_true(output_open(&file, "start.txt"));
        parameters_write(&file, out.matrices, MATRICES);
        assert_true(output_commit(&file));
        assert_string_equal(said_of_reading(&in, &read), "");
        assert_true(read);
        assert_memory_equal(in.numbers, out.numbers, sizeof in.numbers);
    }
}

static void file_is_written_row_by_row(void **state)
{
    network n;
    output_file file;
    network_make(&n, 0.0);
    for (int i = 0; i < NUMBERS; i++)
        n.numbers[i] = i + 0.5;
    assert_true(output_open(&file, "out.txt"));
    parameters_write(&file, n.matrices, MATRICES);
    assert_true(output_commit(&file));
    assert_string_equal(file_text("out.txt"),
                        "W1 2 3\n 0.5 1.5 2.5\n 3.5 4.5 5.5\n"
                        "b1 1 3\n 6.5 7.5 8.5\n"
                        "W2 3 1\n 9.5\n 10.5\n 11.5\n"
                        "b2 1 1\n 12.5\n");
}

static void too_few_numbers_are_refused(void **state)
{
    assert_refused("W1 2 3\n 1 2 3\n 4 5\nb1 1 3 1 2 3\n",
                   "start.txt:1: W1: expected 6 numbers, got 5");
    /* the example of the design */
    assert_refused("b1 1 3 0.1 -0.2 0.05\n\n\nW2 3 1\n 0.4 -0.5\n"
                   "b2 1 1 -0.1\n",
                   "suite: start.txt:4: W2: expected 3 numbers, got 2\n");
    assert_refused("W1 2 3 1 2 3 4 5 6 b1 1 3 1 2 3\nW2 3 1 1 2\n\n",
                   "start.txt:2: W2: expected 3 numbers, got 2\n");
    assert_refused("W1 2 3", "start.txt:1: W1: expected 6 numbers, got 0");
}

static void too_many_numbers_are_refused(void **state)
{
    assert_refused("b2 1 1\n -0.1\n 7\n",
                   "start.txt:3: b2: expected 1 number, got one more: "
                   "\"7\"");
    assert_refused("W1 2 3 1 2 3 4 5 6 7\n",
                   "start.txt:1: W1: expected 6 numbers, got one more: "
                   "\"7\"");
    assert_refused("7 b2 1 1\n -0.1\n",
                   "start.txt:1: expected the name of a matrix, got "
                   "\"7\"");
}

static void words_that_are_no_numbers_are_refused(void **state)
{
    assert_refused("b2 1 1\n fast\n",
                   "start.txt:2: b2: expected a number, got \"fast\"");
    assert_refused("b2 1 1 nan\n",
                   "start.txt:1: b2: expected a number, got \"nan\"");
    assert_refused("b2 1 1 inf", "expected a number, got \"inf\"");
    assert_refused("b2 1 1 0x1p3", "expected a number, got \"0x1p3\"");
    assert_refused("b2 1 1 1e999", "expected a number, got \"1e999\"");
    assert_refused("b2 1 1 1,5", "expected a number, got \"1,5\"");
    assert_refused("b2 1 1 1.5x", "expected a number, got \"1.5x\"");
    assert_refused("b1 1 3 1 2 \"3\"", "expected a number");
}

static void wrong_shapes_are_refused(void **state)
{
    assert_refused("\nW1 3 2 1 2 3 4 5 6\n",
                   "start.txt:2: W1: expected the shape 2 3, got \"3\"");
    assert_refused("W1 2 4 1 2 3 4 5 6 7 8",
                   "start.txt:1: W1: expected the shape 2 3, got \"4\"");
    assert_refused("W1 2.0 3 1 2 3 4 5 6", "expected the shape 2 3");
    assert_refused("W1 two three", "expected the shape 2 3");
    assert_refused("W1\n",
                   "suite: start.txt:1: W1: expected the shape 2 3, "
                   "got the end of the file\n");
    assert_refused("W1 2 b1", "W1: expected the shape 2 3, got \"b1\"");
    assert_refused("W1 02 3", "W1: expected the shape 2 3, got \"02\"");
    assert_refused("W1 2", "W1: expected the shape 2 3, got the end of");
}

static void unknown_missing_and_doubled_matrices_are_refused(void **state)
{
    assert_refused(
        "W3 1 1 0",
        "start.txt:1: expected the name of a matrix, got \"W3\"");
    assert_refused("w1 2 3 1 2 3 4 5 6", "got \"w1\"");
    assert_refused("b2 1 1 0\n\nb2 1 1 0\n",
                   "start.txt:3: b2: is there twice");
    assert_refused("W1 2 3 1 2 3 4 5 6\nb1 1 3 1 2 3\nW2 3 1 1 2 3\n",
                   "b2: is missing");
    assert_refused("", "start.txt:0: W1: is missing");
    assert_refused("\n", "start.txt:1: W1: is missing");
    assert_refused("\n\n#", "start.txt:3: W1: is missing");
    assert_refused("# nothing but a comment\n", "W1: is missing");
}

static void fault_after_good_matrices_is_refused(void **state)
{
    char text[sizeof good + 16];
    snprintf(text, sizeof text, "%sb3 1 1 0\n", good);
    assert_refused(text, "start.txt:10: expected the name of a matrix");
}

static void control_characters_do_not_break_the_message(void **state)
{
    assert_refused("b2 1 1 a\x01\x1b"
                   "b\n",
                   "expected a number, got \"a??b\"");
}

/* Wherever its byte 0 is: after a matrix, in a comment, in a shape, in a
   word, before what would be refused. */
static void binary_file_is_refused(void **state)
{
    static const struct {
        const char *before, *after;
        int line;
    } files[] = {
        {good, "", 10},         {"", good, 1},
        {good, "# \n", 10},     {"# ", "\n", 1},
        {"W1 ", "2 3", 1},      {"W1 2 3\n1 2 ", "", 2},
        {"b2 1 1\n0.5", "", 2}, {"W", "1 2 3\n", 1},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        network n;
        bool read;
        char expected[80];
        network_make(&n, 99.0);
        FILE *file = fopen("start.txt", "w");
        assert_non_null(file);
        fprintf(file, "%s%c%s", files[i].before, '\0', files[i].after);
        fclose(file);
        const char *said = said_of_reading(&n, &read);
        assert_false(read);
        snprintf(expected, sizeof expected,
                 "suite: start.txt:%d: expected a text file, got a byte "
                 "0\n",
                 files[i].line);
        assert_string_equal(said, expected);
    }
}

static void file_that_cannot_be_read_is_refused(void **state)
{
    const char *const names[] = {"none.txt", "none/start.txt", "."};
    for (int i = 0; i < 3; i++) {
        network n;
        network_make(&n, 99.0);
        messages_begin_with("suite");
        capture_begin(2);
        const bool read = parameters_read(names[i], n.matrices, MATRICES);
        const char *said = capture_end(2);
        assert_false(read);
        assert_true(is_one_line(said));
        assert_holds(said, "suite: ");
        assert_holds(said, names[i]);
    }
}

static void matrices_may_be_many_and_large(void **state)
{
    enum { ALL = 600, EACH = ALL / 10 };
    double out[ALL], in[ALL];
    char names[10][16];
    matrix matrices[10];
    output_file file;
    for (int i = 0; i < 10; i++) {
        snprintf(names[i], sizeof names[i], "W%d", i);
        matrices[i] = (matrix){names[i], 4, EACH / 4, &out[i * EACH]};
    }
    for (int i = 0; i < ALL; i++)
        out[i] = 1.0 / (i + 1);
    assert_true(output_open(&file, "start.txt"));
    parameters_write(&file, matrices, 10);
    assert_true(output_commit(&file));
    for (int i = 0; i < 10; i++)
        matrices[i].values = &in[i * EACH];
    assert_true(parameters_read("start.txt", matrices, 10));
    assert_memory_equal(in, out, sizeof in);
}

/* A pipe cannot be read twice. */
static void pipe_is_read_once(void **state)
{
    network n;
    bool read;
    network_make(&n, 99.0);
    file_make("made.txt", good);
    assert_int_equal(mkfifo("start.txt", 0666), 0);
    assert_int_equal(system("cat made.txt >start.txt &"), 0);
    assert_string_equal(said_of_reading(&n, &read), "");
    assert_true(read);
    for (int i = 0; i < NUMBERS; i++)
        assert_same_bits(n.numbers[i], good_numbers[i]);
}

/* Of a file with other names and shapes than any that are asked for. */

/* What was found, as a text, up to so many. */
typedef struct {
    char text[1024];
    int most;
} shapes;

static bool shape_add(void *state, char words[3][SHAPE_WORD], long line)
{
    shapes *const s = state;
    const size_t used = strlen(s->text);
    snprintf(s->text + used, sizeof s->text - used, "%ld:%s %sx%s ", line,
             words[0], words[1], words[2]);
    return --s->most != 0;
}

/* Reads the shapes in a text of so many bytes, and returns what was said. */
static const char *said_of_shapes(const char *text, size_t length,
                                  shapes *s, bool *read)
{
    FILE *const stream = tmpfile();
    assert_non_null(stream);
    assert_int_equal(fwrite(text, 1, length, stream), length);
    rewind(stream);
    messages_begin_with("suite");
    capture_begin(2);
    *read = parameters_shapes(stream, "s.txt", shape_add, s);
    const char *said = capture_end(2);
    fclose(stream);
    return said;
}

static void assert_shapes(const char *text, const char *expected)
{
    shapes s = {"", -1};
    bool read;
    assert_string_equal(said_of_shapes(text, strlen(text), &s, &read), "");
    assert_true(read);
    assert_string_equal(s.text, expected);
}

static void each_matrix_is_found_with_its_shape_and_its_line(void **state)
{
    assert_shapes(good, "1:W1 2x3 4:b1 1x3 6:W2 3x1 8:b2 1x1 ");
    assert_shapes("", "");
    assert_shapes("# W1 2 3\n 1 2 3 -e .5", "");
    assert_shapes("\xEF\xBB\xBF\n\nV 7 12 9 9\r\n9 # x 1 1\nx_y 1\n2 3",
                  "3:V 7x12 6:x_y 1x2 ");
}

/* Whoever asked for it decides whether that will do. */
static void shapes_are_told_as_they_are_written(void **state)
{
    assert_shapes("W1", "1:W1 x ");
    assert_shapes("W1 2", "1:W1 2x ");
    assert_shapes("W1 2\n", "1:W1 2x ");
    assert_shapes("W1 two 3 4", "1:W1 x 1:two 3x4 ");
    assert_shapes("W1 -2 3.5 4", "1:W1 -2x3.5 ");
    assert_shapes("W1 b1 1 3", "1:W1 x 1:b1 1x3 ");
    assert_shapes("W1 123456789012 098 1", "1:W1 123456789012x098 ");
}

static void long_words_are_found_in_part(void **state)
{
    const char of_64[] = "W234567890123456789012345678901234567890123456789"
                         "012345678901234";
    char text[256], expected[256];
    snprintf(text, sizeof text, "%s 1%.62s 2%.63s", of_64, of_64, of_64);
    snprintf(expected, sizeof expected, "1:%.63s 1%.62sx2%.62s ", of_64,
             of_64, of_64);
    assert_shapes(text, expected);
}

static void search_for_shapes_ends_when_enough_are_found(void **state)
{
    for (int most = 1; most <= 5; most++) {
        shapes s = {"", most};
        bool read;
        assert_string_equal(said_of_shapes(good, strlen(good), &s, &read),
                            "");
        assert_true(read == (most == 5));
        const char *const all = "1:W1 2x3 4:b1 1x3 6:W2 3x1 8:b2 1x1 ";
        const size_t lengths[] = {0, 9, 18, 27, 36, 36};
        assert_int_equal(strlen(s.text), lengths[most]);
        assert_memory_equal(s.text, all, lengths[most]);
    }
}

/* Also between a name and its shape, of which then nothing is told. */
static void shapes_of_what_is_no_text_are_refused(void **state)
{
    static const struct {
        const char *text;
        size_t length;
        const char *found;
        int line;
    } files[] = {{"W1 2 3\n1\0", 9, "1:W1 2x3 ", 2},
                 {"\0", 1, "", 1},
                 {"W1\n2\0 3", 7, "", 2},
                 {"W1 2 \0 3", 8, "", 1}};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        shapes s = {"", -1};
        bool read;
        char expected[80];
        const char *const said =
            said_of_shapes(files[i].text, files[i].length, &s, &read);
        snprintf(expected, sizeof expected,
                 "suite: s.txt:%d: expected a text file, got a byte 0\n",
                 files[i].line);
        assert_string_equal(said, expected);
        assert_false(read);
        assert_string_equal(s.text, files[i].found);
    }
}

/* A stream is read from where it is, and stays open. */
static void parameters_are_read_from_a_stream(void **state)
{
    network n;
    network_make(&n, 99.0);
    FILE *const stream = tmpfile();
    assert_non_null(stream);
    assert_true(fputs(good, stream) >= 0);
    for (int round = 0; round < 2; round++) {
        rewind(stream);
        assert_true(
            parameters_read_from(stream, "s.txt", n.matrices, MATRICES));
        for (int i = 0; i < NUMBERS; i++)
            assert_same_bits(n.numbers[i], good_numbers[i]);
    }
    messages_begin_with("suite");
    capture_begin(2);
    const bool again =
        parameters_read_from(stream, "s.txt", n.matrices, MATRICES);
    assert_string_equal(capture_end(2), "suite: s.txt:0: W1: is missing\n");
    assert_false(again);
    fclose(stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(file_of_the_design_is_read),
        test_in_folder(layout_comments_and_order_are_free),
        test_in_folder(byte_order_mark_at_the_beginning_is_skipped),
        test_in_folder(byte_order_mark_elsewhere_is_refused_and_shown),
        test_in_folder(what_cannot_be_seen_is_shown),
        test_in_folder(file_with_the_line_ends_of_windows_is_read),
        test_in_folder(word_has_at_most_1198_letters),
        test_in_folder(line_longer_than_any_buffer_is_read),
        test_in_folder(numbers_round_trip_to_the_bit),
        test_in_folder(file_is_written_row_by_row),
        test_in_folder(too_few_numbers_are_refused),
        test_in_folder(too_many_numbers_are_refused),
        test_in_folder(words_that_are_no_numbers_are_refused),
        test_in_folder(wrong_shapes_are_refused),
        test_in_folder(unknown_missing_and_doubled_matrices_are_refused),
        test_in_folder(fault_after_good_matrices_is_refused),
        test_in_folder(control_characters_do_not_break_the_message),
        test_in_folder(binary_file_is_refused),
        test_in_folder(file_that_cannot_be_read_is_refused),
        test_in_folder(matrices_may_be_many_and_large),
        test_in_folder(pipe_is_read_once),
        cmocka_unit_test(each_matrix_is_found_with_its_shape_and_its_line),
        cmocka_unit_test(shapes_are_told_as_they_are_written),
        cmocka_unit_test(long_words_are_found_in_part),
        cmocka_unit_test(search_for_shapes_ends_when_enough_are_found),
        cmocka_unit_test(shapes_of_what_is_no_text_are_refused),
        cmocka_unit_test(parameters_are_read_from_a_stream),
    };
    return cmocka_run_group_tests_name("parameters", tests, NULL, NULL) !=
           0;
}
