# shape.gp: the 2-3-1 network with the names of its parameters. A weight's name
# stands beside the unit that it leaves or enters, in the order of the arrows.
# Drawn wide, and narrow for phones. It shows no number of a run.
r = 21
unit(x, y, name) = circle(x, y, r) . write(x, y, it(name), ink)
table(name, layer, shape) = it(name) . sprintf("^{(%d)}: %s", layer, shape)

array x_in[2]; array y_in[2]; array x_hid[3]; array y_hid[3]; array x_bias[3]; array y_bias[3]
if (narrow) {
    eval(canvas(440))
    do for [i = 1:2] { x_in[i] = 170 + 170 * (i - 1.5); y_in[i] = 354 }
    do for [j = 1:3] { x_hid[j] = 170 + 104 * (j - 2); y_hid[j] = 224; y_bias[j] = 226 }
    x_bias[1] = 21; x_bias[2] = 215; x_bias[3] = 319
    x_out = 170; y_out = 94; x_b2 = 208; y_b2 = 74
    eval(write(170, 354, "inputs", ink) . write(118, 234, "hidden", ink) . write(118, 216, "layer", ink))
    eval(write(226, 98, "output", ink))
    y_shape = 14; x_W1 = 56; x_b1 = 170; x_W2 = 284
} else {
    eval(canvas(356))
    do for [i = 1:2] { x_in[i] = 132; y_in[i] = 200 + 120 * (1.5 - i) }
    do for [j = 1:3] { x_hid[j] = 288; y_hid[j] = 200 + 98 * (2 - j); x_bias[j] = 288; y_bias[j] = y_hid[j] - r - 19 }
    x_out = 408; y_out = 200; x_b2 = x_out; y_b2 = y_out - r - 19
    eval(write(132, 342, "inputs", ink) . write(288, 342, "hidden layer", ink) . write(428, 342, "output", ink))
    y_shape = 14; x_W1 = 96; x_b1 = 288; x_W2 = 424
}
do for [i = 1:2] {
    eval(unit(x_in[i], y_in[i], sprintf("x_%d", i)))
    do for [j = 1:3] {
        eval(way(x_in[i], y_in[i], x_hid[j], y_hid[j], r + 2, r + 2, 0, 1))
        eval(write(narrow ? x_in[i] + 54 * (j - 2) : 56, narrow ? y_in[i] + 46 : y_in[i] + 32 * (2 - j), \
            sprintf("%s_{%d%d}^{(1)}", it("W"), i, j), ink))
    }
}
do for [j = 1:3] {
    eval(unit(x_hid[j], y_hid[j], sprintf("h_%d", j)) . way(x_hid[j], y_hid[j], x_out, y_out, r + 2, r + 2, 0, 1))
    eval(write(x_bias[j], y_bias[j], sprintf("%s_{%d}^{(1)}", it("b"), j), ink))
    eval(write(narrow ? 62 : 462, y_out + 32 * (2 - j) - (narrow ? 8 : 0), sprintf("%s_{%d}^{(2)}", it("W"), j), ink))
}
eval(unit(x_out, y_out, "ŷ") . write(x_b2, y_b2, it("b") . "^{(2)}", ink))
eval(write(x_W1, y_shape, table("W", 1, "2×3"), ink) . write(x_b1, y_shape, table("b", 1, "1×3"), ink) \
    . write(x_W2, y_shape, table("W", 2, "3×1"), ink))
plot NaN
