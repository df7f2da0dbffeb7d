#!/bin/bash
# 03-adam from outside: its own options, both losses, each stage of Adam, counts, runs that diverge.
#
# usage: 03-adam.sh PROGRAM        from the root of the repository
# shellcheck disable=SC2154 # $out, $err and $code are set in common.sh, the rest in experiment.sh
. tests/cli/experiment.sh

## What is refused: exit 2, one line, nothing printed, nothing written.

numbers_refused epsilon 'expected a number from 0 on' "${bad_numbers[@]}" -1 -1e-300
for option in beta1 beta2; do
    numbers_refused $option 'expected a number from 0 to below 1' "${bad_numbers[@]}" 1 1.0 1.5 -0.1 -1e-300 0.99999999999999999
done
numbers_refused loss 'expected one of half|bce' '' mse BCE 'half|bce' ' bce' bcex binary_crossentropy
numbers_refused optimizer 'expected one of gd|adam' '' sgd ADAM 'gd|adam' ' gd' adamw
numbers_refused stage 'expected one of momentum|rms|uncorrected|adam' '' rmsprop RMS 'momentum|rms' ' rms' gd
for option in loss optimizer stage beta1 beta2 epsilon; do
    refused "--$option: expected a value" --$option
done
refused 'unknown option "--epsilon-inside=yes"' --epsilon-inside=yes
for word in --method --bug --mazur --momentum --beta3 --Epsilon; do
    refused "unknown option \"$word\"" $word 1
done
refused 'unknown option "--beta"' --beta 0.9
refused 'unknown option "--s"' --s 1
for option in '--stage adam' '--stage rms' '--beta1 0.9' '--beta2 0.5' '--epsilon 0' --epsilon-inside; do
    # shellcheck disable=SC2086
    refused "${option%% *}: --optimizer gd has none" $option --optimizer gd --save s.txt --trace t.csv
done
for stage in momentum rms uncorrected; do
    refused '--epsilon-inside: only the last stage has it' --epsilon-inside --stage $stage
done

refused '--beta2: ' --save s.txt --trace t.csv --values v.values --beta2 1

## What works.

true_that 'the report ends its training at epoch 2000' grep -q '^ *2000 ' ../default
works --stage adam --epsilon 1e-7 --beta2 0.999 --beta1 .9 --optimizer adam --loss bce --init glorot --lr 1e-3 --epochs 2000 --seed 1
true_that 'the defaults are those of --help, in any order' cmp $out ../default
works --lr 5 --beta1 0 --beta1 0.9 --stage rms --stage adam --lr 0.001
true_that 'of an option typed twice the last counts' cmp $out ../default
help_tells --loss --optimizer --stage --beta1 --beta2 --epsilon --epsilon-inside 'half|bce' 'gd|adam' 'momentum|rms|uncorrected|adam' \
    'default: 2000' 'default: 0.001' 'default: 1)' 'default: glorot' 'default: bce' 'default: 0.9)' 'default: 0.999' 'default: 1e-7'

