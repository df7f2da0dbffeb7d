#!/bin/sh
# pdf.sh: sets OUT/weave/book.tex as OUT/book.pdf, running LuaLaTeX until what
# it notes for its next run (contents, page numbers) no longer changes.
#
# Notes are taken up only from runs that ended well: each run works in a new
# folder, and what a killed one or a full disk left there is thrown away.
#
# usage: weave/pdf.sh [OUT]     from the root; without it, $OUT or build
set -eu
CDPATH="" cd "${1:-${OUT:-build}}"
root=$OLDPWD run=weave/run notes=weave/notes

# Fonts are found by file name; their cache stays in build/. TeX works in OUT,
# so that no path of this machine gets into the book; it has no date either.
home=${HOME:-/nonexistent}
OSFONTDIR="${OSFONTDIR:-/usr/share/fonts//:/usr/local/share/fonts//:$home/.local/share/fonts//:/Library/Fonts//:$home/Library/Fonts//}"
TEXMFVAR=$root/build/deps/texmf-var
TEXMFCACHE=$TEXMFVAR
export OSFONTDIR TEXMFVAR TEXMFCACHE

# What must not change: all but the lines of the sources that headings are in.
noted() { cat "$1/book.aux" "$1/book.toc" "$1/book.out" | sed 's/srcline={[0-9]*}//' | cksum; }

# Without notes the first run sets no pages; its contents are made up.
draft='' before='' after=none turn=0
if [ ! -d $notes ]; then
    draft=--draftmode
    rm -rf "$TEXMFVAR/luatex-cache/generic/names" # an index, perhaps cut short
fi
while [ "$before" != "$after" ]; do
    turn=$((turn + 1))
    [ $turn -le 5 ] || { echo "book.pdf: its page numbers do not settle" >&2; exit 1; }
    rm -rf $run
    mkdir $run
    if [ "$draft" ]; then
        awk -f "$root/weave/tex/contents.awk" weave/book.tex >$run/book.toc
    else
        cp $notes/book.aux $notes/book.toc $notes/book.out $run/
        before=$(noted $run)
    fi
    if ! lualatex $draft --interaction=nonstopmode --halt-on-error --file-line-error \
        --output-directory=$run --jobname=book weave/book.tex >$run/console 2>&1; then
        echo "LuaLaTeX failed (all of it: $run/book.log in $PWD):" >&2
        grep -A 4 -E '^(!|[^ ]*\.tex:[0-9]+:|.*Missing character)' $run/book.log >$run/faults || tail -n 5 $run/console >$run/faults
        head -n 20 $run/faults >&2
        exit 1
    fi
    after=$(noted $run) draft=''
    rm -rf $notes
    mv $run $notes
done
if grep -q 'There were undefined references' $notes/book.log; then
    grep 'LaTeX Warning: .*undefined' $notes/book.log >&2
    exit 1
fi
# A line that stands out of the column by more than a hair is worth a word.
awk '/^Overfull .hbox \(/ { split($3, pt, "pt"); if (substr(pt[1], 2) + 0 > 3) print "book.pdf: " $0 }' $notes/book.log
mv -f $notes/book.pdf book.pdf
