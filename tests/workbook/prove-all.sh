#!/bin/sh
# make workbook-test: prints the proofs that prove.sh left, in the order of the book, and what tool.sh found, and counts.
#
# usage: prove-all.sh
set -u
. tests/workbook/common.sh

# Answers are judged by the code that the seal has.
# shellcheck disable=SC2046
stale=$(cksum $(judging) | diff $workbook/seal - | sed -n 's/^[<>] [0-9]* [0-9]* //p' | sort -u | head -n 3 | tr '\n' ' ')
if [ -z "$stale" ]; then echo 'ok   the seal is of this code'; else echo "FAIL the seal is of other code (make seal): $stale"; fi >"$OUT/workbook/seal"

for number in $(numbers) tool; do
    proof=$OUT/workbook/$number/proof
    grep -q '^ok\|^FAIL' "$proof" || echo "FAIL $number: nothing was proved" >>"$proof"
    cat "$proof"
    ! grep -q '^FAIL' "$proof" || rm -f "$proof" # so that it is tried again, whatever was the cause
done | cat - "$OUT/workbook/seal" | awk '
    { print }
    /^ok / { passed++ }
    /^FAIL/ { failed++ }
    END {
        printf "workbook: %d passed, %d failed\n", passed, failed
        exit failed != 0 || passed == 0
    }'
