#!/bin/bash
# The suites and the programs under AddressSanitizer (with its search for leaks) and UndefinedBehaviorSanitizer. From the first
# compiler, the programs are tried from outside, hundreds of times; from the others, they need to give the same bytes.
#
# usage: sanitizers.sh "VARIANT..." "STEM..." SUITE...
set -u
read -ra variants <<<"$1"
read -ra stems <<<"$2"
shift 2
first=${variants[0]}
any_failed=0
for variant in "${variants[@]}"; do
    BRIEF=1 sh tests/suites.sh "build/test/$variant/test" "$@" | sed -E "s/^(ok  |FAIL) /&$variant /"
    [ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
done
bash tests/cli/cli.sh "${stems[@]/#/build/test/$first/}" | sed -E "s/^(ok  |FAIL) /&$first /"
[ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
for stem in "${stems[@]}"; do
    bash tests/same.sh "$stem" build "${variants[@]/#/build/test/}" || any_failed=1
done
exit $any_failed
