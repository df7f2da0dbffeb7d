#!/bin/sh
# That the Python programs of appendix D end where the C does: all 13 parameters, to 1e-9. A line a test; from the root of the
# repository; needs the programs, and NumPy and PyTorch for those that use them.
set -u
. tests/press/common.sh
made=build/house/python
rm -rf $made
mkdir -p $made

# agrees PYTHON PROGRAM.py SAVED: tells how far apart they end, if that is too far, or what Python had to say.
agrees() {
    apart=$("$@" 2>&1) && awk -v apart="$apart" 'BEGIN { exit !(apart <= 1e-9) }' || echo "apart by: $apart"
}

# compared PROGRAM.py MODULE RIGHT WRONG ARGUMENT...: the Python against the C with these arguments; and that a mistake, RIGHT made
# WRONG in a copy, would be seen.
compared() {
    program=$1 module=$2 right=$3 wrong=$4
    shift 4
    python=$(for python in python3 /usr/bin/python3; do "$python" -c "import $module" 2>/dev/null && echo "$python" && break; done)
    if [ -z "$python" ]; then
        echo "skipped: $program beside the C: no python3 has $module"
        return
    fi
    copy=$made/${program##*/}
    sed "s/$right/$wrong/" "$program" >"$copy"
    judge "$program ends where the C does" "$("$@" --quiet --params code/02-network/worked.txt --save $made/saved 2>&1
        agrees "$python" tests/house/agree.py "$program" $made/saved)"
    judge "a mistake in it would be seen" "$(cmp -s "$program" "$copy" && echo "it has no $right"
        agrees "$python" tests/house/agree.py "$copy" $made/saved | grep -q '^apart by: [0-9.e-]*$' || echo 'it was not')"
}
compared code/02-network/xor.py numpy 'dL_dh \* h' 'dL_dh * h * h' build/02-network
compared code/03-adam/xor_torch.py torch 'eps=1e-7' 'eps=1e-8' build/03-adam --epsilon-inside
