/* xor.c: the four rows, and what it is to have learned them. */
#include "02-network/xor.h"
#include "test.h"

#include <float.h>
#include <math.h>

static void rows_are_the_table_of_xor_in_counting_order(void **state)
{
    const batch rows = xor_rows();
    assert_int_equal(rows.size, 4);
    for (int n = 0; n < 4; n++) {
        const int first = n / 2, second = n % 2;
        assert_same_bits(rows.x[n][0], first);
        assert_same_bits(rows.x[n][1], second);
        assert_same_bits(rows.y[n], first ^ second);
    }
}

typedef struct {
    double yhat, y;
    bool holds;
} verdict;

/* All rows have their targets, but the n-th, and only size of them count:
   the verdict matters where it is among those. */
static bool row_counts(const verdict *v, int n, int size, batch *rows,
                       network_pass *p)
{
    *rows = (batch){.size = size, .y = {1.0, 0.0, 0.0, 1.0}};
    *p = (network_pass){.yhat = {1.0, 0.0, 0.0, 1.0}};
    rows->y[n] = v->y;
    p->yhat[n] = v->yhat;
    return n < size && !v->holds;
}

/* Right is: above 1/2 where the target is, and only there. A NaN is not
   above. */
static void rows_right_counts_the_rows_on_their_side_of_a_half(void **state)
{
    static const verdict cases[] = {
        {0.0, 0.0, true},
        {1.0, 1.0, true},
        {1.0, 0.0, false},
        {0.0, 1.0, false},
        {0.5, 0.0, true},
        {0.5, 1.0, false},
        {0.5 + DBL_EPSILON / 2.0, 1.0, true},
        {0.5 + DBL_EPSILON / 2.0, 0.0, false},
        {0.7, 0.6, true},
        {0.7, 0.5, false},
        {0.3, 0.5, true},
        {0.7, 0.5 + DBL_EPSILON, true},
        {0.3, 0.5 + DBL_EPSILON, false},
        {NAN, 1.0, false},
        {NAN, 0.0, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (int size = 1; size <= ROWS; size++)
            for (int n = 0; n < ROWS; n++) {
                batch rows;
                network_pass p;
                const bool wrong =
                    row_counts(&cases[i], n, size, &rows, &p);
                assert_int_equal(rows_right(&rows, &p), size - wrong);
            }
}

static void all_rows_may_be_wrong(void **state)
{
    const batch rows = xor_rows();
    const network_pass p = {.yhat = {1.0, 0.0, 0.0, 1.0}};
    assert_int_equal(rows_right(&rows, &p), 0);
    assert_false(rows_solved(&rows, &p));
}

/* A tenth is the last that counts, above the target and below it. */
static void rows_are_solved_if_each_is_within_a_tenth(void **state)
{
    const double beyond = nextafter(0.1, 1.0);
    const verdict cases[] = {
        {0.0, 0.0, true},      {0.1, 0.0, true},      {-0.1, 0.0, true},
        {beyond, 0.0, false},  {0.0, 0.1, true},      {0.0, -0.1, true},
        {0.0, beyond, false},  {0.0, -beyond, false}, {-beyond, 0.0, false},
        {0.9, 1.0, true},      {0.899, 1.0, false},   {1.1001, 1.0, false},
        {1.0, 0.0, false},     {NAN, 0.0, false},     {0.0, NAN, false},
        {INFINITY, 0.0, false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (int size = 1; size <= ROWS; size++)
            for (int n = 0; n < ROWS; n++) {
                batch rows;
                network_pass p;
                const bool wrong =
                    row_counts(&cases[i], n, size, &rows, &p);
                assert_int_equal(rows_solved(&rows, &p), !wrong);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_table_of_xor_in_counting_order),
        cmocka_unit_test(
            rows_right_counts_the_rows_on_their_side_of_a_half),
        cmocka_unit_test(all_rows_may_be_wrong),
        cmocka_unit_test(rows_are_solved_if_each_is_within_a_tenth),
    };
    return cmocka_run_group_tests_name("xor", tests, NULL, NULL) != 0;
}
