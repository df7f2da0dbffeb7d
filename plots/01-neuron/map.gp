# map.gp: the whole idea on one page. Forward, each number is computed from
# the one before, and kept; backward, the slope of the loss is multiplied by
# one local slope at a time; a step turns the parameters, and round again.
# Drawn wide, and narrow for phones. From default.values, measure.values and
# the first row of default.csv.

# z = wx + b, so x = dz/dw; dL/dyhat = yhat - y.
x     = result("default", "dz_dw")
yhat  = result("default", "yhat")
error = result("default", "dL_dyhat")
short(x) = number("%g", x)
long(x)  = number("%.6f", x)
equals(name, x) = it(name) . " = " . short(x)
w_is = equals("w", cell("default", 0, 4)); b_is = equals("b", cell("default", 0, 5))
z_is = short(result("default", "z")); L_is = long(result("default", "loss"))
dw_is = long(result("default", "dL_dw")); db_is = long(result("default", "dL_db"))
dz_is = long(result("measure", "dL_dz")); prime_is = long(result("default", "dyhat_dz"))
sigma = it("σ") . "(" . it("z") . ")"
half_square = "½(" . it("ŷ − y") . ")²"

two(x, y, above, below, colour) = write(x, y + 9, above, colour) . write(x, y - 9, below, colour)
arrow(x0, y0, x1, y1, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", \
    x0, y0, x1, y1, style)
say(x, y, text, where, colour) = sprintf("set label \"%s\" at %g,%g %s textcolor rgb '%s';", text, x, y, where, colour)
given_is = "given " . equals("x", x) . ", " . equals("y", yhat - error)
step_is = "step: " . it("w ← w − η") . " " . d("L", "w") . ", and so for " . it("b")
tall = 20

if (narrow) {
    # Two columns of boxes: values on the left, downward; slopes on the right, upward.
    eval(canvas(560))
    left = 62; right = 268; half = 46; wide_half = 50
    array level[4] = [448, 326, 204, 82]
    eval(box(left, level[1], half, tall) . two(left, level[1], w_is, b_is, ink))
    eval(box(left, level[2], half, tall) . two(left, level[2], it("z"), z_is, ink))
    eval(box(left, level[3], half, tall) . two(left, level[3], it("ŷ"), long(yhat), ink))
    eval(box(left, level[4], half, tall) . two(left, level[4], it("L"), L_is, ink))
    eval(box(right, level[1], wide_half, 2 * tall) \
        . two(right, level[1] + 18, d("L", "w"), dw_is, blue) . two(right, level[1] - 18, d("L", "b"), db_is, blue))
    eval(box(right, level[2], wide_half, tall) . two(right, level[2], d("L", "z"), dz_is, blue))
    eval(box(right, level[3], wide_half, tall) . two(right, level[3], d("L", "ŷ"), long(error), blue))
    eval(box(right, level[4], wide_half, tall) . two(right, level[4], d("L", "L"), "1", blue))
    array formula[3] = [it("wx + b"), sigma, half_square]
    array slope[3] = ["× " . it("x") . " = " . short(x), "× " . it("ŷ") . "(1 − " . it("ŷ") . ")", "× (" . it("ŷ − y") . ")"]
    array worth[3] = ["(" . it("b") . ": × 1)", "= " . prime_is, "= " . long(error)]
    do for [i = 1:3] {
        up = level[i] - tall; down = level[i + 1] + tall
        eval(arrow(left, up, left, down, 1) . say(left + 14, (up + down) / 2.0 + 19, formula[i], "left", ink))
        eval(arrow(right, down, right, level[i] - (i == 1 ? 2 * tall : tall), 2) \
            . say(right - 14, (up + down) / 2.0 - 5, slope[i], "right", blue) . say(right - 14, (up + down) / 2.0 - 23, worth[i], "right", blue))
    }
    eval(sprintf("set arrow from %g,%g to %g,%g head filled size screen 0.016,18 linetype 3 linewidth 1.3", \
        right - wide_half, level[1], left + half, level[1]))
    eval(say(163, level[1] + 15, "step", "center", red))
    eval(say(2, 546, "forward: compute, and keep", "left", ink) . say(2, 524, given_is, "left", ink))
    eval(say(338, 502, "backward: multiply slopes", "right", blue))
    eval(say(2, 34, step_is, "left", red))
} else {
    # Two rows of boxes: values above, slopes of L by them below.
    eval(canvas(286))
    upper = 206; lower = 78; between = 142
    at_w = 46; at_z = 190; at_yhat = 330; at_L = 460
    half = 42; last = 38
    eval(box(at_w, upper, half, tall) . two(at_w, upper, w_is, b_is, ink))
    eval(box(at_z, upper, half, tall) . two(at_z, upper, it("z"), z_is, ink))
    eval(box(at_yhat, upper, half, tall) . two(at_yhat, upper, it("ŷ"), long(yhat), ink))
    eval(box(at_L, upper, last, tall) . two(at_L, upper, it("L"), L_is, ink))
    eval(box(at_w, lower, half, 2 * tall) \
        . two(at_w, lower + 18, d("L", "w"), dw_is, blue) . two(at_w, lower - 18, d("L", "b"), db_is, blue))
    eval(box(at_z, lower, half, tall) . two(at_z, lower, d("L", "z"), dz_is, blue))
    eval(box(at_yhat, lower, half, tall) . two(at_yhat, lower, d("L", "ŷ"), long(error), blue))
    eval(box(at_L, lower, last, tall) . two(at_L, lower, d("L", "L"), "1", blue))
    # Between two boxes: the operation over the forward arrow, its local slope over the backward one.
    way(from, to, formula, above, below) = arrow(from, upper, to, upper, 1) . arrow(to, lower, from, lower, 2) \
        . write((from + to) / 2.0, upper + 34, formula, ink) . two((from + to) / 2.0 + 7, lower + 46, above, below, blue)
    eval(way(at_w + half, at_z - half, it("wx + b"), "× " . it("x") . " = " . short(x), "(" . it("b") . ": × 1)"))
    eval(way(at_z + half, at_yhat - half, sigma, "× " . it("ŷ") . "(1 − " . it("ŷ") . ")", "= " . prime_is))
    eval(way(at_yhat + half, at_L - last, half_square, "× (" . it("ŷ − y") . ")", "= " . long(error)))
    eval(sprintf("set arrow from %g,%g to %g,%g head filled size screen 0.016,18 linetype 3 linewidth 1.3", \
        20, lower + 2 * tall, 20, upper - tall))
    eval(say(28, between + 14, "step", "left", red))
    eval(say(3, 272, "forward: compute each number, keep it", "left", ink) . say(499, 272, given_is, "right", ink))
    eval(say(499, 36, "backward: multiply by one local slope at a time", "right", blue))
    eval(say(3, 11, step_is, "left", red))
}
plot NaN
