# shellcheck shell=bash disable=SC2034,SC2154
# What 02-network and 03-adam do alike, from outside: their common options, parameter files, traces and values, many starts, writes
# that fail. Sourced with the program as $1, in place of common.sh. What this leaves for the chapter's own script: $worked, $inits,
# the default run's report in ../default, weights near the largest double in ../huge.txt,
# and the functions.
. tests/cli/common.sh
worked=$root/code/02-network/worked.txt
inits='uniform symmetric normal glorot tiny zero half'

## What is refused: exit 2, one line, nothing printed, nothing written.

numbers_refused lr 'expected a positive number' "${bad_numbers[@]}" 0 -0.5
numbers_refused epochs 'expected a whole number from 0 to 1000000000' "${bad_numbers[@]}" "${bad_counts[@]}"
numbers_refused starts 'expected a whole number from 1 to 1000000000' "${bad_numbers[@]}" "${bad_counts[@]}" 0
numbers_refused seed 'expected a whole number from 0 to 2^64 - 1' nan -1 +1 1.5 0x10 '' 18446744073709551616 99999999999999999999999
numbers_refused init "expected one of ${inits// /|}" '' he GLOROT 'zero|half' ' half' glorotx
for option in epochs lr seed init starts params save trace values; do
    refused "--$option: expected a value" --$option
done
for option in params save trace values; do
    refused "--$option: expected a file name" --$option ''
done
for option in check quiet help; do
    refused "unknown option \"--$option=yes\"" --$option=yes
done
for word in --data -x -h; do
    refused "unknown option \"$word\"" $word 1
done
refused 'unexpected argument "extra"' extra
refused 'unexpected argument "0.5"' --lr 0.1 0.5
refused 'unexpected argument "--lr"' -- --lr 1

refused '--init: --params brings its own start' --params "$worked" --init half
refused '--seed: --params brings its own start' --params "$worked" --seed 3
refused '--params: --starts draws its own starts' --starts 3 --params "$worked"
refused '--save: --starts trains many' --starts 3 --save s.txt
refused '--trace: --starts trains many' --starts 3 --trace t.csv
refused '--check: --starts does not stop' --starts 3 --check
refused '--trace: expected another file than --save' --save f --trace f
refused '--values: expected another file than --save' --save f --values ./f
refused '--values: expected another file than --trace' --trace f --values "$PWD/f"
cp "$worked" ../start.txt
refused '--trace: expected another file than --params' --params ../start.txt --trace ../start.txt
refused '--values: expected another file than --params' --params ../start.txt --values ../folder/../start.txt
true_that 'the start is whole' cmp ../start.txt "$worked"
refused '--lr: ' --save s.txt --trace t.csv --values v.values --lr nan
refused 'none.txt: No such file' --params none.txt --save s.txt
refused '.: Is a directory' --params .

malformed() { # MESSAGE TEXT: refused, with the file and the line
    printf '%b' "$2" >../start.txt
    refused "../start.txt$1" --params ../start.txt --epochs 3 --save s.txt --trace t.csv
}
malformed ':1: W1: expected the shape 2 3, got "3"' 'W1 3 2 1 2 3 4 5 6\n'
malformed ':4: W2: expected 3 numbers, got 2' 'W1 2 3\n1 2 3 4 5 6\nb1 1 3 1 2 3\nW2 3 1 1 2\nb2 1 1 1\n'
malformed ':1: W1: is missing' '# nothing here\n'
for word in nan 1e999; do
    malformed ":2: W1: expected a number, got \"$word\"" "W1 2 3 1 2 3\n4 $word 6\n"
done

malformed ':1: expected the name of a matrix, got "\xC2\xA0W1"' '\0302\0240W1 2 3 1 2 3 4 5 6\n'
refused '--lr: expected a positive number, got "0.5\xC2\xA0"' --lr $'0.5\xc2\xa0'

## What works.

works
true_that 'the report has 13 gradients, both ways' [ "$(grep -c ' sum of dL' $out)" -eq 13 ]
true_that 'the report counts the rows that are right' awk '$3 ~ /^[0-4]\/4$/ { found++ } END { exit found < 11 }' $out
few_digits
cp $out ../default
works --help
cp $out ../help
help_tells() { # WORD...
    local word
    for word; do true_that "--help tells $word" grep -qF -- "$word" ../help; done
}
help_tells --epochs --lr --seed --init --starts --params --save --check --trace --values --quiet --help "${inits// /|}"
works --help --trace t.csv --save s.txt --quiet
verdict '--help writes no file' "$(folder_faults '')"
for arguments in '' '--epochs 20 --seed 18446744073709551615' --check '--starts 3 --epochs 5'; do
    # shellcheck disable=SC2086
    works $arguments --quiet
    verdict "--quiet prints nothing: $arguments" "$(printed_faults)"
done
for init in $inits; do
    works --epochs 20 --init "$init"
done

works --epochs 25 --trace t.csv --values v.values --save s.txt
verdict 'the files are there and nothing else' "$(folder_faults 's.txt t.csv v.values')"
true_that 'the report is the same with files as without' cmp <("$program" --epochs 25) $out
files_are_in_form
for word in loss.first loss.last yhat.0 yhat.1 yhat.2 yhat.3 yhat.first.0 dL_db2 accuracy; do
    true_that "the values have $word" [ -n "$(value v.values $word)" ]
done
true_that 'accuracy is the share of rows on the right side' awk -F, -v accuracy="$(value v.values accuracy)" '
    END { exit (($3 <= .5) + ($4 > .5) + ($5 > .5) + ($6 <= .5)) / 4 != accuracy }' t.csv
