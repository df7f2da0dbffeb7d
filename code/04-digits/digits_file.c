#include "digits_file.h"
#include "plumbing/messages.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longer than any line of 65 small numbers and some spaces. */
enum { LINE_MOST = 4094 };

/* The whole number that a field holds, spaces aside, or -1. */
static long field_number(const char *field)
{
    char *end;
    field += strspn(field, " \t");
    const bool typed = strspn(field, "0123456789") > 0;
    const unsigned long number = strtoul(field, &end, 10);
    end += strspn(end, " \t");
    return typed && *end == '\0' && number <= INK ? (long)number : -1;
}

/* Reads the numbers of a line into a row. */
static bool line_read(char *text, unsigned char row[COLUMNS],
                      const char *name, long line)
{
    int column = 0;
    for (char *field = text, *next; field != NULL; field = next, column++) {
        next = strchr(field, ',');
        if (next != NULL)
            *next++ = '\0';
        if (column == COLUMNS)
            return complain("%s:%ld: expected %d numbers, got more", name,
                            line, COLUMNS);
        const bool pixel = column < PIXELS;
        const long number = field_number(field);
        if (number < 0 || (!pixel && number >= CLASSES))
            return complain(
                "%s:%ld: number %d, %s: expected a whole number "
                "from 0 to %d, got \"%.40s\"",
                name, line, column + 1, pixel ? "a pixel" : "the digit",
                pixel ? INK : CLASSES - 1, field);
        row[column] = (unsigned char)number;
    }
    return column == COLUMNS || complain("%s:%ld: expected %d numbers, got "
                                         "%d",
                                         name, line, COLUMNS, column);
}

/* Cuts spaces, the carriage return and one comma off the end of a line that
   is not blank. */
static void line_trim(char *text)
{
    size_t length = strlen(text);
    while (strchr(" \t\r", text[length - 1]) != NULL)
        length--;
    text[text[length - 1] == ',' ? length - 1 : length] = '\0';
}

/* Makes room for one more row. */
static unsigned char *row_add(dataset *d, unsigned char **numbers,
                              size_t *room)
{
    if ((size_t)d->rows == *room) {
        const size_t more = *room == 0 ? 1024 : 2 * *room;
        unsigned char *const larger = realloc(*numbers, more * COLUMNS);
        if (larger == NULL)
            return NULL;
        *numbers = larger;
        *room = more;
    }
    return *numbers + (size_t)d->rows++ * COLUMNS;
}

static bool lines_read(FILE *in, const char *name, dataset *d,
                       unsigned char **numbers)
{
    char text[LINE_MOST + 1];
    size_t room = 0;
    int c = '\n';
    for (long line = 1; c != EOF; line++) {
        char *begin = text;
        size_t length = 0;
        while ((c = getc(in)) != EOF && c != '\n' && c != '\0' &&
               length < LINE_MOST)
            text[length++] = (char)c;
        text[length] = '\0';
        if (c == '\0')
            return complain("%s:%ld: expected a text file, got a byte 0",
                            name, line);
        if (c != EOF && c != '\n')
            return complain("%s:%ld: expected %d numbers, got a line of "
                            "more than %d bytes",
                            name, line, COLUMNS, LINE_MOST);
        if (line == 1 && strncmp(text, "\xEF\xBB\xBF", 3) == 0)
            begin += 3;
        if (begin[strspn(begin, " \t\r")] == '\0')
            continue;
        line_trim(begin);
        if (d->rows == ROWS_MOST)
            return complain("%s:%ld: expected at most %d rows", name, line,
                            ROWS_MOST);
        unsigned char *const row = row_add(d, numbers, &room);
        if (row == NULL)
            return complain("%s: no memory for %d rows", name, d->rows);
        if (!line_read(begin, row, name, line))
            return false;
    }
    if (ferror(in))
        return complain("%s: %s", name, strerror(errno));
    return d->rows >= ROWS_FEWEST ||
           complain("%s: expected at least %d rows, got %d", name,
                    ROWS_FEWEST, d->rows);
}

bool dataset_read(dataset *d, const char *name)
{
    unsigned char *numbers = NULL;
    FILE *const in = fopen(name, "r");
    *d = (dataset){0, NULL};
    if (in == NULL)
        return complain("%s: %s", name, strerror(errno));
    const bool read = lines_read(in, name, d, &numbers);
    fclose(in);
    d->numbers = numbers;
    if (!read)
        dataset_free(d);
    return read;
}

void dataset_free(dataset *d)
{
    if (d->numbers != digits.numbers)
        free((void *)d->numbers);
    *d = (dataset){0, NULL};
}
