/* experiment.c: from the command line to one start or many. */
#include "02-network/experiment.h"
#include "02-network/many_starts.h"
#include "golden.h"
#include "points.h"
#include "runs.h"
#include "test.h"

/* A command line, read: the experiment, an option of its own, and what came
   of it. */
typedef struct {
    experiment e;
    double own;
    command_line c;
    outcome o;
} reading;

/* The first and the last are tried; the one between has options that no
   program has. */
enum { CONFLICTS = 3 };
static const option_conflict conflicts[CONFLICTS] = {
    {"own", "seed", "is why they cannot"},
    {"x", "y", ""},
    {"own", "starts", "is why these cannot"},
};

static void read_words(reading *r, size_t n_conflicts,
                       const char *const words[])
{
    *r = (reading){.e = {.program = {.name = "00-none",
                                     .purpose = "learn nothing",
                                     .usual_epochs = "12",
                                     .usual_lr = "0.25",
                                     .code = 99},
                         .usual_init = "normal"}};
    command_line_make(&r->c, words);
    const option own[] = {
        {"own", OPTION_REAL, &r->own, "-1.5", NULL, "an own one"}};
    r->o = outcome_of(experiment_read(&r->e, own, 1,
                                      n_conflicts > 0 ? conflicts : NULL,
                                      n_conflicts, r->c.argc, r->c.argv));
}

#define READ(r, ...)                                                       \
    read_words((r), CONFLICTS, (const char *const[]){__VA_ARGS__})

static void assert_refused(const reading *r, const char *part)
{
    assert_fails(r->o, "00-none: ");
    assert_holds(r->o.said, part);
    assert_string_equal(r->o.report, "");
    assert_int_equal(r->e.program.code, EXIT_REFUSED);
}

/* It begins from the start of this kind and seed, and with what that has
   left of the stream. */
static void assert_starts(const reading *r, init_kind init, uint64_t seed)
{
    random_stream stream = {seed};
    const network start = network_start(init, &stream);
    assert_quiet(r->o);
    assert_int_equal(r->e.init, init);
    assert_true(r->e.seed == seed);
    assert_same_network(&r->e.start, &start);
    assert_true(r->e.stream.state == stream.state);
}

static void bare_experiment_has_its_defaults(void **state)
{
    reading r;
    READ(&r, NULL);
    assert_starts(&r, INIT_NORMAL, 1);
    assert_int_equal(r.e.starts, 0);
    assert_int_equal(r.e.program.epochs, 12);
    assert_same_bits(r.e.program.lr, 0.25);
    assert_same_bits(r.own, -1.5);
    assert_null(r.e.program.params);
    assert_null(r.e.program.save_name);
}

static void each_option_sets_its_own(void **state)
{
    reading r;
    READ(&r, "--seed", "18446744073709551615", "--init", "tiny", "--save",
         "end.txt", "--epochs", "3", NULL);
    assert_starts(&r, INIT_TINY, UINT64_MAX);
    assert_string_equal(r.e.program.save_name, "end.txt");
    assert_int_equal(r.e.program.epochs, 3);
    READ(&r, "--starts", "40", "--lr", "2", "--quiet", NULL);
    assert_starts(&r, INIT_NORMAL, 1);
    assert_int_equal(r.e.starts, 40);
    assert_same_bits(r.e.program.lr, 2.0);
    assert_true(r.e.program.quiet);
    READ(&r, "--own", "7", NULL);
    assert_quiet(r.o);
    assert_same_bits(r.own, 7.0);
}

static void each_start_can_be_asked_for_by_its_name(void **state)
{
    static const char *const names[] = {
        "uniform", "symmetric", "normal", "glorot", "tiny", "zero", "half"};
    for (int init = INIT_UNIFORM; init <= INIT_HALF; init++) {
        reading r;
        READ(&r, "--init", names[init], "--seed", "5", NULL);
        assert_starts(&r, (init_kind)init, 5);
    }
}

