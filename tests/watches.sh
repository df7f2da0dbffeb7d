#!/bin/sh
# Whether a compiler has what watches over a program as it runs: a program with it is built, and runs. If not, says so.
#
# usage: watches.sh COMPILER sanitized|memory
watch=address,undefined
[ "$2" = sanitized ] || watch=memory
mkdir -p build/test
probe=$(mktemp build/test/probe-XXXXXX)
echo 'int main(void) { return 0; }' | "$1" -fsanitize=$watch -x c - -o "$probe" 2>/dev/null && "$probe" 2>/dev/null
code=$?
rm -f "$probe"
[ $code -eq 0 ] || echo "$1 has no -fsanitize=$watch here; make valgrind finds most of what it would"
exit $code
