#!/bin/bash
# Builds of one program give the same bytes: report, trace, values and, where there are any, the parameters saved, for each line of
# arguments in tests/cli/STEM.same.
#
# usage: same.sh STEM FOLDER OTHER...        such as: same.sh 01-neuron build/test/gcc-O0 build/test/clang-O2
set -u
stem=$1 first=$2
shift 2
made=$(mktemp -d build/test/same-XXXXXX)
trap 'rm -rf "$made"' EXIT
any_failed=0

# all_output PROGRAM ARGUMENT...: everything that a run leaves.
all_output() {
    local files=(--values "$made/values")
    rm -f "$made"/{trace,values,saved}
    touch "$made/trace" "$made/saved"
    [[ " $* " = *' --starts '* ]] || files+=(--trace "$made/trace")
    [[ $stem = 01-* || " $* " = *' --starts '* || " $* " = *' --mazur '* ]] || files+=(--save "$made/saved")
    "$@" "${files[@]}" 2>&1
    echo "exit code $?"
    cat "$made/trace" "$made/values" "$made/saved"
}

while read -ra arguments; do
    [[ ${arguments[0]-} == \#* ]] && continue
    all_output "$first/$stem" "${arguments[@]}" >"$made/expected"
    for other; do
        test="$(basename "$other") gives the bytes of $(basename "$first"): $stem ${arguments[*]}"
        all_output "$other/$stem" "${arguments[@]}" >"$made/actual"
        if said=$(cmp "$made/expected" "$made/actual" 2>&1); then
            echo "ok   $test"
        else
            printf 'FAIL %s\n       %s\n' "$test" "$said"
            any_failed=1
        fi
    done
done <"tests/cli/$stem.same"
exit $any_failed
