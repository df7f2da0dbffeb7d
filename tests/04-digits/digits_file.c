/* digits_file.c: digits from a file, and what is said of one that is wrong. */
#define _XOPEN_SOURCE 700

#include "04-digits/digits_file.h"
#include "running.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Adds a line of 64 times the pixel, then the digit. */
static void line_add(char text[], size_t size, const char *pixel,
                     const char *digit, const char *end)
{
    for (int k = 0; k < PIXELS; k++)
        append(text, size, "%s,", pixel);
    append(text, size, "%s%s", digit, end);
}

/* Two good lines, whose row number 0 has its column numbers mod 17. */
static char good[2048];

static int good_make(void **state)
{
    (void)state;
    for (int k = 0; k < PIXELS; k++)
        append(good, sizeof good, "%d,", k % 17);
    append(good, sizeof good, "7\n");
    line_add(good, sizeof good, "16", "9", "\n");
    return 0;
}

/* A file of these two rows. */
static void assert_good(const char *text)
{
    dataset d;
    file_make("d.csv", text);
    assert_quiet(outcome_of(dataset_read(&d, "d.csv")));
    assert_int_equal(d.rows, 2);
    for (int k = 0; k < PIXELS; k++) {
        assert_int_equal(d.numbers[k], k % 17);
        assert_int_equal(d.numbers[COLUMNS + k], 16);
    }
    assert_int_equal(d.numbers[PIXELS], 7);
    assert_int_equal(d.numbers[COLUMNS + PIXELS], 9);
    dataset_free(&d);
    assert_int_equal(d.rows, 0);
    assert_null(d.numbers);
}

static void assert_refused(const char *text, const char *message)
{
    dataset d = digits;
    file_make("d.csv", text);
    assert_fails(outcome_of(dataset_read(&d, "d.csv")), message);
    assert_int_equal(d.rows, 0);
    assert_null(d.numbers);
}

static void rows_are_read_in_their_order(void **state)
{
    assert_good(good);
}

/* The text of the good file with each from replaced, at most n times. */
static const char *with(const char *from, const char *to, int n)
{
    static char text[8192];
    text[0] = '\0';
    for (const char *at = good; *at != '\0';) {
        if (n > 0 && strncmp(at, from, strlen(from)) == 0) {
            append(text, sizeof text, "%s", to);
            at += strlen(from);
            n--;
        } else {
            append(text, sizeof text, "%c", *at++);
        }
    }
    return text;
}

static void layout_that_means_nothing_is_let_pass(void **state)
{
    enum { ALL = 999 };
    assert_good(with("\n", ",\n", ALL));
    assert_good(with("\n", " , \t \n", ALL));
    assert_good(with("\n", "\r\n", ALL));
    assert_good(with("\n", ",\r\n", ALL));
    assert_good(with("\n", "\n\n \t\n\r\n", ALL));
    assert_good(with("0,", "\n\n0,", 1));
    assert_good(with("0,",
                     "\xEF\xBB\xBF"
                     "0,",
                     1));
    assert_good(with("0,", "\xEF\xBB\xBF\n0,", 1));
    assert_good(with(",", " , ", ALL));
    assert_good(with(",", "\t,\t\t", ALL));
    assert_good(with("16", "0016", ALL));
    assert_good(with(",9\n", ",9", 1));
    assert_good(with(",9\n", ",9,", 1));
    assert_good(with(",9\n", ",9\n\n", 1));
}

static void file_is_good_if_its_rows_are_the_books(void **state)
{
    static char text[1797 * COLUMNS * 3 + 1];
    char *end = text;
    for (int k = 0; k < 1797 * COLUMNS; k++)
        end += sprintf(end, "%d%c", digits.numbers[k],
                       k % COLUMNS == PIXELS ? '\n' : ',');
    file_make("d.csv", text);
    dataset d;
    assert_quiet(outcome_of(dataset_read(&d, "d.csv")));
    assert_int_equal(d.rows, 1797);
    assert_memory_equal(d.numbers, digits.numbers, 1797 * COLUMNS);
    dataset_free(&d);
}

static void number_that_is_no_pixel_is_refused(void **state)
{
    static const char *const bad[] = {"17",
                                      "-1",
                                      "+1",
                                      "1.0",
                                      "1e1",
                                      "x",
                                      "1 2",
                                      "0x1",
                                      "",
                                      " ",
                                      "18446744073709551617",
                                      "nan",
                                      "1;",
                                      "\"1\""};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char to[64], message[160];
        snprintf(to, sizeof to, ",2,%s,", bad[i]);
        snprintf(message, sizeof message,
                 "suite: d.csv:1: number 4, a pixel: expected a whole "
                 "number from 0 to 16, got \"%s\"\n",
                 bad[i]);
        assert_refused(with(",2,3,", to, 1), message);
    }
    assert_refused(with("0,1,", "17,1,", 1), "d.csv:1: number 1, a pixel:");
    assert_refused(with("16,9", "17,9", 1), "d.csv:2: number 64, a pixel:");
}

