#!/bin/bash
# The suites, and the programs from outside, under AddressSanitizer (with its search for leaks) and UndefinedBehaviorSanitizer.
#
# usage: sanitizers.sh "VARIANT..." "STEM..." SUITE...
set -u
read -ra variants <<<"$1"
read -ra stems <<<"$2"
shift 2
any_failed=0
for variant in "${variants[@]}"; do
    {
        sh tests/suites.sh "build/test/$variant/test" "$@" || echo broken
        bash tests/cli/cli.sh "${stems[@]/#/build/test/$variant/}" || echo broken
    } >"build/test/$variant.said" 2>&1
    grep -q '^broken$' "build/test/$variant.said" && any_failed=1
    sed -E "/^broken$/d; s/^(ok  |FAIL) /&$variant /" "build/test/$variant.said"
    rm -f "build/test/$variant.said"
done
exit $any_failed
