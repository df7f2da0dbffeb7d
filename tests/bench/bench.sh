#!/bin/sh
# The speed tables, in double precision on one core: ours (on the path of the reader's programs, without their start) and what else is
# installed; of each the least time of many trials, all in this run. First the nanoseconds of one full-batch epoch of the 2-3-1 network
# on XOR: three go down the gradient of half the squares, the others take Adam's steps on the mean cross-entropy; each ratio is to the
# first. Then how many samples a second 64-32-10 is trained on.
#
# usage: bench.sh FOLDER        where the programs are; one that is not there is told of as not installed
set -u
export OMP_NUM_THREADS=1 # of what NumPy multiplies with

# Prints a python that has the module, if there is one.
python_with() {
    for candidate in python3 /usr/bin/python3; do
        "$candidate" -c "import $1" 2>/dev/null && echo "$candidate" && return
    done
}
numpy=$(python_with numpy)
torch=$(python_with torch)

# told NAME COMMAND...: what it measures, where it is there.
told() {
    name=$1
    shift
    ! command -v "$1" >/dev/null || "$@" | sed "s/^/$name /"
}

# Three rounds, each by turns, so that a busy moment does not hit one alone.
measured() {
    for _ in 1 2 3; do
        told ours "$1/ours"
        told ours,Adam "$1/ours_adam"
        told FANN "$1/fann"
        told NumPy "$numpy" tests/bench/numpy_epoch.py
        told PyTorch,Adam "$torch" tests/bench/torch_epoch.py
        told ours,digits "$1/ours_digits"
        told FANN,digits "$1/fann_digits"
        told NumPy,digits "$numpy" tests/bench/numpy_digits.py
        told PyTorch,digits "$torch" tests/bench/torch_digits.py
    done
}

[ ! -r /proc/cpuinfo ] || sed -n '/^model name/ { s/.*: /On /; p; q; }' /proc/cpuinfo
measured "$1" | awk '
    function table(what, unit, names,    count, i, name, shown) {
        printf "\n%s, double precision, one core\n\n%-14s %18s %10s\n", what, "", unit, "ratio"
        count = split(names, name, " ")
        for (i = 1; i <= count; i++) {
            shown = name[i]
            sub(/,digits/, "", shown)
            sub(/,/, ", ", shown)
            if (name[i] in least)
                printf "%-14s %18.0f %10.2f\n", shown, unit ~ /second$/ ? 1e9 / least[name[i]] : least[name[i]], least[name[i]] / least[name[1]]
            else
                printf "%-14s %18s\n", shown, "not installed"
        }
    }
    !($1 in least) || $2 < least[$1] { least[$1] = $2 }
    END {
        if (!("ours" in least && "ours,Adam" in least && "ours,digits" in least)) exit 1
        table("One epoch, four rows, 2-3-1", "nanoseconds", "ours FANN NumPy ours,Adam PyTorch,Adam")
        table("Digits, batches of 32 rows, 64-32-10, Adam (FANN: plain steps)", "samples a second", "ours,digits FANN,digits NumPy,digits PyTorch,digits")
    }'
