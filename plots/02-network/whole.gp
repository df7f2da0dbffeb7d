# whole.gp: the picture of the title page. One row goes through the worked 2-3-1
# network and its slopes come back; beside it the loss of the same network while
# it learns. An arrow forward is as thick as its weight is large, one backward as
# the slope by that weight. Drawn wide, and narrow for phones. From measure.values
# (row.*), the first row of worked.csv, whose columns are
# epoch, loss, yhat.0-3, W1[0][0-2], W1[1][0-2], b1[0-2], W2[0-2], b2,
# and worked-on.csv (epoch, loss, ...).
eval(canvas(narrow ? 430 : 262.5))
weight(i, j) = abs(cell("worked", 0, 7 + 3 * (i - 1) + (j - 1)))
second(j)    = abs(cell("worked", 0, 16 + (j - 1)))
row(name)    = result("measure", "row." . name)
short(x)     = number("%.3f", x)

r = narrow ? 27 : 30
x_in = narrow ? 20 : 18; x_hid = narrow ? 150 : 136; x_out = narrow ? 290 : 262
middle = narrow ? 244 : 131.25; apart = narrow ? 80 : 88

# A style of its own for each arrow: 10 to 15 forward in the first layer, 16 to 18 in the second, 20 to 22 back.
thick(style, colour, width, dashes) = sprintf("set style arrow %d head filled size screen 0.014,18 " \
    . "linecolor rgb '%s' linewidth %g dashtype %s;", style, colour, width, dashes)
entry(i) = middle + apart / 2.0 * (3 - 2 * i)
do for [i = 1:2] { eval(circle(x_in, entry(i), 12) . write(x_in, entry(i), "1", ink)) }
do for [j = 1:3] {
    y = middle + apart * (2 - j)
    do for [i = 1:2] {
        eval(thick(9 + 3 * (i - 1) + j, ink, 0.5 + 2.2 * weight(i, j), "solid"))
        eval(way(x_in, entry(i), x_hid, y, 15, r + 3, 0, 9 + 3 * (i - 1) + j))
    }
    eval(thick(15 + j, ink, 0.5 + 2.2 * second(j), "solid") . thick(19 + j, blue, 14 * abs(row(sprintf("dL_dW2.%d", j - 1))), "(6,3)"))
    eval(way(x_hid, y, x_out, middle, r + 3, r + 3, 4, 15 + j) . way(x_out, middle, x_hid, y, r + 3, r + 3, 4, 19 + j))
    eval(circle(x_hid, y, r) . write(x_hid, y + 9, short(row(sprintf("h.%d", j - 1))), ink) \
        . write(x_hid, y - 9, short(row(sprintf("dL_dz1.%d", j - 1))), blue))
}
eval(circle(x_out, middle, r) . write(x_out, middle + 9, short(row("yhat")), ink) . write(x_out, middle - 9, short(row("dL_dz2")), blue))

# The loss, over a logarithmic axis of steps that is not drawn, down to a line at 0.
left = narrow ? 10 : 340; right = narrow ? 330 : 492; low = narrow ? 28 : 25; high = narrow ? 106 : middle
px(epoch) = left + (right - left) * (epoch < 1 ? 0 : log10(epoch)) / 4
py(loss) = low + (high - low) * loss / cell("worked-on", 0, 2)
last = cell("worked-on", 10000, 2)
eval(sprintf("set arrow from %g,%g to %g,%g nohead linetype 9;", left, low, right, low))
if (!narrow) { eval(way(x_out, middle, left, middle, r + 3, 6, 0, 1)) }
eval(dot(left, high, red) . dot(right, py(last), red))
eval(sprintf("set label 'loss %s' at %g,%g left textcolor rgb red;", number("%.4f", cell("worked-on", 0, 2)), left, high + 14))
eval(sprintf("set label '10,000 steps: %s' at %g,%g right textcolor rgb red;", number("%.4f", last), right, low - 13))

# What is seen.
say(line, text, colour) = sprintf("set label \"%s\" at %g,%g left textcolor rgb '%s';", \
    text, narrow ? 2 : 296, narrow ? 420 - 19 * line : 248 - 21 * line, colour)
eval(say(0, "Numbers flow forward,", ink) . say(1, "slopes flow back,", blue) . say(2, "and step by step the loss falls.", red))
plot "< awk -F , 'NR > 1 && $1 >= after { print $1, $2; after = 1.012 * $1 }' '" . data . "/worked-on.csv'" \
    using (px($1)):(py($2)) with lines linetype 3 dashtype solid
