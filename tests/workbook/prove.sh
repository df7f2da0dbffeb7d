#!/bin/sh
# The proof of one exercise: its stub compiles and is not an answer, its solution passes on every compiler here, each wrong answer
# is rejected with the message meant for it and no other, and no message or hint gives the answer away. A wrong answer that a
# sanitizer is to stop says so in its first line; where the compiler has no sanitizers, it is left out.
# Prints a line, and under it a line for each fault; the reader's own file is not looked at.
#
# usage: prove.sh NUMBER OBJECT...        the objects of the chapter's modules, to link with
set -u
. tests/workbook/common.sh

number=$1
shift
find_exercise "$number"
made=$OUT/workbook/$number/proof.d
rm -rf "$made"
mkdir -p "$made"
: >"$made/faults"
fault() { echo "       $*" >>"$made/faults"; }

# attempt NAME OBJECT...: compiles NAME.c and runs its checks. Sets passed; false if it does not compile.
attempt() {
    name=$1
    shift
    if ! build "$made/$name" "$folder/$name.c" "$made/test.o" "$made/workbook.o" "$@" 2>"$made/words"; then
        fault "$name.c does not compile with $CC: $(head -n 1 "$made/words")"
        return 1
    fi
    [ -s "$made/words" ] && fault "$name.c: $CC warns: $(head -n 1 "$made/words")"
    run_checks "$made/$name" "$made/$name.said" && passed=yes || passed=no
}

# numbers_of PART FILE...
numbers_of() {
    part=$1
    shift
    for file; do awk -v part="$part" -f $workbook/numbers.awk "$file"; done
}

# shellcheck disable=SC2154
for file in $files; do
    [ -f "$folder/$file" ] || fault "there is no $folder/$file"
done
[ -s "$made/faults" ] && { echo "FAIL $number"; cat "$made/faults"; exit; }

for name in test workbook; do
    source=$folder/test.c
    [ $name = workbook ] && source=$workbook/workbook.c
    # shellcheck disable=SC2086
    $CC $FLAGS -O1 -g $headers -Icode -I$workbook -c "$source" -o "$made/$name.o" 2>"$made/words"
    [ -s "$made/words" ] && fault "$source: $(head -n 1 "$made/words")"
done

find_sanitizers
if attempt stub "$@"; then
    [ "$passed" = no ] || fault 'the stub passes'
    [ -s "$made/stub.said" ] || fault 'the stub fails without a word'
    grep -v 'not answered yet$' "$made/stub.said" >/dev/null && fault "the stub is told: $(head -n 1 "$made/stub.said")"
fi

# The reader's check watches over the test, too: once more, the solution and that.
# shellcheck disable=SC2086
if [ -n "$sanitizers" ]; then
    mkdir -p "$made/watched"
    for name in test workbook; do
        mv "$made/$name.o" "$made/watched/plain-$name.o"
        source=$folder/test.c
        [ $name = workbook ] && source=$workbook/workbook.c
        $CC $FLAGS -O1 -g $sanitizers $headers -Icode -I$workbook -c "$source" -o "$made/$name.o" 2>"$made/words"
    done
    if attempt solution "$@"; then
        [ "$passed" = yes ] || fault "the solution fails where the test is watched: $(head -n 1 "$made/solution.said")"
    fi
    for name in test workbook; do mv "$made/watched/plain-$name.o" "$made/$name.o"; done
fi

own=$CC
compilers=$(for CC in gcc clang; do command -v $CC >/dev/null && echo $CC; done)
for CC in ${compilers:=$own}; do
    find_sanitizers
    attempt solution "$@" || continue
    [ "$passed" = yes ] || fault "the solution fails with $CC: $(head -n 1 "$made/solution.said")"
    [ -s "$made/solution.said" ] && [ "$passed" = yes ] && fault "the solution is told: $(head -n 1 "$made/solution.said")"
done
CC=$own

wrongs=0
for file in "$folder"/wrong-*.c; do
    [ -f "$file" ] || continue
    wrong=$(basename "$file" .c)
    sanitizers=
    meant=$(sed -n '1s|^/\* rejected with: \(.*[^ ]\) *\*/$|\1|p' "$file")
    if [ -z "$meant" ]; then
        meant=$(sed -n '1s|^/\* rejected by a sanitizer with: \(.*[^ ]\) *\*/$|\1|p' "$file")
        [ -n "$meant" ] || fault "$wrong.c: its first line is not /* rejected with: … */, nor /* rejected by a sanitizer with: … */"
        find_sanitizers
        [ -n "$sanitizers" ] || continue
    fi
    wrongs=$((wrongs + 1))
    attempt "$wrong" "$@" || continue
    if [ -n "$sanitizers" ]; then # what it says itself differs from compiler to compiler
        grep -v ': runtime error: ' "$made/$wrong.said" >"$made/words"
        mv "$made/words" "$made/$wrong.said"
    fi
    if [ "$passed" = yes ]; then
        fault "$wrong.c passes"
    elif [ "$(wc -l <"$made/$wrong.said")" -ne 1 ] || ! grep -qF -- "$meant" "$made/$wrong.said"; then
        fault "$wrong.c is told: $(cat "$made/$wrong.said")"
    fi
done
[ $wrongs -ge 2 ] || fault "$wrongs wrong answers; expected two at least"
sort "$made"/wrong-*.said | uniq -d | while read -r line; do fault "two wrong answers are told: $line"; done

# What the solution types and the stub does not is the answer: no message may have it, nor the hint (single digits aside, of formulas).
numbers_of code "$folder/solution.c" >"$made/solution.numbers"
numbers_of code "$folder/stub.c" >"$made/stub.numbers"
{
    numbers_of strings "$folder/test.c"
    numbers_of text "$made"/*.said
    numbers_of text "$folder/hint.md" | grep ..
} | awk '
    FILENAME == ARGV[1] { given[$1 + 0]; next }
    FILENAME == ARGV[2] { if (!($1 + 0 in given)) answer[$1 + 0]; next }
    { for (a in answer) if ($1 - a <= a / 2000 && a - $1 <= a / 2000) print }' "$made/stub.numbers" "$made/solution.numbers" - |
    sort -u | while read -r told; do fault "a message or the hint gives away $told"; done
sed -n "s/.*'\([A-Za-z]\)'.*/\1/p" "$folder/solution.c" | while read -r letter; do
    cat "$made"/*.said "$folder/hint.md" | grep -qw -- "$letter" && fault "a message or the hint gives away $letter"
done

# What the worked solution and the hint say in two digits or more, a compiled file or the task says, too.
{
    numbers_of text "$folder/stub.c"
    numbers_of code "$folder/test.c"
} >"$made/given.numbers"
numbers_of text "$folder/solution.md" "$folder/hint.md" | grep .. | awk '
    FILENAME != "-" { compiled[$1 + 0]; next }
    !($1 + 0 in compiled)' "$made/solution.numbers" "$made/given.numbers" - |
    sort -u | while read -r typed; do fault "$typed stands in solution.md or hint.md, but in no file that is compiled"; done

if [ -s "$made/faults" ]; then
    echo "FAIL $number"
    cat "$made/faults"
else
    # shellcheck disable=SC2086
    printf 'ok   %-5s solution with %s; %d wrong answers\n' "$number" "$(echo $compilers | sed "s/ / and /g")" $wrongs
fi
