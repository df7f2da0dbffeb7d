# plain.awk: a hint or a worked solution for the terminal: its formulas in a line, references as words, paragraphs filled. It knows
# the markdown and the TeX that hints and solutions use; a word of TeX that it does not know stays, and tool.sh finds it.

BEGIN {
    RS = ""
    split("alpha α beta β delta δ Delta Δ eta η theta θ mu μ sigma σ varepsilon ε epsilon ε partial ∂ nabla ∇ cdot · times × " \
        "to → leftarrow ← dots … ldots … cdots … pm ± le ≤ ge ≥ ne ≠ approx ≈ infty ∞ sum Σ in ∈ quad \002 qquad \002 " \
        "ln ln exp exp max max min min tanh tanh log log", word, " ")
    for (i = 1; i in word; i += 2) sign[word[i]] = word[i + 1]
    split("12 ½ 32 (3/2) 13 ⅓ 23 ⅔ 14 ¼ 34 ¾ 16 ⅙ 18 ⅛", word, " ")
    for (i = 1; i in word; i += 2) small[word[i]] = word[i + 1]
    split("0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ ( ⁽ ) ⁾ - ⁻", word, " ")
    for (i = 1; i in word; i += 2) moved["^", word[i]] = word[i + 1]
    split("0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉", word, " ")
    for (i = 1; i in word; i += 2) moved["_", word[i]] = word[i + 1]
}

# The argument of a command at the beginning of the text: {…}, one command, or one character. Sets argument and after.
function take(text,    depth, i, c) {
    sub(/^ +/, "", text)
    c = substr(text, 1, 1)
    if (c == "{") {
        for (i = 1; i <= length(text); i++) {
            c = substr(text, i, 1)
            if (c == "{") depth++
            if (c == "}" && --depth == 0) break
        }
        argument = substr(text, 2, i - 2)
        after = substr(text, i + 1)
    } else if (match(text, /^\\[A-Za-z]+/)) {
        argument = substr(text, 1, RLENGTH)
        after = substr(text, RLENGTH + 1)
    } else {
        argument = c
        after = substr(text, 2)
    }
}

# In parentheses, unless it is one thing.
function held(tex) {
    return tex ~ /[-+=\/, ]|−|·|×/ && tex !~ /^(√|σ|ln)?\([^()]*\)$/ ? "(" tex ")" : tex
}

# Raised or lowered, if there are such characters for it.
function script(tex, way,    i, c, all) {
    for (i = 1; i <= length(tex); i++) {
        c = substr(tex, i, 1)
        if (!((way, c) in moved)) return ""
        all = all moved[way, c]
    }
    return all
}

