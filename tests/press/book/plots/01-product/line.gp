# line.gp: the product against one factor, each computed on the way here.
eval(figure(150))
plot "< awk 'BEGIN { for (w = 0; w <= 1; w += 0.25) print w, 3 * w }'" with lines linetype 1
