#!/bin/sh
# The source of the book beside its pages: that the title page links it, that it is whole and builds, and that it is the same bytes
# from a clone, from an archive, and twice. A line a test; from the root of the repository; needs what the pages need, and unzip.
set -u
. tests/press/common.sh
made=$PWD/build/press/archive
rm -rf "$made"
mkdir -p "$made/unpacked"
zip=build/book/book-to-break.zip
page=build/book/index.html
unset MAKEFLAGS MAKELEVEL MFLAGS LOCKED OUT SOURCE_DATE_EPOCH

# A clone, whose commit is of a day of its own; what git does not know stays out.
copy_book "$made/book"
cd "$made/book" || exit
sed 's/^title: A Book/title: The Book/' book.md >part && mv part book.md
chmod +x weave/sources.sh
has_git=no
if command -v git >/dev/null; then
    has_git=yes
    # shellcheck disable=SC2046
    unset $(git rev-parse --local-env-vars)
    git init -q . && git add . && GIT_AUTHOR_DATE='981158706 +0000' GIT_COMMITTER_DATE='981158706 +0000' \
        git -c user.name=x -c user.email=x -c commit.gpgSign=false -c core.hooksPath= commit -qm book
    echo secret >untracked
else
    echo 'skipped: what git knows: there is no git'
fi
lend_packages .
mkdir answers && echo mine >answers/1.1.c

said=$(make html 2>&1) && said=''
judge 'the pages are made, and the source with them' "$said$([ -s $zip ] || echo "no $zip")"
links() { grep -oE 'href="book-to-break\.[a-z]*"' $page | tr '\n' ' '; }
judge 'the title page links the source, and no PDF or EPUB where there is none' \
    "$(links | grep -qx 'href="book-to-break.zip" ' || links)"
cp $zip "$made/first.zip"
rm $zip
make html >/dev/null 2>&1
judge 'twice it is the same bytes' "$(cmp $zip "$made/first.zip" 2>&1)"
# What it should hold, by its own paths.
if [ $has_git = yes ]; then git ls-files; else find . -type f | sed 's,^\./,,' | grep -vE '^(build|answers)/'; fi | sort |
    sed 's,^,book-to-break/,' >"$made/files"
judge 'it holds the files of the book and no other' "$(unzip -Z1 $zip | diff "$made/files" - 2>&1)"

# Unpacked, with no git.
judge 'it unpacks' "$(cd "$made/unpacked" && unzip -q ../book/$zip 2>&1)"
book=$made/book
cd "$made/unpacked/book-to-break" || exit
judge 'what is unpacked is what was packed' "$(diff -r -x .git -x build -x answers -x untracked -x epoch . "$book" 2>&1)"
judge 'a file that can be run still can, another cannot' "$([ -x weave/sources.sh ] || echo sources.sh
    [ ! -x Makefile ] || echo Makefile)"
judge 'make has something to do in it' "$(make -n 2>&1 | grep -q 01-product/main || echo nothing)"
lend_packages .
mkdir answers && echo another >answers/1.1.c
said=$(umask 077 && TZ=ELSEWHERE-11:45 make build/01-product html 2>&1) && said=''
judge 'its program and its pages are made in it' "$said$([ -x build/01-product ] || echo 'no program')"
judge 'an archive that is made of it is the same bytes' "$(cmp $zip "$made/first.zip" 2>&1)"
# Where the folder lies in another repository, that is not asked.
[ $has_git = no ] || git init -q "$made/unpacked"
rm $zip
make $zip >/dev/null 2>&1
judge '... inside another repository, too' "$(cmp $zip "$made/first.zip" 2>&1)"
echo 'More.' >>chapters/B-bibliography.md
make html >/dev/null 2>&1
judge 'a changed file comes into it' "$(unzip -p $zip book-to-break/chapters/B-bibliography.md | grep -qx 'More.' || echo 'it has not')"
rm plots/01-product/line.gp
make $zip >/dev/null 2>&1
judge 'a removed one leaves it' "$(unzip -Z1 $zip | grep line.gp)"

# With PDF and EPUB, which need not be real here, the title page links these, too, and does not forget them.
cd "$book" || exit
touch build/book.pdf build/book.epub
ahead=$(date -d '+1 hour' +%Y%m%d%H%M 2>/dev/null || date -v+1H +%Y%m%d%H%M)
touch -t "$ahead" build/book.pdf build/book.epub
said=$(make book 2>&1) && said=''
all='href="book-to-break.zip" href="book-to-break.pdf" href="book-to-break.epub" '
judge 'make book puts PDF and EPUB beside the pages' "$said$(ls build/book/book-to-break.pdf build/book/book-to-break.epub 2>&1 >/dev/null)"
judge 'the title page links them, too' "$(links | grep -qx "$all" || links)"
cp $page "$made/index.html"
make html >/dev/null 2>&1
judge 'and goes on to' "$(cmp $page "$made/index.html" 2>&1)"

# The archive's address in a text, and the book's.
cd "$book" || exit
echo 'It is in [the source](source:).' >>chapters/01-product.md
make html >/dev/null 2>&1
judge 'a text can link the source' "$(tr '\n' ' ' <build/book/01-product.html | grep -qF '<a href="book-to-break.zip">the source</a>' || echo 'it does not')"
on_paper() { make build/weave/01-product.tex >/dev/null 2>&1 && tail -n 3 build/weave/01-product.tex; }
judge 'which on paper is text, where the book has no address' "$(on_paper | grep -qF 'It is in the source.' || on_paper)"
awk '/^lang:/ { print "address: https://example.org/book\npicture: 01-product/line\npicture-alt: It rises." } { print }' book.md >part && cat part >book.md && rm part
make html >/dev/null 2>&1
judge 'the title page links an address' "$(grep -qF 'href="https://example.org/book"' $page || echo 'it does not')"
judge 'and shows the picture' "$(grep -q '<svg.*aria-label="It rises."' $page || echo 'it does not')"
judge 'which whoever links a page can show, too' "$(grep -qF 'content="https://example.org/book/book-to-break.png"' build/book/01-product.html || echo 'no page names it'; ls build/book/book-to-break.png 2>&1 >/dev/null)"
judge 'on paper the text links it, too' "$(on_paper | grep -qF '\href{https://example.org/book}{the source}' || on_paper)"
sed 's,^address: https,address: ftp,' book.md >part && cat part >book.md && rm part
judge 'an address that is none is refused' "$(make html 2>&1 | grep -qF 'address: expected https://…, got "ftp://example.org/book"' || echo 'it is not')"
sed '/^address:/d; s,^picture: .*,picture: 01-product/nothing,' book.md >part && cat part >book.md && rm part
judge 'a picture that nothing draws is refused' "$(make html 2>&1 | grep -qF 'picture: needs plots/01-product/nothing.gp, which is not there' || echo 'it is not')"
