#!/bin/sh
# One exercise, for its reader: make check-1.3, hint-1.3, solution-1.3, reset-1.3; make check and make hint, for the next one; and
# make exercises, the list of all.
#
# usage: exercise.sh check|hint|solution|reset NUMBER|next
#        exercise.sh next|which|list       which: the number of the next one, and no more
set -u
. tests/workbook/common.sh

# Colours on a terminal, for who has not asked for none.
green='' red='' bold='' off=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    escape=$(printf '\033')
    green="${escape}[32m" red="${escape}[31m" bold="${escape}[1m" off="${escape}[m"
fi

plain() { awk -f $workbook/plain.awk "$1"; } # for the terminal

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

stub_file() { echo "$code/${folder#code/}/stub.c"; }

# Makes the answer from the stub, of which a copy shows later whether the reader has touched it.
make_from_stub() {
    mkdir -p answers/stubs && cp "$(stub_file)" "answers/stubs/$number.c" && cp "$(stub_file)" "$answer" || exit 1
    keep_version "$number, the stub"
}

# Makes the answer if there is none, and makes it anew if the reader has not touched it and a newer book has another stub.
begin() {
    if [ ! -f "$answer" ]; then
        make_from_stub
        echo "$answer is new: answer there."
    elif is_untouched && ! cmp -s "$(stub_file)" "$answer"; then
        make_from_stub
        echo "$answer, which you had not touched, is new: the exercise has changed."
    fi
}

# Compiles and checks the answer and keeps the outcome. Ends with 0 if it is solved, 1 if not, 2 if it does not compile.
judge_answer() {
    expect_book
    made_here=$OUT/workbook/$number
    mkdir -p "$made_here"
    find_sanitizers
    outcome=begun score=
    make_judge && compile_test "$made_here/$tag.test.o" || exit 2
    if ! build "$made_here/answer" "$answer" "$made_here/$tag.test.o"; then
        result=2
    elif run_checks "$made_here/answer" "$made_here/output"; then
        result=0 outcome=solved
    else
        result=1
    fi
    printf '%s\n%s %s\n' "$(outcome_key)" $outcome "$score" >"$made_here/outcome"
    return $result
}

# wrapped: within 76 columns, and what to suspect on a line of its own.
wrapped() {
    awk '{ if (match($0, / expected [^ ]+: /)) print substr($0, 1, RSTART + RLENGTH - 2) "\n" substr($0, RSTART + RLENGTH); else print }' |
        fold -s -w 74 | sed 's/^/  /; s/ *$//'
}

say_check() {
    expect_book
    begin
    keep_version "$number"
    judge_answer
    case $? in
    0)
        [ -n "$sanitizers" ] || echo "(checked without sanitizers: $CC has none here)"
        wrapped <"$made_here/output"
        echo "$green$number solved$off"
        say_changed
        echo "The book's way: make solution-$number. What is next: make next."
        return 0
        ;;
    1)
        case $score in *' of 1' | '') parts= ;; *) parts=": $score right" ;; esac
        echo "$red$number is not solved yet$off$parts"
        wrapped <"$made_here/output"
        ;;
    2)
        echo "$red$number does not compile yet$off: begin with the first error above."
        ;;
    esac
    cmp -s "$(stub_file)" "answers/stubs/$number.c" || [ ! -f "answers/stubs/$number.c" ] ||
        echo "The exercise has changed since you began: see $folder/stub.c, or make reset-$number."
    say_changed
    echo "A hint: ${HINT:-make hint-$number}."
    return 1
}

say_changed() {
    case $changed in *" $folder/stub.c"*) echo "You wrote into $folder/stub.c: the place for it is $answer." ;; esac
    for file in $changed; do
        if judges "$file"; then echo "$file"; fi
    done | sed '1s/^/(Judged by the book as it came, without your changes to /; $!s/$/,/; $s/$/.)/'
}

# make hint again gives the next step; after the last, all of them.
say_hint() {
    steps=$(awk -v RS= 'END { print NR }' "$folder/hint.md")
    file=$OUT/workbook/$number/hints
    mkdir -p "${file%/*}"
    step=$(($(cat "$file" 2>/dev/null || echo 0) + 1))
    if [ "$step" -gt "$steps" ]; then
        plain "$folder/hint.md"
        printf '\n(These are all the hints for %s. One way to do it: make solution-%s.)\n' "$number" "$number"
        return
    fi
    echo $step >"$file"
    awk -v RS= -v step=$step 'NR == step' "$folder/hint.md" >"$file.md"
    plain "$file.md"
    if [ "$step" -lt "$steps" ]; then
        printf '\n(Hint %d of %d for %s; the next: %s again.)\n' "$step" "$steps" "$number" "${HINT:-make hint-$number}"
    else
        printf '\n(The last hint for %s; %s again shows them all.)\n' "$number" "${HINT:-make hint-$number}"
    fi
}

# A question before the solution of what has not been tried; where nobody is there to answer it, none.
say_solution() {
    if is_untouched; then
        printf 'You have not tried %s yet, and a solution teaches more after an attempt. Show it? [y/N] ' "$number"
        if read -r reply; then
            case $reply in [yY]*) echo ;; *) echo "A hint: make hint-$number."; return ;; esac
        elif [ -t 0 ]; then
            echo
            return
        else
            echo y
        fi
    fi
    plain "$folder/solution.md"
    printf '\n%s:\n\n' "$folder/solution.c"
    cat "$folder/solution.c"
}

reset() {
    if [ -f "$answer" ] && ! is_untouched; then
        keep_version "$number, before it was reset"
        kept=answers/kept/$number-$(date +%Y-%m-%d-%H%M%S).c more=1
        while [ -e "$kept" ]; do
            more=$((more + 1)) kept=${kept%.c}
            kept=${kept%-copy*}-copy$more.c
        done
        mkdir -p answers/kept && mv "$answer" "$kept" || exit 1
        echo "What you wrote is kept as $kept."
    elif [ -f "$answer" ] && cmp -s "$(stub_file)" "$answer"; then
        echo "$answer is as it came: there is nothing to reset."
        return
    fi
    make_from_stub
    rm -f "$OUT/workbook/$number/hints"
    echo "$answer is as it came."
}

# The next exercise that is not solved; checks what has changed.
find_next() {
    for candidate in $(suggested); do
        find_exercise "$candidate"
        known=$(outcome)
        [ -n "$known" ] || { (judge_answer) >/dev/null 2>&1; known=$(outcome); }
        case $known in solved*) ;; *) return ;; esac
    done
    echo "All the exercises are solved."
    exit 0
}

say_next() {
    find_next
    title=$(title_of "$number")
    echo "Next: $bold$number$off${title:+, $title}$(is_heart "$number" && echo ', which is of the heart of its chapter')."
    echo "Your answer goes into $answer. make check and make hint are for this"
    echo "one, and make watch checks it at each save."
}

case $1:${2-} in
hint:[0-9]*) ;; # judges nothing
*) take_book ;;
esac
# shellcheck disable=SC2154
case $1 in
list) . $workbook/list.sh ;;
next) say_next ;;
which) find_next && echo "$number" ;;
*)
    if [ "$2" = next ]; then find_next; else find_exercise "$2"; fi
    case $1 in
    check) say_check ;;
    hint) say_hint ;;
    solution) say_solution ;;
    reset) reset ;;
    esac
    ;;
esac
