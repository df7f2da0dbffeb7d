#!/bin/sh
# Do the checks notice? Makes one small mistake at a time (tests/mistakes.awk) in the solution of each exercise and checks it as an
# answer. One that passes is printed: the checks want another input or, if it changes no result, tests/workbook/mutants a line. Ends
# with 0 if there are none but those, and those are still there.
#
# usage: mutate.sh [NUMBER...]
set -u
. tests/workbook/common.sh

if [ "${1:-}" = try ]; then # try NUMBER LINE-OF-THE-LIST: prints what came of it
    find_exercise "$2"
    find_sanitizers
    made_here=$OUT/workbook/$number/mutants at=$3
    make_judge
    mutant=$made_here/$at
    awk -F '\t' -v n="$at" '
        NR == FNR { if ($1 == n) { line = $3; new = $4 }; next }
        { print FNR == line ? new : $0 }' "$made_here/list" "$folder/solution.c" >"$mutant.c"
    outcome=caught
    # What a compiler warns of, or makes the same code of, needs no check.
    # shellcheck disable=SC2086
    if [ -f "$folder/answer.h" ]; then
        $CC $FLAGS -D_XOPEN_SOURCE=700 -O2 -I"$folder" -isystem "$code" -isystem $workbook -c "$mutant.c" -o "$mutant.o"
    else
        $CC $FLAGS -D_XOPEN_SOURCE=700 -O2 -c "$mutant.c" -o "$mutant.o"
    fi 2>/dev/null || outcome=skipped
    [ "$at" = 1 ] || ! cmp -s "$mutant.o" "$made_here/plain.o" || outcome=skipped
    if [ "$at" = 1 ]; then
        outcome=skipped
        mv "$mutant.o" "$made_here/plain.o"
    elif [ $outcome = caught ]; then
        export WORKBOOK_COMPUTING=2 WORKBOOK_TAKING=20
        build "$mutant" "$mutant.c" "$made_here/test.o" 2>/dev/null && run_checks "$mutant" "$mutant.said" && outcome=survived
    fi
    rm -f "$mutant" "$mutant".*
    echo "$number $at $outcome"
    exit
fi

# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(numbers)
for number; do
    find_exercise "$number"
    made_here=$OUT/workbook/$number/mutants
    rm -rf "$made_here"
    mkdir -p "$made_here"
    find_sanitizers
    make_judge
    compile_test "$made_here/test.o"
    awk -f tests/mistakes.awk "$folder/solution.c" >"$made_here/list"
    sh $workbook/mutate.sh try "$number" 1 >/dev/null
    cut -f 1 "$made_here/list" | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I{} sh $workbook/mutate.sh try "$number" {} | sort -n -k 2,2 |
        awk -F '\t' -v number="$number" '
            FILENAME ~ /list$/ { split($0, part); text[part[1]] = part[5]; next }
            FILENAME ~ /mutants$/ && /^[^ #]/ { listed[entry = $0]; next }
            FILENAME ~ /mutants$/ { if (/^    /) reason[entry] = 1; next }
            {
                split($0, part, " ")
                mark = text[part[2]]
                if (part[3] == "survived" && mark in listed) { part[3] = "listed"; if (!(mark in reason)) print "without a reason: " mark }
                if (part[3] == "caught" && mark in listed) print "in tests/workbook/mutants, but noticed: " mark
                n[part[3]]++
                if (part[3] == "survived") print "survived " mark
            }
            END { printf "%s %d caught, %d listed, %d survived\n", number, n["caught"], n["listed"], n["survived"] }
        ' "$made_here/list" $workbook/mutants -
done | awk '
    { print; fflush() }
    $3 == "caught," { caught += $2; listed += $4; survived += $6; next }
    { faults++ }
    END {
        all = caught + survived
        printf "mutants that change a result: %d of %d rejected, %.1f%%; %d listed that change none\n",
            caught, all, all ? 100 * caught / all : 0, listed
        exit faults > 0
    }'
