# mistakes.gp: the eight rows to test that the default run answers worst: what
# each is and what was answered, with their probabilities; on phones beside the
# picture. From mistakes.dat (row, digit, answer, their probabilities; then
# picture, column, row, ink from 0 to 16).
ends = "butt"
eval(canvas(narrow ? 332 : 334))
u = narrow ? 8.5 : 11
left(p) = narrow ? 4 + 174 * (int(p) % 2) : 19 + 124.7 * (int(p) % 4)
top(p) = narrow ? 326 - 84 * (int(p) / 2) : 328 - 171 * (int(p) / 4)
percent(format, x) = sprintf(format . "%%", 100 * x)
row(p) = sprintf("row %d", told("mistakes.dat", p, 1))
digit(p) = sprintf("a %d: ", told("mistakes.dat", p, 2)) . percent("%.2f", told("mistakes.dat", p, 4))
answer(p) = sprintf("answer %d", told("mistakes.dat", p, 3))
p_answer(p) = percent("%.1f", told("mistakes.dat", p, 5))
beside(p, line, text, colour) = sprintf("set label '%s' at %g,%g left textcolor rgb '%s';", \
    text, left(p) + 8 * u + 9, top(p) - 8 - 17.5 * line, colour)
do for [p = 0:7] {
    eval(paper(p))
    if (narrow) {
        eval(beside(p, 0, row(p), ink) . beside(p, 1, digit(p), ink) . beside(p, 2, answer(p) . ":", red) . beside(p, 3, p_answer(p), red))
    } else {
        eval(write(left(p) + 4 * u, top(p) - 8 * u - 15, row(p), ink) . write(left(p) + 4 * u, top(p) - 8 * u - 34, digit(p), ink) \
            . write(left(p) + 4 * u, top(p) - 8 * u - 53, answer(p) . ": " . p_answer(p), red))
    }
}
plot for [level = 1:16] data . "/mistakes.dat" index 1 \
    using (left($1) + u * $2):(int($4) == level ? top($1) - u * ($3 + 0.5) : NaN):(pixel * u):(0) \
    with vectors nohead linewidth pixel * u linecolor rgb seen_through(level / 16.0, ink)
