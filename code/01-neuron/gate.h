/* gate.h: a sigmoid neuron with two inputs, to be taught a logic gate.
   The four rows of the gate's truth table are all the samples there are. */
#pragma once

enum { GATE_ROWS = 4 };

/* The parameters; a gradient has the same type. */
typedef struct {
    double w1, w2, b;
} gate;

/* A row of a truth table: two inputs and the target, each 0 or 1. */
typedef struct {
    double x1, x2, y;
} gate_row;

/* The truth tables, and what --data calls them, in the same order. */
typedef enum { GATE_XOR, GATE_AND, GATE_OR } gate_kind;
extern const char gate_words[];

/* The four rows of a gate, inputs counting up: 00, 01, 10, 11. */
const gate_row *gate_rows(gate_kind kind);

/* The prediction yhat = sigmoid(w1 x1 + w2 x2 + b) for one row. */
double gate_predict(const gate *g, const gate_row *row);

/* The loss, summed over the four rows: L = 1/2 sum (yhat - y)^2. */
double gate_loss(const gate *g, const gate_row rows[GATE_ROWS]);

/* The gradient of that loss: the sum of the rows' gradients. */
gate gate_gradient(const gate *g, const gate_row rows[GATE_ROWS]);

/* One step of gradient descent with learning rate lr. */
void gate_step(gate *g, const gate *gradient, double lr);
