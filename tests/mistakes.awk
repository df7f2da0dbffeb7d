# The small mistakes that may be made in files of C: another operator, number or name, the other argument first, a condition that
# always or never holds, a statement less. Prints of each, with tabs between: its number, FILE, the line's number, the line with
# the mistake, and "FILE: LINE" with the mistake marked as {OLD => NEW}, and " #2" after it where that is the second such line. The
# first of a file is the file as it is: line 0.
#
# usage: awk -f tests/mistakes.awk FILE.c...

BEGIN {
    split("+= -= -= += == != != == && || || && <= < >= > < <= > >= + - - + * / / * ! !! fmax fmin fmin fmax fabs + " \
        "true false false true w1 w2 w2 w1 x1 x2 x2 x1 up down down up w b", swap, " ")
    for (i = 1; i in swap; i += 2) other[swap[i]] = swap[i + 1]
    name = "[A-Za-z_][A-Za-z_0-9]*"
    number = "0x[0-9A-Fa-f]+[UL]*|[0-9]+(\\.[0-9]*)?(e[-+]?[0-9]+)?[UL]*"
    token_here = "^(" name "|" number "|[-+*/=!<>]=|&&|[|][|]|[+][+]|--|->|<<|>>)"
    argument = "[-&*A-Za-z_0-9.>[]+[]A-Za-z_0-9.>[]*"
    arguments_here = "^[({,] ?" argument ", " argument "[]),}]"
    statement = "^ +(\\*?[a-z_][][A-Za-z_0-9.>-]* *([-+*/]?=|[(]|[+][+]|--).*|break|continue);$"
    text = "\"([^\"\\\\]|\\\\.)*\"|\047(\\\\.|[^\\\\\047])[^\047]*\047"
    room = "_MOST *=[^,}]*|sizeof [a-z_]+( [-+] [a-z_0-9]+)?"
}
function blank(what) {
    while (match($0, what)) $0 = substr($0, 1, RSTART - 1) sprintf("%" RLENGTH "s", "") substr($0, RSTART + RLENGTH)
}
function mistake(at, long, new,    head, old, tail, marked) {
    head = substr(line, 1, at - 1)
    old = substr(line, at, long)
    tail = substr(line, at + long)
    if (old == new) return
    marked = FILENAME ": " head "{" old " => " new "}" tail
    sub(/:  */, ": ", marked)
    if (++said[marked] > 1) marked = marked " #" said[marked]
    print ++n "\t" FILENAME "\t" FNR "\t" head new tail "\t" marked
}
FNR == 1 { print ++n "\t" FILENAME "\t0"; comment = 0 }
{ line = $0; if (comment) $0 = "" }
!comment && line ~ /\/\*/ { comment = line !~ /\*\/ *$/; sub(/ *\/\*.*/, "") }
comment && line ~ /\*\// { comment = 0 }
/^#/ { next }
# What is said stays, and what only sets how much room there is.
{ blank(text); blank(room) }
/^ *(static |const )*[a-z_0-9]+ \**[A-Za-z_0-9]+\[/ && !/^ *(return|else|case) / { blank("\\[[^]]*\\]") }
$0 ~ statement && gsub(/\(/, "(") == gsub(/\)/, ")") { match($0, /^ +/); mistake(RLENGTH + 1, length($0) - RLENGTH, ";") }
{
    for (at = 1; at <= length($0); at += long) {
        rest = substr($0, at)
        long = match(rest, token_here) ? RLENGTH : 1
        token = substr(rest, 1, long)
        if (token in other && rest !~ /^\*[A-Za-z(]/) mistake(at, long, other[token])
        if (token == "+=" || token == "-=") mistake(at, long, "=")
        if (token ~ /^[0-9]/) mistake(at, long, "(" token (token ~ /^[^x]*[.e]/ && token + 0 ? " * 1.01)" : " + 1)"))
        if (rest ~ /^if \(/) { mistake(at, 4, "if (1 || "); mistake(at, 4, "if (0 && ") }
        if (match(rest, arguments_here) && rest !~ /^[({,] ?[0-9.]+, [0-9]/) { # two, the other first
            from = rest ~ /^, / ? 3 : 2
            comma = index(substr(rest, 3), ",") + 2
            first = substr(rest, from, comma - from)
            mistake(at + from - 1, RLENGTH - from, substr(rest, comma + 2, RLENGTH - comma - 2) ", " first)
        }
    }
}
