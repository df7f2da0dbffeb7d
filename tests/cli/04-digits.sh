#!/bin/bash
# 04-digits from outside: its options, files of digits and of parameters, what it reports, many starts, writes that fail.
#
# usage: 04-digits.sh PROGRAM        from the root of the repository
# shellcheck disable=SC2154 # $out, $err and $code are set in common.sh
. tests/cli/common.sh
digits=$root/code/04-digits/digits.csv

## What is refused: exit 2, one line, nothing printed, nothing written.

numbers_refused lr 'expected a positive number' "${bad_numbers[@]}" 0 -0.5
numbers_refused epochs 'expected a whole number from 0 to 1000000000' "${bad_numbers[@]}" "${bad_counts[@]}"
for option in starts batch draw; do
    numbers_refused $option 'expected a whole number from 1 to 1000000000' "${bad_numbers[@]}" "${bad_counts[@]}" 0
done
numbers_refused seed 'expected a whole number from 0 to 2^64 - 1' nan -1 1.5 '' 18446744073709551616
numbers_refused epsilon 'expected a number from 0 on' "${bad_numbers[@]}" -1
for option in beta1 beta2; do
    numbers_refused $option 'expected a number from 0 to below 1' "${bad_numbers[@]}" 1 -0.1
done
numbers_refused hidden 'expected none, or at most 31 whole numbers from 1 to 4096 with commas between' 0 4097 -3 +3 3.5 ' 3' '3 ' 3, ,3 \
    3,,4 , none,3 3,none None x 3x 3,0 3,4097 18446744073709551617 99999999999999999999 "$(printf '1,%.0s' {1..31})1"
numbers_refused activation 'expected one of sigmoid|tanh|relu' '' softmax RELU 'tanh|relu' ' relu'
numbers_refused init 'expected one of glorot|he' '' uniform zero He
numbers_refused optimizer 'expected one of gd|adam' '' sgd
numbers_refused stage 'expected one of momentum|rms|uncorrected|adam' '' gd
for option in split order; do numbers_refused $option 'expected one of file|shuffled' '' random File shuffle; done
for option in epochs lr hidden activation init batch seed split order data starts params save draw optimizer stage beta1 beta2 epsilon \
    trace values; do
    refused "--$option: expected a value" --$option
done
for option in data params save trace values; do refused "--$option: expected a file name" --$option ''; done
refused '--hidden: expected a word' --hidden ''
for option in confusion nearest check quiet help epsilon-inside; do refused "unknown option \"--$option=yes\"" --$option=yes; done
for word in --method --loss --bug --layers -h -x; do refused "unknown option \"$word\"" $word 1; done
refused 'unknown option "--s"' --s 1
refused 'unexpected argument "extra"' extra
refused 'unexpected argument "32"' --hidden 64, 32
refused '--hidden: expected at most 10000000 parameters, got 17088522' --hidden 4096,4096 --save s.txt --trace t.csv
refused '--hidden: expected at most 10000000 parameters' --hidden 4096,4096 --starts 3 --values v.values
refused '--draw: expected a row from 1 to 1797, got 1798' --draw 1798 --save s.txt --values v.values
refused '--lr: ' --save s.txt --trace t.csv --values v.values --lr nan
for option in '--stage adam' '--beta1 0.9' '--beta2 0.5' '--epsilon 0' --epsilon-inside; do
    # shellcheck disable=SC2086
    refused "${option%% *}: --optimizer gd has none" $option --optimizer gd --save s.txt
done
refused '--epsilon-inside: only the last stage has it' --epsilon-inside --stage rms

"$program" --epochs 0 --quiet --save ../start.txt
for option in '--hidden 32' '--hidden none' '--init he'; do
    # shellcheck disable=SC2086
    refused "${option% *}: --params brings its own" --params ../start.txt $option
done
refused '--params: --starts draws its own starts' --starts 2 --params ../start.txt
for option in '--save s.txt' '--trace t.csv' '--draw 3' --confusion; do
    # shellcheck disable=SC2086
    refused "${option% *}: --starts trains many networks and keeps none" --starts 2 $option
