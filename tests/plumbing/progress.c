/* progress.c: the bar, drawn where there is a terminal and nowhere else. */
#define _XOPEN_SOURCE 700

#include "plumbing/progress.h"
#include "test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void nothing_is_drawn_when_there_is_no_terminal(void **state)
{
    capture_begin(2);
    progress_bar bar = progress_begin("starts", 10);
    for (size_t i = 0; i <= 10; i++)
        progress_show(&bar, i);
    progress_end(&bar);
    assert_string_equal(capture_end(2), "");
    assert_false(bar.terminal);
}

/* As on a terminal, but into a file. */
static void bar_fills_and_is_wiped_away(void **state)
{
    progress_bar bar = progress_begin("starts", 200);
    bar.terminal = true;
    capture_begin(2);
    progress_show(&bar, 0);
    assert_string_equal(
        capture_end(2),
        "\r[........................................] 0 of 200 starts ");
    capture_begin(2);
    progress_show(&bar, 100);
    assert_string_equal(
        capture_end(2),
        "\r[####################....................] 100 of 200 starts ");
    capture_begin(2);
    progress_show(&bar, 200);
    assert_string_equal(
        capture_end(2),
        "\r[########################################] 200 of 200 starts ");
    capture_begin(2);
    progress_end(&bar);
    assert_string_equal(capture_end(2), "\r\033[K");
}

static void bar_is_drawn_at_most_a_thousand_and_one_times(void **state)
{
    progress_bar bar = progress_begin("steps", 1000000);
    bar.terminal = true;
    int drawn = 0;
    for (size_t i = 0; i <= 1000000; i += 500) {
        const int before = bar.drawn;
        capture_begin(2);
        progress_show(&bar, i);
        const bool silent = capture_end(2)[0] == '\0';
        assert_int_equal(silent, bar.drawn == before);
        drawn += !silent;
    }
    assert_int_equal(drawn, 1001);
}

static void bar_never_drawn_is_not_wiped(void **state)
{
    progress_bar bar = progress_begin("starts", 1);
    bar.terminal = true;
    capture_begin(2);
    progress_end(&bar);
    assert_string_equal(capture_end(2), "");
}

static void bar_drawn_at_nothing_is_wiped_once_and_may_begin_again(
    void **state)
{
    progress_bar bar = progress_begin("starts", 1000);
    bar.terminal = true;
    progress_end(&bar);
    for (size_t done = 0; done < 3; done++) {
        capture_begin(2);
        progress_show(&bar, done);
        assert_holds(capture_end(2), " of 1000 starts ");
        capture_begin(2);
        progress_end(&bar);
        assert_string_equal(capture_end(2), "\r\033[K");
        capture_begin(2);
        progress_end(&bar);
        assert_string_equal(capture_end(2), "");
    }
}

static void terminal_is_known_as_one(void **state)
{
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        skip();
    const int end = open(ptsname(terminal), O_WRONLY | O_NOCTTY);
    const int before = dup(STDERR_FILENO);
    assert_true(end >= 0 && before >= 0);
    dup2(end, STDERR_FILENO);
    const progress_bar bar = progress_begin("starts", 1);
    dup2(before, STDERR_FILENO);
    close(before);
    close(end);
    close(terminal);
    assert_true(bar.terminal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_drawn_when_there_is_no_terminal),
        cmocka_unit_test(bar_fills_and_is_wiped_away),
        cmocka_unit_test(bar_is_drawn_at_most_a_thousand_and_one_times),
        cmocka_unit_test(bar_never_drawn_is_not_wiped),
        cmocka_unit_test(
            bar_drawn_at_nothing_is_wiped_once_and_may_begin_again),
        cmocka_unit_test(terminal_is_known_as_one),
    };
    return cmocka_run_group_tests_name("progress", tests, NULL, NULL) != 0;
}
