#!/bin/sh
# make workbook-test: prints the proofs that prove.sh left, in the order of the book, and what tool.sh found, and counts.
#
# usage: prove-all.sh
set -u
. tests/workbook/common.sh

for number in $(numbers) tool; do
    proof=$OUT/workbook/$number/proof
    grep -q '^ok\|^FAIL' "$proof" || echo "FAIL $number: nothing was proved" >>"$proof"
    cat "$proof"
    ! grep -q '^FAIL' "$proof" || rm -f "$proof" # so that it is tried again, whatever was the cause
done | awk '
    { print }
    /^ok / { passed++ }
    /^FAIL/ { failed++ }
    END {
        printf "workbook: %d passed, %d failed\n", passed, failed
        exit failed != 0 || passed == 0
    }'
