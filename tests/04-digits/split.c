/* split.c: which rows are trained on, and which are kept to test. */
#include "04-digits/split.h"
#include "running.h"

#include <string.h>

static void split_of_the_file_is_as_it_stands(void **state)
{
    for (uint64_t seed = 0; seed < 3; seed++) {
        split s = split_new(SPLIT_FILE, &digits, seed);
        assert_int_equal(s.train, 1437);
        assert_int_equal(s.test, 360);
        for (size_t n = 0; n < 1797; n++)
            assert_int_equal(s.rows[n], n);
        split_free(&s);
        assert_null(s.rows);
    }
}

/* Each row once: in one part or in the other. */
static void shuffled_split_has_each_row_once(void **state)
{
    for (uint64_t seed = 0; seed < 20; seed++) {
        bool found[1797] = {false};
        int moved = 0, over = 0;
        split s = split_new(SPLIT_SHUFFLED, &digits, seed);
        assert_int_equal(s.train, 1437);
        assert_int_equal(s.test, 360);
        for (size_t n = 0; n < 1797; n++) {
            assert_in_range(s.rows[n], 0, 1796);
            assert_false(found[s.rows[n]]);
            found[s.rows[n]] = true;
            moved += s.rows[n] != n;
            over += n >= s.train && s.rows[n] < s.train;
        }
        assert_true(moved > 1700);
        /* Four fifths of 360, from all over the file. */
        assert_in_range(over, 240, 330);
        split_free(&s);
    }
}

static void split_of_a_seed_is_always_the_same_and_of_another_not(
    void **state)
{
    split s = split_new(SPLIT_SHUFFLED, &digits, 7);
    split again = split_new(SPLIT_SHUFFLED, &digits, 7);
    split other = split_new(SPLIT_SHUFFLED, &digits, 8);
    assert_memory_equal(s.rows, again.rows, 1797 * sizeof *s.rows);
    assert_memory_not_equal(s.rows, other.rows, 1797 * sizeof *s.rows);
    split_free(&s);
    split_free(&again);
    split_free(&other);
}

/* Not from the stream that the start of this seed is drawn from, or the two
   would have to do with each other. */
static void split_has_a_stream_of_its_own(void **state)
{
    split s = split_new(SPLIT_SHUFFLED, &digits, 7);
    random_stream start = {7}, own = {~(uint64_t)7};
    size_t order[1797];
    for (size_t n = 0; n < 1797; n++)
        order[n] = n;
    random_shuffle(&own, order, 1797);
    assert_memory_equal(s.rows, order, sizeof order);
    for (size_t n = 0; n < 1797; n++)
        order[n] = n;
    random_shuffle(&start, order, 1797);
    assert_memory_not_equal(s.rows, order, sizeof order);
    split_free(&s);
}

/* Four fifths, rounded down: from two rows on, there is one on each side. */
static void both_parts_have_a_row_from_two_rows_on(void **state)
{
    for (int rows = 2; rows < 200; rows++) {
        const dataset d = {rows, digits.numbers};
        for (int kind = SPLIT_FILE; kind <= SPLIT_SHUFFLED; kind++) {
            split s = split_new((split_kind)kind, &d, 1);
            assert_int_equal(s.train, rows * 4 / 5);
            assert_int_equal(s.train + s.test, rows);
            assert_true(s.train > 0 && s.test > 0);
            split_free(&s);
        }
    }
}

static void splits_have_their_words_in_their_order(void **state)
{
    const char *const kinds[] = {
        [SPLIT_FILE] = "file", [SPLIT_SHUFFLED] = "shuffled"};
    assert_names(split_words, kinds, sizeof kinds / sizeof kinds[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(split_of_the_file_is_as_it_stands),
        cmocka_unit_test(shuffled_split_has_each_row_once),
        cmocka_unit_test(
            split_of_a_seed_is_always_the_same_and_of_another_not),
        cmocka_unit_test(split_has_a_stream_of_its_own),
        cmocka_unit_test(both_parts_have_a_row_from_two_rows_on),
        cmocka_unit_test(splits_have_their_words_in_their_order),
    };
    return cmocka_run_group_tests_name("split", tests, NULL, NULL) != 0;
}
