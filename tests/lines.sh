#!/bin/bash
# Runs a program by each line of tests/cli/STEM.lines: the exit code to come, and the arguments. The build in the first folder has
# to end so; those in the others, too, and with the same bytes: report and messages, trace, values and, where there are any, the
# parameters saved. What ends with 0 leaves all that it was asked for; what ends otherwise saves nothing.
#
# usage: lines.sh STEM FOLDER [OTHER...]        such as: lines.sh 01-neuron build build/test/gcc-O0 build/test/tcc
#        WRAPPER='env A=B' lines.sh …           the others are run by this command, and called by it
#        NEAR=1e-6 lines.sh …                   and their numbers may lie apart by a millionth
set -u
stem=$1 first=$2
shift 2
list=tests/cli/$stem.lines
made=$(mktemp -d build/lines-XXXXXX)
trap 'rm -rf "$made"' EXIT
any_failed=0
count=0 runs=0

judge() { # TEST: failed if there are faults
    if [ -s "$made/faults" ]; then
        echo "FAIL $1"
        sed 's/^/       /' "$made/faults"
        any_failed=1
    else
        echo "ok   $1"
    fi
}

# all_output FILE COMMAND...: runs the command for the files of $wanted, which it leaves as $left.trace and so on, and adds them to what
# it printed into FILE; $code is how it ended.
all_output() {
    local all=$1 file options=() files=()
    shift
    left=$made/$((++runs))
    for file in $wanted; do options+=("--$file" "$left.$file"); done
    "$@" "${options[@]}" >"$all" 2>&1 </dev/null
    code=$?
    for file in $wanted; do [ ! -f "$left.$file" ] || files+=("$left.$file"); done
    [ ${#files[@]} -eq 0 ] || cat "${files[@]}" >>"$all"
}

# What is wrong with how the last run ended.
end_faults() {
    local file
    [ "$code" = "$expected" ] || printf 'exit code %s, expected %s: %s\n' "$code" "$expected" "$(head -n 3 "$1")"
    if [ "$expected" = 0 ]; then
        for file in $wanted; do [ -s "$left.$file" ] || echo "it left no --$file"; done
    elif [ -e "$left.save" ]; then
        echo 'it saved parameters'
    fi
}

# What differs between two files: in bytes, or in words and, by more than $NEAR, in numbers. Below 1e-9 lies what is left of rounding.
differences() {
    if [ -z "${NEAR-}" ]; then
        cmp "$1" "$2" 2>&1
        return
    fi
    awk -v near="$NEAR" -F '[ ,=]+' '
        function apart(a, b,    d, most) {
            if (a "" == b "") return 0
            if (a !~ number || b !~ number) return 1
            d = a - b; d = d < 0 ? -d : d
            a = a < 0 ? -a : +a; b = b < 0 ? -b : +b
            most = a > b ? a : b
            return !(d <= near * most + 1e-9)
        }
        BEGIN { number = "^[-+]?[0-9][0-9]*[.]?[0-9]*(e[-+]?[0-9]+)?$" }
        NR == FNR { line[FNR] = $0; lines = FNR; next }
        {
            n = split(line[FNR], other)
            differs = n != NF
            for (i = 1; i <= NF; i++) if (apart(other[i], $i)) differs = 1
            if (differs && told++ < 3) print "line " FNR ": \"" $0 "\", expected \"" line[FNR] "\""
        }
        END { if (FNR != lines || !lines) print FNR " lines, expected " lines }' "$1" "$2"
}

while read -r expected line || [ -n "$expected" ]; do
    if [[ $expected != [0-9]* ]]; then
        [ -n "${expected%%#*}" ] || continue
        echo 'expected an exit code' >"$made/faults"
        judge "$list: $expected $line"
        continue
    fi
    count=$((count + 1))
    read -ra arguments <<<"$line"
    wanted='values trace save'
    [[ " $line " != *' --starts '* && " $line " != *' --nearest '* ]] || wanted='values'
    [[ $stem != 01-* && " $line " != *' --mazur '* ]] || wanted=${wanted% save}
    all_output "$made/expected" "$first/$stem" "${arguments[@]}"
    end_faults "$made/expected" >"$made/faults"
    judge "$first/$stem $line: ends with $expected"
    for other; do
        # shellcheck disable=SC2086
        all_output "$made/actual" ${WRAPPER-} "$other/$stem" "${arguments[@]}"
        {
            end_faults "$made/actual"
            differences "$made/expected" "$made/actual"
        } >"$made/faults"
        judge "${WRAPPER+$WRAPPER }$other/$stem $line: ends so, and leaves the same"
    done
done < <(cat "$list")
if [ $count -eq 0 ]; then
    echo 'no line in it' >"$made/faults"
    judge "$list"
fi
exit $any_failed
