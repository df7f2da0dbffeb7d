# four.gp: one start under both losses and both optimizers. From gd-half.csv,
# gd-bce.csv, adam-half.csv and adam-bce.csv (epoch, loss, 4 predictions, …).
eval(figure(290))
eval(misses)
set label "descent:" at 1100,0.42
set label "½Σ" at 1650,0.36
set label "BCE" at 1650,0.30 textcolor rgb blue
set label "Adam:" at 60,0.21 right
set label "½Σ" at 60,0.15 right textcolor rgb red
set label "BCE" at 60,0.09 right textcolor rgb green
key(y, left, right, type) = sprintf("set arrow from %g,%g to %g,%g nohead linetype %d;", left, y, right, y, type)
eval(key(0.36, 1100, 1550, 1) . key(0.30, 1100, 1550, 2) . key(0.15, 70, 100, 3) . key(0.09, 70, 100, 4))
plot missed("gd-half") with lines linetype 1, \
     missed("gd-bce") with lines linetype 2, \
     missed("adam-half") with lines linetype 3, \
     missed("adam-bce") with lines linetype 4
