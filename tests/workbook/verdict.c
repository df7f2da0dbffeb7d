#include "verdict.h"

#include <stdio.h>
#include <string.h>

enum { MOST_LINES = 20 }; /* of what was printed that are shown */

#define DIGITS "0123456789"

/* Copies what stands between two words of the line, or to its end. */
static bool between(const char *line, const char *before, const char *after,
                    char *copy, size_t size)
{
    const char *from = strstr(line, before);
    if (from == NULL)
        return false;
    from += strlen(before);
    const char *to = after == NULL ? NULL : strstr(from, after);
    const size_t n = to == NULL ? strcspn(from, "\n") : (size_t)(to - from);
    snprintf(copy, size, "%.*s", (int)(n < size ? n : size - 1), from);
    return true;
}

static const struct {
    const char *kind, *meaning;
} memory_faults[] = {
    {"stack-overflow", "calls itself without an end, or has an array that "
                       "is too large for the stack"},
    {"buffer-overflow", "reads or writes past the end of an array: are two "
                        "indices exchanged, or does a loop go too far?"},
    {"buffer-underflow",
     "reads or writes before the beginning of an array"},
    {"dynamic-stack", "has an array of no length, or of too many numbers"},
    {"use-after", "uses memory that is no longer there"},
    {"double-free", "gives the same memory back twice"},
    {"bad-free", "gives back memory that malloc has not given"},
    {"FPE", "divides whole numbers by 0"},
    {"SEGV", "follows a pointer that leads nowhere"},
    {"BUS", "follows a pointer that leads nowhere"},
};

/* The sentence for what a sanitizer has stopped, if one has. */
static bool sanitizer_says(const char *printed, char *sentence, size_t size)
{
    char place[200] = "", what[200] = "";
    const char *at = strstr(printed, ": runtime error: ");
    if (at != NULL) {
        const char *line = at;
        while (line > printed && line[-1] != '\n')
            line--;
        between(at, ": runtime error: ", NULL, what, sizeof what);
        snprintf(sentence, size, "%.*s: %s%s", (int)(at - line), line, what,
                 strncmp(what, "index ", 6) == 0
                     ? "; are two indices exchanged, or does a loop go too "
                       "far?"
                     : "");
        return true;
    }
    const char *summary = strstr(printed, "SUMMARY: AddressSanitizer: ");
    if (summary == NULL)
        summary = strstr(printed, "ERROR: AddressSanitizer: ");
    if (summary == NULL)
        return false;
    between(summary, "AddressSanitizer: ", NULL, what, sizeof what);
    /* KIND PLACE in FUNCTION */
    char *space = strchr(what, ' ');
    if (space != NULL) {
        snprintf(place, sizeof place, "%s", space + 1);
        *space = '\0';
    }
    /* Of the stack below the fault, the first place in an answer. */
    const char *own = strstr(printed, "answers/");
    if (own != NULL)
        snprintf(place, sizeof place, "%.*s", (int)strcspn(own, " \n)"),
                 own);
    for (size_t k = 0; k < sizeof memory_faults / sizeof memory_faults[0];
         k++)
        if (strstr(what, memory_faults[k].kind) != NULL) {
            snprintf(sentence, size, "%s: it %s", place,
                     memory_faults[k].meaning);
            return true;
        }
    snprintf(sentence, size, "%s: %s", place, what);
    return true;
}

/* What the address sanitizer says where memory ends. */
static bool is_hoarding(const char *printed)
{
    return strstr(printed, "hard rss limit exhausted") ||
           strstr(printed, "allocation-size-too-big") ||
           strstr(printed, "out-of-memory") ||
           strstr(printed, "exceeds maximum supported size");
}

/* The sentence for a program that ended, or was ended, before its time or
   did what an answer may not; false if there is nothing to say. */
