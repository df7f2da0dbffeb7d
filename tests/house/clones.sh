#!/bin/sh
# That a copy of the book from git has no carriage returns, whatever git is set to: shells and make do not take them.
# A line a test; from the root of the repository; needs git.
set -u
. tests/press/common.sh
made=$PWD/build/house/clones
rm -rf "$made"
mkdir -p "$made/book" "$made/from-archive"
if ! command -v git >/dev/null; then
    echo 'skipped: clones on a machine that writes carriage returns: there is no git'
    exit
fi

# Git as it is set up on such a machine, and nothing of the repository that this may be in, or of a hook's.
# shellcheck disable=SC2046
unset $(git rev-parse --local-env-vars)
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$made/gitconfig"
printf '[user]\nname = x\nemail = x\n[core]\nautocrlf = true\neol = crlf\nsafecrlf = false\n' >"$GIT_CONFIG_GLOBAL"

# The book as it stands, without what is made; and a clone of it, and one without its attributes.
for file in * .[!.]*; do
    case $file in build | answers | .git) ;; *) cp -Rp "$file" "$made/book" ;; esac
done
cd "$made" || exit
faults=$(exec 2>&1 >/dev/null && git init -q book && cd book && git -c core.autocrlf=false add . && git commit -qm book && cd .. &&
    git clone -q book clone && git clone -q book bare && cd bare && git rm -q .gitattributes && git commit -qm bare &&
    git rm -qr . && git reset -q --hard)

returns_in() { # returns_in CLONE: its text files with carriage returns
    git -C "$1" ls-files --eol | grep -E 'w/(crlf|mixed)'
}
judge 'a clone has no carriage returns' "$faults$(returns_in clone)"
judge 'without .gitattributes it would have them' "$(returns_in bare | grep -q 'Makefile$' || git -C bare ls-files --eol)"

unreadable() { # unreadable FOLDER: what the shells say that its scripts are for
    find "$1" -name '*.sh' -o -path '*/.ci/run' | while read -r script; do
        case $(head -n 1 "$script") in *bash*) bash -n "$script" ;; *) sh -n "$script" ;; esac
    done 2>&1
}
judge "the clone's scripts can be read" "$([ -f clone/weave/deps.sh ] || echo 'there are none'; unreadable clone)"
git -C clone archive HEAD | tar -xf - -C from-archive
judge 'an archive of it has no carriage returns' "$([ -f from-archive/Makefile ] || echo 'it is empty'
    git -C clone ls-files --eol | grep -v '/-text' | cut -f 2 | (cd from-archive && tr '\n' '\0' | xargs -0 grep -l "$(printf '\r')"))"
