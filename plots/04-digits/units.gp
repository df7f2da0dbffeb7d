# units.gp: the 64 weights of each of the default run's 32 hidden units, at the
# pixels that they weigh: those below 0 have a hole, for print without colours.
# From units.dat (unit, column, row, weight as a part of the largest).
ends = "butt"
eval(canvas(narrow ? 618 : 282))
u = narrow ? 8 : 6.5
across = narrow ? 4 : 8
left(p) = narrow ? 17 + 80.6 * (int(p) % across) : 6 + 62.3 * (int(p) % across)
top(p) = (narrow ? 614 : 278) - (narrow ? 74 : 62.3) * (int(p) / across)
levels = 10
full = 0.6 # as good as the largest: few are above
level_of(x) = abs(x) >= full ? levels : int(ceil(abs(x) * levels / full))
weights(level, sign, part, colour) = sprintf("data . '/units.dat' using (left($1) + u * ($2 + %g)):" \
    . "(%d * $4 > 0 && level_of($4) == %d ? top($1) - u * ($3 + 0.5) : NaN):(u * %g):(0) " \
    . "with vectors nohead linewidth %g linecolor rgb '%s', ", 0.5 - part / 2, sign, level, part, u * part, colour)
all = ""
do for [level = 1:levels] {
    all = all . weights(level, 1, pixel, seen_through(level / real(levels), blue)) \
        . weights(level, -1, pixel, seen_through(level / real(levels), red)) . weights(level, -1, 0.36, "white")
}
# Two samples, as pixels of a picture beyond the last.
say(x, text) = sprintf("set label \"%s\" at %g,10 left;", text, x)
sample(x, part, colour) = sprintf("set arrow from %g,10 to %g,10 nohead linewidth %g linecolor rgb '%s';", \
    x - u * part / 2, x + u * part / 2, u * part, colour)
at = narrow ? 78 : 164
eval(sample(at, pixel, blue) . say(at + 9, "above 0") . sample(at + 100, pixel, red) . sample(at + 100, 0.36, "white") . say(at + 109, "below 0"))
eval("plot " . all . "NaN")
