#define _XOPEN_SOURCE 700 /* fdopen, getpid */
#include "workbook.h"

#include <ctype.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* To the judge, which has given its secret first: an answer that ends the
   program, or says that it is right, does not know it. */
static FILE *judge;
static char secret[32];

static jmp_buf end_of_check;
static int parts, right_parts, wrong_parts;
static char missing[1000]; /* the names of what is not answered yet */

static void say_wrong(const char *format, va_list arguments)
{
    if (++wrong_parts > 1)
        return;
    fputs("say ", judge);
    vfprintf(judge, format, arguments);
    fputc('\n', judge);
    fflush(judge);
}

static void part_wrong(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
static void part_wrong(const char *format, ...)
{
    va_list arguments;
    parts++;
    va_start(arguments, format);
    say_wrong(format, arguments);
    va_end(arguments);
}

static void part_right(void)
{
    parts++;
    right_parts++;
}

static bool is_named(const char *name)
{
    const size_t length = strlen(name);
    for (const char *at = missing; (at = strstr(at, name)) != NULL; at++)
        if ((at == missing || (at - missing > 1 && at[-2] == ',')) &&
            (at[length] == ',' || at[length] == '\0'))
            return true;
    return false;
}

static void part_missing(const char *name)
{
    const size_t used = strlen(missing);
    parts++;
    if (is_named(name))
        return;
    snprintf(missing + used, sizeof missing - used, "%s%s",
             used == 0 ? "" : ", ", name);
}

void suspect(const char *format, ...)
{
    va_list arguments;
    parts++;
    va_start(arguments, format);
    say_wrong(format, arguments);
    va_end(arguments);
    longjmp(end_of_check, 1);
}

void unanswered(const char *format, ...)
{
    char name[80];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    part_missing(name);
    longjmp(end_of_check, 1);
}

const char *text(const char *format, ...)
{
    static char texts[8][400];
    static int last;
    va_list arguments;
    last = (last + 1) % 8;
    va_start(arguments, format);
    vsnprintf(texts[last], sizeof texts[last], format, arguments);
    va_end(arguments);
    return texts[last];
}

/* Of the thirds of an interval, the outer one beside the higher value
   cannot hold the lowest point. */
double least_at(double (*f)(const void *state, double x), const void *state,
                double low, double high)
{
    while (high - low > 1e-7) {
        const double left = low + (high - low) / 3.0;
        const double right = high - (high - low) / 3.0;
        if (f(state, left) > f(state, right))
            low = left;
        else
            high = right;
    }
    return (low + high) / 2.0;
}

bool agrees(double x, double value, int digits)
{
    if (value == 0.0 || isinf(value))
        return x == value;
    const double unit =
        pow(10.0, floor(log10(fabs(value))) - (double)digits + 1.0);
    return fabs(x - value) <= 1.001 * unit;
}

bool nearly_equal(double x, double y)
{
    return x == y || (isfinite(x) && isfinite(y) &&
                      fabs(x - y) <= 1e-9 * fmax(fabs(x), fabs(y)));
}

/* What a wrong number has in common with the right one, if anything;
   equal compares two numbers as exactly as they are to be right. */
static const char *likeness(double x, double right,
                            bool (*equal)(double, double))
{
    if (isnan(x))
        return "NaN is not a number: what divides 0 by 0, or takes the "
               "root or the logarithm of a number below 0? (Or is it the "
               "NAN of an older stub?)";
    if (right == 0.0)
        return NULL;
    if (x == 0.0)
        return "is something left out? (In C, 1/2 divides whole numbers "
               "and is 0; 1.0/2 is not)";
    if (equal(x, -right))
        return "the size is right, and the sign is turned over";
    if (equal(x, 2.0 * right))
        return "twice as large as it should be; where does a factor of 2 "
               "come in, or a half get lost?";
    if (equal(x, 0.5 * right))
        return "half as large as it should be; where does a half come in, "
               "or a factor of 2 get lost?";
    if (equal(x, 1.0 / right))
        return "upside down: one over what it should be";
    return NULL;
}

static int digits_wanted;

static bool equal_in_digits(double x, double y)
{
    return agrees(x, y, digits_wanted);
}

void part_number(const char *name, double typed, double right, int digits,
                 const slip slips[])
{
    if (agrees(typed, right, digits)) {
        part_right();
        return;
    }
    if (typed == TODO) {
        part_missing(name);
        return;
    }
    const char *message = NULL;
    for (const slip *s = slips; s->message != NULL && message == NULL; s++)
        if (agrees(typed, s->value, digits))
            message = s->message;
    digits_wanted = digits;
    if (message == NULL)
        message = likeness(typed, right, equal_in_digits);
    if (message == NULL && fabs(typed - right) <= 0.004 * fabs(right))
        message = "the first digits are right, the last are not; keep more "
                  "of them on the way, and round at the end only";
    if (message == NULL)
        message = "not right; go through its steps again, one at a time";
    part_wrong("%s: %s", name, message);
}

void part_letter(const char *name, char typed, char right,
                 const slip slips[])
{
    const int letter = toupper((unsigned char)typed);
    if (letter == toupper((unsigned char)right)) {
        part_right();
        return;
    }
    if (typed == '?') {
        part_missing(name);
        return;
    }
    for (const slip *s = slips; s->message != NULL; s++)
        if (letter == (int)s->value) {
            part_wrong("%s: %s", name, s->message);
            return;
        }
    part_wrong("%s: that is none of the answers to choose from", name);
}

/* What to suspect of a wrong result. */
static const char *suspicion(double got, double right, double allowed,
                             const slip slips[])
{
    for (const slip *s = slips; s->message != NULL; s++)
        if (nearly_equal(got, s->value) || fabs(got - s->value) <= allowed)
            return s->message;
    const char *message = likeness(got, right, nearly_equal);
    if (message != NULL)
        return message;
    const double error = fabs(got - right) / fabs(right);
    if (error < 1e-4)
        return "right in the first digits only: is it found by nudging, "
               "kept in a float, typed in, or is a small term left out?";
    if (isinf(got) && isfinite(right))
        return "too large for a double; what grows without bound?";
    return "go through the formula again, one factor at a time";
}

/* A number as it is written, a NaN as in C: without the sign that it has
   here and not there. */
typedef struct {
    char text[40];
} number_text;

static number_text written(double x, int digits)
{
    number_text t = {"NAN"};
    if (!isnan(x))
        snprintf(t.text, sizeof t.text, "%.*g", digits, x);
    return t;
}

/* The two numbers with so many digits that they differ, if they can. */
static const char *returned_and_expected(double got, double right)
{
    number_text one, other;
    int digits = 4;
    do {
        one = written(got, digits);
        other = written(right, digits);
    } while (strcmp(one.text, other.text) == 0 && digits++ < 17);
    return text("%s, expected %s", one.text, other.text);
}

void expect_result(const char *call, double got, double right,
                   double allowed, const slip slips[])
{
    if (fabs(got - right) <= allowed || got == right)
        return;
    if (got == TODO)
        unanswered("%s", call);
    suspect("%s returned %s: %s", call, returned_and_expected(got, right),
            suspicion(got, right, allowed, slips));
}

void expect_left(const char *place, const char *call, double got,
                 double right, double allowed, const slip slips[])
{
    if (fabs(got - right) <= allowed || got == right)
        return;
    if (got == TODO)
        unanswered("%s", place);
    suspect("%s left %s = %s: %s", call, place,
            returned_and_expected(got, right),
            suspicion(got, right, allowed, slips));
}

void expect_number(const char *name, double typed, double right, int digits,
                   const slip slips[])
{
    expect_result(name, typed, right, pow(10.0, 1.0 - digits) * fabs(right),
                  slips);
}

const char *answer_ending(const answer_output *o, const char *gets,
                          const char *reads, const char *index_of)
{
    switch (o->ended) {
    case ANSWER_PRINTING:
        return "it prints without an end; which loop has no last round?";
    case ANSWER_WAITING:
        return text(
            "it has not ended; does it wait for something? All that "
            "it gets is %s",
            gets);
    case ANSWER_COMPUTING:
        return text("stopped after %d seconds of computing; does a loop "
                    "never end, such as one that reads %s?",
                    ANSWER_COMPUTES, reads);
    case ANSWER_WRITING:
        return "it writes a file; what it finds is to be printed";
    case ANSWER_ABORTED:
        return "it was aborted; does an assertion of yours not hold, or is "
               "memory given back that malloc has not given?";
    case ANSWER_CRASHED:
        return text("it crashed; suspect an index or a pointer, such as "
                    "that of %s",
                    index_of);
    case ANSWER_ENDED:
        break;
    }
    if (o->status != 0)
        return text("it ended with exit status %d, as if something had "
                    "failed; what does main return?",
                    o->status);
    if (strspn(o->bytes, " \t\r\n") == o->length)
        return "it printed nothing; does main get as far as its printf?";
    return NULL;
}

void answer_read(answer_output *o, answer_numbers *found)
{
    found->count = 0;
    for (char *word = strtok(o->bytes, " \t\r\n\v\f"); word != NULL;
         word = strtok(NULL, " \t\r\n\v\f")) {
        const size_t length = strlen(word);
        if (length > 1 && word[length - 1] == ',')
            word[length - 1] = '\0';
        char *end;
        const double value = strtod(word, &end);
        if (*end != '\0' || end == word)
            continue;
        found->values[found->count] = value;
        found->words[found->count++] = word;
    }
}

bool is_cut_short(const char *word, double right, int digits)
{
    if (strlen(word) < 3)
        return false;
    static const char *const formats[] = {"%.*f", "%.*g", "%.*e"};
    for (int f = 0; f < 3; f++)
        for (int fewer = 0; fewer < digits; fewer++) {
            char cut[400];
            snprintf(cut, sizeof cut, formats[f], fewer, right);
            if (strcmp(cut, word) == 0)
                return true;
        }
    return false;
}

/* What has been said is not the answer's to take back, nor is it said
   twice where an answer has made two processes of this one. */
int main(void)
{
    enum { SECRET_IN = 3, VERDICT_OUT = 4 };
    const pid_t self = getpid();
    const ssize_t length = read(SECRET_IN, secret, sizeof secret - 1);
    judge = fdopen(VERDICT_OUT, "w");
    if (length <= 0 || judge == NULL) {
        fprintf(stderr, "the checks of an exercise run under a judge\n");
        return 2;
    }
    close(SECRET_IN);
    int whole = 0, ended = 0;
    for (int c = 0; checks[c] != NULL; c++) {
        const int before = parts;
        if (setjmp(end_of_check) == 0) {
            checks[c]();
            whole += parts == before; /* or it looks at no answer */
        } else {
            ended++;
        }
        if (getpid() != self)
            _exit(EXIT_SUCCESS);
    }
    if (parts == ended) {
        parts += whole;
        right_parts += whole;
    }
    if (missing[0] != '\0')
        fprintf(judge, "say not answered yet: %s\n", missing);
    fprintf(judge, "%s %d %d\n", secret, right_parts, parts);
    fclose(judge);
    return right_parts == parts ? EXIT_SUCCESS : EXIT_FAILURE;
}
