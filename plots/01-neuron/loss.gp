# loss.gp: the loss of the default run after each step, on axes where a
# straight line down means "so many times the steps, that much less loss".
# From default.csv (epoch, loss, yhat, w, b).
eval(figure(280))
before = 0.45 # where step 0 stands, for which a logarithm has no place

set logscale xy
set xrange [0.8 * before:1000]
set yrange [3e-5:0.1]
set xtics ("0" before, "1" 1, "10" 10, "100" 100, "1000" 1000)
set ytics format "10^{%T}"
unset mytics
set xlabel "steps"
set rmargin 2.5
eval(y_name("loss " . it("L")))

loss(steps) = cell("default", steps, 2)
eval(dot(before, loss(0), ink) . dot(1000, loss(1000), ink))
set label number("%.6f", loss(0)) at before,loss(0) offset -0.6,-0.95
set label number("%.6f", loss(1000)) at 1000,loss(1000) offset -0.6,-0.6 right

# How steep the straight part is.
set arrow from 100,loss(100) to 1000,loss(100) nohead linetype 9
set arrow from 1000,loss(100) to 1000,loss(1000) nohead linetype 9
set label "10 times the steps:" at 1000,loss(100) offset 0,(narrow ? 3 : 1.75) right
set label sprintf("loss divided by %.0f", loss(100) / loss(1000)) \
    at 1000,loss(100) offset 0,(narrow ? 1.8 : 0.7) right

set datafile separator comma
plot data . "/default.csv" every 1::2::41 using 1:2 with lines linetype 1, \
     "" every 20::41 using 1:2 with lines linetype 1
