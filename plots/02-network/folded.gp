# folded.gp: where the hidden layer of the network that was set by hand puts the
# four rows, and the one line that then parts them. From by-hand.csv, whose
# columns are epoch, loss, yhat.0-3, W1[0][0-2], W1[1][0-2], b1[0-2], W2[0-2], b2.
eval(canvas(narrow ? 190 : 240))
weight(i, j) = cell("by-hand", 0, 7 + 3 * i + j)
hidden(j, x1, x2) = 1 / (1 + exp(-(cell("by-hand", 0, 13 + j) + weight(0, j) * x1 + weight(1, j) * x2)))
second(j) = cell("by-hand", 0, 16 + j)
bias = cell("by-hand", 0, 19)

side = narrow ? 118 : 170; low = 46; left(i) = narrow ? 26 + 186 * i : 42 + 274 * i
up = narrow ? 15 : 19 # from a disc to its name
px(i, x) = left(i) + side * (x + 0.35) / 1.7
py(y) = low + side * (y + 0.35) / 1.7
mark(i, x, y, target) = sprintf("set object circle at %g,%g size %g front fillcolor rgb ink " \
    . "fillstyle %s border linecolor rgb ink linewidth 1.4;", px(i, x), py(y), narrow ? 6 : 7.5, target ? "solid" : "empty")
do for [i = 0:1] {
    eval(sprintf("set object rectangle from %g,%g to %g,%g back fillcolor rgb ink fillstyle empty border linecolor rgb ink linewidth 0.6", \
        left(i), low, left(i) + side, low + side))
    eval(write(px(i, 0), low - 13, "0", ink) . write(px(i, 1), low - 13, "1", ink))
    eval(write(left(i) - 11, py(0), "0", ink) . write(left(i) - 11, py(1), "1", ink))
}
do for [n = 0:3] {
    x1 = n / 2; x2 = n % 2
    eval(mark(0, x1, x2, n == 1 || n == 2) . write(px(0, x1), py(x2) + up, sprintf("%d%d", x1, x2), ink))
    eval(mark(1, hidden(0, x1, x2), hidden(1, x1, x2), n == 1 || n == 2))
}
eval(write(px(1, hidden(0, 0, 0)), py(hidden(1, 0, 0)) + up, "00", ink))
eval(write(px(1, hidden(0, 0, 1)) - 4, py(hidden(1, 0, 1)) - (narrow ? 15 : 18), "01, 10", ink))
eval(write(px(1, hidden(0, 1, 1)), py(hidden(1, 1, 1)) + up, "11", ink))
# The output's line in the plane of h1 and h2, inside the square, and the side where it says yes.
on(h1) = -(bias + second(0) * h1) / second(1)
eval(sprintf("set object polygon from %g,%g to %g,%g to %g,%g to %g,%g back fillcolor rgb red fillstyle transparent solid 0.22 noborder", \
    px(1, 0.15), py(on(0.15)), px(1, 1.35), py(-0.35), px(1, 1.35), py(on(1.35)), px(1, 0.15), py(on(0.15))))
eval(sprintf("set arrow from %g,%g to %g,%g nohead front linetype 1", px(1, 0.15), py(on(0.15)), px(1, 1.35), py(on(1.35))))
eval(write(left(0) + side / 2.0, 13, it("x_1"), ink) . write(left(0) - 11, low + side + 12, it("x_2"), ink))
eval(write(left(1) + side / 2.0, 13, it("h_1") . " (“at least one”)", ink))
eval(write(left(1) + 28, low + side + 12, it("h_2") . " (“both”)", ink))
eval(sprintf("set arrow from %g,%g to %g,%g arrowstyle 1", left(0) + side + (narrow ? 9 : 18), low + side / 2.0, left(1) - (narrow ? 21 : 32), low + side / 2.0))
eval(write((left(0) + side + left(1)) / 2.0 - 7, low + side / 2.0 + 15, "hidden", ink))
eval(write((left(0) + side + left(1)) / 2.0 - 7, low + side / 2.0 - 14, "layer", ink))
plot NaN
