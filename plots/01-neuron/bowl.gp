# bowl.gp: the loss of the worked example over weight and bias, as contours,
# and the path of the default run on it. A contour is a line w x + b = z, so
# the path, which goes straight downhill, crosses all of them squarely.
# From bowl.dat (w, b, loss), default.csv (epoch, loss, yhat, w, b) and
# default.values.
eval(figure(narrow ? 280 : 385))
k = narrow ? 1.36 : 1 # so much more of the plane a letter covers

set xrange [-1.4:3]
set yrange [-1.5:1.5]
set xtics 1
set ytics 0.5
set xlabel "weight " . it("w")
set size ratio -1 # a unit of w is as long as a unit of b
eval(y_name("bias " . it("b")))
set label "contours: loss " . it("L") at graph 1,screen 1 offset 0,-0.8 right

levels = narrow ? "0.4 0.3 0.2 0.1 0.03 0.01 0.003 0.001 0.0003" \
    : "0.4 0.3 0.2 0.1 0.05 0.02 0.01 0.005 0.002 0.001 0.0005 0.0002"
set contour base
unset surface
listed = word(levels, 1)
do for [i = 2:words(levels)] { listed = listed . "," . word(levels, i) }
eval("set cntrparam linear levels discrete " . listed)
set table $contours
splot data . "/bowl.dat"
unset table

# The path, and where it was after so many steps.
steps = "0 1 10 100 1000"
array w[5]
array b[5]
do for [i = 1:5] {
    w[i] = cell("default", int(word(steps, i)), 4)
    b[i] = cell("default", int(word(steps, i)), 5)
    eval(dot(w[i], b[i], red))
}
set label "step 0" at w[1] - 0.08 * k,b[1] - 0.14 * k right textcolor rgb red
do for [i = 2:5] {
    set label word(steps, i) at w[i] + 0.06 * k,b[i] - 0.14 * k textcolor rgb red
}

# The level of a contour stands on it where it crosses the steepest line
# through the origin. There, and where a number of steps stands, it is broken.
slope = result("default", "dz_dw") # this is x; gnuplot has an x of its own
length = sqrt(slope ** 2 + 1)
along(w, b) = (slope * b - w) / length # how far from that line, on a contour
z_of(level) = -log(1 / (1 - sqrt(2 * level)) - 1) # where the loss is that
do for [i = 1:words(levels)] {
    z = z_of(real(word(levels, i)))
    set label word(levels, i) at slope * z / length ** 2,z / length ** 2 center \
        rotate by -atan(slope) * 180 / pi
}
within(x, from, to) = x > from && x < to
named(w_, b_, i) = within((b_ - b[i]) / k, -0.25, -0.03) && (i == 1 ? within((w_ - w[1]) / k, -0.6, -0.04) \
    : within((w_ - w[i]) / k, 0.02, 0.09 + 0.09 * strlen(word(steps, i))))
broken(w, b, level) = abs(along(w, b)) / k < 0.05 + 0.042 * strlen(sprintf("%g", level)) \
    || (sum [i = 1:5] named(w, b, i)) ? NaN : b

plot $contours using 1:(broken($1, $2, $3)) with lines linetype 9, \
     "< cut -d , -f 4,5 '" . data . "/default.csv' | tr , ' '" every 10::1 with lines linetype 3
