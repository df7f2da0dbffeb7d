/* main.c: the program of chapter 1. It trains one neuron on one sample, or
   with --data on the four rows of a logic gate, and reports. */
#include "check.h"
#include "gate.h"
#include "neuron.h"
#include "plumbing/messages.h"
#include "plumbing/options.h"
#include "plumbing/records.h"

#include <math.h>
#include <stdio.h>

/* A neuron, its sample, and the pass between them: all the numbers that a
   check may nudge. */
typedef struct {
    neuron n;
    sample s;
    forward f;
} chain;

static double loss_from_parameters(const void *state)
{
    const chain *c = state;
    return neuron_forward(&c->n, &c->s).loss;
}

static double z_from_parameters(const void *state)
{
    const chain *c = state;
    return neuron_forward(&c->n, &c->s).z;
}

static double yhat_from_z(const void *state)
{
    const chain *c = state;
    return sigmoid(c->f.z);
}

static double loss_from_yhat(const void *state)
{
    const chain *c = state;
    const double error = c->f.yhat - c->s.y;
    return 0.5 * error * error;
}

/* A derivative found both ways. */
typedef struct {
    const char *name, *formula;
    double analytic;
    difference numeric;
} derivative;

enum { SAMPLE_DERIVATIVES = 5, GATE_DERIVATIVES = 3 };

/* How far to nudge a number that is multiplied by factor on its way into
   z: so that z moves by about 1e-5, and the number by enough to be felt
   among its own digits. */
static double nudge(double number, double factor)
{
    return fmax(1e-5 / fmax(1.0, fabs(factor)), 1e-10 * fabs(number));
}

/* Finds every derivative of one pass, by the chain rule and by nudging. */
static void sample_derivatives(chain c, derivative all[SAMPLE_DERIVATIVES])
{
    const slopes d = neuron_backward(&c.s, &c.f);
    const double hw = nudge(c.n.w, c.s.x), hb = nudge(c.n.b, 1.0);
    const double hz = nudge(c.f.z, 1.0), hyhat = nudge(c.f.yhat, 1.0);
    all[0] = (derivative){
        "dL_dyhat", "yhat - y", d.dL_dyhat,
        central_difference(loss_from_yhat, &c, &c.f.yhat, hyhat)};
    all[1] = (derivative){"dyhat_dz", "yhat (1 - yhat)", d.dyhat_dz,
                          central_difference(yhat_from_z, &c, &c.f.z, hz)};
    all[2] =
        (derivative){"dz_dw", "x", d.dz_dw,
                     central_difference(z_from_parameters, &c, &c.n.w, hw)};
    all[3] = (derivative){
        "dL_dw", "dL_dyhat dyhat_dz dz_dw", d.dL_dw,
        central_difference(loss_from_parameters, &c, &c.n.w, hw)};
    all[4] = (derivative){
        "dL_db", "dL_dyhat dyhat_dz", d.dL_db,
        central_difference(loss_from_parameters, &c, &c.n.b, hb)};
}

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

static void gate_derivatives(gate_state s, derivative all[GATE_DERIVATIVES])
{
    const gate d = gate_gradient(&s.g, s.rows);
    const char *const names[] = {"dL_dw1", "dL_dw2", "dL_db"};
    const double analytic[] = {d.w1, d.w2, d.b};
    double *const numbers[] = {&s.g.w1, &s.g.w2, &s.g.b};
    for (int i = 0; i < GATE_DERIVATIVES; i++)
        all[i] =
            (derivative){names[i], "sum over the rows", analytic[i],
                         central_difference(loss_from_gate, &s, numbers[i],
                                            nudge(*numbers[i], 1.0))};
}

/* Prints a number in 15 columns, with 9 decimals where that tells it. */
static void number_print(double number)
{
    const double size = fabs(number);
    const bool plain = size == 0.0 || (size >= 1e-4 && size < 1e4);
    printf(plain ? "%15.9f" : "%15.6e", number);
}

/* Prints derivatives with their numeric values; with the relative errors
   too when errors is true. */
static void derivatives_print(const derivative all[], int n, bool errors)
{
    printf("%-10s %-25s %15s %15s%s\n", "", "", "chain rule", "nudged",
           errors ? "      error" : "");
    for (int i = 0; i < n; i++) {
        printf("%-10s %-25s ", all[i].name, all[i].formula);
        number_print(all[i].analytic);
        putchar(' ');
        number_print(all[i].numeric.slope);
        if (errors)
            printf(" %10.1e",
                   relative_error(all[i].analytic, all[i].numeric));
        putchar('\n');
    }
}

/* True if every relative error is small enough; a NaN is not. */
static bool derivatives_agree(const derivative all[], int n)
{
    for (int i = 0; i < n; i++)
        if (!(relative_error(all[i].analytic, all[i].numeric) <=
              error_most))
            return complain("--check: %s is wrong: its relative error is "
                            "above %g",
                            all[i].name, error_most);
    return true;
}

