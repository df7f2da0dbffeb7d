# numbers.awk: the numbers of files, one a line.
# -v part=text     all of it (of C, with its comments)
# -v part=code     of C: what is neither comment nor #include
# -v part=strings  of C: what stands between double quotes
# A digit in a name, such as dL_dw1, or in a conversion, such as %.3g, is no number.

part != "text" && /^#include/ { next }
{ text = text $0 "\n" }

END {
    while (match(text, /\\times *10\^\{-?[0-9]+\}/)) { # 9.4\times10^{-14} is 9.4e-14
        power = substr(text, RSTART, RLENGTH)
        gsub(/.*\{|\}/, "", power)
        text = substr(text, 1, RSTART - 1) "e" power substr(text, RSTART + RLENGTH)
    }
    if (part != "text") gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, " ", text)
    if (part == "strings") {
        code = text
        text = ""
        while (match(code, /"([^"\\\n]|\\.)*"/)) {
            text = text " " substr(code, RSTART + 1, RLENGTH - 2)
            code = substr(code, RSTART + RLENGTH)
        }
    }
    while (match(text, /[A-Za-z_%.]*[0-9][0-9.]*([eE][-+]?[0-9]+)?/)) {
        number = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        sub(/^\.+$/, "", number)
        sub(/\.$/, "", number)
        if (number ~ /^[0-9.]/) print number
    }
}
