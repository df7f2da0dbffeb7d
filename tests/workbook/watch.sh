#!/bin/sh
# make watch, make watch-1.3: checks an answer now and whenever it has changed, until Ctrl-C or q. Without a number it is the next
# exercise, and when that is solved the one after it. MAKER is the make that waits for this, which need not tell of Ctrl-C.
#
# usage: watch.sh NUMBER|next
set -u
. tests/workbook/common.sh

asked=$1 keys='' terminal=''
[ -t 1 ] && terminal=yes
if [ -t 0 ] && keys=$(stty -g 2>/dev/null); then
    stty -icanon -echo min 0 time 5
else
    keys=
fi
finish() {
    trap - EXIT
    [ -z "$keys" ] || stty "$keys"
}
trap 'finish; [ -z "${MAKER:-}" ] || kill -PIPE "$MAKER"; exit 0' INT TERM HUP
trap finish EXIT

# wait_a_little: half a second, or until a key; sets key.
wait_a_little() {
    key=
    if [ -n "$keys" ]; then
        key=$(dd bs=1 count=1 2>/dev/null | tr '\n' ' ')
    else
        sleep 0.5 2>/dev/null || sleep 1
    fi
}

clear_screen() {
    if [ -n "$terminal" ] && [ "${TERM:-dumb}" != dumb ]; then printf '\033[H\033[2J'; else echo; fi
}

# show VERB: clears the screen, and says what VERB says of the exercise.
show() {
    clear_screen
    [ -z "$done_before" ] || printf '%s\n\n' "$done_before"
    title=$(title_of "$number")
    echo "$number${title:+, $title}: watching $answer."
    echo "h shows a hint, Enter checks again, q or Ctrl-C ends." | sed "$([ -n "$keys" ] || echo 's/.*/Ctrl-C ends./')"
    echo
    HINT=${keys:+the key h} sh $workbook/exercise.sh "$1" "$number"
}

# choose: sets number and answer to those of the exercise to watch; ends where there is none left.
choose() {
    [ "$asked" != next ] || chosen=$(sh $workbook/exercise.sh which) || exit
    case $chosen in *[!0-9.]*) clear_screen; echo "$done_before"; echo "$chosen"; exit 0 ;; esac
    find_exercise "$chosen"
}

chosen=$asked done_before=
choose
while :; do
    seen=$(cksum "$answer" 2>/dev/null)
    show check
    solved=$?
    # What the check has made is no change; what was saved meanwhile is.
    [ -n "$seen" ] || seen=$(cksum "$answer")
    if [ $solved -eq 0 ] && [ "$asked" = next ]; then
        done_before="$number solved. The book's way: make solution-$number."
        choose
        continue
    fi
    while :; do
        wait_a_little
        [ -z "${MAKER:-}" ] || kill -0 "$MAKER" 2>/dev/null || exit
        case $key in
        q) exit 0 ;;
        h) show hint ;;
        ?) break ;;
        esac
        now=$(cksum "$answer" 2>/dev/null) # nothing, while an editor puts one file in another's place
        [ -n "$now" ] && [ "$now" != "$seen" ] && break
    done
done
