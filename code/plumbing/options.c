#include "options.h"
#include "messages.h"

#include <errno.h>
#include <float.h>
#include <getopt.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HELP_COLUMN = 20 };

/* What follows an option: in --help, in a message, and its bounds. */
static const struct {
    const char *shown, *expected;
    double least, most;
} kinds[] = {
    [OPTION_FLAG] = {"", "", 0, 0},
    [OPTION_REAL] = {"X", "a number", -DBL_MAX, DBL_MAX},
    [OPTION_POSITIVE] = {"X", "a positive number", 5e-324, DBL_MAX},
    [OPTION_NOT_NEGATIVE] = {"X", "a number from 0 on", 0, DBL_MAX},
    [OPTION_FRACTION] = {"X", "a number from 0 to below 1", 0, 1 - 0x1p-53},
    [OPTION_COUNT] = {"N", "a whole number from 0 to 1000000000", 0, 1e9},
    [OPTION_NUMBER_OF] = {"N", "a whole number from 1 to 1000000000", 1,
                          1e9},
    [OPTION_SEED] = {"N", "a whole number from 0 to 2^64 - 1", 0, 0x1p64},
    [OPTION_CHOICE] = {"", "one of ", 0, DBL_MAX},
    [OPTION_FILE] = {"FILE", "a file name", 0, 0},
    [OPTION_TEXT] = {"LIST", "a word", 0, 0},
};

bool number_parse(const char *text, double *number)
{
    char *end;
    errno = 0;
    *number = strtod(text, &end);
    return *text != '\0' && *end == '\0' &&
           text[strspn(text, "0123456789+-.eE")] == '\0' &&
           isfinite(*number) && (errno != ERANGE || *number != 0.0);
}

/* The index of word in a list such as "xor|and|or", or -1. */
static int choice_index(const char *choices, const char *word)
{
    for (int index = 0;; index++) {
        const size_t n = strcspn(choices, "|");
        if (n == strlen(word) && strncmp(choices, word, n) == 0)
            return index;
        if (choices[n] == '\0')
            return -1;
        choices += n + 1;
    }
}

/* Sets the option's target from the text that was typed after it. */
static bool option_set(const option *o, const char *text)
{
    char *end;
    bool fits = true;
    double number = kinds[o->kind].least;
    if (o->kind == OPTION_FLAG) {
        *(bool *)o->target = true;
    } else if (o->kind == OPTION_FILE || o->kind == OPTION_TEXT) {
        *(const char **)o->target = text;
        fits = *text != '\0';
    } else if (o->kind == OPTION_CHOICE) {
        number = choice_index(o->choices, text);
        if (number >= 0)
            *(int *)o->target = (int)number;
    } else if (o->kind < OPTION_COUNT) {
        fits = number_parse(text, &number);
        *(double *)o->target = number;
    } else {
        errno = 0;
        const uint64_t whole = strtoull(text, &end, 10);
        fits = strspn(text, "0123456789") > 0 && *end == '\0' && errno == 0;
        number = (double)whole;
        if (o->kind == OPTION_SEED)
            *(uint64_t *)o->target = whole;
        else
            *(long *)o->target = (long)whole;
    }
    if (fits && number >= kinds[o->kind].least &&
        number <= kinds[o->kind].most)
        return true;
    return complain("--%s: expected %s%s, got \"%s\"", o->name,
                    kinds[o->kind].expected,
                    o->kind == OPTION_CHOICE ? o->choices : "", text);
}

static void help_print(const char *purpose, const option options[],
                       size_t n)
{
    printf("%s\n\n", purpose);
    for (const option *o = options; o < options + n; o++) {
        const bool choice = o->kind == OPTION_CHOICE;
        const char *value = choice ? o->choices : kinds[o->kind].shown;
        const int room = HELP_COLUMN - printf("  --%s %s", o->name, value);
        printf("%s%*s %s", room < 0 ? "\n" : "",
               room < 0 ? HELP_COLUMN : room, "", o->help);
        if (o->initial != NULL)
            printf(" (default: %s)", o->initial);
        putchar('\n');
    }
    printf("  --help%*s this text\n", HELP_COLUMN - 8, "");
}

options_outcome options_parse(const char *purpose, const option options[],
                              size_t n, const char *given[OPTIONS_MOST + 1],
                              int argc, char *argv[])
{
    struct option table[OPTIONS_MOST + 2] = {{NULL, 0, NULL, 0}};
    int at = 1, found, index = 0; /* which libc sets unseen */
    bool helped = false, typed[OPTIONS_MOST] = {false};
    if (n > OPTIONS_MOST)
        return complain("a table of %zu options; %d fit", n, OPTIONS_MOST);
    for (size_t i = 0; i < n; i++) {
        const int value = options[i].kind != OPTION_FLAG;
        table[i] = (struct option){options[i].name, value, &index, (int)i};
        if (options[i].initial != NULL)
            option_set(&options[i], options[i].initial);
    }
    table[n] = (struct option){"help", no_argument, NULL, 'h'};
    optind = 1;
    opterr = 0;
    while ((found = getopt_long(argc, argv, "+:", table, NULL)) != -1) {
        if (found == ':')
            return complain("%s: expected a value after it", argv[at]);
        if (found != 0 && found != 'h')
            return complain("unknown option \"%s\"; --help lists them all",
                            argv[at]);
        if (found == 0 && !option_set(&options[index], optarg))
            return OPTIONS_REFUSED;
        if (found == 0)
            typed[index] = true;
        helped = helped || found == 'h';
        at = optind;
    }
    if (optind < argc)
        return complain("unexpected argument \"%s\"; options begin with --",
                        argv[optind]);
    for (size_t i = 0; i < n; i++)
        if (typed[i])
            *given++ = options[i].name;
    *given = NULL;
    if (helped)
        help_print(purpose, options, n);
    return helped ? OPTIONS_HELPED : OPTIONS_READ;
}

bool option_given(const char *name, const char *const given[])
{
    while (*given != NULL && strcmp(*given, name) != 0)
        given++;
    return *given != NULL;
}

bool options_agree(const option_conflict conflicts[], size_t n,
                   const char *const given[])
{
    for (size_t i = 0; i < n; i++) /* there may be none, and no table */
        if (option_given(conflicts[i].first, given) &&
            option_given(conflicts[i].second, given))
            return complain("--%s: --%s %s", conflicts[i].second,
                            conflicts[i].first, conflicts[i].why);
    return true;
}
