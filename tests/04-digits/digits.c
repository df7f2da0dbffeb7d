/* digits.c: the digits that come with the book. */
#include "04-digits/digits.h"
#include "test.h"

#include <math.h>

/* As UCI's optdigits.names counts its test set. */
static void digits_are_1797_so_many_of_each(void **state)
{
    static const long published[] = {178, 182, 177, 183, 181,
                                     182, 181, 179, 174, 180};
    long found[CLASSES] = {0}, all = 0;
    double x[PIXELS];
    assert_int_equal(digits.rows, 1797);
    for (size_t n = 0; n < 1797; n++)
        found[digit_row(&digits, n, x)]++;
    for (int k = 0; k < CLASSES; k++) {
        assert_int_equal(found[k], published[k]);
        all += found[k];
    }
    assert_int_equal(all, 1797);
}

/* No number is lost, out of range, or in another place: the sum of all ink,
   and one in which each number counts by its row and its column. */
static void ink_is_where_it_should_be(void **state)
{
    long long ink = 0, placed = 0;
    int most = 0;
    for (int n = 0; n < digits.rows; n++)
        for (int k = 0; k < COLUMNS; k++) {
            const int number = digits.numbers[n * COLUMNS + k];
            placed += (n + 1LL) * (k + 1) * number;
            if (k == PIXELS)
                continue;
            ink += number;
            most = number > most ? number : most;
        }
    assert_int_equal(most, INK);
    assert_true(ink == 561718);
    assert_true(placed == 16809934574);
}

/* A nought and an eight, line by line. */
static void first_and_last_row_are_as_they_are_published(void **state)
{
    static const struct {
        size_t n;
        int pixels[PIXELS], digit;
    } rows[] = {{0,
                 {0, 0, 5,  13, 9,  1,  0, 0, 0, 0, 13, 15, 10, 15, 5, 0,
                  0, 3, 15, 2,  0,  11, 8, 0, 0, 4, 12, 0,  0,  8,  8, 0,
                  0, 5, 8,  0,  0,  9,  8, 0, 0, 4, 11, 0,  1,  12, 7, 0,
                  0, 2, 14, 5,  10, 12, 0, 0, 0, 0, 6,  13, 10, 0,  0, 0},
                 0},
                {1796,
                 {0, 0, 10, 14, 8,  1,  0, 0, 0, 2, 16, 14, 6,  1,  0, 0,
                  0, 0, 15, 15, 8,  15, 0, 0, 0, 0, 5,  16, 16, 10, 0, 0,
                  0, 0, 12, 15, 15, 12, 0, 0, 0, 4, 16, 6,  4,  16, 6, 0,
                  0, 8, 16, 10, 8,  16, 8, 0, 0, 1, 8,  12, 14, 12, 1, 0},
                 8}};
    for (int i = 0; i < 2; i++) {
        double x[PIXELS];
        assert_int_equal(digit_row(&digits, rows[i].n, x), rows[i].digit);
        for (int k = 0; k < PIXELS; k++)
            assert_same_bits(x[k], rows[i].pixels[k] / 16.0);
    }
}

/* Of any data: from 0 to 1, and nothing beyond the 64. */
static void row_has_its_ink_between_0_and_1(void **state)
{
    unsigned char numbers[3 * COLUMNS];
    const dataset d = {3, numbers};
    for (int k = 0; k < 3 * COLUMNS; k++)
        numbers[k] = (unsigned char)(k % (INK + 1) % CLASSES);
    numbers[COLUMNS] = 0;
    numbers[COLUMNS + 1] = INK;
    numbers[COLUMNS + 2] = INK / 4;
    for (size_t n = 0; n < 3; n++) {
        double x[PIXELS + 1];
        x[PIXELS] = -7.0;
        assert_int_equal(digit_row(&d, n, x),
                         numbers[n * COLUMNS + PIXELS]);
        for (size_t k = 0; k < PIXELS; k++)
            assert_same_bits(x[k], numbers[n * COLUMNS + k] / 16.0);
        assert_same_bits(x[PIXELS], -7.0);
        if (n == 1) {
            assert_same_bits(x[0], 0.0);
            assert_same_bits(x[1], 1.0);
            assert_same_bits(x[2], 0.25);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_are_1797_so_many_of_each),
        cmocka_unit_test(ink_is_where_it_should_be),
        cmocka_unit_test(first_and_last_row_are_as_they_are_published),
        cmocka_unit_test(row_has_its_ink_between_0_and_1),
    };
    return cmocka_run_group_tests_name("digits", tests, NULL, NULL) != 0;
}
