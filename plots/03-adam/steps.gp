# steps.gp: how far three parameters of the default run go at each of its
# steps, in learning rates. From default.csv (epoch, loss, 4 predictions, 13
# parameters).
eval(figure(290))

set xrange [0:2000]
set yrange [-1.15:2.35]
set xtics ("0" 0, "500" 500, "1,000" 1000, "1,500" 1500, "2,000" 2000)
set ytics ("−1" -1, "0" 0, "1" 1, "2" 2)
set xlabel "epoch"
set lmargin 5
set rmargin 6
eval(y_name("step, in learning rates"))
do for [height = -1:1] {
    set arrow from 0,height to 2000,height nohead linetype 9 back
}
# Of parameter k of the 13: the step that it makes at each epoch.
step_of(k) = sprintf("< awk -F , 'NR > 2 && (NR < 60 || NR %% 8 == 0) { print $1, 1000 * ($%d - before) } { before = $%d }' '%s/default.csv'", \
    7 + k, 7 + k, data)
set label it("W_{11}^{(1)}") at 1080,1.62 right
set label it("W_1^{(2)}") at 1200,0.45 textcolor rgb blue
set label it("b^{(2)}") at 1030,-0.55 textcolor rgb red
plot step_of(0) with lines linetype 1, \
     step_of(9) with lines linetype 2, \
     step_of(12) with lines linetype 3