true_that 'b2 is the trace at the end' [ "$(value v.values b2)" = "$(tail -n 1 t.csv | cut -d, -f19)" ]
true_that 'and in the file saved' [ "$(value v.values b2)" = "$(tail -n 1 s.txt | tr -d ' ')" ]
true_that 'loss.first is the trace at epoch 0' [ "$(value v.values loss.first)" = "$(sed -n 2p t.csv | cut -d, -f2)" ]
true_that 'loss.last is the trace at the end' [ "$(value v.values loss.last)" = "$(tail -n 1 t.csv | cut -d, -f2)" ]
rm -f ./*
works --epochs 0 --trace t.csv --values v.values
true_that 'zero epochs leave one row' [ "$(wc -l <t.csv)" -eq 2 ]
true_that 'zero epochs leave the loss' [ "$(value v.values loss.first)" = "$(value v.values loss.last)" ]
rm -f ./*

for text in '5e-324 -0 1e-310 -5e-324 0.1 3' '1e308 -1e308 1.7976931348623157e+308 0 1 2'; do
    printf 'W1 2 3 %s b1 1 3 0 0 0 W2 3 1 0 0 0 b2 1 1 0.30000000000000004' "$text" >../start.txt
    works --params ../start.txt --epochs 0 --quiet --save ../one.txt
    works --params ../one.txt --epochs 0 --quiet --save ../two.txt
    true_that "what goes in comes out: $text" cmp ../one.txt ../two.txt
done

works --check --epochs 50 --trace t.csv --save s.txt
true_that '--check does not train' [ "$(wc -l <t.csv)" -eq 2 ]
rm -f ./*
checked() { # ARGUMENT...: --check passes, and prints the table
    works --check "$@"
    true_that "--check prints 13 derivatives with their errors: $*" \
        awk 'NR > 1 { n++; if ($NF !~ /e-[0-9]+$/ && $NF != "0.0e+00" || $NF > 1e-6) exit 1 } END { exit n != 13 }' $out
}

# Where the weights cancel, a right gradient is called right.
printf 'W1 2 3 1e-5 -2e-5 3e-5 2e-5 1e-5 -1e-5 b1 1 3 0 0 0 W2 3 1 1e5 5e4 5e4 b2 1 1 -1e5' >../cancel.txt
works --check --params ../cancel.txt

## --starts

works --starts 6 --epochs 30 --values v.values
true_that 'six starts' [ "$(value v.values starts)" = 6 ]
true_that 'none solves in thirty epochs' [ "$(value v.values solved)" = 0 ]
true_that 'the interval of none begins at 0' [ "$(value v.values solved.low)" = 0 ]
true_that 'and ends where Wilson ends it' awk '$1 == "solved.high" { d = $3 - 0.390334; exit d * d > 1e-10 }' v.values
for word in solved.share accurate accurate.share accurate.low accurate.high diverged; do
    true_that "the values of six starts have $word" [ -n "$(value v.values $word)" ]
done
rm -f v.values

three_diverge() { # ARGUMENT...
    works --starts 3 --epochs 10 "$@" --values v.values
    true_that "a count tells what has diverged: $*" grep -qx 'diverged: 3' $out
    true_that "and keeps it: $*" [ "$(value v.values diverged)" = 3 ]
    rm -f v.values
}
forty_starts() { # ARGUMENT...: leaves v.values
    works --starts 40 --epochs 100 "$@" --values v.values
    true_that 'no bar is drawn where nobody watches' [ ! -s $err ]
    cp $out ../many
    command -v taskset >/dev/null || return
    taskset -c 0 "$program" --starts 40 --epochs 100 "$@" --values ../many.values >$out 2>$err
    true_that 'one processor prints the same' cmp $out ../many
    true_that 'one processor counts the same' cmp v.values ../many.values
}

## A run that diverges, a write that fails.

diverges() { # EPOCH ARGUMENT...
    echo before >s.txt
    run "${@:2}" --save s.txt
    broken "diverges: ${*:2}" "diverged at epoch $1: "
    verdict "what stood there is whole: ${*:2}" "$(folder_faults s.txt)$([ "$(cat s.txt)" = before ] || echo 'the file has changed')"
    rm -f s.txt
}
printf 'W1 2 3 1e308 1e308 1e308 1e308 1e308 1e308 b1 1 3 1e308 1e308 1e308 W2 3 1 1e308 1e308 1e308 b2 1 1 1e308' >../huge.txt
huge_weights() { # ARGUMENT...
    run --params ../huge.txt --epochs 3 --quiet "$@"
    true_that 'weights near the largest double end in a report or a message, and in no crash' [ $code -le 1 ]
}

run --epochs 5 --save none/s.txt
verdict 'no way to write: --save none/s.txt' "$(run_faults 1 'none/s.txt: No such file')$(printed_faults)$(folder_faults '')"
mkdir folder
run --epochs 5 --save folder --trace t.csv --values v.values
verdict 'no way to write: --save folder' "$(run_faults 1 'folder: Is a directory')$(printed_faults)$(folder_faults folder)"
rmdir folder
if device full; then
    for option in save trace values; do
        run --epochs 5 --quiet --$option "$device"
        broken "a full --$option" 'full: No space left on device'
    done
    run --starts 3 --epochs 5 --values "$device"
    broken 'full values of many starts' 'full: No space left on device'
    for arguments in '--epochs 5' '--starts 3 --epochs 5' --check --help; do
        # shellcheck disable=SC2086
        "$program" $arguments >/dev/full 2>$err
        code=$?
        broken "a full standard output: $arguments" 'standard output: No space left on device'
    done
    rm -f ./*
fi
full_halfway
works --epochs 5 --quiet --save /dev/stdout
true_that 'a device is written straight' grep -q '^W2 3 1$' $out
