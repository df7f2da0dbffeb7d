#!/bin/sh
# measure.sh 01-neuron: runs the chapter's measure program, which writes
# measure.values and .dat files, and replaces those that came out different.
set -eu
stem=$1
out=build/data/$stem
rm -rf "$out/new"
mkdir -p "$out/new"
"build/obj/measure-$stem" "$out/new" || {
    echo "code/measure/$stem.c: its program failed" >&2
    exit 1
}
for new in "$out/new"/*; do
    cmp -s "$new" "$out/${new##*/}" || mv -f "$new" "$out/"
done
rm -rf "$out/new"
