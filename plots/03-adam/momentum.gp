# momentum.gp: a valley that is steeper across than along, and the first
# steps of plain descent and of momentum in it, at the same learning rate.
# From valley.dat, blocks 0 and 1 (a, b, L).
eval(figure(250))
eval(valley)
set label "plain descent" at -7.9,1.35 textcolor rgb red
set label "momentum" at -3.2,-0.85 textcolor rgb blue
plot for [L in "1 5 15 30 50"] sqrt(2 * L) * cos(t), sqrt(L / 15.0) * sin(t) with lines linetype 9, \
     data . "/valley.dat" index 0 using 1:2 with linespoints linetype 3 pointtype 7 pointsize 0.3, \
     "" index 1 using 1:2 with linespoints linetype 2 pointtype 7 pointsize 0.3
