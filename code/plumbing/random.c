#include "random.h"

#include <math.h>

uint64_t random_bits(random_stream *stream)
{
    uint64_t bits = stream->state += 0x9e3779b97f4a7c15u;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

double random_uniform(random_stream *stream)
{
    return (double)(random_bits(stream) >> 11) * 0x1p-53;
}

double random_normal(random_stream *stream)
{
    double u, v, square;
    do {
        u = 2.0 * random_uniform(stream) - 1.0;
        v = 2.0 * random_uniform(stream) - 1.0;
        square = u * u + v * v;
    } while (square >= 1.0 || square == 0.0);
    return u * sqrt(-2.0 * log(square) / square);
}

uint64_t random_below(random_stream *stream, uint64_t n)
{
    /* 2^64 is not a multiple of every n: the lowest 2^64 mod n values are
       drawn again, so that what is left divides evenly. */
    const uint64_t uneven = (0 - n) % n;
    uint64_t bits = random_bits(stream);
    while (bits < uneven)
        bits = random_bits(stream);
    return bits % n;
}

void random_shuffle(random_stream *stream, size_t order[], size_t n)
{
    for (size_t i = n; i > 1; i--) {
        const size_t j = (size_t)random_below(stream, i), kept = order[j];
        order[j] = order[i - 1];
        order[i - 1] = kept;
    }
}