static void number_that_is_no_digit_is_refused(void **state)
{
    static const char *const bad[] = {"10", "16", "-1", "seven", "9.0"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char to[64], message[160];
        snprintf(to, sizeof to, ",%s\n", bad[i]);
        snprintf(message, sizeof message,
                 "suite: d.csv:2: number 65, the digit: expected a whole "
                 "number from 0 to 9, got \"%s\"\n",
                 bad[i]);
        assert_refused(with(",9\n", to, 1), message);
    }
    assert_good(with(",9\n", ", 09\n", 1));
}

static void lines_of_another_length_are_refused(void **state)
{
    assert_refused(with("0,1,", "1,", 1),
                   "suite: d.csv:1: expected 65 numbers, got 64\n");
    assert_refused(with(",9\n", "\n", 1),
                   "suite: d.csv:2: expected 65 numbers, got 64\n");
    assert_refused(with("0,1,", "0,0,1,", 1),
                   "d.csv:1: number 65, the digit: expected a whole number "
                   "from 0 to 9, got \"12\"");
    assert_refused(with(",9\n", ",9,1\n", 1),
                   "suite: d.csv:2: expected 65 numbers, got more\n");
    assert_refused(with(",9\n", ",9,,\n", 1),
                   "suite: d.csv:2: expected 65 numbers, got more\n");
    assert_refused("7\n", "suite: d.csv:1: expected 65 numbers, got 1\n");
    assert_refused("pixel,label\n", "d.csv:1: number 1, a pixel: expected");
}

/* Lines are counted with the blank ones. */
static void line_of_a_fault_is_that_of_the_file(void **state)
{
    assert_refused(with(",7\n", ",7\n\n\r\n \nx", 1),
                   "d.csv:5: number 1, a pixel: expected a whole number "
                   "from 0 to 16, got \"x16\"");
}

/* What stands after one would not be seen. */
static void carriage_return_within_a_line_is_refused(void **state)
{
    assert_refused(with(",7\n", ",7\r1\n", 1),
                   "d.csv:1: number 65, the digit: expected a whole number "
                   "from 0 to 9, got \"7?1\"\n");
    assert_refused(with(",7\n", ",7\r", 1), "d.csv:1: number 65");
}

static void comma_alone_is_no_blank_line(void **state)
{
    assert_refused(with(",7\n", ",7\n,\n", 1),
                   "d.csv:2: number 1, a pixel: expected a whole number");
}

