# tangent.gp: the loss over the weight, its tangent where the worked example
# begins, and a nudge there. From curve.dat (w, loss) and default.values.
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
nudge = 0.3
set label sprintf("start, {/:Italic w} = %g", w) at w,loss + 0.095
set arrow from w,loss to w + nudge,loss arrowstyle 9
set arrow from w + nudge,loss to w + nudge,loss + nudge * slope nohead linetype 9
set label "nudge" at w + nudge,loss offset 0.6,0.45 textcolor rgb grey
set label sprintf(narrow ? "tangent, %s" : "tangent, slope %s", number("%.2f", slope)) at -1.4,0.04 left textcolor rgb blue
set label "loss" at -0.72,0.35 left
plot data . "/curve.dat" using 1:2 with lines linetype 1, \
     [-1.5:1.1] loss + slope * (x - w) with lines linetype 2