/* Those of every program, of every experiment, and of this one. */
static void help_tells_all_options_in_order(void **state)
{
    static const char *const parts[] = {"00-none: learn nothing\n\n",
                                        " --epochs ",
                                        "default: 12",
                                        " --lr ",
                                        "default: 0.25",
                                        " --check ",
                                        " --trace ",
                                        " --values ",
                                        " --quiet ",
                                        " --seed ",
                                        "default: 1",
                                        " --init ",
                                        init_words,
                                        "default: normal",
                                        " --starts ",
                                        " --params ",
                                        " --save ",
                                        " --own ",
                                        " --help "};
    reading r;
    READ(&r, "--help", NULL);
    assert_false(r.o.done);
    assert_int_equal(r.e.program.code, EXIT_DONE);
    assert_string_equal(r.o.said, "");
    assert_holds_in_order(r.o.report, parts, sizeof parts / sizeof *parts);
}

static void what_makes_no_sense_is_refused(void **state)
{
    static const char *const words[][2] = {
        {"--seed", "-1"},  {"--init", "nothing"}, {"--init", "NORMAL"},
        {"--starts", "0"}, {"--starts", "1.5"},   {"--lr", "0"},
        {"--params", ""}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        reading r;
        READ(&r, words[i][0], words[i][1], NULL);
        assert_refused(&r, words[i][0]);
    }
}

static void options_that_cannot_go_together_are_refused(void **state)
{
    reading r;
    file_make("p", "");
    READ(&r, "--params", "p", "--init", "half", NULL);
    assert_refused(&r, "brings its own start");
    READ(&r, "--starts", "3", "--params", "p", NULL);
    assert_refused(&r, "draws its own starts");
    READ(&r, "--starts", "3", "--save", "s", NULL);
    assert_refused(&r, "trains many networks and keeps none");
    READ(&r, "--starts", "3", "--trace", "t", NULL);
    assert_refused(&r, "trains many networks and keeps none");
    READ(&r, "--starts", "3", "--check", NULL);
    assert_refused(&r, "does not stop to check");
    READ(&r, "--own", "1", "--seed", "2", NULL);
    assert_refused(&r, "is why they cannot");
    READ(&r, "--own", "1", "--starts", "2", NULL);
    assert_refused(&r, "is why these cannot");
    READ(&r, "--starts", "3", "--values", "v", "--init", "half", "--seed",
         "2", NULL);
    assert_quiet(r.o);
    assert_string_equal(folder_names(), "p");
}

/* An experiment need have no conflicts of its own. */
static void conflicts_of_its_own_are_not_needed(void **state)
{
    reading r;
    read_words(&r, 0,
               (const char *const[]){"--own", "1", "--seed", "2", NULL});
    assert_starts(&r, INIT_NORMAL, 2);
    read_words(&r, 1,
               (const char *const[]){"--own", "1", "--seed", "2", NULL});
    assert_refused(&r, "is why they cannot");
    read_words(&r, 0,
               (const char *const[]){"--starts", "3", "--check", NULL});
    assert_refused(&r, "does not stop to check");
}

/* The stream is that of the seed, from which no start was drawn. */
static void start_may_come_from_a_file(void **state)
{
    output_file file;
    assert_true(output_open(&file, "start.txt"));
    network_write(&file, golden_start);
    assert_true(output_commit(&file));
    reading r;
    READ(&r, "--params", "start.txt", "--seed", "9", NULL);
    assert_quiet(r.o);
    assert_same_network(&r.e.start, &golden_start);
    assert_true(r.e.stream.state == 9);
}

static void file_that_is_no_start_is_refused(void **state)
{
    reading r;
    file_make("start.txt", "W1 2 3 1 2 3");
    READ(&r, "--params", "start.txt", NULL);
    assert_refused(&r, "start.txt:1: ");
    READ(&r, "--params", "none.txt", NULL);
    assert_refused(&r, "none.txt: ");
}

