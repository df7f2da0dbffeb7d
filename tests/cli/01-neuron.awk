# Recomputes what 01-neuron did, from its arguments alone, and compares. Reads a values file, then the trace; prints what differs.
#
# usage: awk -v w=… -v b=… -v x=… -v y=… -v lr=… [-v data=xor] -f 01-neuron.awk VALUES TRACE

function sigmoid(z) { return z < -700 ? 0 : 1 / (1 + exp(-z)) }
function size(number) { return number < 0 ? -number : number }

# The program differs by rounding alone.
function compare(what, actual, expected) {
    if (actual == "" || size(actual - expected) > 1e-9 * size(expected) + 1e-14)
        print what " is " (actual == "" ? "missing" : actual) ", expected " sprintf("%.17g", expected)
}

# Sets loss, dw1, dw2, db and yhat[] for the parameters w1, w2, b.
function pass(    n, error) {
    loss = dw1 = dw2 = db = 0
    for (n = 0; n < rows; n++) {
        yhat[n] = sigmoid(w1 * x1[n] + w2 * x2[n] + b)
        error = yhat[n] - target[n]
        loss += error * error / 2
        dw1 += error * yhat[n] * (1 - yhat[n]) * x1[n]
        dw2 += error * yhat[n] * (1 - yhat[n]) * x2[n]
        db += error * yhat[n] * (1 - yhat[n])
    }
}

BEGIN {
    w1 = w
    if (data == "") {
        rows = 1
        x1[0] = x
        target[0] = y
    } else {
        rows = 4
        w2 = w
        for (n = 0; n < 4; n++) {
            x1[n] = int(n / 2)
            x2[n] = n % 2
            ones = x1[n] + x2[n]
            target[n] = data == "xor" ? ones == 1 : data == "and" ? ones == 2 : ones > 0
        }
    }
}

FILENAME == ARGV[1] { value[$1] = $3; next }

FNR == 1 {
    pass()
    compare("dL_db", value["dL_db"], db)
    if (data == "") {
        compare("z", value["z"], w1 * x + b)
        compare("yhat", value["yhat"], yhat[0])
        compare("loss", value["loss"], loss)
        compare("dL_dyhat", value["dL_dyhat"], yhat[0] - y)
        compare("dyhat_dz", value["dyhat_dz"], yhat[0] * (1 - yhat[0]))
        compare("dz_dw", value["dz_dw"], x)
        compare("dL_dw", value["dL_dw"], dw1)
    } else {
        compare("loss.first", value["loss.first"], loss)
        compare("dL_dw1", value["dL_dw1"], dw1)
        compare("dL_dw2", value["dL_dw2"], dw2)
    }
    columns = split($0, column, ",")
    next
}

{
    split($0, cell, ",")
    for (c = 1; c <= columns; c++)
        row[column[c]] = cell[c]
    compare("row " FNR - 2 ": epoch", row["epoch"], FNR - 2)
    compare("epoch " FNR - 2 ": loss", row["loss"], loss)
    compare("epoch " FNR - 2 ": b", row["b"], b)
    compare("epoch " FNR - 2 ": weight", row[data == "" ? "w" : "w1"], w1)
    if (data != "")
        compare("epoch " FNR - 2 ": w2", row["w2"], w2)
    for (n = 0; n < rows; n++)
        compare("epoch " FNR - 2 ": yhat", row[data == "" ? "yhat" : "yhat." n], yhat[n])
    w_last = w1
    w1 -= lr * dw1
    w2 -= lr * dw2
    b_last = b
    b -= lr * db
    last = loss
    pass()
}

END {
    compare("loss.last", value["loss.last"], last)
    compare("b.last", value["b.last"], b_last)
    compare("weight at last", value[data == "" ? "w.last" : "w1.last"], w_last)
}
