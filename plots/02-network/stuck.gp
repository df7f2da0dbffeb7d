# stuck.gp: the answers of a start that got stuck, over the plane of its two
# inputs. From stuck.dat (x1, x2, yhat) and stuck.values.
eval(figure(narrow ? 270 : 330))
eval(plane . row_marks)
set xtics 0,0.5
set ytics 0,0.5
set xlabel it("x_1")
set lmargin at screen narrow ? 0.10 : 0.17
set rmargin at screen narrow ? 0.64 : 0.73
eval(y_name(it("x_2")))
set table $half
splot data . "/stuck.dat"
unset table
answer(n) = number("%.4f", result("stuck", sprintf("yhat.%d", n)))
do for [n = 0:3] {
    # Beside the plane, as they lie on it: on its colours they would not be read.
    eval(sprintf("set label '%s' at graph %g,first %g", answer(n), 1.04 + (narrow ? 0.27 : 0.25) * (n / 2), n % 2))
}
set label "filled: 1 wanted" at graph 1.04,0.60
set label "open: 0 wanted" at graph 1.04,0.51
set label "line: ½" at graph 1.04,0.42
plot data . "/stuck.dat" using 1:2:(shade_red($3)):(shade_green($3)): \
         (shade_blue($3)):(shade_alpha($3)) with rgbalpha, \
     $half with lines linetype 1
