/* parallel.c: the same work for many numbers, each done once, whatever the
   number of threads, and what a terminal shows of it. */
#define _GNU_SOURCE /* pthread_setattr_default_np */

#include "plumbing/parallel.h"
#include "test.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PLACES = 400 };

/* How often each number was worked on, and by whom, which is of its work
   alone; and what the works say that are alone, one after the other. */
typedef struct {
    unsigned char worked[PLACES], done[PLACES];
    pthread_t by[PLACES];
    double result[PLACES];
    size_t all_done, early, at_once, most_at_once;
} ledger;

static void work(void *state, size_t number)
{
    ledger *l = state;
    l->worked[number]++;
    l->by[number] = pthread_self();
    l->result[number] = 1.0 / (double)(number + 1);
}

static void done(void *state, size_t number)
{
    ledger *l = state;
    l->at_once++;
    l->early += l->worked[number] != 1;
    l->done[number]++;
    l->all_done++;
    if (l->at_once > l->most_at_once)
        l->most_at_once = l->at_once;
    l->at_once--;
}

static void work_and_count(void *state, size_t number)
{
    work(state, number);
    parallel_lock();
    done(state, number);
    parallel_unlock();
}

static void run(ledger *l, size_t threads, size_t n)
{
    memset(l, 0, sizeof *l);
    parallel_for(threads, n, work_and_count, l, "numbers");
}

static void assert_done_once(const ledger *l, size_t n)
{
    for (size_t number = 0; number < PLACES; number++) {
        assert_int_equal(l->worked[number], number < n);
        assert_int_equal(l->done[number], number < n);
    }
    assert_int_equal(l->all_done, n);
    assert_int_equal(l->early, 0);
}

static void each_number_is_done_exactly_once(void **state)
{
    static ledger l;
    const size_t threads[] = {0, 1, 2, 3, 7, 63, 64, 65, 1000, SIZE_MAX};
    const size_t ns[] = {0, 1, 2, 3, 17, 64, 65, 100, 399, 400};
    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++)
        for (size_t k = 0; k < sizeof ns / sizeof ns[0]; k++) {
            run(&l, threads[i], ns[k]);
            assert_done_once(&l, ns[k]);
        }
}

static void results_do_not_depend_on_the_threads(void **state)
{
    static ledger one, many;
    run(&one, 1, PLACES);
    for (size_t threads = 2; threads <= 9; threads += 3) {
        run(&many, threads, PLACES);
        assert_memory_equal(many.result, one.result, sizeof one.result);
    }
}

static void one_thread_is_the_callers_and_takes_the_numbers_in_order(
    void **state)
{
    static ledger l;
    run(&l, 1, PLACES);
    for (size_t number = 0; number < PLACES; number++)
        assert_true(pthread_equal(l.by[number], pthread_self()));
}

static void pause_ms(long milliseconds)
{
    const struct timespec time = {0, milliseconds * 1000000};
    nanosleep(&time, NULL);
}

/* Works that meet: each waits until as many as there should be threads are
   there at once, or gives up. */
typedef struct {
    pthread_mutex_t lock;
    size_t wanted, there, most;
    int patience; /* in milliseconds */
    pthread_t by[PLACES];
} meeting;

static void meet(void *state, size_t number)
{
    meeting *m = state;
    bool full = false;
    pthread_mutex_lock(&m->lock);
    m->by[number] = pthread_self();
    m->there++;
    if (m->there > m->most)
        m->most = m->there;
    pthread_mutex_unlock(&m->lock);
    for (int i = 0; i < m->patience && !full; i++) {
        pause_ms(1);
        pthread_mutex_lock(&m->lock);
        full = m->most >= m->wanted;
        pthread_mutex_unlock(&m->lock);
    }
    pthread_mutex_lock(&m->lock);
    m->there--;
    pthread_mutex_unlock(&m->lock);
}

static size_t met(meeting *m, size_t threads, size_t n, size_t wanted)
{
    memset(m, 0, sizeof *m);
    pthread_mutex_init(&m->lock, NULL);
    m->wanted = wanted;
    m->patience = wanted > 64 ? 300 : wanted > threads ? 100 : 9000;
    parallel_for(threads, n, meet, m, "numbers");
    return m->most;
}

static void as_many_threads_run_as_were_asked_for(void **state)
{
    static meeting m;
    assert_int_equal(met(&m, 2, 2, 2), 2);
    assert_int_equal(met(&m, 5, 20, 5), 5);
    assert_int_equal(met(&m, 3, 7, 4), 3);
    assert_int_equal(met(&m, 9, 4, 4), 4);
    assert_int_equal(met(&m, 1, 3, 2), 1);
    assert_int_equal(met(&m, 64, 64, 64), 64);
    /* no more than 64, on a busy machine a few less at once */
    assert_in_range(met(&m, 1000, 130, 65), 48, 64);
}

/* One number that takes long holds nobody up but its own thread. */
static void slow_then_quick(void *state, size_t number)
{
    work_and_count(state, number);
    if (number == 0)
        pause_ms(200);
    else
        pause_ms(1);
}