/* What it runs. */

static const descent plain = {METHOD_SHUFFLED, 0.5};

static outcome run_quietly(reading *r, const trainer *t)
{
    const outcome o = outcome_of(experiment_run(&r->e, t));
    assert_true(output_commit(&r->e.program.trace));
    assert_true(output_commit(&r->e.program.values));
    assert_true(output_commit(&r->e.program.save));
    return o;
}

/* The files are opened, and the stream goes on from the start. */
static void experiment_is_one_start_if_no_number_is_asked_for(void **state)
{
    const trainer t = by_descent(&plain);
    static kept expected;
    reading r;
    READ(&r, "--epochs", "5", "--trace", "t.csv", "--values", "v.values",
         "--save", "end.txt", "--quiet", NULL);
    assert_quiet(r.o);
    kept_expect(&expected, &t, &r.e.start, r.e.stream.state, 5);
    assert_quiet(run_quietly(&r, &t));
    assert_true(r.e.program.began);
    assert_kept(&expected);
}

static void experiment_is_many_starts_if_their_number_is_given(void **state)
{
    const trainer t = by_descent(&plain);
    static char expected[4096];
    const many_starts m = {INIT_SYMMETRIC, 20, 3, 40};
    program p = {.epochs = 40, .lr = 0.5};
    snprintf(expected, sizeof expected, "%s",
             outcome_of((many_starts_run(&t, &m, &p), true)).report);
    reading r;
    READ(&r, "--starts", "3", "--seed", "20", "--init", "symmetric",
         "--epochs", "40", "--lr=0.5", NULL);
    const outcome o = run_quietly(&r, &t);
    assert_true(o.done);
    assert_string_equal(o.report, expected);
    READ(&r, "--starts", "1", "--epochs", "2", NULL);
    assert_holds(run_quietly(&r, &t).report, "1 starts, 2 epochs each");
}

static void experiment_whose_files_cannot_be_opened_does_not_run(
    void **state)
{
    static const char *const words[][2] = {{"--starts", "3"},
                                           {"--epochs", "2"}};
    const trainer t = by_descent(&plain);
    for (int i = 0; i < 2; i++) {
        reading r;
        READ(&r, words[i][0], words[i][1], "--values", "none/v", NULL);
        assert_quiet(r.o);
        const outcome o = run_quietly(&r, &t);
        assert_fails(o, "none/v: ");
        assert_string_equal(o.report, "");
        assert_int_equal(r.e.program.code, EXIT_FAILED);
        assert_false(r.e.program.began);
    }
}

static void experiment_that_fails_says_so(void **state)
{
    const bugged_descent how = {{METHOD_GD, 0.5}, BUG_NO_W2};
    const trainer t = by_bugged(&how);
    reading r;
    READ(&r, "--check", "--quiet", NULL);
    assert_int_equal(r.e.program.epochs, 0);
    assert_fails(run_quietly(&r, &t),
                 "--check: relative error above 1e-6:");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bare_experiment_has_its_defaults),
        cmocka_unit_test(each_option_sets_its_own),
        cmocka_unit_test(each_start_can_be_asked_for_by_its_name),
        cmocka_unit_test(help_tells_all_options_in_order),
        cmocka_unit_test(what_makes_no_sense_is_refused),
        test_in_folder(options_that_cannot_go_together_are_refused),
        cmocka_unit_test(conflicts_of_its_own_are_not_needed),
        test_in_folder(start_may_come_from_a_file),
        test_in_folder(file_that_is_no_start_is_refused),
        test_in_folder(experiment_is_one_start_if_no_number_is_asked_for),
        cmocka_unit_test(
            experiment_is_many_starts_if_their_number_is_given),
        test_in_folder(
            experiment_whose_files_cannot_be_opened_does_not_run),
        cmocka_unit_test(experiment_that_fails_says_so),
    };
    return cmocka_run_group_tests_name("experiment", tests, NULL, NULL) !=
           0;
}
