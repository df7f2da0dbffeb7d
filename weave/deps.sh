#!/bin/sh
# `make deps GOAL...`: installs what the goals need and this machine lacks; with no goal, what any of them needs, but not the 110 MB
# of live, a compiler for the pages.
#
# Each need is looked for by itself (a command, a header, a font), never by asking which packages are installed, so that a tool
# from another source counts. What is missing is named, the command that brings it is shown and run, and every need is looked for
# again. With nothing missing, nothing is done. What a lock file names comes from npm and stays in build/deps.
#
# usage: weave/deps.sh [GOAL...]        from the root of the repository
set -u

# Each need with its group, and under it the packages that bring it. A manager without a line has none. A folder stands for what
# its lock file names.
needs='
cc run
    apt    gcc libc6-dev
    dnf    gcc glibc-devel
    pacman gcc
cmocka test
    apt    libcmocka-dev
    dnf    libcmocka-devel
    pacman cmocka
    brew   cmocka
sanitizers check
    apt    gcc
    dnf    libasan libubsan
    pacman gcc
pandoc book
    apt    pandoc
    dnf    pandoc
    pacman pandoc-cli
    brew   pandoc
gnuplot book
    apt    gnuplot-nox
    dnf    gnuplot
    pacman gnuplot
    brew   gnuplot
zip book
    apt    zip
    dnf    zip
    pacman zip
    brew   zip
unzip book
    apt    unzip
    dnf    unzip
    pacman unzip
    brew   unzip
node book
    apt    nodejs
    dnf    nodejs
    pacman nodejs
    brew   node
npm book
    apt    npm
    dnf    nodejs-npm
    pacman npm
    brew   node
weave/packages book
wasi book
    apt    clang lld wasi-libc libclang-rt-dev-wasm32
    dnf    clang lld wasi-libc-devel
    pacman clang lld wasi-libc wasi-compiler-rt
    brew   llvm lld wasi-libc wasi-runtimes
tex-gyre book
    apt    fonts-texgyre fonts-texgyre-math
    dnf    texlive-tex-gyre texlive-tex-gyre-math
    pacman tex-gyre-fonts texlive-fontsrecommended
    brew   texlive
jetbrains-mono book
    apt    fonts-jetbrains-mono
    dnf    jetbrains-mono-fonts
    pacman ttf-jetbrains-mono
    brew   font-jetbrains-mono
dejavu-mono pdf
    apt    fonts-dejavu-core
    dnf    dejavu-sans-mono-fonts
    pacman ttf-dejavu
    brew   font-dejavu
lualatex pdf
    apt    texlive-luatex texlive-latex-recommended lmodern fonts-lmodern
    dnf    texlive-collection-basic texlive-collection-latex texlive-collection-latexrecommended texlive-collection-luatex texlive-collection-fontsrecommended
    pacman texlive-basic texlive-latex texlive-latexrecommended texlive-luatex texlive-fontsrecommended
    brew   texlive
clang test
    apt    clang libclang-rt-dev
    dnf    clang compiler-rt
    pacman clang compiler-rt
clang-format format
    apt    clang-format
    dnf    clang-tools-extra
    pacman clang
    brew   clang-format
cppcheck lint
    apt    cppcheck
    dnf    cppcheck
    pacman cppcheck
    brew   cppcheck
valgrind valgrind
    apt    valgrind
    dnf    valgrind
    pacman valgrind
numpy test
    apt    python3-numpy
    dnf    python3-numpy
    pacman python-numpy
codespell test
    apt    codespell
    dnf    codespell
    pacman codespell
    brew   codespell
poppler book
    apt    poppler-utils
    dnf    poppler-utils
    pacman poppler
    brew   poppler
epubcheck test
    apt    epubcheck default-jre-headless
    dnf    epubcheck java-latest-openjdk-headless
    pacman epubcheck jre-openjdk-headless
    brew   epubcheck
chromium test
    apt    chromium
    dnf    chromium
    pacman chromium
    brew   google-chrome
firefox test
    apt    firefox-esr
    dnf    firefox
    pacman firefox
    brew   firefox
tests/pages test
python3 live
    apt    python3
    dnf    python3
    pacman python
    brew   python
weave/live/compiler live
'

