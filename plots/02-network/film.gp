# film.gp: the answers of the default run over the plane of its two inputs, at
# six of its epochs. From film.dat (x1, x2, yhat; a block an epoch).
tall = narrow ? 572 : 416
eval(figure(tall))
eval(plane . row_marks)
epochs = "0 200 500 700 1,000 10,000" # film_epochs of measure.c

set xtics 0,1 offset 0,0.5
set ytics 0,1 offset 0.5,0
across = narrow ? 2 : 3; side = narrow ? 138.0 : 142.5
set multiplot
do for [f = 0:5] {
    left = narrow ? 0.10 + 0.47 * (f % across) : 0.045 + 0.325 * (f % across)
    low = (narrow ? 412 - 184 * (f / across) : 237 - 195 * (f / across)) / real(tall)
    set lmargin at screen left
    set rmargin at screen left + side / wide
    set bmargin at screen low
    set tmargin at screen low + side / tall
    set label 1 "epoch " . word(epochs, f + 1) at graph 0.5,1.09 center
    set label 2 (f + across < 6 ? "" : it("x_1")) at graph 0.5,-0.12 center
    set label 3 (f % across > 0 ? "" : it("x_2")) at graph -0.1,0.5 center
    set format y "%g" # for the table, too
    set table $half
    splot data . "/film.dat" index f
    unset table
    if (f % across > 0) { set format y "" }
    # At the start no answer is as low as 1/2, and there is no line.
    shaded = "data . '/film.dat' index f using 1:2:(shade_red($3)):(shade_green($3)):" \
        . "(shade_blue($3)):(shade_alpha($3)) with rgbalpha"
    line = f == 0 ? "" : ", $half with lines linetype 1"
    eval("plot " . shaded . line)
}
unset multiplot
