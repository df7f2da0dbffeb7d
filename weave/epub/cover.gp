# cover.gp: the cover of the EPUB, in the colours of the book on paper. It is a
# template, which pandoc fills in from book.md; gnuplot is told in `out` the
# file to write.
set encoding utf8
$$title << END
$title$
END
$$subtitle << END
$subtitle$
END
$$author << END
$for(author)$$author$$sep$, $endfor$
END

set terminal pdfcairo size 12cm,18cm font 'TeX Gyre Pagella,11' fontscale 1 noenhanced
set output out
set margins 0,0,0,0
unset border; unset tics; unset key
set object 1 rectangle from screen -1,-1 to screen 2,2 fillcolor rgb "#F5F2EA" fillstyle solid noborder behind
set object 2 rectangle from screen -1,-1 to screen 0.03,2 fillcolor rgb "#8F3405" fillstyle solid noborder behind

# A text in lines of so many letters, from `y` down.
x = 0.11; y = 0.8; n = 0
write = 'line = ""; \
do for [i = 1:words(text) + 1] { \
    next = word(text, i); \
    if (i > words(text) || strlen(line) + strlen(next) >= room) { \
        n = n + 1; set label n line at screen x,screen y font face textcolor rgb colour front; \
        y = y - leading; line = next \
    } else { line = strlen(line) ? line . " " . next : next } \
}'
text = $$title[1]; room = 17; face = ",27"; colour = "#000000"; leading = 0.078; eval(write)
y = y - 0.03
text = $$subtitle[1]; room = 36; face = "TeX Gyre Pagella:Italic,13"; colour = "#5F584F"; leading = 0.04; eval(write)
y = 0.14
text = $$author[1]; room = 44; face = ",9.5"; colour = "#000000"; leading = 0.032; eval(write)
plot [0:1] [0:1] -1