done
refused '--check: --starts does not stop' --starts 2 --check
for option in '--epochs 40' '--lr 1' '--hidden none' '--activation relu' '--init he' '--batch 1' '--order file' '--starts 2' \
    "--params ../start.txt" '--save s.txt' '--trace t.csv' '--draw 3' --confusion --check '--optimizer adam' '--stage adam' '--beta1 0' \
    '--beta2 0' '--epsilon 0' --epsilon-inside; do
    # shellcheck disable=SC2086
    refused "${option%% *}: --nearest trains no network" --nearest --values v.values $option
done
# A seed has an effect or is refused.
refused '--seed: nothing here is drawn' --nearest --seed 1
refused '--seed: nothing here is drawn' --params ../start.txt --order file --seed 1

# No file is both read and written, but parameters.
cp "$digits" ../digits.csv
for option in save trace values; do
    refused "--$option: expected another file than --data" --data ../digits.csv --$option ../folder/../digits.csv
done
true_that 'the digits are whole' cmp ../digits.csv "$digits"
refused '--trace: expected another file than --params' --params ../start.txt --trace ../start.txt
refused '--values: expected another file than --params' --params ../start.txt --values ../start.txt
refused '--params: expected another file than --data' --params ../start.txt --data ../start.txt
refused '--trace: expected another file than --save' --save f --trace f
refused '--values: expected another file than --trace' --trace f --values "$PWD/f"

## Files of digits.

data_refused() { # MESSAGE TEXT
    printf '%b' "$2" >../d.csv
    refused "../d.csv$1" --data ../d.csv --epochs 1 --save s.txt --trace t.csv
}
mapfile -t rows < <(head -n 4 "$digits" | sed 's/,$//')
two=${rows[0]}'\n'${rows[1]}
data_refused ': expected at least 2 rows, got 0' ''
data_refused ': expected at least 2 rows, got 0' '\0357\0273\0277\n\n \t\n\r\n'
data_refused ': expected at least 2 rows, got 1' "${rows[0]}"
data_refused ':2: expected 65 numbers, got 64' "${rows[0]}\n${rows[1]#*,}\n"
data_refused ':2: expected 65 numbers, got 1' "${rows[0]}\n5\n${rows[1]}\n"
data_refused ':1: expected 65 numbers, got more' "${rows[0]},1\n${rows[1]}\n"
data_refused ':1: expected 65 numbers, got more' "${rows[0]},,\n${rows[1]}\n"
data_refused ':3: number 1, a pixel: expected a whole number from 0 to 16, got "17"' "$two\n17,${rows[2]#*,}\n"
data_refused ':4: number 64, a pixel: expected a whole number from 0 to 16, got "-1"' "$two\n\n${rows[2]%,*,*},-1,3\n"
data_refused ':1: number 65, the digit: expected a whole number from 0 to 9, got "10"' "${rows[0]%,*},10\n${rows[1]}\n"
data_refused ':2: number 65, the digit: expected a whole number from 0 to 9, got "16"' "${rows[0]}\n${rows[1]%,*},16\n"
for word in '' x 1.0 +1 '1 1' 0x1 1e0 nan '"1"' 18446744073709551616 ½; do
    data_refused ":1: number 1, a pixel: expected a whole number from 0 to 16, got \"$word\"" "$word,${rows[0]#*,}\n${rows[1]}\n"
done
data_refused ':1: number 1, a pixel: ' 'pixel0,pixel1\n'
data_refused ':1: number 1, a pixel: ' "${rows[0]//,/;}\n"
data_refused ':1: number 65, the digit: ' "${rows[0]}\r${rows[1]}\n"
data_refused ':3: expected a text file, got a byte 0' "$two\n\\0000\n"
data_refused ':2: expected a text file, got a byte 0' "$two\\0000"
data_refused ":2: expected 65 numbers, got a line of more than 4094 bytes" "${rows[0]}\n$(printf '%04095d' 0),\n"
refused 'none.csv: No such file' --data none.csv
refused '.: Is a directory' --data .
refused '/dev/zero:1: expected a text file, got a byte 0' --data /dev/zero
refused '/dev/null: expected at least 2 rows, got 0' --data /dev/null --nearest
printf '%b' "$two" >../d.csv
refused '--draw: expected a row from 1 to 2, got 3' --data ../d.csv --draw 3

works --data ../d.csv --epochs 3
true_that 'of two rows one is trained on' grep -q '^1 row to train on, 1 to test' $out
works --data ../d.csv --nearest
works --data ../d.csv --epochs 3 --starts 2 --split shuffled
works --data ../d.csv --check --hidden 2

