/* options.h: command-line options, described by one table per program, from
   which parsing, messages, defaults and --help are read. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    OPTION_FLAG,         /* no value; sets a bool */
    OPTION_REAL,         /* a finite decimal number; sets a double */
    OPTION_POSITIVE,     /* one above 0; sets a double */
    OPTION_NOT_NEGATIVE, /* one from 0 on; sets a double */
    OPTION_FRACTION,     /* one from 0 to below 1; sets a double */
    OPTION_COUNT,        /* a whole number from 0 to 10^9; sets a long */
    OPTION_NUMBER_OF,    /* one from 1 to 10^9; sets a long */
    OPTION_SEED,         /* one from 0 to 2^64 - 1; sets a uint64_t */
    OPTION_CHOICE,       /* one word of a list; sets an int, its index */
    OPTION_FILE,         /* a file name; sets a const char * */
    OPTION_TEXT,         /* any word that is not empty; the same */
} option_kind;

typedef struct {
    const char *name; /* without the dashes: "lr" */
    option_kind kind;
    void *target;
    const char *initial; /* the default, as typed; NULL: target stays */
    const char *choices; /* of OPTION_CHOICE: "xor|and|or" */
    const char *help;    /* one line, in lower case, without a full stop */
} option;

enum { OPTIONS_MOST = 32 };

typedef enum {
    OPTIONS_REFUSED, /* a fault was said */
    OPTIONS_READ,
    OPTIONS_HELPED, /* --help was printed */
} options_outcome;

/* Sets the targets of the n options, at most OPTIONS_MOST, to their
   defaults, then reads argv in the order typed; of an option typed twice
   the last counts. given gets the names of those typed, and then a NULL.
   The text of --help, the one thing printed, begins with the purpose. */
options_outcome options_parse(const char *purpose, const option options[],
                              size_t n, const char *given[OPTIONS_MOST + 1],
                              int argc, char *argv[]);

/* True if the option of this name was given. */
bool option_given(const char *name, const char *const given[]);

/* Why not both: the first, for example, "draws its own starts". */
typedef struct {
    const char *first, *second, *why;
} option_conflict;

/* Returns false, after saying why, if both of one of n conflicts were
   given. */
bool options_agree(const option_conflict conflicts[], size_t n,
                   const char *const given[]);

/* A finite decimal number, the whole of text: no blanks, no hexadecimal, no
   inf, no nan, not too large for a double nor, unless 0, too small. */
bool number_parse(const char *text, double *number);
