#include "messages.h"

#include <stdarg.h>
#include <stdio.h>

static const char *program_name = "program";

void messages_begin_with(const char *program)
{
    program_name = program;
}

bool complain(const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (char *c = text; *c != '\0'; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            *c = '?';
    fflush(stdout);
    fprintf(stderr, "%s: %s\n", program_name, text);
    return false;
}
