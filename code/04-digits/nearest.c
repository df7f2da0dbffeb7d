#include "nearest.h"

#include <limits.h>

int nearest_digit(const dataset *d, const size_t rows[], size_t size,
                  size_t n)
{
    const unsigned char *const image = d->numbers + n * COLUMNS;
    int least = INT_MAX, digit = -1;
    for (size_t m = 0; m < size; m++) {
        const unsigned char *const other = d->numbers + rows[m] * COLUMNS;
        int distance = 0;
        for (int i = 0; i < PIXELS; i++)
            distance += (image[i] - other[i]) * (image[i] - other[i]);
        if (distance < least) {
            least = distance;
            digit = other[PIXELS];
        }
    }
    return digit;
}
