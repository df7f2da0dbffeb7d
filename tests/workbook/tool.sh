#!/bin/sh
# Tests of the workbook's own tool, on exercise 1.3. A line a test: "ok   …", or "FAIL …" with what was seen below it.
#
# usage: MAKE=make CMOCKA=FLAGS tool.sh
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
headers=${CMOCKA%-lcmocka} # where cmocka.h is, where it is not in the usual place
# shellcheck disable=SC2086
{
    for version in '' "-I$made/cmocka-2"; do
        $CC $FLAGS -Werror -O1 $version $headers -Itests -c tests/test.c -o "$made/asserts.o"
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

# What an answer may do instead of answering. Each is the right answer of exercise 1.3, but for a statement that comes first.
tool=$made
find_sanitizers
make_judge
compile_test "$tool/test.o"
# judged NAME: what the judge says to NAME.c, in NAME.said.
judged() {
    if build "$tool/$1" "$tool/$1.c" "$tool/test.o" >"$tool/$1.said" 2>&1; then
        run_checks "$tool/$1" "$tool/$1.judged" && echo solved >>"$tool/$1.judged"
        cat "$tool/$1.judged" >>"$tool/$1.said"
    fi
}
# after NAME STATEMENT [COMPUTING [TAKING]]
after() {
    {
        for header in assert poll stdio stdlib unistd; do echo "#include <$header.h>"; done
        sed "s/^{\$/{ $2/" "$folder/solution.c"
    } >"$tool/$1.c"
    export WORKBOOK_COMPUTING="${3:-5}" WORKBOOK_TAKING="${4:-60}"
    judged "$1"
    unset WORKBOOK_COMPUTING WORKBOOK_TAKING
}
# ends_in WHAT NAME SENTENCE [LINES]: one sentence, after so many lines of its own, and it is not solved.
ends_in() {
    ! grep -q '^solved' "$tool/$2.said" || wrong=' it is solved;'
    [ "$(wc -l <"$tool/$2.said")" -eq "${4:-1}" ] || wrong="$wrong not so many lines;"
    expect "$1" "$tool/$2.said" "$3"
}

after slow 'poll(0, 0, 150);' 0.2 60 # three times, once for each part
expect 'a right answer may take long, so long as it computes little' "$tool/slow.said" solved
after endless 'for (volatile int i = 0; i == 0;) { }' 0.3
ends_in 'a loop without an end is stopped by processor time' endless 'stopped after 0.3 seconds of computing: '
after waiting 'poll(0, 0, 10000);' 0.2 0.3
ends_in 'an answer that waits is stopped, for another reason' waiting 'stopped after 0.3 seconds, of which it computed less than 0.2: '
after leaving 'exit(0);'
ends_in 'exit(0) is not solved' leaving 'it ended the program before the checks were through'
after leaving_fast '_exit(0);'
ends_in '_exit(0) is not solved' leaving_fast 'it ended the program before the checks were through'
after claiming 'puts("1.3 solved"); if (write(4, "x 3 3\\n", 6)) _exit(0);'
ends_in 'an answer that says that it is solved is not believed' claiming 'it ended the program before' 1
printf '#include <stdlib.h>\n__attribute__((constructor)) static void first(void) { exit(0); }\n' |
    cat - "$folder/solution.c" >"$tool/early.c"
judged early
ends_in 'nor one that ends before main' early 'it ended the program before'
after aborting 'abort();'
ends_in 'abort is told as what it is' aborting 'it called abort'
after asserting 'assert(sizeof(int) == 1);'
ends_in 'an assertion of the answer is told as what it is' asserting 'an assertion of its own does not hold' 2
after forking 'if (fork() > 0) _exit(0);'
ends_in 'an answer that goes on in another process is found' forking 'it starts a process of its own'
after detaching 'if (fork() == 0) { setsid(); poll(0, 0, 20000); _exit(0); }'
[ "$(uname)" != Linux ] || ends_in 'so is one that leaves a process behind' detaching 'it starts a process of its own'
after flooding 'for (;;) puts("x");'
ends_in 'a flood is stopped and shown in part' flooding 'it prints without an end' 7
after reading 'getchar();'
ends_in 'an answer that reads standard input is told so' reading 'it reads standard input'
after writing 'FILE *f = fopen("notes.txt", "w"); if (f) { fputs("x", f); fclose(f); }'
ends_in 'an answer that writes a file is told so' writing 'it writes a file, notes.txt'
after printing 'puts("z is 1");'
expect 'an answer may print' "$tool/printing.said" 'z is 1' solved
after dividing 'volatile double zero = 0.0; return (upside_down){zero \/ zero, 66, 1.0};'
ends_in 'a NaN that was computed is not unanswered' dividing 'NaN is not a number'
after lacking 'extern double sq(double); sq(1.0);'
ends_in 'a function that is nowhere is told by its name' lacking 'sq is called, but there is no such function'
if [ -n "$sanitizers" ]; then
    after hoarding 'for (;;) { char *p = malloc(1 << 20); for (int i = 0; p \&\& i < 1 << 20; i += 512) p[i] = 1; }' 20
    ends_in 'memory without an end is stopped' hoarding 'it asks for more and more memory'
    after recursing 'static upside_down (*self)(void) = answer; volatile int deep = 1; if (deep) { upside_down u = self(); deep = (int)u.product; return u; }' 20
    ends_in 'a recursion without an end is told as what it is' recursing 'calls itself without an end'
fi
cat >"$tool/alike.c" <<'end'
#include "answer.h"
#include "01-neuron/neuron.h"
#include <math.h>
#include <stdio.h>
double sigmoid(double z) { return 1.0 / (1.0 + exp(-z)); }
double agrees(double z) { return z * M_PI / M_PI; }
upside_down answer(void)
{
    const double a = sigmoid(agrees(1.0));
    return (upside_down){1.0 / (a * a * (1.0 - a) * 2.0), 'b', 1.0};
}
int main(void) { printf("%g\n", answer().product); }
end
judged alike
[ "$(wc -l <"$tool/alike.said")" -eq 1 ] || wrong=' it says more;'
expect 'functions called like those of the book, a main and M_PI are in no way' "$tool/alike.said" solved
sed 's/answer(void)$/answer(void)/; s/3\.479/2.6/; 1a\
double pow(double b, double n); double pow(double b, double n) { return b + n * n + 9.0; }\
double log10(double x) { return x; }' "$folder/solution.c" >"$tool/own.c"
judged own
ends_in 'functions called like those that the checks use judge nothing' own 'not right'
cat >"$tool/many.c" <<'end'
#include "answer.h"
#include <stdio.h>
upside_down answer(void)
{
    for (int i = 0; i < 20000; i++) printf("== %d\n", i);
    return (upside_down){3.479, 'B', 1.0};
}
end
judged many
expect 'an answer may print much, of which the beginning is shown' "$tool/many.said" '== 7' '(and more)' solved

# The rest in a copy of the book that has this one exercise: what becomes of the reader's file.
book=$made/book
mkdir -p "$book/build/obj" "$book/build/workbook" "$book/code/01-neuron/exercises" "$book/tests" "$book/weave" "$made/bin" "$made/home"
cp -p Makefile .gitignore "$book"
cp -p weave/weave.mk weave/lock.sh weave/epoch "$book/weave"
mkdir -p "$book/weave/live"
cp -p weave/live/*.mk "$book/weave/live"
cp -Rp tests/tests.mk tests/workbook.mk tests/test.h tests/workbook "$book/tests"
cp -Rp code/plumbing code/shell "$book/code"
cp -p code/01-neuron/*.[ch] "$book/code/01-neuron"
echo '1, 2' >"$book/code/01-neuron/table.csv" # a module's data
printf 'extern const int table[];\nconst int table[] = {\n#include "table.csv"\n};\n' >"$book/code/01-neuron/table.c"
cp -Rp "$folder" "$book/code/01-neuron/exercises"
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
# shellcheck disable=SC2046
cksum $(judging) >tests/workbook/seal
git_here() { [ -d .git ]; }
ours() { git -c user.name=x -c user.email=x -c commit.gpgSign=false -c core.hooksPath= -c core.excludesFile= "$@"; }
command -v git >/dev/null && ours init -q 2>/dev/null && ours add . && ours commit -qm book

say() { ${MAKE:-make} --no-print-directory OUT=build "$@" >$said 2>&1; }
unset MAKELEVEL MAKEFLAGS MFLAGS # of the make that runs this
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
expect 'the first check makes the answer from the stub' $said "$own is new: answer there." '0 of 3 right' 'not answered yet: product, as_yhat_nears_y, times_slope'

cp "$solution" $own
say check-1.3 || wrong=' it fails;'
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

# A miss, and the next exercise.
sed 's/1\.0,/0.0,/' "$solution" >$own
! say check || wrong=' it passes;'
! grep -q '\*\*\*' $said || wrong="$wrong make speaks, too;"
expect 'check alone is for the next one, counts what is right, and make says nothing more' $said '1.3 is not solved yet: 2 of 3 right' \
    'times_slope: factors that cancel'
say exercises
expect 'the list has the score' $said '… 1.3' '(2 of 3 right)'
say next
expect 'next says which is next' $said 'Next: 1.3'

# An answer that was judged is not judged again; a copy of make's compiler counts.
printf '#!/bin/sh\ncase $* in *answers/*) echo x >>%s ;; esac\nexec %s "$@"\n' "$PWD/../compiled" "$CC" >../bin/counting
chmod +x ../bin/counting
sed 's/^{$/{ for (volatile int i = 0; i == 0;) { }/' "$solution" >$own
WORKBOOK_COMPUTING=0.2
export WORKBOOK_COMPUTING
say CC=counting check-1.3
expect 'an endless answer ends' $said 'stopped after 0.2 seconds of computing'
rm -f ../compiled
say CC=counting exercises
[ ! -e ../compiled ] || wrong=' it is compiled again;'
expect 'and is not waited for again' $said '… 1.3'
unset WORKBOOK_COMPUTING

# What the reader does to the chapter judges nothing.
cp "$solution" $own
cp code/01-neuron/neuron.c ../neuron.c
sed 's/yhat - s->y/s->y - f->yhat/; s/f->f->/f->/' ../neuron.c >code/01-neuron/neuron.c
! cmp -s ../neuron.c code/01-neuron/neuron.c || wrong=' nothing is broken;'
say check-1.3
if git_here; then
    expect 'a broken chapter judges no answer' $said '1.3 solved' 'code/01-neuron/neuron.c'
    echo 'int' >code/01-neuron/neuron.c
    say exercises
    expect 'nor does one that does not compile' $said '✓ 1.3'
fi
echo 'one, two' >code/01-neuron/table.csv
rm -rf build/judge
say check-1.3
if git_here; then
    expect 'nor does a table that a module includes' $said '1.3 solved' 'code/01-neuron/table.csv'
fi
echo '1, 2' >code/01-neuron/table.csv
mv .git ../git
rm -rf build/judge
say exercises
expect 'without git the list stands, and says why it does not judge' $said ' 1.3 ' 'Some could not be judged: code/01-neuron/neuron.c'
say check-1.3 && wrong=' it passes;'
expect 'without git the file is named that is not as it came' $said 'code/01-neuron/neuron.c is not as it came'
mv ../git .git
cp ../neuron.c code/01-neuron/neuron.c

# Hints come in steps, and a solution after a question.
say hint-1.3
cp $said ../first
say hint-1.3
! cmp -s ../first $said || wrong=' it is the first again;'
expect 'another hint is another step' ../first '(Hint 1 of '
mv $own ../mine
ask() { printf '%s' "$1" | ${MAKE:-make} --no-print-directory OUT=build solution-1.3 >$said 2>&1; }
ask 'n
'
! grep -q 'as_yhat_nears_y = ' $said || wrong=' it is shown;'
expect 'a solution of what was not tried is not shown to a no' $said 'Show it? [y/N]'
ask 'y
'
expect 'it is shown to a yes' $said 'as_yhat_nears_y = '
ask ''
expect 'and where nobody can be asked' $said 'as_yhat_nears_y = '
mv ../mine $own
ask 'n
'
expect 'of what was tried there is no question' $said 'as_yhat_nears_y = '

# watch: what it prints, into a file, while another writes the answer.
watched() { # TEXT: waits for it
    tries=0
    until grep -qF "$1" ../watch || [ $tries -gt 100 ]; do
        sleep 0.1 2>/dev/null || sleep 1
        tries=$((tries + 1))
    done
}
cp "$stub" $own
: >../watch
${MAKE:-make} --no-print-directory OUT=build watch >../watch 2>&1 </dev/null &
watcher=$!
watched 'not answered yet'
sed 's/1\.0,/0.0,/' "$solution" >$own
watched '2 of 3 right'
cp "$solution" $own
watched 'All the exercises are solved'
kill $watcher 2>/dev/null
wait $watcher 2>/dev/null
expect 'watch checks at each save, goes on to the next, and ends when all is solved' ../watch 'watching answers/1.3.c' '0 of 3 right' \
    '2 of 3 right' '1.3 solved' 'All the exercises are solved.'

# Two resets in one second.
cp $own ../first
say reset-1.3
expect 'reset says where it keeps what was there' $said 'is kept as answers/kept/1.3-2026-01-01-000000.c' "$own is as it came."
holds 'the answer is not the stub' "$stub" $own
cp "$solution" $own
say reset-1.3
holds 'the first is gone' ../first answers/kept/1.3-2026-01-01-000000.c
holds 'the second is gone' "$solution" answers/kept/1.3-2026-01-01-000000-copy2.c
holds 'the answer is not the stub' "$stub" $own
say reset-1.3
expect 'no reset overwrites what another kept' $said 'nothing to reset'

# A newer book.
echo '/* Clearer. */' >>"$stub"
say seal
say exercises
expect 'an untouched answer stays so in a newer book' $said '· 1.3'
say check-1.3
holds 'it is not the new stub' "$stub" $own
expect 'an untouched answer is made anew from a newer stub' $said "$own, which you had not touched, is new" 'not answered yet'
echo 'mine' >$own
cp $own ../first
echo '/* And clearer. */' >>"$stub"
say seal
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

# Hints and solutions for the terminal, of all exercises.
cd ../../../.. || exit
for file in code/*/exercises/*/*.md; do
    sed 's/`[^`]*`//g' "$file" | awk -f $workbook/plain.awk | sed "s|^|${file#code/*/exercises/}: |"
done >"$made/plain.said" 2>&1
grep -n '[\\$]' "$made/plain.said" >"$made/tex.said"
[ ! -s "$made/tex.said" ] || wrong=' TeX is left;'
expect 'no hint and no solution has TeX on the terminal' "$made/tex.said"
