/* random.h: random numbers that are the same on every machine, but for the
   last bit of random_normal, which uses log and sqrt.
   SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
   generators", OOPSLA 2014), with the constants of David Stafford: a
   counter goes up by an odd number, and its 64 bits are mixed. Any seed is
   good. */
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t state; /* the seed, before the first number is drawn */
} random_stream;

/* 64 random bits. */
uint64_t random_bits(random_stream *stream);

/* A double from [0, 1): one of 2^53 equally likely values, 2^-53 apart. */
double random_uniform(random_stream *stream);

/* A double from the normal distribution with mean 0 and deviation 1, by
   the polar method (Marsaglia and Bray, SIAM Review 6, 1964). */
double random_normal(random_stream *stream);

/* A whole number from 0 to n - 1, each equally likely; n > 0. */
uint64_t random_below(random_stream *stream, uint64_t n);

/* Shuffles n numbers: every order is equally likely (Fisher and Yates). */
void random_shuffle(random_stream *stream, size_t order[], size_t n);
