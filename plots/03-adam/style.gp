# style.gp: what the figures of chapter 3 share.

# A valley f = (α^2 + 100 γ^2) / 2 and its lines of equal height, each a curve
# over one turn of the parameter t.
valley = "set parametric; set trange [0:2*pi]; set samples 200; set border 15 linewidth 0.6; " \
    . "set xrange [-10.5:2.5]; set yrange [-1.3:1.3]; set xtics -10,5; set ytics -1,1; " \
    . "set xlabel it('α'); set lmargin 5;" . y_name(it("γ"))

# How wrong a run's four answers to XOR are after each of its epochs, as half
# the sum of the squares of their errors, whatever loss it descends.
misses = "set logscale x; set xrange [1:10000]; set yrange [0:0.62]; " \
    . "set xtics ('1' 1, '10' 10, '100' 100, '1,000' 1000, '10,000' 10000); " \
    . "set ytics ('0' 0, '1/4' 0.25, '1/2' 0.5); set xlabel 'epoch'; set rmargin 3;" \
    . y_name("half the sum of the squared errors") . ";" \
    . "set arrow from 1,0.25 to 10000,0.25 nohead linetype 9 back;" \
    . "set arrow from 1,0.5 to 10000,0.5 nohead linetype 9 back;"
missed(run) = "< awk -F , 'NR > 2 && $1 >= after { " \
    . "print $1, ($3 ^ 2 + (1 - $4) ^ 2 + (1 - $5) ^ 2 + $6 ^ 2) / 2; after = 1.012 * $1 }' '" \
    . data . "/" . run . ".csv'"
miss_at(run, epoch) = to_number(system(sprintf("awk -F , '$1 == %d { " \
    . "print ($3 ^ 2 + (1 - $4) ^ 2 + (1 - $5) ^ 2 + $6 ^ 2) / 2 }' '%s/%s.csv'", epoch, data, run)))
