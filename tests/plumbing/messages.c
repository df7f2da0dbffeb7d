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
        cmocka_unit_test(long_message_is_cut_and_still_one_line),
        cmocka_unit_test(output_is_flushed_before_a_message),
    };
    return cmocka_run_group_tests_name("messages", tests, NULL, NULL) != 0;
}
