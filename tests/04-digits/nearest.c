/* nearest.c: the digit of the nearest image. */
#include "04-digits/nearest.h"
#include "networks.h"
#include "test.h"

enum { ROWS_HERE = 6 };

/* Rows that are blank, but for one pixel each has of its own, and whose
   digits are their numbers. */
typedef struct {
    unsigned char numbers[ROWS_HERE * COLUMNS];
    dataset d;
} planted;

static void plant(planted *p)
{
    memset(p->numbers, 0, sizeof p->numbers);
    for (int n = 0; n < ROWS_HERE; n++)
        p->numbers[n * COLUMNS + PIXELS] = (unsigned char)n;
    p->d = (dataset){ROWS_HERE, p->numbers};
}

static void ink(planted *p, int row, int pixel, int number)
{
    p->numbers[row * COLUMNS + pixel] = (unsigned char)number;
}

static const size_t others[] = {0, 1, 2, 3, 4};

/* From row 5 to row 3 it is 3^2 + 4^2; to row 2, 5^2 + 1; to row 1, by all
   64 pixels, 64; to the others more. */
static void distance_is_the_sum_of_the_squares(void **state)
{
    planted p;
    plant(&p);
    for (int i = 0; i < PIXELS; i++) {
        ink(&p, 5, i, 8);
        ink(&p, 3, i, 8);
        ink(&p, 2, i, 8);
        ink(&p, 1, i, i % 2 == 0 ? 7 : 9);
    }
    ink(&p, 3, 0, 11);
    ink(&p, 3, PIXELS - 1, 4);
    ink(&p, 2, 10, 3);
    ink(&p, 2, 20, 7);
    assert_int_equal(nearest_digit(&p.d, others, 5, 5), 3);
    ink(&p, 2, 10, 4); /* 4^2 + 1 */
    assert_int_equal(nearest_digit(&p.d, others, 5, 5), 2);
    ink(&p, 2, 20, 15); /* 4^2 + 7^2 */
    ink(&p, 3, 1, 15);  /* 25 + 49 */
    assert_int_equal(nearest_digit(&p.d, others, 5, 5), 1);
}

static void of_several_at_one_distance_the_first_is_taken(void **state)
{
    planted p;
    plant(&p);
    ink(&p, 0, 0, 9);
    ink(&p, 3, 0, 9);
    ink(&p, 5, 0, 1);
    assert_int_equal(nearest_digit(&p.d, others, 5, 5), 1);
    assert_int_equal(nearest_digit(&p.d, (size_t[]){3, 4, 2, 1}, 4, 5), 4);
    assert_int_equal(nearest_digit(&p.d, (size_t[]){3, 0}, 2, 5), 3);
}

/* The digit of the row itself has no say, and is not asked for. */
static void only_the_rows_given_are_asked(void **state)
{
    planted p;
    plant(&p);
    for (int n = 0; n < 5; n++)
        ink(&p, n, 0, n);
    ink(&p, 5, 0, 3);
    for (int digit = 0; digit < CLASSES; digit++) {
        ink(&p, 5, PIXELS, digit);
        assert_int_equal(nearest_digit(&p.d, others, 5, 5), 3);
        assert_int_equal(nearest_digit(&p.d, others, 3, 5), 2);
        assert_int_equal(nearest_digit(&p.d, (size_t[]){0}, 1, 5), 0);
    }
    assert_int_equal(nearest_digit(&p.d, others, 5, 2), 2);
}

/* White on black is 64 times 256, the most there is. */
static void farthest_image_is_found_where_there_is_no_other(void **state)
{
    planted p;
    plant(&p);
    for (int i = 0; i < PIXELS; i++)
        ink(&p, 4, i, INK);
    assert_int_equal(nearest_digit(&p.d, (size_t[]){4}, 1, 0), 4);
}

/* Against the formula with numbers from 0 to 1. */
static void nearest_of_many_is_that_of_the_formula(void **state)
{
    for (size_t n = 1500; n < 1797; n += 3) {
        enum { FAR = 700 };
        size_t rows[FAR];
        double x[PIXELS], least = INFINITY;
        int expected = -1;
        for (size_t m = 0; m < FAR; m++)
            rows[m] = 2 * m;
        digit_row(&digits, n, x);
        for (size_t m = 0; m < FAR; m++) {
            double other[PIXELS], squares = 0.0;
            const int digit = digit_row(&digits, rows[m], other);
            for (int i = 0; i < PIXELS; i++)
                squares += (x[i] - other[i]) * (x[i] - other[i]);
            if (squares < least) {
                least = squares;
                expected = digit;
            }
        }
        assert_int_equal(nearest_digit(&digits, rows, FAR, n), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_is_the_sum_of_the_squares),
        cmocka_unit_test(of_several_at_one_distance_the_first_is_taken),
        cmocka_unit_test(only_the_rows_given_are_asked),
        cmocka_unit_test(farthest_image_is_found_where_there_is_no_other),
        cmocka_unit_test(nearest_of_many_is_that_of_the_formula),
    };
    return cmocka_run_group_tests_name("nearest", tests, NULL, NULL) != 0;
}
