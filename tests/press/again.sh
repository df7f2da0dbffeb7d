#!/bin/sh
# What is made again, and what is not, when something has changed: the pages of the book of tests/press/book are made, then one
# thing is changed at a time. A line a test; needs what the pages need.
# usage: again.sh        from the root of the repository
set -u
. tests/press/common.sh
copy=build/press/again
rm -rf $copy
copy_book $copy
lend_packages $copy
cd $copy || exit
chapter=build/weave/01-product.json
page=build/book/01-product.html
said=$(alone make html 2>&1) || { judge 'the pages are made' "$said"; exit; }

# try WHAT FAULTS-COMMAND: makes the pages, and judges by what the command prints. What was made before is older than then.
try() {
    said=$(alone make html 2>&1) || said="make failed: $said"
    judge "$1" "$(eval "$2")"
    begin
}
begin() {
    touch build/then
    until [ "$(find build/now -newer build/then 2>/dev/null)" ]; do touch build/now; done
}
anew() { for file; do [ "$(find "$file" -newer build/then)" ] || echo "$file is not made again"; done; }
not() { find "$@" -type f -newer build/then | sed 's/$/ is made again/'; }
has() { grep -qF "$1" "$2" || echo "$2 does not say $1"; }

begin
try 'nothing, when nothing has' 'not build/weave build/book build/data build/figures build/kept build/obj; printf %s "$said" | grep -v ^Read'

echo '/* Another comment. */' >>code/01-product/product.c
try 'a comment in the C runs no program again' 'anew build/obj/01-product/product.o; not build/kept/data build/kept/console'

sed 's/return failed;/return failed + (argc > 99);/' code/01-product/main.c >part && cp part code/01-product/main.c
try 'another program does' 'anew build/kept/data build/kept/console/01-product; not build/figures'

echo 'Look at the other factor.' >>code/01-product/exercises/1.1/hint.md
try 'a hint makes its page, and does not weave the chapter' "anew $page; not $chapter build/kept/console; has 'Look at the other factor.' $page"

echo 'One more sentence.' >>chapters/01-product.md
try 'a sentence makes its page, and runs nothing' "anew $page build/book/search-index.js; not build/kept/console build/kept/data build/book/A-notebook.html; has 'One more sentence.' $page; has 'One more sentence.' build/book/search-index.js"

echo 'double answer(void) { return 1; }' >answers.c && mkdir -p answers && mv answers.c answers/1.1.c
try 'an answer makes nothing' 'not build/weave build/book build/obj'

echo '# A comment.' >>plots/01-product/line.gp
try 'a script draws its figure twice, and its page takes both' \
    "anew build/figures/01-product/line.svg build/figures/01-product/line.narrow.svg $page; not $chapter; \
     has 'class=\"drawn-wide\"' $page; has 'class=\"drawn-narrow\"' $page"

CFLAGS=-O0 && export CFLAGS
try 'another flag compiles again' "anew build/01-product build/obj/01-product/main.o"
