/* parallel.c: the same work for many numbers, each done once, whatever the
   number of threads. */
#define _GNU_SOURCE /* pthread_setattr_default_np */

#include "plumbing/parallel.h"
#include "test.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PLACES = 400 };

/* How often each number was done, and by whom; done[number] is of that
   number's work alone. */
typedef struct {
    unsigned char done[PLACES];
    pthread_t by[PLACES];
    double result[PLACES];
} ledger;

static void tick(void *state, size_t number)
{
    ledger *l = state;
    l->done[number]++;
    l->by[number] = pthread_self();
    l->result[number] = 1.0 / (double)(number + 1);
}

static void run(ledger *l, size_t threads, size_t first, size_t end)
{
    progress_bar bar = progress_begin("numbers", PLACES);
    memset(l, 0, sizeof *l);
    parallel_for(threads, first, end, tick, l, &bar);
    progress_end(&bar);
}

static void assert_done_once(const ledger *l, size_t first, size_t end)
{
    for (size_t number = 0; number < PLACES; number++)
        assert_int_equal(l->done[number], number >= first && number < end);
}

static void each_number_is_done_exactly_once(void **state)
{
    static ledger l;
    const size_t threads[] = {1, 2, 3, 7};
    const size_t ranges[][2] = {
        {0, 1},   {0, 2},     {0, 17},   {5, 6},     {5, 105},  {1, 400},
        {0, 400}, {399, 400}, {13, 200}, {100, 107}, {64, 128}, {3, 10}};
    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++)
        for (size_t k = 0; k < sizeof ranges / sizeof ranges[0]; k++) {
            run(&l, threads[i], ranges[k][0], ranges[k][1]);
            assert_done_once(&l, ranges[k][0], ranges[k][1]);
        }
}

static void threads_beyond_64_or_beyond_the_numbers_do_no_harm(void **state)
{
    static ledger l;
    const size_t threads[] = {64, 65, SIZE_MAX};
    for (int i = 0; i < 3; i++) {
        run(&l, threads[i], 10, 400);
        assert_done_once(&l, 10, 400);
    }
    run(&l, 100, 7, 12);
    assert_done_once(&l, 7, 12);
}

static void empty_range_is_no_work(void **state)
{
    static ledger l;
    for (size_t threads = 1; threads <= 5; threads++) {
        run(&l, threads, 0, 0);
        assert_done_once(&l, 0, 0);
        run(&l, threads, 9, 9);
        assert_done_once(&l, 9, 9);
        run(&l, threads, 9, 3);
        assert_done_once(&l, 9, 9);
    }
}

static void results_do_not_depend_on_the_threads(void **state)
{
    static ledger one, many;
    run(&one, 1, 0, PLACES);
    for (size_t threads = 2; threads <= 9; threads += 3) {
        run(&many, threads, 0, PLACES);
        assert_memory_equal(many.result, one.result, sizeof one.result);
    }
}

/* The first of T threads is the caller's own: it has every T-th number from
   the first on, and the others have the others. */
static void threads_take_their_numbers_in_turn(void **state)
{
    static ledger l;
    for (size_t threads = 1; threads <= 6; threads++) {
        run(&l, threads, 20, 320);
        for (size_t number = 20; number < 320; number++) {
            const bool own = pthread_equal(l.by[number], pthread_self());
            assert_int_equal(own, (number - 20) % threads == 0);
            if (number >= 20 + threads)
                assert_true(
                    pthread_equal(l.by[number], l.by[number - threads]));
        }
    }
}

/* A stack larger than any memory, and the system refuses each thread. */
static void refused_threads_are_done_without(void **state)
{
#ifdef __GLIBC__
    static ledger l;
    pthread_attr_t attributes, before;
    assert_int_equal(pthread_getattr_default_np(&before), 0);
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(
        pthread_attr_setstacksize(&attributes, (size_t)1 << 60), 0);
    assert_int_equal(pthread_setattr_default_np(&attributes), 0);
    run(&l, 5, 3, 300);
    assert_int_equal(pthread_setattr_default_np(&before), 0);
    pthread_attr_destroy(&attributes);
    pthread_attr_destroy(&before);
    assert_done_once(&l, 3, 300);
    for (size_t number = 3; number < 300; number++)
        assert_true(pthread_equal(l.by[number], pthread_self()));
#else
    skip();
#endif
}

/* The bar is as on a terminal, but goes into a file. */
static const char *drawn(size_t threads, size_t first, size_t end,
                         size_t all)
{
    static ledger l;
    progress_bar bar = progress_begin("numbers", all);
    bar.terminal = true;
    memset(&l, 0, sizeof l);
    capture_begin(2);
    parallel_for(threads, first, end, tick, &l, &bar);
    return capture_end(2);
}

static void callers_thread_draws_the_bar(void **state)
{
    const char *bars = drawn(1, 0, 5, 10);
    for (int number = 0; number < 5; number++) {
        char told[32];
        snprintf(told, sizeof told, "] %d of 10 numbers ", number);
        assert_holds(bars, told);
    }
    bars = drawn(3, 1, 8, 10);
    assert_holds(bars, "] 1 of 10 numbers ");
    assert_holds(bars, "] 4 of 10 numbers ");
    assert_holds(bars, "] 7 of 10 numbers ");
    assert_null(strstr(bars, "] 2 of"));
    assert_null(strstr(bars, "] 3 of"));
}

static void bar_never_shows_more_than_all(void **state)
{
    const char *bars = drawn(1, 8, 14, 10);
    assert_holds(bars, "] 8 of 10 numbers ");
    assert_holds(bars, "] 9 of 10 numbers ");
    assert_null(strstr(bars, "] 10 of"));
    assert_null(strstr(bars, "] 11 of"));
}

static void work_without_a_bar_is_done_too(void **state)
{
    static ledger l;
    memset(&l, 0, sizeof l);
    parallel_for(3, 2, 50, tick, &l, NULL);
    assert_done_once(&l, 2, 50);
}

static void cores_are_those_of_the_machine_at_most_64(void **state)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    const long expected = cores < 1 ? 1 : cores > 64 ? 64 : cores;
    assert_int_equal(cores_online(), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_number_is_done_exactly_once),
        cmocka_unit_test(
            threads_beyond_64_or_beyond_the_numbers_do_no_harm),
        cmocka_unit_test(empty_range_is_no_work),
        cmocka_unit_test(results_do_not_depend_on_the_threads),
        cmocka_unit_test(threads_take_their_numbers_in_turn),
        cmocka_unit_test(refused_threads_are_done_without),
        cmocka_unit_test(callers_thread_draws_the_bar),
        cmocka_unit_test(bar_never_shows_more_than_all),
        cmocka_unit_test(work_without_a_bar_is_done_too),
        cmocka_unit_test(cores_are_those_of_the_machine_at_most_64),
    };
    return cmocka_run_group_tests_name("parallel", tests, NULL, NULL) != 0;
}
