#!/bin/sh
# That figures and outputs are the same wherever the book is made: where decimals have commas, and with a newer gnuplot.
# A line a test; from the root of the repository; needs pandoc and gnuplot.
set -u
. tests/press/common.sh
made=$PWD/build/house/figures
rm -rf "$made"

# What a tiny book shows that computes in awk, on its way into a figure and in a console, without commas and with them. To see
# that the commas are there, once more from a Makefile and rules that let a reader's country in.
why_not=$(comma_locale "$made/locales")
make_it() { # make_it FOLDER VARIABLE...
    folder=$1
    shift
    (cd "$made/$folder" && alone "$@" make html) >"$made/$folder.log" 2>&1 || tail -n 5 "$made/$folder.log"
}
differ() { # differ FOLDER: what is not as it is without commas
    for file in figures/01-product/line.svg book/01-product.html; do
        cmp "$made/points/build/$file" "$made/$1/build/$file" 2>&1
    done
}
if [ -n "$why_not" ]; then
    echo "skipped: figures and outputs where decimals have commas: $why_not"
else
    for folder in points commas let-in; do
        copy_book "$made/$folder"
        lend_packages "$made/$folder"
    done
    sed '/^export LC_ALL/d' Makefile >"$made/let-in/Makefile"
    sed 's/LC_ALL=[^ ]* gnuplot/gnuplot/' weave/weave.mk >"$made/let-in/weave/weave.mk"
    commas="LOCPATH=$made/locales LC_ALL=fr_FR.UTF-8 LANG=fr_FR.UTF-8"
    # shellcheck disable=SC2086
    judge 'figures and outputs have points where decimals have commas' "$(make_it points LC_ALL=C; make_it commas $commas; differ commas)"
    # shellcheck disable=SC2086
    make_it let-in $commas >/dev/null
    differ let-in >"$made/differ.log"
    judge 'in both, commas would be seen' "$([ "$(grep -c ' differ: ' "$made/differ.log")" -eq 2 ] || cat "$made/differ.log" "$made/let-in.log")"
fi

# gnuplot 6 puts a disc of background behind the points of error bars, 5 behind those that ask for it; 5 draws no smaller one than
# it is told and takes 0 for 1, so that no picture can show what 6 does. What every figure reads first forbids it, and no script
# takes that back.
judge 'no disc is bitten out of a figure' "$(
    grep -qx 'set pointintervalbox 0' plots/style.gp || echo 'plots/style.gp: expected the line: set pointintervalbox 0'
    grep -nE '^[^#]*(pointintervalbox|(^|[^a-z_])(reset|(pointinterval|pi|pointnumber|pn) +-[0-9]))' plots/*/*.gp
)"
