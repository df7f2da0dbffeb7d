#include "split.h"

#include <stdlib.h>

const char split_words[] = "file|shuffled";

split split_new(split_kind kind, const dataset *d, uint64_t seed)
{
    random_stream stream = {~seed}; /* the start's begins with the seed */
    const size_t all = (size_t)d->rows, train = all * 4 / 5;
    split s = {malloc(all * sizeof *s.rows), train, all - train};
    for (size_t n = 0; s.rows != NULL && n < all; n++)
        s.rows[n] = n;
    if (s.rows != NULL && kind == SPLIT_SHUFFLED)
        random_shuffle(&stream, s.rows, all);
    return s;
}

void split_free(split *s)
{
    free(s->rows);
    s->rows = NULL;
}
