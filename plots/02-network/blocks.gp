# blocks.gp: the matrix products of the two passes as blocks, to scale: a row is
# as high and a column as wide everywhere. The sides that are summed over are
# drawn thick. It shows no number of a run.
eval(canvas(narrow ? 488 : 412))
u = 24
# A block of rows × columns with its left lower corner at x, y.
block(x, y, rows, columns, name, colour) = sprintf("set object rectangle from %g,%g to %g,%g fillcolor rgb '%s' " \
    . "fillstyle transparent solid 0.10 border linecolor rgb '%s' linewidth 1.1;", x, y, x + u * columns, y + u * rows, colour, colour) \
    . write(x + u * columns / 2.0, y + u * rows / 2.0, name, ink) \
    . write(x + u * columns / 2.0, y - 12, sprintf("%d×%d", rows, columns), ink)
thick(x0, y0, x1, y1) = sprintf("set arrow from %g,%g to %g,%g nohead front linecolor rgb red linewidth 3.2;", x0, y0, x1, y1)
over(x, y, rows, columns) = thick(x, y + u * rows, x + u * columns, y + u * rows)
along(x, y, rows) = thick(x, y, x, y + u * rows)
gap = 34
# One product: left (a×b) times right (b×c), middle at height y.
product(x, y, a, b, c, left, right, whole, colour) = \
      block(x, y - u * a / 2.0, a, b, left, colour) . over(x, y - u * a / 2.0, a, b) \
    . block(x + u * b + gap, y - u * b / 2.0, b, c, right, colour) . along(x + u * b + gap, y - u * b / 2.0, b) \
    . write(x + u * b + gap / 2.0, y, "·", ink) \
    . write(x + u * (b + c) + 1.5 * gap, y, "=", ink) \
    . block(x + u * (b + c) + 2 * gap, y - u * a / 2.0, a, c, whole, colour)
# The heights of the three; on phones what they are stands above them.
x0 = narrow ? 16 : 176
array at[3]
at[1] = narrow ? 400 : 350; at[2] = narrow ? 250 : 214; at[3] = narrow ? 90 : 76
eval(product(x0, at[1], 4, 2, 3, it("X"), it("W") . "^{(1)}", it("XW") . "^{(1)}", ink))
eval(product(x0, at[2], 2, 4, 3, it("X") . "^T", it("δ") . "^{(1)}", d("L", "W^{(1)}"), blue))
eval(product(x0, at[3], 4, 1, 3, "", "", d("L", "H"), blue))
# Too thin or too low to hold a name.
eval(write(x0 + u / 2.0, at[3] + 2 * u + 12, it("δ") . "^{(2)}", ink))
eval(write(x0 + u + gap + 1.5 * u, at[3] + 0.5 * u + 12, it("W") . "^{(2)T}", ink))
say(y, first, second) = narrow ? sprintf("set label \"%s %s\" at 4,%g left;", first, second, y) \
    : sprintf("set label \"%s\" at 4,%g left; set label \"%s\" at 4,%g left;", first, y + 10, second, y - 10)
eval(say(narrow ? at[1] + 68 : at[1], "forward: sum over", "the inputs " . it("i")))
eval(say(narrow ? at[2] + 68 : at[2], "gradient: sum over", "the rows " . it("n")))
eval(say(narrow ? at[3] + 84 : at[3], "backward: sum over", "the outputs " . it("k")))
plot NaN
