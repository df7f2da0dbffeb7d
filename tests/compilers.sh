#!/bin/bash
# Every build of a program gives the same bytes, from whatever compiler and with whatever flags. And as on a processor without
# fused multiply-add, where another exp gives other last bits, the programs and the suites still do what they should.
#
# usage: compilers.sh "VARIANT..." SETTING "STEM..." SUITE...        the setting, such as GLIBC_TUNABLES=…, takes that exp
set -u
read -ra variants <<<"$1"
setting=$2
read -ra stems <<<"$3"
shift 3
any_failed=0
for stem in "${stems[@]}"; do
    bash tests/lines.sh "$stem" build "${variants[@]/#/build/test/}" || any_failed=1
done
if said=$(bash tests/no-fma.sh build "$setting" 2>&1); then
    WRAPPER="env $setting" sh tests/suites.sh build/test "$@" | sed -E 's/^(ok  |FAIL) /&without FMA, /'
    [ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
    for stem in "${stems[@]}"; do
        WRAPPER="env $setting" NEAR=1e-6 bash tests/lines.sh "$stem" build build || any_failed=1
    done
else
    echo "ok   skipped: $said"
fi
exit $any_failed
