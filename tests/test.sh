#!/bin/sh
# make test: has make build and run the parts, as many at a time as it may, and tells of each in order as it ends: a line of counts
# and, of one that failed, the lines that say why. The last line sums up.
#
# usage: MAKE=make test.sh JOBS PART...        JOBS: "-j2", or "" where make was told how many
set -u
jobs=$1
shift
begun=$(date +%s)
mkdir -p build/test
for part; do
    rm -f "build/test/$part.sum"
done

# The parts that take longest are the last, so make begins with those.
goals=''
for part; do
    goals="part-$part $goals"
done
# shellcheck disable=SC2086
$MAKE --no-print-directory -k $jobs $goals >build/test/make.log 2>&1 </dev/null &
builder=$!
trap 'kill $builder 2>/dev/null; exit 130' INT TERM

# The lines of a log that say what failed, at most thirty; of one without such lines, its end.
show_failures() {
    awk '
        /^FAIL/ { on = 1; print "    " $0; next }
        on && /^ / { print "    " $0; next }
        { on = 0 }' "$1" | head -n 30 >build/test/failures
    [ -s build/test/failures ] || tail -n 15 "$1" | sed 's/^/    /' >build/test/failures
    cat build/test/failures
    rm -f build/test/failures
    echo "    all of it: $1"
}

printf '%-12s %7s %7s %8s\n' part passed failed seconds
passed=0 failed=0
for part; do
    sum=build/test/$part.sum
    while [ ! -f "$sum" ] && kill -0 $builder 2>/dev/null; do
        sleep 0.1
    done
    if [ -f "$sum" ]; then
        read -r ok bad seconds <"$sum"
        printf '%-12s %7d %7d %8d\n' "$part" "$ok" "$bad" "$seconds"
        [ "$bad" -eq 0 ] || show_failures "build/test/$part.log"
    else
        ok=0 bad=1
        printf '%-12s could not be built\n' "$part"
        show_failures build/test/make.log
    fi
    passed=$((passed + ok)) failed=$((failed + bad))
done
wait $builder
printf '\n%d passed, %d failed, in %d seconds\n' $passed $failed $(($(date +%s) - begun))
[ $failed -eq 0 ]
