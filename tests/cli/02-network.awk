# The 2-3-1 network once more, by the formulas and in another language: trains from the first row of a trace, and compares each row
# with its own to 1e-9. Prints what differs. Method: gd, or sgd in order.
#
# usage: awk -v method=gd -v lr=0.5 -f 02-network.awk t.csv
function sigmoid(z) { return 1 / (1 + exp(-z)) }
function apart(a, b) { return (a > b ? a - b : b - a) > 1e-9 * (1 + (b > 0 ? b : -b)) }

# p[0..12] are W1 by rows, b1, W2 and b2. Adds row n's gradient to g.
function pass(n,    j) {
    out = p[12]
    for (j = 0; j < 3; j++) {
        h[j] = sigmoid(x[n, 0] * p[j] + x[n, 1] * p[3 + j] + p[6 + j])
        out += h[j] * p[9 + j]
    }
    yhat[n] = sigmoid(out)
}
function back(n,    j, d, e) {
    d = (yhat[n] - y[n]) * yhat[n] * (1 - yhat[n])
    g[12] += d
    for (j = 0; j < 3; j++) {
        g[9 + j] += d * h[j]
        e = d * p[9 + j] * h[j] * (1 - h[j])
        g[j] += e * x[n, 0]
        g[3 + j] += e * x[n, 1]
        g[6 + j] += e
    }
}
function step(    k) {
    for (k = 0; k < 13; k++) { p[k] -= lr * g[k]; g[k] = 0 }
}
BEGIN {
    FS = ","
    for (n = 0; n < 4; n++) { x[n, 0] = n >= 2; x[n, 1] = n % 2; y[n] = x[n, 0] != x[n, 1] }
    for (k = 0; k < 13; k++) g[k] = 0
}
NR == 1 { next }
NR == 2 { for (k = 0; k < 13; k++) p[k] = $(7 + k) }
NR > 2 {
    for (n = 0; n < 4; n++) { pass(n); back(n); if (method == "sgd") step() }
    if (method == "gd") step()
}
{
    loss = 0
    for (n = 0; n < 4; n++) {
        pass(n)
        loss += (yhat[n] - y[n]) ^ 2 / 2
        if (apart($(3 + n), yhat[n])) print "row " NR ": prediction " n " is " $(3 + n) ", expected " yhat[n]
    }
    if (apart($2, loss)) print "row " NR ": the loss is " $2 ", expected " loss
    for (k = 0; k < 13; k++) if (apart($(7 + k), p[k])) print "row " NR ": parameter " k " is " $(7 + k) ", expected " p[k]
}
END { if (NR < 3) print "no rows" }
