# two-lines.gp: the two lines of the network that was set by hand, and the band
# between them. From by-hand.csv, whose columns are
# epoch, loss, yhat.0-3, W1[0][0-2], W1[1][0-2], b1[0-2], W2[0-2], b2.
eval(figure(narrow ? 270 : 316))
weight(i, j) = cell("by-hand", 0, 7 + 3 * i + j)
bias(j)      = cell("by-hand", 0, 13 + j)
# Where hidden unit j is undecided: x2 over x1.
line(j, x) = -(bias(j) + weight(0, j) * x) / weight(1, j)
first(x) = line(0, x)
second(x) = line(1, x)

set border 15 linewidth 0.6
set size ratio -1
set xrange [-0.4:1.4]
set yrange [-0.4:1.4]
set xtics 0,1
set ytics 0,1
set xlabel it("x_1")
set lmargin at screen narrow ? 0.10 : 0.20
set rmargin at screen narrow ? 0.65 : 0.755
eval(y_name(it("x_2")))
eval(row_marks)
set label "yes" at 0.5,0.5 center front
set label "no" at -0.17,-0.17 center front
set label "no" at 1.19,1.19 center front
set label "“at least one”" at graph 1.04,0.06
set arrow from graph 1.03,0.06 to 0.80,-0.29 front arrowstyle 9
set label "filled: 1 wanted" at graph 1.04,0.95
set label "open: 0 wanted" at graph 1.04,0.86
set label "“both”" at graph 1.04,(second(1.4) + 0.4) / 1.8
set samples 181
clip(y) = y < -0.4 ? -0.4 : y > 1.4 ? 1.4 : y
plot '+' using 1:(clip(first($1))):(clip(second($1))) with filledcurves fillcolor rgb red fillstyle transparent solid 0.22 noborder, \
     first(x) with lines linetype 1, second(x) with lines linetype 2 linecolor rgb ink
