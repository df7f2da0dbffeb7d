#!/bin/sh
# Checks the book as it is read: its pages in a browser, its PDF, its EPUB, and the spelling of everything that is written.
# Prints a line per check, and under it what is wrong; at the end "N passed, N failed". Exit 1 if a check failed.
#
# usage: pages.sh pages|commands|spelling|licence|epub|pdf...     from the root of the repository, when what is checked has been made
set -u
here=tests/pages
mkdir -p build
results=$(mktemp -d build/pages.XXXXXX)
trap 'rm -rf "$results"' EXIT

passes() { echo "ok   $1"; }

# fails NAME: the check failed; what is wrong comes on standard input.
fails() {
    echo "FAIL $1"
    sed 's/^/       /' | head -12
}

# clean NAME: passes if standard input is empty.
clean() {
    faults=$(cat)
    if [ -z "$faults" ]; then passes "$1"; else echo "$faults" | fails "$1"; fi
}

# there NAME COMMAND PACKAGE: the command is on this machine; else the check fails and says how to get it.
there() {
    command -v "$2" >/dev/null && return
    echo "$2 is missing (package $3): make deps test" | fails "$1"
    return 1
}

# made NAME FILE: the file was built.
made() {
    [ -f "$2" ] && return
    echo "$2 is not there: make book" | fails "$1"
    return 1
}

pages() {
    browser=$(sh $here/find.sh chromium) ||
        { echo 'no Chromium or Chrome (package chromium): make deps test' | fails 'pages'; return; }
    fox=$(sh $here/find.sh firefox) || { echo 'no Firefox (package firefox-esr): make deps test' | fails 'pages'; return; }
    there pages node nodejs || return
    cmp -s $here/package-lock.json build/deps/pages/installed ||
        { echo 'playwright-core, axe-core or html-validate (npm) is not in build/deps/pages: make deps test' | fails 'pages'; return; }
    made pages build/book/index.html || return
    node $here/pages.mjs "$browser" "$fox" build/book 2>"$results/pages.err" || fails 'pages.mjs ran to its end' <"$results/pages.err"
}

# Each number of a run tells the command that gives it: what is typed prints the line that the number tells, and no other. Runs over
# many starts, but for the shortest, are not made again, and of the measurements only what they left is read.
commands() {
    name='the commands that the numbers tell give them'
    made "$name" build/book/index.html || return
    unset MAKEFLAGS MAKELEVEL MFLAGS
    grep -oh '<data [^>]*>' build/book/*.html | sed -n 's/.* title="\(.*\)&#10;\(.*\)">$/\2	\1/p' | sort -u >"$results/numbers"
    for room in $(grep -o 'make measure-[0-9]*' "$results/numbers" | sort -u | sed 's/.*-//'); do
        make "measure-$room" | cmp - build/data/"$room"-*/measure.values || echo "make measure-$room prints another file"
    done >"$results/measured" 2>&1
    while IFS='	' read -r line command; do
        case $command in
        make*) command=$(echo "$command" | sed 's,make measure-\([0-9]*\),cat build/data/\1-*/measure.values,') ;;
        *--epochs\ 300\ --starts\ 100\ *) ;;
        *--starts*) continue ;;
        esac
        said=$(sh -c "$command" 2>&1)
        [ "$said" = "$line" ] || echo "$command: expected \"$line\", got \"$said\""
        echo x >>"$results/typed"
    done <"$results/numbers" >>"$results/measured"
    [ "$(wc -l <"$results/typed")" -gt 200 ] || echo "only $(wc -l <"$results/typed") numbers tell a command" >>"$results/measured"
    clean "$name" <"$results/measured"
}

# What is written here: all text in the repository that is not made, not another's, and not a fixture.
spelling() {
    name='codespell knows every word'
    there "$name" codespell codespell || return
    printf 'recie%s\n' ve | codespell - >/dev/null && echo 'it overlooks a misspelt word' | fails "$name" && return
    # shellcheck disable=SC2046
    codespell --ignore-words $here/codespell.txt --skip '*/fonts/*,*/fixtures/*,*/package-lock.json,*/codespell.txt' \
        $(find book.md README.md CONTRIBUTING.md Makefile chapters code plots tests weave -type f 2>/dev/null) 2>&1 | clean "$name"
}

# What others made and the book carries: the fonts of the PDF and of the pages with their licences, and what the press has of npm.
licence() {
    name='LICENSE names every font and package of the book'
    there "$name" pdffonts poppler-utils || return
    made "$name" build/book.pdf || return
    {
        pdffonts build/book.pdf | awk 'NR > 2 { gsub(/^[A-Z]*[+]|-.*/, "", $1); print $1 }'
        for file in weave/fonts/*.woff2 weave/fonts/*.LICENSE; do echo "${file##*/}"; done
        sed -n 's/^ *"node_modules\/\([^"]*\)".*/\1/p' weave/packages/package-lock.json weave/live/compiler/package-lock.json | sed 's,@esbuild/.*,esbuild,'
    } | sort -u | while read -r made_by_others; do
        tr -d ' \n' <LICENSE | grep -qiF "$made_by_others" || echo "it says nothing of $made_by_others"
    done | clean "$name"
}

