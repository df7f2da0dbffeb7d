#define _XOPEN_SOURCE 700

#include "parameters.h"
#include "messages.h"
#include "options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A text file, read word by word. */
typedef struct {
    FILE *stream;
    const char *name;
    char *text; /* the line being read, cut into words */
    size_t size;
    char *rest; /* of the line, after the last word; NULL: no line yet */
    long line;  /* its number, from 1 */
    long zero_line; /* that of the first byte 0; 0: none was met */
} word_reader;

/* The next word, past blanks and comments, or NULL at the end of the file.
   The word is good until the next call. */
static char *word_next(word_reader *reader)
{
    for (;;) {
        char *word = reader->rest == NULL
                         ? NULL
                         : strtok_r(NULL, " \t\r\n\v\f", &reader->rest);
        if (word != NULL)
            return word;
        const ssize_t n =
            getline(&reader->text, &reader->size, reader->stream);
        if (n < 0)
            return NULL;
        reader->line++;
        if (strlen(reader->text) != (size_t)n && reader->zero_line == 0)
            reader->zero_line = reader->line;
        reader->text[strcspn(reader->text, "#")] = '\0';
        reader->rest = reader->text;
        word = strtok_r(reader->text, " \t\r\n\v\f", &reader->rest);
        if (word != NULL)
            return word;
    }
}

/* The matrix called name, or NULL. */
static const matrix *matrix_named(const matrix matrices[], size_t n,
                                  const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(matrices[i].name, name) == 0)
            return &matrices[i];
    return NULL;
}

/* Reads "rows columns", which must be those of the matrix. */
static bool shape_read(word_reader *reader, const matrix *m)
{
    const int wanted[2] = {m->rows, m->columns};
    for (int i = 0; i < 2; i++) {
        char expected[16];
        snprintf(expected, sizeof expected, "%d", wanted[i]);
        const char *word = word_next(reader);
        if (word == NULL || strcmp(word, expected) != 0)
            return complain(
                "%s:%ld: %s: expected the shape %d %d, got %s%s%s",
                reader->name, reader->line, m->name, m->rows, m->columns,
                word != NULL ? "\"" : "",
                word != NULL ? word : "the end of the file",
                word != NULL ? "\"" : "");
    }
    return true;
}

/* Reads the numbers of one matrix, whose name is the word read last. */
static bool matrix_read(word_reader *reader, const matrix *m,
                        const matrix matrices[], size_t n, double values[])
{
    const long line = reader->line;
    const int count = m->rows * m->columns;
    if (!shape_read(reader, m))
        return false;
    for (int i = 0; i < count; i++) {
        const char *word = word_next(reader);
        if (word == NULL || matrix_named(matrices, n, word) != NULL)
            return complain("%s:%ld: %s: expected %d number%s, got %d",
                            reader->name, line, m->name, count,
                            count == 1 ? "" : "s", i);
        if (!number_parse(word, &values[i]))
            return complain("%s:%ld: %s: expected a number, got \"%s\"",
                            reader->name, reader->line, m->name, word);
    }
    return true;
}

/* Reads matrix after matrix into values, one after the other in the order
   of the table, and ticks off those that were there. */
static bool matrices_read(word_reader *reader, const matrix matrices[],
                          size_t n, double *const values[], bool found[])
{
    const char *word;
    const matrix *last = NULL;
    while ((word = word_next(reader)) != NULL) {
        const matrix *m = matrix_named(matrices, n, word);
        double number;
        if (m == NULL && last != NULL && number_parse(word, &number))
            return complain("%s:%ld: %s: expected %d number%s, got one "
                            "more: \"%s\"",
                            reader->name, reader->line, last->name,
                            last->rows * last->columns,
                            last->rows * last->columns == 1 ? "" : "s",
                            word);
        if (m == NULL)
            return complain("%s:%ld: expected the name of a matrix, got "
                            "\"%s\"",
                            reader->name, reader->line, word);
        const size_t i = (size_t)(m - matrices);
        if (found[i])
            return complain("%s:%ld: %s: is there twice", reader->name,
                            reader->line, m->name);
        found[i] = true;
        last = m;
        if (!matrix_read(reader, m, matrices, n, values[i]))
            return false;
    }
    if (ferror(reader->stream))
        return complain("%s: %s", reader->name, strerror(errno));
    if (reader->zero_line > 0)
        return complain("%s:%ld: expected a text file, got a byte 0",
                        reader->name, reader->zero_line);
    for (size_t i = 0; i < n; i++)
        if (!found[i])
            return complain("%s:%ld: %s: is missing", reader->name,
                            reader->line, matrices[i].name);
    return true;
}

static size_t matrix_size(const matrix *m)
{
    return (size_t)m->rows * (size_t)m->columns;
}

bool parameters_read(const char *name, const matrix matrices[], size_t n)
{
    enum { MATRICES_MOST = 8, NUMBERS_MOST = 256 };
    double numbers[NUMBERS_MOST];
    double *values[MATRICES_MOST];
    bool found[MATRICES_MOST] = {false};
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        if (n > MATRICES_MOST ||
            used + matrix_size(&matrices[i]) > NUMBERS_MOST)
            return complain("%s: more matrices than fit", name);
        values[i] = &numbers[used];
        used += matrix_size(&matrices[i]);
    }

    word_reader reader = {.name = name};
    reader.stream = fopen(name, "r");
    if (reader.stream == NULL)
        return complain("%s: %s", name, strerror(errno));
    const bool read = matrices_read(&reader, matrices, n, values, found);
    fclose(reader.stream);
    free(reader.text);
    for (size_t i = 0; read && i < n; i++)
        memcpy(matrices[i].values, values[i],
               matrix_size(&matrices[i]) * sizeof(double));
    return read;
}

void parameters_write(output_file *file, const matrix matrices[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const matrix *m = &matrices[i];
        fprintf(file->stream, "%s %d %d\n", m->name, m->rows, m->columns);
        for (int row = 0; row < m->rows; row++)
            for (int column = 0; column < m->columns; column++)
                fprintf(file->stream, " %.17g%s",
                        m->values[row * m->columns + column],
                        column + 1 < m->columns ? "" : "\n");
    }
}
