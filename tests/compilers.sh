#!/bin/bash
# The suites, as built by each compiler at each level of optimization; then that every build of a program gives the same bytes.
# tcc, where there is one, builds the programs alone.
#
# usage: compilers.sh "VARIANT..." "STEM..." SUITE...
set -u
read -ra variants <<<"$1"
read -ra stems <<<"$2"
shift 2
any_failed=0
for variant in "${variants[@]}"; do
    sh tests/suites.sh "build/test/$variant/test" "$@" | sed -E "s/^(ok  |FAIL) /&$variant /"
    [ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
done
command -v tcc >/dev/null && variants+=(tcc)
for stem in "${stems[@]}"; do
    bash tests/same.sh "$stem" "${variants[@]/#/build/test/}" || any_failed=1
done
exit $any_failed
