#!/bin/sh
# Tests of the press itself: in a copy of tests/press/book, a book of one short chapter that holds all that the press has a check
# for, breaks one thing at a time and asserts that the check meant for it fails, with a message that names the place. A line a
# test; needs what the pages need (make deps html).
# usage: press.sh            all tests, by two workers, each with its own copy
set -u
chapter=chapters/01-product.md
room=code/01-product
data=build/data/01-product
numbers=chapters/01-product.numbers
notebook=chapters/A-notebook.md
sources=chapters/B-bibliography.md
index=chapters/C-index.md
solutions=chapters/D-solutions.md
worker=${1:-}
. tests/press/common.sh

# lacks WHAT MESSAGE COMMAND...: the command, which makes the page without something that it needs, fails, says MESSAGE and leaves
# no page.
lacks() {
    what=$1 message=$2
    shift 2
    said=$(cd $copy && "$@" 2>&1)
    code=$?
    [ $code -ne 0 ] && printf '%s\n' "$said" | grep -qF -- "$message" && [ ! -e $copy/$page ] && said='' ||
        said="expected \"$message\", a failure and no page; exit code $code
$said"
    judge "$what" "$said"
}

# A page waits for what sets its formulas, and is made when it is there.
try_formulas() {
    page=build/book/01-product.html
    lacks 'a page without Temml' 'temml, minisearch or parse5 is missing (packages of npm)' make $page
    ln -s ../../../deps $copy/build/deps
    mkdir build/press/no-node
    echo "$PATH" | tr : '\n' | while read -r folder; do ln -s "$folder"/* build/press/no-node/ 2>/dev/null; done
    rm -f build/press/no-node/node
    lacks 'a page without node' 'node is missing (package nodejs)' env PATH="$PWD/build/press/no-node" make $page
    printf '\nIt finds [1.5 × 10^0^](value:default.y).\n' >>$copy/$chapter
    said=$(cd $copy && make $page 2>&1) && grep -q '<math' $copy/$page && said='' || said="it has no formula
$said"
    judge 'the page, once both are there' "$said"
    judge 'a line does not begin with the full stop behind a number' \
        "$(grep -q 'class="held"><data [^>]*><math.*</math></data>\.</span>' $copy/$page || grep 'It finds' $copy/$page)"
    # What is tried | the formula, D on lines of its own or I in a line | what its MathML must have
    while IFS='|' read -r what formula pattern; do
        said=$(printf '%s' "$formula" | node weave/math.cjs build/deps/packages | sed 's/<math [^>]*>/<math>/g')
        judge "$what" "$(printf '%s\n' "$said" | grep -q -- "$pattern" || echo "expected $pattern, got $said")"
    done <<'END'
a power hangs on its bracket|I(\hat y - y)^2|<msup><mo [^>]*>)</mo><mn>2</mn></msup>
primes stand behind their letter, not above it|IL''|<mi>L</mi><mo [^>]*>′</mo><mo [^>]*>′</mo>
a prime stands close behind the name of a function|I\tanh'(z)|tanh</mi><mo>⁡</mo></mrow><mo [^>]*>′</mo>
a display breaks at a gap, before a second relation, and before an operator|Da = b + c = d, \qquad e|"side"><math>.*<mi>b</mi>.*</math><math>.*<mo>+</mo><mi>c</mi></mrow></math></span><span class="side"><math>.*<mo>=</mo><mi>d</mi>.*</span></span><span class="part">
it breaks before no sign, and within no bracket but a big one|Dx = -f(a + b) \bigl(c|"side"><math><mrow><mrow></mrow><mi>x</mi><mo>=</mo><mo [^>]*>−</mo>.*<mi>a</mi><mo>+</mo><mi>b</mi>.*<mi>c</mi></mrow></math></span></span>$
columns are for wide pages, and rows of pieces for narrow ones|D\begin{aligned}a &= b, & c &= d\end{aligned}|<span class="aligned"><math>.*</math></span><span class="unaligned"><span class="row"><span class="part">.*<mi>a</mi>.*<span class="part">.*<mi>c</mi>
a long formula in a line breaks, too|Ia_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7|</math><math>
END
}

if [ -z "$worker" ]; then
    copy=build/press/0
    rm -rf build/press
    copy_book $copy
    mkdir $copy/tests/press
    cp -p tests/press/press.sh tests/press/common.sh $copy/tests/press/
    (cd $copy && alone make weave build/figures/01-product/line.svg) >build/press/made.log 2>&1 || {
        echo 'FAIL the book to break is made'
        sed 's/^/     | /' build/press/made.log
        exit 1
    }
    try_formulas | tee build/press/2.log
    cp -Rp $copy build/press/1
    for worker in 0 1; do
        (cd build/press/$worker && sh tests/press/press.sh $worker >../$worker.log 2>&1) &
    done
    wait
    cat build/press/0.log build/press/1.log
    ! grep -q '^FAIL' build/press/[01].log
    exit
fi

errors=$(grep -c '^::: {.correction' $notebook)
turn=0

# The steps of the press, as weave.mk takes them.
weave() { # weave FILE.md [aids]
    stem=$(basename "$1" .md)
    pandoc -f markdown -t json -M stem="$stem" ${2:+-M aids} --lua-filter weave/read.lua /dev/null \
        -o build/weave/"$stem${2:+.aids}".json
}
run() { pandoc -f markdown -t plain --lua-filter weave/"$1".lua /dev/null -o /dev/null; }

check_weave() { weave $chapter; }
check_aids() { weave $chapter aids; }
check_notebook() { weave $notebook; }
check_index() { weave $index; }
check_bind() { weave $chapter && weave $chapter aids && weave $notebook && weave $sources && weave $index && weave $solutions && run bind; }
check_ledger() { check_bind && run ledger; }
check_notation() { weave book.md && check_ledger; }
check_page() {
    check_bind && pandoc -f json -t html5 -M to=html -M stem=01-product --template weave/html/page.html \
        --lua-filter weave/show.lua build/weave/01-product.json build/weave/01-product.aids.json -o build/page.html
}

# A test is the worker's own if it is its turn.
is_mine() {
    turn=$(((turn + 1) % 2))
    [ $turn -eq "$worker" ]
}
# breaks WHAT CHECK MESSAGE: the tree has just been broken; CHECK must fail
# and say MESSAGE. Then the tree is mended.
breaks() {
    if is_mine; then
        said=$("check_$2" 2>&1)
        code=$?
        [ $code -ne 0 ] && printf '%s\n' "$said" | grep -qF -- "$3" && said='' ||
            said="expected \"$3\" and a failure; exit code $code
$said"
        judge "$1" "$said"
    fi
    mend
}

# What is broken was kept beside itself by `keep FILE`; what is new was told to
# `make_new FILE`.
made=''
keep() { [ -f "$1.kept" ] || cp -p "$1" "$1.kept"; }
make_new() { made="$made $1"; }
mend() {
    find book.md chapters code plots -name '*.kept' | while read -r file; do mv -f "$file" "${file%.kept}"; done
    for file in $made; do rm -rf "$file"; done
    made=''
}
# change FILE AWK-PROGRAM;  append FILE and replace FILE, from standard input
change() {
    keep "$1"
    awk "$2" "$1.kept" >"$1"
}
append() {
    keep "$1"
    { cat "$1.kept" && echo && cat; } >"$1"
}
replace() {
    keep "$1"
    cat >"$1"
}
says() { printf '%s\n' "$@" | append $chapter; }

# The book as it stands passes; what fails below fails by being broken.
for check in ledger page; do
    is_mine || continue
    said=$("check_$check" 2>&1) && said='' || said="it fails: $(printf '%s\n' "$said" | grep -v '^ok ')"
    judge "the book as it stands: $check" "$said"
done

# Numbers
change $chapter '!done && match($0, /\[[0-9]+\.[0-9]+\]\(value:/) {
    at = RSTART + index(substr($0, RSTART), "]") - 2; digit = (substr($0, at, 1) + 1) % 10
    $0 = substr($0, 1, at - 1) digit substr($0, at + 1); done = 1 } { print }'
breaks 'a changed number' weave 'in this build, the text says'

says '[1](value:default.nothing)'
breaks 'an unknown value' weave "no value named nothing in $data/default.values"

says '[1.0](value:default.y){within=0.49}'
breaks 'a value farther off than it may be' weave 'default.y is 1.5 in this build, the text says 1.0'

says '$\href{value:default.y}{0.5}$ is a half.'
breaks 'a wrong value in a formula' weave 'default.y is 1.5 in this build, the text says 0.5'

echo 'spare : --epochs 1 : y' | append plots/01-product/runs
cp $data/default.values $data/spare.values && make_new $data/spare.values
breaks 'a value kept and not used' ledger 'the value spare.y is kept, but neither text nor figure uses it'

says 'There are 4321 of them.'
breaks 'a typed number' weave 'the number 4321 is typed, not computed'

says 'There are 4321 of them.'
echo 'sec-product 4321 : given' | append $numbers
breaks 'a number listed for another section' weave 'in "There are 4321 of them."; name the value, or list 4321 for sec-exercise in'

echo 'sec-slope 2300 : given' | append $numbers
breaks 'a listed number that does not stand there' ledger "$numbers:4: 2300 for sec-slope is listed, but does not stand there"

echo '4321 : given' | append $numbers
breaks 'a number listed for no place' weave "$numbers:4: expected \"PLACE … NUMBER … : REASON\", got \"4321 : given\""

echo '01-product 2,300 : given' | append $numbers
breaks 'a number listed twice' weave "$numbers:4: 2300 for 01-product is listed twice"

echo 'It is not 4321.' | append $room/exercises/1.1/hint.md
echo 'sec-exercise 4321 : given' | append $numbers
breaks 'a number in a hint, listed for the section' aids "$room/exercises/1.1/hint.md:3: the number 4321 is typed"

echo '/* 0.3333 */ double answer(void) { return 0.3337; }' | replace $room/exercises/1.1/solution.c
breaks 'a number that the C of its exercise has not' aids "$numbers:2: 0.333 is not proved: no C of ex-1.1 has it"

keep $room/exercises/1.1/solution.c && mv $room/exercises/1.1/solution.c $room/exercises/1.1/wrong-not.c && make_new $room/exercises/1.1/wrong-not.c
echo 'double answer(void) { return 0.0; }' >$room/exercises/1.1/solution.c
breaks 'a number that a wrong answer has' aids "$numbers:2: 0.3333 is not proved"

change $numbers '{ sub(/given.*/, "proved"); print }'
breaks 'a number proved by no exercise' weave '2300 is not proved: no C of 01-product has it'

says 'Thirty-eight of the starts learn it.'
breaks 'a count in words' weave "$chapter:$(($(wc -l <$chapter.kept) + 2)): the count \"thirty-eight of the starts\" is in words"

says 'At last two' 'thirds of [100](value:default.w) random starts learn it.'
breaks 'a share in words' weave 'the count "thirds of … random starts" is in words'

echo 'It takes five hundred epochs.' | append $room/exercises/1.1/solution.md
breaks 'a count in words, in a solution' aids "$room/exercises/1.1/solution.md:3: the count \"five hundred epochs\" is in words"

change $chapter '{ sub(/alt="/, "alt=\"Nine runs are drawn. "); print }'
breaks 'a count in words, in an alternative text' weave 'the count "nine runs" is in words'

# Listings
change $room/product.c '{ sub(/product_slope/, "slope"); print }'
breaks 'a renamed function' weave 'defines no product_slope (it defines: '

change $chapter '{ line[NR] = $0 } /^```listing/ { at = NR }
    END { for (i = 1; i <= NR; i++) if (i < at || i > at + 2) print line[i] }'
breaks 'an unprinted line' ledger ': printed nowhere: '

change $chapter '{ print } /^```listing/ { getline body; print body }
    END { print "\n```listing\n" body "\n```" }'
breaks 'a line printed twice' ledger ': printed twice, in listing '

change $chapter '{ line[NR] = $0 } /^code\/01-product\/.*\.c: / {
        split($0, part, ":"); if (!b && part[1] in seen) { a = seen[part[1]]; b = NR } seen[part[1]] = NR }
    END { held = line[a]; line[a] = line[b]; line[b] = held; for (i = 1; i <= NR; i++) print line[i] }'
