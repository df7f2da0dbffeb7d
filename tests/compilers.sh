#!/bin/bash
# The suites, as built by each compiler at each level of optimization; then that every build of a program gives the same bytes,
# report, trace and values, for the arguments in tests/cli/STEM.same. tcc, where there is one, builds the programs alone.
#
# usage: compilers.sh "VARIANT..." "STEM..." SUITE...
set -u
read -ra variants <<<"$1"
read -ra stems <<<"$2"
shift 2
any_failed=0

for variant in "${variants[@]}"; do
    # Within a pipe, so the code of the suites is looked for in PIPESTATUS.
    sh tests/suites.sh "build/test/$variant/test" "$@" | sed -E "s/^(ok  |FAIL) /&$variant /"
    [ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
done

made=$(mktemp -d build/test/same-XXXXXX)
trap 'rm -rf "$made"' EXIT

# all_output PROGRAM ARGUMENT...: everything that a run leaves.
all_output() {
    rm -f "$made/trace" "$made/values"
    "$@" --trace "$made/trace" --values "$made/values" 2>&1
    echo "exit code $?"
    cat "$made/trace" "$made/values"
}

command -v tcc >/dev/null && variants+=(tcc)
first=${variants[0]}
for stem in "${stems[@]}"; do
    while read -ra arguments; do
        [[ ${arguments[0]-} == \#* ]] && continue
        all_output "build/test/$first/$stem" "${arguments[@]}" >"$made/expected"
        for variant in "${variants[@]:1}"; do
            test="$variant gives the bytes of $first: $stem ${arguments[*]}"
            all_output "build/test/$variant/$stem" "${arguments[@]}" >"$made/actual"
            if said=$(cmp "$made/expected" "$made/actual" 2>&1); then
                echo "ok   $test"
            else
                printf 'FAIL %s\n       %s\n' "$test" "$said"
                any_failed=1
            fi
        done
    done <"tests/cli/$stem.same"
done
exit $any_failed
