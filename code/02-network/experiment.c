#include "experiment.h"
#include "many_starts.h"
#include "network_file.h"
#include "one_start.h"

#include <string.h>

/* Options that no experiment can have together. */
static const option_conflict never[] = {
    {"params", "init", "brings its own start"},
    {"starts", "params", "draws its own starts"},
    {"starts", "save", "trains many networks and keeps none"},
    {"starts", "trace", "trains many networks and keeps none"},
    {"starts", "check", "does not stop to check"},
};

enum { SHARED = 5, NEVER = sizeof never / sizeof never[0] };

bool experiment_read(experiment *e, const option own[], size_t n,
                     const option_conflict conflicts[], size_t n_conflicts,
                     int argc, char *argv[])
{
    const option shared[SHARED] = {
        {"seed", OPTION_SEED, &e->seed, "1", NULL, "which random start"},
        {"init", OPTION_CHOICE, &e->init, e->usual_init, init_words,
         "how a start is drawn"},
        {"starts", OPTION_NUMBER_OF, &e->starts, NULL, NULL,
         "train so many starts, and count those that solve XOR"},
        {"params", OPTION_FILE, &e->program.params, NULL, NULL,
         "begin from these parameters"},
        {"save", OPTION_FILE, &e->program.save_name, NULL, NULL,
         "write the last parameters"},
    };
    option all[OPTIONS_MOST];
    memcpy(all, shared, sizeof shared);
    memcpy(all + SHARED, own, n * sizeof own[0]);
    if (!program_read(&e->program, all, SHARED + n, never, NEVER, argc,
                      argv))
        return false;
    if (!options_agree(conflicts, n_conflicts, e->program.given))
        return program_refuse(&e->program);
    e->stream = (random_stream){e->seed};
    if (e->program.params == NULL)
        e->start = network_start((init_kind)e->init, &e->stream);
    else if (!network_read(&e->start, e->program.params))
        return program_refuse(&e->program);
    return true;
}

bool experiment_run(experiment *e, const trainer *t)
{
    program *const p = &e->program;
    if (!program_open(p))
        return false;
    if (e->starts == 0)
        return one_start_run(t, &e->start, e->stream, p);
    const many_starts which = {(init_kind)e->init, e->seed, e->starts,
                               p->epochs};
    many_starts_run(t, &which, p);
    return true;
}