breaks 'listings out of order' ledger 'prints it after line '

change $room/product.c '{ sub(/^double product\(/, "float product("); print }'
breaks 'a state that does not compile' ledger "$room/product.c does not compile ("

# What has compiled is kept under its code: a comment is none of it.
if is_mine; then
    compiled() { check_ledger 2>&1 | sed -n 's/.*(\([0-9]*\) compilations new).*/\1/p'; }
    compiled >/dev/null
    change $room/product.h '{ sub(/The product/, "This product"); print }'
    for_comment=$(compiled)
    change $room/product.h '{ sub(/^double product\(/, "extern &"); print }'
    for_code=$(compiled)
    judge 'a changed comment compiles nothing, a changed declaration does' "$([ "$for_comment" = 0 ] && [ "${for_code:-0}" -gt 0 ] ||
        echo "compiled: ${for_comment:-nothing told}, ${for_code:-nothing told}")"
    mend
fi

change $room/product.c '/^double product\(/ { print "/* A comment that would run off the page, had nobody looked at how wide it is. */" } { print }'
breaks 'a line wider than the page' weave 'but the page holds 76: '

says '```listing' 'code/01-product/nothing.c' '```'
breaks 'a file that is not there' weave 'no file code/01-product/nothing.c'

says '```c' 'int x;' '```'
breaks 'C that no file holds' weave 'C that no file holds: "int x;"'