all_of() { # FILE ARGUMENT...: all that a run leaves
    run "${@:2}" --save ../all.save --trace ../all.trace --values ../all.values
    run_faults 0 '' >$found
    judge "works: ${*:2}"
    cat $out ../all.save ../all.trace ../all.values >"$1"
    rm -f ../all.*
}
all_of ../own.all --epochs 1 --confusion --draw 1797
as_digits() { # TEST: ../d.csv trains as the program's own digits
    all_of ../other.all --epochs 1 --confusion --draw 1797 --data ../d.csv
    true_that "$1 gives the same bytes" cmp ../own.all ../other.all
}
cp "$digits" ../d.csv
as_digits 'a copy of the digits'
sed 's/,$//' "$digits" >../d.csv
as_digits 'a copy without commas at the ends of lines'
sed 's/$/\r/' "$digits" >../d.csv
as_digits 'a copy with carriage returns'
{
    printf '\357\273\277\n'
    sed 's/,$/ ,\t/; s/^0/ 000/; s/,/ , /3; 9s/$/\n \n/' "$digits"
} >../d.csv
as_digits 'a copy with a byte order mark, blanks and blank lines'
head -c -2 "$digits" >../d.csv
as_digits 'a copy whose last line has no end'
mkfifo pipe
cat "$digits" >pipe &
all_of ../other.all --epochs 1 --confusion --draw 1797 --data pipe
wait $!
true_that 'digits through a pipe give the same bytes' cmp ../own.all ../other.all
rm -f pipe
{ cat "$digits" && cat "$digits"; } >../d.csv
works --data ../d.csv --epochs 1 --quiet --values v.values
true_that 'twice the digits are cut in four fifths and one' [ "$(value v.values rows) $(value v.values test_rows)" = '2875 719' ]
rm -f v.values

## Files of parameters.

params_refused() { # MESSAGE TEXT
    printf '%b' "$2" >../p.txt
    refused "../p.txt$1" --params ../p.txt --epochs 1 --save s.txt --trace t.csv
}
matrix() { # NAME ROWS COLUMNS
    printf '%s %d %d\n' "$@"
    for _ in $(seq "$2"); do printf '%*s\n' "$3" '' | sed 's/ / 0.1/g'; done
}
good=$(matrix W1 64 3 && matrix b1 1 3 && matrix W2 3 10 && matrix b2 1 10)
params_refused ': W1: is missing' ''
params_refused ': W1: is missing' '# nothing here\n'
params_refused ':1: W1: expected 64 rows, one for each unit that it comes from, got 63' "$(matrix W1 63 10 && matrix b1 1 10)"
params_refused ':1: W1: expected 10 columns, one for each answer, got 9' "$(matrix W1 64 9 && matrix b1 1 9)"
params_refused ':68: W2: expected 3 rows, one for each unit that it comes from, got 4' \
    "$(matrix W1 64 3 && matrix b1 1 3 && matrix W2 4 10 && matrix b2 1 10)"
