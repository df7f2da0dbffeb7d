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

# plain FILE.md: for the terminal, by pandoc; where there is none, or one too old, as it is written but for the links and the
# ends of lines.
plain() {
    pandoc -f markdown -t plain --columns=76 --lua-filter $workbook/plain.lua "$1" 2>/dev/null && return
    sed -e "s/\[\([a-z]*\)\](#ex-\([0-9.]*\))/\1 \2/g" -e "s/\[\([^]]*\)\](#[^)]*)/\1/g" "$1" | fold -s -w 76
}

# Has git keep the answer as it is now, in a repository that answers/ is of its own: for its history, and because git clean -fdx,
# which removes what git ignores, leaves other repositories alone. Without git, or with one that fails, the answer is a plain file.
keep_version() {
    command -v git >/dev/null || return
    (
        # shellcheck disable=SC2046
        unset $(git rev-parse --local-env-vars) # of a hook, say: they would name the book's repository
        cd answers || exit
        [ -d .git ] || git -c init.defaultBranch=answers init --template= || exit
        git --git-dir=.git add -f "$number.c"
        git --git-dir=.git -c user.name=reader -c user.email=reader@localhost -c commit.gpgSign=false -c core.hooksPath=/dev/null \
            commit -m "$1" -- "$number.c"
    ) >/dev/null 2>&1 </dev/null
}

# Makes the answer from the stub, of which a copy shows later whether the reader has touched it.
make_from_stub() {
    mkdir -p answers/stubs && cp "$folder/stub.c" "answers/stubs/$number.c" && cp "$folder/stub.c" "$answer" || exit 1
    keep_version "$number, the stub"
}

# Makes the answer if there is none, and makes it anew if the reader has not touched it and a newer book has another stub.
begin() {
    if [ ! -f "$answer" ]; then
        make_from_stub
        echo "$answer is new: answer there."
    elif is_untouched && ! cmp -s "$folder/stub.c" "$answer"; then
        make_from_stub
        echo "$answer, which you had not touched, is new: the exercise has changed."
    fi
}

# Compiles and checks the answer and keeps the outcome in the file state: solved, or begun.
check() {
    mkdir -p "$made"
    echo begun >"$made/state"
    # shellcheck disable=SC2086
    share_checks watched -O0 $sanitizers || return 2
    # shellcheck disable=SC2086
    compile_checks "$folder/test.c" "$made/test.o" -O0 $sanitizers || return 2
    build "$made/answer" "$answer" "$made/test.o" "$shared" "$@" || return 2
    run_checks "$made/answer" "$made/output" || return 1
    echo solved >"$made/state"
}

# shellcheck disable=SC2154
case $verb in
check)
    begin
    keep_version "$number"
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
    2)
        echo "$number does not compile yet: begin with the first error above."
        cmp -s "$folder/stub.c" "answers/stubs/$number.c" ||
            echo "The exercise has changed since you began: see $folder/stub.c, or make reset-$number."
        ;;
    esac
    echo "A hint: make hint-$number."
    exit 1
    ;;
state)
    if is_untouched; then
        mkdir -p "$made" && echo untouched >"$made/state"
        exit 0
    fi
    cmocka_here || exit 0 # nothing can be said, so nothing is kept
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
    if [ -f "$answer" ] && ! is_untouched; then
        keep_version "$number, before it was reset"
        stem=answers/kept/$number-$(date +%Y-%m-%d-%H%M%S) kept=$stem.c more=1
        while [ -e "$kept" ]; do
            more=$((more + 1)) kept=$stem-$more.c
        done
        mkdir -p answers/kept && mv "$answer" "$kept" || exit 1
        echo "What you wrote is kept as $kept."
        rm -f "$made/state"
    elif [ -f "$answer" ] && cmp -s "$folder/stub.c" "$answer"; then
        echo "$answer is as it came: there is nothing to reset."
        exit 0
    fi
    make_from_stub
    echo "$answer is as it came."
    ;;
esac
