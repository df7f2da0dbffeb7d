/* test.h: what every suite includes. cmocka, asserts for doubles that a NaN
   cannot pass (cmocka's own compare as float, and let it through), a folder
   to make files in, and what the tested code prints. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* |actual - expected| <= tolerance. Fails if any of the three is NaN. */
#define assert_near(actual, expected, tolerance)                           \
    test_near((actual), (expected), (tolerance), #actual, __FILE__,        \
              __LINE__)

/* |actual - expected| <= tolerance |expected|. Likewise. */
#define assert_relative(actual, expected, tolerance)                       \
    test_relative((actual), (expected), (tolerance), #actual, __FILE__,    \
                  __LINE__)

/* The same 64 bits: 0.0 is not -0.0, and a NaN is itself. */
#define assert_same_bits(actual, expected)                                 \
    test_same_bits((actual), (expected), #actual, __FILE__, __LINE__)

/* The text holds the part. */
#define assert_holds(text, part)                                           \
    test_holds((text), (part), #text, __FILE__, __LINE__)

void test_near(double actual, double expected, double tolerance,
               const char *what, const char *file, int line);
void test_relative(double actual, double expected, double tolerance,
                   const char *what, const char *file, int line);
void test_same_bits(double actual, double expected, const char *what,
                    const char *file, int line);
void test_holds(const char *text, const char *part, const char *what,
                const char *file, int line);

/* Set-up and tear-down of a test that makes files: a new folder under
   build/, which is the working folder while the test runs, and which is
   removed with all that is in it. */
int folder_enter(void **state);
int folder_leave(void **state);

/* A test that runs in such a folder. */
#define test_in_folder(test)                                               \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

/* The names in the working folder, in order, a space between two: "a b". */
const char *folder_names(void);

/* A device to write to, such as "full" or "null"; NULL where there is none.
   Root gets a copy of it in the working folder: nothing would stop root, and
   code that is wrong, from putting a file in place of the real one. */
const char *device(const char *name);

/* The text of a file, or NULL where there is none. At most 64 KB. Good until
   the next call. */
const char *file_text(const char *name);
void file_make(const char *name, const char *text);

/* What is written to descriptor 1 or 2 between the two calls comes back from
   the second, as a text that is good until the next capture of that one. */
void capture_begin(int descriptor);
const char *capture_end(int descriptor);

/* The text with one blank for each run of them: for tables, whose columns
   may move. Good until the next call. */
const char *squeezed(const char *text);

/* True if the text is one line: it ends in the only line end it has. */
bool is_one_line(const char *text);

/* How many starts to count over: n, or a twentieth where the environment
   says BRIEF, as mutate.sh, valgrind.sh and sanitizers.sh do, under which a
   step takes up to fifty times as long. */
long starts_of(long n);
