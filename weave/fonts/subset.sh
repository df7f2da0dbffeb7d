#!/bin/sh
# Makes the web fonts of the book again: subsets of TeX Gyre Pagella, its
# math companion and JetBrains Mono, in woff2. Needs Debian's fonts-texgyre,
# fonts-texgyre-math, fonts-jetbrains-mono, python3-fonttools, python3-brotli.
# The results are kept in the repository; nothing in the Makefile runs this.
set -eu
cd "$(dirname "$0")"
gyre=/usr/share/texmf/fonts/opentype/public/tex-gyre
mono=/usr/share/fonts/truetype/jetbrains-mono

# Latin, Greek, punctuation, super- and subscripts, arrows, operators, boxes.
text="U+20-7E,U+A0-17F,U+2C6-2DC,U+300-304,U+307,U+308,U+391-3C9,U+3D1,U+3D5,U+2010-2027,U+202F-203A,U+2044,U+2070-209C,U+20AC,U+2122,U+2190-2195,U+21A6,U+21D0-21D4,U+2200-2265,U+22C5,U+22EE-22F1,U+2300-2311,U+2500-259F,U+25A0-25CF,U+2713,U+2717"
# Letters of mathematics: bold, italic, bold italic, script, double-struck.
letters="U+2032-2037,U+203E,U+2061-2064,U+20D0-20EF,U+2100-214F,U+2190-21FF,U+2200-22FF,U+23B0-23E1,U+27E8-27EB,U+27F5-27FC,U+2A00-2A06,U+2A7D,U+2A7E,U+1D400-1D4CF,U+1D538-1D56B,U+1D6A4-1D755,U+1D7CE-1D7E1"
# What the others lack, from DejaVu.
symbols="U+1D62-1D6A,U+2080-209C,U+2C7C,U+2102,U+2115,U+211D,U+2153-215E,U+2190-21FF,U+2200-22FF,U+2580-259F,U+25A0-25FF,U+2605,U+2606,U+2713,U+2717"

subset() { # subset FILE RESULT UNICODES FEATURES
    "${PYTHON:-/usr/bin/python3}" -m fontTools.subset "$1" --unicodes="$3" --layout-features="$4" \
        --flavor=woff2 --output-file="$2.woff2" --name-IDs='*' --notdef-outline
}

features=kern,liga,mark,mkmk,ccmp,locl,lnum,tnum,pnum
subset $gyre/texgyrepagella-regular.otf pagella-regular "$text" $features,smcp,c2sc,onum
for face in italic bold bolditalic; do
    subset $gyre/texgyrepagella-$face.otf pagella-$face "$text" $features
done
# The MATH table brings the larger variants of what is kept.
subset "$gyre-math/texgyrepagella-math.otf" pagella-math \
    "U+20-7E,U+A0-FF,U+131,U+237,U+2C6-2DC,U+300-338,U+391-3F5,U+2010-2027,U+2044,$letters" \
    ssty,dtls,flac,mark,mkmk,ccmp,kern
for face in Regular Bold Italic; do
    lower=$(echo $face | tr RBI rbi)
    subset $mono/JetBrainsMono-$face.ttf mono-"$lower" "$text" kern,mark,mkmk,ccmp,zero
done
subset /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf symbols "$symbols" mark
cp /usr/share/texmf/doc/fonts/tex-gyre/GUST-FONT-LICENSE.txt Pagella.LICENSE
ls -l ./*.woff2
