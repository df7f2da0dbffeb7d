# loss.gp: the loss of three starts after each epoch, and the plateaus that
# they meet. From default.csv, stuck.csv and half.csv (epoch, loss, …).
eval(figure(290))

set logscale x
set xrange [1:10000]
set yrange [0:0.8]
set xtics ("1" 1, "10" 10, "100" 100, "1,000" 1000, "10,000" 10000)
set ytics ("0" 0, "1/4" 0.25, "1/3" 1 / 3.0, "1/2" 0.5)
set xlabel "epoch"
set rmargin 6
eval(y_name("loss " . it("L")))
do for [height in "0.25 0.333333 0.5"] {
    set arrow from 1,real(height) to 10000,real(height) nohead linetype 9 back
}

last(run) = cell(run, 10000, 2)
set label "learns" at 10000,last("default") offset 0.6,0.1
set label "at ¼" at 10000,last("stuck") offset 0.6,-0.1 textcolor rgb red
set label "clones" at 10000,last("half") offset 0.6,0.15 textcolor rgb blue

# Of the ten thousand epochs, those that the eye can tell apart.
thinned(run) = "< awk -F , 'NR > 2 && $1 >= after { print $1, $2; after = 1.012 * $1 }' '" \
    . data . "/" . run . ".csv'"
plot thinned("default") with lines linetype 1, \
     thinned("half") with lines linetype 2, \
     thinned("stuck") with lines linetype 3
