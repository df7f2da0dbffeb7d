# momentum.gp: a valley that is steeper across than along, and in it sixty
# steps of plain descent, at the rate that leaves it lowest, above, and of
# momentum. From valley.dat, blocks 0 and 1 (α, γ, f), and
# measure.values (valley.*).
eval(figure(400))
eval(valley)
set xrange [-10.5:4.5]
set yrange [-1.15:1.15]

result_of(way, what) = result("measure", "valley." . way . "." . what)
told(name, way) = sprintf("%s, {/:Italic η} = %g, leaves {/:Italic f} = %.2g", name, \
    result_of(way, "rate"), result_of(way, "left"))

# A panel: what is told above it, its path in a line type, and a dot at the end.
panel(low, name, way, block, type, colour) = sprintf("set bmargin at screen %g; " \
    . "set tmargin at screen %g; set label 5 \"%s\" at graph 1,1.1 right textcolor rgb '%s'; ", \
    low, low + 0.34, told(name, way), colour) \
    . "plot for [f in '1 5 15 30 50'] sqrt(2 * f) * cos(t), sqrt(f / 50.0) * sin(t) with lines linetype 9, " \
    . sprintf("path index %d using 1:2 with linespoints linetype %d pointtype 7 pointsize 0.3, ", block, type) \
    . sprintf("path index %d every ::60 using 1:2 with points linetype %d pointtype 7 pointsize 0.7", block, type)

path = data . "/valley.dat"
set multiplot
unset label 1 # the name of the axis stands over each panel
set label 7 it("γ") at graph 0,1.1 right offset -0.7,0
set xlabel ""
set xtics format ""
set label 6 "start" at -8.75,0.92
eval(panel(0.585, "plain descent", "plain", 0, 3, red))
unset label 6
set xlabel it("α") offset 0,(term eq "svg" ? 0.8 : 0.65)
set xtics format "%g"
eval(panel(0.15, "momentum", "momentum", 1, 2, blue))
unset multiplot
