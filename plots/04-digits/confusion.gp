# confusion.gp: which digits of the rows to test the default run took for which.
# From default.values (confusion.DIGIT.ANSWER).
eval(canvas(narrow ? 322 : 358))
wide_cell = narrow ? 26.6 : 39; high_cell = narrow ? 27 : 31
x0 = narrow ? 28 : 50; y0 = narrow ? 278 : 314
array count[100]
found = system(sprintf("awk '/^confusion/ { print $3 }' '%s/default.values'", data))
do for [k = 1:100] { count[k] = to_number(word(found, k)) }
cell_at(i, j, colour, part) = sprintf("set object rectangle from %g,%g to %g,%g fillcolor rgb '%s' fillstyle transparent solid %g noborder;", \
    x0 + wide_cell * j + 0.6, y0 - high_cell * (i + 1) + 0.6, x0 + wide_cell * (j + 1) - 0.6, y0 - high_cell * i - 0.6, colour, part)
middle(j) = x0 + wide_cell * (j + 0.5)
level(i) = y0 - high_cell * (i + 0.5)
do for [i = 0:9] {
    eval(write(x0 - 12, level(i), sprintf("%d", i), ink) . write(middle(i), y0 + 12, sprintf("%d", i), ink))
    of = 0
    do for [j = 0:9] {
        n = count[10 * i + j + 1]
        of = of + n
        eval(cell_at(i, j, i == j || n == 0 ? ink : red, i == j ? 0.16 : n == 0 ? 0.03 : 0.16 + 0.05 * n))
        if (n > 0) { eval(write(middle(j), level(i), sprintf("%d", n), ink)) }
    }
    right = narrow ? x0 + 10 * wide_cell + 23 : x0 + 10 * wide_cell + 32
    eval(write(right, level(i), sprintf("of %d", of), ink))
}
eval(sprintf("set label 'answer' at %g,%g center; set label 'digit' at 2,%g left;", x0 + 5 * wide_cell, y0 + 32, y0 + 32))
plot NaN
