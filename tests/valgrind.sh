#!/bin/bash
# The suites and the programs under valgrind: no read or write out of place, nothing used before it is set, no leak.
#
# usage: valgrind.sh "STEM..." SUITE...
set -u
read -ra stems <<<"$1"
shift
watch='valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible --child-silent-after-fork=yes'
any_failed=0
BRIEF=1 WRAPPER=$watch sh tests/suites.sh build/test "$@" | sed -E 's/^(ok  |FAIL) /&valgrind /'
[ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
for stem in "${stems[@]}"; do
    WRAPPER=$watch bash tests/lines.sh "$stem" build build || any_failed=1
done
exit $any_failed