# Consoles
says '```console' '$ echo no; false' '```'
breaks 'a console that fails' weave '"echo no; false" exited with 1, expected 0; it printed: no'

says '```{.console exit=2}' '$ true' '```'
breaks 'a console that should fail and does not' weave '"true" exited with 0, expected 2'

says '```console' '$ true' 'typed by hand' '```'
breaks 'output typed by hand' weave 'expected "$ command", got "typed by hand"'

# References
says 'See [figure](#fig-nowhere).'
breaks 'a broken reference' bind '[figure](#fig-nowhere): nothing has the id fig-nowhere'

says 'See [equation](#01-product).'
breaks 'a reference of the wrong kind' bind '01-product is a chapter, not an equation'

says '## Twice {#twice}' '' '## And again {#twice}'
breaks 'an id given twice' weave 'the id twice is given twice'

says 'See [the code](../code/01-product/product.c).'
breaks 'a link out of the book' weave 'leads out of the book'

# Formulas
says '$$ \frac{\partial L}{\partial w} = 0 $$'
breaks 'a derivative without a test' weave 'a derivative without test= or given='

says '$$ \frac{\partial L}{\partial w} = 0 $$ {test=test_of_nothing}'
breaks 'a test that does not exist' ledger 'the formula names the test test_of_nothing, which no file in tests/ defines'

