#include "options.h"
#include "messages.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* getopt_long answers with the value of the option found: above all chars,
   and each its own, or glibc would not see that "--s" fits two of them. */
enum { OPTIONS_MOST = 32, VALUE_FIRST = 256 };

/* Where the explanations of --help begin. */
enum { HELP_COLUMN = 20 };

static const long COUNT_MOST = 1000000000;

bool number_parse(const char *text, double *number)
{
    if (*text == '\0' || text[strspn(text, "0123456789+-.eE")] != '\0')
        return false;
    char *end;
    errno = 0;
    *number = strtod(text, &end);
    if (*end != '\0' || !isfinite(*number))
        return false;
    return errno != ERANGE || *number != 0.0;
}

/* A whole number from 0 to most: digits only. */
static bool whole_number_parse(const char *text, uint64_t most,
                               uint64_t *number)
{
    if (*text == '\0' || text[strspn(text, "0123456789")] != '\0')
        return false;
    errno = 0;
    *number = strtoull(text, NULL, 10);
    return errno == 0 && *number <= most;
}

/* The index of word in a list such as "xor|and|or", or -1. */
static int choice_index(const char *choices, const char *word)
{
    const size_t length = strlen(word);
    int index = 0;
    for (const char *c = choices;; index++) {
        const size_t n = strcspn(c, "|");
        if (n == length && strncmp(c, word, n) == 0)
            return index;
        if (c[n] == '\0')
            return -1;
        c += n + 1;
    }
}

/* Sets the option's target from the text that was typed after it. */
static bool option_set(const option_spec *o, const char *text)
{
    uint64_t whole;
    double real;
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)o->target = true;
        return true;
    case OPTION_REAL:
        if (!number_parse(text, &real))
            return complain("--%s: expected a number, got \"%s\"", o->name,
                            text);
        *(double *)o->target = real;
        return true;
    case OPTION_POSITIVE:
        if (!number_parse(text, &real) || real <= 0.0)
            return complain("--%s: expected a positive number, got \"%s\"",
                            o->name, text);
        *(double *)o->target = real;
        return true;
    case OPTION_NOT_NEGATIVE:
        if (!number_parse(text, &real) || real < 0.0)
            return complain("--%s: expected a number from 0 on, got \"%s\"",
                            o->name, text);
        *(double *)o->target = real;
        return true;
    case OPTION_FRACTION:
        if (!number_parse(text, &real) || real < 0.0 || real >= 1.0)
            return complain("--%s: expected a number from 0 to below 1, "
                            "got \"%s\"",
                            o->name, text);
        *(double *)o->target = real;
        return true;
    case OPTION_COUNT:
        if (!whole_number_parse(text, (uint64_t)COUNT_MOST, &whole))
            return complain("--%s: expected a whole number from 0 to %ld, "
                            "got \"%s\"",
                            o->name, COUNT_MOST, text);
        *(long *)o->target = (long)whole;
        return true;
    case OPTION_SEED:
        if (!whole_number_parse(text, UINT64_MAX, &whole))
            return complain("--%s: expected a whole number from 0 to 2^64 "
                            "- 1, got \"%s\"",
                            o->name, text);
        *(uint64_t *)o->target = whole;
        return true;
    case OPTION_CHOICE:
        if (choice_index(o->choices, text) < 0)
            return complain("--%s: expected one of %s, got \"%s\"", o->name,
                            o->choices, text);
        *(int *)o->target = choice_index(o->choices, text);
        return true;
    case OPTION_FILE:
        if (*text == '\0')
            return complain("--%s: expected a file name, got \"\"",
                            o->name);
        *(const char **)o->target = text;
        return true;
    }
    return complain("--%s: an option of no kind", o->name);
}

static void help_print(const char *purpose, const option_spec options[],
                       size_t n)
{
    static const char *const placeholder[] = {
        [OPTION_FLAG] = "",          [OPTION_REAL] = "X",
        [OPTION_POSITIVE] = "X",     [OPTION_FRACTION] = "X",
        [OPTION_NOT_NEGATIVE] = "X", [OPTION_COUNT] = "N",
        [OPTION_SEED] = "N",         [OPTION_FILE] = "FILE",
    };
    printf("%s\n\n", purpose);
    for (size_t i = 0; i < n; i++) {
        const option_spec *o = &options[i];
        const char *value =
            o->kind == OPTION_CHOICE ? o->choices : placeholder[o->kind];
        const int typed = printf("  --%s %s", o->name, value);
        if (typed > HELP_COLUMN)
            printf("\n%*s", HELP_COLUMN, "");
        else
            printf("%*s", HELP_COLUMN - typed, "");
        printf(" %s", o->help);
        if (o->initial != NULL)
            printf(" (default: %s)", o->initial);
        putchar('\n');
    }
    printf("  --help%*s this text\n", HELP_COLUMN - 8, "");
}

/* Fills the table that getopt_long wants from ours, "help" last. */
static void long_options_fill(struct option table[],
                              const option_spec options[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        table[i] = (struct option){
            .name = options[i].name,
            .has_arg = options[i].kind == OPTION_FLAG ? no_argument
                                                      : required_argument,
            .val = VALUE_FIRST + (int)i,
        };
    table[n] = (struct option){.name = "help", .val = VALUE_FIRST + (int)n};
    table[n + 1] = (struct option){.name = NULL};
}

options_outcome options_parse(const char *purpose,
                              const option_spec options[], bool given[],
                              size_t n, int argc, char *argv[])
{
    struct option table[OPTIONS_MOST + 2];
    if (n > OPTIONS_MOST) {
        complain("a table of %zu options; %d fit", n, OPTIONS_MOST);
        return OPTIONS_REFUSED;
    }
    long_options_fill(table, options, n);
    for (size_t i = 0; i < n; i++) {
        if (given != NULL)
            given[i] = false;
        if (options[i].initial != NULL)
            option_set(&options[i], options[i].initial);
    }

    bool helped = false;
    optind = 1;
    opterr = 0;
    for (;;) {
        int index = -1;
        const int at = optind;
        const int found = getopt_long(argc, argv, "+:", table, &index);
        if (found == -1)
            break;
        if (found == ':') {
            complain("%s: expected a value after it", argv[at]);
            return OPTIONS_REFUSED;
        }
        if (found < VALUE_FIRST) {
            complain("unknown option \"%s\"; --help lists them all",
                     argv[at]);
            return OPTIONS_REFUSED;
        }
        if ((size_t)index == n) {
            helped = true;
            continue;
        }
        if (!option_set(&options[index], optarg))
            return OPTIONS_REFUSED;
        if (given != NULL)
            given[index] = true;
    }
    if (optind < argc) {
        complain("unexpected argument \"%s\"; options begin with --",
                 argv[optind]);
        return OPTIONS_REFUSED;
    }
    if (!helped)
        return OPTIONS_READ;
    help_print(purpose, options, n);
    return OPTIONS_HELPED;
}

bool options_agree(const option_conflict conflicts[], size_t n,
                   const option_spec options[], const bool given[])
{
    for (size_t i = 0; i < n; i++) {
        const int first = conflicts[i].first, second = conflicts[i].second;
        if (given[first] && given[second])
            return complain("--%s: --%s %s", options[second].name,
                            options[first].name, conflicts[i].why);
    }
    return true;
}
