# style.gp: how every figure of the book looks. gnuplot reads it, then the
# style.gp of a chapter's folder, before the script of a figure; the command
# line sets
#   term  "svg" (pages, EPUB), "pdf" (print) or "png" (for those who link the book)
#   out   the file to write
#   narrow  1 for the drawing that phones show, else 0
#   data  the folder of the chapter's .values, .csv and .dat files
# A figure begins with eval(figure(HEIGHT)): a canvas 500 units wide, which
# is the column of text on screen (1 unit = 1 px or more) and on paper
# (122 mm), or 340 for phones. Type is as large against the column as the
# text is, and on phones a little smaller, so that more of it fits.
set encoding utf8
set minussign

# Ink is exactly black; the page makes it the colour of its text, and gives
# these colours a shade for light and one for dark. They are Okabe and Ito's, two
# of them darker so that words can be read in them, and each means the same throughout. Nothing has a
# background, and shading is ink seen through, so that it suits any page.
ink   = "#000000"
blue  = "#0072b2" # slopes: whatever flows backward
red   = "#c25400" # steps, and the run that goes wrong
green = "#007e5c"
grey  = "#767676" # helping lines
shade = 0.10      # how much ink there is in a shaded region

# Told apart by colour, by dash, and in grey print by darkness too.
set linetype 1 linecolor rgb ink   linewidth 1.8 dashtype solid   pointtype 7
set linetype 2 linecolor rgb blue  linewidth 1.8 dashtype (9,4)     pointtype 5
set linetype 3 linecolor rgb red   linewidth 1.8 dashtype (9,3,2,3) pointtype 9
set linetype 4 linecolor rgb green linewidth 1.8 dashtype (2,3)     pointtype 13
set linetype 9 linecolor rgb grey  linewidth 0.8 dashtype solid   pointtype 6

# Arrow styles 1 and 2: forward and backward; 9: from a word to its thing.
set style arrow 1 head filled size screen 0.016,18 linetype 1 linewidth 1.3
set style arrow 2 head filled size screen 0.016,18 linetype 2 linewidth 1.3 dashtype (5,3)
set style arrow 9 head filled size screen 0.012,16 linetype 9

# No background behind a point: gnuplot 6 would bite white discs out of whatever
# an error bar crosses. (gnuplot 5 draws them only where a script asks for them.)
set pointintervalbox 0

# Axes at the left and below, nothing that the data does not need.
unset key
set border 3 linecolor rgb ink linewidth 0.8
set tics nomirror out scale 0.6 textcolor rgb ink
set xtics offset 0,0.35
set xlabel offset 0,(term eq "svg" ? 0.8 : 0.65)
set margins 6.5,2,2.6,2.2 # left, right, below, above, in letters

# The commands that open a figure so many units high. Its lines end rounded,
# or, where ends has been set so before, butt.
ends = "rounded"
svg_size(height) = sprintf("svg size %d,%.0f font 'serif,%g' fontscale 1", wide, height, narrow ? 13.5 : 15.5)
pdf_size(height) = sprintf("pdfcairo size 12.2cm,%.3fcm linewidth 1.4 dashlength 1.5 " \
    . "font 'TeX Gyre Pagella,10.5' fontscale 0.75", height * 12.2 / 500)
wide = narrow ? 340 : 500
png_size(height) = sprintf("pngcairo size 1200,%.0f linewidth 2.4 dashlength 1.5 background rgb '#fffdf8' " \
    . "font 'TeX Gyre Pagella,15' fontscale 1.8 pointscale 2.4", height * 1200 / 500)
figure(height) = "set terminal " . (term eq "svg" ? svg_size(height) : term eq "pdf" ? pdf_size(height) : png_size(height)) \
    . " enhanced " . ends . "; set output out;"

# The name of the vertical axis, level, on top of it.
y_name(text) = sprintf("set label \"%s\" at screen 0.006,screen 1 offset 0,-0.8", text)

# For a drawing without axes: coordinates are the canvas's units, y upward.
canvas(height) = figure(height) . sprintf("unset border; unset tics; " \
    . "set margins 0,0,0,0; set xrange [0:%d]; set yrange [0:%.0f]", wide, height)

# Nodes of a drawing, faintly shaded.
node = sprintf(" fillcolor rgb ink fillstyle transparent solid %g", 0.6 * shade) \
    . " border linecolor rgb ink linewidth 1.2;"
circle(x, y, r) = sprintf("set object circle at %g,%g size %g", x, y, r) . node
box(x, y, half, tall) = sprintf("set object rectangle from %g,%g to %g,%g", \
    x - half, y - tall, x + half, y + tall) . node

# Commands that write words, centred, and that put a dot.
write(x, y, text, colour) = sprintf( \
    "set label \"%s\" at %g,%g center textcolor rgb '%s';", text, x, y, colour)
dot(x, y, colour) = sprintf("set label at %g,%g point pointtype 7 " \
    . "pointsize 0.6 linecolor rgb '%s';", x, y, colour)

# The number called name in a run's .values file, and the one in a row (the
# first is 0) and column of its .csv file. Where there is none gnuplot stops,
# as it has no variable called no_such_value. (Its own value() is another.)
result(run, name) = to_number(system(sprintf( \
    "awk '$1 == \"%s\" { print $3 }' '%s/%s.values'", name, data, run)))
cell(run, row, column) = to_number(system(sprintf( \
    "awk -F , 'NR == %d + 2 { print $%d }' '%s/%s.csv'", row, column, data, run)))
to_number(text) = text eq "" ? no_such_value : real(text)

# Words: a number with a true minus, the same as 2.1 × 10^-11, symbols in
# italics, and a derivative.
number(format, x) = (x < 0 ? "−" : "") . sprintf(format, abs(x))
scientific(x) = sprintf("%.1f × 10^{%s}", x / 10 ** floor(log10(x)), \
    number("%.0f", floor(log10(x))))
it(symbols) = "{/:Italic " . symbols . "}"
d(of, by) = it("∂" . of . "/∂" . by)