# The groups of needs of the goals given, each with a space around it.
groups_of() {
    groups=' '
    [ $# -gt 0 ] || groups=' run check book pdf test format lint valgrind '
    for goal; do
        case $goal in
        html | epub) groups="$groups run book " ;;
        pdf | book) groups="$groups run book pdf " ;;
        live) groups="$groups run book live " ;;
        serve) groups="$groups live " ;;
        test-live) groups="$groups run book test live " ;;
        test) groups="$groups run check book pdf test format " ;;
        lint) groups="$groups run format lint " ;;
        format) groups="$groups format " ;;
        valgrind) groups="$groups run test valgrind " ;;
        exercises | next | watch | watch-* | check | check-*) groups="$groups run check " ;;
        *) groups="$groups run " ;;
        esac
    done
}

command_here() { command -v "$1" >/dev/null 2>&1; }

# compiles COMPILER SOURCE FLAG...: the source builds into a program.
compiles() {
    compiler=$1 source=$2
    shift 2
    mkdir -p build/deps
    printf '%s\n' "$source" | "$compiler" -x c - -o build/deps/probe "$@" >/dev/null 2>&1
    built=$?
    rm -rf build/deps/probe build/deps/probe.dSYM
    return $built
}

# font FILE: TeX or the system has it. The file may be a pattern.
font() {
    home=${HOME:-/nonexistent}
    [ -n "$(kpsewhich "$1" 2>/dev/null)" ] ||
        find /usr/share/fonts /usr/local/share/fonts /usr/share/texmf/fonts /usr/share/texlive /usr/share/texmf-dist/fonts \
            /Library/Fonts "$home/Library/Fonts" "$home/.fonts" "$home/.local/share/fonts" -name "$1" 2>/dev/null | grep -q .
}

# place_of FOLDER: where that which its lock file names is kept.
place_of() { echo "build/deps/${1##*/}"; }

# here NEED: it is on this machine, and new enough.
here() {
    case $1 in
    cc) compiles cc '#include <math.h>
int main(int n, char **a) { (void)a; return (int)exp(n); }' -lm ;;
    cmocka) compiles cc '#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
