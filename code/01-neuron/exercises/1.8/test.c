/* The checks of exercise 1.8, on the truth tables of the chapter. */
#include "answer.h"

#include "01-neuron/gate.h"
#include "workbook.h"

#include <math.h>

static const double near_enough = 0.1;

/* A gate that was asked for, and another that may be taken for it. */
typedef struct {
    gate_kind kind, other;
    const char *function, *name, *other_name;
} task;

static double z_of(const gate *g, const gate_row *row)
{
    return g->w1 * row->x1 + g->w2 * row->x2 + g->b;
}

/* How far the row's z is on the side of 0 that its target wants. */
static double on_its_side(const gate *g, const gate_row *row)
{
    return row->y > 0.5 ? z_of(g, row) : -z_of(g, row);
}

static double miss(const gate *g, const gate_row *row)
{
    return fabs(gate_predict(g, row) - row->y);
}

/* How many rows of a gate lie on the side of one half that they should. */
static int rows_right(const gate *g, gate_kind kind)
{
    int right = 0;
    for (int n = 0; n < GATE_ROWS; n++)
        right += on_its_side(g, &gate_rows(kind)[n]) > 0.0;
    return right;
}

static bool all_on_one_side(const gate *g)
{
    int on = 0;
    for (int n = 0; n < GATE_ROWS; n++)
        on += z_of(g, &gate_rows(GATE_XOR)[n]) > 0.0;
    return on == 0 || on == GATE_ROWS;
}

static void expect_numbers(const gate *g, const task *t)
{
    const double parameters[] = {g->w1, g->w2, g->b};
    static const char *const names[] = {"w1", "w2", "b"};
    if (g->w1 == TODO && g->w2 == TODO && g->b == TODO)
        unanswered("%s", t->function);
    for (int i = 0; i < 3; i++)
        if (parameters[i] == TODO)
            unanswered("%s of %s", names[i], t->function);
    for (int i = 0; i < 3; i++)
        if (!isfinite(parameters[i]))
            suspect(
                "%s returned %s = %g: an infinite weight times an input "
                "of nothing is no number; finite ones do",
                t->function, names[i], parameters[i]);
}

static void expect_line(const gate *g, const task *t)
{
    const gate_row *rows = gate_rows(t->kind);
    if (rows_right(g, t->other) == GATE_ROWS)
        suspect("%s: this is %s; what must b outweigh, and what not?",
                t->name, t->other_name);
    if (rows_right(g, t->kind) == 0 && !all_on_one_side(g))
        suspect("%s: every row is answered the other way round; look at "
                "the signs",
                t->name);
    for (int n = 0; n < GATE_ROWS; n++)
        if (z_of(g, &rows[n]) == 0.0)
            suspect("%s: on the row %g %g z is nought, so the neuron "
                    "cannot decide; what must b do there? (In C, 1/2 is "
                    "nought, too.)",
                    t->name, rows[n].x1, rows[n].x2);
    if (all_on_one_side(g))
        suspect("%s: the same answer on all four rows; compare b with the "
                "weights",
                t->name);
    for (int n = 0; n < GATE_ROWS; n++)
        if (!(on_its_side(g, &rows[n]) > 0.0))
            suspect("%s: z = %g on the row %g %g, the wrong side; which of "
                    "the three numbers does this row feel?",
                    t->name, z_of(g, &rows[n]), rows[n].x1, rows[n].x2);
}

/* Where the rows nearest to the line on its two sides are equally far,
   only the size of the parameters is left to change. */
static void expect_boldness(const gate *g, const task *t)
{
    const gate_row *rows = gate_rows(t->kind), *worst = &rows[0];
    double nearest[2] = {INFINITY, INFINITY}; /* of targets 0 and 1 */
    for (int n = 0; n < GATE_ROWS; n++) {
        double *side = &nearest[rows[n].y > 0.5];
        *side = fmin(*side, on_its_side(g, &rows[n]));
        if (miss(g, &rows[n]) > miss(g, worst))
            worst = &rows[n];
    }
    if (miss(g, worst) <= near_enough)
        return;
    if (fmax(nearest[0], nearest[1]) < 1.5 * fmin(nearest[0], nearest[1]))
        suspect("%s: the line is right and the slope across it too "
                "gentle; which change leaves a line where it is?",
                t->name);
    suspect("%s: the row %g %g, at z = %g, is too near the line; which of "
            "the other rows are farther, so that it can make room?",
            t->name, worst->x1, worst->x2, z_of(g, worst));
}

static void expect_gate(gate g, const task *t)
{
    expect_numbers(&g, t);
    expect_line(&g, t);
    expect_boldness(&g, t);
    for (int n = 0; n < GATE_ROWS; n++)
        MUST_HOLD(miss(&g, &gate_rows(t->kind)[n]) <= near_enough);
}

static void and_gate(void)
{
    expect_gate(and_by_hand(),
                &(task){GATE_AND, GATE_OR, "and_by_hand", "AND", "OR"});
}

static void or_gate(void)
{
    expect_gate(or_by_hand(),
                &(task){GATE_OR, GATE_AND, "or_by_hand", "OR", "AND"});
}

const check checks[] = {and_gate, or_gate, NULL};