/* What the command line asks for. */
typedef struct {
    long epochs;
    double lr;
    neuron start;
    sample one;
    int data;
    bool on_gate; /* --data was given: four rows, not one sample */
    bool check, quiet;
    const char *trace, *values;
} settings;

static options_outcome settings_read(settings *s, int argc, char *argv[])
{
    enum { EPOCHS, LR, W, B, X, Y, DATA, CHECK, TRACE, VALUES, QUIET, ALL };
    const option_spec options[ALL] = {
        [EPOCHS] = {"epochs", OPTION_COUNT, &s->epochs, "1000", NULL,
                    "passes over the data"},
        [LR] = {"lr", OPTION_POSITIVE, &s->lr, "0.5", NULL,
                "learning rate"},
        [W] = {"w", OPTION_REAL, &s->start.w, "0.6", NULL,
               "the weight (with --data, both weights)"},
        [B] = {"b", OPTION_REAL, &s->start.b, "-0.2", NULL, "the bias"},
        [X] = {"x", OPTION_REAL, &s->one.x, "1.5", NULL, "the input"},
        [Y] = {"y", OPTION_REAL, &s->one.y, "1", NULL, "the target"},
        [DATA] = {"data", OPTION_CHOICE, &s->data, NULL, "xor|and|or",
                  "two inputs and four rows in place of one sample"},
        [CHECK] = {"check", OPTION_FLAG, &s->check, NULL, NULL,
                   "check each derivative; do not train"},
        [TRACE] = {"trace", OPTION_FILE, &s->trace, NULL, NULL,
                   "write a table, a row per epoch"},
        [VALUES] = {"values", OPTION_FILE, &s->values, NULL, NULL,
                    "write what was measured"},
        [QUIET] = {"quiet", OPTION_FLAG, &s->quiet, NULL, NULL,
                   "no report"},
    };
    bool given[ALL];
    *s = (settings){.trace = NULL, .values = NULL};
    const options_outcome outcome = options_parse(
        "01-neuron: train one neuron by the chain rule (chapter 1)",
        options, given, ALL, argc, argv);
    if (outcome != OPTIONS_READ)
        return outcome;
    s->on_gate = given[DATA];
    if (s->on_gate && (given[X] || given[Y])) {
        complain("--%s: --data brings its own inputs and targets",
                 given[X] ? "x" : "y");
        return OPTIONS_REFUSED;
    }
    if (s->trace != NULL && s->values != NULL &&
        output_same(s->trace, s->values)) {
        complain("--values: expected another file than --trace, got \"%s\"",
                 s->values);
        return OPTIONS_REFUSED;
    }
    if (s->check)
        s->epochs = 0;
    return outcome;
}

/* True for the epochs that a report shows: 0, 1, 2, 5, 10, 20, 50, … and
   the last. */
static bool epoch_is_shown(long epoch, long last)
{
    long round = 1;
    while (epoch > 5 * round)
        round *= 10;
    return epoch == 0 || epoch == last || epoch == round ||
           epoch == 2 * round || epoch == 5 * round;
}

static bool complain_diverged(long epoch)
{
    return complain("diverged at epoch %ld: a number is no longer finite",
                    epoch);
}

static void sample_report(const chain *c, const derivative all[])
{
    printf("One neuron, w = %g and b = %g, on one sample, x = %g and y = "
           "%g.\n\nForward\n",
           c->n.w, c->n.b, c->s.x, c->s.y);
    printf("%-10s %-25s ", "z", "w x + b");
    number_print(c->f.z);
    printf("\n%-10s %-25s ", "yhat", "sigmoid(z)");
    number_print(c->f.yhat);
    printf("\n%-10s %-25s ", "L", "(yhat - y)^2 / 2");
    number_print(c->f.loss);
    printf("\n\nBackward\n");
    derivatives_print(all, SAMPLE_DERIVATIVES, false);
}

static void sample_values(const output_file *values, const chain *c,
                          const derivative all[])
{
    value_write(values, "z", c->f.z);
    value_write(values, "yhat", c->f.yhat);
    value_write(values, "loss", c->f.loss);
    for (int i = 0; i < SAMPLE_DERIVATIVES; i++)
        value_write(values, all[i].name, all[i].analytic);
    value_write(values, "dL_dw.numeric", all[3].numeric.slope);
    value_write(values, "dL_db.numeric", all[4].numeric.slope);
}

