# sigmoid.gp: the sigmoid and its slope. In the shaded ends the slope is next
# to nothing, and a gradient that has to pass through it dies.
# From sigmoid.dat (z, sigmoid(z), its slope).
eval(figure(270))

set xrange [-8:8]
set yrange [0:1]
set xtics 4
set ytics 0.25
set xlabel it("z")
set margins 5.5,1.5,2.6,1

saturated(from, to) = sprintf("set object rectangle from %g,0 to %g,1 behind ", from, to) \
    . "fillcolor rgb ink fillstyle transparent solid shade noborder;" \
    . write((from + to) / 2.0, 0.62, "saturated", ink)
eval(saturated(-8, -4) . saturated(4, 8))

eval(dot(0, 0.25, blue))
set label it("σ′") . "(" . it("z") . ") ≤ ¼" at 0.5,0.31 textcolor rgb blue
set label it("σ") . "(" . it("z") . ")" at 1.6,0.74

plot data . "/sigmoid.dat" every 4 using 1:2 with lines linetype 1, \
     "" every 4 using 1:3 with lines linetype 2
