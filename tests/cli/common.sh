# shellcheck shell=bash disable=SC2034
# What the tests of the programs from outside share. Sourced with the program as $1; then the working folder is a new one, where
# nothing stands, $program is the program and $name what its messages begin with.
#
# Each test prints "ok   NAME: TEST" or "FAIL NAME: TEST" and the reason below.
set -u
root=$PWD
program=$root/${1#"$root"/}
name=$(basename "$1")
mkdir -p build/test
made=$(mktemp -d build/test/cli-XXXXXX) || exit 1
trap 'cd "$root" && rm -rf "$made"' EXIT
trap 'exit 130' INT TERM
mkdir "$made/folder" && cd "$made/folder" || exit 1
out=../out err=../err # what a run printed
found=../found        # what is wrong with it: written here, for a substitution would start a process for each of a thousand tests
any_failed=0

ok() { printf 'ok   %s: %s\n' "$name" "${1//$'\n'/\\n}"; }
fail() { # TEST REASON
    printf 'FAIL %s: %s\n       %s\n' "$name" "${1//$'\n'/\\n}" "${2//$'\n'/$'\n       '}"
    any_failed=1
}
verdict() { # TEST [REASON]: failed if there is a reason
    if [ -n "${2-}" ]; then fail "$1" "$2"; else ok "$1"; fi
}
judge() { if [ -s $found ]; then fail "$1" "$(head -n 5 $found)"; else ok "$1"; fi; } # TEST: failed if something was found
# true_that TEST COMMAND...: the command succeeds.
true_that() {
    if "${@:2}" >$found 2>&1; then ok "$1"; else
        [ -s $found ] || echo 'not so' >$found
        judge "$1"
    fi
}

# run ARGUMENT...: leaves the exit code in $code, and what was printed in the files $out and $err.
run() {
    "$program" "$@" >$out 2>$err </dev/null
    code=$?
}

# What is wrong with the last run, which should have ended with code $1 and one line on standard error that holds $2, or nothing
# where $2 is empty.
run_faults() {
    local lines
    [ $code -eq "$1" ] || printf 'exit code %d, expected %d\n' $code "$1"
    mapfile lines <$err
    if [ -z "$2" ]; then
        [ ${#lines[@]} -eq 0 ] || printf 'on standard error: %s' "${lines[@]}"
    elif [ ${#lines[@]} -ne 1 ] || [[ ${lines[0]} != *$'\n' ]]; then
        printf 'expected one line on standard error, got %d: %s' ${#lines[@]} "${lines[*]-}"
    elif [[ ${lines[0]} != "$name: "* ]]; then
        printf 'the message does not begin with "%s: ": %s' "$name" "${lines[0]}"
    elif [[ ${lines[0]} != *"$2"* ]]; then
        printf 'the message does not hold "%s": %s' "$2" "${lines[0]}"
    fi
}
printed_faults() { [ ! -s $out ] || printf 'on standard output: %s' "$(head -n 3 $out)"; }
folder_faults() { # NAMES: what should be in the folder
    local names
    shopt -s nullglob dotglob
    names=(*)
    shopt -u nullglob dotglob
    [ "${names[*]}" = "$1" ] || printf 'in the folder: "%s", expected "%s"' "${names[*]}" "$1"
}

# refused MESSAGE ARGUMENT...: exit 2, one line that holds the message, nothing on standard output, nothing in the folder.
refused() {
    run "${@:2}"
    {
        run_faults 2 "$1"
        printed_faults
        folder_faults ''
    } >$found
    judge "refused: ${*:2}"
}
# works ARGUMENT...: exit 0 and no message.
works() {
    run "$@"
    run_faults 0 '' >$found
    judge "works: $*"
}
# broken TEST MESSAGE: the last run ended with 1 and one line that holds the message.
broken() {
    run_faults 1 "$2" >$found
    judge "$1"
}

# What a number may not look like, and what a count may not. That each kind of option refuses all such words is tested in
# tests/plumbing/options.c, and once from outside; here it is whether an option is of its kind.
bad_numbers=(nan 1.5x)
bad_counts=(-5 1.5 1000000001)

# numbers_refused OPTION MESSAGE WORD...
numbers_refused() {
    local option=$1 message=$2 word
    for word in "${@:3}"; do
        refused "--$option: $message, got \"" "--$option=$word"
    done
}

# few_digits: no number of the last report has more than ten significant digits.
few_digits() {
    # shellcheck disable=SC2016
    true_that 'no number has more than ten significant digits' \
        awk '{ for (i = 1; i <= NF; i++) { n = $i; sub(/e.*/, "", n); gsub(/[^0-9]/, "", n); sub(/^0+/, "", n)
               if (n ~ /^[0-9]+$/ && length(n) > 10) { print $i; bad = 1 } } } END { exit bad }' $out
}

# files_are_in_form: t.csv and v.values, which a run of 25 epochs left, are as every trace and every values file is.
files_are_in_form() {
    # shellcheck disable=SC2016
    true_that 'the trace begins with epoch,loss' grep -q '^epoch,loss,' <(head -n 1 t.csv)
    true_that 'the trace has a row for each epoch from 0' \
        awk -F, 'NR == 1 { n = NF; next } $1 != NR - 2 || NF != n { bad = 1 } END { exit bad || NR != 27 }' t.csv
    true_that 'every number of the trace has the digits that read back to its bits' \
        awk -F, 'NR > 1 { for (i = 2; i <= NF; i++) if (sprintf("%.17g", $i) != $i) { print $i; bad = 1 } } END { exit bad }' t.csv
    true_that 'every line of the values is a name and a number of 17 digits' \
        awk 'NF != 3 || $2 != "=" || $1 !~ /^[][A-Za-z0-9_.]+$/ || seen[$1]++ || sprintf("%.17g", $3) != $3 { print; bad = 1 }
             END { exit bad }' v.values
}

# full_halfway: the disk fills up while a trace is written; no file may grow beyond one block.
full_halfway() {
    echo before >t.csv
    (
        ulimit -f 1
        exec "$program" --quiet --trace t.csv
    ) 2>$err
    code=$?
    broken 'a disk that is full halfway' 't.csv: File too large'
    verdict 'the file before is whole, and nothing is left' "$(folder_faults t.csv)$([ "$(cat t.csv)" = before ] || echo 'the file has changed')"
    rm -f t.csv
}

# device NAME: sets $device to a device to write to, such as "full". Root gets a copy of it beside the folder: nothing would stop
# root, and a program that is wrong, from putting a file in place of the real one.
device() {
    device=/dev/$1
    [ -c "$device" ] || return 1
    [ "$(id -u)" -eq 0 ] || return 0
    device=$PWD/../$1
    rm -f "$device"
    cp -a "/dev/$1" "$device" && [ -w "$device" ]
}

# value FILE NAME: prints the value of that name.
value() {
    local word value
    while read -r word _ value; do
        [ "$word" != "$2" ] || echo "$value"
    done <"$1"
}

# mistaken FILE SCRIPT TESTS: has the function TESTS try this program with a mistake in it, which a script of sed makes in the file.
# That program is not the one to watch where BRIEF says that one is watched.
mistaken() {
    local right=$program room code=../mistaken/code sources
    [ -z "${BRIEF-}" ] || return 0
    mkdir ../mistaken
    cp -r "$root/code" ../mistaken
    sed "$2" "$root/code/$1" >"$code/$1"
    sources=($code/{plumbing,shell}/*.c)
    for room in "$code"/[0-9]*; do
        [ "${room##*/}" = "$name" ] || rm -f "$room/main.c"
        [[ ${room##*/} > $name ]] || sources+=("$room"/*.c)
    done
    program=$PWD/../mistaken/$name
    ${CC:-cc} -std=c11 -I$code "${sources[@]}" -lm -lpthread -o "$program"
    "$3"
    program=$right
    rm -r ../mistaken
}