params_refused ': W2: is missing' "$(matrix W1 64 3 && matrix b1 1 3 && matrix W3 3 10 && matrix b3 1 10)"
params_refused ':66: b1: expected the shape 1 3' "${good/b1 1 3/b1 1 4}"
params_refused ':72: b2: is missing' "${good%b2*}"
params_refused ':74: expected the name of a matrix, got "W03"' "$good\nW03 10 10\n"
params_refused ':74: W1: is there twice' "$good\nW1 64 3$(printf ' 1%.0s' {1..192})\n"
params_refused ':66: W1: expected 192 numbers, got one more: "5"' "${good/b1/5 b1}"
params_refused ':2: W1: expected a number, got "nan"' "${good/0.1/nan}"
params_refused ':1: W40: expected at most 32 layers' "${good/W1/W40}"
params_refused ':74: expected a text file, got a byte 0' "$good\n\\0000"
params_refused ': expected at most 10000000 parameters, got 17088522' 'W1 64 4096 W2 4096 4096 W3 4096 10'
params_refused ':1: W1: expected from 1 to 4096 columns, got 4097' 'W1 64 4097 W2 4097 10'
refused 'none.txt: No such file' --params none.txt
refused '.: Is a directory' --params .
refused '/dev/zero:1: expected a text file, got a byte 0' --params /dev/zero
refused '/dev/null: W1: is missing' --params /dev/null
refused 'worked.txt:2: W1: expected 64 rows, one for each unit that it comes from, got 2' --params "$root/code/02-network/worked.txt"
refused 'W1: is missing' --params "$digits"
refused '--draw: expected a row from 1 to 1797, got 1798' --params ../start.txt --draw 1798
printf '%s\n' "$good" >../p.txt
works --params ../p.txt --epochs 0 --quiet --save ../one.txt
works --params ../one.txt --epochs 0 --quiet --save ../two.txt
true_that 'what goes in comes out' cmp ../one.txt ../two.txt
{
    printf '\357\273\277# by hand\r\n'
    sed 's/$/\r/; s/^b2/# the last\r\n\n&/' ../p.txt | tr ' ' '\t'
} >../other.txt
works --params ../other.txt --epochs 0 --quiet --save ../two.txt
true_that 'and is read past comments, blanks, carriage returns and a byte order mark' cmp ../one.txt ../two.txt
"$program" --params <(cat ../p.txt) --epochs 0 --quiet --save ../two.txt
true_that 'and from a pipe' cmp ../one.txt ../two.txt
works --params ../p.txt --epochs 0
true_that 'and in its own shape' grep -q 'Network 64-3-10: 235 parameters' $out

## What works.

works
cp $out ../default
few_digits
true_that 'the report ends its training at epoch 40' grep -q '^ *40 ' $out
true_that 'it begins beside ln 10' awk '$1 == 0 && NF == 5 { exit !($2 > 2.3026 && $2 < 2.6) } END { if (!NR) exit 1 }' $out
true_that 'the default run learns' awk '$1 == "40" { split($4, a, "/"); split($5, b, "/"); exit !(a[1] > 1420 && b[1] > 310) }' $out
works --epsilon 1e-7 --beta2 0.999 --beta1 .9 --stage adam --optimizer adam --order shuffled --split file --seed 1 --batch 32 --init glorot \
    --activation sigmoid --hidden 32 --lr 0.01 --epochs 40
true_that 'the defaults are those of --help, in any order' cmp $out ../default
works --epochs 9 --lr 7 --hidden 3 --hidden 32 --lr 1e-2 --epochs 40
true_that 'of an option typed twice the last counts' cmp $out ../default
works --help
for word in --epochs --lr --check --trace --values --quiet --hidden --activation --init --batch --seed --split --order --data --starts \
    --params --save --confusion --draw --nearest --optimizer --stage --beta1 --beta2 --epsilon --epsilon-inside --help \
    'sigmoid|tanh|relu' 'glorot|he' 'file|shuffled' 'gd|adam' 'default: 40)' 'default: 0.01)' 'default: 32)' 'default: sigmoid' \
    'default: glorot' 'default: 1)' 'default: file)' 'default: shuffled)' 'default: adam' 'averages --save leaves out'; do
    true_that "--help tells $word" grep -qF -- "$word" $out
done
works --help --trace t.csv --save s.txt --quiet --draw 3
verdict '--help writes no file' "$(folder_faults '')"
for arguments in '--epochs 1' '--check --hidden 2' '--starts 2 --epochs 1' --nearest '--epochs 1 --confusion --draw 3'; do
    # shellcheck disable=SC2086
    works $arguments --quiet
    verdict "--quiet prints nothing: $arguments" "$(printed_faults)"
done
works --hidden 0064,32 --epochs 0
true_that 'hidden layers may be several' grep -q 'Network 64-64-32-10: 6570 parameters' $out
works --hidden "$(printf '1,%.0s' {1..30})1" --epochs 0
works --hidden none --epochs 0
true_that 'or none' grep -q 'Network 64-10: 650 parameters' $out
works --batch 1437 --epochs 0
true_that 'a batch may be all rows' grep -q '^Batches of 1437, 1 step an epoch' $out
works --batch 1436 --epochs 0
true_that 'or all but one' grep -q '^Batches of 1436, 2 steps an epoch' $out

