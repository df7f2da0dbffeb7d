#include "gate.h"
#include "neuron.h"

const char gate_words[] = "xor|and|or";

const gate_row *gate_rows(gate_kind kind)
{
    static const gate_row tables[][GATE_ROWS] = {
        [GATE_XOR] = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}},
        [GATE_AND] = {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 1, 1}},
        [GATE_OR] = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}},
    };
    return tables[kind];
}

double gate_predict(const gate *g, const gate_row *row)
{
    return sigmoid(g->w1 * row->x1 + g->w2 * row->x2 + g->b);
}

double gate_loss(const gate *g, const gate_row rows[GATE_ROWS])
{
    double loss = 0.0;
    for (int n = 0; n < GATE_ROWS; n++)
        loss += half_square(gate_predict(g, &rows[n]), rows[n].y);
    return loss;
}

gate gate_gradient(const gate *g, const gate_row rows[GATE_ROWS])
{
    gate sum = {0.0, 0.0, 0.0};
    for (int n = 0; n < GATE_ROWS; n++) {
        const double yhat = gate_predict(g, &rows[n]);
        const double dL_dz =
            (yhat - rows[n].y) * sigmoid_prime_from_output(yhat);
        sum.w1 += dL_dz * rows[n].x1;
        sum.w2 += dL_dz * rows[n].x2;
        sum.b += dL_dz;
    }
    return sum;
}

void gate_step(gate *g, const gate *gradient, double lr)
{
    g->w1 -= lr * gradient->w1;
    g->w2 -= lr * gradient->w2;
    g->b -= lr * gradient->b;
}
