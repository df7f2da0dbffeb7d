# saturation.gp: Nielsen's neuron, taught to answer 0 from two starts. From
# the flat end of the sigmoid it hardly moves for a hundred steps and more.
# From nielsen-near and nielsen-far (.csv: epoch, loss, yhat, w, b; .values).
eval(figure(280))

set xrange [0:300]
set yrange [0:1]
set xtics 100
set ytics 0.25
set xlabel "epoch"
set margins 5.5,7,2.6,2.2
eval(y_name("output " . it("ŷ") . " (target 0)"))

at = narrow ? 47 : 60
start(run) = it("w") . " = " . number("%g", cell(run, 0, 4)) . ", " \
    . it("b") . " = " . number("%g", cell(run, 0, 5))
slope(run) = it("σ′") . "(" . it("z") . ") = " . number("%.3f", result(run, "dyhat_dz"))
set label "from " . start("nielsen-near") . "," at at,0.57
set label slope("nielsen-near") at at,0.48
set label "from " . start("nielsen-far") . "," at 28,0.87 textcolor rgb red
set label slope("nielsen-far") at 28,0.78 textcolor rgb red

near = result("nielsen-near", "yhat.last")
far  = result("nielsen-far", "yhat.last")
set label number("%.4f", near) at 300,near offset 0.8,0
set label number("%.4f", far) at 300,far offset 0.8,0 textcolor rgb red

set datafile separator comma
plot data . "/nielsen-near.csv" every 5::1 using 1:3 with lines linetype 1, \
     data . "/nielsen-far.csv" every 5::1 using 1:3 with lines linetype 3