/* Trains on the one sample; false if the run diverged. */
static bool sample_train(chain *c, const settings *s,
                         const output_file *trace)
{
    const bool reports = !s->quiet && !s->check;
    if (reports)
        printf("\nTraining, learning rate %g\n%8s %12s %12s %12s %12s\n",
               s->lr, "epoch", "w", "b", "yhat", "L");
    trace_begin(trace, "epoch,loss,yhat,w,b");
    for (long epoch = 0;; epoch++) {
        c->f = neuron_forward(&c->n, &c->s);
        if (!isfinite(c->f.z) || !isfinite(c->f.loss))
            return complain_diverged(epoch);
        trace_row(trace, epoch,
                  (double[]){c->f.loss, c->f.yhat, c->n.w, c->n.b}, 4);
        if (reports && epoch_is_shown(epoch, s->epochs))
            printf("%8ld %12.6g %12.6g %12.6g %12.6g\n", epoch, c->n.w,
                   c->n.b, c->f.yhat, c->f.loss);
        if (epoch == s->epochs)
            return true;
        const slopes d = neuron_backward(&c->s, &c->f);
        neuron_step(&c->n, &(neuron){d.dL_dw, d.dL_db}, s->lr);
    }
}

static bool sample_run(const settings *s, const run_records *records)
{
    chain c = {s->start, s->one, neuron_forward(&s->start, &s->one)};
    derivative all[SAMPLE_DERIVATIVES];
    sample_derivatives(c, all);
    if (s->check && !s->quiet)
        derivatives_print(all, SAMPLE_DERIVATIVES, true);
    else if (!s->quiet)
        sample_report(&c, all);
    sample_values(&records->values, &c, all);
    if (!sample_train(&c, s, &records->trace))
        return false;
    value_write(&records->values, "w.last", c.n.w);
    value_write(&records->values, "b.last", c.n.b);
    value_write(&records->values, "yhat.last", c.f.yhat);
    value_write(&records->values, "loss.last", c.f.loss);
    return !s->check || derivatives_agree(all, SAMPLE_DERIVATIVES);
}

static void gate_trace(const output_file *trace, long epoch, double loss,
                       const gate_state *state)
{
    double row[4 + GATE_ROWS] = {loss, state->g.w1, state->g.w2,
                                 state->g.b};
    for (int n = 0; n < GATE_ROWS; n++)
        row[4 + n] = gate_predict(&state->g, &state->rows[n]);
    trace_row(trace, epoch, row, 4 + GATE_ROWS);
}

/* Trains on the four rows; false if the run diverged. */
static bool gate_train(gate_state *state, const settings *s,
                       const output_file *trace)
{
    const bool reports = !s->quiet && !s->check;
    if (reports)
        printf("Training, learning rate %g\n%8s %12s %12s %12s %12s\n",
               s->lr, "epoch", "w1", "w2", "b", "L");
    trace_begin(trace, "epoch,loss,w1,w2,b,yhat.0,yhat.1,yhat.2,yhat.3");
    for (long epoch = 0;; epoch++) {
        const double loss = gate_loss(&state->g, state->rows);
        if (!isfinite(loss) ||
            !isfinite(state->g.w1 + state->g.w2 + state->g.b))
            return complain_diverged(epoch);
        gate_trace(trace, epoch, loss, state);
        if (reports && epoch_is_shown(epoch, s->epochs))
            printf("%8ld %12.6g %12.6g %12.6g %12.6g\n", epoch, state->g.w1,
                   state->g.w2, state->g.b, loss);
        if (epoch == s->epochs)
            return true;
        const gate gradient = gate_gradient(&state->g, state->rows);
        gate_step(&state->g, &gradient, s->lr);
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
    for (int n = 0; n < GATE_ROWS; n++) {
        char name[16];
        snprintf(name, sizeof name, "yhat.%d", n);
        value_write(values, name, gate_predict(&state->g, &state->rows[n]));
    }
}

static bool gate_run(const settings *s, const run_records *records)
{
    gate_state state = {{s->start.w, s->start.w, s->start.b},
                        gate_rows((gate_kind)s->data)};
    derivative all[GATE_DERIVATIVES];
    gate_derivatives(state, all);
    if (s->check && !s->quiet)
        derivatives_print(all, GATE_DERIVATIVES, true);
    value_write(&records->values, "loss.first",
                gate_loss(&state.g, state.rows));
    for (int i = 0; i < GATE_DERIVATIVES; i++)
        value_write(&records->values, all[i].name, all[i].analytic);
    if (!gate_train(&state, s, &records->trace))
        return false;
    if (!s->quiet && !s->check)
        gate_table(&state);
    gate_values(&records->values, &state);
    return !s->check || derivatives_agree(all, GATE_DERIVATIVES);
}

int main(int argc, char *argv[])
{
    messages_begin_with("01-neuron");
    closed_pipes_report();
    settings s;
    const options_outcome outcome = settings_read(&s, argc, argv);
    if (outcome == OPTIONS_REFUSED)
        return EXIT_REFUSED;

    bool done = true;
    if (outcome == OPTIONS_READ) {
        run_records records;
        if (!records_open(&records, s.trace, s.values))
            return EXIT_FAILED;
        done =
            s.on_gate ? gate_run(&s, &records) : sample_run(&s, &records);
        done = records_commit(&records) && done;
    }
    done = standard_output_commit() && done;
    return done ? EXIT_DONE : EXIT_FAILED;
}
