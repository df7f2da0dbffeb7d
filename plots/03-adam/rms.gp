# rms.gp: the same valley, and in it plain descent and steps that are divided
# by the root of the mean square, at the same rate. From valley.dat, blocks 0
# and 2 (α, γ, f).
eval(figure(280))
eval(valley)
set yrange [-2.7:2.7]
set arrow from -6.3,2.02 to -6.83,1.05 nohead linetype 3 linewidth 0.8 dashtype solid
set label "plain descent" at -6.2,2.25 textcolor rgb red
set arrow from -4.45,-1.98 to -5.15,-0.12 nohead linetype 2 linewidth 0.8 dashtype solid
set label "RMS" at -4.4,-2.25 textcolor rgb blue
plot for [f in "1 5 15 30 50"] sqrt(2 * f) * cos(t), sqrt(f / 15.0) * sin(t) with lines linetype 9, \
     data . "/valley.dat" index 0 using 1:2 with linespoints linetype 3 pointtype 7 pointsize 0.3, \
     "" index 2 using 1:2 with linespoints linetype 2 pointtype 7 pointsize 0.3
