# graph.gp: the worked row's pass through the 2-3-1 network, there and back.
# In each unit stand its activation and, below it, its delta, the derivative
# of the loss by its pre-activation; at each arrow its weight and, to the
# output, the derivative by it. From measure.values
# (row.*) and the first row of worked.csv, whose columns are
# epoch, loss, yhat.0-3, W1[0][0-2], W1[1][0-2], b1[0-2], W2[0-2], b2.
eval(canvas(396))

array x_in[2] = [50, 50]
array y_in[2] = [262, 134]
array y_hid[3] = [338, 198, 58]
hidden = 230; output = 385; loss = 474
r = 34

weight(i, j) = cell("worked", 0, 7 + 3 * (i - 1) + (j - 1))
bias(j)      = cell("worked", 0, 13 + (j - 1))
second(j)    = cell("worked", 0, 16 + (j - 1))
row(name)    = result("measure", "row." . name)
short(x)     = number("%g", x)
four(x)      = number("%.4f", x)

# A point on the way from one unit to another, and a word there on a clear spot.
on(from, to, part) = from + (to - from) * part
way(x0, y0, x1, y1, r0, r1) = sprintf("set arrow from %g,%g to %g,%g arrowstyle 1;", \
    on(x0, x1, r0 / span(x0, y0, x1, y1)), on(y0, y1, r0 / span(x0, y0, x1, y1)), \
    on(x1, x0, r1 / span(x0, y0, x1, y1)), on(y1, y0, r1 / span(x0, y0, x1, y1)))
span(x0, y0, x1, y1) = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)

do for [i = 1:2] {
    eval(circle(x_in[i], y_in[i], 20) . write(x_in[i], y_in[i], "1", ink))
    eval(write(x_in[i] - 32, y_in[i], it(sprintf("x_%d", i)), ink))
    do for [j = 1:3] {
        eval(way(x_in[i], y_in[i], hidden, y_hid[j], 22, r + 3))
        # Near its head, where no other arrow crosses: above it from x_1, below from x_2.
        steep = i == 1 ? j == 3 : j == 1
        side = (i == 1 ? 1 : -1) * (steep ? 7 : 14)
        part = steep ? 0.76 : j == 2 ? 0.63 : 0.58
        eval(write(on(x_in[i], hidden, part) + (steep ? 19 : 0), on(y_in[i], y_hid[j], part) + side, short(weight(i, j)), ink))
    }
}
# A unit: its activation in ink and its delta in blue.
unit(x, y, name, bias, activation, delta, x_name, y_name) = circle(x, y, r) \
    . write(x, y + 9, four(activation), ink) . write(x, y - 9, four(delta), blue) \
    . write(x + x_name, y + y_name, it(name) . ", bias " . short(bias), ink)
do for [j = 1:3] {
    eval(unit(hidden, y_hid[j], sprintf("h_%d", j), bias(j), row(sprintf("h.%d", j - 1)), row(sprintf("dL_dz1.%d", j - 1)), 0, j == 3 ? -r - 11 : r + 10))
    eval(way(hidden, y_hid[j], output, y_hid[2], r + 2, r + 3))
    # The weight and its derivative: above and below the level arrow, both outside of the others.
    side = j == 3 ? -1 : 1
    eval(write(on(hidden, output, 0.5) + (j == 2 ? 0 : 14), on(y_hid[j], y_hid[2], 0.5) + 11 * side, short(second(j)), ink))
    eval(write(on(hidden, output, 0.5) + (j == 2 ? 0 : 54), on(y_hid[j], y_hid[2], 0.5) + (j == 2 ? -12 : 11 * side), four(row(sprintf("dL_dW2.%d", j - 1))), blue))
}
eval(unit(output, y_hid[2], "ŷ", cell("worked", 0, 19), row("yhat"), row("dL_dz2"), 36, r + 10))
eval(way(output, y_hid[2], loss, y_hid[2], r + 2, 14))
eval(write(loss, y_hid[2], it("L"), ink))
eval(write(loss, y_hid[2] - 20, four(row("loss")), ink))
plot NaN
