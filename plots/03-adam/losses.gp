# losses.gp: the losses of the measured starts after three numbers of epochs,
# and where the notebook's run is. From losses.dat (lower edge of a bar,
# starts in a hundred after 2000, 5000 and 10000) and measure.values.
eval(figure(420))

set logscale x
set xrange [6e-3:1]
set yrange [0:13]
set ytics 0,5
set format y "%.0f%%"
set bars 0
wide = 10 ** 0.025
notebook = result("measure", "notebook.loss")
eval(y_name("share of the starts"))
set multiplot
do for [at = 0:2] {
    set tmargin at screen 0.93 - 0.265 * at
    set bmargin at screen 0.69 - 0.265 * at
    set lmargin at screen narrow ? 0.13 : 0.10
    set rmargin at screen 0.97
    unset arrow
    set label 11 word("2,000 5,000 10,000", at + 1) . " epochs" at graph 0.03,0.84
    if (at == 0) {
        set label 12 "the notebook’s run" at notebook,11.75 right offset -1.5,0
        set arrow from notebook * 0.96,11.5 to notebook,6.25 arrowstyle 9 front
    } else {
        unset label 1
        unset label 12
    }
    if (at == 2) {
        set xtics ("0.01" 0.01, "0.1" 0.1, "1" 1)
        set label 13 "½ ln 2" at 0.3466,12.25 right offset -0.8,0
        set xlabel "mean cross-entropy " . it("L")
    } else {
        set xtics ("" 0.01, "" 0.1, "" 1)
    }
    plot data . "/losses.dat" using ($1 * sqrt(wide)):(column(2 + at)):1:($1 * wide):(0):(column(2 + at)) \
        with boxxyerror fillstyle solid 0.5 border linetype 1 linewidth 0.4
}
unset multiplot
