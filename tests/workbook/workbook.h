/* workbook.h: how the checks of the exercises speak. A check compares what
   the reader wrote with what the chapter's own code computes and, where
   they differ, says what to suspect: never the answer. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* To be the group setup of every exercise: gives the checks five seconds of
   the processor, however slow or busy the machine, and two minutes in all,
   after which the program says which of the two is over and ends. */
int checks_begin(void **state);

/* Prints the message, formatted as by printf, as one line on standard
   output and fails the test. Does not return. */
void suspect(const char *format, ...) __attribute__((format(printf, 1, 2)));

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

/* Where between low and high a function of x is least, to seven decimals;
   it has one lowest point there. */
double least_at(double (*f)(const void *state, double x), const void *state,
                double low, double high);

/* True if x is within one unit of the last of so many significant digits
   of value; where value is 0, only if x is. A NaN is not. */
bool agrees(double x, double value, int digits);

/* Passes if typed agrees with right. Else fails with "name: " and the
   message of the first slip that typed agrees with, or with a general one
   if there is none; a NaN is an answer that has not been given. */
void expect_number(const char *name, double typed, double right, int digits,
                   const slip slips[]);

/* The same for a choice between letters; upper and lower case are equal,
   and '?' is an answer that has not been given. */
void expect_letter(const char *name, char typed, char right,
                   const slip slips[]);
