# paths.gp: the two ways from Mazur's first hidden unit to the loss, and what
# comes back along each. From measure.values (paths.*).
eval(canvas(182))

left = narrow ? 22 : 40; middle = narrow ? 170 : 250; right = narrow ? 318 : 440; half = 94
high = 146; low = 42
r = 17
eval(circle(left, half, r) . write(left, half, it("h_1"), ink))
eval(circle(middle, high, r) . write(middle, high, it("ŷ_1"), ink))
eval(circle(middle, low, r) . write(middle, low, it("ŷ_2"), ink))
eval(circle(right, half, r) . write(right, half, it("L"), ink))

clear = narrow ? 0.14 : 0.11
# An arrow between two nodes, a little beside the straight line.
way(x0, y0, x1, y1, beside, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", \
    x0 + (x1 - x0) * clear, y0 + (y1 - y0) * clear + beside, \
    x1 - (x1 - x0) * clear, y1 - (y1 - y0) * clear + beside, style)
both(x0, y0, x1, y1) = way(x0, y0, x1, y1, 5, 1) . way(x1, y1, x0, y0, -5, 2)
eval(both(left, half, middle, high) . both(left, half, middle, low))
eval(both(middle, high, right, half) . both(middle, low, right, half))

# Mazur's weights are givens of his example (mazur_network in two_outputs.c).
eval(write(middle - 44, high + 8, "0.40", ink) . write(middle - 44, low - 8, "0.50", ink))
along = narrow ? 74 : 118
number6(name) = number("%.6f", result("measure", name))
eval(write(middle, high + 28, it("δ_1") . " = " . number("%.7f", result("measure", "paths.delta.0")), blue))
eval(write(middle, low - 26, it("δ_2") . " = " . number("%.7f", result("measure", "paths.delta.1")), blue))
eval(write(along, high + 4, number6("paths.0"), blue))
eval(write(along, low - 6, number6("paths.1"), blue))
eval(write(narrow ? 170 : 178, half, d("L", "h_1") . " = " . number6("paths.sum"), blue))
plot NaN
