#include "program.h"
#include "plumbing/messages.h"

#include <string.h>

enum { SHARED = 6 };

bool program_refuse(program *p)
{
    p->code = EXIT_REFUSED;
    return false;
}

/* Do the options, and the files that they name, go together? */
static bool program_agrees(const program *p,
                           const option_conflict conflicts[],
                           size_t n_conflicts)
{
    const file_option files[] = {{"data", p->data, NULL},
                                 {"params", p->params, NULL},
                                 {"save", p->save_name, "params"},
                                 {"trace", p->trace_name, NULL},
                                 {"values", p->values_name, NULL}};
    return options_agree(conflicts, n_conflicts, p->given) &&
           files_differ(files, sizeof files / sizeof files[0]);
}

bool program_read(program *p, const option own[], size_t n,
                  const option_conflict conflicts[], size_t n_conflicts,
                  int argc, char *argv[])
{
    const option shared[SHARED] = {
        {"epochs", OPTION_COUNT, &p->epochs, p->usual_epochs, NULL,
         "passes over the data"},
        {"lr", OPTION_POSITIVE, &p->lr, p->usual_lr, NULL, "learning rate"},
        {"check", OPTION_FLAG, &p->check, NULL, NULL,
         "check each derivative; do not train"},
        {"trace", OPTION_FILE, &p->trace_name, NULL, NULL,
         "write a table, a row per epoch"},
        {"values", OPTION_FILE, &p->values_name, NULL, NULL,
         "write what was measured"},
        {"quiet", OPTION_FLAG, &p->quiet, NULL, NULL, "no report"},
    };
    option all[OPTIONS_MOST];
    messages_begin_with(p->name);
    p->code = EXIT_FAILED;
    if (!standard_streams_prepare())
        return complain("the standard streams cannot be prepared");
    memcpy(all, shared, sizeof shared);
    memcpy(all + SHARED, own, n * sizeof own[0]);
    char purpose[128];
    snprintf(purpose, sizeof purpose, "%s: %s", p->name, p->purpose);
    switch (options_parse(purpose, all, n + SHARED, p->given, argc, argv)) {
    case OPTIONS_HELPED:
        p->code = EXIT_DONE;
        return false;
    case OPTIONS_REFUSED:
        return program_refuse(p);
    case OPTIONS_READ:
        break;
    }
    if (!program_agrees(p, conflicts, n_conflicts))
        return program_refuse(p);
    if (p->check)
        p->epochs = 0;
    return true;
}

bool program_open(program *p)
{
    p->code = EXIT_FAILED;
    p->began = output_open(&p->trace, p->trace_name) &&
               output_open(&p->values, p->values_name) &&
               output_open(&p->save, p->save_name);
    if (!p->began) {
        output_abandon(&p->trace);
        output_abandon(&p->values);
    }
    return p->began;
}

int program_end(program *p, bool done)
{
    if (p->began) {
        if (!done)
            output_abandon(&p->save);
        done = output_commit(&p->save) && done;
        done = output_commit(&p->trace) && done;
        done = output_commit(&p->values) && done;
        p->code = done ? EXIT_DONE : EXIT_FAILED;
    }
    if (p->code == EXIT_REFUSED)
        return p->code;
    return standard_output_commit() ? p->code : EXIT_FAILED;
}
