# contents.awk: the contents of book.tex and of the parts that it takes in, as
# LaTeX notes them (book.toc), each on page 000: as long as they will be.
# usage: awk -f contents.awk weave/book.tex     in the folder of the build

BEGIN { RS = "" } # a heading is a paragraph, and all \input lines are one

/\n\\input[{]/ {
    count = split($0, lines, "\n")
    for (i = 1; i <= count; i++)
        if (lines[i] ~ /^\\input[{].*[}]$/)
            ARGV[ARGC++] = substr(lines[i], 8, length(lines[i]) - 8)
}

/^\\appendix$/ {
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    chapter = 0
}

match($0, /^(\\atonce)?\\(chapter|section|addchap|addsec)[{]/) {
    command = substr($0, 1, RLENGTH - 1)
    title = substr($0, RLENGTH + 1)
    sub(/[}](\\label[{].*)?$/, "", title)
    gsub("\n", " ", title)
    if (command ~ /chapter$/) {
        chapter++
        section = 0
        number = letters ? substr(letters, chapter, 1) : chapter
    }
    if (command ~ /\\section$/) section++
    print "\\contentsline {" (command ~ /chap/ ? "chapter" : "section") "}{" \
        (command ~ /add/ ? "\\nonumberline " : "\\numberline {" number (command ~ /chapter/ ? "" : "." section) "}") \
        title "}{000}{}%"
}
