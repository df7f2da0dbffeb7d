/* messages.c: one line a message, whatever it is about. */
#include "plumbing/messages.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static void message_begins_with_the_program_and_is_formatted(void **state)
{
    messages_begin_with("02-network");
    capture_begin(1);
    capture_begin(2);
    const bool fine = complain("%s:%d: expected %g", "a.txt", 4, 0.5);
    assert_string_equal(capture_end(2),
                        "02-network: a.txt:4: expected 0.5\n");
    assert_string_equal(capture_end(1), "");
    assert_false(fine);
}

static void control_characters_are_printed_as_question_marks(void **state)
{
    messages_begin_with("p");
    capture_begin(2);
    complain("got \"%s\"", "a\nb\tc\rd\x1b[1me\x7f");
    assert_string_equal(capture_end(2), "p: got \"a?b?c?d?[1me?\"\n");
}

static void letters_beyond_ascii_are_printed_as_they_are(void **state)
{
    messages_begin_with("p");
    capture_begin(2);
    complain("got \"%s\"", "η = ½");
    assert_string_equal(capture_end(2), "p: got \"η = ½\"\n");
}

/* In UTF-8, byte by byte: the ends of each range that leaves nothing to
   see, and their neighbours, which are printed as they are. */
static void what_cannot_be_seen_is_shown_as_its_bytes(void **state)
{
    static const char *const unseen[][2] = {
        {"\xC2\x80", "\\xC2\\x80"},
        {"\xC2\xA0", "\\xC2\\xA0"},
        {"\xC2\xAD", "\\xC2\\xAD"},
        {"\xE2\x80\x8B", "\\xE2\\x80\\x8B"},
        {"\xE2\x80\x8F", "\\xE2\\x80\\x8F"},
        {"\xE2\x80\xA8", "\\xE2\\x80\\xA8"},
        {"\xE2\x80\xAF", "\\xE2\\x80\\xAF"},
        {"\xE2\x81\x9F", "\\xE2\\x81\\x9F"},
        {"\xE2\x81\xAF", "\\xE2\\x81\\xAF"},
        {"\xE3\x80\x80", "\\xE3\\x80\\x80"},
        {"\xEF\xBB\xBF", "\\xEF\\xBB\\xBF"},
    };
    static const char *const seen[] = {
        "\xC2\xA1",     "\xC2\xAC",     "\xC2\xAE",     "\xC3\x80",
        "\xE2\x80\x8A", "\xE2\x80\x90", "\xE2\x80\xA7", "\xE2\x80\xB0",
        "\xE2\x81\x9E", "\xE2\x81\xB0", "\xE3\x80\x81", "\xE3\x81\x80",
        "\xEF\xBB\xBE", "\xEF\xBC\x80", "\xE2\x82\xA0", "ü",
        "\xC2",         "\xE2\x80",     "\xEF\xBB",     "\xE2\x80!",
        "\xA0",         "\x80",
    };
    messages_begin_with("p");
    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++) {
        char expected[64];
        snprintf(expected, sizeof expected, "p: %s%sW%s\n", unseen[i][1],
                 unseen[i][1], unseen[i][1]);
        capture_begin(2);
        complain("%s%sW%s", unseen[i][0], unseen[i][0], unseen[i][0]);
        assert_string_equal(capture_end(2), expected);
    }
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
        char expected[64];
        snprintf(expected, sizeof expected, "p: %s W%s\n", seen[i],
                 seen[i]);
        capture_begin(2);
        complain("%s W%s", seen[i], seen[i]);
        assert_string_equal(capture_end(2), expected);
    }
}

/* Each character that is shown as its bytes takes four times the room. */
static void long_message_of_what_cannot_be_seen_fits(void **state)
{
    char text[2000] = "";
    for (int i = 0; i < 600; i++)
        strcat(text, "\xC2\xA0");
    messages_begin_with("p");
    capture_begin(2);
    complain("%s", text);
    const char *message = capture_end(2);
    assert_true(is_one_line(message));
    assert_int_equal(strncmp(message, "p: \\xC2\\xA0\\xC2", 15), 0);
    assert_in_range(strlen(message), 4000, 4100);
}

static void long_message_is_cut_and_still_one_line(void **state)
{
    char text[5000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    messages_begin_with("p");
    capture_begin(2);
    complain("%s", text);
    const char *message = capture_end(2);
    assert_true(is_one_line(message));
    assert_in_range(strlen(message), 500, 1100);
}

/* What was printed before stands before the message where both go to one
   place. */
static void output_is_flushed_before_a_message(void **state)
{
    messages_begin_with("p");
    char seen[64] = "";
    capture_begin(1);
    capture_begin(2);
    fputs("printed before", stdout);
    complain("now");
    FILE *same = fopen("/dev/fd/1", "r");
    if (same != NULL) {
        seen[fread(seen, 1, sizeof seen - 1, same)] = '\0';
        fclose(same);
    }
    capture_end(2);
    capture_end(1);
    assert_string_equal(seen, "printed before");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(message_begins_with_the_program_and_is_formatted),
        cmocka_unit_test(control_characters_are_printed_as_question_marks),
        cmocka_unit_test(letters_beyond_ascii_are_printed_as_they_are),
        cmocka_unit_test(what_cannot_be_seen_is_shown_as_its_bytes),
        cmocka_unit_test(long_message_of_what_cannot_be_seen_fits),
        cmocka_unit_test(long_message_is_cut_and_still_one_line),
        cmocka_unit_test(output_is_flushed_before_a_message),
    };
    return cmocka_run_group_tests_name("messages", tests, NULL, NULL) != 0;
}