epub() {
    name='epubcheck accepts the EPUB'
    checker=$(sh $here/find.sh epubcheck) ||
        { echo 'no epubcheck (packages epubcheck, default-jre-headless): make deps test' | fails "$name"; return; }
    made "$name" build/book.epub || return
    book_of() { unzip -p build/book.epub "EPUB/$1"; }
    {
        book_of content.opf >"$results/opf"
        for word in cover-image accessMode accessModeSufficient accessibilityFeature accessibilityHazard accessibilitySummary; do
            grep -q "[\":]$word\"" "$results/opf" || echo "content.opf has no $word"
        done
        book_of 'text/*' | grep -oE '<title>[^ <]*[.]xhtml|<img [^>]*>' | grep -v 'alt="[^"]'
    } | clean 'the EPUB has a cover, titles and alternative texts, and says who can read it'
    book_of 'media/*.svg' | grep -oE '<(svg|text)' |
        awk '{ n[$0]++ } END { if (!n["<svg"]) print "no figures"; if (n["<text"]) print n["<text"] " pieces of text" }' |
        clean 'the figures of the EPUB need no letters of the reader'
    # it runs once and not for long
    export JAVA_TOOL_OPTIONS='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
    if $checker --failonwarnings build/book.epub >"$results/epub.err" 2>&1; then
        passes "$name"
    else
        grep -E 'ERROR|WARNING|FATAL' "$results/epub.err" | fails "$name"
    fi
}

pdf() {
    name='the PDF embeds every font'
    there "$name" pdffonts poppler-utils || return
    made "$name" build/book.pdf || return
    # from the right of a line of pdffonts: object (two fields), uni, sub, emb
    pdffonts build/book.pdf | awk 'NR > 2 && $(NF - 4) != "yes" { print $1 " is not embedded" }
        END { if (NR < 4) print "no fonts at all" }' | clean "$name"
    pdffonts build/book.pdf | awk 'NR > 2 && $(NF - 2) != "yes" { print $1 " has no map to Unicode" }' |
        clean 'the text of the PDF can be searched and copied'
    pdfinfo build/book.pdf 2>&1 | awk -F ': *' '{ of[$1] = $2 } /^Syntax (Error|Warning)/
        END {
            if (of["Title"] == "" || of["Author"] == "") print "no title or no author"
            if (of["Pages"] < 20) print "only " of["Pages"] " pages"
        }' | clean 'the PDF has its title, its author and all its pages'
    # The ledger sees to it that every line of C is printed.
    pdftotext build/book.pdf - | sort -u >"$results/lines"
    cat code/*/*.[ch] | grep . | sort -u | comm -23 - "$results/lines" |
        clean 'each line of C is copied from the PDF as it stands in its file'
    [ "$(page_faults <$here/fixtures/pages.txt | wc -l)" -eq 3 ] || echo 'not 3 faults' | fails 'the check of pages catches pages.txt'
    pdftotext -layout build/book.pdf - | page_faults | clean 'no page of the PDF is nearly empty or lacks its running head'
    [ "$(log_faults $here/fixtures/faults.log | wc -l)" -eq 4 ] || echo 'not 4 faults' | fails "the check of TeX's log catches faults.log"
    log=build/weave/notes/book.log
    if [ -f $log ]; then log_faults $log; else echo "there is no $log"; fi | clean 'TeX set every line within the page, every character, every reference'
}

# page_faults: pages, as pdftotext lays them out, with a number and nothing beside it; and those with less than a third of a
# page of text that end no part and have no figure, or with two lines or one.
page_faults() {
    awk 'BEGIN { RS = "\f"; FS = "\n" }
        function tell() { if (lines && lines < least) print "page " NR - 1 " has only " lines " lines" }
        {
            head = $1 ~ /^ *[0-9ivxl]+  +[^ ]|[^ ]  +[0-9ivxl]+ *$/
            bare = $1 ~ /^ *[0-9ivxl]+ *$/
            least = head || bare ? figure ? 0 : 13 : 3
            tell()
            if (bare) print "page " NR " has no running head"
            lines = figure = 0
            for (i = 1 + (head || bare); i <= NF; i++) {
                if ($i ~ /[^ ]/) lines++
                if ($i ~ /^ *figure [0-9A-Z.]+ /) figure = 1
            }
        }
        END { least = 3; NR++; tell() }'
}

# log_faults LOG: what TeX complains of. Up to 2 pt beyond the margin is not seen.
log_faults() {
    awk -v file="$1" '
        /^Missing character|LaTeX Warning.*undefined references|has been referenced but does not exist|LaTeX Font Warning.*not available/ { print file ": " $0 }
        /^Overfull .hbox/ && substr($3, 2) + 0 > 2 { print file ": " $0 }
    ' "$1"
}

for check; do
    $check >"$results/$check" 2>&1 &
done
wait
for check; do
    grep -qE '^(ok  |FAIL) ' "$results/$check" 2>/dev/null || echo 'it printed nothing' | fails "the checks of $check ran" >"$results/$check"
    cat "$results/$check"
done | tee "$results/all"
passed=$(grep -c '^ok ' "$results/all")
failed=$(grep -c '^FAIL ' "$results/all")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
