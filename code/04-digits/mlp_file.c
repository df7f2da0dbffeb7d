#define _POSIX_C_SOURCE 200809L /* fmemopen */

#include "mlp_file.h"
#include "plumbing/messages.h"
#include "plumbing/parameters.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The matrices of a network where they stand, and their names. */
typedef struct {
    size_t n;
    matrix all[2 * DEPTH_MOST];
    char names[2 * DEPTH_MOST][16];
} mlp_matrices;

static void mlp_matrices_list(const mlp *net, mlp_matrices *list)
{
    list->n = 0;
    for (int l = 1; l <= net->depth; l++)
        for (int bias = 0; bias < 2; bias++, list->n++) {
            char *const name = list->names[list->n];
            snprintf(name, sizeof list->names[0], "%s%d", bias ? "b" : "W",
                     l);
            list->all[list->n] =
                (matrix){name, bias ? 1 : net->units[l - 1], net->units[l],
                         bias ? net->b[l] : net->W[l]};
        }
}

void mlp_write(output_file *save, const mlp *net)
{
    mlp_matrices list;
    mlp_matrices_list(net, &list);
    if (save->stream != NULL)
        parameters_write(save, list.all, list.n);
}

/* The shapes that a file has, and where. */
typedef struct {
    const char *name;
    int depth; /* the last layer that was found */
    int units[DEPTH_MOST + 1];
    char words[DEPTH_MOST + 1][3][SHAPE_WORD]; /* name, rows, columns */
    long line[DEPTH_MOST + 1]; /* 0: there are no such weights */
    char strange[SHAPE_WORD];  /* the first name that is none, and where */
    long strange_line;
} shapes;

/* A whole number above 0 that is written as such, or 0. */
static int size_of(const char *word)
{
    const size_t length = strlen(word);
    return word[0] != '0' && length < 8 &&
                   strspn(word, "0123456789") == length
               ? atoi(word)
               : 0;
}

/* Notes the shape of some weights; a shape_found. */
static bool shape_note(void *state, char words[3][SHAPE_WORD], long line)
{
    shapes *const s = state;
    const char *const of = words[0];
    const int l = of[0] == 'W' || of[0] == 'b' ? size_of(of + 1) : 0;
    if (l < 1 && s->strange_line == 0) {
        memcpy(s->strange, of, sizeof s->strange);
        s->strange_line = line;
    }
    if (l < 1)
        return true;
    if (l > DEPTH_MOST)
        return complain("%s:%ld: %s: expected at most %d layers", s->name,
                        line, of, DEPTH_MOST);
    s->depth = l > s->depth ? l : s->depth;
    if (of[0] == 'W') {
        memcpy(s->words[l], words, sizeof s->words[l]);
        s->line[l] = line;
    }
    return true;
}

static bool complain_strange(const shapes *s)
{
    return complain("%s:%ld: expected the name of a matrix, got \"%s\"",
                    s->name, s->strange_line, s->strange);
}

/* Weights that are missing may be there under another name. */
static bool complain_missing(const shapes *s, int l)
{
    return s->strange_line > 0
               ? complain_strange(s)
               : complain("%s: W%d: is missing", s->name, l);
}

static const char *or_nothing(const char *word)
{
    return word[0] != '\0' ? word : "nothing";
}

