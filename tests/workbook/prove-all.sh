#!/bin/sh
# make workbook-test: prints the proofs that prove.sh left, in the order of the book, and counts them.
#
# usage: prove-all.sh
set -u
. tests/workbook/common.sh

passed=0 failed=0
for number in $(numbers); do
    proof=$OUT/workbook/$number/proof
    cat "$proof"
    if grep -q '^ok' "$proof"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        rm -f "$proof" # so that it is tried again, whatever was the cause
    fi
done
echo "workbook: $passed passed, $failed failed"
[ $failed -eq 0 ]
