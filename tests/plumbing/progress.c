/* progress.c: the bar, drawn where there is a terminal and nowhere else. */
#define _XOPEN_SOURCE 700

#include "plumbing/progress.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_drawn_when_there_is_no_terminal),
        cmocka_unit_test(bar_fills_and_is_wiped_away),
        cmocka_unit_test(bar_is_drawn_at_most_a_thousand_and_one_times),
        cmocka_unit_test(bar_never_drawn_is_not_wiped),
    };
    return cmocka_run_group_tests_name("progress", tests, NULL, NULL) != 0;
}
