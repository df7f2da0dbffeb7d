# rms.gp: the same valley, and in it plain descent and steps that are divided
# by the root of the mean square, at the same rate. From valley.dat, blocks 0
# and 2 (α, γ, f).
eval(figure(230))
eval(valley)
set yrange [-1.3:1.3]
# Names above the valley, each behind a piece of its line.
named(at, name, type, colour) = sprintf("set arrow from graph %g,1.1 to graph %g,1.1 nohead linetype %d; ", at - 0.1, at - 0.02, type) \
    . sprintf("set label \"%s\" at graph %g,1.1 textcolor rgb '%s';", name, at, colour)
eval(named(narrow ? 0.42 : 0.5, "plain descent", 3, red) . named(narrow ? 0.86 : 0.88, "RMS", 2, blue))
plot for [f in "1 5 15 30 50"] sqrt(2 * f) * cos(t), sqrt(f / 50.0) * sin(t) with lines linetype 9, \
     data . "/valley.dat" index 0 using 1:2 with linespoints linetype 3 pointtype 7 pointsize 0.3, \
     "" index 2 using 1:2 with linespoints linetype 2 pointtype 7 pointsize 0.3
