#include "messages.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *program_name = "program";

void messages_begin_with(const char *program)
{
    program_name = program;
}

/* Characters of UTF-8 that leave nothing to see: the first and the last of
   each range, which differ in the last byte alone. */
static const char *const unseen[][2] = {
    {"\xC2\x80", "\xC2\xA0"},         {"\xC2\xAD", "\xC2\xAD"},
    {"\xE2\x80\x8B", "\xE2\x80\x8F"}, {"\xE2\x80\xA8", "\xE2\x80\xAF"},
    {"\xE2\x81\x9F", "\xE2\x81\xAF"}, {"\xE3\x80\x80", "\xE3\x80\x80"},
    {"\xEF\xBB\xBF", "\xEF\xBB\xBF"},
};

bool complain(const char *text, ...)
{
    char plain[1024], shown[4 * sizeof plain] = "", *end = shown;
    va_list arguments;
    va_start(arguments, text);
    vsnprintf(plain, sizeof plain, text, arguments);
    va_end(arguments);
    for (const char *c = plain, *seen = plain; *c != '\0'; c++) {
        for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++) {
            const size_t n = strlen(unseen[i][0]);
            if (strncmp(c, unseen[i][0], n) >= 0 &&
                strncmp(c, unseen[i][1], n) <= 0)
                seen = c + n;
        }
        if (c < seen)
            end += snprintf(end, 5, "\\x%02X", (unsigned char)*c);
        else
            *end++ = iscntrl((unsigned char)*c) ? '?' : *c;
    }
    fflush(stdout);
    fprintf(stderr, "%s: %.*s\n", program_name, (int)(end - shown), shown);
    return false;
}
