#include "digits.h"

/* A line of the file ends in a comma, too. */
static const unsigned char numbers[] = {
#include "digits.csv"
};

const dataset digits = {sizeof numbers / COLUMNS, numbers};

int digit_row(const dataset *d, size_t n, double x[PIXELS])
{
    const unsigned char *row = d->numbers + n * COLUMNS;
    for (int i = 0; i < PIXELS; i++)
        x[i] = row[i] / (double)INK;
    return row[PIXELS];
}
