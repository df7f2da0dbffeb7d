#!/bin/bash
# The suites and the programs under valgrind: no read or write out of place, nothing used before it is set, no leak.
#
# usage: valgrind.sh "PROGRAM..." SUITE...
set -u
read -ra programs <<<"$1"
shift
if ! command -v valgrind >/dev/null; then
    echo "ok   skipped: there is no valgrind for $(uname)"
    exit 0
fi
watch='valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible --child-silent-after-fork=yes'
any_failed=0
BRIEF=1 WRAPPER=$watch sh tests/suites.sh build/test "$@" | sed -E 's/^(ok  |FAIL) /&valgrind /'
[ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1

# Of the arguments in STEM.same, every third line: under valgrind it takes half a second to begin.
made=$(mktemp -d build/test/valgrind-XXXXXX)
trap 'rm -rf "$made"' EXIT
for program in "${programs[@]}"; do
    while read -ra arguments; do
        test="valgrind $program ${arguments[*]}"
        trace=(--trace "$made/trace")
        [[ " ${arguments[*]} " != *' --starts '* ]] || trace=()
        # shellcheck disable=SC2086
        $watch "$program" "${arguments[@]}" "${trace[@]}" --values "$made/values" >"$made/out" 2>"$made/err"
        if [ $? -eq 99 ]; then
            echo "FAIL $test"
            grep '^==' "$made/err" | sed 's/^/       /'
            any_failed=1
        else
            echo "ok   $test"
        fi
    done < <(grep -v '^#' "tests/cli/$(basename "$program").same" | awk 'NR % 3 == 1')
done
exit $any_failed
