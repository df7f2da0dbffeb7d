#!/bin/sh
# pdf.sh: sets build/weave/book.tex as build/book.pdf, running LuaLaTeX until
# what it notes for its next run (contents, page numbers) no longer changes.
set -eu
out=build/weave
mkdir -p $out

# Fonts are found by file name; their cache stays in build/. The date of the
# book is that of its last commit, so that the same sources give the same file.
OSFONTDIR="${OSFONTDIR:-/usr/share/fonts//:/usr/local/share/fonts//:$HOME/.local/share/fonts//:/Library/Fonts//:$HOME/Library/Fonts//}"
TEXMFVAR=$PWD/build/deps/texmf-var
TEXMFCACHE=$TEXMFVAR
export OSFONTDIR TEXMFVAR TEXMFCACHE FORCE_SOURCE_DATE=1

noted() { cat $out/book.aux $out/book.toc $out/book.out 2>/dev/null | cksum; }

run=1
while [ $run -le 5 ]; do
    before=$(noted)
    if ! lualatex --interaction=nonstopmode --halt-on-error --file-line-error \
        --output-directory=$out --jobname=book build/weave/book.tex >$out/console 2>&1; then
        echo "LuaLaTeX failed (all of it: $out/book.log):" >&2
        grep -A 4 -E '^(!|[^ ]*\.tex:[0-9]+:|.*Missing character)' $out/book.log | head -20 >&2
        exit 1
    fi
    [ "$(noted)" = "$before" ] && break
    run=$((run + 1))
done
if grep -q 'There were undefined references' $out/book.log; then
    grep 'LaTeX Warning: .*undefined' $out/book.log >&2
    exit 1
fi
# A line that stands out of the column by more than a hair is worth a word.
awk '/^Overfull .hbox \(/ { split($3, pt, "pt"); if (substr(pt[1], 2) + 0 > 3) print "book.pdf: " $0 }' $out/book.log
mv -f $out/book.pdf build/book.pdf
