# splits.gp: how many of the rows to test are right, with the rows cut in two in
# the file's order and after a shuffle: a mark for each of twenty starts, and for
# the nearest neighbour, which has none, one in the file's order, and after a
# shuffle one for each of twenty splits. From the test_right of starts.values,
# shuffled.values, none.values, none-shuffled.values and nearest.values, and
# from nearest.dat (right).
tall = 392
eval(figure(tall))
set xrange [0.888:1.002]
set yrange [0:3]
set lmargin at screen 0.03
set rmargin at screen narrow ? 0.95 : 0.965
set tmargin at screen 0.99
set bmargin at screen 62.0 / tall
set border 1
unset ytics
set xtics ("90%%" 0.9, "92%%" 0.92, "94%%" 0.94, "96%%" 0.96, "98%%" 0.98, "100%%" 1)
set xlabel "right, of the rows to test"
# Marks of one place stand one on another.
marks(where, part, floor) = sprintf("< awk '%s { print $%d / 360, %g + 0.083 * n[$%d]++ }' '%s/", where, part, floor + 0.06, part, data)
starts(run, floor) = marks("/^test_right/", 3, floor) . run . ".values'"
splits(floor) = marks("!/^#/", 1, floor) . "nearest.dat'"
do for [floor = 1:2] { set arrow from graph 0,first floor to graph 1,first floor nohead linetype 9 back }
name(floor, text) = sprintf("set label '%s' at 0.889,%g left;", text, floor + 0.87)
eval(name(2, "64-32-10") . name(1, "no hidden layer") . name(0, "nearest neighbour"))
set label "in the file’s order" at 0.9125,2.62 center
set label "shuffled first" at 0.9775,2.62 center textcolor rgb blue
file = "with points linetype 1 pointtype 7 pointsize 0.5"
shuffled = "with points linetype 2 pointtype 5 pointsize 0.42"
eval("plot starts('starts', 2) " . file . ", starts('none', 1) " . file . ", starts('nearest', 0) " . file \
    . ", starts('shuffled', 2) " . shuffled . ", starts('none-shuffled', 1) " . shuffled . ", splits(0) " . shuffled)
