/* main.c: the program of chapter 1. It trains one neuron on one sample, or
   with --data on the four rows of a logic gate, and reports. */
#include "gate.h"
#include "plumbing/messages.h"
#include "plumbing/options.h"
#include "sample.h"

/* What the command line asks for. */
typedef struct {
    training how;
    neuron start;
    sample one;
    int data;
    bool on_gate; /* --data was given: four rows, not one sample */
    const char *trace, *values;
} settings;

static options_outcome settings_read(settings *s, int argc, char *argv[])
{
    enum { EPOCHS, LR, W, B, X, Y, DATA, CHECK, TRACE, VALUES, QUIET, ALL };
    const option_spec options[ALL] = {
        [EPOCHS] = {"epochs", OPTION_COUNT, &s->how.epochs, "1000", NULL,
                    "passes over the data"},
        [LR] = {"lr", OPTION_POSITIVE, &s->how.lr, "0.5", NULL,
                "learning rate"},
        [W] = {"w", OPTION_REAL, &s->start.w, "0.6", NULL,
               "the weight (with --data, both weights)"},
        [B] = {"b", OPTION_REAL, &s->start.b, "-0.2", NULL, "the bias"},
        [X] = {"x", OPTION_REAL, &s->one.x, "1.5", NULL, "the input"},
        [Y] = {"y", OPTION_REAL, &s->one.y, "1", NULL, "the target"},
        [DATA] = {"data", OPTION_CHOICE, &s->data, NULL, "xor|and|or",
                  "two inputs and four rows in place of one sample"},
        [CHECK] = {"check", OPTION_FLAG, &s->how.check, NULL, NULL,
                   "check each derivative; do not train"},
        [TRACE] = {"trace", OPTION_FILE, &s->trace, NULL, NULL,
                   "write a table, a row per epoch"},
        [VALUES] = {"values", OPTION_FILE, &s->values, NULL, NULL,
                    "write what was measured"},
        [QUIET] = {"quiet", OPTION_FLAG, &s->how.quiet, NULL, NULL,
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
    const file_option files[] = {{"trace", s->trace, NULL},
                                 {"values", s->values, NULL}};
    if (!files_differ(files, 2))
        return OPTIONS_REFUSED;
    if (s->how.check)
        s->how.epochs = 0;
    return outcome;
}

int main(int argc, char *argv[])
{
    messages_begin_with("01-neuron");
    if (!standard_streams_prepare())
        return EXIT_FAILED;
    settings s;
    const options_outcome outcome = settings_read(&s, argc, argv);
    if (outcome == OPTIONS_REFUSED)
        return EXIT_REFUSED;

    bool done = true;
    if (outcome == OPTIONS_READ) {
        run_records records;
        if (!records_open(&records, s.trace, s.values))
            return EXIT_FAILED;
        done = s.on_gate ? gate_run((gate){s.start.w, s.start.w, s.start.b},
                                    (gate_kind)s.data, &s.how, &records)
                         : sample_run(s.start, s.one, &s.how, &records);
        done = records_commit(&records) && done;
    }
    done = standard_output_commit() && done;
    return done ? EXIT_DONE : EXIT_FAILED;
}
