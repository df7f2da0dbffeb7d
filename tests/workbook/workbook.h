/* workbook.h: how the checks of the exercises speak. A check compares what
   the reader wrote with what the chapter's own code computes and, where
   they differ, says what to suspect: never the answer. It runs under
   judge.c, which believes nothing but what is said here. */
#pragma once

#include "todo.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a test.c defines: its checks, in order, and NULL after the last.
   A check that returns has passed, but for its parts; where a check has
   parts, those that have none look after what the others stand on. */
typedef void (*check)(void);
extern const check checks[];

/* Says the message, formatted as by printf, if nothing has been found
   wrong before, and ends the check. Do not return. */
_Noreturn void suspect(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Says that something, named as by printf, is not answered yet, and ends
   the check. Does not return. */
_Noreturn void unanswered(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* A wrong value that a plausible slip leads to, and what to say to it. */
typedef struct {
    double value;
    const char *message;
} slip;

/* Slips, in the order in which they are to be suspected. */
#define SLIPS(...)                                                         \
    (const slip[])                                                         \
    {                                                                      \
        __VA_ARGS__,                                                       \
        {                                                                  \
            0.0, NULL                                                      \
        }                                                                  \
    }
#define NO_SLIPS ((const slip[]){{0.0, NULL}})

/* Parts of an answer on paper. Each counts by itself ("5 of 7 right") and
   the check goes on to the next; of the wrong ones the first is told of.

   A number is right if it agrees with right (see agrees) to so many
   significant digits. Else the message of the first slip that it agrees
   with is said after the part's name, or what its sign, a factor or its
   digits suggest. */
void part_number(const char *name, double typed, double right, int digits,
                 const slip slips[]);

/* The same for a choice between letters; upper and lower case are equal,
   and '?' is an answer that has not been given. */
void part_letter(const char *name, char typed, char right,
                 const slip slips[]);

/* The result of a function of the reader's: passes if it is within the
   allowed absolute error of right. Else it says what was called, as it
   should be written ("f(2, 0.5)"), what came back, what was expected, and
   the message of the first slip that the result is equal to; or what its
   sign, a factor or its digits suggest. */
void expect_result(const char *call, double got, double right,
                   double allowed, const slip slips[]);

/* The same for what a call has left in a place, such as "dL_dz1[2]". */
void expect_left(const char *place, const char *call, double got,
                 double right, double allowed, const slip slips[]);

/* What the check itself stands on; if it does not hold, the book errs. */
#define MUST_HOLD(condition)                                               \
    ((condition) ? (void)0                                                 \
                 : suspect("a fault of the book, not of yours: %s does "   \
                           "not hold",                                     \
                           #condition))

/* Text formatted as by printf, good until the seventh call after it. */
const char *text(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Where between low and high a function of x is least, to seven decimals;
   it has one lowest point there. */
double least_at(double (*f)(const void *state, double x), const void *state,
                double low, double high);

/* True if x is within one unit of the last of so many significant digits
   of value; where value is 0, only if x is. A NaN is not. */
bool agrees(double x, double value, int digits);

/* True if the two differ by 1e-9 of the larger at most, as two ways of
   computing the same do. */
bool nearly_equal(double x, double y);

/* Where the answer is a whole program. */
enum {
    ANSWER_PRINTS = 1 << 15, /* bytes, at most */
    ANSWER_COMPUTES = 2,     /* seconds that one run may compute */
    ANSWER_TAKES = 20        /* and that it may take */
};

/* How a run of it has ended: by itself, or by what it was stopped for. */
typedef enum {
    ANSWER_ENDED,
    ANSWER_PRINTING,
    ANSWER_WAITING,
    ANSWER_COMPUTING,
    ANSWER_WRITING,
    ANSWER_ABORTED,
    ANSWER_CRASHED
} answer_end;

/* What a run has printed, ending in a '\0' and with no other, and how it
   has ended; with which status, if by itself. */
typedef struct {
    char bytes[ANSWER_PRINTS + 1];
    size_t length;
    answer_end ended;
    int status;
} answer_output;

/* False if the answer has no main. */
bool answer_is_program(void);

/* Runs the program with two arguments, the name of a file that holds a
   text, and another. It finds nothing on standard input, and may write no
   file. */
void answer_run(const char *file, const char *argument, answer_output *o);

/* The same without arguments, and with the text on standard input. */
void answer_feed(const char *input, answer_output *o);

/* What to suspect of the way in which it has ended, or NULL; with what all
   that it gets is, what a loop may read, and what an index or a pointer may
   be that of. */
const char *answer_ending(const answer_output *o, const char *gets,
                          const char *reads, const char *index_of);

/* The numbers among the words that were printed, and as they stand. */
typedef struct {
    int count;
    double values[ANSWER_PRINTS / 2];
    const char *words[ANSWER_PRINTS / 2];
} answer_numbers;

/* Takes the words of o apart. */
void answer_read(answer_output *o, answer_numbers *found);

/* True if the right value, printed to fewer digits than so many, is that
   word. A short 0 is no digit of it. */
bool is_cut_short(const char *word, double right, int digits);

/* For tests that are still to be rewritten. */
void expect_number(const char *name, double typed, double right, int digits,
                   const slip slips[]);
