# correction.gp: how long Adam's step is while the gradient stays the same,
# with its correction and without. From correction.dat (step, corrected,
# uncorrected).
eval(figure(270))

set logscale x
set xrange [1:10000]
set yrange [0:7.5]
set xtics ("1" 1, "10" 10, "100" 100, "1,000" 1000, "10,000" 10000)
set ytics 0,1
set xlabel "step " . it("t")
set lmargin 4
set rmargin 4
eval(y_name("length of the step, in learning rates"))
set label "uncorrected" at 45,5.6 textcolor rgb red
set label "corrected" at 4,1.5 textcolor rgb ink
plot data . "/correction.dat" using 1:2 with lines linetype 1, \
     "" using 1:3 with lines linetype 3
