#!/bin/sh
# The Makefile's lock: no two makes build in one folder at once. Waits until the folder is this make's, which it then is as long as
# that make lives. Prints nothing but that it waits.
#
# FOLDER/lock holds numbered links, each to the name of a process. The highest is the holder; when that is gone, as it is when make
# has ended, however it has, the next number is free for whoever makes that link, which only one can. Lower ones are removed, the
# highest never is.
#
# usage: lock.sh FOLDER PID        PID: make's
lock=$1/lock pid=$2

# The name of a living process: its number, and when it began, as numbers are used again.
name_of() {
    if [ -r "/proc/$1/stat" ]; then
        # shellcheck disable=SC2046
        set -- "$1" $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null)
        [ "${2:-Z}" = Z ] || echo "$1-${21}"
    else
        set -- "$1" "$(ps -o lstart= -p "$1" 2>/dev/null | tr -cs '[:alnum:]\n' -)"
        [ -z "$2" ] || echo "$1-$2"
    fi
}
highest() { ls "$lock" | sort -n | tail -n 1; }

me=$(name_of "$pid")
told=no
mkdir -p "$lock" 2>/dev/null
while [ -n "$me" ] && [ -w "$lock" ]; do
    last=$(highest)
    holder=$(readlink "$lock/$last" 2>/dev/null)
    if [ "$holder" = "$me" ]; then
        break
    elif [ -n "$holder" ] && [ "$(name_of "${holder%%-*}")" = "$holder" ]; then
        [ $told = yes ] || echo "make: waiting for another make (process ${holder%%-*}), which is building in $1/" >&2
        told=yes
        sleep 0.2 2>/dev/null || sleep 1
        me=$(name_of "$pid")
    else
        next=$((${last:-0} + 1))
        # Whoever saw an old list may take a number that had been used and removed: then there are higher ones.
        if ln -s "$me" "$lock/$next" 2>/dev/null; then
            if [ "$(highest)" = $next ]; then
                for old in "$lock"/*; do [ "${old##*/}" -ge $next ] || rm -f "$old"; done
                break
            fi
            rm -f "$lock/$next"
        elif [ ! -h "$lock/$next" ] && [ "$(highest)" = "$last" ]; then
            break # there are no links here
        fi
    fi
done
