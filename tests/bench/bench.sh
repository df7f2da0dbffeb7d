#!/bin/sh
# The speed table: nanoseconds of one full-batch epoch of the 2-3-1 network on XOR, in double precision on one core, ours (on the
# path of the reader's program, without its start) and in what else is installed; the least of many trials, all in this run. The
# first three go down the gradient of half the squares, the others take Adam's steps on the mean cross-entropy; each ratio is to the
# first.
#
# usage: bench.sh PROGRAM ADAM-PROGRAM FANN-PROGRAM        a program that is not there is told of as not installed
set -u

# Prints a python that has the module, if there is one.
python_with() {
    for candidate in python3 /usr/bin/python3; do
        "$candidate" -c "import $1" 2>/dev/null && echo "$candidate" && return
    done
}
numpy=$(python_with numpy)
torch=$(python_with torch)

# Three rounds, each by turns, so that a busy moment does not hit one alone.
measured() {
    for _ in 1 2 3; do
        "$1" | sed 's/^/ours /'
        "$2" | sed 's/^/ours,Adam /'
        [ ! -x "$3" ] || "$3" | sed 's/^/FANN /'
        [ -z "$numpy" ] || "$numpy" tests/bench/numpy_epoch.py | sed 's/^/NumPy /'
        [ -z "$torch" ] || "$torch" tests/bench/torch_epoch.py | sed 's/^/PyTorch,Adam /'
    done
}

echo "One epoch, four rows, 2-3-1, double precision, one core"
[ ! -r /proc/cpuinfo ] || sed -n '/^model name/ { s/.*: /on /; p; q; }' /proc/cpuinfo
measured "$@" | awk '
    !($1 in least) || $2 < least[$1] { least[$1] = $2 }
    END {
        if (!("ours" in least && "ours,Adam" in least)) exit 1
        printf "\n%-14s %14s %10s\n", "", "nanoseconds", "ratio"
        count = split("ours FANN NumPy ours,Adam PyTorch,Adam", names, " ")
        for (i = 1; i <= count; i++) {
            shown = names[i]
            sub(/,/, ", ", shown)
            if (names[i] in least)
                printf "%-14s %14.0f %10.2f\n", shown, least[names[i]], least[names[i]] / least["ours"]
            else
                printf "%-14s %14s\n", shown, "not installed"
        }
    }'
