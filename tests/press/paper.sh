#!/bin/sh
# Tests of the book on paper: sets the book of tests/press/book, with more sections, under all that must not change it (no HOME,
# another time zone, another folder), and after runs that were killed, failed or filled the disk. A line a test; needs what
# `make pdf` does, and git and poppler.
# usage: paper.sh
set -u
. tests/press/common.sh
here=$PWD/build/press/paper
rm -rf "$here"
mkdir -p "$here/bin" "$here/book/build/deps"
unset MAKEFLAGS MAKELEVEL MFLAGS OUT SOURCE_DATE_EPOCH
[ ! -d build/deps/texmf-var ] || cp -Rp build/deps/texmf-var "$here/book/build/deps/"
copy_book "$here/book"
cd "$here/book" || exit 1

# check WHAT COMMAND...
check() {
    what=$1
    shift
    "$@" >"$here/said" 2>&1 && : >"$here/said" || echo 'it fails' >>"$here/said"
    judge "$what" "$(cat "$here/said")"
}

# LuaLaTeX, counted, and known by its number.
real=$(command -v lualatex)
cat >"$here/bin/lualatex" <<END
#!/bin/sh
echo \$\$ >>'$here/runs'
exec '$real' "\$@"
END
chmod +x "$here/bin/lualatex"
PATH=$here/bin:$PATH
runs() { # runs COUNT COMMAND...: the command ends well, after so many runs
    count=$1
    shift
    : >"$here/runs"
    "$@" && [ "$(wc -l <"$here/runs")" -eq "$count" ] && return
    echo "$(wc -l <"$here/runs") runs, expected $count"
    false
}
fault() { # fault MESSAGE COMMAND...: the command fails and says so
    message=$1
    shift
    "$@" >"$here/fault" 2>&1 && { echo "ended well"; return 1; }
    grep -qF -- "$message" "$here/fault" || { cat "$here/fault"; false; }
}
same() { cmp build/book.pdf "$here/first.pdf"; }

# Contents of several pages.
for word in $(yes more | head -n 100); do
    printf '\n## Still %s “of” it {#still-%d}\n\nText.\n' "$word" $((n = ${n:-0} + 1))
done >>chapters/01-product.md

# The last part that TeX takes in; what is put at its end is met after some notes have been written.
last=build/weave/D-solutions.tex
with() { # with TEXT COMMAND...: the command, while the last part ends with the text
    cp $last "$here/last.tex"
    printf '\n\n%s\n' "$1" >>$last
    shift
    "$@"
    code=$?
    cp "$here/last.tex" $last
    return $code
}
set_pages() { sh weave/pdf.sh; }
kill_run() {
    rm -f build/weave/run/here
    set_pages >/dev/null 2>&1 &
    tick=0
    until [ -e build/weave/run/here ]; do
        [ $((tick += 1)) -le 600 ] || { echo "TeX never came to the end"; return 1; }
        sleep 0.1
    done
    kill -9 "$(tail -n 1 "$here/runs")"
    ! wait $! && [ -s build/weave/run/book.aux ]
}
# A killed run: TeX waits where it has written some notes and not all.
killed() { with '\directlua{io.open("weave/run/here", "w"):close() while true do end}' kill_run; }
# A full disk: no file can become larger than 20 blocks, as far as TeX is told.
filled() { ! (trap '' XFSZ && ulimit -f 20 && set_pages >/dev/null 2>&1); }

from_nothing() { (unset HOME && TZ=Asia/Tokyo make build/book.pdf); }
check 'from nothing two runs are enough, without HOME' runs 2 from_nothing
cp build/book.pdf "$here/first.pdf" || exit 1
pdftotext build/book.pdf "$here/first.txt"
check 'quotation marks are letters' grep -q 'Still more “of” it' "$here/first.txt"
check 'a letter that the font lacks is borrowed' grep -q '★' "$here/first.txt"
check 'a listing tells where its file goes on' grep -q 'lines 1–6, next part on page [0-9]' "$here/first.txt"

move_lines() { { echo && cat build/weave/01-product.tex; } >"$here/moved" && cp "$here/moved" build/weave/01-product.tex; }
move_lines
check 'where lines have moved and pages have not, one run is enough' runs 1 set_pages
check 'a letter that no font has stops the run, and is named' fault '☃' with '☃' set_pages
check 'a run is killed' killed
check 'after both one run is enough' runs 1 set_pages
check '... and gives the same bytes' same

rm -rf build/weave/notes
check 'the first run is killed' killed
check 'after it two runs are enough' runs 2 set_pages
check '... and give the same bytes' same

check 'a full disk is a failure' filled
mkdir "$here/another folder"
cp -Rp ../book "$here/another folder/" && cd "$here/another folder" && mv book/build/weave book/build/figures . && cd book || exit 1
elsewhere() { TZ=America/Lima OUT="$here/another folder" set_pages; }
check 'after it, in another folder and time zone, one run is enough' runs 1 elsewhere
check '... and gives the same bytes' cmp ../book.pdf "$here/first.pdf"

# The date of the last commit, in a clone and in an archive inside another repository.
date_of() { printf 'include Makefile\nsay: ; @echo $(SOURCE_DATE_EPOCH)\n' | make -s -C "$1" -f - say; }
in_git() { GIT_COMMITTER_DATE="$1 +0000" git -c user.name=A -c user.email=a@b -C "$2" commit -q --allow-empty -m 'A day'; }
archive() {
    git init -q . && git add . && in_git 1000000000 . && mkdir -p "$here/around/archive" &&
        git archive HEAD | tar -x -C "$here/around/archive" && git init -q "$here/around" && in_git 1100000000 "$here/around" &&
        echo "$(date_of .) $(date_of "$here/around/archive")" >"$here/dates" && cat "$here/dates" &&
        [ "$(cat "$here/dates")" = '1000000000 1000000000' ]
}
check 'a clone and an archive have the date of the commit' archive
