# shellcheck shell=sh disable=SC2034
# common.sh: what the scripts of the workbook share: finding an exercise, compiling an answer with its checks, judging it.
# The Makefile sets CC (the compiler), FLAGS (the standard and the warnings), LINKER (a flag), OUT (where all is made) and STEMS
# (the chapters).

LC_ALL=C
export LC_ALL

workbook=tests/workbook
undeclared=-Werror=implicit-function-declaration # it would be taken for one that returns an int
code=code # the book's code that judges: for a reader, a copy of it as it came (see take_book)
tag=$(printf %s "$CC" | tr -c '[:alnum:]' _)

# Every exercise, one number a line, 1.10 after 1.9.
numbers() {
    for folder in code/*/exercises/[0-9]*.[0-9]*/; do
        [ -d "$folder" ] && basename "$folder"
    done | sort -t . -k 1,1n -k 2,2n
}

# find_exercise NUMBER: sets number, folder, stem (of its chapter) and answer, the reader's file; else names the exercises that there
# are, and ends.
find_exercise() {
    number=$1
    case $1 in
    *[!0-9.]* | '') folder= ;;
    *) for folder in code/*/exercises/"$1"; do [ -d "$folder" ] || folder=; done ;;
    esac
    answer=answers/$1.c
    stem=${folder#code/}
    stem=${stem%%/*}
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
    [ ! -f "$answer" ] || cmp -s "$code/${folder#code/}/stub.c" "$answer" || cmp -s "answers/stubs/${answer##*/}" "$answer"
}

# The files of the book that judge an answer; a module may include a table of data, a .csv beside it.
judging() {
    for room in plumbing shell $STEMS; do
        for file in code/"$room"/*.[ch] code/"$room"/*.csv; do
            case $file in */main.c | *'*'*) ;; *) echo "$file" ;; esac
        done
        for file in code/"$room"/exercises/*/*; do
            case $file in */answer.h | */stub.c | */test.c) echo "$file" ;; esac
        done
    done
}

