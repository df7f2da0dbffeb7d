#!/bin/sh
# That `make help` tells of every goal that is for people, once, and of no other. A line a test; from the root of the repository.
set -u
. tests/press/common.sh
made=build/house/help
rm -rf $made
mkdir -p $made

alone make -s help >$made/said
sed -n 's/^  make \([^ ]*\) .*/\1/p' $made/said | sort >$made/told
judge 'help has three groups, and says something of each goal' "$([ "$(grep -c '^To .*:$' $made/said)" -eq 3 ] || cat $made/said
    [ "$(wc -l <$made/told)" -gt 20 ] || cat $made/told
    grep -nE '^  make [^ ]* *$' $made/said)"
judge 'it tells of none twice' "$(uniq -d $made/told)"

# What make knows, and what of that is for makes and scripts only. Patterns are no phony goals; they are told of by an example.
alone make -pnrR help 2>/dev/null | sed -n 's/^\.PHONY: //p' | tr ' ' '\n' |
    grep -xE '[a-z0-9-]+' | grep -vE '^(needs|part|variant|run)-|^(suites|proofs|always)$' | sort -u >$made/phony
printf '%s-1.3\n' check hint reset solution watch | sort -m - $made/phony >$made/expected
judge 'it tells of each goal that is for people, and of no other' "$(diff $made/expected $made/told)"
