#!/bin/sh
# Packs files into a zip archive whose bytes depend on the files alone: in the order of their names on standard input, all of one
# date, readable by all, and executable if they were. The date is a day before $SOURCE_DATE_EPOCH, since a zip archive has no time
# zone, and in none should a file come out of the future.
#
# usage: weave/pack.sh ARCHIVE FOLDER [FIRST] <NAMES        FIRST is a file that stands first, and uncompressed
set -e
case $1 in /*) archive=$1 ;; *) archive=$PWD/$1 ;; esac
cd "$2"
export TZ=UTC
seconds=$((${SOURCE_DATE_EPOCH:?} - 86400))
date=$(date -d "@$seconds" +%Y%m%d%H%M.%S 2>/dev/null || date -r "$seconds" +%Y%m%d%H%M.%S)
chmod -R u=rwX,go=rX .
find . -exec touch -t "$date" {} +
rm -f "$archive"
[ -z "${3-}" ] || zip -qX0 "$archive" "$3"
grep -vxF "${3-}" | zip -qX "$archive" -@
