#!/bin/bash
# 01-neuron from outside: every option, every refusal, every way a write can fail.
#
# usage: 01-neuron.sh PROGRAM        from the root of the repository
# shellcheck disable=SC2154 # $out, $err and $code are set in common.sh
. tests/cli/common.sh

## What is refused: exit 2, one line, nothing printed, nothing written.

# One option of each kind takes every bad word, the others a few.
every_bad_number=(nan NaN -nan inf -inf INFINITY 0x1p3 0X1P3 0x10 1e999 -1e999 1e-999 '1 ' ' 1' '' 1,5 1.5x x 1e e5 . - + -- 1.2.3
    '1 2' $'1\n' $'1\n2' 1d0 1_000 ½ '$1' '1;2' "$(printf '%0400d' 0)x")
every_bad_count=(-5 +5 1.5 1e3 -0 1000000001 10000000000 4294967296 9223372036854775808 18446744073709551616
    99999999999999999999999999)
numbers_refused w 'expected a number' "${every_bad_number[@]}"
for option in b x y; do
    numbers_refused $option 'expected a number' "${bad_numbers[@]}"
done
numbers_refused lr 'expected a positive number' "${bad_numbers[@]}" 0 -0 0.0 0e5 -0.5 -1e-300
numbers_refused epochs 'expected a whole number from 0 to 1000000000' "${bad_numbers[@]}" "${every_bad_count[@]}"
numbers_refused data 'expected one of xor|and|or' '' nand XOR xo xorr 'xor|and' '|' ' xor' $'xor\n'

for option in epochs lr w b x y data trace values; do
    refused "--$option: expected a value" --$option
    refused "--$option: expected a value" --quiet --$option
done
refused '--lr: expected a positive number, got "--quiet"' --lr --quiet
refused '--trace: expected a file name, got ""' --trace=
refused '--values: expected a file name, got ""' --values ''

refused 'unknown option "--speed"' --speed
refused 'unknown option "--speed=3"' --speed=3
refused 'unknown option "--LR"' --LR 1
refused '"-lr"' -lr 1
refused '"-w"' -w 1
refused '"-h"' -h
refused '"--quiet=yes"' --quiet=yes
refused '"--check=no"' --check=no
refused '"--help=me"' --help=me
refused 'unknown option "--seed"' --seed 1
refused 'unexpected argument "extra"' extra
refused 'unexpected argument "3"' --epochs 2 3
refused 'unexpected argument ""' ''
refused 'unexpected argument "-"' -
refused 'unexpected argument "--lr"' -- --lr 1
refused '"--ep?ochs"' $'--ep\nochs' 5
refused '"a?b?c?"' $'a\nb\rc\e'
refused '--lr: ' --help --lr fast
refused 'unexpected argument' --help extra

for given in '--x 1' '--y=0' '--x 1 --y 0'; do
    # shellcheck disable=SC2086
    refused '--data brings its own inputs and targets' --data xor $given
    # shellcheck disable=SC2086
    refused '--data brings its own inputs and targets' $given --data=and
done

# A fault anywhere leaves the files alone, whether they come before it or after.
refused '--lr: ' --trace t.csv --values v.values --lr nan
refused '--lr: ' --lr nan --trace t.csv --values v.values
refused '--values: expected another file than --trace' --trace t.csv --values t.csv
refused '--values: expected another file than --trace' --trace t.csv --values ./t.csv
refused '--values: expected another file than --trace' --trace "$PWD/t.csv" --values ../folder/t.csv

same_file_refused() { # TRACE VALUES
    echo before >t.csv
    ln -s t.csv link.csv
    ln t.csv hard.csv
    run --trace "$1" --values "$2"
    verdict "refused: --trace $1 --values $2, one file" \
        "$(run_faults 2 '--values: expected another file than --trace')$(printed_faults)$(folder_faults 'hard.csv link.csv t.csv')$(
            [ "$(cat t.csv)" = before ] || echo 'the file has changed')"
    rm -f t.csv link.csv hard.csv
}
same_file_refused t.csv t.csv
same_file_refused t.csv ./t.csv
same_file_refused t.csv link.csv
same_file_refused link.csv t.csv
same_file_refused t.csv hard.csv

## What works.