# With chapter 2's loss, steps, start and rate it is chapter 2.
network=$(dirname "$program")/02-network
for start in '--init uniform' '--init normal --seed 11' "--params $worked"; do
    # shellcheck disable=SC2086
    "$network" $start --lr 0.7 --epochs 300 --quiet --trace 2.csv --save 2.txt
    # shellcheck disable=SC2086
    works --loss half --optimizer gd $start --lr 0.7 --epochs 300 --quiet --trace 3.csv --save 3.txt
    true_that "the trace is that of 02-network: $start" cmp 2.csv 3.csv
    true_that "what is saved is that of 02-network: $start" cmp 2.txt 3.txt
    rm -f ./*
done

## Going on.

for loss in half bce; do
    how="--loss $loss --optimizer gd --lr 0.4 --quiet"
    # shellcheck disable=SC2086
    {
        works $how --epochs 40 --save ../forty.txt
        works $how --epochs 15 --save s.txt
        works $how --params s.txt --epochs 25 --save s.txt
    }
    true_that "gd, $loss: fifteen epochs and then twenty-five are forty, to the bit, and a file may be saved onto itself" cmp s.txt ../forty.txt
    rm -f s.txt
done
for how in '' --epsilon-inside '--loss half' '--stage momentum --lr 0.1' '--stage rms' '--stage uncorrected'; do
    # shellcheck disable=SC2086
    {
        works $how --quiet --epochs 40 --save ../forty.txt
        works $how --quiet --epochs 15 --save s.txt --trace ../t.csv
        works $how --quiet --params s.txt --epochs 25 --save s.txt --trace t.csv
    }
    true_that "adam $how: goes on from where it was" cmp <(tail -n 1 ../t.csv | cut -d, -f2-) <(sed -n 2p t.csv | cut -d, -f2-)
    true_that "adam $how: but has forgotten what it saw" eval '! cmp -s s.txt ../forty.txt'
    # shellcheck disable=SC2086
    works $how --params s.txt --epochs 1
    true_that "adam $how: and says so" grep -qxF "The start (the optimizer's averages begin at 0)" $out
    rm -f ./*
done
works --params "$worked" --optimizer gd --epochs 1
true_that 'gd has nothing to forget' grep -qx 'The start' $out
true_that 'nor has a start that is drawn' grep -qx 'The start' ../default
true_that '--help tells that averages are not saved' grep -q 'averages --save leaves out' ../help

## Recomputed, by other formulas.

recomputed() { # NAME=VALUE...: a run with these options, computed again by awk; inside=1 is --epsilon-inside
    local option=() set=() word
    for word; do
        set+=(-v "$word")
        case $word in inside=1) option+=(--epsilon-inside) ;; *) option+=("--$word") ;; esac
    done
    run "${option[@]}" --quiet --trace t.csv
    {
        run_faults 0 ''
        awk "${set[@]}" -f "$root/tests/cli/experiment.awk" t.csv
    } >$found
    judge "recomputed: $*"
    rm -f t.csv
}
recomputed
recomputed inside=1
recomputed epochs=60 optimizer=gd lr=1.5
recomputed epochs=60 optimizer=gd lr=1.5 loss=half
for stage in momentum rms uncorrected adam; do
    for loss in half bce; do
        recomputed epochs=100 stage=$stage loss=$loss lr=0.02
    done
    recomputed epochs=60 stage=$stage lr=0.01 init=half
    recomputed epochs=60 stage=$stage beta1=0 beta2=0 lr=0.01 epsilon=1e-3
    recomputed epochs=30 stage=$stage epsilon=1000 lr=50
    recomputed epochs=5 stage=$stage init=zero
    recomputed epochs=60 stage=$stage params="$worked" lr=0.03
done
recomputed epochs=60 inside=1 beta1=0 beta2=0 lr=0.01 epsilon=1e-3
recomputed epochs=60 inside=1 epsilon=0
recomputed epochs=60 epsilon=0
recomputed epochs=20 lr=1e-300
recomputed epochs=20 lr=1000
while read -r loss stage inside lr beta1 beta2 epsilon init seed epochs; do
    words=("loss=$loss" "stage=$stage" "lr=$lr" "beta1=$beta1" "beta2=$beta2" "epsilon=$epsilon" "init=$init" "seed=$seed" "epochs=$epochs")
    [ "$inside" = 0 ] || words+=(inside=1)
    recomputed "${words[@]}"
done < <(awk -v runs="${BRIEF:+10}" 'BEGIN {
    state = 1
    split("momentum rms uncorrected adam adam adam", stage, " ")
    split("uniform symmetric normal glorot", init, " ")
    for (i = 0; i < (runs ? runs : 60); i++) {
        for (k = 0; k < 9; k++) { state = (state * 16807) % 2147483647; u[k] = state / 2147483647 }
        s = stage[1 + int(6 * u[0])]
        printf "%s %s %d %.6g %.6f %.6f %.6g %s %d %d\n", u[1] < .5 ? "half" : "bce", s, s == "adam" && u[2] < .5,
            exp(log(10) * (-5 + 3 * u[3])), .99 * u[4], .5 + .4999 * u[5], exp(log(10) * (-9 + 9 * u[6])),
            init[1 + int(4 * u[7])], 1000 * u[8], 20 + 100 * u[2]
    } }')

# The conventions of epsilon differ, and only where it is felt.
for inside in '' --epsilon-inside; do
    run $inside --epochs 50 --epsilon 0.01 --quiet --trace "../large$inside.csv"
    run $inside --epochs 50 --epsilon 0 --quiet --trace "../zero$inside.csv"
done
true_that 'the two epsilons differ' awk -F, '
    NR == FNR { other[$1] = $19; next } $1 == 50 { d = $19 - other[50]; exit !(d * d > 1e-10) }' ../large.csv ../large--epsilon-inside.csv
true_that 'where epsilon is 0 they do not' awk -F, '
    NR == FNR { other[$1] = $19; next } $1 == 50 { d = $19 - other[50]; exit !(d * d < 1e-26) }' ../zero.csv ../zero--epsilon-inside.csv

## Logits that would round to 0 and 1.

for logit in 1000 -1000 1e6 -1e6; do
    printf 'W1 2 3 0 0 0 0 0 0 b1 1 3 0 0 0 W2 3 1 0 0 0 b2 1 1 %s' $logit >../start.txt
    works --params ../start.txt --epochs 3 --quiet --values v.values --trace t.csv
    true_that "the loss is half the logit: $logit" awk -v z=$logit '$1 == "loss.first" { exit $3 != (z < 0 ? -z : z) / 2 }' v.values
    true_that "the gradient is whole: $logit" awk -v z=$logit '$1 == "dL_db2" { exit $3 != (z < 0 ? -.5 : .5) }' v.values
    awk -f "$root/tests/cli/experiment.awk" t.csv >$found
    judge "recomputed: a logit of $logit"
    rm -f ./*
    works --params ../start.txt --check
    works --params ../start.txt --check --loss half
    run --params ../start.txt --loss half --epochs 50 --quiet --values v.values --optimizer gd --lr 100
    true_that "half the squares sleep there: $logit" [ "$(value v.values b2)" = "$(printf '%.17g' $logit)" ]
    rm -f ./*
done

# Nearly certain, and right: the loss is the mean of four times log(1 + exp(-40)), which is exp(-40).
printf 'W1 2 3 2000 2000 0 2000 2000 0 b1 1 3 -1000 -3000 0 W2 3 1 80 -80 0 b2 1 1 -40' >../start.txt
works --params ../start.txt --epochs 0 --quiet --values v.values
true_that 'a tiny loss keeps its digits' awk '$1 == "loss.last" { exit !($3 / exp(-40) > 1 - 1e-12 && $3 / exp(-40) < 1 + 1e-12) }' v.values
rm -f v.values

## --check

for loss in half bce; do
    for init in $inits; do
        for seed in 1 2 3 4; do
            works --check --quiet --loss $loss --init "$init" --seed $seed
        done
    done
    checked --loss $loss --params "$worked"
    run --loss $loss --lr 0.05 --epochs 4000 --quiet --save ../trained.txt
    works --check --loss $loss --params ../trained.txt
    works --check --loss $loss --params "$root/code/02-network/by-hand.txt"
done

loss_is_wrong() {
    echo before >s.txt
    run --check --save s.txt
    broken '--check of a sum that should be a mean fails, and names all' '--check: relative error above 1e-6: W1[0][0] W1[0][1] W1[0][2] W1[1][0] W1[1][1] W1[1][2] b1[0] b1[1] b1[2] W2[0] W2[1] W2[2] b2'
    verdict 'nothing is saved of it' "$(folder_faults s.txt)$([ "$(cat s.txt)" = before ] || echo 'the file has changed')"
    rm -f s.txt
    works --check --loss half
}
mistaken 03-adam/loss.c 's|= (p->yhat\[n\] - rows->y\[n\]) / rows->size|= p->yhat[n] - rows->y[n]|' loss_is_wrong

## --starts

counted() { # ARGUMENT...: eight starts are counted as eight single runs end
    local seed singles
    for seed in 20 21 22 23 24 25 26 27; do
        "$program" --quiet --seed $seed "$@" --values v.values 2>/dev/null || echo diverged
        cat v.values
        echo end
        rm -f v.values
    done >../singles
    singles=$(awk '
        $1 == "diverged" { gone = 1 }
        $1 ~ /^yhat\.[0-3]$/ { n = substr($1, 6); d = $3 - (n == 1 || n == 2); if (d > .1 || d < -.1) off = 1 }
        $1 == "accuracy" { right = $3 }
        $1 == "end" { diverged += gone; solved += !gone && !off; accurate += !gone && right == 1; gone = off = right = 0 }
        END { print solved + 0, accurate + 0, diverged + 0 }' ../singles)
    works --quiet --seed 20 --starts 8 "$@" --values v.values
    verdict "counts solved, accurate and diverged as $singles, as the single runs: $*" \
        "$([ "$singles" = "$(value v.values solved) $(value v.values accurate) $(value v.values diverged)" ] || cat v.values)"
    rm -f v.values
}
counted --lr 0.03 --epochs 300
counted --lr 0.005 --epochs 900
counted --lr 0.05 --epochs 300 --loss half --epsilon-inside
counted --lr 2 --epochs 600 --optimizer gd --init uniform
counted --lr 0.02 --epochs 300 --stage rms --init normal
counted --lr 0.5 --epochs 300 --stage momentum --init symmetric
counted --epsilon 0 --init zero --epochs 3
counted --lr 1e308 --epochs 1
counted --lr 1e308 --epochs 2
counted --lr 1e308 --epochs 20
counted --lr 1e308 --epochs 20 --loss half
counted --lr 1e308 --epochs 5 --optimizer gd
three_diverge --epsilon 0 --init zero
forty_starts --lr 0.05
wilson_faults() { # NAME: of the share and the interval of that count in 40
    awk -v name="$1" '
        { value[$1] = $3 }
        function compare(part, expected) {
            if ((value[name part] - expected) ^ 2 > 1e-20) print name part " is " value[name part] ", expected " expected
        }
        END {
            share = value[name] / 40
            z2 = 1.959963984540054 ^ 2
            half = sqrt(z2 * (share * (1 - share) / 40 + z2 / 6400))
            compare(".share", share)
            compare(".low", (share + z2 / 80 - half) / (1 + z2 / 40))
            compare(".high", (share + z2 / 80 + half) / (1 + z2 / 40))
        }' v.values
}
verdict 'the interval of those accurate is Wilson'"'"'s' "$(wilson_faults accurate)"
verdict 'the interval of those solved is Wilson'"'"'s' "$(wilson_faults solved)"
true_that 'the two counts are not the same here' [ "$(value v.values accurate)" != "$(value v.values solved)" ]
told() { # NAME: the count, the share and the interval, as the report tells them
    awk -v name="$1" '{ value[$1] = $3 } END { printf "%d, or %.2f%% (95%% interval %.2f%% to %.2f%%)\n", value[name],
        100 * value[name ".share"], 100 * value[name ".low"], 100 * value[name ".high"] }' v.values
}
true_that 'the report tells of those accurate' grep -qxF "all four on the right side of 1/2: $(told accurate)" ../many
true_that 'the report tells of those solved' grep -qxF "solved XOR: $(told solved)" ../many
rm -f v.values

## A run that diverges.

diverges 1 --lr 1e308
diverges 1 --lr 1e308 --quiet --epochs 1
diverges 1 --lr 1e308 --epsilon-inside --quiet
diverges 3 --lr 1e308 --loss half --quiet
diverges 1 --epsilon 0 --init zero
diverges 1 --epsilon 0 --init zero --epsilon-inside
diverges 1 --epsilon 0 --init zero --stage rms
diverges 1 --epsilon 0 --init zero --stage uncorrected
diverges 1 --epsilon 0 --init zero --loss half
works --epsilon 0 --init zero --stage momentum --quiet
works --init zero --optimizer gd --quiet
works --init zero --quiet --values v.values
true_that 'where nothing pulls nothing moves' [ "$(value v.values yhat.3) $(value v.values W2[1])" = '0.5 0' ]
rm -f v.values
run --lr 1e308 --trace t.csv --values v.values --quiet
broken 'diverges, with files' 'diverged at epoch 1: '
true_that 'the trace ends before the epoch that diverged' [ "$(wc -l <t.csv)" -eq 2 ]
rm -f ./*
diverges 0 --params ../huge.txt
diverges 0 --params ../huge.txt --check
diverges 0 --params ../huge.txt --epochs 0 --optimizer gd
huge_weights --loss half

exit $any_failed
