#!/bin/sh
# The proof of one exercise: its stub compiles and is not an answer, its solution passes on every compiler here, so does each right
# answer in another style, each wrong answer is rejected with the message meant for it and no other, and no message or hint gives the
# answer away. A wrong answer that a sanitizer is to stop says so in its first line; where the compiler has no sanitizers, it is left
# out. Prints a line, and under it a line for each fault; the reader's own file is not looked at.
#
# usage: prove.sh NUMBER
set -u
. tests/workbook/common.sh

find_exercise "$1"
made_here=$OUT/workbook/$number/proof.d
rm -rf "$made_here"
mkdir -p "$made_here"
: >"$made_here/faults"
: >"$made_here/meant"
fault() { echo "       $*" >>"$made_here/faults"; }

# prepare [plain]: what an answer is judged with, by the compiler CC; plain is without sanitizers, and quicker.
prepare() {
    find_sanitizers
    [ "${1:-}" != plain ] || sanitizers='' watch=plain
    test=$made_here/$tag-$watch.test.o
    make_judge 2>"$made_here/words" && compile_test "$test" 2>>"$made_here/words"
    [ -s "$made_here/words" ] && fault "$folder/test.c: $CC says: $(head -n 1 "$made_here/words")"
    return 0
}

# attempt NAME: compiles NAME.c and runs its checks. Sets passed; false if it does not compile.
attempt() {
    name=$1
    if ! build "$made_here/$name" "$folder/$name.c" "$test" 2>"$made_here/words"; then
        fault "$name.c does not compile with $CC: $(head -n 1 "$made_here/words")"
        return 1
    fi
    run_checks "$made_here/$name" "$made_here/$name.said" && passed=yes || passed=no
}

# expect_right NAME: an answer that passes without a word.
expect_right() {
    attempt "$1" || return
    [ -s "$made_here/words" ] && fault "$1.c: $CC warns: $(head -n 1 "$made_here/words")"
    [ "$passed" = yes ] || fault "$1.c fails with $CC: $(head -n 1 "$made_here/$1.said")"
    [ -s "$made_here/$1.said" ] && [ "$passed" = yes ] && fault "$1.c is told: $(head -n 1 "$made_here/$1.said")"
}

# numbers_of PART FILE...
numbers_of() {
    part=$1
    shift
    awk -v part="$part" -f $workbook/numbers.awk "$@"
}

# shellcheck disable=SC2154
for file in stub.c solution.c test.c hint.md solution.md; do
    [ -f "$folder/$file" ] || fault "there is no $folder/$file"
done
[ -s "$made_here/faults" ] && { echo "FAIL $number"; cat "$made_here/faults"; exit; }

prepare
if attempt stub; then
    [ "$passed" = no ] || fault 'the stub passes'
    [ -s "$made_here/stub.said" ] || fault 'the stub fails without a word'
    grep -v '^not answered yet: ' "$made_here/stub.said" >/dev/null && fault "the stub is told: $(head -n 1 "$made_here/stub.said")"