int main(void) { assert_true(1); return 0; }' -I/opt/homebrew/include -L/opt/homebrew/lib -lcmocka ;;
    sanitizers) compiles cc 'int main(void) { return 0; }' -fsanitize=address,undefined ;;
    clang) compiles clang 'int main(void) { return 0; }' -fsanitize=address,undefined ;;
    pandoc) pandoc --version 2>/dev/null | awk 'NR == 1 { split($2, v, "."); new = v[1] > 2 || v[1] == 2 && v[2] >= 17 } END { exit !new }' ;;
    gnuplot) gnuplot -e 'set terminal pdfcairo; set terminal svg' >/dev/null 2>&1 ;;
    node) node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' 2>/dev/null ;;
    tex-gyre) font texgyrepagella-regular.otf && font texgyrepagella-math.otf ;;
    jetbrains-mono) font 'JetBrainsMono-Regular.*' ;;
    dejavu-mono) font DejaVuSansMono.ttf ;;
    lualatex) command_here lualatex &&
        kpsewhich scrbook.cls unicode-math.sty lualatex-math.sty fontspec.sty lmodern.sty latinmodern-math.otf >/dev/null 2>&1 ;;
    valgrind) command_here valgrind || [ "$(uname)" = Darwin ] ;;
    numpy) python3 -c 'import numpy' 2>/dev/null || /usr/bin/python3 -c 'import numpy' 2>/dev/null || [ "$(uname)" = Darwin ] ;;
    poppler) command_here pdftocairo && command_here pdftotext && command_here pdffonts && command_here pdfinfo ;;
    epubcheck | chromium | firefox) sh tests/pages/find.sh "$1" >/dev/null ;;
    wasi) sh weave/live/wasi.sh >/dev/null ;;
    */*) cmp -s "$1/package-lock.json" "$(place_of "$1")/installed" ;;
    *) command_here "$1" ;;
    esac
}

# What a need is called to the reader.
called() {
    case $1 in
    cc) echo 'a C compiler (cc; on macOS: xcode-select --install)' ;;
    sanitizers) echo "the compiler's sanitizers" ;;
    pandoc) echo 'pandoc 2.17 or newer' ;;
    gnuplot) echo 'gnuplot with pdfcairo' ;;
    node) echo 'node 18 or newer' ;;
    tex-gyre) echo 'the TeX Gyre fonts' ;;
    jetbrains-mono) echo 'the font JetBrains Mono' ;;
    dejavu-mono) echo 'the font DejaVu Sans Mono' ;;
    lualatex) echo 'lualatex and its packages' ;;
    wasi) echo 'clang for WebAssembly, with a C library' ;;
    clang) echo 'clang with its sanitizers' ;;
    numpy) echo 'NumPy for python3' ;;
    poppler) echo "poppler's tools (pdftocairo and others)" ;;
    chromium) echo 'Chromium or Chrome' ;;
    firefox) echo 'Firefox' ;;
    weave/packages) echo 'the packages of the press (npm)' ;;
    tests/pages) echo 'the tools of the page checks (npm)' ;;
    weave/live/compiler) echo 'clang and an editor for the pages (npm)' ;;
    *) echo "$1" ;;
    esac
}

# Sets missing (needs), names (for the reader) and packages (of the manager in use).
look() {
    missing='' names='' packages='' wanted=no
    while read -r word rest; do
        case $word in
        '') ;;
        apt | dnf | pacman | brew)
            [ $wanted = yes ] && [ "$word" = "$manager" ] && packages="$packages $rest"
            ;;
        *)
            wanted=no
            case "$groups" in *" $rest "*) here "$word" || wanted=yes ;; esac
            [ $wanted = yes ] && missing="$missing $word" && names="${names:+$names, }$(called "$word")"
            ;;
        esac
    done <<END
$needs
END
    packages=$(echo "$packages" | tr ' ' '\n' | awk 'NF && !seen[$0]++' | tr '\n' ' ')
}

say() { echo "deps: $*"; }
fail() { echo "deps: $*" >&2; exit 1; }

# Shows a command and runs it.
run() {
    say "running: $*"
    "$@"
}

knows() {
    case $manager in
    apt) apt-cache show "$1" ;;
    dnf) dnf --quiet list "$1" ;;
    pacman) pacman -Si "$1" ;;
    brew) brew info "$1" ;;
    esac >/dev/null 2>&1
}

# Keeps of the packages those that the manager knows: the name of one that is elsewhere, or nowhere, must not stop the others.
keep_known() {
    kept=''
    for package in $packages; do
        if knows "$package"; then kept="$kept $package"; else say "$manager knows no package $package"; fi
    done
    packages=$kept
}

# shellcheck disable=SC2086
install_packages() {
    refresh='' as_root=''
    case $manager in
    apt)
        refresh='apt-get update'
        install='env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends'
        ;;
    dnf) install='dnf install -y --setopt=install_weak_deps=False' ;;
    pacman) # half an upgrade breaks Arch: with the new lists goes the whole system
        refresh='pacman -Sy --noconfirm'
        install='pacman -Su --needed --noconfirm'
        ;;
    brew) install='brew install' ;;
    esac
    if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
        command_here sudo || fail "installing needs root, and there is no sudo. As root, run: $install $packages"
        as_root=sudo
        say 'installing needs root: sudo may ask for your password'
    fi
    [ -z "$refresh" ] || run $as_root $refresh || say 'that failed; going on with the lists of packages that are here'
    keep_known
    [ -z "$packages" ] || run $as_root $install $packages || say 'that failed'
}

# install_locked FOLDER: its lock file fixes the version and the checksum of each package; the copy made last says that all of them
# are there.
install_locked() {
    place=$(place_of "$1")
    mkdir -p "$place" && cp "$1/package.json" "$1/package-lock.json" "$1/.npmrc" "$place/" &&
        run npm ci --prefix "$place" --ignore-scripts --no-audit --no-fund --cache build/deps/cache &&
        cp "$1/package-lock.json" "$place/installed"
}

manager=none
for program in apt-get dnf pacman brew; do
    command_here $program && manager=${program%-get} && break
done
groups_of "$@"
look
if [ -z "$missing" ]; then
    say 'nothing is missing'
    exit 0
fi
say "missing: $names"
if [ -n "$packages" ]; then
    install_packages
elif [ "$manager" = none ]; then
    say 'found none of apt-get, dnf, pacman and brew'
fi
for need in $missing; do
    case $need in */*) command_here npm && { install_locked "$need" || say 'npm failed'; } ;; esac
done
look
[ -z "$missing" ] || fail "still missing: $names. Install it by hand, then run make deps again."
say 'everything is here now'
