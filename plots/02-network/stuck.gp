# stuck.gp: the answers of a start that got stuck, over the plane of its two
# inputs. From stuck.dat (x1, x2, yhat) and stuck.values.
eval(figure(330))
eval(plane . row_marks)
set xtics 0,0.5
set ytics 0,0.5
set xlabel it("x_1")
set lmargin at screen 0.20
set rmargin at screen 0.76
eval(y_name(it("x_2")))
set table $half
splot data . "/stuck.dat"
unset table
answer(n) = number("%.4f", result("stuck", sprintf("yhat.%d", n)))
do for [n = 0:3] {
    eval(sprintf("set label '%s' at %g,%g center front", answer(n), n / 2, n % 2 - 0.13))
}
set label "filled: 1 wanted" at graph 1.04,0.95
set label "open: 0 wanted" at graph 1.04,0.86
set label "line: ½" at graph 1.04,0.77
plot data . "/stuck.dat" using 1:2:(shade_red($3)):(shade_green($3)): \
         (shade_blue($3)):(shade_alpha($3)) with rgbalpha, \
     $half with lines linetype 1
