# depth.gp: how large the gradient of each layer's weights is before the first
# step, in networks of 1, 3 and 5 hidden layers of 16 units. From depth.dat
# (layer, root mean square; blocks: sigmoid with 1, 3, 5, tanh, ReLU).
tall = 356
eval(figure(tall))
set logscale y
set yrange [8e-6:0.1]
set ytics ("0.00001" 1e-5, "0.0001" 1e-4, "0.001" 1e-3, "0.01" 1e-2, "0.1" 1e-1)
set xtics 1
set tmargin at screen 1 - 58.0 / tall
set bmargin at screen 60.0 / tall
eval(y_name("size of the gradient (root mean square)"))
set label 2 "layer, counted from the inputs" at screen 0.57,screen 13.0 / tall center
at = narrow ? 0.20 : 0.145
layer = (0.985 - at) / 13.4 # the width of one; half of one lies on both sides
set multiplot
do for [panel = 0:2] {
    layers = 2 * panel + 2
    set xrange [0.5:layers + 0.5]
    set lmargin at screen at
    set rmargin at screen at + layer * layers
    at = at + layer * (layers + 0.7)
    if (narrow && panel == 0) { set label 3 "hidden layers: 1" at graph 1,1.06 right } \
    else { set label 3 word("1 3 5", panel + 1) . (narrow ? "" : panel == 2 ? " hidden layers" : " hidden") at graph 0,1.06 left }
    if (panel > 0) {
        set ytics ("" 1e-5, "" 1e-4, "" 1e-3, "" 1e-2, "" 1e-1)
        unset label 1
        unset label 2
    }
    if (panel == 2) {
        set label 4 "ReLU" at 3.5,0.047 center textcolor rgb blue
        set label 5 "tanh" at 2,0.0048 center textcolor rgb green
        set label 6 "sigmoid" at (narrow ? 2.9 : 3.2),1.1e-4 left
    }
    plot data . "/depth.dat" index panel with linespoints linetype 1 pointtype 7 pointsize 0.5, \
         "" index panel + 3 with linespoints linetype 4 pointtype 13 pointsize 0.6, \
         "" index panel + 6 with linespoints linetype 2 pointtype 5 pointsize 0.45
}
unset multiplot
