#!/bin/bash
# Tries programs from outside, each by the script of its name beside this one.
#
# usage: cli.sh PROGRAM...        such as: cli.sh build/01-neuron
set -u
status=0
for program; do
    script=tests/cli/$(basename "$program").sh
    if [ -f "$script" ]; then
        bash "$script" "$program" || status=1
    else
        echo "FAIL $program: there is no $script"
        status=1
    fi
done
exit $status
