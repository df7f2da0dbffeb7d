# What chapters 2 and 3 do to the 2-3-1 network once more, by other formulas and in another language: trains from the first row of a
# trace, and compares each row with its own to 1e-9. Prints what differs.
#
# Cross-entropy is here log(1 + exp(-z)) or log(1 + exp(z)), by the target; and of Adam's two epsilons here the one is the other
# divided by the root of 1 - beta2^t.
#
# usage: awk [-v loss=half] [-v optimizer=gd [-v method=sgd]] [-v stage=…] [-v inside=1] [-v lr=…] [-v beta1=…] [-v beta2=…] [-v epsilon=…]
#            -f experiment.awk t.csv
function sigmoid(z) { return z < -700 ? 0 : 1 / (1 + exp(-z)) }
function softplus(z) { return z > 40 ? z : z < -700 ? 0 : log(1 + exp(z)) }
function sqrt_or_0(number) { return number > 0 ? exp(log(number) / 2) : 0 }
function apart(a, b) { return (a > b ? a - b : b - a) > 1e-9 * (1 + (b > 0 ? b : -b)) }
function given(text, other) { return text == "" ? other : text }

# p[0..12] are W1 by rows, b1, W2 and b2. Sets yhat[n], and adds row n's part to total and its gradient to g.
function pass(n,    j, z, d, e) {
    z = p[12]
    for (j = 0; j < 3; j++) {
        h[j] = sigmoid(x[n, 0] * p[j] + x[n, 1] * p[3 + j] + p[6 + j])
        z += h[j] * p[9 + j]
    }
    yhat[n] = sigmoid(z)
    if (loss == "half") {
        total += (yhat[n] - y[n]) ^ 2 / 2
        d = (yhat[n] - y[n]) * yhat[n] * (1 - yhat[n])
    } else {
        total += softplus(y[n] ? -z : z) / 4
        d = (y[n] ? -sigmoid(-z) : yhat[n]) / 4
    }
    g[12] += d
    for (j = 0; j < 3; j++) {
        g[9 + j] += d * h[j]
        e = d * p[9 + j] * h[j] * (1 - h[j])
        g[j] += e * x[n, 0]
        g[3 + j] += e * x[n, 1]
        g[6 + j] += e
    }
}

# How far parameter k goes, in units of lr.
function way(k,    mhat, vhat) {
    if (optimizer == "gd") return g[k]
    m[k] += (1 - beta1) * (g[k] - m[k])
    v[k] += (1 - beta2) * (g[k] ^ 2 - v[k])
    if (stage == "momentum") return m[k]
    if (stage == "rms") return g[k] / (sqrt_or_0(v[k]) + epsilon)
    if (stage == "uncorrected") return m[k] / (sqrt_or_0(v[k]) + epsilon)
    mhat = m[k] / (1 - beta1 ^ t)
    vhat = v[k] / (1 - beta2 ^ t)
    return mhat / (sqrt_or_0(vhat) + (inside ? epsilon : epsilon / sqrt_or_0(1 - beta2 ^ t)))
}
function clear(    k) {
    total = 0
    for (k = 0; k < 13; k++) g[k] = 0
}
function step(    k) {
    for (k = 0; k < 13; k++) p[k] -= lr * way(k)
}
function epoch(    n) {
    t++
    if (method != "sgd") { step(); return }
    for (n = 0; n < 4; n++) { clear(); pass(n); step() }
}

BEGIN {
    FS = ","
    CONVFMT = "%.17g"
    loss = given(loss, "bce")
    optimizer = given(optimizer, "adam")
    stage = given(stage, "adam")
    lr = given(lr, 0.001)
    beta1 = given(beta1, 0.9)
    beta2 = given(beta2, 0.999)
    epsilon = given(epsilon, 1e-7)
    for (n = 0; n < 4; n++) { x[n, 0] = n >= 2; x[n, 1] = n % 2; y[n] = x[n, 0] != x[n, 1] }
    for (k = 0; k < 13; k++) m[k] = v[k] = 0
}
NR == 1 { next }
NR == 2 { for (k = 0; k < 13; k++) p[k] = $(7 + k) }
NR > 2 { epoch() }
{
    clear()
    for (n = 0; n < 4; n++) pass(n)
    if (NF != 19) print "row " NR ": " NF " columns, expected 19"
    for (n = 0; n < 4; n++)
        if (apart($(3 + n), yhat[n])) print "row " NR ": prediction " n " is " $(3 + n) ", expected " yhat[n]
    if (apart($2, total)) print "row " NR ": the loss is " $2 ", expected " total
    for (k = 0; k < 13; k++) if (apart($(7 + k), p[k])) print "row " NR ": parameter " k " is " $(7 + k) ", expected " p[k]
}
END { if (NR < 3) print "no rows" }
