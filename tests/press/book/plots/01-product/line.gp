# line.gp: the product against one factor.
eval(figure(150))
plot [0:1] 3 * x with lines linetype 1
