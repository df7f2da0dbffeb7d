# same.gp: one start under two optimizers: how wrong the answers are, as half
# the sum of their squares, whichever loss is descended. From worked-gd.csv
# and worked-adam.csv (epoch, loss, 4 predictions, …).
eval(figure(290))
eval(misses)
set label "descent, ½Σ" at 880,0.13 right
set label "Adam, BCE" at 1500,0.41 textcolor rgb blue
plot missed("worked-gd") with lines linetype 1, \
     missed("worked-adam") with lines linetype 2
