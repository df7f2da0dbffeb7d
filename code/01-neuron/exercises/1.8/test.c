/* The checks of exercise 1.8, on the truth tables of the chapter. */
#include "answer.h"

#include "01-neuron/gate.h"
#include "workbook.h"

#include <math.h>

/* How many rows of a gate lie on the side of one half that they should. */
static int rows_right(const gate *g, gate_kind kind)
{
    int right = 0;
    for (int n = 0; n < GATE_ROWS; n++) {
        const gate_row *row = &gate_rows(kind)[n];
        right += (gate_predict(g, row) > 0.5) == (row->y > 0.5);
    }
    return right;
}

static bool all_on_one_side(const gate *g)
{
    int on = 0;
    for (int n = 0; n < GATE_ROWS; n++)
        on += gate_predict(g, &gate_rows(GATE_XOR)[n]) > 0.5;
    return on == 0 || on == GATE_ROWS;
}

static void expect_gate(gate g, gate_kind kind, const char *name,
                        gate_kind other, const char *other_name)
{
    if (isnan(g.w1 + g.w2 + g.b))
        unanswered("%s", name);
    if (all_on_one_side(&g))
        suspect("%s: the same answer on all four rows; compare b with the "
                "weights",
                name);
    if (rows_right(&g, other) == GATE_ROWS)
        suspect("%s: this is %s; what must b outweigh, and what not?", name,
                other_name);
    if (rows_right(&g, kind) == 0)
        suspect("%s: every row is answered the other way round; look at "
                "the signs",
                name);
    for (int n = 0; n < GATE_ROWS; n++) {
        const gate_row *row = &gate_rows(kind)[n];
        const double yhat = gate_predict(&g, row);
        if ((yhat > 0.5) != (row->y > 0.5))
            suspect("%s: the row %g %g is on the wrong side; what is z "
                    "there?",
                    name, row->x1, row->x2);
    }
    for (int n = 0; n < GATE_ROWS; n++) {
        const gate_row *row = &gate_rows(kind)[n];
        if (fabs(gate_predict(&g, row) - row->y) > 0.1)
            suspect("%s: the line is right and the slope across it too "
                    "gentle; which change leaves a line where it is?",
                    name);
    }
}

static void and_gate(void)
{
    expect_gate(and_by_hand(), GATE_AND, "AND", GATE_OR, "OR");
}

static void or_gate(void)
{
    expect_gate(or_by_hand(), GATE_OR, "OR", GATE_AND, "AND");
}

const check checks[] = {and_gate, or_gate, NULL};
