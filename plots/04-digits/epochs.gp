# epochs.gp: loss and accuracy after each epoch, of the rows trained on and of
# the others: the default run, and on from where it ends. From long.csv (epoch,
# loss, test_loss, accuracy, test_accuracy).
tall = 440
eval(figure(tall))
set logscale x
set xrange [1:200]
set lmargin at screen narrow ? 0.15 : 0.115
set rmargin at screen narrow ? 0.79 : 0.84
# Of the epochs, those that the eye can tell apart.
after_epochs(column) = sprintf("< awk -F , 'NR > 2 && $1 >= after { print $1, $%d; after = 1.02 * $1 }' '%s/long.csv'", column, data)
last(column) = cell("long", 200, column)
set arrow from 40,graph 0 to 40,graph 1 nohead linetype 9 back
set multiplot
set tmargin at screen 1 - 30.0 / tall
set bmargin at screen 1 - 196.0 / tall
set xtics ("" 1, "" 2, "" 5, "" 10, "" 20, "" 40, "" 100, "" 200)
set yrange [0:1.4]
set ytics 0,0.5
eval(y_name("loss"))
set label 2 "tested on" at 200,last(3) offset 0.6,0 textcolor rgb red
set label 3 "trained on" at 200,last(2) offset 0.6,0.35
set label 4 (narrow ? "here the\ndefault run ends" : "here the default run ends") at 38,1.3 right textcolor rgb grey
plot after_epochs(2) with lines linetype 1, after_epochs(3) with lines linetype 3
unset label
set tmargin at screen 1 - 240.0 / tall
set bmargin at screen 58.0 / tall
set xtics ("1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "40" 40, "100" 100, "200" 200)
set xlabel "epoch"
set yrange [0.7:1.01]
set ytics ("70%%" 0.7, "80%%" 0.8, "90%%" 0.9, "100%%" 1)
set label 1 "accuracy" at screen 0.006,screen 1 - 220.0 / tall
set label 2 "tested on" at 200,last(5) offset 0.6,0 textcolor rgb red
set label 3 "trained on" at 200,last(4) offset 0.6,0
plot after_epochs(4) with lines linetype 1, after_epochs(5) with lines linetype 3
unset multiplot
