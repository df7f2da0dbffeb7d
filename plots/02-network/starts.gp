# starts.gp: how many of the measured starts end at which loss, counted on a
# logarithmic axis since the failures are few; and where the notebook's run
# is. From starts.dat (lower edge of a bar, starts) and measure.values.
eval(figure(290))

set logscale xy
set xrange [1e-4:1]
set yrange [0.7:1e5]
set xtics ("0.0001" 1e-4, "0.001" 1e-3, "0.01" 1e-2, "0.1" 0.1, "1" 1)
set ytics ("1" 1, "10" 10, "100" 100, "1,000" 1000, "10,000" 1e4)
set xlabel "loss " . it("L") . " after 10,000 epochs"
set lmargin 8
set rmargin 3
eval(y_name("starts, on a logarithmic axis"))
notebook = result("measure", "notebook.loss")
set label "the notebook’s run" at notebook * 0.8,5e4
set arrow from notebook,2.6e4 to notebook,6e3 arrowstyle 9 front
set label "at ¼" at 0.25,1500 center textcolor rgb red
wide = 10 ** 0.025
plot data . "/starts.dat" using ($1 * sqrt(wide)):($2 > 0 ? $2 : NaN):1:($1 * wide):(0.7):2 \
    with boxxyerror fillstyle solid 0.5 border linetype 1 linewidth 0.4
