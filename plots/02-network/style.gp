# style.gp: what the figures of chapter 2 share.

# A plane of two inputs, each from -1/4 to 5/4 (and half a cell more), shaded by a network's answers:
# blue below 1/2 and orange above, clear at 1/2, so that it suits any page; and
# on it, each on a bit of paper, the four rows of XOR, filled where the target is
# 1. The blue is the darker of the two, for grey print and every eye.
plane = "set border 15 linewidth 0.6; set size ratio -1; set xrange [-0.2625:1.2625]; " \
    . "set yrange [-0.2625:1.2625]; set contour base; unset surface; " \
    . "set cntrparam levels discrete 0.5;"
shade_red(yhat)   = yhat > 0.5 ? 0xec : 0x00
shade_green(yhat) = yhat > 0.5 ? 0x8f : 0x56
shade_blue(yhat)  = yhat > 0.5 ? 0x35 : 0x92
shade_alpha(yhat) = 400 * abs(yhat - 0.5)
row_mark(x1, x2, target) = sprintf("set object circle at %g,%g size 0.075 front fillcolor rgb 'white' " \
    . "fillstyle solid noborder; set object circle at %g,%g size 0.05 front fillcolor rgb ink " \
    . "fillstyle %s border linecolor rgb ink linewidth 1.4;", x1, x2, x1, x2, \
    target ? "solid" : "empty")
row_marks = row_mark(0, 0, 0) . row_mark(0, 1, 1) . row_mark(1, 0, 1) . row_mark(1, 1, 0)

# An arrow between two units of radii r0 and r1, so far beside the line of their middles.
span(x0, y0, x1, y1) = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
on(from, to, part) = from + (to - from) * part
way(x0, y0, x1, y1, r0, r1, beside, style) = sprintf("set arrow from %g,%g to %g,%g arrowstyle %d;", \
    on(x0, x1, r0 / span(x0, y0, x1, y1)) - beside * (y1 - y0) / span(x0, y0, x1, y1), \
    on(y0, y1, r0 / span(x0, y0, x1, y1)) + beside * (x1 - x0) / span(x0, y0, x1, y1), \
    on(x1, x0, r1 / span(x0, y0, x1, y1)) - beside * (y1 - y0) / span(x0, y0, x1, y1), \
    on(y1, y0, r1 / span(x0, y0, x1, y1)) + beside * (x1 - x0) / span(x0, y0, x1, y1), style)
