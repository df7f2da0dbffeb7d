#!/bin/sh
# Tests of the workbook's own tool, on exercise 1.3. A line a test: "ok   …", or "FAIL …" with what was seen below it.
#
# usage: tool.sh OBJECT...        the objects of that chapter's modules, to link with
set -u
. tests/workbook/common.sh

find_exercise 1.3
made=$OUT/workbook/tool.d
rm -rf "$made"
mkdir -p "$made"

# expect WHAT FILE TEXT...: the file holds each text, on one line or on several.
expect() {
    what=$1 seen=$2
    shift 2
    for text; do
        grep -qF -- "$text" "$seen" && continue
        echo "FAIL $what: expected \"$text\""
        sed 's/^/       /' "$seen"
        return
    done
    echo "ok   $what"
}

# cmocka 2 has a macro called stop, and nothing called cm_print_error. It is imitated where version 1 is installed.
mkdir "$made/cmocka-2"
cat >"$made/cmocka-2/cmocka.h" <<'end'
#pragma GCC system_header
#include_next <cmocka.h>
#undef stop
#define stop() cmocka_2_stop()
#define cm_print_error (gone in cmocka 2)
end
cat >"$made/suite.c" <<'end'
#include "test.h"
static void quiet(void **state) { (void)state; print_message("seen on the way\n"); }
static void far(void **state) { (void)state; assert_near(1.0, 2.0, 0.5); }
static void other(void **state) { (void)state; assert_same_bits(0.0, -0.0); }
static void empty(void **state) { (void)state; assert_holds("# a\n# b", "c"); }
int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(quiet), cmocka_unit_test(far),
                                       cmocka_unit_test(other), cmocka_unit_test(empty)};
    return cmocka_run_group_tests_name("suite", tests, NULL, NULL) != 0;
}
end
cat >"$made/expected" <<'end'
ok   suite: quiet
       seen on the way
FAIL suite: far
       1.0 is 1, expected 2 within 0.5
       # suite.c:3: error: Failure!
FAIL suite: other
       0.0 is 0 (0x0p+0), expected -0 (-0x0p+0)
       # suite.c:4: error: Failure!
FAIL suite: empty
       "# a\n# b" does not hold "c": "# a
       # b"
       # suite.c:5: error: Failure!
end
# shellcheck disable=SC2086
{
    for version in '' "-I$made/cmocka-2"; do
        $CC $FLAGS -Werror -O1 $version $headers -Itests -c tests/test.c -o "$made/asserts.o"
        $CC $FLAGS -Werror -O1 $version $headers -I$workbook -c $workbook/workbook.c -o "$made/workbook.o"
        $CC $FLAGS -Werror -O1 $version $headers -Icode -I$workbook -c "$folder/test.c" -o "$made/test.o"
    done
    $CC $FLAGS "-I$made/cmocka-2" $headers -Itests "$made/suite.c" "$made/asserts.o" $CMOCKA -lm -o "$made/suite"
} >"$made/words" 2>&1
if [ -s "$made/words" ]; then
    echo 'FAIL what compiles with cmocka 1 compiles with cmocka 2'
    sed 's/^/       /' "$made/words"
else
    echo 'ok   what compiles with cmocka 1 compiles with cmocka 2'
fi
sh tests/suites.sh "$made" suite 2>&1 | sed "s|$made/||" >"$made/said"
if cmp -s "$made/said" "$made/expected"; then
    echo 'ok   a failed assert is told below its test, with what it saw'
else
    echo 'FAIL a failed assert is told below its test, with what it saw'
    sed 's/^/       /' "$made/said"
fi

# The limits on what a check may take, made short; without sanitizers, which are not what is tested here.
sanitizers=
# within SECONDS NAME STATEMENT OBJECT...: runs the checks of a right answer that first does what the statement says.
within() {
    seconds=$1 program=$made/$2
    {
        echo '#define _XOPEN_SOURCE 700'
        echo '#include <poll.h>'
        sed "s/^{\$/{ $3/" "$folder/solution.c"
    } >"$program.c"
    shift 3
    build "$program" "$program.c" "$made/test.o" "$made/workbook.o" "$@" >"$program.said" 2>&1 || return
    export WORKBOOK_COMPUTING=0.2 WORKBOOK_TAKING="$seconds"
    run_checks "$program" "$program.said" && echo passed >>"$program.said"
    unset WORKBOOK_COMPUTING WORKBOOK_TAKING
}
within 60 slow 'poll(0, 0, 150);' "$@" # three times, once for each test
expect 'a right answer may take long, so long as it computes little' "$made/slow.said" passed
within 60 endless 'for (volatile int i = 0; i == 0;) { }' "$@"
expect 'a loop without an end is stopped by processor time' "$made/endless.said" 'stopped after 0.2 seconds of computing: '
within 0.3 waiting 'poll(0, 0, 10000);' "$@"
expect 'an answer that waits is stopped, for another reason' "$made/waiting.said" \
    'stopped after 0.3 seconds, of which it computed less than 0.2: does it wait'
