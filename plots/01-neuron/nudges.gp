# nudges.gp: how wrong a numeric derivative is, against the nudge. Left of
# its best nudge each difference is spoiled by rounding, right of it by the bend
# of the loss. From nudges.dat (the nudge, then the median relative error of three
# differences) and, for the dots at a round nudge near the best, measure.values.
eval(figure(370))

set logscale xy
set xrange [1e-14:1]
set yrange [1e-12:1]
set xtics 1e-14,1e3 format "10^{%T}"
set ytics 1e-12,1e3,1e-3 format "10^{%T}"
set ytics add ("1" 1)
unset mxtics
unset mytics
set xlabel "nudge " . it("Δ")
eval(y_name("relative error of the numeric " . d("L", "w")))

central   = result("measure", "central.1e-5")
one_sided = result("measure", "one_sided.1e-8")
single    = result("measure", "single.best")
eval(dot(1e-5, central, ink) . dot(1e-8, one_sided, blue) . dot(result("measure", "single.nudge"), single, red))

at = narrow ? 1.9e-6 : 1.5e-6
eval(write(at, 5e-8, "central", ink) . write(at, 5e-9, scientific(central), ink))
lift = narrow ? 5 : 1
eval(write(1e-8, 9e-6 * lift, "one-sided", blue) . write(1e-8, 9e-7 * lift, scientific(one_sided), blue))
eval(write(narrow ? 8e-4 : 8e-5, 0.2, "central, in float", red) . write(8e-2, 4e-7, scientific(single), red))

small = narrow ? 1e-11 : 3e-12
eval(write(small, 3e-10, "rounding error", ink) \
    . write(small, 3e-11, "grows as " . it("Δ") . " shrinks", ink))
eval(write(1.5e-2, 3e-10, narrow ? "truncation" : "truncation error", ink) \
    . write(1.5e-2, 3e-11, (narrow ? "error grows" : "grows with " . it("Δ")), ink) \
    . (narrow ? write(1.5e-2, 3e-12, "with " . it("Δ"), ink) : ""))

plot data . "/nudges.dat" using 1:2 with lines linetype 1, \
     "" using 1:3 with lines linetype 2, \
     "" using 1:4 with lines linetype 3
