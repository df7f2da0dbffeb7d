#!/bin/bash
# Do the suites notice? Makes one small mistake at a time (mistakes.awk) in a file of code/, and runs the suites that reach it, the
# nearest and quickest first, until one fails. A mistake that none notices is printed: it wants a test or, if it changes nothing, a
# place in tests/mutants. Ends with 0 if there are none but those, and those are still there.
#
# usage: mutate.sh FILE.c...        such as: mutate.sh code/01-neuron/gate.c
# shellcheck disable=SC2086
set -u
export LC_ALL=C
case "$(id -u) $*" in
0\ *code/plumbing/*)
    echo "mutate.sh: a mistake in the plumbing may write to any file: not as root" >&2
    exit 2
    ;;
esac
made=$PWD/build/test/mutants
rm -rf "$made" && mkdir -p "$made/lib" "$made/suites"
# A mistake that a compiler warns of needs no suite. Under watch, so that reading past an end is noticed too.
plainly="-std=c11 -Icode -Itests -Werror=format -Wno-format-truncation -Werror=incompatible-pointer-types -Werror=int-conversion -x c"
watched="$plainly -O2 -fPIC -fsanitize=address,bounds,shift,signed-integer-overflow -fno-sanitize-recover=all"
export made plainly watched
each() { xargs -P "$(getconf _NPROCESSORS_ONLN)" -I{} bash -c "$1 {}" 2>/dev/null; }

# Each module is a library of its own, so that nothing is linked anew.
library() { # FOLDER code/ROOM/MODULE.c <SOURCE: makes ROOM.MODULE.so there
    local name=${2#code/}
    name=${name%.c} name=${name/\//.}.so
    gcc $watched "-I${2%/*}" -shared -nostdlib "-Wl,-soname,$name" - -o "$1/$name"
}

run() { # ROOM.MODULE SECONDS FOLDER: the suite, on the libraries in the folder before others
    (
        cd "$3" && ulimit -c 0 -f 200000 -t "$2"
        LD_LIBRARY_PATH=$3:$made/lib exec timeout 60 "$made/suites/$1" >/dev/null 2>&1 </dev/null
    )
}

suite() { # tests/ROOM/MODULE.c: makes it; prints for each module that it reaches: ROOM.MODULE, the suite's seconds, its name
    local TIMEFORMAT=%U seconds room=${1%/*} name=${1#tests/}
    name=${name%.c} name=${name/\//.}
    gcc $watched "-Icode/${room#*/}" "$1" -x none "$made/test.o" -o "$made/suites/$name" \
        -Wl,--no-as-needed,-z,lazy "$made"/lib/*.so -lcmocka -lm -lpthread
    seconds=$({ time LD_DEBUG=bindings LD_DEBUG_OUTPUT=$made/$name run "$name" 60 "$made/lib"; } 2>&1) ||
        echo "fails without a mistake: $name"
    sed -n "s|.* to .*/mutants/lib/\(.*\)\.so .*|\1 $seconds $name|p" "$made/$name".* | sort -u
    rm -f "$made/$name".*
}

mutant() { # NUMBER FILE: prints the file with the mistake
    awk -F '\t' -v n="$1" '
        NR == FNR { if ($1 == n) { at = $3; new = $4 }; next }
        { print FNR == at ? new : $0 }' "$made/mistakes" "$2"
}

plain() { # NUMBER FILE: prints both and, if it compiles, what tells its code from other code
    mutant "$@" | gcc $plainly -O2 "-I${2%/*}" -c - -o "$made/$1.o"
    echo "$* $(cksum <"$made/$1.o")"
    rm -f "$made/$1.o"
}

survives() { # NUMBER ROOM.MODULE
    while read -r _ _ seconds suite; do
        run "$suite" "$seconds" "$made/$1" || return 1
    done < <(awk -v module="$2" '
        BEGIN { split(module, room, ".") }
        $1 == module { print ($3 == module ? 0 : index($3, room[1] ".") == 1 ? 1 : 2), $2, int(1 + 4 * $2), $3 }
    ' "$made/times" | sort -k 1,1n -k 2,2n)
}

try() { # NUMBER FILE: prints the number and what came of it
    local outcome=caught module=${2#code/}
    module=${module%.c} module=${module/\//.}
    mkdir "$made/$1"
    mutant "$@" | library "$made/$1" "$2" || outcome=unmade
    # Of one in the list, which changes nothing, fewer starts say enough.
    if [ $outcome = caught ] && BRIEF=1 survives "$1" "$module"; then
        if grep "^$1"$'\t' "$made/mistakes" | cut -f 5 | grep -Fxqf - tests/mutants; then
            outcome=listed
        elif survives "$1" "$module"; then
            outcome=survived
        fi
    fi
    echo "$1 $outcome"
    rm -rf "${made:?}/$1"
}
export -f library run suite mutant plain survives try

awk -f tests/mistakes.awk "$@" </dev/null >"$made/mistakes" && gcc $watched -c tests/test.c -o "$made/test.o" || exit
printf '%s\n' code/*/*.c | grep -v '/main\.c$' | sed "s|.*|$made/lib & <&|" | each library
for room in code/*/; do printf '%s\n' "tests/${room#code/}"*.c; done | grep -v '\*' | each suite >"$made/times"
! grep '^fails' "$made/times" || exit

# Code that is the same as that of the file, or of another mistake, needs no run.
cut -f 1,2 "$made/mistakes" | tr '\t' ' ' | each plain | sort -n | awk '
    { first = !($2 in files); files[$2] }
    NF == 2 || same[$2, $3, $4]++ { print $1, "skipped"; next }
    !first { print $1, $2 }' >"$made/plain"
{ grep ' skipped' "$made/plain"; grep ' code/' "$made/plain" | each try; } | awk -F '\t' '
    function fault(what) { print what; faulty = 1 }
    function sum_up(what, n) {
        printf "%s: %d caught, %d listed, %d survived, %d skipped\n", what, n["caught"], n["listed"], n["survived"], n["skipped"]
        split("", n)
    }
    FILENAME ~ /mistakes$/ { file[++last] = $2; line[last] = $3; text[last] = $5; known[$2]; known[$5]; next }
    FILENAME ~ /mutants$/ && /^[^ #]/ { listed[entry = $0]; reason[$0] = 0 }
    FILENAME ~ /mutants$/ { if (/^  /) reason[entry] = 1; next }
    { split($0, part, " "); outcome[part[1]] = part[2] }
    {
        while (at < last && (!line[at + 1] || at + 1 in outcome)) { # in the order of the files, as soon as may be
            how = outcome[++at]
            if (!line[at] && at > 1) sum_up(file[at - 1], n)
            n[how]++
            all[how]++
            if (how == "survived") fault("survived, line " line[at] " of " text[at])
            if (how == "unmade") fault("compiles, but not under watch: " text[at])
            if (how == "caught" && text[at] in listed) fault("in tests/mutants, but noticed: " text[at])
            fflush()
        }
    }
    END {
        sum_up(file[last], n)
        for (entry in listed) {
            name = substr(entry, 1, index(entry, ":") - 1)
            if (!reason[entry]) fault("in tests/mutants, without a reason: " entry)
            if (!(entry in known) && (name in known || (getline _ <name) < 0)) fault("in tests/mutants, but not made: " entry)
        }
        sum_up("all", all)
        exit faulty || !last || at < last
    }' "$made/mistakes" tests/mutants -