# A formula. Recursive: what has been set so far stands in done.
function formula(tex,    done, c, name, first, second, rest) {
    while (tex != "") {
        c = substr(tex, 1, 1)
        if (match(tex, /^\\[A-Za-z]+ ?/)) {
            name = substr(tex, 2, RLENGTH - 1)
            rest = substr(tex, RLENGTH + 1)
            sub(/ $/, "", name)
            if (name == "frac" || name == "tfrac" || name == "dfrac") {
                take(rest); first = argument; take(after); second = argument; rest = after
                if ((first second) in small) done = done small[first second]
                else {
                    first = " " held(formula(first)) "/" held(formula(second)) " "
                    done = done (done ~ /(ln|log|exp) ?$/ ? "(" first ")" : first)
                }
            } else if (name == "sqrt") {
                take(rest); rest = after; first = formula(argument)
                done = done "√" held(first)
            } else if (name == "hat") {
                take(rest); rest = after; first = formula(argument)
                done = done (first == "y" ? "ŷ" : first "̂")
            } else if (name == "href") {
                take(rest); take(after); rest = after
                done = done formula(argument)
            } else if (name ~ /^(mathrm|mathit|text|operatorname|boxed)$/) {
                take(rest); rest = after
                done = done formula(argument)
            } else if (name ~ /^(left|right|big|bigl|bigr|Big|Bigl|Bigr|displaystyle)$/) {
                # only how large
            } else if (name in sign) {
                if (name ~ /^(ln|exp|max|min|tanh|log)$/ && done ~ /[A-Za-z0-9)]$/) done = done " "
                done = done sign[name]
                if (name ~ /^(ln|exp|max|min|tanh|log)$/ && rest ~ /^[A-Za-z0-9\\]/) done = done " "
                if (name ~ /^(cdot|times|to|leftarrow|pm|le|ge|ne|approx|in)$/) {
                    done = substr(done, 1, length(done) - length(sign[name])) " " sign[name] " "
                }
            } else done = done "\\" name
            tex = rest
        } else if (c == "\\") { # a space, a brace, the end of a line
            second = substr(tex, 2, 1)
            done = done (second ~ /[{}|%&#_$]/ ? second : second == "\\" ? "\003" : second == "!" ? "" : " ")
            tex = substr(tex, 3)
        } else if (c == "^" || c == "_") {
            take(substr(tex, 2)); tex = after; first = formula(argument)
            second = script(first, c)
            if (c == "^" && first == "′") second = "′"
            done = done (second != "" ? second : c held(first))
        } else if (c == "{") {
            take(tex); tex = after
            done = done formula(argument)
        } else if (c == "'") { done = done "′"; tex = substr(tex, 2) }
        else if (c == "&") tex = substr(tex, 2)
        else if (c == "-") { done = done "−"; tex = substr(tex, 2) }
        else { done = done c; tex = substr(tex, 2) }
    }
    return done
}

function formula_in_line(tex) {
    tex = formula(tex)
    gsub(/\002/, "   ", tex)
    gsub(/ +/, " ", tex)
    gsub(/^ | $/, "", tex)
    gsub(/\( /, "(", tex)
    gsub(/ \)/, ")", tex)
    return tex
}

# Words with their links and emphasis, and the formulas among them; code stays as it is.
function plain(text,    parts, n, i, done) {
    n = split(text, parts, "`")
    for (i = 1; i <= n; i++) done = done (i % 2 ? prose(parts[i]) : code(parts[i]))
    return done
}
function code(text) { gsub(/[ \n]/, "\001", text); return text }
function prose(text,    target, shown, done) {
    gsub(/\n/, " ", text)
    while (match(text, /\[[^][]*\]\([^()]*\)/)) {
        shown = substr(text, RSTART + 1, RLENGTH - 1)
        target = shown
        sub(/\]\(.*/, "", shown)
        sub(/.*\]\(/, "", target)
        sub(/\)$/, "", target)
        if (target ~ /^#ex-/) shown = shown " " substr(target, 5)
        text = substr(text, 1, RSTART - 1) shown substr(text, RSTART + RLENGTH)
    }
    while (match(text, /\$\$?[^$]+\$\$?/)) {
        shown = substr(text, RSTART, RLENGTH)
        done = done emphasized(substr(text, 1, RSTART - 1))
        text = substr(text, RSTART + RLENGTH)
        gsub(/\$/, "", shown)
        shown = formula_in_line(shown)
        gsub(/ /, "\001", shown)
        done = done shown
    }
    return done emphasized(text)
}
function emphasized(text) { gsub(/\*/, "", text); gsub(/\\/, "", text); return text }

# Fills a paragraph, whose first line begins so and whose others so, to 76 columns. A formula and a piece of code stay whole.
function fill(text, first, others,    n, word, i, line) {
    n = split(text, word, / +/)
    line = first
    for (i = 1; i <= n; i++) {
        if (word[i] == "") continue
        if (width(line word[i]) > 75 && line != others && line != first) { say(line); line = others }
        line = line (line == first || line == others ? "" : " ") word[i]
    }
    say(line)
}
function say(line) { gsub(/\001/, " ", line); print line }
# Of UTF-8, bytes that go on with a character, and accents, take no column.
function width(text) { gsub(/̂/, "", text); gsub(/[\200-\277]/, "", text); return length(text) }

{
    if (NR > 1) print ""
    if (/^(    |\t)/ || /^\|/ || /^ *-----/ || /^```/) { # code, or a table
        n = split($0, line, "\n")
        for (l = 1; l <= n; l++) say(line[l] ~ /^(    |```)/ ? line[l] : plain(line[l]))
    } else {
        n = split($0, line, "\n")
        text = first = others = ""
        for (l = 1; l <= n; l++) {
            if (match(line[l], /^ *(- |[0-9]+\. |\([0-9a-z]\) )/) && (l > 1 || line[l] !~ /^ *\(/)) {
                mark = RLENGTH
                if (text != "") fill(plain(text), first, others)
                first = substr(line[l], 1, mark)
                others = sprintf("%" mark "s", "")
                text = substr(line[l], mark + 1)
            } else text = text (text == "" ? "" : "\n") line[l]
        }
        fill(plain(text), first, others)
    }
}
