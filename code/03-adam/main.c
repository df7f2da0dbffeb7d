/* main.c: the program of chapter 3. It trains the network of chapter 2 as
   Keras does, or with another loss or optimizer, and reports; or trains
   many and counts. */
#include "fit_many.h"
#include "fit_one.h"
#include "plumbing/messages.h"
#include "plumbing/options.h"
#include "plumbing/parallel.h"

enum {
    EPOCHS,
    LR,
    SEED,
    INIT,
    LOSS,
    OPTIMIZER,
    STAGE,
    BETA1,
    BETA2,
    EPSILON,
    INSIDE,
    STARTS,
    PARAMS,
    SAVE,
    CHECK,
    TRACE,
    VALUES,
    QUIET,
    ALL
};

/* The choices of --optimizer and --stage. */
enum { GD, ADAM };
enum { STAGE_MOMENTUM, STAGE_RMS, STAGE_UNCORRECTED, STAGE_ADAM };

/* What the command line asks for. */
typedef struct {
    long epochs, starts;
    uint64_t seed;
    int init, loss, optimizer, stage;
    optimizer how;
    const char *params, *save, *trace, *values;
    bool inside, check, quiet;
    bool given[ALL];
} settings;

/* Options that cannot be given together. */
static const option_conflict conflicts[] = {
    {PARAMS, INIT, "brings its own start"},
    {STARTS, PARAMS, "draws its own starts"},
    {STARTS, SAVE, "trains many networks and keeps none"},
    {STARTS, TRACE, "trains many networks and keeps none"},
    {STARTS, CHECK, "does not stop to check"},
};

/* Do the options and the files go together? */
static bool settings_agree(const settings *s, const option_spec options[])
{
    const file_option files[] = {{"params", s->params, NULL},
                                 {"save", s->save, "params"},
                                 {"trace", s->trace, NULL},
                                 {"values", s->values, NULL}};
    if (!options_agree(conflicts, sizeof conflicts / sizeof conflicts[0],
                       options, s->given))
        return false;
    if (s->given[STARTS] && s->starts == 0)
        return complain("--starts: expected at least 1, got \"0\"");
    if (s->given[STAGE] && s->optimizer != ADAM)
        return complain("--stage: --optimizer gd has no stages");
    if (s->given[INSIDE] && s->stage != STAGE_ADAM)
        return complain("--epsilon-inside: only the last stage has it");
    return files_differ(files, sizeof files / sizeof files[0]);
}

static options_outcome settings_read(settings *s, int argc, char *argv[])
{
    const option_spec options[ALL] = {
        [EPOCHS] = {"epochs", OPTION_COUNT, &s->epochs, "2000", NULL,
                    "passes over the data"},
        [LR] = {"lr", OPTION_POSITIVE, &s->how.lr, "0.001", NULL,
                "learning rate"},
        [SEED] = {"seed", OPTION_SEED, &s->seed, "1", NULL,
                  "which random start"},
        [INIT] = {"init", OPTION_CHOICE, &s->init, "glorot",
                  "uniform|symmetric|normal|glorot|tiny|zero|half",
                  "how a start is drawn"},
        [LOSS] = {"loss", OPTION_CHOICE, &s->loss, "bce", "half|bce",
                  "half the sum of squares, or mean cross-entropy"},
        [OPTIMIZER] = {"optimizer", OPTION_CHOICE, &s->optimizer, "adam",
                       "gd|adam", "plain steps, or Adam's"},
        [STAGE] = {"stage", OPTION_CHOICE, &s->stage, "adam",
                   "momentum|rms|uncorrected|adam",
                   "how much of Adam, as the chapter builds it"},
        [BETA1] = {"beta1", OPTION_FRACTION, &s->how.beta1, "0.9", NULL,
                   "how much of Adam's m is kept"},
        [BETA2] = {"beta2", OPTION_FRACTION, &s->how.beta2, "0.999", NULL,
                   "how much of Adam's v is kept"},
        [EPSILON] = {"epsilon", OPTION_NOT_NEGATIVE, &s->how.epsilon,
                     "1e-7", NULL, "added to the root of v"},
        [INSIDE] = {"epsilon-inside", OPTION_FLAG, &s->inside, NULL, NULL,
                    "add it to the root of the corrected v"},
        [STARTS] = {"starts", OPTION_COUNT, &s->starts, NULL, NULL,
                    "train so many starts, and count those that solve XOR"},
        [PARAMS] = {"params", OPTION_FILE, &s->params, NULL, NULL,
                    "begin from these parameters"},
        [SAVE] = {"save", OPTION_FILE, &s->save, NULL, NULL,
                  "write the last parameters"},
        [CHECK] = {"check", OPTION_FLAG, &s->check, NULL, NULL,
                   "check each derivative; do not train"},
        [TRACE] = {"trace", OPTION_FILE, &s->trace, NULL, NULL,
                   "write a table, a row per epoch"},
        [VALUES] = {"values", OPTION_FILE, &s->values, NULL, NULL,
                    "write what was measured"},
        [QUIET] = {"quiet", OPTION_FLAG, &s->quiet, NULL, NULL,
                   "no report"},
    };
    *s = (settings){.trace = NULL};
    const options_outcome outcome = options_parse(
        "03-adam: the same network learns as in Keras (chapter 3)", options,
        s->given, ALL, argc, argv);
    if (outcome == OPTIONS_READ && !settings_agree(s, options))
        return OPTIONS_REFUSED;
    return outcome;
}

