# chords.gp: a nudge so wide that the curve bends on the way: the chord of the
# central difference lies nearly along the tangent, that of a one-sided one does
# not. From curve.dat (w, loss) and default.values.
eval(figure(316))
w = cell("default", 0, 4)
loss = result("default", "loss")
slope = result("default", "dL_dw")
wide = 1.0
loss_at(at) = to_number(system(sprintf("awk '$1 - %.10g < 1e-9 && %.10g - $1 < 1e-9 { print $2 }' '%s/curve.dat'", at, at, data)))
up = loss_at(w + wide)
down = loss_at(w - wide)
central = (up - down) / (2 * wide)
one_sided = (up - loss) / wide
set xrange [-0.9:2.2]
set yrange [-0.03:0.27]
set xtics ("" w) scale 0
set ytics 0.1
set border 2
set xzeroaxis linetype 9
set lmargin 5
set bmargin 2
eval(y_name(it("L")))
foot(x, text) = sprintf("set label \"%s\" at %g,-0.018 center; set arrow from %g,0 to %g,%g nohead linetype 9 back;", text, x, x, x, loss_at(x))
eval(foot(w, it("w")) . foot(w + wide, it("w") . " + Δ") . foot(w - wide, it("w") . " − Δ"))
eval(dot(w, loss, ink) . dot(w + wide, up, ink) . dot(w - wide, down, ink))
set label sprintf(narrow ? "tangent,\n%s" : "tangent, %s", number("%.3f", slope)) at -0.36,(narrow ? 0.045 : 0.022) textcolor rgb blue
set label sprintf("central, %s", number("%.3f", central)) at 0.45,0.19 textcolor rgb red
set label sprintf("one-sided, %s", number("%.3f", one_sided)) at 2.2,0.092 right textcolor rgb green
plot data . "/curve.dat" using 1:2 with lines linetype 1, \
     [-0.9:1.1] loss + slope * (x - w) with lines linetype 2, \
     [w - wide:w + wide] down + central * (x - w + wide) with lines linetype 3, \
     [w:w + wide] loss + one_sided * (x - w) with lines linetype 4