works
true_that 'the report is printed' grep -q 'yhat .*0\.668187772$' $out
true_that 'the report ends with epoch 1000' grep -q '^ *1000 ' <(tail -n 1 $out)
few_digits
cp $out ../default
works
true_that 'a second run prints the same' cmp $out ../default
works --lr 0.5 --epochs=1000 --y 1 --b=-0.2 --x 1.5 --w 0.6
true_that 'the defaults are those of --help, in any order' cmp $out ../default
works --epochs 7 --lr 9 --epochs 1000 --lr 0.5
true_that 'of an option typed twice the last counts' cmp $out ../default
works --ep 1000 --l=0.5
true_that 'an unambiguous beginning stands for the option' cmp $out ../default
works --w +6e-1 --b -.2 --x 1.50 --y 1. --lr 5E-1 --epochs 0001000
true_that 'a number may be written in any decimal way' cmp $out ../default
works --
ln -s "$program" ../renamed
true_that 'messages begin with 01-neuron whatever the file is called' \
    grep -q "^$name: " <(../renamed --lr 0 2>&1)

works --help
for word in --epochs --lr --w --b --x --y --data --check --trace --values --quiet --help \
    'xor|and|or' 'default: 1000' 'default: 0.5' 'default: 0.6' 'default: -0.2' 'default: 1.5' 'default: 1)'; do
    true_that "--help tells $word" grep -qF -- "$word" $out
done
works --help --trace t.csv --quiet
verdict '--help writes no file' "$(folder_faults '')"

works --quiet
verdict '--quiet prints nothing' "$(printed_faults)"
works --quiet --data xor
verdict '--quiet --data prints nothing' "$(printed_faults)"
works --quiet --check
verdict '--quiet --check prints nothing' "$(printed_faults)"

for data in xor and or; do
    works --data $data
    true_that "--data $data reports four rows" awk 'END { exit !($1 == 1 && $2 == 1 && NF == 4) }' $out
done

## --check

table_faults() { # NAME...
    awk -v names="$*" '
        BEGIN { count = split(names, name, " ") }
        /error$/ { next }
        $1 != name[++line] { print "line " line " is " $0 }
        $NF !~ /^[0-9.]+e[-+][0-9]+$/ || $NF > 1e-6 { print "error of " $1 " is " $NF }
        END { if (line != count) print line " derivatives, expected " count }' $out
}
works --check
verdict '--check prints the six derivatives and their errors' "$(table_faults dL_dyhat dyhat_dz dz_dw dz_db dL_dw dL_db)"
works --check --data or
verdict '--check --data prints the three' "$(table_faults dL_dw1 dL_dw2 dL_db)"
works --check --epochs 50 --trace t.csv --values v.values
true_that '--check does not train' [ "$(wc -l <t.csv)" -eq 2 ]
rm -f t.csv v.values
# A right formula passes wherever the numbers are finite.
for arguments in '--w 0 --b 0' '--w 1000' '--w -1000' '--b 1e6' '--x 0' '--x 1e-9' '--x -1e5' '--y 1e6' '--y -40 --w 3' \
    '--w 1e-300 --x 1e300' '--w 1e12 --x 1e-12' '--w 5e-324' '--w 36.7 --b 0 --x 1' '--w -40 --x 9 --b 350' '--w 1e150 --x 1e150' \
    '--data xor --w 0 --b 0' '--data and --w 30' '--data or --w -1e3 --b 5' \
    '--w -1.3567410588346616 --b 0.4206278886987416 --x -9.845080842143282 --y -0.7262015311181461' \
    '--w -27.056254999988774 --b -0.7265710063411547 --x -0.6493578610185404 --y 2.3058520497270076' \
    '--w 0.29948228000384464 --b 17.953977355811347 --x 9.229306277643538 --y 1.4752878568949481' \
    '--w -0.03967961955442643 --b 0.03896442182971211 --x -543.3873863619808 --y 1.0264199848457425'; do
    # shellcheck disable=SC2086
    works --check $arguments
done

slope_is_wrong() {
    run --check
    broken '--check of a wrong slope fails, and names it' '--check: relative error above 1e-6: dyhat_dz dL_dw dL_db'
    true_that '--check of a wrong slope prints its table all the same' grep -q '^dL_db ' $out
    run --check --data or --quiet
    broken '--check --data of a wrong slope fails' '--check: relative error above 1e-6: dL_dw1 dL_dw2 dL_db'
}
mistaken 01-neuron/neuron.c 's/return a \* (1\.0 - a);/return a * (1.0 + a);/' slope_is_wrong

## Traces and values.

works --epochs 25 --trace t.csv --values v.values
verdict 'the files are there and nothing else' "$(folder_faults 't.csv v.values')"
files_are_in_form
for word in z yhat loss dL_dyhat dyhat_dz dz_dw dz_db dL_dw dL_db; do
    true_that "the values have $word" grep -q "^$word = " v.values
done
true_that 'the report is the same with files as without' \
    cmp <("$program" --epochs 25) $out

