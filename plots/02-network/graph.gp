# graph.gp: the worked row's pass through the 2-3-1 network, there and back.
# In each unit stand its activation and, below it, its delta, the derivative
# of the loss by its pre-activation. The weights of a unit's arrows stand in a
# table beside it, in the order of the arrows, those to the output with the
# derivatives by them. Drawn wide, and narrow for phones. From measure.values
# (row.*) and the first row of worked.csv, whose columns are
# epoch, loss, yhat.0-3, W1[0][0-2], W1[1][0-2], b1[0-2], W2[0-2], b2.
weight(i, j) = cell("worked", 0, 7 + 3 * (i - 1) + (j - 1))
bias(j)      = cell("worked", 0, 13 + (j - 1))
second(j)    = cell("worked", 0, 16 + (j - 1))
row(name)    = result("measure", "row." . name)
short(x)     = number("%g", x)
four(x)      = number("%.4f", x)
r = 37

# Two arrows between two units, side by side: forward, and backward in blue.
both(x0, y0, x1, y1, r0, r1) = way(x0, y0, x1, y1, r0, r1, 3.5, 1) . way(x1, y1, x0, y0, r1, r0, 3.5, 2)
# The parameters of the first layer get their gradient from the deltas, and nothing goes back to the inputs.
unit(x, y, activation, delta) = circle(x, y, r) . write(x, y + 9, four(activation), ink) . write(x, y - 9, four(delta), blue)
name(x, y, name, bias) = write(x, y, it(name) . ", bias " . short(bias), ink)

array x_in[2]; array y_in[2]; array x_hid[3]; array y_hid[3]
if (narrow) {
    eval(canvas(560))
    x_in[1] = 96; x_in[2] = 244; y_in[1] = 478; y_in[2] = 478
    do for [j = 1:3] { x_hid[j] = 170 + 126 * (j - 2); y_hid[j] = 316 }
    x_out = 170; y_out = 150; x_L = 170; y_L = 34
} else {
    eval(canvas(400))
    x_in[1] = 104; x_in[2] = 104; y_in[1] = 266; y_in[2] = 138
    do for [j = 1:3] { x_hid[j] = 232; y_hid[j] = 202 + 138 * (2 - j) }
    x_out = 350; y_out = 202; x_L = 350; y_L = 66
}

do for [i = 1:2] {
    eval(circle(x_in[i], y_in[i], 20) . write(x_in[i], y_in[i], "1", ink))
    eval(write(x_in[i], y_in[i] + 35, it(sprintf("x_%d", i)), ink))
    do for [j = 1:3] {
        eval(way(x_in[i], y_in[i], x_hid[j], y_hid[j], 22, r + 3, 0, 1))
        if (narrow) {
            eval(write(x_in[i] + 38 * (j - 2), y_in[i] + 58, short(weight(i, j)), ink))
        } else {
            eval(write(50, y_in[i] + 22 * (2 - j), short(weight(i, j)), ink))
        }
    }
}
do for [j = 1:3] {
    eval(unit(x_hid[j], y_hid[j], row(sprintf("h.%d", j - 1)), row(sprintf("dL_dz1.%d", j - 1))))
    eval(both(x_hid[j], y_hid[j], x_out, y_out, r + 2, r + 3))
    if (narrow) {
        eval(write(x_hid[j] + 16 * (j - 2), y_hid[j] + r + 13, it(sprintf("h_%d", j)), ink))
        eval(write(x_hid[j] + (j == 1 ? -10 : j == 2 ? 41 : 10), y_hid[j] - r - 14, "bias " . short(bias(j)), ink))
    } else {
        eval(name(x_hid[j], y_hid[j] + (j == 3 ? -r - 12 : r + 11), sprintf("h_%d", j), bias(j)))
        eval(write(412, y_out + 22 * (2 - j), short(second(j)), ink) . write(468, y_out + 22 * (2 - j), four(row(sprintf("dL_dW2.%d", j - 1))), blue))
    }
}
eval(unit(x_out, y_out, row("yhat"), row("dL_dz2")))
eval(both(x_out, y_out, x_L, y_L, r + 2, 22))
eval(circle(x_L, y_L, 20) . write(x_L, y_L, it("L"), ink))
eval(write(x_L + 52, y_L, four(row("loss")), ink))
if (narrow) {
    eval(name(x_out + 90, y_out + 27, "ŷ", cell("worked", 0, 19)))
    do for [j = 1:3] { eval(write(60, y_out - 34 - 20 * j, short(second(j)), ink) . write(112, y_out - 34 - 20 * j, four(row(sprintf("dL_dW2.%d", j - 1))), blue)) }
    eval(write(20, y_in[1] + 58, it("W") . "^{(1)}", ink))
    eval(write(60, y_out - 30, it("W") . "^{(2)}", ink) . write(112, y_out - 30, "slope", blue))
} else {
    eval(name(x_out + 62, y_out - r - 14, "ŷ", cell("worked", 0, 19)))
    eval(write(412, y_out + 52, it("W") . "^{(2)}", ink) . write(468, y_out + 50, "slope", blue))
    eval(write(50, y_in[1] + 50, it("W") . "^{(1)}", ink))
}
plot NaN
