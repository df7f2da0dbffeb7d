#!/bin/sh
# Lists the files of the book's source, in order. In a clone of git these are the files that git knows and that are there; in an
# unpacked archive all files but what was made there and the reader's answers.
#
# usage: weave/sources.sh OUT        from the root of the repository
out=${1#./}
if [ -e .git ] && command -v git >/dev/null && git -c core.quotePath=off ls-files 2>/dev/null; then
    :
else
    find . \( -path ./.git -o -path ./build -o -path ./answers -o -path "./$out" \) -prune -o -type f -print | sed 's,^\./,,'
fi | LC_ALL=C sort | while IFS= read -r path; do
    [ ! -f "$path" ] || echo "$path"
done
