#include "parameters.h"
#include "messages.h"
#include "options.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <string.h>

/* A text file that is read word by word, and what should be in it. */
typedef struct {
    FILE *stream;
    const char *name;
    const matrix *matrices;
    size_t n;
    int last;         /* the last byte read */
    long bytes, line; /* how many were read; where the last is, from 1 */
    bool refused;     /* it is no text, or cannot be read: that was said */
    char word[1200];  /* any double, written out to its last digit */
} text_file;

/* Reads the next word. False: there is none, or the file is refused. */
static bool word_next(text_file *in)
{
    int c;
    size_t length = 0;
    bool comment = in->last == '#', blank;
    do {
        c = getc(in->stream);
        in->line += c != EOF && in->last == '\n';
        in->last = c;
        comment = c == '#' || (comment && c != '\n');
        blank = comment || isspace(c);
        if (c != EOF && !blank)
            in->word[length++] = (char)c;
        in->word[length] = '\0';
        if (++in->bytes == 3 && strcmp(in->word, "\xEF\xBB\xBF") == 0)
            length = 0; /* a byte order mark is no word */
        in->refused = c == '\0' || length + 1 == sizeof in->word;
    } while (c != EOF && !in->refused && (length == 0 || !blank));
    if (in->refused)
        complain("%s:%ld: expected a text file, got a %s", in->name,
                 in->line, c == '\0' ? "byte 0" : "word without end");
    else if (ferror(in->stream))
        in->refused = !complain("%s: %s", in->name, strerror(errno));
    return length > 0 && !in->refused;
}

/* The matrix whose name is the word read last, or NULL. */
static const matrix *matrix_named(const text_file *in)
{
    for (size_t i = 0; i < in->n; i++)
        if (strcmp(in->matrices[i].name, in->word) == 0)
            return &in->matrices[i];
    return NULL;
}

/* Reads the shape and the numbers of a matrix, whose name was read last. */
static bool matrix_read(text_file *in, const matrix *m)
{
    const long line = in->line;
    const int count = m->rows * m->columns;
    for (int i = -2; i < count; i++) {
        char size[16];
        const bool there = word_next(in);
        const char *quote = there ? "\"" : "";
        snprintf(size, sizeof size, "%d", i == -2 ? m->rows : m->columns);
        if (in->refused)
            return false;
        if (i < 0 && (!there || strcmp(in->word, size) != 0))
            return complain(
                "%s:%ld: %s: expected the shape %d %d, got %s%s%s",
                in->name, in->line, m->name, m->rows, m->columns, quote,
                there ? in->word : "the end of the file", quote);
        if (i >= 0 && (!there || matrix_named(in) != NULL))
            return complain("%s:%ld: %s: expected %d number%s, got %d",
                            in->name, line, m->name, count,
                            count == 1 ? "" : "s", i);
        if (i >= 0 && !number_parse(in->word, &m->values[i]))
            return complain("%s:%ld: %s: expected a number, got \"%s\"",
                            in->name, in->line, m->name, in->word);
    }
    return true;
}

/* Reads matrix after matrix. NAN is a number that was not read yet. */
static bool matrices_read(text_file *in)
{
    const matrix *last = NULL, *const end = in->matrices + in->n;
    for (const matrix *m = in->matrices; m < end; m++)
        m->values[0] = NAN;
    while (word_next(in)) {
        double more;
        const matrix *m = matrix_named(in);
        if (m == NULL && last != NULL && number_parse(in->word, &more))
            return complain(
                "%s:%ld: %s: expected %d number%s, got one more: \"%s\"",
                in->name, in->line, last->name, last->rows * last->columns,
                last->rows * last->columns == 1 ? "" : "s", in->word);
        if (m == NULL)
            return complain(
                "%s:%ld: expected the name of a matrix, got \"%s\"",
                in->name, in->line, in->word);
        if (!isnan(m->values[0]))
            return complain("%s:%ld: %s: is there twice", in->name,
                            in->line, m->name);
        if (!matrix_read(in, m))
            return false;
        last = m;
    }
    for (const matrix *m = in->matrices; m < end && !in->refused; m++)
        if (isnan(m->values[0]))
            return complain("%s:%ld: %s: is missing", in->name, in->line,
                            m->name);
    return !in->refused;
}

bool parameters_read_from(FILE *stream, const char *name,
                          const matrix matrices[], size_t n)
{
    text_file in = {stream, name, matrices, n, .last = '\n'};
    return matrices_read(&in);
}

bool parameters_read(const char *name, const matrix matrices[], size_t n)
{
    FILE *const stream = fopen(name, "r");
    if (stream == NULL)
        return complain("%s: %s", name, strerror(errno));
    const bool read = parameters_read_from(stream, name, matrices, n);
    fclose(stream);
    return read;
}

static bool is_name(const text_file *in)
{
    return isalpha((unsigned char)in->word[0]) != 0;
}

bool parameters_shapes(FILE *stream, const char *name, shape_found found,
                       void *state)
{
    text_file in = {stream, name, .last = '\n'};
    bool there = word_next(&in);
    while (there) {
        char words[3][SHAPE_WORD] = {"", "", ""};
        long line = in.line;
        int i = 0;
        if (is_name(&in))
            snprintf(words[i++], SHAPE_WORD, "%.63s", in.word);
        while (0 < i && i < 3 && (there = word_next(&in)) &&
               !is_name(&in)) {
            snprintf(words[i++], SHAPE_WORD, "%.63s", in.word);
            line = in.line;
        }
        if (in.refused || (i > 0 && !found(state, words, line)))
            return false;
        if (i == 0 || i == 3)
            there = word_next(&in);
    }
    return !in.refused;
}

void parameters_write(output_file *file, const matrix matrices[], size_t n)
{
    for (const matrix *m = matrices; m < matrices + n; m++) {
        fprintf(file->stream, "%s %d %d\n", m->name, m->rows, m->columns);
        for (int i = 1; i <= m->rows * m->columns; i++)
            fprintf(file->stream, " %.17g%s", m->values[i - 1],
                    i % m->columns != 0 ? "" : "\n");
    }
}
