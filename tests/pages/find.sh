#!/bin/sh
# Prints the command that starts one of the tools whose place differs from machine to machine; fails if it is not here.
# usage: find.sh chromium | firefox | epubcheck
case $1 in
chromium)
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v $name && exit
    done
    for app in 'Google Chrome' Chromium; do
        [ -x "/Applications/$app.app/Contents/MacOS/$app" ] && echo "/Applications/$app.app/Contents/MacOS/$app" && exit
    done
    ;;
firefox)
    command -v firefox-esr || command -v firefox && exit
    [ -x /Applications/Firefox.app/Contents/MacOS/firefox ] && echo /Applications/Firefox.app/Contents/MacOS/firefox && exit
    ;;
epubcheck)
    # Debian's /usr/bin/epubcheck is the jar itself and starts only where the kernel knows jars: prefer the jar
    for jar in /usr/share/java/epubcheck.jar /usr/share/java/epubcheck/epubcheck.jar; do
        [ -f $jar ] && java -version >/dev/null 2>&1 && echo "java -jar $jar" && exit
    done
    [ -f /usr/share/java/epubcheck.jar ] || command -v epubcheck && exit
    ;;
esac
exit 1
