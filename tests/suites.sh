#!/bin/sh
# Runs suites, and prints a line for each test: "ok   SUITE: TEST" or "FAIL SUITE: TEST", with what it said below.
# A suite that ends before its last test, or with an error and no failed test (a sanitizer's), is a failure of its own.
# What a test or its asserts print comes before the line that says how it ended, and is held back until then.
#
# usage: suites.sh FOLDER SUITE...        such as: suites.sh build/test plumbing/files 01-neuron/gate
#        WRAPPER='valgrind -q' suites.sh …
set -u
folder=$1
shift

one_suite() {
    # shellcheck disable=SC2086
    said=$(CMOCKA_MESSAGE_OUTPUT=tap ${WRAPPER-} "$folder/$1" 2>&1 </dev/null)
    code=$?
    printf '%s\n' "$said" | awk -v suite="$1" -v code=$code '
        { all = all "       " $0 "\n" }
        function tell_held() { printf "%s", held; held = "" }
        /^1\.\.[0-9]+$/ { planned = substr($0, 4); next }
        /^(not )?ok [0-9]+/ {
            run++
            bad = /^not / && !/# SKIP/
            failed += bad
            name = $0
            sub(/^(not )?ok [0-9]+ *(- )?/, "", name)
            print (bad ? "FAIL " : "ok   ") suite ": " name
            tell_held()
            telling = bad # what cmocka has to say follows
            next
        }
        /^# (not )?ok - / { next }
        telling && /^#/ { print "       " $0; next }
        { telling = 0 }
        NF { held = held "       " $0 "\n" }
        END {
            if (planned == "" || run != planned) {
                print "FAIL " suite ": ended after " run + 0 " tests of " (planned == "" ? "?" : planned) ", code " code
                tell_held()
            } else if (code != 0 && !failed) {
                print "FAIL " suite ": passed, but ended with code " code
                printf "%s", all
            } else {
                tell_held()
            }
            exit !(planned != "" && run == planned && code == 0)
        }'
}

status=0
for suite; do
    one_suite "$suite" || status=1
done
exit $status
