# sides.gp: both losses of one row against its pre-activation, for a target of
# 1. From slopes.dat (z, their slopes, half the square, the cross-entropy).
eval(figure(300))

set xrange [-8:4]
set yrange [0:8.2]
set xtics 2
set ytics 2
set xlabel "pre-activation " . it("z")
set lmargin 4
eval(y_name("loss of the row " . it("L_n") . ", whose target is 1"))
set label "cross-entropy" at -4.6,6.3 textcolor rgb blue
set label "−ln " . it("ŷ") at -4.6,5.4 textcolor rgb blue
set label "half the square, ½(" . it("ŷ") . " − 1)²" at -7.8,1.15
set label "wrong" at -8,0 center offset 0,-1.9 textcolor rgb grey
set label "right" at 4,0 right offset 0,-1.9 textcolor rgb grey
plot data . "/slopes.dat" using 1:4 with lines linetype 1, \
     "" using 1:5 with lines linetype 2
