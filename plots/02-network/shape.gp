# shape.gp: the 2-3-1 network with the names of its parameters. A weight's name
# stands beside the unit that it leaves or enters, in the order of the arrows.
# It shows no number of a run.
eval(canvas(346))
array y_in[2] = [246, 136]
array y_hid[3] = [288, 191, 94]
inputs = 132; hidden = 288; output = 408
r = 21
span(x0, y0, x1, y1) = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
on(from, to, part) = from + (to - from) * part
way(x0, y0, x1, y1) = sprintf("set arrow from %g,%g to %g,%g arrowstyle 1;", \
    on(x0, x1, (r + 2) / span(x0, y0, x1, y1)), on(y0, y1, (r + 2) / span(x0, y0, x1, y1)), \
    on(x1, x0, (r + 2) / span(x0, y0, x1, y1)), on(y1, y0, (r + 2) / span(x0, y0, x1, y1)))
unit(x, y, name) = circle(x, y, r) . write(x, y, it(name), ink)
do for [i = 1:2] {
    eval(unit(inputs, y_in[i], sprintf("x_%d", i)))
    do for [j = 1:3] {
        eval(way(inputs, y_in[i], hidden, y_hid[j]))
        eval(write(56, y_in[i] + 26 - 26 * (j - 1), sprintf("%s_{%d%d}^{(1)}", it("W"), i, j), ink))
    }
}
do for [j = 1:3] {
    eval(unit(hidden, y_hid[j], sprintf("h_%d", j)) . way(hidden, y_hid[j], output, y_hid[2]))
    eval(write(hidden, y_hid[j] - r - 19, sprintf("%s_{%d}^{(1)}", it("b"), j), ink))
    eval(write(462, y_hid[2] + 26 - 26 * (j - 1), sprintf("%s_{%d}^{(2)}", it("W"), j), ink))
}
eval(unit(output, y_hid[2], "ŷ") . write(output, y_hid[2] - r - 19, it("b") . "^{(2)}", ink))
eval(write(inputs, 332, "inputs", ink) . write(hidden, 332, "hidden layer", ink) . write(output + 20, 332, "output", ink))
eval(write(inputs - 36, 14, it("W") . "^{(1)}: 2×3", ink) . write(hidden, 14, it("b") . "^{(1)}: 1×3", ink) . write(output + 12, 14, it("W") . "^{(2)}: 3×1", ink))
plot NaN