says '$$ w = x $$ as anyone knows.'
breaks 'text behind a formula' weave 'expected {#eq-id test=name}, got " as anyone knows."'

says '$\frac{1$'
breaks 'a formula that is none' page 'formula \frac{1:'

# The notation, whose table is book.md's
says 'By $\sum_{i} \hat w_i + \frac{dq}{dx}$ it is more.'
breaks 'an index that the notation has not' ledger "$chapter: #sec-exercise: i is not in the notation, but in \sum_{i} \hat w_i + \frac{dq}{dx}"
says 'By $\sum_{i} \hat w_i + \frac{dq}{dx}$ it is more.'
breaks 'a letter with an accent is another' ledger '#sec-exercise: \hat w is not in the notation'
says 'By $w_\mathrm{in}$, the $w$ that goes in.'
breaks 'a letter with a word below it, too' ledger '#sec-exercise: w_\mathrm{in} is not in the notation'
if is_mine; then
    says '$\ln y = \max(w, x^2)^{(1)} \text{ of all } \mathrm{words}, \frac{dy}{dx} \begin{aligned} w' '\end{aligned}$'
    said=$(check_ledger 2>&1) && said=''
    judge 'functions, words, the d of a derivative are no symbols' "$said"
    mend
fi
change book.md '{ print } /\$x\$/ { print "| $q$ | nothing |" }'
breaks 'a symbol that no formula uses' notation 'book.md: the notation explains q, which no formula uses'
change book.md '{ sub(/the other one/, "it, in [section](#sec-slope)"); print }'
breaks 'a symbol outside its section' notation "$chapter: #sec-product: x is not in the notation of this section, but in"
weave book.md

