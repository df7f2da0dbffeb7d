# clinic.gp: the error of each bug's gradient against how often the network
# still learns XOR with it. From clinic.dat (bug, share, low, high, error), in
# its order.
eval(figure(330))
array names[9] = ["no bug", "W2 updated first", "biases averaged", \
    "biases left alone", "σ′ left out, output", "σ′ left out, hidden", \
    "σ′ fed the activation", "σ′ fed " . it("z"), "W2 left out"]
# Where each name stands from its point, and which end of it is there.
array dx[9] = [0.012, 0.01, -0.05, 0.02, 0, 0, 0.02, 0, -0.04]
array dy[9] = [0.085, -0.08, 0.085, 0, -0.09, 0.085, 0, 0.085, 0.115]
side = "left left left left center center left center left"
if (narrow) {
    names[2] = "W2 updated\nfirst"; dy[4] = -0.08; dx[4] = -0.02
    names[5] = "σ′ left out,\noutput"; dx[5] = 0.01; side = "left left left left left center left center left"
}
set xrange [-0.02:1.05]
set yrange [-0.06:1.13]
set ytics ("0" 0, "50%%" 0.5, "100%%" 1)
set xtics 0.25
set xlabel "error of the gradient"
eval(y_name("starts that still learn XOR"))
told(i, column) = to_number(system(sprintf("awk 'NR == %d + 1 { print $%d }' '%s/clinic.dat'", i, column, data)))
do for [i = 1:9] {
    eval(sprintf("set label \"%s\" at %g,%g %s", names[i], told(i, 5) + dx[i], told(i, 2) + dy[i], word(side, i)))
}
# The interval is a line through its point, as high as many a point is.
bar(first) = sprintf("data . '/clinic.dat' using 5:3:(0):($4 - $3) every ::%d::%d with vectors nohead ", first, first == 0 ? 0 : 8)
point(first) = sprintf("data . '/clinic.dat' using 5:2 every ::%d::%d with points ", first, first == 0 ? 0 : 8)
eval("plot " . bar(1) . "linetype 3 dashtype solid linewidth 1.6, " . point(1) . "linetype 3 pointtype 7 pointsize 0.5, " \
    . bar(0) . "linetype 1 linewidth 1.6, " . point(0) . "linetype 1 pointtype 5 pointsize 0.5")
