# sides.gp: both losses of one row against its pre-activation, for a target of
# 1. From slopes.dat (z, their slopes, half the square, the cross-entropy).
eval(figure(300))

set xrange [-6:4]
set yrange [0:6.3]
set xtics 2
set ytics 1
set xlabel it("z") . ", for the target 1"
set lmargin 4
eval(y_name("loss of the row, " . it("L_n")))
set arrow from -6,0.5 to 4,0.5 nohead linetype 9 back
set label "cross-entropy, −ln " . it("ŷ") at -4.1,4.9 textcolor rgb blue
set label "½" at 4,0.5 right offset 0,0.6 textcolor rgb grey
set label "half the square, ½(" . it("ŷ") . " − 1)²" at -5.8,1.1
plot data . "/slopes.dat" using 1:4 with lines linetype 1, \
     "" using 1:5 with lines linetype 2
