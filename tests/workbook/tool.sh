#!/bin/sh
# Tests of the workbook's own tool, on exercise 1.3. A line a test: "ok   …", or "FAIL …" with what was seen below it.
#
# usage: MAKE=make tool.sh OBJECT...        the objects of that chapter's modules, to link with
set -u
. tests/workbook/common.sh

find_exercise 1.3
made=$OUT/workbook/tool.d
rm -rf "$made"
mkdir -p "$made"

# expect WHAT FILE TEXT...: the file holds each text, on one line or on several; and wrong, if it is set, says no more.
wrong=
expect() {
    what=$1 seen=$2
    shift 2
    for text; do
        grep -qF -- "$text" "$seen" || wrong="$wrong expected \"$text\";"
    done
    if [ -n "$wrong" ]; then
        echo "FAIL $what:$wrong"
        sed 's/^/       /' "$seen"
    else
        echo "ok   $what"
    fi
    wrong=
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
    $CC $FLAGS "-I$made/cmocka-2" $headers -Itests "$made/suite.c" "$made/asserts.o" $LINKER $CMOCKA -lm -o "$made/suite"
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

# The rest in a copy of the book that has this one exercise: what becomes of the reader's file.
book=$made/book
mkdir -p "$book/build/obj" "$book/build/workbook" "$book/code/01-neuron/exercises" "$book/tests" "$book/weave" "$made/bin" "$made/home"
cp -p Makefile .gitignore "$book"
cp -p weave/weave.mk weave/lock.sh "$book/weave"
cp -Rp tests/tests.mk tests/workbook.mk tests/test.h tests/workbook "$book/tests"
cp -Rp code/plumbing code/shell "$book/code"
cp -p code/01-neuron/*.[ch] "$book/code/01-neuron"
cp -Rp "$folder" "$book/code/01-neuron/exercises"
cp -Rp "$OUT/obj/plumbing" "$OUT/obj/shell" "$OUT/obj/01-neuron" "$book/build/obj"
cd "$book" || exit
OUT=build
said=../said own=answers/1.3.c

# A clock that stands still; and a git that its reader has set up to refuse, wherever it can.
printf '#!/bin/sh\necho 2026-01-01-000000\n' >../bin/date
printf '#!/bin/sh\nexit 1\n' >../bin/pre-commit
chmod +x ../bin/date ../bin/pre-commit
printf '[user]\nuseConfigOnly = true\n[commit]\ngpgSign = true\n[core]\nhooksPath = %s\nexcludesFile = %s\n' \
    "$PWD/../bin" "$PWD/../ignored" >../home/.gitconfig
echo '*.c' >../ignored
PATH=$PWD/../bin:$PATH HOME=$PWD/../home GIT_CONFIG_NOSYSTEM=1
export HOME GIT_CONFIG_NOSYSTEM
# Of a hook's, or where no repository can be made, git must not take the one that this book is in.
# shellcheck disable=SC2046
command -v git >/dev/null && unset $(git rev-parse --local-env-vars)
export GIT_CEILING_DIRECTORIES="$PWD/.."
git_here() { [ -d .git ]; }
ours() { git -c user.name=x -c user.email=x -c commit.gpgSign=false -c core.hooksPath= -c core.excludesFile= "$@"; }
command -v git >/dev/null && ours init -q 2>/dev/null && ours add . && ours commit -qm book

say() { ${MAKE:-make} --no-print-directory OUT=build "$@" >$said 2>&1; }
holds() { cmp -s "$2" "$3" || wrong="$wrong $1;"; } # holds COMPLAINT FILE FILE
stub=$folder/stub.c solution=$folder/solution.c

say exercises
[ ! -e answers ] || wrong=' there are answers;'
expect 'exercises makes no answer' $said '· 1.3' 'Next: make check-1.3; your answer goes into answers/1.3.c.'

# In a hook, git would write to the book's repository.
(
    export GIT_DIR="$PWD/.git" GIT_INDEX_FILE="$PWD/.git/index"
    say check-1.3
) && wrong=' it passes;'
holds 'the answer is not the stub' "$stub" $own
expect 'the first check makes the answer from the stub' $said "$own is new: answer there." 'product: not answered yet'

cp "$solution" $own
say check-1.3
expect 'an answer includes answer.h, and is solved' $said '1.3 solved'
say exercises
expect 'exercises counts what is solved' $said '✓ 1.3' '1 solved'

echo 'int' >$own
say check-1.3
expect 'the compiler names the answer' $said "$own:1:" '1.3 does not compile yet: begin with the first error above.'
if git_here; then
    git -C answers log --format=%s >$said
    git -C answers show HEAD~1:1.3.c >../before
    holds 'the version before is not there' ../before "$solution"
    [ "$(wc -l <$said)" -eq 3 ] || wrong="$wrong not three versions;"
    [ "$(git log --format=%s)" = book ] && [ -z "$(git status --porcelain)" ] || wrong="$wrong the book's repository was written to;"
    expect 'each version that was checked is kept, and in no other repository' $said '1.3, the stub'
fi

# Two resets in one second.
cp $own ../first
say reset-1.3
expect 'reset says where it keeps what was there' $said 'is kept as answers/kept/1.3-2026-01-01-000000.c' "$own is as it came."
holds 'the answer is not the stub' "$stub" $own
cp "$solution" $own
say reset-1.3
holds 'the first is gone' ../first answers/kept/1.3-2026-01-01-000000.c
holds 'the second is gone' "$solution" answers/kept/1.3-2026-01-01-000000-2.c
holds 'the answer is not the stub' "$stub" $own
say reset-1.3
expect 'no reset overwrites what another kept' $said 'nothing to reset'

# A newer book.
echo '/* Clearer. */' >>"$stub"
say exercises
expect 'an untouched answer stays so in a newer book' $said '· 1.3'
say check-1.3
holds 'it is not the new stub' "$stub" $own
expect 'an untouched answer is made anew from a newer stub' $said "$own, which you had not touched, is new" 'not answered yet'
echo 'mine' >$own
cp $own ../first
echo '/* And clearer. */' >>"$stub"
say check-1.3
holds "it is no longer the reader's" $own ../first
expect 'an answer that was touched stays in a newer book' $said 'changed since you began'

# What may be removed round an answer.
keep() { find answers -type f ! -path '*/.git/*' -exec cksum {} + | sort >"$1"; }
keep ../first
say clean
rm -rf build
if git_here; then
    git clean -fdxq
    git clean -fdXq
    git clean -fdxq answers
    git checkout -q .
    ours stash -qa
fi >$said 2>&1
keep ../before
holds 'they have changed' ../first ../before
expect 'clean, rm -rf build, git clean -fdx, git checkout and git stash leave the answers alone' ../before "$own" answers/kept

# Where git fails, as where there is none.
rm -rf answers
printf '#!/bin/sh\necho git: no >&2\nexit 127\n' >../bin/git
chmod +x ../bin/git
sh tests/workbook/exercise.sh reset 1.3 >$said 2>&1
rm ../bin/git
holds 'there is no answer' "$stub" $own
[ "$(wc -l <$said)" -eq 1 ] || wrong="$wrong it says more;"
expect 'an answer needs no git' $said "$own is as it came."

printf '#!/bin/sh\nexit 127\n' >../bin/pandoc
chmod +x ../bin/pandoc
sh tests/workbook/exercise.sh hint 1.3 >$said 2>&1
rm ../bin/pandoc
awk 'length > 76 { exit 1 }' $said || wrong="$wrong a line is wider than the terminal;"
expect 'a hint needs no pandoc, and fits the terminal' $said '$'
