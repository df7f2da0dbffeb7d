#!/bin/bash
# 02-network from outside: its own options, parameter files, the clinic.
#
# usage: 02-network.sh PROGRAM        from the root of the repository
# shellcheck disable=SC2154 # $out, $err and $code are set in common.sh, the rest in experiment.sh
. tests/cli/experiment.sh
bugs='w2-first mean-bias no-bias no-prime-output no-prime-hidden prime-twice prime-of-z no-w2'

## What is refused: exit 2, one line, nothing printed, nothing written.

numbers_refused method 'expected one of gd|sgd|shuffled' '' nothing GD 'gd|sgd' ' gd' gdd
numbers_refused bug "expected one of none|${bugs// /|}" '' w2 W2-FIRST 'none|no-w2' ' none' nones
for option in method bug; do refused "--$option: expected a value" --$option; done
refused 'unknown option "--optimizer"' --optimizer adam
for option in '--seed 3' '--init half' '--method sgd' '--bug no-w2' '--starts 3' "--params $worked" '--save s.txt' --check; do
    # shellcheck disable=SC2086
    refused '--mazur ' --mazur $option
done

## Parameter files.

good='W1 2 3  0.5 -0.4 0.3  0.2 0.6 -0.7
b1 1 3  0.1 -0.2 0.05
W2 3 1  0.4 -0.5 0.6
b2 1 1  -0.1'
malformed ':2: W1: expected the shape 2 3' 'W1\n2\n'
malformed ':1: W1: expected 6 numbers, got 5' 'W1 2 3 1 2 3 4 5\nb1 1 3 1 2 3\nW2 3 1 1 2 3\nb2 1 1 1\n'
malformed ':1: W1: expected 6 numbers, got one more: "7"' 'W1 2 3 1 2 3 4 5 6 7\n'
malformed ':2: expected the name of a matrix, got "W3"' 'W1 2 3 1 2 3 4 5 6\nW3 1 1 1\n'
malformed ':2: W1: is there twice' 'W1 2 3 1 2 3 4 5 6\nW1 2 3 1 2 3 4 5 6\n'
malformed ':4: b2: expected 1 number, got 0' "${good% *}\n"
malformed ':3: b2: is missing' "${good%$'\n'*}\n"
malformed ':0: W1: is missing' ''
for word in inf -inf 0x1p3 1,5 five 1.5x --1; do
    malformed ":2: W1: expected a number, got \"$word\"" "W1 2 3 1 2 3\n4 $word 6\n"
done
malformed ':5: expected a text file' "$good\n\\0000\n"

accepted() { # TEST TEXT
    printf '%b' "$2" >../start.txt
    run --params ../start.txt --epochs 40 --quiet --save ../saved.txt
    verdict "accepted: $1" "$(run_faults 0 '')$(cmp ../saved.txt ../expected.txt 2>&1)"
}
run --params "$worked" --epochs 40 --quiet --save ../expected.txt
accepted 'the same numbers' "$good\n"
accepted 'no line end at the end' "$good"
accepted 'lines as Windows ends them' "${good//$'\n'/\\r\\n}\\r\\n"
accepted 'a byte order mark' "\\0357\\0273\\0277$good\n"
accepted 'all on one line' "${good//$'\n'/ }"
commented=$'# biases\n\n\tb1'
accepted 'comments and blank lines' "# a start\n\n${good/b1/"$commented"} # and no more\n"
accepted 'another order' 'b2 1 1 -0.1 W2 3 1 0.4 -0.5 0.6 b1 1 3 0.1 -0.2 0.05 W1 2 3 0.5 -0.4 0.3 0.2 0.6 -0.7'
true_that 'what is saved has four matrices of 17 digits' \
    awk '/^[Wb]/ { print $1, $2, $3; next } { for (i = 1; i <= NF; i++) if (sprintf("%.17g", $i) != $i) exit 1 }' ../expected.txt
works --params "$worked" --epochs 15 --quiet --save s.txt
works --params s.txt --epochs 25 --quiet --save s.txt
true_that 'fifteen epochs and then twenty-five are forty, to the bit, and a file may be saved onto itself' cmp s.txt ../expected.txt
rm -f s.txt

## What works.

true_that 'the default run solves XOR' awk '/prediction/ { on = 1; next } on { d = $3 - $4; if (d > .1 || d < -.1) exit 1; n++ } END { exit n != 4 }' ../default
true_that 'the report ends its training at epoch 10000' grep -q '^ *10000 ' ../default
works --seed 1 --init uniform --method gd --bug none --lr 0.5 --epochs 10000
true_that 'the defaults are those of --help' cmp $out ../default
help_tells --method --bug 'gd|sgd|shuffled' 'default: 10000' 'default: 0.5' 'default: uniform' 'default: gd'
works --mazur --epochs 1
true_that "Mazur's loss after one step, both ways" grep -q 'after 1 step  *0\.291027774  *0\.291027924$' $out

for method in gd sgd; do
    for start in "--params $worked" '--seed 7' '--init normal --seed 3' '--init symmetric --lr 2.5' '--init half' '--init zero'; do
        # shellcheck disable=SC2086
        run $start --method $method --epochs 60 --quiet --trace t.csv
        case $start in *--lr*) lr=2.5 ;; *) lr=0.5 ;; esac
        {
            run_faults 0 ''
            awk -v loss=half -v optimizer=gd -v method=$method -v lr=$lr -f "$root/tests/cli/experiment.awk" t.csv
        } >$found
        judge "recomputed: $start --method $method"
    done
done
run --method sgd --epochs 5 --quiet --save ../sgd.txt
run --method shuffled --epochs 5 --quiet --save ../shuffled.txt
works --params "$worked" --method shuffled --epochs 5 --quiet --save ../again.txt
works --params "$worked" --method shuffled --seed 2 --epochs 5 --quiet --save ../other.txt
true_that 'with --params a seed still draws the orders' eval '! cmp -s ../again.txt ../other.txt'
true_that 'shuffled is not in order' eval '! cmp -s ../sgd.txt ../shuffled.txt'
rm -f ./*

## --check

for init in $inits; do
    for seed in 1 2 3; do
        works --check --quiet --init "$init" --seed $seed
    done
done
checked --params "$worked"
run --epochs 3000 --quiet --save ../trained.txt
works --check --params ../trained.txt
works --check --params "$root/code/02-network/by-hand.txt"
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

lasting=$(for seed in 20 21 22 23 24; do "$program" --quiet --seed $seed --lr 4 --epochs 1250 --values /dev/stdout; done |
    awk '$1 ~ /^yhat\.[0-3]$/ { n = substr($1, 6); t = n == 1 || n == 2; d = $3 - t; if (d > .1 || d < -.1) bad = 1; if (n == 3) { s += !bad; bad = 0 } }
         END { print s + 0 }')
works --starts 5 --seed 20 --lr 4 --epochs 1250 --quiet --values v.values
true_that 'the count is that of the single runs, seed after seed' [ "$(value v.values solved)" = "$lasting" ]
rm -f v.values
three_diverge --bug prime-of-z
for arguments in '--init tiny' '--init zero' '--method sgd' '--method shuffled' '--bug no-w2' '--init normal --bug prime-twice --method sgd'; do
    # shellcheck disable=SC2086
    works --starts 3 --epochs 20 $arguments
done
forty_starts --method shuffled
rm -f v.values

## A run that diverges.

diverges 8 --bug prime-of-z
diverges 8 --bug prime-of-z --quiet --epochs 8
huge_weights

exit $any_failed
