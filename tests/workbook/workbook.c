#define _XOPEN_SOURCE 700 /* setitimer */
#include "workbook.h"

#include <ctype.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* Seconds that a check may compute, and that it may take. */
static const double computing = 5.0, taking = 120.0;

/* What is said when the one or the other is over. */
static char computed_long[160], took_long[160];

static void out_of_time(int signal_number)
{
    const char *text = signal_number == SIGPROF ? computed_long : took_long;
    const ssize_t written = write(STDOUT_FILENO, text, strlen(text));
    _exit(written > 0 ? 1 : 2);
}

static void signal_after(double seconds, int timer, int signal_number)
{
    const double whole = floor(seconds);
    const struct itimerval time = {
        .it_value.tv_sec = (time_t)whole,
        .it_value.tv_usec = (suseconds_t)(1e6 * (seconds - whole)),
    };
    signal(signal_number, out_of_time);
    setitimer(timer, &time, NULL);
}

/* The environment may say otherwise, for who tests this file. */
static double limit(const char *name, double usual)
{
    const char *text = getenv(name);
    const double given = text == NULL ? 0.0 : strtod(text, NULL);
    return given > 0.0 ? given : usual;
}

int checks_begin(void **state)
{
    (void)state;
    const double most = limit("WORKBOOK_COMPUTING", computing);
    const double longest = limit("WORKBOOK_TAKING", taking);
    snprintf(computed_long, sizeof computed_long,
             "stopped after %g seconds of computing: does a loop "
             "never end, or go round far too often?\n",
             most);
    snprintf(took_long, sizeof took_long,
             "stopped after %g seconds, of which it computed less than %g: "
             "does it wait for something?\n",
             longest, most);
    signal_after(most, ITIMER_PROF, SIGPROF);
    signal_after(longest, ITIMER_REAL, SIGALRM);
    return 0;
}

void suspect(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    fflush(stdout);
    fail();
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
    if (value == 0.0)
        return x == 0.0;
    const double unit =
        pow(10.0, floor(log10(fabs(value))) - (double)digits + 1.0);
    return fabs(x - value) <= 1.001 * unit;
}

void expect_number(const char *name, double typed, double right, int digits,
                   const slip slips[])
{
    if (agrees(typed, right, digits))
        return;
    if (isnan(typed))
        suspect("%s: not answered yet", name);
    for (const slip *s = slips; s->message != NULL; s++)
        if (agrees(typed, s->value, digits))
            suspect("%s: %s", name, s->message);
    if (fabs(typed - right) <= 0.02 * fabs(right))
        suspect("%s: close, but not close enough; keep more digits on the "
                "way, and round at the end only",
                name);
    suspect("%s: not right; go through its steps again, one at a time",
            name);
}

void expect_letter(const char *name, char typed, char right,
                   const slip slips[])
{
    const int letter = toupper((unsigned char)typed);
    if (letter == toupper((unsigned char)right))
        return;
    if (typed == '?')
        suspect("%s: not answered yet", name);
    for (const slip *s = slips; s->message != NULL; s++)
        if (letter == (int)s->value)
            suspect("%s: %s", name, s->message);
    suspect("%s: that is none of the answers to choose from", name);
}
