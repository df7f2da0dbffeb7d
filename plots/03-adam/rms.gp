# rms.gp: the same valley, and in it plain descent and steps that are divided
# by the root of the mean square, at the same rate. From valley.dat, blocks 0
# and 2 (α, γ, f).
eval(figure(230))
eval(valley)
set yrange [-1.3:1.3]
set arrow from -6.2,0.68 to -7.3,0.36 nohead linetype 3 linewidth 0.8 dashtype solid
set label "plain descent" at -6.1,0.75 textcolor rgb red
set arrow from -4.3,-0.55 to -5.1,-0.06 nohead linetype 2 linewidth 0.8 dashtype solid
set label "RMS" at -4.2,-0.65 textcolor rgb blue
plot for [f in "1 5 15 30 50"] sqrt(2 * f) * cos(t), sqrt(f / 50.0) * sin(t) with lines linetype 9, \
     data . "/valley.dat" index 0 using 1:2 with linespoints linetype 3 pointtype 7 pointsize 0.3, \
     "" index 2 using 1:2 with linespoints linetype 2 pointtype 7 pointsize 0.3