# Figures
says "![A picture.](../build/figures/01-product/line.svg){#fig-other}"
breaks 'a figure without words' weave "the figure line has no alternative text"

says '![A picture.](../build/figures/01-product/nothing.svg){#fig-other alt="It."}'
breaks 'a figure that nothing draws' weave 'needs plots/01-product/nothing.gp, which is not there'

: >plots/01-product/spare.gp && make_new plots/01-product/spare.gp
breaks 'a figure that no chapter shows' ledger 'plots/01-product/spare.gp: no chapter shows this figure'

# Exercises
says '::: {.exercise #ex-1.99 stars=1 kind=paper title="More"}' 'Text.' ':::'
breaks 'an exercise out of turn' weave 'exercise ex-1.99 stands where ex-1.'

says '::: {.exercise #ex-1.2 stars=1 kind=paper heart=2 title="More"}' 'Text.' ':::'
breaks 'an exercise that is the heart of its chapter by another number' weave 'exercise 1.2: heart=2, expected 1, or no heart'

keep $room/exercises/1.1/solution.c && rm $room/exercises/1.1/solution.c
breaks 'a missing solution' aids "no file $room/exercises/1.1/solution.c"

keep $room/exercises/1.1/hint.md && rm $room/exercises/1.1/hint.md
breaks 'a missing hint' aids "$room/exercises/1.1/hint.md: no such file"

cp -Rp $room/exercises/1.1 $room/exercises/1.99 && make_new $room/exercises/1.99
echo 'By $x$ it is $w$.' >$room/exercises/1.99/solution.md
breaks 'an exercise that the chapter does not ask' ledger 'the chapter has no exercise 1.99'

# The notebook's errors
entry() { # entry NUMBER AWK-STATEMENT, for each line of the entry
    change $notebook "/^::: .*#notebook-$1 / { inside = 1 } { if (inside) { $2 } else print } /^:::\$/ { inside = 0 }"
}

entry 2 ''
breaks 'a missing correction' notebook 'correction notebook-3 stands where notebook-2 is due'

entry "$errors" ''
breaks 'the last correction missing' ledger "$notebook: correction $errors is missing"

entry 2 'print; text = text $0 "\n"; if (/^:::$/) print "\n" text'
breaks 'a correction given twice' notebook 'the id notebook-2 is given twice'

entry 2 'gsub(/\[[Ss]ection\]\([^)]*\)/, "section"); print'
breaks 'a correction without a section' notebook 'correction notebook-2 has no link to a section'

entry 2 'sub(/is=wrong/, "is=odd"); print'
breaks 'a correction that is neither wrong nor silent nor untidy' notebook 'is=odd, expected wrong, silent or untidy'

entry 2 'gsub(/#sec-/, "#sec-no-"); print'
breaks 'a correction that leads to no section' bind 'nothing has the id sec-no-'

change $chapter '{ sub(/\[2\]{\.erratum}/, ""); print }'
breaks 'a correction that no note tells' ledger "$notebook: no note of a chapter tells correction 2"

says 'Text.^[[0]{.erratum} A note.]'
breaks 'a note that the appendix does not list' ledger "$chapter: a note tells correction 0, and no entry lists it"

# The index
change $index '/^- factor:/ { kept = $0; next } { print } /^- product:/ { print kept }'
breaks 'a term out of its order' index '"factor" stands after "product"'

change $index '{ sub(/^- slope: .*/, "- slope"); print }'
breaks 'a term without a section' index 'expected "term: #section", got "slope"'

change $index '{ sub(/^- slope: .*/, "- slope: #sec-product"); print }'
breaks 'a term that its section does not define' ledger '"slope" does not stand in italics in #sec-product'

change $index '{ sub(/^- slope: .*/, "- slope: #sec-nowhere"); print }'
breaks 'a term that leads nowhere' bind 'nothing has the id sec-nowhere'

# Names that nobody knows
says '::: predcit' 'What?' ':::'
breaks 'a misspelt div' weave 'Div knows no class "predcit"'

