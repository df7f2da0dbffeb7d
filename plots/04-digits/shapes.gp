# shapes.gp: the 64-32-10 network as blocks, to scale but for the thickness of
# rows: forward above, the deltas back below, and at the bottom the gradient,
# whose parts have the shapes of the parameters above them. It shows no number
# of a run.
eval(canvas(narrow ? 349 : 378))
u = narrow ? 1.42 : 2.03
gap = narrow ? 20.8 : 33
thin = narrow ? 6 : 7 # how thick a row is drawn
block(x, y, across, tall, colour) = sprintf("set object rectangle from %g,%g to %g,%g fillcolor rgb '%s' " \
    . "fillstyle transparent solid 0.12 border linecolor rgb '%s' linewidth 1.1;", \
    x - across / 2.0, y - tall / 2.0, x + across / 2.0, y + tall / 2.0, colour, colour)
row(x, y, n, colour) = block(x, y, u * n, thin, colour)
arrow(x0, y0, x1, y1, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", x0, y0, x1, y1, style)
layer(name, l) = it(name) . sprintf("^{(%d)}", l)

# From left to right, the middles of what stands there; from top to bottom, of the three bands.
x_x = 2 + 32 * u; x_W1 = x_x + 48 * u + gap; x_a = x_W1 + 32 * u + gap
x_W2 = x_a + 21 * u + gap; x_z = x_W2 + 10 * u + gap; x_p = x_z + 10 * u + gap
on = narrow ? 280 : 303; between = narrow ? 168 : 178; under = narrow ? 78 : 84
below(n) = n * u / 2 + thin / 2.0 + 5 # from the middle of a block of n rows to its biases
step(x, n) = arrow(x + n * u / 2 + 5, on, x + n * u / 2 + gap - 5, on, 1)

eval(row(x_x, on, 64, ink) . block(x_W1, on, 32 * u, 64 * u, ink) . row(x_W1, on - below(64), 32, ink))
eval(row(x_a, on, 32, ink) . block(x_W2, on, 10 * u, 32 * u, ink) . row(x_W2, on - below(32), 10, ink))
eval(row(x_z, on, 10, ink) . row(x_p, on, 10, ink))
eval(step(x_x, 64) . step(x_W1, 32) . step(x_a, 32) . step(x_W2, 10) . step(x_z, 10))
named(x, y, name, shape, colour) = write(x, y + 16, name, colour) . write(x, y - 16, shape, colour)
eval(named(x_x, on, it("x"), "1×64", ink) . named(x_a, on, layer("a", 1), "1×32", ink))
eval(named(x_z, on, layer("z", 2), "1×10", ink) . named(x_p, on, it("p"), "1×10", ink))
eval(write(x_W1, on + 9, layer("W", 1), ink) . write(x_W1, on - 9, "64×32", ink))
eval(write(x_W1, on - below(64) - 17, layer("b", 1) . ": 1×32", ink))
eval(write(x_W2, on + 16 * u + 29, layer("W", 2), ink) . write(x_W2, on + 16 * u + 12, "32×10", ink))
eval(write(x_W2 + (narrow ? 13 : 9), on - below(32) - 17, layer("b", 2) . ": 1×10", ink))
eval(write(x_W1 + 16 * u + gap / 2.0, on + 13, it("σ"), ink) . write((x_z + x_p) / 2.0, on + (narrow ? 37 : 41), "softmax", ink))

eval(row(x_z, between, 10, blue) . row(x_a, between, 32, blue))
eval(write(x_z, between + 16, layer("δ", 2), blue) . write(x_z + (narrow ? 9 : 10), between - 16, "1×10", blue) . named(x_a, between, layer("δ", 1), "1×32", blue))
eval(arrow(x_p, on - 28, x_z + 5 * u + 7, between + 5, 2) . arrow(x_z - 5 * u - 6, between, x_a + 16 * u + 6, between, 2))
eval(write(x_W2, between + 13, it("W") . "^{(2)T}", blue) . write(x_W2, between - 12, "⊙ " . it("σ′"), blue))
eval(write(x_p + (narrow ? -25 : 2), (on + between) / 2.0 - (narrow ? 12 : 20), "− " . it("y"), blue))

eval(block(x_W1, under, 32 * u, 64 * u, blue) . row(x_W1, under - below(64), 32, blue))
eval(block(x_W2, under, 10 * u, 32 * u, blue) . row(x_W2, under - below(32), 10, blue))
eval(arrow(x_a - 16 * u - 6, between - 4, x_W1 + 16 * u + 5, under + 26 * u, 2) . arrow(x_z - 5 * u - 5, between - 7, x_W2 + 5 * u + 5, under + 14 * u, 2))
# What stands at the tails of the arrows comes straight down from above.
eval(arrow(x_x + 14 * u, on - 27, x_W1 - 16 * u - 4, under + 27 * u, 1) . arrow(x_a + 15 * u, on - 27, x_W2 - 5 * u - 4, under + 13 * u, 1))
# Their names, on the left of them, with the shapes, for the second layer on phones in a line of their own.
gradient(x, y, of, l, shape) = sprintf("set label \"%s^{(%d)}%s\" at %g,%g right textcolor rgb '%s';", it("∂L/∂" . of), l, shape, x, y, blue)
left = x_W1 - 16 * u - 8
eval(gradient(left, under, "W", 1, ": 64×32") . gradient(left, under - below(64), "b", 1, ": 1×32"))
left = x_W2 - 5 * u - 8
if (narrow) {
    eval(gradient(left, under + 8, "W", 2, "") . gradient(left, under - below(32), "b", 2, ""))
    eval(sprintf("set label '32×10' at %g,%g right textcolor rgb blue; set label '1×10' at %g,%g right textcolor rgb blue;", left, under - 9, left, under - below(32) - 17))
} else {
    eval(gradient(left, under, "W", 2, ": 32×10") . gradient(left, under - below(32), "b", 2, ": 1×10"))
}
eval(sprintf("set label 'forward' at 2,%g left; set label '%s' at 2,%g left textcolor rgb blue;", on + (narrow ? 46 : 50), narrow ? "the deltas\ngo back" : "the deltas go back", between + (narrow ? 8 : 0)))
plot NaN
