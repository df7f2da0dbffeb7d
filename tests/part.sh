#!/bin/sh
# Runs one part of `make test`. All that it says goes to build/test/PART.log; its counts and its seconds go to
# build/test/PART.sum, where test.sh waits for them. Ends with 0, so that make goes on to the other parts.
#
# usage: part.sh PART COMMAND...
#
# What is counted: the numbers of the last line "… N passed, M failed", or else the lines that begin with "ok" and "FAIL";
# a part that counts nothing has failed, and so has one whose command fails without a failed test.
set -u
part=$1
shift
log=build/test/$part.log
mkdir -p build/test

begun=$(date +%s)
"$@" >"$log" 2>&1 </dev/null
code=$?
seconds=$(($(date +%s) - begun))

awk -v code=$code -v seconds=$seconds '
    /^ok / { ok++ }
    /^FAIL/ { bad++ }
    /[0-9]+ passed, [0-9]+ failed *$/ { told = 1; passed = $(NF - 3); failed = $(NF - 1) }
    END {
        if (!told) { passed = ok + 0; failed = bad + 0 }
        if ((code != 0 || passed == 0) && failed == 0) failed = 1
        print passed, failed, seconds
    }' "$log" >"$log.part"
mv "$log.part" "build/test/$part.sum"