says '```consoles' '$ true' '```'
breaks 'a misspelt fence' weave 'CodeBlock knows no class "consoles"'

says '[1.5](value:default.y){fmtt=%.1f}'
breaks 'a misspelt attribute' weave 'Link (none) knows no attribute "fmtt"'

says "## A box of the map {#sec-box map=yhatt}"
breaks 'a misspelt box of the map' weave 'map: the map has no box "yhatt"'

says '::: predict' 'What?'
breaks 'a div that is never closed' weave 'a div that is not closed'

says '::: answer' 'So much.' ':::'
breaks 'an answer to nothing' weave 'an answer that no predict stands before'

says '::: question' 'Why?' '' 'Because.' ':   No. Not so.' '' 'Perhaps.' ':   No. Not so either.' ':::'
breaks 'a question that no choice answers' weave 'a question: expected what is asked, then choices'

says '::: question' 'Why?' '' 'Because.' ':   So it is.' '' 'Perhaps.' ':   Yes. So it is.' ':::'
breaks 'a reason that says neither yes nor no' weave 'a question: expected what is asked, then choices'

says '```rest' 'code/03-nothing' '```'
breaks 'the rest of a folder that is not there' weave 'rest "code/03-nothing": expected a folder of code'

says '## A heading^[Of a note.] {#sec-noted}'
breaks 'a note in a heading' weave 'a note stands in the heading "A heading'

says '$$ \frac{\partial L}{\partial w} = 0 $$ {given=eq-nowhere}'
breaks 'a derivative given by an equation that is not there' bind 'nothing has the id eq-nowhere'

change $index '{ sub(/^- slope: .*/, "- slope: #01-product"); print }'
breaks 'a term that leads to a chapter' bind '01-product is a chapter, not a section'

# Lines of Python and their C
python=code/01-product/product.py
paired() { # paired PYTHON C: a table of a Python program of two lines, of which the first is beside this C
    printf '# A comment.\ny = w * x\n\nprint(y)\n' >$python && make_new $python
    says "::: {.pairs file=$python}" "\`$1\`" ":   \`$2\`" '' '    It multiplies.' '' '`print(y)`' ':   Nothing.' ':::'
}
paired 'y = w * x' 'double product(double … return w   * x;'
if is_mine; then
    said=$(check_weave 2>&1) && said=''
    judge 'Python beside C' "$said"
fi
mend

paired 'y = x * w' 'return w * x;'
breaks 'a line of Python that the program has not' weave 'pairs: "y = x * w", but the next line of code/01-product/product.py is "y = w * x"'

paired 'y = w * x` `y = w * x' 'return w * x;'
breaks 'a line of Python twice' weave 'but the next line of code/01-product/product.py is "print(y)"'

paired 'y = w * x' 'return w * x;'
echo 'print(w)' >>$python
breaks 'a line of Python that is left out' weave 'pairs: this line of code/01-product/product.py is missing: "print(w)"'

paired 'y = w * x' 'return x * w;'
breaks 'C beside it that no file has' weave 'pairs: no C of the book has "return x * w;"'

paired 'y = w * x' 'turn w * x;'
breaks 'C that begins within a word' weave 'pairs: no C of the book has "turn w * x;"'

# The rest
echo '- []{#nobody} Nobody, *Nothing*.' | append $sources
breaks 'a source that nobody cites' ledger 'the source nobody is cited nowhere'

says '<b>raw</b>'
breaks 'raw HTML' weave 'raw html: "<b>"'

# A chapter that fails leaves what was woven before as it was, and names all
# of its faults at once, each with its line.
if is_mine; then
    check_weave 2>/dev/null
    cp build/weave/01-product.json build/before.json
    says '[1](value:default.nothing)' '' 'See 4321 things.'
    said=$(check_weave 2>&1)
    lines=$(wc -l <$chapter.kept)
    cmp -s build/before.json build/weave/01-product.json &&
        printf '%s\n' "$said" | grep -q "^$chapter:$((lines + 2)): no value" &&
        printf '%s\n' "$said" | grep -q "^$chapter:$((lines + 4)): the number" && said='' || said="not so: $said"
    judge 'all faults at once, with their lines, and nothing half-written' "$said"
    mend
fi
