#!/bin/bash
# 02-network from outside: every option, every refusal, parameter files, many starts, the clinic.
#
# usage: 02-network.sh PROGRAM        from the root of the repository
# shellcheck disable=SC2154 # $out, $err and $code are set in common.sh
. tests/cli/common.sh
worked=$root/code/02-network/worked.txt
inits='uniform symmetric normal glorot tiny zero half'
bugs='w2-first mean-bias no-bias no-prime-output no-prime-hidden prime-twice prime-of-z no-w2'

## What is refused: exit 2, one line, nothing printed, nothing written.

numbers_refused lr 'expected a positive number' "${bad_numbers[@]}" 0 -0.5
numbers_refused epochs 'expected a whole number from 0 to 1000000000' nan 0x10 1.5 '' "${bad_counts[@]}"
numbers_refused starts 'expected a whole number from 0 to 1000000000' nan 0x10 1.5 '' "${bad_counts[@]}"
numbers_refused seed 'expected a whole number from 0 to 2^64 - 1' nan -1 +1 1.5 0x10 '' 18446744073709551616 99999999999999999999999
refused '--starts: expected at least 1, got "0"' --starts 0
for option in init method bug; do
    for word in '' nothing UNIFORM 'gd|sgd' ' gd' gdd; do
        refused "--$option: expected one of " "--$option=$word"
    done
done
for option in epochs lr seed init method bug starts params save trace values; do
    refused "--$option: expected a value" --$option
done
refused 'unknown option "--optimizer"' --optimizer adam
refused 'unknown option "--data"' --data xor
refused 'unexpected argument "extra"' extra
refused '--quiet=yes' --quiet=yes
refused '--init: --params brings its own start' --params "$worked" --init half
refused '--params: --starts draws its own starts' --starts 3 --params "$worked"
refused '--save: --starts trains many' --starts 3 --save s.txt
refused '--trace: --starts trains many' --starts 3 --trace t.csv
refused '--check: --starts does not stop' --starts 3 --check
for option in '--seed 3' '--init half' '--method sgd' '--bug no-w2' '--starts 3' "--params $worked" '--save s.txt' --check; do
    # shellcheck disable=SC2086
    refused '--mazur ' --mazur $option
done
refused '--trace: expected another file than --save' --save f --trace f
refused '--values: expected another file than --save' --save f --values ./f
refused '--values: expected another file than --trace' --trace f --values f
cp "$worked" ../start.txt
refused '--trace: expected another file than --params' --params ../start.txt --trace ../start.txt
refused '--values: expected another file than --params' --params ../start.txt --values ../folder/../start.txt
refused '--lr: ' --save s.txt --trace t.csv --values v.values --lr nan

## Parameter files.

good='W1 2 3  0.5 -0.4 0.3  0.2 0.6 -0.7
b1 1 3  0.1 -0.2 0.05
W2 3 1  0.4 -0.5 0.6
b2 1 1  -0.1'
malformed() { # MESSAGE TEXT: refused, with the file and the line
    printf '%b' "$2" >../start.txt
    refused "../start.txt$1" --params ../start.txt --epochs 3 --save s.txt --trace t.csv
}
malformed ':1: W1: expected the shape 2 3, got "3"' 'W1 3 2 1 2 3 4 5 6\n'
malformed ':2: W1: expected the shape 2 3' 'W1\n2\n'
malformed ':1: W1: expected 6 numbers, got 5' 'W1 2 3 1 2 3 4 5\nb1 1 3 1 2 3\nW2 3 1 1 2 3\nb2 1 1 1\n'
malformed ':4: W2: expected 3 numbers, got 2' 'W1 2 3\n1 2 3 4 5 6\nb1 1 3 1 2 3\nW2 3 1 1 2\nb2 1 1 1\n'
malformed ':1: W1: expected 6 numbers, got one more: "7"' 'W1 2 3 1 2 3 4 5 6 7\n'
malformed ':2: expected the name of a matrix, got "W3"' 'W1 2 3 1 2 3 4 5 6\nW3 1 1 1\n'
malformed ':2: W1: is there twice' 'W1 2 3 1 2 3 4 5 6\nW1 2 3 1 2 3 4 5 6\n'
malformed ':4: b2: expected 1 number, got 0' "${good% *}\n"
malformed ':3: b2: is missing' "${good%$'\n'*}\n"
malformed ':0: W1: is missing' ''
malformed ':1: W1: is missing' '# nothing here\n'
for word in nan inf -inf 0x1p3 1e999 1,5 five 1.5x --1; do
    malformed ":2: W1: expected a number, got \"$word\"" "W1 2 3 1 2 3\n4 $word 6\n"