# Training on from where a run ended is training in one go.
works --quiet --epochs 10 --values first.values
works --quiet --epochs 15 --trace second.csv --w="$(value first.values w.last)" --b="$(value first.values b.last)"
true_that 'ten epochs and then fifteen are twenty-five, to the bit' \
    cmp <(tail -n 16 t.csv | cut -d, -f2-) <(tail -n 16 second.csv | cut -d, -f2-)
rm -f ./*

works --epochs 0 --trace t.csv --values v.values
true_that 'zero epochs leave one row' [ "$(wc -l <t.csv)" -eq 2 ]
true_that 'zero epochs leave the weight' [ "$(value v.values w.last)" = 0.59999999999999998 ]
rm -f ./*

recomputed() { # NAME=VALUE...: a run with these, computed again by awk
    local option=() set=(-v w=0.6 -v b=-0.2 -v x=1.5 -v y=1 -v lr=0.5) word
    for word; do
        option+=("--${word%%=*}=${word#*=}")
        set+=(-v "$word")
    done
    run "${option[@]}" --quiet --trace t.csv --values v.values
    {
        run_faults 0 ''
        awk "${set[@]}" -f "$root/tests/cli/01-neuron.awk" v.values t.csv
    } >$found
    judge "recomputed: $*"
    rm -f t.csv v.values
}
recomputed
recomputed w=0.6 b=0.9 x=1 y=0 lr=0.15 epochs=300
recomputed w=2 b=2 x=1 y=0 lr=0.15 epochs=300
recomputed w=0 b=0 x=0 y=0.5
recomputed w=-1000 b=3 x=1 y=1 epochs=5
recomputed w=1000 b=3 x=1 y=0 epochs=5
recomputed y=-3 lr=0.01
recomputed lr=1e-300 epochs=3
for data in xor and or; do
    recomputed data=$data
    recomputed data=$data w=-1.25 b=0.75 lr=2 epochs=200
done
while read -r w b x y lr epochs; do
    recomputed "w=$w" "b=$b" "x=$x" "y=$y" "lr=$lr" "epochs=$epochs"
done < <(awk -v runs="${BRIEF:+10}" 'BEGIN { state = 1
    for (i = 0; i < (runs ? runs : 40); i++) {
        for (k = 0; k < 6; k++) { state = (state * 16807) % 2147483647; u[k] = state / 2147483647 }
        printf "%.6f %.6f %.6f %.6f %.6f %d\n", 6 * u[0] - 3, 6 * u[1] - 3, 6 * u[2] - 3, u[3], 0.01 + u[4], 100 * u[5]
    } }')

## A run that diverges.

diverges() { # EPOCH ARGUMENT...
    run "${@:2}"
    broken "diverges: ${*:2}" "diverged at epoch $1: "
}
diverges 0 --y 1e200
diverges 0 --w 1e308 --x 1e308
diverges 0 --w 1e308 --x 10 --b 1 --epochs 0
diverges 1 --y 1e10 --lr 1e308
diverges 0 --data xor --w 1e308 --b 1e308
diverges 0 --y 1e200 --check
diverges 1 --y 1e10 --lr 1e308 --quiet
verdict '--quiet prints nothing when a run diverges' "$(printed_faults)"

## Where output may go.

works --quiet --epochs 9 --trace t.csv --values v.values
mv t.csv v.values ..

echo before >t.csv && chmod 640 t.csv && ln -s t.csv link.csv
works --quiet --epochs 9 --trace link.csv
true_that 'a link is followed' cmp t.csv ../t.csv
true_that 'a link stays a link' test -L link.csv
true_that 'the mode of a replaced file stays' [ "$(ls -l t.csv | cut -c 1-10)" = -rw-r----- ]
verdict 'nothing else is left' "$(folder_faults 'link.csv t.csv')"
rm -f ./*

device null
works --quiet --trace "$device" --values "$device"
true_that 'a device stays a device' test -c "$device"
works --quiet --epochs 9 --trace /dev/stdout
true_that 'a device is written straight' cmp $out ../t.csv
mkfifo pipe
cat pipe >got.csv &
works --quiet --epochs 9 --trace pipe
wait $!
true_that 'a pipe is written straight' cmp got.csv ../t.csv
true_that 'a pipe stays a pipe' test -p pipe
rm -f ./*
true_that 'a device may be standard output of a pipeline' \
    cmp <("$program" --quiet --epochs 9 --values /dev/stdout | cat) ../v.values
works --epochs 9 --trace "$(printf '%0200d' 0)" --values 'a name with  blanks and ½'
verdict 'a file name may be long and hold anything' "$(folder_faults "$(printf '%0200d' 0) a name with  blanks and ½")"
rm -f ./*

## A write that fails: exit 1, one line, and what stood there before is whole.

no_way() { # MESSAGE NAME: --trace and --values cannot be written there
    local option
    for option in trace values; do
        run --$option "$2"
        verdict "no way to write: --$option $2" "$(run_faults 1 "$1")$(printed_faults)"
    done
}
mkdir folder
echo before >file
no_way 'folder: Is a directory' folder
no_way '.: Is a directory' .
no_way 'none/t.csv: No such file' none/t.csv
no_way 'file/t.csv: Not a directory' file/t.csv
no_way '/dev/null/t.csv: Not a directory' /dev/null/t.csv
no_way 'too long' "$(printf '%0300d' 0)"
no_way 'none/a?b: ' $'none/a\nb'
run --trace file --values none/v.values
broken 'a trace is not begun when the values cannot be' 'none/v.values: '
verdict 'nothing is left of it' "$(folder_faults 'file folder')$([ "$(cat file)" = before ] || echo 'the file has changed')"
rm -rf ./*

# Who may write anywhere becomes nobody.
as_nobody=()
if [ "$(id -u)" -eq 0 ]; then
    as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chmod 711 . ..
fi
if [ "$(id -u)" -ne 0 ] || "${as_nobody[@]}" test -x "$program" 2>/dev/null; then
    mkdir locked open
    echo before >locked/t.csv
    echo before >open/t.csv
    chmod 444 open/t.csv locked/t.csv
    chmod 555 locked
    chmod 777 open
    for file in locked/new.csv locked/t.csv open/t.csv; do
        "${as_nobody[@]}" "$program" --trace $file >$out 2>$err
        code=$?
        verdict "no permission: $file" "$(run_faults 1 "$file: Permission denied")$(printed_faults)"
    done
    verdict 'nothing is left of it' "$([ "$(ls -A locked open)" = $'locked:\nt.csv\n\nopen:\nt.csv' ] || ls -A locked open)"
    chmod 755 locked
    rm -rf ./*
else
    echo "skip $name: no permission (nobody cannot reach the program)"
fi

if device full; then
    "$program" >/dev/full 2>$err
    code=$?
    broken 'a full standard output' 'standard output: No space left on device'
    "$program" --help >/dev/full 2>$err
    code=$?
    broken 'a full standard output of --help' 'standard output: No space left on device'
    run --trace "$device"
    broken 'a full trace' 'full: No space left on device'
    run --quiet --epochs 100000 --trace "$device"
    broken 'a trace that is full long before its end' 'full: No space left on device'
    run --values "$device" --trace t.csv
    broken 'full values' 'full: No space left on device'
    run --data xor --values "$device"
    broken 'full values of a gate' 'full: No space left on device'
    rm -f ./*
fi

full_halfway

exec 5> >(:)
wait $!
"$program" >&5 2>$err
code=$?
broken 'standard output that nobody reads' 'standard output: Broken pipe'
"$program" --quiet --trace /dev/fd/5 2>$err
code=$?
broken 'a trace that nobody reads' '/dev/fd/5: Broken pipe'
exec 5>&-

# With a standard stream closed, the first file opened would get its number.
"$program" --epochs 9 --trace t.csv --values v.values >&- 2>$err
code=$?
broken 'standard output closed' 'standard output: Bad file descriptor'
true_that 'the trace is whole with standard output closed' cmp t.csv ../t.csv
true_that 'the values are whole with standard output closed' cmp v.values ../v.values
rm -f ./*
run --y 1e10 --lr 1e308 --trace ../diverged.csv
"$program" --y 1e10 --lr 1e308 --trace t.csv >&- 2>$err
true_that 'a report does not end in the trace with standard output closed' cmp t.csv ../diverged.csv
"$program" --y 1e10 --lr 1e308 --trace t.csv >$out 2>&-
true_that 'a message does not end in the trace with standard error closed' cmp t.csv ../diverged.csv
"$program" --quiet --epochs 9 --trace t.csv --values v.values <&- >&- 2>$err
code=$?
verdict '--quiet needs no standard output' "$(run_faults 0 '')"
true_that 'the trace is whole with both closed' cmp t.csv ../t.csv
"$program" --quiet --epochs 9 --trace /dev/stdout >&- 2>$err
code=$?
broken 'a trace that goes to a closed standard output' '/dev/stdout: '
rm -f ./*

# Standard output that is a file is not replaced under the report's feet.
"$program" --epochs 9 --trace /dev/stdout >$out 2>$err
true_that 'a report is not lost when the trace goes to the same file' grep -q '^One neuron' $out
echo before >log
"$program" --quiet --epochs 9 --trace /dev/stderr >$out 2>>log
true_that 'a log is not lost when the trace goes to standard error' grep -q '^before' log
true_that 'and the trace is in it' grep -q '^epoch,loss' log
rm -f ./*

exit $any_failed
