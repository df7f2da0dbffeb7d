/* main.c: the program of chapter 2. It trains a 2-3-1 network on XOR and
   reports, or trains many and counts. */
#include "experiment.h"
#include "plumbing/messages.h"
#include "plumbing/options.h"
#include "plumbing/parallel.h"
#include "survey.h"
#include "two_outputs.h"

enum {
    EPOCHS,
    LR,
    SEED,
    INIT,
    METHOD,
    BUG,
    STARTS,
    PARAMS,
    SAVE,
    MAZUR,
    CHECK,
    TRACE,
    VALUES,
    QUIET,
    ALL
};

/* What the command line asks for. */
typedef struct {
    long epochs, starts;
    double lr;
    uint64_t seed;
    int init, method, bug;
    const char *params, *save, *trace, *values;
    bool mazur, check, quiet;
    bool given[ALL];
} settings;

/* Options that cannot be given together. */
static const option_conflict conflicts[] = {
    {PARAMS, INIT, "brings its own start"},
    {STARTS, PARAMS, "draws its own starts"},
    {STARTS, SAVE, "trains many networks and keeps none"},
    {STARTS, TRACE, "trains many networks and keeps none"},
    {STARTS, CHECK, "does not stop to check"},
    {MAZUR, SEED, "brings its own network"},
    {MAZUR, INIT, "brings its own network"},
    {MAZUR, METHOD, "brings its own steps"},
    {MAZUR, BUG, "brings its own bug"},
    {MAZUR, STARTS, "brings its own network"},
    {MAZUR, PARAMS, "brings its own network"},
    {MAZUR, SAVE, "is for reading only"},
    {MAZUR, CHECK, "is checked by the tests"},
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
    return files_differ(files, sizeof files / sizeof files[0]);
}

static options_outcome settings_read(settings *s, int argc, char *argv[])
{
    const option_spec options[ALL] = {
        [EPOCHS] = {"epochs", OPTION_COUNT, &s->epochs, "10000", NULL,
                    "passes over the data"},
        [LR] = {"lr", OPTION_POSITIVE, &s->lr, "0.5", NULL,
                "learning rate"},
        [SEED] = {"seed", OPTION_SEED, &s->seed, "1", NULL,
                  "which random start"},
        [INIT] = {"init", OPTION_CHOICE, &s->init, "uniform",
                  "uniform|symmetric|normal|glorot|tiny|zero|half",
                  "how a start is drawn"},
        [METHOD] = {"method", OPTION_CHOICE, &s->method, "gd",
                    "gd|sgd|shuffled",
                    "a step a batch, a row, or a row in a new order"},
        [BUG] = {"bug", OPTION_CHOICE, &s->bug, "none",
                 "none|w2-first|mean-bias|no-bias|no-prime-output|"
                 "no-prime-hidden|prime-twice|prime-of-z|no-w2",
                 "a bug of the clinic"},
        [STARTS] = {"starts", OPTION_COUNT, &s->starts, NULL, NULL,
                    "train so many starts, and count those that solve XOR"},
        [PARAMS] = {"params", OPTION_FILE, &s->params, NULL, NULL,
                    "begin from these parameters"},
        [SAVE] = {"save", OPTION_FILE, &s->save, NULL, NULL,
                  "write the last parameters"},
        [MAZUR] = {"mazur", OPTION_FLAG, &s->mazur, NULL, NULL,
                   "work Mazur's example in place of XOR"},
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
    const options_outcome outcome =
        options_parse("02-network: a 2-3-1 network learns XOR (chapter 2)",
                      options, s->given, ALL, argc, argv);
    if (outcome == OPTIONS_READ && !settings_agree(s, options))
        return OPTIONS_REFUSED;
    return outcome;
}

/* The start that is asked for. False, after saying why, if its file is not
   there or wrong. */
static bool experiment_begin(experiment *e, const settings *s)
{
    *e = (experiment){
        .how = {(method_kind)s->method, (bug_kind)s->bug, s->lr},
        .epochs = s->check ? 0 : s->epochs,
        .stream = {s->seed},
        .check = s->check,
        .quiet = s->quiet,
    };
    if (s->params == NULL) {
        e->start = network_start((init_kind)s->init, &e->stream);
        return true;
    }
    matrix matrices[MATRICES];
    network_matrices(&e->start, matrices);
    return parameters_read(s->params, matrices, MATRICES);
}

/* Runs what was asked for; false, after saying why, if it failed. */
static bool settings_run(const settings *s, const experiment *e)
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
    if (s->mazur) {
        done = mazur_run(s->epochs, s->lr, s->quiet, &records);
    } else if (s->given[STARTS]) {
        const trial_plan plan = {(init_kind)s->init, e->how, s->epochs};
        survey_run(&plan, s->seed, s->starts, cores_online(), s->quiet,
                   &records.values);
    } else {
        done = experiment_run(e, &records, &save);
    }
    if (!done)
        output_abandon(&save);
    done = output_commit(&save) && done;
    return records_commit(&records) && done;
}

int main(int argc, char *argv[])
{
    messages_begin_with("02-network");
    if (!standard_streams_prepare())
        return EXIT_FAILED;
    settings s;
    experiment e;
    const options_outcome outcome = settings_read(&s, argc, argv);
    if (outcome == OPTIONS_REFUSED)
        return EXIT_REFUSED;
    if (outcome == OPTIONS_READ && !experiment_begin(&e, &s))
        return EXIT_REFUSED;
    bool done = outcome == OPTIONS_HELPED || settings_run(&s, &e);
    done = standard_output_commit() && done;
    return done ? EXIT_DONE : EXIT_FAILED;
}
