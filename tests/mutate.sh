#!/bin/bash
# Do the suites notice? Makes one small mistake at a time in a file of code/ (another operator, another number, another function),
# and runs the suites of its room against it. A mistake that no suite notices is printed: it wants a test, or changes nothing.
#
# usage: mutate.sh FILE.c...        such as: mutate.sh code/01-neuron/gate.c
set -u
case "$(id -u) $*" in
0\ *plumbing*)
    echo "mutate.sh: a mistake in the plumbing may write to any file: not as root" >&2
    exit 2
    ;;
esac
made=build/test/mutants
rm -rf $made && mkdir -p $made
# Under watch, so that reading past an end is noticed too.
watch="-fsanitize=address,undefined -fno-sanitize-recover=all"
export made watch

# Prints each mistake that may be made in a file: line, column, length, what to put there.
mistakes() {
    awk '
        BEGIN {
            split("+=|-=|*=|==|!=|<=|>=|&&|++|--|->|<<|>>", two, "|")
            other["+="] = "-="; other["-="] = "+="; other["=="] = "!="; other["!="] = "=="; other["&&"] = "||"
            other["<="] = "<"; other[">="] = ">"; other["+"] = "-"; other["-"] = "+"; other["*"] = "/"; other["/"] = "*"
            other["<"] = "<="; other[">"] = ">="; other["fmax"] = "fmin"; other["fabs"] = ""; other["true"] = "false"
            other["false"] = "true"; other["w1"] = "w2"; other["w2"] = "w1"; other["x1"] = "x2"; other["x2"] = "x1"
            other["up"] = "down"; other["down"] = "up"; other["w"] = "b"
            for (i in two) pair[two[i]]
        }
        { line = $0; if (comment) $0 = "" } # comments and texts stay
        !comment && line ~ /\/\*/ { comment = line !~ /\*\/ *$/; sub(/\/\*.*/, "") }
        comment && line ~ /\*\// { comment = 0 }
        /^#|"/ { next }
        {
            for (at = 1; at <= length($0); at += long) {
                rest = substr($0, at)
                if (match(rest, /^[A-Za-z_][A-Za-z_0-9]*/) || match(rest, /^[0-9]+(\.[0-9]*)?(e[-+]?[0-9]+)?/)) long = RLENGTH
                else long = substr(rest, 1, 2) in pair ? 2 : 1
                token = substr(rest, 1, long)
                if (token in other && !(token == "*" && rest ~ /^\*[A-Za-z(]/)) print NR, at, long, other[token]
                if (token == "+=" || token == "-=") print NR, at, long, "="
                if (token ~ /^[0-9]/) print NR, at, long, "(" token " + 1)"
                if (token ~ /^[0-9].*[.e]/ && token + 0 != 0) print NR, at, long, "(" token " * 1.01)"
            }
        }' "$1"
}

# The floor of a room: the plumbing, the shell, the chapters; what is not of these is above them all.
floor_of() {
    case $1 in plumbing) echo -2 ;; shell) echo -1 ;; [0-9]*) echo $((10#${1%%-*})) ;; *) echo 1000 ;; esac
}
export -f floor_of

# try FILE LINE COLUMN LENGTH TEXT: prints the outcome.
try() {
    local file=$1 mutant room below
    room=$(basename "$(dirname "$file")")
    mutant=$(mktemp -d $made/XXXXXX)
    awk -v line="$2" -v at="$3" -v long="$4" -v text="$5" '
        NR == line { $0 = substr($0, 1, at - 1) text substr($0, at + long) } { print }' "$file" >"$mutant/mutant.c"
    local objects=()
    for object in build/obj/*/*.o; do # those of the rooms below and of this one
        below=$(basename "$(dirname "$object")")
        [ "$(floor_of "$below")" -le "$(floor_of "$room")" ] || continue
        case $object in */main.o | */"$room/$(basename "$file" .c)".o) ;; *) objects+=("$object") ;; esac
    done
    local outcome=survived
    if ! gcc $watch -std=c11 -w -O1 -Icode "-Icode/$room" -c "$mutant/mutant.c" -o "$mutant/mutant.o" 2>/dev/null; then
        outcome=invalid
    else
        for suite in "tests/$room/$(basename "$file")" tests/"$room"/*.c; do # its own first
            [ -e "$suite" ] || continue
            gcc $watch "$made/$(basename "$suite" .c).o" $made/test.o "$mutant/mutant.o" "${objects[@]}" -lcmocka -lm -lpthread -o "$mutant/suite" || { outcome=invalid && break; }
            timeout 20 "$mutant/suite" >/dev/null 2>&1 </dev/null || { outcome=caught && break; }
        done
    fi
    echo "$outcome $file:$2: $(sed -n "$2s/^ *//p" "$file") [column $3: $5]"
    rm -rf "$mutant"
}
export -f try

for file; do
    room=$(basename "$(dirname "$file")")
    make --no-print-directory unit >$made/unit.log || { grep -A3 '^FAIL' $made/unit.log; exit 1; }
    for source in tests/test.c tests/"$room"/*.c; do
        gcc $watch -std=c11 -w -O1 -Icode -Itests -c "$source" -o "$made/$(basename "$source" .c).o"
    done
    mistakes "$file" | sed "s|^|$file |" | tr '\n' '\0' | xargs -0 -P "$(getconf _NPROCESSORS_ONLN)" -I{} bash -c 'read -r f l c n t <<<"$1"; try "$f" "$l" "$c" "$n" "$t"' - {} |
        awk -v file="$file" '{ count[$1]++ } /^survived/ { print; fflush() }
            END { printf "%s: %d caught, %d survived, %d did not compile\n", file, count["caught"], count["survived"], count["invalid"] }'
done
