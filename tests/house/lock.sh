#!/bin/sh
# That two makes which build in one folder do so one after the other. In a copy of the tiny book; a line a test.
# From the root of the repository; needs a C compiler.
set -u
. tests/press/common.sh
made=build/house/lock
rm -rf $made
copy_book $made
cp -Rp tests/workbook $made/tests/
cd $made || exit
unset MAKEFLAGS MAKELEVEL MFLAGS LOCKED

# A compiler that is at work for as long as there is a file called hold in the folder that it compiles into, and tells if another
# is at work there, too.
cat >cc.sh <<'end'
#!/bin/sh
case " $* " in *' -c code/'*) ;; *) exec cc "$@" ;; esac
for word; do object=$word; done
out=${object%%/*}
mkdir "$out/at-work" 2>/dev/null || echo "two at once make $object" >>overlaps
while [ -e "$out/hold" ]; do sleep 0.1; done
cc "$@"
code=$?
rmdir "$out/at-work"
exit $code
end
chmod +x cc.sh
export CC=./cc.sh

# until_true COMMAND...: waits until it is, ten seconds at most.
until_true() {
    for _ in $(seq 100); do
        ! "$@" || return 0
        sleep 0.1
    done
    echo "never so: $*"
    return 1
}
waits() { grep -qsF "make: waiting for another make (process " "$1"; }
is_over() { ! kill -0 "$1" 2>/dev/null; }

# begin NUMBER ARGUMENT...: a make, of which NUMBER.said holds what it says. end NUMBER: waits for its end, and tells if it is bad.
begin() {
    number=$1
    shift
    make "$@" >"$number.said" 2>&1 &
    eval "pid_$number=\$!"
}
end() {
    eval "pid=\$pid_$1"
    # shellcheck disable=SC2154
    until_true is_over "$pid" || kill "$pid"
    wait "$pid" || { echo "make $1 ended with $?, and said:"; cat "$1.said"; }
}
# The first is in the midst of its work.
begin_held() {
    rm -rf build other overlaps ./*.said
    mkdir build
    : >build/hold
    begin 1
    until_true test -e build/at-work
}

begin_held
begin 2
until_true waits 2.said >/dev/null
rm build/hold
{ end 1; end 2; } >faults
judge 'two at once end well, one after the other' "$(cat faults; cat overlaps 2>/dev/null; [ -x build/01-product ] || echo 'no program')"
judge 'the second says in a line that it waits, and the rest as ever' \
    "$(waits 2.said && sed 1d 2.said | cmp -s - 1.said || { cat 2.said; echo; cat 1.said; })"

begin_held
begin 2 help
begin 3 -n
begin 4 hint-1.1
begin 5 OUT=other
{ end 2; end 3; end 4; end 5; } >faults
rm build/hold
end 1 >>faults
judge 'help, hints, make -n, and who builds in another folder, do not wait' \
    "$(cat faults; cat 2.said 3.said 4.said 5.said | waits - && cat ./*.said; [ -x other/01-product ] || echo 'no program')"

rm -rf build
printf 'include Makefile\nouter:\n\t+@%s programs\n' "\$(MAKE)" >outer.mk
begin 1 -f outer.mk outer
end 1 >faults
judge 'a make that make started does not wait for it' "$(cat faults; waits 1.said && cat 1.said)"

# It takes nothing away, and what it had started goes on.
begin_held
# shellcheck disable=SC2154
kill -9 "$pid_1"
wait "$pid_1" 2>/dev/null
held=$(ls build/lock)
rm build/hold
until_true rmdir build/at-work 2>/dev/null
begin 2
end 2 >faults
judge 'what a killed make held is taken over' \
    "$(cat faults; [ -n "$held" ] || echo 'it held nothing'; waits 2.said && cat 2.said; ls build/lock | sed 1d)"
begin 1 clean
end 1 >/dev/null
judge 'make clean leaves its own lock' "$([ "$(ls -A build)" = lock ] || ls -A build)"

# Many that find it free at the same time, after one that is gone; each of these shells is to the lock what a make is.
rm -rf build
mkdir -p build/lock
ln -s 1-0 build/lock/9
: >faults
cat >taker.sh <<'end'
while [ ! -e go ]; do :; done
sh weave/lock.sh build $$ 2>/dev/null
mkdir taken 2>/dev/null || echo "two at once, one of them $1"
sleep 0.05
rmdir taken 2>/dev/null
echo "$1" >>takers
end
pids=''
for n in $(seq 12); do
    sh taker.sh "$n" >>faults &
    pids="$pids $!"
done
: >go
for pid in $pids; do until_true is_over "$pid" >/dev/null || kill "$pid"; done
judge 'of many that find it free one takes it, then the next' "$(cat faults; [ "$(wc -l <takers)" -eq 12 ] || echo 'some never took it')"
