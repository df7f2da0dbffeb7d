#!/bin/sh
# runs.sh 01-neuron plots/01-neuron/runs: makes the runs of that list, one a
# line (name : arguments : values kept), into build/data/01-neuron. A run is
# made again only if its line or the program has changed, and a file is
# replaced only by another content, so that make sees what really changed.
# A run with --starts leaves no trace.
set -eu
stem=$1
list=$2
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
    if [ -f "$out/$name.values" ] && [ "$(cat "$out/$name.key" 2>/dev/null)" = "$key" ]; then
        continue
    fi
    # The arguments are words; nothing in them is quoted.
    case " $arguments" in
    *' --starts '*) trace='' ;;
    *) trace="--trace $out/$name.csv.new" ;;
    esac
    # shellcheck disable=SC2086
    if ! "$program" $arguments --quiet --values "$out/$name.values.new" $trace; then
        echo "$list:$number: the run $name failed: $program $arguments" >&2
        rm -f "$out/$name.values.new" "$out/$name.csv.new"
        exit 1
    fi
    keep "$out/$name.values.new" "$out/$name.values"
    [ -z "$trace" ] || keep "$out/$name.csv.new" "$out/$name.csv"
    printf '%s\n' "$key" >"$out/$name.key"
done <"$list"
