#!/bin/bash
# The programs and the suites under watch. AddressSanitizer sees what is read or written out of place and what is never given back,
# UndefinedBehaviorSanitizer what the language does not define: gcc's in the suites, clang's in the programs, as they are tried from
# outside. MemorySanitizer sees what the programs use before it is set; in the suites that is an odd number, and what comes of it wrong.
#
# usage: sanitizers.sh "STEM..." SUITE...
set -u
read -ra stems <<<"$1"
shift
export BRIEF=1
any_failed=0

# there COMPILER WATCH
there() {
    local why
    why=$(sh tests/watches.sh "$@") || { echo "ok   skipped: $why"; false; }
}
# tried VARIANT COMMAND...: the lines of its tests, with the variant's name
tried() {
    "${@:2}" | sed -E "s/^(ok  |FAIL) /&$1 /"
    [ "${PIPESTATUS[0]}" -eq 0 ] || any_failed=1
}
lines() { # VARIANT
    local stem
    for stem in "${stems[@]}"; do
        bash tests/lines.sh "$stem" build "build/test/$1" || any_failed=1
    done
}

if there gcc sanitized; then
    tried gcc-sanitized sh tests/suites.sh build/test/gcc-sanitized/test "$@"
fi
if there clang sanitized; then
    # Looking for leaks takes as long as all the rest of a short run; the suites and the lines below look for them.
    ASAN_OPTIONS=detect_leaks=0 tried clang-sanitized bash tests/cli/cli.sh "${stems[@]/#/build/test/clang-sanitized/}"
    lines clang-sanitized
fi
if there clang memory; then
    lines clang-memory
fi
exit $any_failed
