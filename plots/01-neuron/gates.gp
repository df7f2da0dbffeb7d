# gates.gp: the plane of the two inputs for AND, OR and XOR, each with the line
# on which a trained neuron's answer is 1/2. The neuron of XOR has none (all of
# its numbers go to 0), so OR's line is tried there: one row is on the wrong side.
# From and.csv and or.csv: epoch, loss, w1, w2, b, yhat.0-3.
eval(canvas(narrow ? 150 : 184))

side = narrow ? 86 : 120; left(i) = narrow ? 26 + 106 * i : 30 + 164 * i; low = 34
px(i, x1) = left(i) + side * (x1 + 0.35) / 1.7
py(x2) = low + side * (x2 + 0.35) / 1.7
last(run, column) = to_number(system(sprintf("tail -n 1 '%s/%s.csv' | cut -d , -f %d", data, run, column)))

array gate[3] = ["AND", "OR", "XOR"]
array run[3] = ["and", "or", "or"]
row(i, x1, x2, target) = sprintf("set object circle at %g,%g size 6.5 front fillcolor rgb ink " \
    . "fillstyle %s border linecolor rgb ink linewidth 1.4;", px(i, x1), py(x2), target ? "solid" : "empty")
wanted(i, n) = i == 0 ? n == 3 : i == 1 ? n > 0 : n == 1 || n == 2

do for [i = 0:2] {
    eval(sprintf("set object rectangle from %g,%g to %g,%g back fillcolor rgb ink fillstyle empty border linecolor rgb ink linewidth 0.6", \
        left(i), low, left(i) + side, low + side))
    w1 = last(run[i + 1], 3); w2 = last(run[i + 1], 4); b = last(run[i + 1], 5)
    # The line w1 x1 + w2 x2 + b = 0, and the side where the answer is above 1/2, as far as the square goes.
    at(x1) = -(b + w1 * x1) / w2
    from = -0.35; to = 1.35
    x_top = -(b + w2 * 1.35) / w1; x_low = -(b + w2 * -0.35) / w1
    x_from = x_top > from ? x_top : from; x_to = x_low < to ? x_low : to
    eval(sprintf("set object polygon from %g,%g to %g,%g to %g,%g to %g,%g to %g,%g to %g,%g back " \
        . "fillcolor rgb red fillstyle transparent solid 0.22 noborder", \
        px(i, x_from), py(at(x_from)), px(i, x_from), py(1.35), px(i, to), py(1.35), \
        px(i, to), py(at(x_to) < -0.35 ? -0.35 : at(x_to)), px(i, x_to), py(at(x_to)), px(i, x_from), py(at(x_from))))
    eval(sprintf("set arrow from %g,%g to %g,%g nohead front linetype 1 dashtype %s", \
        px(i, x_from), py(at(x_from)), px(i, x_to), py(at(x_to)), i == 2 ? "(7,4)" : "solid"))
    do for [n = 0:3] { eval(row(i, n / 2, n % 2, wanted(i, n))) }
    eval(write(left(i) + side / 2.0, low + side + 15, gate[i + 1], ink))
    eval(write(px(i, 0), low - 12, "0", ink) . write(px(i, 1), low - 12, "1", ink))
}
# The row that the tried line leaves on the wrong side, 11.
eval(sprintf("set object circle at %g,%g size 13 front fillstyle empty border linecolor rgb red linewidth 1.6", px(2, 1), py(1)))
eval(write(left(2) + side + 6, low - 12, it("x_1"), ink) . write(left(0) - 12, low + side + 13, it("x_2"), ink))
eval(write(left(0) - 12, py(1), "1", ink) . write(left(0) - 12, py(0), "0", ink))
plot NaN
