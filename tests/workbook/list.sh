#!/bin/sh
# make exercises: every exercise with its stars, kind, title and state, and the next one to do.
# Stars, kind and title stand in the chapter, on the line ::: {.exercise #ex-1.3 stars=2 kind=paper title="…"}; the state is
# derived: an answer that is not there, or equal to its stub, is untouched, one whose checks passed (see exercise.sh) is solved,
# any other is begun.
#
# usage: list.sh
set -u
. tests/workbook/common.sh

# state_of NUMBER, which has been found.
state_of() {
    if is_untouched; then
        echo untouched
    elif grep -q solved "$OUT/workbook/$1/state" 2>/dev/null; then
        echo solved
    else
        echo begun
    fi
}

set -- chapters/*.md
[ -f "$1" ] || set --
for number in $(numbers); do
    find_exercise "$number"
    stem=${folder#code/}
    echo "$number $(state_of "$number") ${stem%%/*} $folder"
done | awk '
    function attribute(line, name) {
        if (!match(line, "[ {]" name "=(\"[^\"]*\"|[^ }]*)")) return ""
        line = substr(line, RSTART + length(name) + 2, RLENGTH - length(name) - 2)
        gsub(/"/, "", line)
        return line
    }
    BEGIN {
        mark["solved"] = "✓"; mark["begun"] = "…"; mark["untouched"] = "·"
        stars[""] = "   "; stars["1"] = "★  "; stars["2"] = "★★ "; stars["3"] = "★★★"
        kind["paper"] = "paper"; kind["c"] = "C"
    }
    # A chapter: its heading, and the attributes of its exercises.
    FILENAME != "-" {
        if (FNR == 1 && /^# /) {
            stem = FILENAME
            gsub(/.*\/|\.md$/, "", stem)
            sub(/^# */, ""); sub(/ *\{.*/, "")
            heading[stem] = $0
        } else if (/^:::+ *\{.*\.exercise/ && match($0, /#ex-[0-9.]+/))
            attributes[substr($0, RSTART + 4, RLENGTH - 4)] = $0
        next
    }
    # An exercise: number, state, stem, folder.
    {
        if ($3 != stem_before)
            printf "%s%d. %s\n", (stem_before == "" ? "" : "\n"), $3, ($3 in heading) ? heading[$3] : $3
        stem_before = $3
        title = attribute(attributes[$1], "title")
        printf "  %s %-5s %s %-5s  %s\n", mark[$2], $1, stars[attribute(attributes[$1], "stars")],
            kind[attribute(attributes[$1], "kind")], title == "" ? $4 : title
        count[$2]++
        if (next_number == "" && $2 != "solved") next_number = $1
    }
    END {
        printf "\n✓ %d solved, … %d begun, · %d untouched.\n", count["solved"], count["begun"], count["untouched"]
        if (next_number != "")
            printf "Next: make check-%s; your answer goes into answers/%s.c.\n", next_number, next_number
    }' "$@" -
cmocka_here || echo "Nothing was checked: cmocka is missing (package libcmocka-dev); make deps installs it."
