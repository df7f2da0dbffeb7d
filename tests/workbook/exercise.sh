#!/bin/sh
# One exercise, for its reader: make check-1.3, hint-1.3, solution-1.3, reset-1.3; and, for make exercises, whether it is solved.
#
# usage: exercise.sh check|state NUMBER OBJECT...     the objects of the chapter's modules, to link with
#        exercise.sh hint|solution|reset NUMBER
set -u
. tests/workbook/common.sh

verb=$1 number=$2
shift 2
find_exercise "$number"
made=$OUT/workbook/$number

# plain FILE.md: for the terminal, by pandoc; where there is none, or one too old, as it is written but for the links.
plain() {
    pandoc -f markdown -t plain --columns=76 --lua-filter $workbook/plain.lua "$1" 2>/dev/null && return
    sed -e "s/\[\([a-z]*\)\](#ex-\([0-9.]*\))/\1 \2/g" -e "s/\[\([^]]*\)\](#[^)]*)/\1/g" "$1"
}

# Compiles and checks the answer and keeps the outcome in the file state: solved, or begun.
check() {
    mkdir -p "$made"
    echo begun >"$made/state"
    # shellcheck disable=SC2086
    share_checks watched -O0 $sanitizers || return 2
    # shellcheck disable=SC2086
    compile_checks "$folder/test.c" "$made/test.o" -O0 $sanitizers || return 2
    build "$made/answer" "$folder/answer.c" "$made/test.o" "$shared" "$@" || return 2
    run_checks "$made/answer" "$made/output" || return 1
    echo solved >"$made/state"
}

# shellcheck disable=SC2154
case $verb in
check)
    if [ ! -f "$folder/answer.c" ]; then
        echo "$folder/answer.c is missing; make reset-$number brings it back."
        exit 1
    fi
    find_sanitizers
    [ -n "$sanitizers" ] || echo "(checked without sanitizers: $CC has none here)"
    check "$@"
    case $? in
    0)
        cat "$made/output"
        echo "$number solved"
        echo "The book's way: make solution-$number. What is next: make exercises."
        exit 0
        ;;
    1)
        echo "$number is not solved yet:"
        sed 's/^/  /' "$made/output"
        ;;
    2) echo "$number does not compile yet: begin with the first error above." ;;
    esac
    echo "A hint: make hint-$number."
    exit 1
    ;;
state)
    cmocka_here || exit 0 # nothing can be said, so nothing is kept
    mkdir -p "$made"
    if cmp -s "$folder/stub.c" "$folder/answer.c"; then
        echo untouched >"$made/state"
        exit 0
    fi
    find_sanitizers
    check "$@" 2>/dev/null
    exit 0
    ;;
hint)
    plain "$folder/hint.md"
    ;;
solution)
    plain "$folder/solution.md"
    printf '\n%s:\n\n' "$folder/solution.c"
    cat "$folder/solution.c"
    ;;
reset)
    if cmp -s "$folder/stub.c" "$folder/answer.c"; then
        echo "$folder/answer.c is as it came: there is nothing to reset."
        exit 0
    fi
    if [ -f "$folder/answer.c" ]; then
        kept=build/kept/$number-$(date +%Y-%m-%d-%H%M%S).c
        echo "This overwrites $folder/answer.c; what you wrote is kept as $kept."
        mkdir -p build/kept && cp "$folder/answer.c" "$kept" || exit 1
    fi
    cp "$folder/stub.c" "$folder/answer.c" && echo "$folder/answer.c is as it came."
    ;;
esac