# Each option has an effect.
for option in '--hidden 31' '--activation tanh' '--init he' '--batch 31' '--seed 2' '--split shuffled' '--order file' '--lr 0.02' \
    '--epochs 2' '--optimizer gd' '--stage rms' '--beta1 0.8' '--beta2 0.9' '--epsilon 0.1' '--epsilon-inside --epsilon 1e-3' \
    '--activation relu'; do
    # shellcheck disable=SC2086
    all_of ../other.all --epochs 1 --confusion --draw 1797 $option
    true_that "$option has an effect" eval '! cmp -s ../own.all ../other.all'
done

# The trace, the values and what is saved tell of one run.
works --epochs 25 --batch 200 --trace t.csv --values v.values --save s.txt
verdict 'the files are there and nothing else' "$(folder_faults 's.txt t.csv v.values')"
true_that 'the report is the same with files as without' cmp <("$program" --epochs 25 --batch 200) $out
files_are_in_form
true_that 'the trace has its five columns' grep -qx 'epoch,loss,test_loss,accuracy,test_accuracy' <(head -n 1 t.csv)
for pair in 'loss.first 2 2' 'test_loss.first 2 3' 'loss.last 27 2' 'test_loss.last 27 3' 'accuracy 27 4' 'test_accuracy 27 5'; do
    read -r word row column <<<"$pair"
    true_that "$word is in the trace" [ "$(value v.values "$word")" = "$(sed -n "${row}p" t.csv | cut -d, -f"$column")" ]
done
awk -F '[ =,/]+' '
    function compare(what, a, b) { if (a == "" || (a - b) ^ 2 > 1e-18) print what " is " a ", expected " b }
    FILENAME == "t.csv" { if (FNR > 1) { seen[$1] = $4; unseen[$1] = $5 }; next }
    FILENAME == "v.values" { value[$1] = $2; next }
    { sub(/^ +/, ""); $0 = $0 }
    $1 ~ /^[0-9]+$/ && NF == 7 { shown++; compare("epoch " $1 ": accuracy", seen[$1], $4 / $5); compare("epoch " $1 ": test accuracy", unseen[$1], $6 / $7)
        compare("rows", $5, 1437); compare("rows to test", $7, 360); last = $4; last_unseen = $6 }
    END {
        compare("epochs shown", shown, 7)
        compare("right", value["right"], last); compare("test_right", value["test_right"], last_unseen)
        compare("rows", value["rows"], 1437); compare("test_rows", value["test_rows"], 360)
        compare("steps", value["steps"], 8); compare("parameters", value["parameters"], 2410)
        share = last_unseen / 360; z2 = 1.959963984540054 ^ 2; half = sqrt(z2 * (share * (1 - share) / 360 + z2 / 518400))
        compare("test_accuracy.low", value["test_accuracy.low"], (share + z2 / 720 - half) / (1 + z2 / 360))
        compare("test_accuracy.high", value["test_accuracy.high"], (share + z2 / 720 + half) / (1 + z2 / 360))
    }' t.csv v.values $out >$found
