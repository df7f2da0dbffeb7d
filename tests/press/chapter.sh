#!/bin/sh
# Adds a chapter to a copy of tests/press/book, with what weave/README.md says that a new chapter needs and nothing else, and
# makes the book: the chapter stands in its pages, its PDF and its EPUB. A line a test.
# usage: chapter.sh        from the root of the repository, where what the book needs is there (make deps book)
set -u
. tests/press/common.sh
copy=build/press/chapter
rm -rf $copy
copy_book $copy
mkdir $copy/build && ln -s "$PWD/build/deps" $copy/build/deps
cd $copy || exit

sed 's/^  - 01-product$/&\n  - 02-sum/' book.md >book.new && mv book.new book.md
room=code/02-sum
mkdir -p $room/exercises/2.1 plots/02-sum
cat >chapters/02-sum.md <<'END'
# A sum {#02-sum}

The program of [listing](#lst-02-sum-main-main) finds [4.5](value:default.y), and [figure](#fig-sum) shows it.

```listing
code/02-sum/main.c: includes half main
```

::: predict
What does it print?
:::

::: answer
```console
$ build/02-sum
```
:::

::: question
Why so much?

Because two are *added*.
:   Yes. They are.

Because two are multiplied.
:   No. That was chapter 1.
:::

::: question
Why not more?

Because it is broken.
:   No. It is whole.

Because no more was asked.
:   Yes. So it is.
:::

![A sum.](../build/figures/02-sum/sum.svg){#fig-sum alt="A line that rises."}

::: {.exercise #ex-2.1 stars=2 kind=c title="Another sum"}
Add 1 to it.
:::
END
cat >>chapters/A-notebook.md <<'END'

```rest
code/02-sum
```
END
printf '#ifndef LAST_H\n#define LAST_H\n#include "first.h"\ntypedef first last;\n#endif\n' >$room/a-last.h
printf '#ifndef FIRST_H\n#define FIRST_H\ntypedef double first;\n#endif\n' >$room/first.h
cat >$room/main.c <<'END'
/* main.c: prints a sum; --values takes a file. */
#include <stdio.h>
#include <string.h>

static const double half = 1.5;

int main(int argc, char **argv)
{
    FILE *out = stdout;
    for (int i = 1; i + 1 < argc; i++) {
        if (strcmp(argv[i], "--values") == 0)
            out = fopen(argv[i + 1], "w");
        if (strcmp(argv[i], "--trace") == 0)
            fclose(fopen(argv[i + 1], "w"));
    }
    return out == NULL || fprintf(out, "y = %g\n", half + 3) < 0;
}

enum { spare = 2 };
END
echo 'Count on.' >$room/exercises/2.1/hint.md
echo 'It is five and a half.' >$room/exercises/2.1/solution.md
echo 'double answer(void) { return 5.5; }' >$room/exercises/2.1/solution.c
echo 'default : : y' >plots/02-sum/runs
printf 'eval(figure(150))\nplot [0:1] x + 3 with lines linetype 1\n' >plots/02-sum/sum.gp

said=$(alone make -j2 book 2>&1) || { judge 'a book with a new chapter is made' "${said:-it fails}"; exit 1; }
judge 'a book with a new chapter is made' ''
said=$(alone make ledger 2>&1) && said=''
judge 'the ledger takes it in' "$said"

# has WHAT FILE TEXT...: the file, tags and line breaks aside, says all of this in this order.
has() {
    what=$1 file=$2
    shift 2
    text=$(sed 's/<[^>]*>//g' "$file" | tr -s '\n\302\240 ' '  ')
    lacks=''
    for word; do
        case $text in *"$word"*) text=${text#*"$word"} ;; *) lacks="$lacks $word;" ;; esac
    done
    judge "$what" "${lacks:+it lacks, or has not in this place:$lacks}"
}
has 'its page has what was written' build/book/02-sum.html 'A sum' 'listing 2.1' '4.5' 'figure 2.1' 'Listing 2.1' \
    'lines 1–17' 'int main(int argc' 'Predict' 'Your guess I have guessed Show me' '$ build/02-sum' 'y = 4.5' '1 Why so much?' 'added. Yes. They are.' \
    '2 Why not more?' 'No. It is whole.' 'Figure 2.1' 'Exercise 2.1' 'Another sum' 'Add 1 to it.' \
    'answers/2.1.c' 'Count on.' 'five and a half' 'return 5.5'
has 'what it does not print, an appendix prints' build/book/A-notebook.html 'a-last.h, 5 lines' 'typedef first last' 'first.h, 4 lines' \
    'main.c, 1 line ' 'spare = 2'
has 'the menus lead there' build/book/index.html '2 A sum'
has 'the page before leads on' build/book/01-product.html 'Next: Chapter 2 A sum'
has 'the appendix lists its exercise' build/book/D-solutions.html 'Chapter 2: A sum' 'Exercise 2.1 Another sum'
grep -q '<svg.*aria-label="A line that rises."' build/book/02-sum.html || said='it has no figure'
judge 'its figure is drawn in the page' "$said"
pdftotext build/book.pdf book.txt 2>/dev/null
has 'the PDF has it, reasons after the questions' book.txt 'A sum' '4.5' '$ build/02-sum' 'y = 4.5' '(a) Because two are added.' 'Why not more?' \
    '1 (a) Yes. They are. (b) No.' '2 (a) No. It is whole.' 'Add 1 to it' 'Count on.' 'five and a half'
unzip -p build/book.epub 'EPUB/text/*.xhtml' >book.xhtml
has 'the EPUB has it, reasons after the questions' book.xhtml 'A sum' '4.5' 'y = 4.5' 'Why not more?' '1 (a) Yes. They are. (b) No.' 'Another sum' 'Add 1 to it' 'Count on.' 'five and a half'
# Pandoc hands the class of a heading on to its section, where a colour or a weight meant for code would dress a page of text.
said=$(grep -oE '<section[^>]*"([^"]* )?(comment|keyword|type|string|directive|name|typed|prompt)[ "]' book.xhtml)
judge 'no section of the EPUB is dressed as code' "$said"
