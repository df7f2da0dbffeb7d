# What the tests share that build the book of tests/press/book; read by them, from the root of the repository.
root=$PWD

# copy_book FOLDER: that book with this press, in a new folder. Its notebook has as many errors as the ledger says: an entry for
# each, and a note that tells it.
copy_book() {
    mkdir -p "$1"
    cp -Rp Makefile .gitattributes .gitignore weave tests/press/book/. "$1"/
    cp -p tests/*.mk "$1"/tests/
    cp -p plots/style.gp "$1"/plots/
    (
        cd "$1" || exit
        errors=$(sed -n 's/^local errors = //p' weave/ledger.lua)
        seq "$errors" | while read -r n; do
            printf '\n::: {.correction #notebook-%d is=wrong}\nOne factor is left out.\n\nTwo are told in [section](#sec-product).\n:::\n' "$n" >>chapters/A-notebook.md
            printf '\nA note.^[[%d]{.erratum} It tells one.]\n' "$n" >>chapters/01-product.md
        done
    )
}

# lend_packages FOLDER: what the press has of npm, without what else build/deps keeps.
lend_packages() {
    mkdir -p "$1/build/deps"
    ln -s "$root/build/deps/packages" "$1/build/deps/packages"
}

# judge WHAT FAULTS: a line for a test, and below it what is wrong, if anything is.
judge() {
    if [ -z "$2" ]; then
        echo "ok   $1"
    else
        echo "FAIL $1"
        printf '%s\n' "$2" | head -n 12 | sed 's/^/     | /'
    fi
}

# A make of its own in such a copy: not one that the make of the tests has started.
alone() { env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS "$@"; }

# comma_locale FOLDER: where LOCPATH=FOLDER, fr_FR.UTF-8 is a locale whose decimals have commas, whatever this machine has
# installed; or it says why there is none.
comma_locale() {
    mkdir -p "$1"
    if ! command -v localedef >/dev/null; then
        echo 'there is no localedef'
    elif ! localedef -i fr_FR -f UTF-8 "$1/fr_FR.UTF-8" 2>/dev/null; then
        echo 'localedef does not find its sources'
    elif [ "$(LOCPATH=$1 LC_ALL=fr_FR.UTF-8 awk 'BEGIN { print 1 / 2 }')" != 0,5 ]; then
        echo 'this awk writes points everywhere'
    fi
}
