#!/bin/sh
# runs.sh 01-neuron: makes the runs that plots/01-neuron/runs lists, one a
# line (name : arguments : values kept), into build/data/01-neuron. A run is
# made again only if its line or the program has changed, and a file is
# replaced only by another content, so that make sees what really changed.
set -eu
stem=$1
list=plots/$stem/runs
program=build/$stem
out=build/data/$stem
mkdir -p "$out"

trim() { printf '%s' "$1" | sed 's/^[[:space:]]*//; s/[[:space:]]*$//'; }

keep() { # keep NEW OLD
    if cmp -s "$1" "$2"; then rm -f "$1"; else mv -f "$1" "$2"; fi
}

number=0
while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    case $(trim "$line") in '' | '#'*) continue ;; esac
    name=$(trim "${line%%:*}")
    rest=${line#*:}
    arguments=$(trim "${rest%:*}")
    case $name in
    '' | *[!A-Za-z0-9_-]*)
        echo "$list:$number: expected \"name : arguments : value names\", got \"$line\"" >&2
        exit 1
        ;;
    esac
    key="$program $arguments $(cksum <"$program")"
    if [ -f "$out/$name.csv" ] && [ "$(cat "$out/$name.key" 2>/dev/null)" = "$key" ]; then
        continue
    fi
    # The arguments are words; nothing in them is quoted.
    # shellcheck disable=SC2086
    if ! "$program" $arguments --quiet --values "$out/$name.values.new" \
        --trace "$out/$name.csv.new"; then
        echo "$list:$number: the run $name failed: $program $arguments" >&2
        rm -f "$out/$name.values.new" "$out/$name.csv.new"
        exit 1
    fi
    keep "$out/$name.values.new" "$out/$name.values"
    keep "$out/$name.csv.new" "$out/$name.csv"
    printf '%s\n' "$key" >"$out/$name.key"
done <"$list"