fi
expect_right solution
rights=0
for file in "$folder"/right-*.c; do
    [ -f "$file" ] || continue
    rights=$((rights + 1)) right=${file##*/}
    expect_right "${right%.c}"
done
[ $rights -ge 1 ] || fault 'no right answer in another style'

# expect_told WHAT SAID MEANT: a wrong answer, of which so much was said, does not pass and is told what is meant for it.
expect_told() {
    echo "$3" >>"$made_here/meant"
    {
        read -r first
        read -r more
    } <"$2"
    if [ "$passed" = yes ]; then
        fault "$1 passes"
    elif [ -n "$more" ] || [ -z "$3" ] || [ "${first#*"$3"}" = "$first" ]; then
        fault "$1 is told: $(cat "$2")"
    fi
}

# Most wrong answers are wrong without a sanitizer.
wrongs=0
prepare plain
for file in "$folder"/wrong-*.c; do
    [ -f "$file" ] || continue
    wrong=${file##*/} meant=''
    wrong=${wrong%.c}
    read -r line <"$file"
    case $line in
    '/* rejected with: '*' */') meant=${line#*: } ;;
    '/* rejected by a sanitizer with: '*' */')
        meant=${line#*: }
        prepare
        [ -n "$sanitizers" ] || continue
        ;;
    *) fault "$wrong.c: its first line is not /* rejected with: … */, nor /* rejected by a sanitizer with: … */" ;;
    esac
    meant=${meant% \*/}
    wrongs=$((wrongs + 1))
    attempt "$wrong"
    compiled=$?
    [ -z "$sanitizers" ] || prepare plain
    [ $compiled -eq 0 ] || continue
    expect_told "$wrong.c" "$made_here/$wrong.said" "$meant"
done
# Those of wrong.txt, a line each: FIELD = VALUE; FIELD = VALUE : what it is told. They are the solution, but for these fields.
if [ -f "$folder/wrong.txt" ]; then
    awk '
        BEGIN {
            print "#define answer right\n#include \"solution.c\"\n#undef answer\n#include <math.h>\n#include <stdlib.h>"
            print "__typeof__(right()) answer(void);\n__typeof__(right()) answer(void) {"
            print "    __typeof__(right()) a = right();\n    switch (atoi(getenv(\"WRONG\"))) {"
        }
        { sub(/ : .*/, ""); gsub(/(^|; )/, "&a."); print "    case " NR ": " $0 "; break;" }
        END { print "    }\n    return a;\n}" }' "$folder/wrong.txt" >"$made_here/wrong.c"
    build "$made_here/wrong" "$made_here/wrong.c" "$test" 2>"$made_here/words" || fault "wrong.txt: $(head -n 1 "$made_here/words")"
    WRONG=0
    export WRONG
    while read -r line; do
        WRONG=$((WRONG + 1))
        run_checks "$made_here/wrong" "$made_here/wrong-$WRONG.said" && passed=yes || passed=no
        expect_told "wrong.txt:$WRONG" "$made_here/wrong-$WRONG.said" "${line#* : }"
    done <"$folder/wrong.txt"
    wrongs=$((wrongs + WRONG))
fi

# Those of wrong.diff, with a blank line between: what it is told, then lines of the solution with - and what is there instead with +.
if [ -f "$folder/wrong.diff" ]; then
    count=$(awk -v RS= 'END { print NR }' "$folder/wrong.diff")
    wrong=0
    while [ $wrong -lt "$count" ]; do
        wrong=$((wrong + 1))
        awk -v RS= -v wrong=$wrong 'NR == wrong' "$folder/wrong.diff" >"$made_here/entry"
        awk '
            function bare(line) { sub(/^[ \t]+/, "", line); return line }
            NR == FNR { change[++changes] = $0; next }
            { while (next_is("+")) print substr(change[++at], 3) }
            next_is("-") && bare($0) == substr(change[at + 1], 3) { at++; next }
            { print }
            END { while (next_is("+")) print substr(change[++at], 3); exit at < changes }
            function next_is(sign) { return at < changes && substr(change[at + 1], 1, 2) == sign " " }
        ' at=1 "$made_here/entry" "$folder/solution.c" >"$made_here/wrong-diff.c" || fault "wrong.diff: number $wrong fits no line of the solution"
        build "$made_here/wrong-diff" "$made_here/wrong-diff.c" "$test" 2>"$made_here/words" || fault "wrong.diff, $wrong: $(head -n 1 "$made_here/words")"
        run_checks "$made_here/wrong-diff" "$made_here/wrong-diff-$wrong.said" && passed=yes || passed=no
        expect_told "wrong.diff, $wrong" "$made_here/wrong-diff-$wrong.said" "$(head -n 1 "$made_here/entry")"
    done
    wrongs=$((wrongs + count))
fi
[ $wrongs -ge 2 ] || fault "$wrongs wrong answers; expected two at least"
sort "$made_here/meant" | uniq -d | while read -r line; do fault "two wrong answers are told: $line"; done

# The compilers that are here, each once: cc may be either of the others.
version() { $1 --version 2>/dev/null | sed '1s/^[^ ]* //; q'; }
own=$CC compilers=$CC
for CC in gcc clang; do
    command -v $CC >/dev/null || continue
    [ "$(version $CC)" != "$(version "$own")" ] || continue
    compilers="$compilers and $CC"
    tag=$CC
    prepare
    expect_right solution
done
CC=$own

# What the solution types and the stub does not is the answer: no message may have it, nor the hint (single digits aside, of
# formulas).
numbers_of code "$folder/solution.c" >"$made_here/solution.numbers"
numbers_of code "$folder/stub.c" >"$made_here/stub.numbers"
{
    numbers_of strings "$folder/test.c"
    grep -v ' returned \| left ' "$made_here"/*.said | sed 's/^[^:]*://' >"$made_here/messages"
    numbers_of text "$made_here/messages"
    numbers_of text "$folder/hint.md" | grep ..
} | awk '
    FILENAME == ARGV[1] { given[$1 + 0]; next }
    FILENAME == ARGV[2] { if (!($1 + 0 in given)) answer[$1 + 0]; next }
    { for (a in answer) if ($1 - a <= a / 2000 && a - $1 <= a / 2000) print }' "$made_here/stub.numbers" "$made_here/solution.numbers" - |
    sort -u | while read -r told; do fault "a message or the hint gives away $told"; done
sed -n "s/.*'\([A-Za-z]\)'.*/\1/p" "$folder/solution.c" | while read -r letter; do
    cat "$made_here"/*.said "$folder/hint.md" | grep -qw -- "$letter" && fault "a message or the hint gives away $letter"
done

if [ -s "$made_here/faults" ]; then
    echo "FAIL $number"
    cat "$made_here/faults"
else
    printf 'ok   %-5s solution with %s; %d right and %d wrong answers\n' "$number" "$compilers" $rights $wrongs
fi