static void long_fields_are_told_in_part(void **state)
{
    char field[101];
    memset(field, 'x', 100);
    field[100] = '\0';
    assert_refused(with("0", field, 1),
                   "got \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"\n");
}

static void line_without_end_is_refused(void **state)
{
    static char text[8000];
    memset(text, ' ', sizeof text - 1);
    memcpy(text, "\n", 1);
    assert_refused(text, "suite: d.csv:2: expected 65 numbers, got a line "
                         "of more than 4094 bytes\n");
    /* Just short enough, with its end, and too long by one. */
    for (int more = 0; more < 2; more++) {
        text[0] = '\0';
        line_add(text, sizeof text, "1", "1", "\n");
        line_add(text, sizeof text, "1", "1", "");
        const size_t line = strlen(text) / 2, first = line + 1;
        memset(text + first + line, ' ', 4094 + (size_t)more - line);
        strcpy(text + first + 4094 + more, "\n");
        if (more == 1) {
            assert_refused(text, "d.csv:2: expected 65 numbers, got a line "
                                 "of more than 4094 bytes\n");
            continue;
        }
        dataset d;
        file_make("d.csv", text);
        assert_quiet(outcome_of(dataset_read(&d, "d.csv")));
        assert_int_equal(d.rows, 2);
        dataset_free(&d);
    }
}

/* At the beginning of a line, where it would be blank; and after a good
   row, where the rest would not be seen. */
static void binary_file_is_refused(void **state)
{
    const char *const before[] = {good, "", "\n\n", "1,2"};
    const int lines[] = {3, 1, 3, 1};
    for (int i = 0; i < 4; i++)
        for (int after = 0; after < 2; after++) {
            dataset d;
            char expected[80];
            FILE *const out = fopen("d.csv", "w");
            assert_non_null(out);
            fprintf(out, "%s%c%s", before[i], '\0', after ? good : "");
            assert_int_equal(fclose(out), 0);
            snprintf(expected, sizeof expected,
                     "suite: d.csv:%d: expected a text file, got a byte "
                     "0\n",
                     lines[i]);
            assert_fails(outcome_of(dataset_read(&d, "d.csv")), expected);
        }
}

static void fewer_than_two_rows_are_refused(void **state)
{
    char text[512] = "";
    assert_refused("", "suite: d.csv: expected at least 2 rows, got 0\n");
    assert_refused("\n\n", "d.csv: expected at least 2 rows, got 0\n");
    line_add(text, sizeof text, "3", "3", "\n");
    assert_refused(text, "d.csv: expected at least 2 rows, got 1\n");
    line_add(text, sizeof text, "3", "3", "\n");
    dataset d;
    file_make("d.csv", text);
    assert_true(dataset_read(&d, "d.csv"));
    assert_int_equal(d.rows, 2);
    dataset_free(&d);
}

/* More than fit where the first were read to, with each row in its place. */
static void rows_may_be_many(void **state)
{
    enum { MANY = 5000 };
    FILE *const out = fopen("d.csv", "w");
    assert_non_null(out);
    for (int n = 0; n < MANY; n++) {
        for (int k = 0; k < PIXELS; k++)
            fprintf(out, "%d,", (n / (k + 1)) % 17);
        fprintf(out, "%d\n", n % 10);
    }
    assert_int_equal(fclose(out), 0);
    dataset d;
    assert_quiet(outcome_of(dataset_read(&d, "d.csv")));
    assert_int_equal(d.rows, MANY);
    for (int n = 0; n < MANY; n++) {
        for (int k = 0; k < PIXELS; k++)
            assert_int_equal(d.numbers[n * COLUMNS + k],
                             (n / (k + 1)) % 17);
        assert_int_equal(d.numbers[n * COLUMNS + PIXELS], n % 10);
    }
    dataset_free(&d);
}

static void fault_after_good_rows_leaves_nothing(void **state)
{
    char text[2600];
    snprintf(text, sizeof text, "%s\n,,,\n", good);
    assert_refused(text, "d.csv:4: number 1, a pixel: expected a whole "
                         "number from 0 to 16, got \"\"\n");
}

static void file_that_cannot_be_read_is_refused(void **state)
{
    dataset d = digits;
    assert_fails(outcome_of(dataset_read(&d, "none.csv")),
                 "suite: none.csv: No such file");
    assert_null(d.numbers);
    assert_fails(outcome_of(dataset_read(&d, ".")),
                 "suite: .: Is a directory\n");
    assert_null(d.numbers);
}

/* The next file to be opened gets the number that the last one had. */
static void file_is_closed_whether_good_or_bad(void **state)
{
    for (int bad = 0; bad < 2; bad++) {
        dataset d;
        file_make("d.csv", bad ? "1,2\n" : good);
        outcome_begin();
        const int before = dup(0);
        close(before);
        const bool read = dataset_read(&d, "d.csv");
        const int after = dup(0);
        close(after);
        assert_true(outcome_end(read).done == !bad);
        assert_int_equal(before, after);
        dataset_free(&d);
    }
}

static void pipe_is_read(void **state)
{
    dataset d;
    file_make("made.csv", good);
    assert_int_equal(mkfifo("d.csv", 0666), 0);
    assert_int_equal(system("cat made.csv >d.csv &"), 0);
    assert_quiet(outcome_of(dataset_read(&d, "d.csv")));
    assert_int_equal(d.rows, 2);
    dataset_free(&d);
}

/* Those that come with the book are nobody's to give back. */
static void digits_of_the_book_are_not_freed(void **state)
{
    dataset d = digits;
    dataset_free(&d);
    assert_null(d.numbers);
    assert_int_equal(d.rows, 0);
    assert_int_equal(digits.numbers[2], 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(rows_are_read_in_their_order),
        test_in_folder(layout_that_means_nothing_is_let_pass),
        test_in_folder(file_is_good_if_its_rows_are_the_books),
        test_in_folder(number_that_is_no_pixel_is_refused),
        test_in_folder(number_that_is_no_digit_is_refused),
        test_in_folder(lines_of_another_length_are_refused),
        test_in_folder(line_of_a_fault_is_that_of_the_file),
        test_in_folder(carriage_return_within_a_line_is_refused),
        test_in_folder(comma_alone_is_no_blank_line),
        test_in_folder(long_fields_are_told_in_part),
        test_in_folder(line_without_end_is_refused),
        test_in_folder(binary_file_is_refused),
        test_in_folder(fewer_than_two_rows_are_refused),
        test_in_folder(rows_may_be_many),
        test_in_folder(fault_after_good_rows_leaves_nothing),
        test_in_folder(file_that_cannot_be_read_is_refused),
        test_in_folder(file_is_closed_whether_good_or_bad),
        test_in_folder(pipe_is_read),
        cmocka_unit_test(digits_of_the_book_are_not_freed),
    };
    return cmocka_run_group_tests_name("digits_file", tests, good_make,
                                       NULL) != 0;
}
