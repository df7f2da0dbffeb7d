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

# attempt NAME OBJECT...: compiles NAME.c and runs its checks, which are objects. Sets passed; false if it does not compile.
attempt() {
    name=$1
    shift
    if ! build "$made/$name" "$folder/$name.c" "$@" 2>"$made/words"; then
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
    awk -v part="$part" -f $workbook/numbers.awk "$@"
}

# shellcheck disable=SC2154
for file in $files; do
    [ -f "$folder/$file" ] || fault "there is no $folder/$file"
done
[ -s "$made/faults" ] && { echo "FAIL $number"; cat "$made/faults"; exit; }

compile_checks "$folder/test.c" "$made/test.o" -O1 2>"$made/words"
[ -s "$made/words" ] && fault "$folder/test.c: $(head -n 1 "$made/words")"
share_checks plain -O1
plain="$made/test.o $shared"

find_sanitizers
# shellcheck disable=SC2086
if attempt stub $plain "$@"; then
    [ "$passed" = no ] || fault 'the stub passes'
    [ -s "$made/stub.said" ] || fault 'the stub fails without a word'
    grep -v 'not answered yet$' "$made/stub.said" >/dev/null && fault "the stub is told: $(head -n 1 "$made/stub.said")"
fi

# try_solution OBJECT...: with the compiler CC.
try_solution() {
    attempt solution "$@" || return
    [ "$passed" = yes ] || fault "the solution fails with $CC: $(head -n 1 "$made/solution.said")"
    [ -s "$made/solution.said" ] && [ "$passed" = yes ] && fault "the solution is told: $(head -n 1 "$made/solution.said")"
}

# The reader's check watches over the test, too.
# shellcheck disable=SC2086
compile_checks "$folder/test.c" "$made/watched.o" -O0 $sanitizers 2>"$made/words"
# shellcheck disable=SC2086
share_checks watched -O0 $sanitizers
try_solution "$made/watched.o" "$shared" "$@"

# The compilers that are here, each once: cc may be either of the others.
version() { $1 --version 2>/dev/null | sed '1s/^[^ ]* //; q'; }
own=$CC compilers=$CC
for CC in gcc clang; do
    command -v $CC >/dev/null || continue
    [ "$(version $CC)" != "$(version "$own")" ] || continue
    compilers="$compilers and $CC"
    find_sanitizers
    # shellcheck disable=SC2086
    try_solution $plain "$@"
done
CC=$own

wrongs=0
for file in "$folder"/wrong-*.c; do
    [ -f "$file" ] || continue
    wrong=${file##*/} sanitizers='' meant=''
    wrong=${wrong%.c}
    read -r line <"$file"
    case $line in
    '/* rejected with: '*' */') meant=${line#*: } ;;
    '/* rejected by a sanitizer with: '*' */')
        meant=${line#*: }
        find_sanitizers
        [ -n "$sanitizers" ] || continue
        ;;
    *) fault "$wrong.c: its first line is not /* rejected with: … */, nor /* rejected by a sanitizer with: … */" ;;
    esac
    meant=${meant% \*/}
    wrongs=$((wrongs + 1))
    # shellcheck disable=SC2086
    attempt "$wrong" $plain "$@" || continue
    if [ -n "$sanitizers" ]; then # what it says itself differs from compiler to compiler
        grep -v ': runtime error: ' "$made/$wrong.said" >"$made/words"
        mv "$made/words" "$made/$wrong.said"
    fi
    {
        read -r line
        read -r more
    } <"$made/$wrong.said"
    if [ "$passed" = yes ]; then
        fault "$wrong.c passes"
    elif [ -n "$more" ] || [ -z "$meant" ] || [ "${line#*"$meant"}" = "$line" ]; then
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

if [ -s "$made/faults" ]; then
    echo "FAIL $number"
    cat "$made/faults"
else
    printf 'ok   %-5s solution with %s; %d wrong answers\n' "$number" "$compilers" $wrongs
fi
