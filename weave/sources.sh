#!/bin/sh
# Lists the book's source: the date of the book, then a line for each file, its mode and its path, in order. In a clone of git these
# are the files that git knows, as they stand in the tree; in an unpacked archive all files but what was made there and the
# reader's answers.
#
# usage: weave/sources.sh OUT        from the root of the repository
out=${1#./}
echo "${SOURCE_DATE_EPOCH:?}"
if [ -e .git ] && command -v git >/dev/null && git -c core.quotePath=off ls-files 2>/dev/null; then
    :
else
    find . \( -path ./.git -o -path ./build -o -path ./answers -o -path "./$out" \) -prune -o -type f -print | sed 's,^\./,,'
fi | sort | while IFS= read -r path; do
    [ ! -f "$path" ] || if [ -x "$path" ]; then echo "755 $path"; else echo "644 $path"; fi
done