/* The loss and the steps that are asked for. */
static fit settings_fit(const settings *s)
{
    static const optimizer_step stages[] = {momentum_step, rms_step,
                                            uncorrected_step, adam_step};
    fit f = {.loss = s->loss == 0 ? half_squares : mean_cross_entropy,
             .how = s->how};
    f.how.step = s->optimizer == GD ? gd_step
                 : s->inside        ? adam_step_inside
                                    : stages[s->stage];
    return f;
}

/* Is this the experiment that 20,000 starts have been through? */
static bool is_standard(const settings *s, const fit *f)
{
    const fit keras = fit_keras();
    return s->epochs == 2000 && !s->check && s->params == NULL &&
           s->init == INIT_GLOROT && f->loss == keras.loss &&
           f->how.step == keras.how.step && f->how.lr == keras.how.lr &&
           f->how.beta1 == keras.how.beta1 &&
           f->how.beta2 == keras.how.beta2 &&
           f->how.epsilon == keras.how.epsilon;
}

/* The run that is asked for. False, after saying why, if the file of its
   start is not there or wrong. */
static bool fit_one_begin(fit_one *one, const settings *s)
{
    *one = (fit_one){
        .how = settings_fit(s),
        .epochs = s->check ? 0 : s->epochs,
        .check = s->check,
        .quiet = s->quiet,
    };
    one->compare = is_standard(s, &one->how);
    if (s->params == NULL) {
        random_stream stream = {s->seed};
        one->start = network_start((init_kind)s->init, &stream);
        return true;
    }
    matrix matrices[MATRICES];
    network_matrices(&one->start, matrices);
    return parameters_read(s->params, matrices, MATRICES);
}

/* Runs what was asked for; false, after saying why, if it failed. */
static bool settings_run(const settings *s, const fit_one *one)
{
    run_records records;
    output_file save;
    if (!records_open(&records, s->trace, s->values))
        return false;
    if (!output_open(&save, s->save)) {
        output_abandon(&records.trace);
        output_abandon(&records.values);
        return false;
    }
    bool done = true;
    if (s->given[STARTS]) {
        const fit_plan plan = {(init_kind)s->init, one->how, s->epochs};
        fit_many_run(&plan, s->seed, s->starts, cores_online(), s->quiet,
                     &records.values);
    } else {
        done = fit_one_run(one, &records, &save);
    }
    if (!done)
        output_abandon(&save);
    done = output_commit(&save) && done;
    return records_commit(&records) && done;
}

int main(int argc, char *argv[])
{
    messages_begin_with("03-adam");
    if (!standard_streams_prepare())
        return EXIT_FAILED;
    settings s;
    fit_one one;
    const options_outcome outcome = settings_read(&s, argc, argv);
    if (outcome == OPTIONS_REFUSED)
        return EXIT_REFUSED;
    if (outcome == OPTIONS_READ && !fit_one_begin(&one, &s))
        return EXIT_REFUSED;
    bool done = outcome == OPTIONS_HELPED || settings_run(&s, &one);
    done = standard_output_commit() && done;
    return done ? EXIT_DONE : EXIT_FAILED;
}