static bool sentence_for(const ending *e, const char *printed, bool through,
                         char *s, size_t n)
{
    char what[500];
    if (e->flooded)
        snprintf(s, n, "it prints without an end: stopped after %d MB",
                 FLOOD >> 20);
    else if (is_hoarding(printed))
        snprintf(s, n,
                 "it asks for more and more memory: stopped at %d "
                 "MB; is there a malloc in a loop?",
                 MOST_MEMORY);
    else if (e->computed_too_long)
        snprintf(s, n,
                 "stopped after %g seconds of computing: does a loop "
                 "never end, or go round far too often?",
                 e->computing);
    else if (e->took_too_long)
        snprintf(s, n,
                 "stopped after %g seconds, of which it computed "
                 "less than %g: does it wait for something?",
                 e->taking, e->computing);
    else if (sanitizer_says(printed, what, sizeof what))
        snprintf(s, n, "%s", what);
    else if (e->detached)
        snprintf(s, n,
                 "it starts a process of its own and leaves it "
                 "behind; an answer is functions, and one process");
    else if (e->read_keys)
        snprintf(s, n,
                 "it reads standard input; an answer gets all that "
                 "it needs as arguments");
    else if (e->wrote_file)
        snprintf(s, n,
                 "it writes a file%s%s; an answer writes none, but "
                 "it may print",
                 e->file[0] != '\0' ? ", " : "", e->file);
    else if (e->by == BY_ABORT && strstr(printed, "Assertion") != NULL)
        snprintf(s, n, "an assertion of its own does not hold");
    else if (e->by == BY_ABORT)
        snprintf(s, n,
                 "it called abort, or gave back memory that malloc "
                 "has not given");
    else if (e->by == BY_CRASH)
        snprintf(s, n,
                 "it crashed: suspect an index, a pointer, or a "
                 "function that calls itself without an end");
    else if (e->by == BY_DIVISION)
        snprintf(s, n, "it divides whole numbers by 0");
    else if (e->by == BY_OTHER)
        snprintf(s, n, "it was ended by signal %d", e->signal);
    else if (!through)
        snprintf(s, n,
                 "it ended the program before the checks were "
                 "through, with exit or the like; a function gives "
                 "back its result by return");
    else
        return false;
    return true;
}

/* Of what the answer printed, so many lines, without the sanitizers'. */
static void show_printed(char *printed, int most)
{
    int lines = 0;
    for (char *line = printed, *end; *line != '\0'; line = end) {
        end = line + strcspn(line, "\n");
        const int length = (int)(end - line);
        if (*end == '\n')
            end++;
        if (strspn(line, "=") > 60 ||
            (strncmp(line, "==", 2) == 0 && strspn(line + 2, DIGITS) > 0))
            break; /* the address sanitizer's page */
        *(line + length) = '\0';
        if (strstr(line, ": runtime error: ") != NULL ||
            strncmp(line, "SUMMARY: ", 9) == 0 ||
            strncmp(line, "AddressSanitizer:", 17) == 0)
            continue;
        if (lines++ >= most) {
            puts("(and more)");
            break;
        }
        printf("%.300s%s\n", line, length > 300 ? " (and more)" : "");
    }
}

bool verdict_print(const ending *e, char *printed, char *said,
                   const char *secret)
{
    /* The verdict is the last line, and begins with the secret. */
    int right = 0, parts = 0;
    const char *verdict = strstr(said, secret);
    const bool through =
        verdict != NULL && (verdict == said || verdict[-1] == '\n') &&
        sscanf(verdict + strlen(secret), "%d %d", &right, &parts) == 2;
    char sentence[700];
    const bool stopped =
        sentence_for(e, printed, through, sentence, sizeof sentence);
    show_printed(printed, stopped ? MOST_LINES / 4 : MOST_LINES);
    if (stopped)
        puts(sentence);
    else
        for (char *line = strtok(said, "\n"); line != NULL;
             line = strtok(NULL, "\n"))
            if (strncmp(line, "say ", 4) == 0)
                puts(line + 4);
    if (!stopped)
        printf("%d of %d\n", right, parts);
    return !stopped && parts > 0 && right >= parts;
}
