#!/bin/sh
# That the book is the same bytes whoever makes it, and where: the tiny book is made from a clone of git here, and from an archive
# of that clone in another folder, by another reader: into another OUT, in another time zone, in a country where decimals have
# commas, with an umask of their own, and with nothing else in the environment, not even a HOME. A line for each kind of file.
# From the root of the repository; needs what the book needs, and git.
set -u
. tests/press/common.sh
made=$PWD/build/press/twice
elsewhere=$(mktemp -d "${TMPDIR:-/tmp}/another reader XXXXXX") || exit
trap 'rm -rf "$elsewhere"' EXIT
rm -rf "$made"
mkdir -p "$made"
copy_book "$made/book"

# The commit is of a day of its own. Of a hook's, or this book's, repository nothing is asked.
here() { env -u LOCKED -u OUT -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u SOURCE_DATE_EPOCH "$@"; }
if command -v git >/dev/null; then
    # shellcheck disable=SC2046
    unset $(git rev-parse --local-env-vars)
    (cd "$made/book" && git init -q && git add . && GIT_AUTHOR_DATE='2001-02-03T04:05:06+0700' GIT_COMMITTER_DATE='2001-02-03T04:05:06+0700' \
        git -c user.name=x -c user.email=x -c commit.gpgSign=false -c core.hooksPath= commit -qm book &&
        git archive --output="$made/book.tar" HEAD)
else
    echo 'skipped: a clone of git; both are archives'
    (cd "$made/book" && tar -cf "$made/book.tar" .)
fi
(umask 077 && tar -xf "$made/book.tar" -C "$elsewhere")

for folder in "$made/book" "$elsewhere"; do lend_packages "$folder"; done

country=C
why_not=$(comma_locale "$elsewhere/build/locales")
[ -z "$why_not" ] && country=fr_FR.UTF-8 || echo "skipped: a country with commas: $why_not"

(cd "$made/book" && here make -k book) >"$made/1.log" 2>&1 || judge 'the book is made here' "$(tail -n 12 "$made/1.log")"
(cd "$elsewhere" && umask 077 && env -i PATH="$PATH" TZ=ELSEWHERE-11:45 LANG=$country LC_ALL=$country \
    LOCPATH="$elsewhere/build/locales" make -k OUT=made book) >"$made/2.log" 2>&1 ||
    judge 'the book is made elsewhere' "$(tail -n 12 "$made/2.log")"

# same KIND PATH...: of the files there, all are the same, and there is one.
same() {
    kind=$1
    shift
    (cd "$made/book/build" && find "$@" -type f) 2>/dev/null | sort >"$made/files"
    (cd "$elsewhere/made" && find "$@" -type f) 2>/dev/null | sort >"$made/files-elsewhere"
    judge "$kind: the same bytes twice" "$(
        [ -s "$made/files" ] || echo 'there are none'
        diff "$made/files" "$made/files-elsewhere"
        while read -r file; do
            cmp "$made/book/build/$file" "$elsewhere/made/$file" 2>&1 && continue
            break
        done <"$made/files"
    )"
}
same 'pages' book
same 'figures' figures
same 'the PDF' book.pdf
same 'the EPUB' book.epub