done
malformed ':5: expected a text file' "$good\n\\0000\n"
refused 'none.txt: No such file' --params none.txt
refused '.: Is a directory' --params .
refused '--params: expected a file name' --params ''

accepted() { # TEST TEXT
    printf '%b' "$2" >../start.txt
    run --params ../start.txt --epochs 40 --quiet --save ../saved.txt
    verdict "accepted: $1" "$(run_faults 0 '')$(cmp ../saved.txt ../expected.txt 2>&1)"
}
run --params "$worked" --epochs 40 --quiet --save ../expected.txt
accepted 'the same numbers' "$good\n"
accepted 'no line end at the end' "$good"
accepted 'lines as Windows ends them' "${good//$'\n'/\\r\\n}\\r\\n"
accepted 'all on one line' "${good//$'\n'/ }"
commented=$'# biases\n\n\tb1'
accepted 'comments and blank lines' "# a start\n\n${good/b1/"$commented"} # and no more\n"
accepted 'another order' 'b2 1 1 -0.1 W2 3 1 0.4 -0.5 0.6 b1 1 3 0.1 -0.2 0.05 W1 2 3 0.5 -0.4 0.3 0.2 0.6 -0.7'
true_that 'what is saved has four matrices of 17 digits' \
    awk '/^[Wb]/ { print $1, $2, $3; next } { for (i = 1; i <= NF; i++) if (sprintf("%.17g", $i) != $i) exit 1 }' ../expected.txt
for text in '5e-324 -0 1e-310 -5e-324 0.1 3' '1e308 -1e308 1.7976931348623157e+308 0 1 2'; do
    printf 'W1 2 3 %s b1 1 3 0 0 0 W2 3 1 0 0 0 b2 1 1 0.30000000000000004' "$text" >../start.txt
    works --params ../start.txt --epochs 0 --quiet --save ../one.txt
    works --params ../one.txt --epochs 0 --quiet --save ../two.txt
    true_that "what goes in comes out: $text" cmp ../one.txt ../two.txt
done
works --params "$worked" --epochs 15 --quiet --save s.txt
works --params s.txt --epochs 25 --quiet --save s.txt
true_that 'fifteen epochs and then twenty-five are forty, to the bit, and a file may be saved onto itself' cmp s.txt ../expected.txt
rm -f s.txt

## What works.

works
true_that 'the default run solves XOR' awk '/prediction/ { on = 1; next } on { d = $3 - $4; if (d > .1 || d < -.1) exit 1; n++ } END { exit n != 4 }' $out
true_that 'the report ends its training at epoch 10000' grep -q '^ *10000 ' $out
true_that 'the report has 13 gradients, both ways' [ "$(grep -c ' sum of dL' $out)" -eq 13 ]
true_that 'no number has more than ten significant digits' \
    awk '{ for (i = 1; i <= NF; i++) { n = $i; sub(/e.*/, "", n); gsub(/[^0-9]/, "", n); sub(/^0+/, "", n)
           if (n ~ /^[0-9]+$/ && length(n) > 10) { print $i; bad = 1 } } } END { exit bad }' $out
cp $out ../default
works --seed 1 --init uniform --method gd --bug none --lr 0.5 --epochs 10000
true_that 'the defaults are those of --help' cmp $out ../default
works --help
for word in --epochs --lr --seed --init --method --bug --starts --params --save --check --trace --values --quiet --help \
    'uniform|symmetric|normal|glorot|tiny|zero|half' 'gd|sgd|shuffled' 'default: 10000' 'default: 0.5' 'default: uniform' 'default: gd'; do
    true_that "--help tells $word" grep -qF -- "$word" $out
