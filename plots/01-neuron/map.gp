# map.gp: the whole idea on one page. Forward, each number is computed from
# the one before, and kept; backward, the slope of the loss is multiplied by
# one local slope at a time; a step turns the parameters, and round again.
# From default.values, measure.values and the first row of default.csv.
eval(canvas(294))

# z = wx + b, so x = dz/dw; dL/dyhat = yhat - y.
x     = result("default", "dz_dw")
yhat  = result("default", "yhat")
error = result("default", "dL_dyhat")
short(x) = number("%g", x)
long(x)  = number("%.6f", x)
equals(name, x) = it(name) . " = " . short(x)

# Two rows of boxes, values above and the slopes of L by them below; between
# the boxes, the operations above and the local slopes below.
upper = 218; lower = 72; band = 152
at_w = 42; at_z = 181; at_yhat = 320; at_L = 466
half = 39; last = 33; tall = 20

two(x, y, above, below, colour) = write(x, y + 9, above, colour) . write(x, y - 9, below, colour)

eval(box(at_w, upper, half, tall) . two(at_w, upper, \
    equals("w", cell("default", 0, 4)), equals("b", cell("default", 0, 5)), ink))
eval(box(at_z, upper, half, tall) \
    . two(at_z, upper, it("z"), short(result("default", "z")), ink))
eval(box(at_yhat, upper, half, tall) . two(at_yhat, upper, it("ŷ"), long(yhat), ink))
eval(box(at_L, upper, last, tall) \
    . two(at_L, upper, it("L"), long(result("default", "loss")), ink))

eval(box(at_w, lower, half, 2 * tall) \
    . two(at_w, lower + 18, d("L", "w"), long(result("default", "dL_dw")), blue) \
    . two(at_w, lower - 18, d("L", "b"), long(result("default", "dL_db")), blue))
eval(box(at_z, lower, half, tall) \
    . two(at_z, lower, d("L", "z"), long(result("measure", "dL_dz")), blue))
eval(box(at_yhat, lower, half, tall) . two(at_yhat, lower, d("L", "ŷ"), long(error), blue))
eval(box(at_L, lower, last, tall) . two(at_L, lower, d("L", "L"), "1", blue))

# One operation between two boxes: its formula over the forward arrow, and
# a line down to its local slope, which multiplies what flows backward.
r = 8
arrow(x0, y0, x1, y1, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", \
    x0, y0, x1, y1, style)
between(left, right, at, formula, above, below) = write(at, upper + 34, formula, ink) \
    . arrow(left, upper, right, upper, 1) \
    . sprintf("set arrow from %g,%g to %g,%g nohead linetype 9;", at, upper, at, band + 30) \
    . two(at, band, above, below, ink) . arrow(at, band - 30, at, lower + r, 9) \
    . circle(at, lower, r) . write(at, lower, "×", ink) \
    . arrow(right, lower, at + r, lower, 2) . arrow(at - r, lower, left, lower, 2)
operation(left, right, formula, above, below) \
    = between(left, right, (left + right) / 2.0, formula, above, below)

eval(operation(at_w + half, at_z - half, it("wx + b"), \
    d("z", "w") . it(" = x") . " = " . short(x), d("z", "b") . " = 1"))
eval(operation(at_z + half, at_yhat - half, it("σ") . "(" . it("z") . ")", \
    d("ŷ", "z") . it(" = ŷ") . "(1 − " . it("ŷ") . ")", \
    "= " . long(result("default", "dyhat_dz"))))
eval(operation(at_yhat + half, at_L - last, "½(" . it("ŷ − y") . ")²", \
    d("L", "ŷ") . it(" = ŷ − y"), "= " . long(error)))

set arrow from 16,lower + 2 * tall to 16,upper - tall \
    head filled size screen 0.016,18 linetype 3 linewidth 1.3
set label "step" at 22,upper - 36 textcolor rgb red

set label "forward: compute each number, and keep it" at 3,282
set label "given " . equals("x", x) . ", " . equals("y", yhat - error) at 499,282 right
set label "backward: multiply by one local slope at a time" \
    at 499,34 right textcolor rgb blue
set label "step: " . it("w ← w") . " − lr " . d("L", "w") . ", and so for " . it("b") \
    at 3,10 textcolor rgb red

plot NaN
