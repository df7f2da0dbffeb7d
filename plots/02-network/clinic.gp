# clinic.gp: how many starts still learn XOR with each bug, and how wrong its
# gradient is. From clinic.dat (bug, share, low, high, error), in its order.
eval(figure(330))

array names[9] = ["the right gradient", "W2 updated first", "biases averaged", \
    "biases left alone", "σ′ left out, output", "σ′ left out, hidden", \
    "σ′ fed the activation", "σ′ fed " . it("z"), "W2 left out"]

set border 1
set xrange [0:1.32]
set yrange [8.7:-0.9]
set xtics ("0" 0, "25%%" 0.25, "50%%" 0.5, "75%%" 0.75, "100%%" 1)
unset ytics
set xlabel "starts that still learn XOR" offset -5,(term eq "svg" ? 0.8 : 0.65)
set lmargin 18
set rmargin 1
set tmargin 3
do for [i = 1:9] {
    set label names[i] at 0,i - 1 right offset -0.8,0
}
set label "error of the gradient" at 1.32,-1.05 right textcolor rgb blue
round_two(x) = x == 0 ? "0" : x < 0.01 ? sprintf("%.4f", x) : x < 0.1 ? sprintf("%.3f", x) : sprintf("%.2f", x)
plot data . "/clinic.dat" using ($2 / 2):0:(0):2:($0 - 0.33):($0 + 0.33) with boxxyerror \
         fillstyle solid 0.3 border linetype 1 linewidth 0.8, \
     "" using 2:0:3:4 with xerrorbars linetype 1 linewidth 1.2 pointsize 0, \
     "" using (1.3):0:(round_two($5)) with labels right textcolor rgb blue
