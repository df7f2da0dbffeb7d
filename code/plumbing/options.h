/* options.h: command-line options, described by one table per program.
   The table is all there is: parsing, messages, defaults and --help are
   read from it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    OPTION_FLAG,     /* no value; sets a bool */
    OPTION_REAL,     /* a finite decimal number; sets a double */
    OPTION_POSITIVE, /* a finite decimal number above 0; sets a double */
    OPTION_NOT_NEGATIVE, /* one from 0 on; sets a double */
    OPTION_FRACTION,     /* one from 0 to below 1; sets a double */
    OPTION_COUNT,        /* a whole number from 0 to 10^9; sets a long */
    OPTION_SEED,   /* a whole number from 0 to 2^64 - 1; sets a uint64_t */
    OPTION_CHOICE, /* one word of a list; sets an int, its index */
    OPTION_FILE,   /* a file name; sets a const char * */
} option_kind;

typedef struct {
    const char *name; /* without the dashes: "lr" */
    option_kind kind;
    void *target;        /* where the value goes */
    const char *initial; /* the default, as it would be typed; or NULL: the
                            target is left as it is */
    const char *choices; /* for OPTION_CHOICE: "xor|and|or" */
    const char *help;    /* one line, in lower case, without a full stop */
} option_spec;

typedef enum {
    OPTIONS_READ,    /* every option was understood */
    OPTIONS_HELPED,  /* --help was asked for and printed: exit 0 */
    OPTIONS_REFUSED, /* something was wrong, and has been said: exit 2 */
} options_outcome;

/* Sets the targets of the n options to their defaults, then reads argv in
   the order typed; of an option typed twice the last counts. given, when
   not NULL, has n places and tells which options were typed. Prints
   nothing on standard output but the text of --help, which begins with
   the purpose. */
options_outcome options_parse(const char *purpose,
                              const option_spec options[], bool given[],
                              size_t n, int argc, char *argv[]);

/* Two options that cannot be given together: first and second are their
   places in the table. */
typedef struct {
    int first, second;
    const char *why; /* what first does, such as "draws its own starts" */
} option_conflict;

/* Returns false, after saying which and why, if both options of one of the
   n conflicts were given. */
bool options_agree(const option_conflict conflicts[], size_t n,
                   const option_spec options[], const bool given[]);

/* A finite decimal number, the whole of text: digits, sign, point and
   exponent; no blanks, no hexadecimal, no inf, no nan. False if text is
   anything else, or is too large for a double, or too small for one
   though not zero. */
bool number_parse(const char *text, double *number);