judge 'the report, the trace and the values count the same rows, and the interval is Wilson'"'"'s'
rm -f ./*

## What the report has besides.

works --epochs 2 --confusion --values v.values --seed 4
awk -v right="$(value v.values test_right)" -v digits="$digits" '
    BEGIN { FS = ","; while ((getline <digits) > 0) if (++n > 1437) expected[$65]++; FS = " " }
    FNR == NR { if (sub(/^confusion\./, "")) { split($1, at, "."); count[at[1], at[2]] = $3 }; next }
    /^Of the rows to test/ { on = 1; next }
    on && NF == 11 { lines++; for (k = 0; k < 10; k++) if ($(k + 2) != (count[$1, k] ? count[$1, k] : ".")) print "the report has " $(k + 2) " of " $1 " as " k }
    END {
        for (d = 0; d < 10; d++) { row = 0; for (k = 0; k < 10; k++) row += count[d, k]; if (row != expected[d]) print row " rows of digit " d ", expected " expected[d]; trace += count[d, d] }
        if (trace != right) print trace " on the diagonal, expected " right
        if (lines != 10) print lines " lines"
    }' v.values $out >$found
judge 'the confusion matrix has each row to test once, and those that are right on its diagonal'
for row in 1 100 1797; do
    works --epochs 2 --draw $row --values v.values
    awk -v row=$row -v digits="$digits" '
        BEGIN { FS = ","; while ((getline <digits) > 0) if (++n == row) { label = $65
                for (i = 1; i <= 64; i++) { c = substr(" .:-=+*#%@", 1 + int($i / 16 * 9 + .5), 1); image[int((i - 1) / 8)] = image[int((i - 1) / 8)] c c } }
            FS = " " }
        FNR == NR { if ($1 ~ /^p\./) { p[substr($1, 3)] = $3; sum += $3; count++ } if ($1 == "label" && $3 != label) print "label " $3; next }
        /^Row / { on = 1; if ($0 != "Row " row ", a " label) print; next }
        on && /^  [|]/ { if ($0 != "  |" image[lines + 0] "|") print "line " lines + 1 " is " $0; lines++; next }
        on && NF > 1 { bars++; d = $2 - p[$1]; if (d * d > 1e-8 || length($3) != int(40 * p[$1] + .5)) print }
        END { if (count != 10 || (sum - 1) ^ 2 > 1e-24) print count " probabilities, whose sum is " sum; if (lines != 8 || bars != 10) print lines " lines, " bars " bars" }
        ' v.values $out >$found
    judge "row $row is drawn, with ten probabilities whose sum is 1"
done
rm -f v.values

works --nearest --values v.values
true_that 'the nearest neighbour is right on 344 of 360' grep -q '^the nearest of 1437 rows is right on 344 of 360: 95.56%$' $out
true_that 'and keeps it' [ "$(value v.values test_right)" = 344 ]
{ tail -n 360 "$digits" && head -n 1437 "$digits"; } >../d.csv
works --nearest --data ../d.csv --quiet --values ../other.values
true_that 'and on others in another order' eval '! cmp -s v.values ../other.values'
works --nearest --split shuffled --seed 8 --quiet --values ../other.values
works --nearest --split shuffled --seed 9 --quiet --values ../ninth.values
true_that 'a seed shuffles the split of the nearest' eval '! cmp -s ../ninth.values ../other.values'
rm -f v.values

## Going on.

how='--order file --optimizer gd --lr 0.3 --quiet'
# shellcheck disable=SC2086
{
    works $how --epochs 4 --save ../four.txt
    works $how --epochs 1 --save s.txt
    works $how --params s.txt --epochs 3 --save s.txt
}
true_that 'gd in order: one epoch and then three are four, to the bit, and a file may be saved onto itself' cmp s.txt ../four.txt
rm -f s.txt
for how in '' --epsilon-inside '--stage momentum' '--stage rms' '--stage uncorrected'; do
    # shellcheck disable=SC2086
    {
        works $how --order file --quiet --epochs 2 --save ../two.txt
        works $how --order file --quiet --epochs 1 --save s.txt --trace ../t.csv
        works $how --order file --quiet --params s.txt --epochs 1 --save ../s.txt --trace t.csv
    }
    true_that "adam $how: goes on from where it was" cmp <(tail -n 1 ../t.csv | cut -d, -f2-) <(sed -n 2p t.csv | cut -d, -f2-)
    true_that "adam $how: but has forgotten what it saw" eval '! cmp -s ../s.txt ../two.txt'
    # shellcheck disable=SC2086
    works $how --params s.txt --epochs 0
    true_that "adam $how: and says so" grep -qF "(the optimizer's averages begin at 0)" $out
    rm -f ./*
done
works --params ../start.txt --optimizer gd --epochs 0
true_that 'gd has nothing to forget' eval "! grep -q averages $out"
true_that 'nor has a start that is drawn' eval '! grep -q averages ../default'

works --split shuffled --seed 5 --epochs 1 --quiet --save s.txt --values v.values
for seed in 5 6; do works --split shuffled --seed $seed --params s.txt --epochs 0 --quiet --values ../$seed.values; done
true_that 'shuffled by the same seed, the rows to test are the same' \
    [ "$(value v.values test_loss.last) $(value v.values right)" = "$(value ../5.values test_loss.first) $(value ../5.values right.first)" ]
true_that 'by another they are not' [ "$(value v.values test_loss.last)" != "$(value ../6.values test_loss.first)" ]
works --params s.txt --epochs 1 --quiet --save ../one.txt
works --params s.txt --epochs 1 --quiet --save ../two.txt --seed 2
true_that 'with --params a seed still draws the orders' eval '! cmp -s ../one.txt ../two.txt'
rm -f ./*

## Recomputed by NumPy.

if python=$(for python in python3 /usr/bin/python3; do "$python" -c 'import numpy' 2>/dev/null && command -v "$python" && break; done); then
    recomputed() { # EPOCHS ACTIVATION HIDDEN BATCH LR OPTION...
        run --hidden "$3" --activation "$2" --epochs 0 --quiet --save ../start.txt "${@:6}"
        run --params ../start.txt --activation "$2" --order file --epochs "$1" --batch "$4" --lr "$5" --quiet --save s.txt --trace t.csv \
            "${@:6}"
        {
            run_faults 0 ''
            "$python" "$root/tests/cli/04-digits.py" "$digits" ../start.txt s.txt t.csv "$2" "$4" "$5" "${@:6}" 2>&1
        } >$found
        judge "recomputed: $*"
        rm -f ./*
    }
    recomputed 2 sigmoid 32 32 0.01
    recomputed 2 sigmoid none 32 0.01
    recomputed 2 tanh 16,12 100 0.02
    recomputed 2 relu 20,10,15 32 0.003
    recomputed 2 sigmoid 8 1437 0.1
    recomputed 1 sigmoid 5 1 0.001
    recomputed 2 relu 16 32 0.2 --optimizer gd
    recomputed 2 sigmoid 1,2,3 2000 0.1 --optimizer gd
else
    echo "skip $name: recomputed (no NumPy)"
fi

## --check

works --check --hidden 3 --batch 8
true_that '--check prints each derivative with its error' \
    awk '/^[Wb][0-9]\[/ { n++; if ($NF > 1e-6) exit 1 } END { exit n != 235 }' $out
true_that 'and the largest of each matrix' awk '/^[Wb][0-9] [0-9]+x[0-9]+ / { n++; count += $3; if ($NF > 1e-6) exit 1 }
    END { exit n != 4 || count != 235 }' $out
works --check --epochs 9 --hidden none --batch 3 --trace t.csv --save s.txt
true_that '--check does not train' [ "$(wc -l <t.csv)" -eq 2 ]
rm -f ./*
for arguments in '--hidden 2,2,2 --activation tanh' '--hidden 4,3 --activation relu --init he --seed 3' '--hidden none --split shuffled' \
    '--hidden 1 --batch 1' '--params ../p.txt --activation relu --batch 2'; do
    # shellcheck disable=SC2086
    works --check --quiet --batch 9 $arguments
done
layer_is_wrong() {
    echo before >s.txt
    run --check --hidden 2,2 --batch 4 --save s.txt
    broken '--check of a slope that is left out fails' '--check: relative error above 1e-6: W1[2][0] W1[2][1] W1[3][0]'
    true_that 'and calls the last layer right' eval "! grep -q 'W3\|b3' $err"
    verdict 'nothing is saved of it' "$(folder_faults s.txt)$([ "$(cat s.txt)" = before ] || echo 'the file has changed')"
    rm -f s.txt
    works --check --hidden none --batch 4 --quiet
}
mistaken 04-digits/mlp.c 's| \* net->hidden.slope(a\[j\])||' layer_is_wrong

## --starts

works --starts 4 --seed 7 --epochs 1 --values v.values --split shuffled
for k in 0 1 2 3; do
    "$program" --seed $((7 + k)) --epochs 1 --quiet --split shuffled --values ../single.values
    true_that "test_right.$k is that of the seed $((7 + k))" [ "$(value v.values test_right.$k)" = "$(value ../single.values test_right)" ]
    value ../single.values right >>../rights
done
awk '
    function compare(what, a, b) { if (a == "" || (a - b) ^ 2 > 1e-18) print what " is " a ", expected " b }
    function spread(name, x,    i, mean, square, low, high) {
        low = high = x[0]
        for (i = 0; i < 4; i++) { mean += x[i] / 4; low = x[i] < low ? x[i] : low; high = x[i] > high ? x[i] : high }
        for (i = 0; i < 4; i++) square += (x[i] - mean) ^ 2 / 3
        compare(name ".mean", v[name ".mean"], mean); compare(name ".least", v[name ".least"], low); compare(name ".most", v[name ".most"], high)
        compare(name ".low", v[name ".low"], mean - 3.182446305284264 * sqrt(square / 4))
        compare(name ".high", v[name ".high"], mean + 3.182446305284264 * sqrt(square / 4))
    }
    FNR == NR { v[$1] = $3; next }
    /^[0-9]+$/ { seen[n++] = $1 / 1437 }
    END {
        for (k = 0; k < 4; k++) unseen[k] = v["test_right." k] / 360
        spread("accuracy", seen); spread("test_accuracy", unseen)
        if (v["starts"] != 4 || v["diverged"] != 0 || n != 4) print v["starts"] " starts, " v["diverged"] " diverged, " n " single runs"
    }' v.values ../rights >$found
judge 'four starts are spread as the single runs are'
true_that 'the report tells the mean' grep -q "^tested on  *$(awk '$1 == "test_accuracy.mean" { printf "%.2f%%", 100 * $3 }' v.values)" $out
true_that 'no bar is drawn where nobody watches' [ ! -s $err ]
rm -f v.values
works --starts 2 --lr 1e308 --epochs 1 --values v.values
true_that 'what diverges is counted' [ "$(value v.values diverged)" = 2 ]
true_that 'and told' grep -qx 'diverged: 2' $out
rm -f v.values
if command -v taskset >/dev/null; then
    "$program" --starts 5 --epochs 1 --hidden 4 >../many
    true_that 'one processor prints the same' cmp <(taskset -c 0 "$program" --starts 5 --epochs 1 --hidden 4) ../many
fi

## A run that diverges, a write that fails.

diverges() { # EPOCH ARGUMENT...
    echo before >s.txt
    run "${@:2}" --save s.txt --trace ../t.csv
    broken "diverges: ${*:2}" "diverged at epoch $1: "
    verdict "what stood there is whole: ${*:2}" "$(folder_faults s.txt)$([ "$(cat s.txt)" = before ] || echo 'the file has changed')"
    true_that "the trace ends before: ${*:2}" [ "$(wc -l <../t.csv)" -eq $(($1 + 1)) ]
    rm -f s.txt
}
diverges 1 --lr 1e308
diverges 1 --lr 1e308 --quiet --epochs 1 --activation relu
diverges 1 --optimizer gd --lr 1e300 --hidden 5,5 --activation relu
diverges 1 --epsilon 0 --hidden 4 --epochs 2
sed 's/0\.1/1e308/g' ../p.txt >../huge.txt
diverges 0 --params ../huge.txt --activation relu
diverges 0 --params ../huge.txt --activation relu --check
diverges 0 --params ../huge.txt --confusion --draw 3
sed '/^[^Wb]/s/0\.1/1e5/g' ../p.txt >../large.txt
works --params ../large.txt --epochs 1 --values v.values --confusion --draw 1
true_that 'logits of a hundred thousand leave a finite loss' awk '$1 == "loss.first" { exit !($3 > 2.3 && $3 < 2.31) }' v.values
rm -f v.values

run --epochs 1 --save none/s.txt
verdict 'no way to write: --save none/s.txt' "$(run_faults 1 'none/s.txt: No such file')$(printed_faults)$(folder_faults '')"
mkdir folder
run --params ../p.txt --epochs 1 --save folder --trace t.csv --values v.values
verdict 'no way to write: --save folder' "$(run_faults 1 'folder: Is a directory')$(printed_faults)$(folder_faults folder)"
rmdir folder
if device full; then
    for option in save trace values; do
        run --epochs 1 --quiet --$option "$device"
        broken "a full --$option" 'full: No space left on device'
    done
    for arguments in '--starts 2 --epochs 1' --nearest '--epochs 0 --confusion --draw 3'; do
        # shellcheck disable=SC2086
        run $arguments --values "$device"
        broken "full values: $arguments" 'full: No space left on device'
    done
    for arguments in '--epochs 1 --confusion --draw 3' '--starts 2 --epochs 1' '--check --hidden 2' --nearest --help; do
        # shellcheck disable=SC2086
        "$program" $arguments >/dev/full 2>$err
        code=$?
        broken "a full standard output: $arguments" 'standard output: No space left on device'
    done
    rm -f ./*
fi
full_halfway
works --epochs 0 --quiet --save /dev/stdout
true_that 'a device is written straight' grep -qx 'W2 32 10' $out
exit $any_failed
