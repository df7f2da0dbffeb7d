#include "gate_run.h"
#include "check.h"
#include "neuron.h"
#include "shell/report.h"

#include <math.h>
#include <stdio.h>

/* A gate neuron and its truth table, for nudging. */
typedef struct {
    gate g;
    const gate_row *rows;
} gate_state;

static double loss_from_gate(const void *state)
{
    const gate_state *s = state;
    return gate_loss(&s->g, s->rows);
}

enum { GATE_DERIVATIVES = 3 };

/* The sizes of the terms that the loss adds up on its way. */
static double gate_terms(const gate_state *s)
{
    double terms = 0.0;
    for (int n = 0; n < GATE_ROWS; n++) {
        const double yhat = gate_predict(&s->g, &s->rows[n]);
        const double dL_dz =
            (yhat - s->rows[n].y) * sigmoid_prime_from_output(yhat);
        terms +=
            fabs(dL_dz) * (fabs(s->g.w1 * s->rows[n].x1) +
                           fabs(s->g.w2 * s->rows[n].x2) + fabs(s->g.b));
    }
    return terms;
}

static void gate_derivatives(gate_state s, derivative all[GATE_DERIVATIVES])
{
    const gate d = gate_gradient(&s.g, s.rows);
    const double terms = gate_terms(&s);
    const char *const names[] = {"dL_dw1", "dL_dw2", "dL_db"};
    const double analytic[] = {d.w1, d.w2, d.b};
    double *const numbers[] = {&s.g.w1, &s.g.w2, &s.g.b};
    for (int i = 0; i < GATE_DERIVATIVES; i++) {
        const double nudge = nudge_size(*numbers[i], 1.0);
        all[i] = (derivative){
            .name = names[i],
            .formula = "sum over the rows",
            .analytic = analytic[i],
            .numeric =
                central_difference(loss_from_gate, &s, numbers[i], nudge),
        };
        sum_noise_add(&all[i].numeric, nudge, nudge, terms);
    }
}

/* Trains on the four rows; false if the run diverged. */
static bool gate_train(gate_state *state, const program *p)
{
    gate *g = &state->g;
    const bool reports = !p->quiet && !p->check;
    if (reports)
        printf("Training, learning rate %g\n%8s %12s %12s %12s %12s\n",
               p->lr, "epoch", "L", "w1", "w2", "b");
    trace_begin(&p->trace,
                "epoch,loss,w1,w2,b,yhat.0,yhat.1,yhat.2,yhat.3");
    for (long epoch = 0;; epoch++) {
        const double loss = gate_loss(g, state->rows);
        if (!isfinite(loss) || !isfinite(g->w1 + g->w2 + g->b))
            return complain_diverged(epoch);
        double row[4 + GATE_ROWS] = {loss, g->w1, g->w2, g->b};
        for (int n = 0; n < GATE_ROWS; n++)
            row[4 + n] = gate_predict(g, &state->rows[n]);
        trace_row(&p->trace, epoch, row, 4 + GATE_ROWS);
        if (reports && epoch_is_shown(epoch, p->epochs))
            epoch_print(epoch, row, 4);
        if (epoch == p->epochs)
            return true;
        const gate gradient = gate_gradient(g, state->rows);
        gate_step(g, &gradient, p->lr);
    }
}

static void gate_table(const gate_state *state)
{
    printf("\n%8s %12s %12s\n", "x1 x2", "target", "prediction");
    for (int n = 0; n < GATE_ROWS; n++) {
        const gate_row *row = &state->rows[n];
        printf("%4g %3g %12g %12.4f\n", row->x1, row->x2, row->y,
               gate_predict(&state->g, row));
    }
}

static void gate_values(const output_file *values, const gate_state *state)
{
    value_write(values, "loss.last", gate_loss(&state->g, state->rows));
    value_write(values, "w1.last", state->g.w1);
    value_write(values, "w2.last", state->g.w2);
    value_write(values, "b.last", state->g.b);
    for (int n = 0; n < GATE_ROWS; n++)
        value_write_at(values, "yhat", n,
                       gate_predict(&state->g, &state->rows[n]));
}

bool gate_run(gate start, gate_kind kind, const program *p)
{
    gate_state state = {start, gate_rows(kind)};
    derivative all[GATE_DERIVATIVES];
    gate_derivatives(state, all);
    if (p->check && !p->quiet)
        derivatives_print(all, GATE_DERIVATIVES, true);
    value_write(&p->values, "loss.first", gate_loss(&state.g, state.rows));
    for (int i = 0; i < GATE_DERIVATIVES; i++)
        value_write(&p->values, all[i].name, all[i].analytic);
    if (!gate_train(&state, p))
        return false;
    if (!p->quiet && !p->check)
        gate_table(&state);
    gate_values(&p->values, &state);
    return !p->check || derivatives_agree(all, GATE_DERIVATIVES);
}
