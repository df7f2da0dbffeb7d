# rms.gp: the same valley, and in it plain descent and steps that are divided
# by the root of the mean square. From valley.dat, blocks 0 and 2 (a, b, L).
eval(figure(250))
eval(valley)
set label "plain descent" at -7.9,1.35 textcolor rgb red
set label "RMS" at -3.6,-0.45 textcolor rgb blue
plot for [L in "1 5 15 30 50"] sqrt(2 * L) * cos(t), sqrt(L / 15.0) * sin(t) with lines linetype 9, \
     data . "/valley.dat" index 0 using 1:2 with linespoints linetype 3 pointtype 7 pointsize 0.3, \
     "" index 2 using 1:2 with linespoints linetype 2 pointtype 7 pointsize 0.3