# title_of NUMBER: as its chapter has it.
title_of() { sed -n "s/^:::* *{\.exercise #ex-$1 .*title=\"\([^\"]*\)\".*/\1/p" chapters/*.md 2>/dev/null; }

# is_heart NUMBER: its chapter marks it as one to do before the others.
is_heart() { grep -q "{\.exercise #ex-$1 .*heart=" chapters/*.md 2>/dev/null; }

# The exercises in the order in which the chapters suggest them: those of a chapter that are marked as its heart, then the others.
suggested() {
    for number in $(numbers); do
        heart=1
        is_heart "$number" && heart=0
        echo "$number" "$heart"
    done | awk '{ split($1, part, "."); print part[1], $2, part[2], $1 }' | sort -n -k 1,1 -k 2,2 -k 3,3 | cut -d ' ' -f 4
}

# What an outcome depends on.
outcome_key() {
    echo "$(cat "$answer" "$code/${folder#code/}/test.c" "$workbook/seal" $workbook/workbook.c $workbook/judge.c $workbook/verdict.c | cksum) $CC $FLAGS"
}

# outcome: prints what is known of the answer to the exercise that was found: untouched, or solved or begun and the score, or
# nothing where it has to be checked first.
outcome() {
    if is_untouched; then
        echo untouched
    else
        file=$OUT/workbook/$number/outcome
        [ -f "$file" ] && [ "$(sed -n 1p "$file")" = "$(outcome_key)" ] && sed -n 2p "$file"
    fi
}

# take_book: sets code to a folder with the files that judge as tests/workbook/seal says that they came, whatever the reader has done
# to those in code/ since; sets changed to the files that differ. Such a one comes from git's history; sets lost to those that are
# not there, either.
take_book() {
    code=$OUT/judge/code changed='' lost=''
    mkdir -p "$code"
    # shellcheck disable=SC2046
    cksum $(judging) 2>/dev/null >"$OUT/judge/now.$$"
    for file in $(awk '
        FILENAME == ARGV[1] { now[$3] = $1 " " $2; next }
        now[$3] != $1 " " $2 { print $3 }' "$OUT/judge/now.$$" $workbook/seal); do
        changed="$changed $file"
    done
    rm -f "$OUT/judge/now.$$"
    # shellcheck disable=SC2046
    set -- $(cut -d ' ' -f 3 $workbook/seal)
    (
        cd "$OUT/judge" || exit
        cksum "$@" 2>/dev/null
    ) | awk 'FILENAME == "-" { now[$3] = $1 " " $2; next } now[$3] != $1 " " $2' - $workbook/seal >"$OUT/judge/stale.$$"
    while read -r sum size file; do
        copy=$OUT/judge/$file
        mkdir -p "${copy%/*}"
        case " $changed " in
        *" $file "*) recover "$file" "$sum $size" >"$copy" || { rm -f "$copy"; lost="$lost $file"; } ;;
        *) cp "$file" "$copy" ;;
        esac
    done <"$OUT/judge/stale.$$"
    rm -f "$OUT/judge/stale.$$"
}

# recover FILE SUM: prints the version of the file that has this checksum, from git's history.
recover() {
    git log --format=%h -n 200 -- "$1" 2>/dev/null | while read -r commit; do
        [ "$(git cat-file blob "$commit:$1" 2>/dev/null | cksum)" = "$2" ] || continue
        git cat-file blob "$commit:$1"
        echo found >&3
        break
    done 3>"$OUT/judge/found.$$"
    grep -q found "$OUT/judge/found.$$" 2>/dev/null
    set -- $?
    rm -f "$OUT/judge/found.$$"
    return "$1"
}

# The rooms that the exercise that was found may use: those of its chapter, and of the chapters before.
rooms() {
    echo plumbing shell
    for room in $STEMS; do
        echo "$room"
        [ "$room" != "$stem" ] || break
    done
}

# judges FILE: whether the exercise that was found needs it.
judges() {
    case $1 in
    "$folder"/*) return 0 ;;
    code/*/exercises/*) return 1 ;;
    esac
    for room in $(rooms); do
        case $1 in code/"$room"/*) return 0 ;; esac
    done
    return 1
}

# Ends where a file is lost that the exercise that was found needs.
expect_book() {
    for file in $lost; do
        judges "$file" || continue
        echo "$file is not as it came with the book, and answers are judged by the book's own code." >&2
        echo "Bring it back: git checkout -- $file, or copy it from a fresh download." >&2
        exit 2
    done
}

# Sets sanitizers to the flags that make the compiler watch over an answer, or to nothing where it cannot; and watch to what the
# judge is to be told.
find_sanitizers() {
    sanitizers='-fsanitize=address,undefined -fno-sanitize-recover=all' watch=watched
    found=$OUT/workbook/sanitizers-$(printf %s "$CC" | tr -c '[:alnum:]' _)
    [ -f "$found" ] && return
    mkdir -p "$OUT/workbook"
    # shellcheck disable=SC2086
    if printf 'int main(void) { return 0; }\n' | $CC $sanitizers -x c - -o "$found.$$" 2>/dev/null && "$found.$$" 2>/dev/null; then
        mv "$found.$$" "$found"
    else
        rm -f "$found.$$"
        sanitizers='' watch=plain
    fi
}

# compile FILE.c FILE.o FLAG...: what judges, if it is newer than what was made of it; its warnings are not the reader's.
compile() {
    source=$1 object=$2
    shift 2
    [ -f "$object" ] && [ -z "$(find "$source" "${source%/*}"/*.h $workbook/*.h "$code"/*/*.h -newer "$object" 2>/dev/null)" ] && return
    mkdir -p "${object%/*}"
    # shellcheck disable=SC2086
    $CC $FLAGS -g "$@" -I"$code" -I$workbook -c "$source" -o "$object.$$" && mv "$object.$$" "$object"
}

