# softmax.gp: three logits, their exponentials and their probabilities, and the
# same where 1,000 is added to each logit and the largest taken away. From
# softmax.dat (z, its exponential, the probability; less the largest, the same).
eval(canvas(narrow ? 406 : 392))
panel = narrow ? 100 : 132
left(c) = (narrow ? 4 : 12) + (narrow ? 116 : 172) * c
array base[2] = [narrow ? 271 : 257, 80]
unit = narrow ? 44 : 46 # of height is 1, of a probability 1.4 of them
bar = narrow ? 20 : 26
middle(c, k) = left(c) + panel * (k + 0.5) / 3
of(r, c, k) = told("softmax.dat", k, 1 + c + 3 * r)
height(c, x) = unit * x * (c == 2 ? 1.4 : 1)
spelt(c, x) = x == 0 || x == 1 ? sprintf("%d", x) : number(c == 0 ? "%.1f" : "%.3f", x)
filled(c, k, r, h) = sprintf("set object rectangle from %g,%g to %g,%g fillcolor rgb '%s' fillstyle transparent solid %g noborder;", \
    middle(c, k) - bar / 2.0, base[r], middle(c, k) + bar / 2.0, base[r] + h, c == 2 ? green : ink, c == 2 ? 0.6 : 0.3)
do for [r = 1:2] { do for [c = 0:2] {
    eval(sprintf("set arrow from %g,%g to %g,%g nohead linewidth 0.8 linecolor rgb ink;", left(c), base[r], left(c) + panel, base[r]))
    do for [k = 0:2] {
        x = of(r - 1, c, k)
        if (x != 0) { eval(filled(c, k, r, height(c, x))) }
        eval(write(middle(c, k), base[r] + height(c, x) + (x < 0 ? -11 : 11), spelt(c, x), c == 2 ? green : ink))
    }
} }
head(c, r, text) = write(left(c) + panel / 2.0, base[r] + (r == 1 ? 121 : 76), text, c == 2 ? green : ink)
exponential(of) = it("e") . "^{" . of . "}"
z = it("z")
eval(head(0, 1, "logits " . z) . head(1, 1, exponential(z)) . head(2, 1, it("p") . " = " . exponential(z) . sprintf(" / %.3f", result("measure", "softmax.sum"))))
eval(head(0, 2, z . " − 0.5") . head(1, 2, exponential(z . " − 0.5")) . head(2, 2, it("p") . " = " . exponential("…") . sprintf(" / %.3f", result("measure", "softmax.sum-less"))))
say(y, text) = sprintf("set label \"%s\" at 2,%g left;", text, y)
eval(narrow ? say(base[2] + 121, "With 1,000 added to each, and the") . say(base[2] + 104, "largest, 1,000.5, taken away:") \
    : say(base[2] + 107, "With 1,000 added to each, and then the largest, 1,000.5, taken away:"))
plot NaN
