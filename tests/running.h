/* running.h: for suites that run a whole run, as a program does: what it
   printed and said, and the files that it kept. */
#pragma once

#include "plumbing/messages.h"
#include "shell/program.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

/* What a run returned, and what it wrote to standard output and standard
   error: texts that are good until the next run is watched. */
typedef struct {
    bool done;
    const char *report, *said;
} outcome;

static inline void outcome_begin(void)
{
    messages_begin_with("suite");
    capture_begin(1);
    capture_begin(2);
}

static inline outcome outcome_end(bool done)
{
    outcome o = {.done = done};
    o.said = capture_end(2);
    o.report = capture_end(1);
    return o;
}

/* The outcome of one call of a function that returns a bool. */
#define outcome_of(call) (outcome_begin(), outcome_end(call))

/* It is done, and neither printed nor said anything. */
static inline void assert_quiet(outcome o)
{
    assert_string_equal(o.said, "");
    assert_string_equal(o.report, "");
    assert_true(o.done);
}

/* It failed, and said so in one line that holds the message. */
static inline void assert_fails(outcome o, const char *message)
{
    assert_false(o.done);
    assert_true(is_one_line(o.said));
    assert_holds(o.said, message);
}

/* The files of a run that keeps all it can: t.csv, v.values, end.txt. */
static inline void files_begin(program *p)
{
    p->trace_name = "t.csv";
    p->values_name = "v.values";
    p->save_name = "end.txt";
    assert_true(program_open(p));
}

static inline void files_end(program *p)
{
    assert_true(output_commit(&p->trace));
    assert_true(output_commit(&p->values));
    assert_true(output_commit(&p->save));
}

/* Adds to a text, which has room for size bytes in all. */
static inline void append(char text[], size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static inline void append(char text[], size_t size, const char *format, ...)
{
    const size_t used = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    const int n = vsnprintf(text + used, size - used, format, arguments);
    va_end(arguments);
    assert_true(n >= 0 && (size_t)n < size - used);
}

/* How many lines a text has. */
static inline int lines_of(const char *text)
{
    int lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

/* The text holds these n parts, in this order. */
static inline void assert_holds_in_order(const char *text,
                                         const char *const parts[],
                                         size_t n)
{
    for (size_t i = 0; i < n; i++) {
        assert_holds(text, parts[i]);
        text = strstr(text, parts[i]) + strlen(parts[i]);
    }
}

/* Words such as "gd|sgd" name the kinds from 0 to n - 1, in their order. */
static inline void assert_names(const char *words,
                                const char *const kinds[], size_t n)
{
    char expected[256] = "";
    for (size_t i = 0; i < n; i++)
        append(expected, sizeof expected, "%s%s", i > 0 ? "|" : "",
               kinds[i]);
    assert_string_equal(words, expected);
}

/* A command line of up to ten words, which options may go on pointing
   into. */
typedef struct {
    char words[11][32], *argv[12];
    int argc;
} command_line;

/* The last of the words is followed by NULL. */
static inline void command_line_make(command_line *c,
                                     const char *const words[])
{
    *c = (command_line){.words = {"program"}, .argc = 1};
    c->argv[0] = c->words[0];
    for (; words[c->argc - 1] != NULL; c->argc++) {
        assert_true(c->argc <= 10);
        snprintf(c->words[c->argc], sizeof c->words[0], "%s",
                 words[c->argc - 1]);
        c->argv[c->argc] = c->words[c->argc];
    }
}