# compile_test FILE.o: the test of the exercise that was found; and FILE.o.names, the names that an answer may not give to others: those
# of the book, of the checks and of the libraries that they call, but not what the exercise asks for, which its stub has.
compile_test() {
    # shellcheck disable=SC2086
    compile "$code/${folder#code/}/test.c" "$1" -O0 $sanitizers || return
    command -v nm >/dev/null || { rm -f "$1.names"; return 0; }
    [ -f "$1.names" ] && [ -z "$(find "$1" "$book" "$checks" -newer "$1.names")" ] && return
    # shellcheck disable=SC2086
    [ ! -f "$folder/answer.h" ] || $CC $FLAGS -w -I"$code/${folder#code/}" -isystem "$code" -isystem $workbook -c "$code/${folder#code/}/stub.c" -o "$1.stub" || return
    defined "$1.stub" >"$1.asked"
    { echo main; defined "$1" "$checks" "$book"; needed "$1" "$checks" "$book"; } | sort -u | comm -23 - "$1.asked" >"$1.names"
}

# make_judge: compiles judge.c, verdict.c, workbook.c, answer_run.c, and the modules up to the chapter of the exercise that was found, as
# far as they have changed. Sets judge, checks and book.
make_judge() {
    objects=${code%code}
    [ "$code" = code ] && objects=$OUT/workbook/
    objects=$objects$tag
    mkdir -p "$objects"
    judge=$objects/judge checks=$objects/workbook-$watch.o book=$objects/$stem.a
    if [ ! -x "$judge" ] || [ -n "$(find $workbook/judge.c $workbook/verdict.[ch] -newer "$judge")" ]; then
        # shellcheck disable=SC2086
        $CC $FLAGS -O1 $workbook/judge.c $workbook/verdict.c -lm -o "$judge.$$" && mv "$judge.$$" "$judge" || return
    fi
    # shellcheck disable=SC2086
    compile $workbook/workbook.c "$checks" -O1 $sanitizers || return
    [ -f "$book" ] && [ -z "$(find "$code"/*/*.[ch] "$code"/*/*.csv $workbook/answer_run.c -newer "$book" 2>/dev/null)" ] && return
    compile $workbook/answer_run.c "$objects/answer_run.o" -O1 || return
    news=
    set -- "$objects/answer_run.o"
    for room in $(rooms); do
        mkdir -p "$objects/$room"
        for source in "$code/$room"/*.c; do
            object=$objects/$room/${source##*/}
            object=${object%.c}.o
            [ "${source##*/}" != main.c ] || continue
            [ -f "$object" ] && [ -z "$(find "$source" "$code"/*/*.h "${source%/*}"/*.csv -newer "$object" 2>/dev/null)" ] || news="$news $source $object"
            set -- "$@" "$object"
        done
    done
    if [ -n "$news" ]; then
        # shellcheck disable=SC2086
        printf '%s %s\n' $news | xargs -P 2 -L 1 sh -c '
            '"$CC $FLAGS"' -w -O2 -I'"$code"' -c "$0" -o "$1.$$" && mv "$1.$$" "$1"' || return
    fi
    ar rcs "$book.$$" "$@" && mv "$book.$$" "$book"
}

# defined FILE.o...: the names that they give to others; needed FILE.o...: those that they take from others. Some systems have a mark
# before each name, main too.
named() { nm -g "$@" 2>/dev/null | awk -v mark="$(nm -g "$checks" 2>/dev/null | sed -n 's/.* T \(_\)main$/\1/p')" '{ sub("^" mark, "", $NF); print }'; }
defined() { named "$@" | awk 'NF == 3 && $2 ~ /[ABCDGRSTVW]/ { print $3 }' | sort -u; }
needed() { named "$@" | awk '$1 == "U" { print $2 }' | sort -u; }

# build PROGRAM ANSWER TEST.o: compiles an answer to the exercise in folder and links it with its checks. What the compiler says goes
# to stderr. A function of the answer's that is called like one of the book's is another function.
build() {
    program=$1 source=$2 test=$3
    set --
    [ -f "$folder/answer.h" ] || { build_program; return; }
    while :; do
        # shellcheck disable=SC2086
        $CC $FLAGS $undeclared -D_XOPEN_SOURCE=700 -O1 -g $sanitizers "$@" -include "$code/${folder#code/}/answer.h" \
            -I"$code/${folder#code/}" -isystem "$code" -isystem $workbook -c "$source" -o "$program.o" 2>"$program.words$#" || { cat "$program.words$#" >&2; return 1; }
        [ $# -eq 0 ] || break
        [ -f "$test.names" ] || break
        defined "$program.o" | comm -12 - "$test.names" >"$program.twice"
        [ -s "$program.twice" ] || break
        # shellcheck disable=SC2046
        set -- $(sed 's/.*/-D&=answers_&/' "$program.twice")
    done
    cat "$program.words0" >&2 # of its own main without a return, the other compilation would say too much
    # shellcheck disable=SC2086
    $CC $FLAGS -O1 -g $sanitizers "$program.o" "$test" "$checks" "$book" $LINKER -lm -lpthread -o "$program" 2>"$program.link" && return
    # A linker's words are hard to read: say what is missing.
    lacking=$(sed -n "s/.*undefined reference to [\`']\([A-Za-z_0-9]*\)'.*/\1/p; s/^ *\"_\(.*\)\", referenced from:/\1/p" "$program.link" | sort -u)
    for name in $lacking; do
        if needed "$test" | grep -qx "$name"; then
            echo "$source: error: there is no $name, which answer.h asks for" >&2
        else
            echo "$source: error: $name is called, but there is no such function" >&2
        fi
    done
    [ -n "$lacking" ] || sed -n "s/.*multiple definition of [\`']\([A-Za-z_0-9]*\)'.*/\1/p; s/^duplicate symbol '_\(.*\)' in.*/\1/p" "$program.link" | sort -u |
        while read -r name; do
            echo "$source: error: the book has a function called $name, too: write static before yours" >&2
        done
    return 1
}

# The same where the answer is a whole program, in any style, which its checks run.
build_program() {
    rm -f "$program.own"
    # shellcheck disable=SC2086
    $CC $FLAGS $undeclared -Wno-pedantic -Wno-conversion -D_XOPEN_SOURCE=700 -O1 -g $sanitizers -c "$source" -o "$program.o" || return
    # shellcheck disable=SC2086
    if ! command -v nm >/dev/null || defined "$program.o" | grep -qx 'main'; then
        $CC $FLAGS $sanitizers "$program.o" $LINKER -lm -o "$program.own" 2>"$program.link" || {
            sed -n "s/.*undefined reference to [\`']\([A-Za-z_0-9]*\)'.*/\1 is called, but there is no such function/p" "$program.link" | sort -u >&2
            return 1
        }
    fi
    # shellcheck disable=SC2086
    $CC $FLAGS $sanitizers "$test" "$checks" "$book" $LINKER -lm -lpthread -o "$program" 2>"$program.link"
}

# run_checks PROGRAM OUTPUT: runs the checks under the judge and keeps what is to be said; true if all are right. Sets score, such as
# "5 of 7", or nothing if they did not run to their end.
run_checks() {
    rm -rf "$1.run"
    mkdir -p "$1.run"
    case $1 in /*) program=$1 ;; *) program=$PWD/$1 ;; esac
    WORKBOOK_PROGRAM=$program.own "$judge" $watch "$program" "$1.run" >"$2.all"
    right=$?
    score=$(sed -n '$s/^[0-9]* of [0-9]*$/&/p' "$2.all")
    if [ -n "$score" ]; then sed '$d' "$2.all"; else cat "$2.all"; fi >"$2"
    rm -rf "$1.run" "$2.all"
    [ $right -eq 0 ]
}
