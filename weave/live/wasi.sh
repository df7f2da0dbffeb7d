#!/bin/sh
# Prints how this machine's clang compiles for WebAssembly with a C library: Debian's first, then a sysroot of its own. Where it does
# not, ends with 1.
set -u
for flags in '--sysroot=/usr -isystem /usr/include/wasm32-wasi -nostdlibinc' --sysroot=/usr/share/wasi-sysroot \
    --sysroot=/opt/homebrew/share/wasi-sysroot; do
    flags="--target=wasm32-wasi $flags"
    # shellcheck disable=SC2086
    printf '#include <math.h>\nint main(int n, char **a) { (void)a; return (int)exp(n); }\n' |
        clang $flags -x c - -lm -o /dev/null 2>/dev/null && echo "$flags" && exit
done
exit 1