/* Do the shapes lead from layer to layer, in units that fit? */
static bool shapes_chain(shapes *s, int inputs, int outputs)
{
    s->units[0] = inputs;
    if (s->depth == 0)
        return complain_missing(s, 1);
    for (int l = 1; l <= s->depth; l++) {
        if (s->line[l] == 0)
            return complain_missing(s, l);
        const char *const rows = s->words[l][1];
        const char *const columns = s->words[l][2];
        const int before = s->units[l - 1], units = size_of(columns);
        if (size_of(rows) != before)
            return complain("%s:%ld: W%d: expected %d row%s, one for each "
                            "unit that it comes from, got %s",
                            s->name, s->line[l], l, before,
                            before == 1 ? "" : "s", or_nothing(rows));
        if (l == s->depth && units != outputs && s->strange_line > 0)
            return complain_strange(s);
        if (l == s->depth && units != outputs)
            return complain("%s:%ld: W%d: expected %d column%s, one for "
                            "each answer, got %s",
                            s->name, s->line[l], l, outputs,
                            outputs == 1 ? "" : "s", or_nothing(columns));
        if (units < 1 || units > MLP_UNITS_MOST)
            return complain("%s:%ld: W%d: expected from 1 to %d columns, "
                            "got %s",
                            s->name, s->line[l], l, MLP_UNITS_MOST,
                            or_nothing(columns));
        s->units[l] = units;
    }
    return true;
}

bool mlp_fits(const char *what, int depth, const int units[])
{
    double count = 0.0;
    for (int l = 1; l <= depth; l++)
        count += (units[l - 1] + 1.0) * units[l];
    return count <= MLP_COUNT_MOST ||
           complain("%s: expected at most %d parameters, got %.0f", what,
                    MLP_COUNT_MOST, count);
}

mlp mlp_of(int depth, const int units[], activation hidden)
{
    if (!mlp_fits("the network", depth, units))
        return (mlp){.all = NULL};
    const mlp net = mlp_new(depth, units, hidden);
    if (net.all == NULL)
        complain("no memory for %d parameters", net.count);
    return net;
}

/* Makes the network of an open file. */
static bool stream_read(FILE *in, mlp *net, const char *name, int inputs,
                        int outputs, activation hidden)
{
    shapes s = {.name = name};
    mlp_matrices list;
    if (!parameters_shapes(in, name, shape_note, &s) ||
        !shapes_chain(&s, inputs, outputs) ||
        !mlp_fits(name, s.depth, s.units))
        return false;
    *net = mlp_of(s.depth, s.units, hidden);
    if (net->all == NULL)
        return false;
    mlp_matrices_list(net, &list);
    rewind(in);
    if (parameters_read_from(in, name, list.all, list.n))
        return true;
    mlp_free(net);
    return false;
}

enum { BYTES_MOST = 1 << 28 };

/* The text of a file and its length, to be read twice, as a pipe cannot be,
   with room for a byte more. It ends after a byte 0, which no text has.
   NULL after saying why there is none. */
static char *file_keep(const char *name, size_t *length)
{
    FILE *const in = fopen(name, "r");
    char *text = NULL;
    size_t room = 0, read = 0;
    bool fits = true;
    *length = 0;
    if (in == NULL) {
        complain("%s: %s", name, strerror(errno));
        return NULL;
    }
    errno = 0;
    do {
        *length += read;
        if (*length + 1 >= room) {
            char *const larger = room < BYTES_MOST / 2
                                     ? realloc(text, room += room + 65536)
                                     : NULL;
            fits = larger != NULL;
            text = fits ? larger : text;
        }
        read = fits ? fread(text + *length, 1, room - *length - 1, in) : 0;
    } while (read > 0 && memchr(text + *length, '\0', read) == NULL);
    *length += read;
    if (!fits || ferror(in)) {
        complain("%s: %s", name, errno ? strerror(errno) : "too large");
        free(text);
        text = NULL;
    }
    fclose(in);
    return text;
}

bool mlp_read(mlp *net, const char *name, int inputs, int outputs,
              activation hidden)
{
    size_t length;
    char *const text = file_keep(name, &length);
    if (text == NULL)
        return false;
    text[length] = '\n'; /* a stream of no bytes cannot be opened */
    FILE *const in = fmemopen(text, length + 1, "r");
    const bool read =
        in != NULL ? stream_read(in, net, name, inputs, outputs, hidden)
                   : complain("%s: %s", name, strerror(errno));
    if (in != NULL)
        fclose(in);
    free(text);
    return read;
}