static void free_thread_takes_the_next_number(void **state)
{
    static ledger l;
    memset(&l, 0, sizeof l);
    parallel_for(2, 40, slow_then_quick, &l, "numbers");
    assert_done_once(&l, 40);
    size_t with_the_slow_one = 0;
    for (size_t number = 1; number < 40; number++)
        with_the_slow_one += pthread_equal(l.by[number], l.by[0]) != 0;
    assert_true(with_the_slow_one < 10);
}

/* To be alone takes a while, so that two at a time would meet. */
static void work_and_count_slowly(void *state, size_t number)
{
    ledger *l = state;
    work(l, number);
    parallel_lock();
    l->at_once++;
    pause_ms(1);
    if (l->at_once > l->most_at_once)
        l->most_at_once = l->at_once;
    l->at_once--;
    l->all_done++;
    parallel_unlock();
}

static void works_with_the_lock_are_alone(void **state)
{
    static ledger l;
    memset(&l, 0, sizeof l);
    parallel_for(8, 100, work_and_count_slowly, &l, "numbers");
    assert_int_equal(l.most_at_once, 1);
    assert_int_equal(l.all_done, 100);
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
    run(&l, 5, 300);
    assert_int_equal(pthread_setattr_default_np(&before), 0);
    pthread_attr_destroy(&attributes);
    pthread_attr_destroy(&before);
    assert_done_once(&l, 300);
    for (size_t number = 0; number < 300; number++)
        assert_true(pthread_equal(l.by[number], pthread_self()));
#else
    skip();
#endif
}

static void nothing_is_drawn_when_there_is_no_terminal(void **state)
{
    static ledger l;
    for (size_t threads = 1; threads <= 3; threads += 2) {
        capture_begin(2);
        run(&l, threads, 200);
        assert_string_equal(capture_end(2), "");
    }
}

/* What a terminal, which standard error is for the while, is given; NULL
   where there is none. */
static const char *drawn(size_t threads, size_t n, numbered_work each,
                         const char *what)
{
    static char text[16 * 1024];
    static ledger l;
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        return NULL;
    const int end = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    const int before = dup(STDERR_FILENO);
    assert_true(end >= 0 && before >= 0);
    memset(&l, 0, sizeof l);
    dup2(end, STDERR_FILENO);
    parallel_for(threads, n, each, &l, what);
    const ssize_t written = write(end, "!", 1);
    dup2(before, STDERR_FILENO);
    close(before);
    assert_int_equal(written, 1);
    size_t length = 0;
    while (length == 0 || text[length - 1] != '!') {
        const ssize_t n_read =
            read(terminal, text + length, sizeof text - 1 - length);
        assert_true(n_read > 0);
        length += (size_t)n_read;
    }
    text[length - 1] = '\0';
    close(end);
    close(terminal);
    return text;
}

static void terminal_shows_how_many_are_done_and_is_wiped(void **state)
{
    const char *line = drawn(1, 4, work, "starts");
    if (line == NULL)
        skip();
    assert_string_equal(line, "\r1 of 4 starts\r2 of 4 starts"
                              "\r3 of 4 starts\r4 of 4 starts\r\033[K");
    assert_string_equal(drawn(1, 1, work, "steps"),
                        "\r1 of 1 steps\r\033[K");
    assert_string_equal(drawn(3, 1, work, "steps"),
                        "\r1 of 1 steps\r\033[K");
}

/* Of 250, every fifth is two per cent, and the second and a half one. */
static void line_is_drawn_when_a_per_cent_changes(void **state)
{
    char expected[8192] = "";
    const char *line = drawn(1, 250, work, "starts");
    if (line == NULL)
        skip();
    for (int number = 1; number <= 250; number++)
        if (number % 5 == 3 || number % 5 == 0)
            snprintf(expected + strlen(expected), 64, "\r%d of 250 starts",
                     number);
    strcat(expected, "\r\033[K");
    assert_string_equal(line, expected);
    /* by several threads, the same */
    assert_string_equal(drawn(4, 250, work, "starts"), expected);
}

static void nothing_is_drawn_or_wiped_without_numbers_or_their_name(
    void **state)
{
    const char *line = drawn(2, 0, work, "starts");
    if (line == NULL)
        skip();
    assert_string_equal(line, "");
    assert_string_equal(drawn(2, 20, work, NULL), "");
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
        cmocka_unit_test(results_do_not_depend_on_the_threads),
        cmocka_unit_test(
            one_thread_is_the_callers_and_takes_the_numbers_in_order),
        cmocka_unit_test(as_many_threads_run_as_were_asked_for),
        cmocka_unit_test(free_thread_takes_the_next_number),
        cmocka_unit_test(works_with_the_lock_are_alone),
        cmocka_unit_test(refused_threads_are_done_without),
        cmocka_unit_test(nothing_is_drawn_when_there_is_no_terminal),
        cmocka_unit_test(terminal_shows_how_many_are_done_and_is_wiped),
        cmocka_unit_test(line_is_drawn_when_a_per_cent_changes),
        cmocka_unit_test(
            nothing_is_drawn_or_wiped_without_numbers_or_their_name),
        cmocka_unit_test(cores_are_those_of_the_machine_at_most_64),
    };
    return cmocka_run_group_tests_name("parallel", tests, NULL, NULL) != 0;
}
