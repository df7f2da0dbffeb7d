# graph.gp: the worked example as a graph of operations, from x and w to L.
# Each wire has its value above and the slope of L by it below; under each
# node hangs its local slope, the factor between the slopes on its two sides.
# From default.values, measure.values and the first row of default.csv.
eval(canvas(208))

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

rail = 106  # the height at which the wires run
top  = 186  # where they come down from
times = 58; plus = 156; sigmoid = 254; square = 382 # the nodes, along the rail
r = 14      # half a node
half = 38   # half the node of the loss, which is wide
end = 496

eval(circle(times, rail, r) . write(times, rail, "×", ink))
eval(circle(plus, rail, r) . write(plus, rail, "+", ink))
eval(circle(sigmoid, rail, r) . write(sigmoid, rail, it("σ"), ink))
eval(box(square, rail, half, r) . write(square, rail, "½(" . it("ŷ − y") . ")²", ink))

# A wire along the rail, with what flows forward and what flows back.
arrow(x0, y0, x1, y1, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", \
    x0, y0, x1, y1, style)
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

plot NaN
