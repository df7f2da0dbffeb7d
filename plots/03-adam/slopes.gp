# slopes.gp: the slope of both losses by the pre-activation, for a target of
# 1. From slopes.dat (z, slope of half the square, of the cross-entropy, …).
eval(figure(270))

set xrange [-10:10]
set yrange [-1.08:0.12]
set xtics -10,5
set ytics ("0" 0, "−1/2" -0.5, "−1" -1)
set xlabel it("z")
set lmargin 6
eval(y_name("slope of the loss, " . d("L", "z")))
set arrow from -10,0 to 10,0 nohead linetype 9 back
set arrow from -8,graph 0 to -8,0 nohead linetype 9 back
set label "cross-entropy" at -0.4,-0.78 textcolor rgb blue
set label "half the square" at -6.9,-0.22
set label "sure and wrong" at -7.7,-0.46 textcolor rgb grey
plot data . "/slopes.dat" using 1:2 with lines linetype 1, \
     "" using 1:3 with lines linetype 2
