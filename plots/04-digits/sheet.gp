# sheet.gp: the first three images of each digit. From sheet.dat (picture,
# column, row, ink from 0 to 16); picture 10 r + d is one of the digit d. On
# phones the digits from 5 on stand below the others.
ends = "butt"
eval(canvas(narrow ? 430 : 168))
u = narrow ? 7 : 5
left(p) = narrow ? 6 + 68 * (int(p) % 5) : 5 + 50 * (int(p) % 10)
top(p) = narrow ? 404 - 63 * (int(p) / 10) - 216 * (int(p) % 10 / 5) : 142 - 49 * (int(p) / 10)
do for [p = 0:29] { eval(paper(p)) }
do for [d = 0:9] { eval(write(left(d) + 4 * u, top(d) + 14, sprintf("%d", d), ink)) }
plot for [level = 1:16] data . "/sheet.dat" \
    using (left($1) + u * $2):(int($4) == level ? top($1) - u * ($3 + 0.5) : NaN):(pixel * u):(0) \
    with vectors nohead linewidth pixel * u linecolor rgb seen_through(level / 16.0, ink)
