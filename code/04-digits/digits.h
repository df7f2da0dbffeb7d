/* digits.h: handwritten digits, as numbers. */
#pragma once

#include <stddef.h>

enum {
    PIXELS = 64, /* 8 rows of 8 */
    INK = 16,    /* a pixel is from 0, paper, to INK */
    CLASSES = 10,
    COLUMNS = PIXELS + 1 /* of a row: its pixels, then its digit */
};

/* Rows of numbers, each row an image and the digit that it shows. */
typedef struct {
    int rows;
    const unsigned char *numbers; /* rows x COLUMNS */
} dataset;

/* The 1,797 digits that come with the book: the test set of "Optical
   recognition of handwritten digits" (E. Alpaydin and C. Kaynak, UCI
   Machine Learning Repository, 1998, CC BY 4.0), from 13 writers. */
extern const dataset digits;

/* Row n, which counts from 0, as the network takes it: fills in the inputs,
   from 0 to 1, and returns the digit. */
int digit_row(const dataset *d, size_t n, double x[PIXELS]);
