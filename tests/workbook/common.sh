# shellcheck shell=sh disable=SC2034
# common.sh: what the scripts of the workbook share: finding an exercise, compiling an answer with its checks, running them.
# The Makefile sets CC (the compiler), FLAGS (the standard and the warnings), CMOCKA (what links with it), LINKER (a flag) and OUT (where all is made).

LC_ALL=C
export LC_ALL

files='stub.c answer.h solution.c test.c hint.md solution.md' # of every exercise, beside wrong-*.c
workbook=tests/workbook

# Every exercise, one number a line, 1.10 after 1.9.
numbers() {
    for folder in code/*/exercises/[0-9]*.[0-9]*/; do
        [ -d "$folder" ] && basename "$folder"
    done | sort -t . -k 1,1n -k 2,2n
}

# find_exercise NUMBER: sets folder, and answer, the reader's file; else names the exercises that there are, and ends.
find_exercise() {
    case $1 in
    *[!0-9.]* | '') folder= ;;
    *) for folder in code/*/exercises/"$1"; do [ -d "$folder" ] || folder=; done ;;
    esac
    answer=answers/$1.c
    [ -n "$folder" ] && return
    there=$(numbers | awk -F . '
        $1 != chapter { if (NR > 1) printf "%s, ", range(); chapter = $1; first = $0 }
        { last = $0 }
        function range() { return (first "") == (last "") ? first : first " to " last }
        END { print NR ? range() : "none" }')
    echo "There is no exercise $1; there are: $there." >&2
    exit 2
}

# True if the reader has no answer to the exercise that was found, or has it as it came: from this book, or from an older one.
is_untouched() {
    [ ! -f "$answer" ] || cmp -s "$folder/stub.c" "$answer" || cmp -s "answers/stubs/${answer##*/}" "$answer"
}

headers=${CMOCKA%-lcmocka} # the flags that show where cmocka.h is, where it is not in the usual place

# True if cmocka is here.
cmocka_here() {
    # shellcheck disable=SC2086
    printf '#include "workbook.h"\n' | $CC $headers -I$workbook -x c -E - >/dev/null 2>&1
}

# Sets sanitizers to the flags that make the compiler watch over an answer, or to nothing where it cannot.
find_sanitizers() {
    sanitizers='-fsanitize=address,undefined -fno-sanitize-recover=all'
    found=$OUT/workbook/sanitizers-$(printf %s "$CC" | tr -c '[:alnum:]' _)
    [ -f "$found" ] && return
    mkdir -p "$OUT/workbook"
    # shellcheck disable=SC2086
    if printf 'int main(void) { return 0; }\n' | $CC $sanitizers -x c - -o "$found.$$" 2>/dev/null && "$found.$$" 2>/dev/null; then
        mv "$found.$$" "$found"
    else
        rm -f "$found.$$"
        sanitizers=
    fi
}

# compile_checks SOURCE OBJECT FLAG...: compiles a test.c, or what all of them share.
compile_checks() {
    source=$1 object=$2
    shift 2
    # shellcheck disable=SC2086
    $CC $FLAGS -g "$@" $headers -Icode -I$workbook -c "$source" -o "$object"
}

# share_checks plain|watched FLAG...: sets shared to workbook.c compiled so. It is the same for every exercise: once will do.
share_checks() {
    shared=$OUT/workbook/$1-$(printf %s "$CC" | tr -c '[:alnum:]' _).o
    shift
    [ -f "$shared" ] && [ -z "$(find $workbook/workbook.[ch] -newer "$shared")" ] && return
    mkdir -p "$OUT/workbook"
    compile_checks $workbook/workbook.c "$shared.$$" "$@" && mv "$shared.$$" "$shared"
}

# build PROGRAM ANSWER OBJECT...: compiles an answer to the exercise in folder and links it with its checks. What the compiler says goes to stderr.
build() {
    program=$1 answer=$2
    shift 2
    # shellcheck disable=SC2086
    $CC $FLAGS -O1 -g $sanitizers -I"$folder" -Icode -c "$answer" -o "$program.o" || return
    # shellcheck disable=SC2086
    $CC $FLAGS -O1 -g $sanitizers "$program.o" "$@" $LINKER $CMOCKA -lm -o "$program" 2>"$program.link" && return
    # A linker's words are hard to read: say what is missing.
    lacking=$(sed -n "s/.*undefined reference to [\`']\([A-Za-z_0-9]*\)'.*/\1/p; s/^ *\"_\(.*\)\", referenced from:/\1/p" "$program.link" | sort -u)
    if [ -n "$lacking" ]; then
        for name in $lacking; do
            echo "$answer: there is no $name, which answer.h asks for" >&2
        done
    elif grep -q "multiple definition.*main\|duplicate symbol.*_main" "$program.link"; then
        echo "$answer: has a main of its own; the checks bring one" >&2
    else
        cat "$program.link" >&2
    fi
    return 1
}

# run_checks PROGRAM OUTPUT: runs the checks and keeps what they print; true if they pass. cmocka's own report goes to PROGRAM.xml.
run_checks() {
    [ -f "$1.xml" ] && rm -f "$1.xml"
    {
        (
            ulimit -f 200 # a loop that prints must not fill the disk
            # shellcheck disable=SC3045
            ulimit -c 0
            CMOCKA_MESSAGE_OUTPUT=xml CMOCKA_XML_FILE=$1.xml ASAN_OPTIONS=detect_leaks=0 exec "$1"
        ) >"$1.log" 2>&1 </dev/null
        code=$? # in here: dash forgets the inner redirections of two brackets around one command
    } 2>/dev/null # where the shell would say how the program ended
    # Of the address sanitizer's page, the line that says what and where; of a flood, the beginning. To an index of which the
    # other sanitizer says that it is out of bounds, what to suspect; clang has it say the same place once more, as a summary.
    [ $code -gt 128 ] && most=10 || most=1000
    awk -v most="$most" '
        /^=+$/ { page = 1; next }
        page && /^SUMMARY: / { sub(/^SUMMARY: /, ""); print; exit }
        page { next }
        /^SUMMARY: UndefinedBehaviorSanitizer/ { next }
        NR > most { print "(and more)"; exit }
        length($0) > 300 { $0 = substr($0, 1, 300) " (and more)" }
        { print }
        /: runtime error: index [0-9]+ out of bounds/ {
            print "an index runs past the end of a row: are two indices exchanged, or does a loop go too far?"
        }' "$1.log" >"$2"
    [ $code -eq 0 ] && return
    exception=$(sed -n '/Test failed with exception: /{ s/.*exception: \([^](]*\).*/\1/p; q; }' "$1.xml" 2>/dev/null)
    if [ -n "$exception" ]; then
        echo "it crashed ($exception): suspect an index, a pointer or a division of whole numbers" >>"$2"
    elif [ $code -gt 128 ]; then
        echo "it was stopped (signal $((code - 128))): suspect a function that calls itself, or prints, without an end" >>"$2"
    fi
    return 1
}
