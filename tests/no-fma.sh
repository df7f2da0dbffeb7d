#!/bin/bash
# Whether a setting of the environment makes the programs compute other last bits, as it should. The trace of two thousand epochs tells.
#
# usage: no-fma.sh FOLDER NAME=VALUE        such as: no-fma.sh build GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA
set -eu
program=$1/02-network setting=$2
made=$(mktemp -d build/no-fma-XXXXXX)
trap 'rm -rf "$made"' EXIT
"$program" --quiet --epochs 2000 --trace "$made/as-is"
env "$setting" "$program" --quiet --epochs 2000 --trace "$made/set"
! cmp -s "$made/as-is" "$made/set" || {
    echo "$setting changes nothing here: another libm than glibc, or a processor without FMA" >&2
    exit 1
}
