#!/bin/sh
# The speed table: nanoseconds of one full-batch epoch of the 2-3-1 network on XOR, in double precision on one core, ours and in what
# else is installed; the least of many trials, all in this run.
#
# usage: bench.sh PROGRAM FANN-PROGRAM        a program that is not there is told of as not installed
set -u
python=''
for candidate in python3 /usr/bin/python3; do
    [ -n "$python" ] || ! "$candidate" -c 'import numpy' 2>/dev/null || python=$candidate
done

# Three rounds, each by turns, so that a busy moment does not hit one alone.
measured() {
    for round in 1 2 3; do
        "$1" | sed 's/^/ours /'
        [ ! -x "$2" ] || "$2" | sed 's/^/FANN /'
        [ -z "$python" ] || "$python" tests/bench/numpy_epoch.py | sed 's/^/NumPy /'
    done
}

echo "One epoch, four rows, 2-3-1, double precision, one core"
[ ! -r /proc/cpuinfo ] || sed -n '/^model name/ { s/.*: /on /; p; q; }' /proc/cpuinfo
measured "$1" "$2" | awk '
    !($1 in least) || $2 < least[$1] { least[$1] = $2 }
    END {
        if (!("ours" in least)) exit 1
        printf "\n%-8s %14s %10s\n", "", "nanoseconds", "ratio"
        count = split("ours FANN NumPy", names, " ")
        for (i = 1; i <= count; i++) {
            if (names[i] in least)
                printf "%-8s %14.0f %10.2f\n", names[i], least[names[i]], least[names[i]] / least["ours"]
            else
                printf "%-8s %14s\n", names[i], "not installed"
        }
    }'
