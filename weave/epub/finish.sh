#!/bin/sh
# finish.sh: adds to an unpacked EPUB what pandoc leaves out: who can read it,
# in the words that catalogues look for (access.xml); to each chapter its title
# in place of the name of its file; and to the picture of the cover a text.
#
# usage: weave/epub/finish.sh FOLDER     from the root
set -eu
sed '/<dc:language>/r weave/epub/access.xml' "$1/EPUB/content.opf" >"$1/part"
mv -f "$1/part" "$1/EPUB/content.opf"
for file in "$1"/EPUB/text/*.xhtml; do
    awk '
        NR == FNR {
            if (!title && match($0, /<h1[^>]*>.*<\/h1>/)) title = substr($0, RSTART, RLENGTH)
            gsub(/<[^>]*>/, "", title)
            next
        }
        /<title>/ {
            if (!title) { title = $0; gsub(/ *<[^>]*>/, "", title) }
            $0 = "  <title>" title "</title>"
        }
        (at = index($0, "<svg ")) { $0 = substr($0, 1, at + 4) "role=\"img\" aria-label=\"Cover: " title "\"" substr($0, at + 4) }
        { print }' "$file" "$file" >"$1/part"
    mv -f "$1/part" "$file"
done
