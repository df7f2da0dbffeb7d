# graph.gp: the worked example as a graph of operations, from x and w to L.
# Each wire has its value above and the slope of L by it below; under each
# node hangs its local slope, the factor between the slopes on its two sides.
# For phones the wires run down the page, with the values at their left and the
# slopes at their right, and the local slopes hang at the side.
# From default.values, measure.values and the first row of default.csv.

# z = wx + b, so x = dz/dw; dL/dyhat = yhat - y.
w     = cell("default", 0, 4)
b     = cell("default", 0, 5)
x     = result("default", "dz_dw")
z     = result("default", "z")
yhat  = result("default", "yhat")
loss  = result("default", "loss")
error = result("default", "dL_dyhat")
prime = result("default", "dyhat_dz")
dL_dz = result("measure", "dL_dz")
dL_dw = result("default", "dL_dw")
dL_db = result("default", "dL_db")
short(x) = number("%g", x)
long(x)  = number("%.6f", x)

r = 14      # half a node
arrow(x0, y0, x1, y1, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", \
    x0, y0, x1, y1, style)
if (narrow) {
    # From top to bottom; what flows forward at the left, what flows back at the right.
    eval(canvas(520))
    rail = 150; end = 4
    array level[4] = [440, 338, 236, 120]
    array inside[4] = ["×", "+", it("σ"), "½(" . it("ŷ − y") . ")²"]
    array factor[4] = [it("x") . " = " . short(x), "1", it("σ′") . "(" . it("z") . ") = " . long(prime), "(" . it("ŷ − y") . ") = " . long(error)]
    say(x, y, text, where, colour) = sprintf("set label \"%s\" at %g,%g %s textcolor rgb '%s';", text, x, y, where, colour)
    forward(from, to, name, x) = arrow(rail - 3, from, rail - 3, to, 1) \
        . say(rail - 12, (from + to) / 2.0, it(name) . " = " . x, "right", ink)
    backward(from, to, name, x) = arrow(rail + 4, to, rail + 4, from, 2) \
        . say(rail + 14, (from + to) / 2.0, d("L", name) . " = " . x, "left", blue)
    wire(from, to, name, x, slope) = forward(from, to, name, x) . backward(from, to, name, slope)
    eval(arrow(rail - 3, 508, rail - 3, level[1] + r, 1) . say(rail - 12, 490, it("x") . " = " . short(x), "right", ink))
    eval(forward(level[1] - r, level[2] + r, "wx", short(w * x)) . backward(level[1] - r, level[2] + r, "(wx)", long(dL_dz)))
    eval(wire(level[2] - r, level[3] + r, "z", short(z), long(dL_dz)))
    eval(wire(level[3] - r, level[4] + 18, "ŷ", long(yhat), long(error)))
    eval(wire(level[4] - 18, end, "L", long(loss), "1"))
    do for [i = 1:4] {
        eval(i < 4 ? circle(rail, level[i], r) : box(rail, level[i], 44, 18))
        eval(write(rail, level[i], inside[i], ink))
        eval(arrow(rail + (i == 4 ? 44 : r), level[i], 198, level[i], 9) . say(203, level[i], "× " . factor[i], "left", ink))
    }
    eval(say(203, 490, "local slopes", "left", ink))
    from_side(at, name, x, slope) = arrow(4, at + 3, rail - r, at + 3, 1) . arrow(rail - r, at - 4, 4, at - 4, 2) \
        . say(8, at + 17, it(name) . " = " . x, "left", ink) . say(8, at - 19, d("L", name) . " = " . slope, "left", blue)
    eval(from_side(level[1], "w", short(w), long(dL_dw)) . from_side(level[2], "b", short(b), long(dL_db)))
    eval(arrow(4, level[4], rail - 44, level[4], 1) . say(8, level[4] + 14, it("y") . " = " . short(yhat - error), "left", ink))
} else {
    eval(canvas(208))
    rail = 106  # the height at which the wires run
    top  = 186  # where they come down from
    times = 58; plus = 156; sigmoid = 254; square = 382 # the nodes, along the rail
    half = 38   # half the node of the loss, which is wide
    end = 496

    eval(circle(times, rail, r) . write(times, rail, "×", ink))
    eval(circle(plus, rail, r) . write(plus, rail, "+", ink))
    eval(circle(sigmoid, rail, r) . write(sigmoid, rail, it("σ"), ink))
    eval(box(square, rail, half, r) . write(square, rail, "½(" . it("ŷ − y") . ")²", ink))

    # A wire along the rail, with what flows forward and what flows back.
    forward(from, to, name, x) = arrow(from, rail + 3, to, rail + 3, 1) \
        . write((from + to) / 2.0, rail + 36, it(name), ink) \
        . write((from + to) / 2.0, rail + 18, x, ink)
    backward(from, to, name, x) = arrow(to, rail - 4, from, rail - 4, 2) \
        . write((from + to) / 2.0, rail - 20, x, blue) \
        . write((from + to) / 2.0, rail - 38, d("L", name), blue)
    wire(from, to, name, x, slope) = forward(from, to, name, x) . backward(from, to, name, slope)

    eval(forward(4, times - r, "x", short(x)))
    eval(forward(times + r, plus - r, "wx", short(w * x)))
    eval(backward(times + r, plus - r, "(wx)", long(dL_dz)))
    eval(wire(plus + r, sigmoid - r, "z", short(z), long(dL_dz)))
    eval(wire(sigmoid + r, square - half, "ŷ", long(yhat), long(error)))
    eval(wire(square + half, end, "L", long(loss), "1"))

    # A wire from above, and its way back: a parameter has one, the target not.
    down(at, name, x) = write(at, top + 12, it(name) . " = " . x, ink) \
        . arrow(at - 3, top, at - 3, rail + r, 1)
    up(at, name, slope) = arrow(at + 4, rail + r, at + 4, top, 2) \
        . write(at + 47, top - 8, slope, blue) . write(at + 47, top - 26, d("L", name), blue)
    eval(down(times, "w", short(w)) . up(times, "w", long(dL_dw)))
    eval(down(plus, "b", short(b)) . up(plus, "b", long(dL_db)))
    eval(down(square, "y", short(yhat - error)))

    # A node's local slope.
    hang(at, name, x) = sprintf("set arrow from %g,%g to %g,%g nohead linetype 9;", \
        at, rail - r, at, rail - 62) . write(at, rail - 72, name, ink) . write(at, rail - 90, x, ink)
    eval(hang(times, it("x"), "× " . short(x)))
    eval(hang(plus, "", "× 1"))
    eval(hang(sigmoid, it("σ′") . "(" . it("z") . ")", "× " . long(prime)))
    eval(hang(square, it("ŷ − y"), "× (" . long(error) . ")"))
    eval(write(473, rail - 72, "local", ink) . write(473, rail - 90, "slopes", ink))
}
plot NaN
