# tangent.gp: the loss over the weight, and its tangent where the worked
# example begins. From curve.dat (w, loss) and default.values.
eval(figure(290))
w = cell("default", 0, 4)
loss = result("default", "loss")
slope = result("default", "dL_dw")
set xrange [-1.5:3]
set yrange [0:0.42]
set xtics 1
set ytics 0.1
set xlabel it("w")
set lmargin 5
eval(y_name(it("L")))
eval(dot(w, loss, ink))
set arrow from w,0 to w,loss nohead linetype 9 back
set label sprintf("start, {/:Italic w} = %g", w) at w,loss offset 1.2,1.6
set label sprintf("tangent, slope %s", number("%.2f", slope)) at -1.4,0.04 left textcolor rgb blue
set label "loss" at -0.72,0.35 left
plot data . "/curve.dat" using 1:2 with lines linetype 1, \
     [-1.5:1.1] loss + slope * (x - w) with lines linetype 2
