# shellcheck shell=sh disable=SC2154
# list.sh: make exercises: every exercise with its stars, kind, title and state, and the next one to do; a part of exercise.sh.
# Stars, kind and title stand in the chapter, on the line ::: {.exercise #ex-1.3 stars=2 kind=paper title="…"}.

set -- chapters/*.md
[ -f "$1" ] || set --
next=$(find_next >/dev/null && echo "$number")
for number in $(numbers); do
    find_exercise "$number"
    known=$(outcome)
    [ -n "$known" ] || { (judge_answer) >/dev/null 2>&1; known=$(outcome); }
    echo "$number $stem ${known:-begun}"
done | awk -v next_number="$next" -v green="$green" -v bold="$bold" -v off="$off" '
    function attribute(line, name) {
        if (!match(line, "[ {]" name "=(\"[^\"]*\"|[^ }]*)")) return ""
        line = substr(line, RSTART + length(name) + 2, RLENGTH - length(name) - 2)
        gsub(/"/, "", line)
        return line
    }
    BEGIN {
        mark["solved"] = green "✓" off; mark["begun"] = "…"; mark["untouched"] = "·"
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
    # An exercise: number, stem, state and, of one with parts that is begun, the score.
    {
        if ($2 != stem_before)
            printf "%s%s%d. %s%s\n", (stem_before == "" ? "" : "\n"), bold, $2, ($2 in heading) ? heading[$2] : $2, off
        stem_before = $2
        title = attribute(attributes[$1], "title")
        if ($3 == "begun" && $6 > 1) title = title " (" $4 " of " $6 " right)"
        printf "  %s %-5s %s %-5s  %s\n", mark[$3], $1, stars[attribute(attributes[$1], "stars")],
            kind[attribute(attributes[$1], "kind")], title
        count[$3]++
    }
    END {
        printf "\n✓ %d solved, … %d begun, · %d untouched.\n", count["solved"], count["begun"], count["untouched"]
        if (next_number != "")
            printf "Next: make check-%s; your answer goes into answers/%s.c.\n", next_number, next_number
    }' "$@" -
for file in $lost; do
    case $file in code/*/exercises/*) continue ;; esac
    [ -d "${file%/*}" ] && echo "Some could not be judged: $file is not as it came with the book."
done
