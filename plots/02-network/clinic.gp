# clinic.gp: the error of each bug's gradient against how often the network
# still learns XOR with it. From clinic.dat (bug, share, low, high, error), in
# its order.
eval(figure(330))
array names[9] = ["right", "W2 updated first", "biases averaged", \
    "biases left alone", "σ′ left out, output", "σ′ left out, hidden", \
    "σ′ fed the activation", "σ′ fed " . it("z"), "W2 left out"]
# Where each name stands from its point.
array dx[9] = [0.01, 0.015, -0.01, 0.02, 0, 0, 0.02, 0.02, -0.015]
array dy[9] = [0.085, -0.09, 0.085, -0.02, -0.13, 0.08, 0, 0.08, 0.09]
set xrange [-0.02:1.05]
set yrange [-0.06:1.13]
set ytics ("0" 0, "50%%" 0.5, "100%%" 1)
set xtics 0.25
set xlabel "error of the gradient"
eval(y_name("starts that still learn XOR"))
share(i) = to_number(system(sprintf("awk 'NR == %d + 1 { print $2 }' '%s/clinic.dat'", i, data)))
wrong(i) = to_number(system(sprintf("awk 'NR == %d + 1 { print $5 }' '%s/clinic.dat'", i, data)))
do for [i = 1:9] {
    place = i == 5 || i == 6 ? "center" : i == 8 ? "right" : "left"
    eval(sprintf("set label '%s' at %g,%g %s", names[i], wrong(i) + dx[i], share(i) + dy[i], place))
}
plot data . "/clinic.dat" using 5:2:3:4 with yerrorbars linetype 3 dashtype solid linewidth 1.2 pointtype 7 pointsize 0.8, \
     "" using 5:2 every ::0::0 with points linetype 1 pointtype 7 pointsize 0.9