done
works --epochs 20 --quiet --seed 18446744073709551615
verdict '--quiet prints nothing' "$(printed_faults)"
for init in $inits; do
    works --epochs 20 --init "$init"
done
works --mazur --epochs 1
true_that "Mazur's loss after one step, both ways" grep -q 'after 1 step  *0\.291027774  *0\.291027924$' $out

works --epochs 25 --trace t.csv --values v.values --save s.txt
verdict 'the files are there and nothing else' "$(folder_faults 's.txt t.csv v.values')"
true_that 'the trace begins with epoch,loss' grep -q '^epoch,loss,' <(head -n 1 t.csv)
true_that 'the trace has a row for each epoch from 0' \
    awk -F, 'NR == 1 { n = NF; next } $1 != NR - 2 || NF != n { bad = 1 } END { exit bad || NR != 27 }' t.csv
true_that 'every line of the values is a name and a number of 17 digits' \
    awk 'NF != 3 || $2 != "=" || seen[$1]++ || sprintf("%.17g", $3) != $3 { print; bad = 1 } END { exit bad }' v.values
for word in loss.first loss.last yhat.0 yhat.1 yhat.2 yhat.3; do
    true_that "the values have $word" grep -q "^$word = " v.values
done
true_that 'loss.first is the trace at epoch 0' [ "$(value v.values loss.first)" = "$(sed -n 2p t.csv | cut -d, -f2)" ]
true_that 'loss.last is the trace at the end' [ "$(value v.values loss.last)" = "$(tail -n 1 t.csv | cut -d, -f2)" ]
rm -f ./*

for method in gd sgd; do
    for start in "--params $worked" '--seed 7' '--init normal --seed 3' '--init symmetric --lr 2.5' '--init half' '--init zero'; do
        # shellcheck disable=SC2086
        run $start --method $method --epochs 60 --quiet --trace t.csv
        case $start in *--lr*) lr=2.5 ;; *) lr=0.5 ;; esac
        verdict "recomputed: $start --method $method" \
            "$(run_faults 0 '')$(awk -v method=$method -v lr=$lr -f "$root/tests/cli/02-network.awk" t.csv | head -n 5)"
    done
done
run --method sgd --epochs 5 --quiet --save ../sgd.txt
run --method shuffled --epochs 5 --quiet --save ../shuffled.txt
true_that 'shuffled is not in order' eval '! cmp -s ../sgd.txt ../shuffled.txt'
rm -f ./*

## --check

for init in $inits; do
    for seed in 1 2 3; do
        works --check --quiet --init "$init" --seed $seed
    done
done
works --check --params "$worked"
true_that '--check prints 13 derivatives with their errors' \
    awk 'NR > 1 { n++; if ($NF !~ /e-[0-9]+$/ && $NF != "0.0e+00" || $NF > 1e-6) exit 1 } END { exit n != 13 }' $out
run --epochs 3000 --quiet --save ../trained.txt
works --check --params ../trained.txt
works --check --params "$root/code/02-network/by-hand.txt"
works --check --epochs 50 --trace t.csv
true_that '--check does not train' [ "$(wc -l <t.csv)" -eq 2 ]
rm -f t.csv
wrong_names() {
    case $1 in
    mean-bias | no-bias) echo 'b1[0] b1[1] b1[2] b2' ;;
    w2-first | no-prime-hidden | no-w2) echo 'W1[0][0] W1[0][1] W1[0][2] W1[1][0] W1[1][1] W1[1][2] b1[0] b1[1] b1[2]' ;;
    *) echo 'W1[0][0] W1[0][1] W1[0][2] W1[1][0] W1[1][1] W1[1][2] b1[0] b1[1] b1[2] W2[0] W2[1] W2[2] b2' ;;
    esac
}
for bug in $bugs; do
    for start in '--seed 1' '--seed 5' "--params $worked"; do
        # shellcheck disable=SC2086
        run --check --bug "$bug" $start --save s.txt
        broken "--check names what is wrong: $bug, $start" "relative error above 1e-6: $(wrong_names "$bug")"
        verdict "nothing is saved of it: $bug, $start" "$(folder_faults '')"
    done
    works --bug "$bug" --epochs 5 --quiet
done

## --starts

works --starts 6 --epochs 30 --values v.values
true_that 'six starts' [ "$(value v.values starts)" = 6 ]
true_that 'none solves in thirty epochs' [ "$(value v.values solved)" = 0 ]
true_that 'the interval of none begins at 0' [ "$(value v.values solved.low)" = 0 ]
true_that 'and ends where Wilson ends it' awk '$1 == "solved.high" { d = $3 - 0.390334; exit d * d > 1e-10 }' v.values
rm -f v.values
lasting=$(for seed in 20 21 22 23 24; do "$program" --quiet --seed $seed --lr 4 --epochs 1250 --values /dev/stdout; done |
    awk '$1 ~ /^yhat\.[0-3]$/ { n = substr($1, 6); t = n == 1 || n == 2; d = $3 - t; if (d > .1 || d < -.1) bad = 1; if (n == 3) { s += !bad; bad = 0 } }
         END { print s + 0 }')
works --starts 5 --seed 20 --lr 4 --epochs 1250 --quiet --values v.values
true_that 'the count is that of the single runs, seed after seed' [ "$(value v.values solved)" = "$lasting" ]
rm -f v.values
works --starts 3 --epochs 10 --bug prime-of-z --values v.values
true_that 'a count tells what has diverged' grep -qx 'diverged: 3' $out
true_that 'and keeps it' [ "$(value v.values diverged)" = 3 ]
rm -f v.values
for arguments in '--init tiny' '--init zero' '--method sgd' '--method shuffled' '--bug no-w2' '--init normal --bug prime-twice --method sgd'; do
    # shellcheck disable=SC2086
    works --starts 3 --epochs 20 $arguments
done
works --starts 40 --epochs 100 --method shuffled --values v.values
cp $out ../many
cp v.values ../many.values
if command -v taskset >/dev/null; then
    taskset -c 0 "$program" --starts 40 --epochs 100 --method shuffled --values v.values >$out 2>$err
    true_that 'one processor prints the same' cmp $out ../many
    true_that 'one processor counts the same' cmp v.values ../many.values
fi
true_that 'no bar is drawn where nobody watches' [ ! -s $err ]
rm -f v.values

## A run that diverges, a write that fails.

diverges() { # EPOCH ARGUMENT...
    echo before >s.txt
    run "${@:2}" --save s.txt
    broken "diverges: ${*:2}" "diverged at epoch $1: "
    verdict "what stood there is whole: ${*:2}" "$(folder_faults s.txt)$([ "$(cat s.txt)" = before ] || echo 'the file has changed')"
    rm -f s.txt
}
diverges 8 --bug prime-of-z
diverges 8 --bug prime-of-z --quiet --epochs 8
printf 'W1 2 3 1e308 1e308 1e308 1e308 1e308 1e308 b1 1 3 1e308 1e308 1e308 W2 3 1 1e308 1e308 1e308 b2 1 1 1e308' >../huge.txt
run --params ../huge.txt --epochs 3 --quiet
true_that 'weights near the largest double end in a report or a message, and in no crash' [ $code -le 1 ]
run --epochs 5 --save none/s.txt
verdict 'no way to write: --save none/s.txt' "$(run_faults 1 'none/s.txt: No such file')$(printed_faults)$(folder_faults '')"
mkdir folder
run --epochs 5 --save folder --trace t.csv
verdict 'no way to write: --save folder' "$(run_faults 1 'folder: Is a directory')$(printed_faults)$(folder_faults folder)"
rmdir folder
if device full; then
    run --epochs 5 --quiet --save "$device"
    broken 'a full --save' 'full: No space left on device'
    run --starts 3 --epochs 5 --values "$device"
    broken 'full values of many starts' 'full: No space left on device'
    "$program" --starts 3 --epochs 5 >/dev/full 2>$err
    code=$?
    broken 'a full standard output' 'standard output: No space left on device'
    rm -f ./*
fi
works --epochs 5 --quiet --save /dev/stdout
true_that 'a device is written straight' grep -q '^W2 3 1$' $out

exit $any_failed
