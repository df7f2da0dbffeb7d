/* program.c: what every program does around its subject. program_end closes
   standard output, so each end has a process of its own. */
#define _XOPEN_SOURCE 700

#include "shell/program.h"
#include "running.h"
#include "test.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

/* A command line, read: the program, its own options, and what came of
   it. */
typedef struct {
    program p;
    double w;
    command_line c;
    outcome o;
} reading;

static const option_conflict conflicts[] = {
    {"w", "check", "is why they cannot"},
    {"params", "epochs", "is why these cannot"},
};

static void read_words(reading *r, const char *const words[])
{
    *r = (reading){.p = {.name = "00-none",
                         .purpose = "do nothing (chapter 0)",
                         .usual_epochs = "12",
                         .usual_lr = "0.25",
                         .code = 99}};
    command_line_make(&r->c, words);
    const option own[] = {
        {"w", OPTION_REAL, &r->w, "-1.5", NULL, "an own one"},
        {"params", OPTION_FILE, &r->p.params, NULL, NULL, "the start"},
        {"save", OPTION_FILE, &r->p.save_name, NULL, NULL, "the end"},
        {"data", OPTION_FILE, &r->p.data, NULL, NULL, "what of"},
    };
    r->o = outcome_of(
        program_read(&r->p, own, 4, conflicts, 2, r->c.argc, r->c.argv));
}

#define READ(r, ...) read_words((r), (const char *const[]){__VA_ARGS__})

static void assert_refused(const reading *r, const char *part)
{
    assert_fails(r->o, "00-none: ");
    assert_holds(r->o.said, part);
    assert_string_equal(r->o.report, "");
    assert_int_equal(r->p.code, EXIT_REFUSED);
}

static void bare_program_has_its_defaults(void **state)
{
    reading r;
    READ(&r, NULL);
    assert_quiet(r.o);
    assert_int_equal(r.p.epochs, 12);
    assert_same_bits(r.p.lr, 0.25);
    assert_same_bits(r.w, -1.5);
    assert_false(r.p.check || r.p.quiet || r.p.began);
    assert_null(r.p.data);
    assert_null(r.p.params);
    assert_null(r.p.save_name);
    assert_null(r.p.trace_name);
    assert_null(r.p.values_name);
    assert_null(r.p.given[0]);
}

static void each_option_sets_its_own(void **state)
{
    reading r;
    READ(&r, "--epochs", "34", "--lr", "0.125", "--w", "7", "--quiet",
         "--trace=t", NULL);
    assert_quiet(r.o);
    assert_int_equal(r.p.epochs, 34);
    assert_same_bits(r.p.lr, 0.125);
    assert_same_bits(r.w, 7.0);
    assert_true(r.p.quiet);
    assert_false(r.p.check);
    assert_string_equal(r.p.trace_name, "t");
    assert_true(option_given("w", r.p.given));
    assert_false(option_given("values", r.p.given));
    READ(&r, "--values", "v", "--params", "p", "--save", "s", "--check",
         NULL);
    assert_quiet(r.o);
    assert_string_equal(r.p.values_name, "v");
    assert_string_equal(r.p.params, "p");
    assert_string_equal(r.p.save_name, "s");
    assert_null(r.p.trace_name);
    assert_true(r.p.check);
    assert_false(r.p.quiet);
}

static void check_leaves_no_epoch_to_train(void **state)
{
    reading r;
    READ(&r, "--check", NULL);
    assert_quiet(r.o);
    assert_int_equal(r.p.epochs, 0);
    READ(&r, "--epochs", "5", "--check", NULL);
    assert_quiet(r.o);
    assert_int_equal(r.p.epochs, 0);
}

/* Those that all programs have, then its own. */
static void help_tells_the_purpose_and_all_options_in_order(void **state)
{
    static const char *const parts[] = {
        "00-none: do nothing (chapter 0)\n\n",
        " --epochs ",
        "default: 12",
        " --lr ",
        "default: 0.25",
        " --check ",
        " --trace ",
        " --values ",
        " --quiet ",
        " --w ",
        "an own one",
        " --params ",
        " --save "};
    reading r;
    READ(&r, "--help", NULL);
    assert_false(r.o.done);
    assert_int_equal(r.p.code, EXIT_DONE);
    assert_string_equal(r.o.said, "");
    assert_true(strncmp(r.o.report, parts[0], strlen(parts[0])) == 0);
    assert_holds_in_order(r.o.report, parts, sizeof parts / sizeof *parts);
}

static void what_makes_no_sense_is_refused(void **state)
{
    reading r;
    READ(&r, "--no-such", NULL);
    assert_refused(&r, "no-such");
    READ(&r, "--epochs", "-1", NULL);
    assert_refused(&r, "--epochs");
    READ(&r, "--epochs", "1.5", NULL);
    assert_refused(&r, "--epochs");
    READ(&r, "--lr", "0", NULL);
    assert_refused(&r, "--lr");
    READ(&r, "--w", "1", "--check", NULL);
    assert_refused(&r, "is why they cannot");
    READ(&r, "--params", "p", "--epochs", "1", NULL);
    assert_refused(&r, "is why these cannot");
}

/* A file to save may be the one that the run began from. */
static void options_that_name_one_file_are_refused(void **state)
{
    static const char *const pairs[][2] = {
        {"--params", "--trace"}, {"--params", "--values"},
        {"--save", "--trace"},   {"--save", "--values"},
        {"--trace", "--values"}, {"--data", "--params"},
        {"--data", "--save"},    {"--data", "--trace"},
        {"--data", "--values"},
    };
    reading r;
    file_make("f", "1");
    for (int i = 0; i < 9; i++) {
        READ(&r, pairs[i][0], "f", pairs[i][1], "./f", NULL);
        assert_refused(&r, pairs[i][0]);
        assert_holds(r.o.said, pairs[i][1]);
        READ(&r, pairs[i][0], "f", pairs[i][1], "g", NULL);
        assert_quiet(r.o);
    }
    READ(&r, "--params", "f", "--save", "f", NULL);
    assert_quiet(r.o);
}

/* 26 of its own, and the six that all have. */
static void program_may_have_26_options_of_its_own(void **state)
{
    enum { OWN = OPTIONS_MOST - 6 };
    char names[OWN][16], last[] = "--o25", number[] = "3",
                         program_name[] = "program";
    double numbers[OWN];
    option own[OWN];
    char *argv[] = {program_name, last, number, NULL};
    for (int i = 0; i < OWN; i++) {
        snprintf(names[i], sizeof names[i], "o%d", i);
        own[i] =
            (option){names[i], OPTION_REAL, &numbers[i], "0.5", NULL, ""};
    }
    program p = {.name = "00-none",
                 .purpose = "",
                 .usual_epochs = "1",
                 .usual_lr = "1"};
    assert_quiet(outcome_of(program_read(&p, own, OWN, NULL, 0, 3, argv)));
    for (int i = 0; i < OWN; i++)
        assert_same_bits(numbers[i], i == OWN - 1 ? 3.0 : 0.5);
}

static void refusal_is_a_code_of_its_own(void **state)
{
    program p = {.code = EXIT_DONE};
    assert_quiet(outcome_of(!program_refuse(&p)));
    assert_int_equal(p.code, EXIT_REFUSED);
}

static void program_opens_what_was_asked_for(void **state)
{
    program p = {.code = 99};
    assert_quiet(outcome_of(program_open(&p)));
    assert_true(p.began);
    assert_null(p.trace.stream);
    assert_null(p.values.stream);
    assert_null(p.save.stream);
    assert_string_equal(folder_names(), "");
    files_begin(&p);
    assert_true(p.began);
    fputs("trace", p.trace.stream);
    fputs("values", p.values.stream);
    fputs("end", p.save.stream);
    files_end(&p);
    assert_string_equal(file_text("t.csv"), "trace");
    assert_string_equal(file_text("v.values"), "values");
    assert_string_equal(file_text("end.txt"), "end");
}

/* What stood there before is whole, and nothing is left behind. */
static void file_that_cannot_be_opened_ends_it_all(void **state)
{
    static const char *const files[][3] = {
        {"none/t", "v", "s"}, {"t", "none/v", "s"}, {"t", "v", "none/s"}};
    file_make("t", "before");
    file_make("v", "before");
    for (int i = 0; i < 3; i++) {
        program p = {.trace_name = files[i][0],
                     .values_name = files[i][1],
                     .save_name = files[i][2],
                     .code = 99};
        char message[32];
        snprintf(message, sizeof message, "suite: %s: ", files[i][i]);
        assert_fails(outcome_of(program_open(&p)), message);
        assert_int_equal(p.code, EXIT_FAILED);
        assert_false(p.began);
        assert_string_equal(folder_names(), "t v");
        assert_string_equal(file_text("t"), "before");
        assert_string_equal(file_text("v"), "before");
    }
}

/* Ends, in a process of its own, with something in each file and on
   standard output. Returns the exit code. */
static int end_elsewhere(program *p, bool done, const char *output)
{
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        if (output != NULL)
            dup2(open(output, O_WRONLY), STDOUT_FILENO);
        if (p->code != EXIT_REFUSED && program_open(p)) {
            output_file *const files[] = {&p->trace, &p->values, &p->save};
            for (int i = 0; i < 3; i++)
                if (files[i]->stream != NULL)
                    fputs("after", files[i]->stream);
        }
        fputs("the report", stdout);
        _exit(program_end(p, done));
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static program asked(const char *trace, const char *values,
                     const char *save)
{
    return (program){
        .trace_name = trace, .values_name = values, .save_name = save};
}

/* Ends it and looks at the code, and at what was said: nothing, or one
   line. */
static void assert_ends(program p, bool done, int code, const char *said)
{
    int ended = -1;
    const outcome o =
        outcome_of((ended = end_elsewhere(&p, done, NULL), true));
    assert_int_equal(ended, code);
    assert_string_equal(o.report, "the report");
    if (said[0] != '\0')
        assert_true(is_one_line(o.said));
    assert_holds(o.said, said);
    assert_int_equal(o.said[0] == '\0', said[0] == '\0');
}

static void run_that_is_done_keeps_all(void **state)
{
    file_make("s", "before");
    assert_ends(asked(NULL, NULL, NULL), true, EXIT_DONE, "");
    assert_ends(asked("t", "v", "s"), true, EXIT_DONE, "");
    assert_string_equal(folder_names(), "s t v");
    assert_string_equal(file_text("t"), "after");
    assert_string_equal(file_text("v"), "after");
    assert_string_equal(file_text("s"), "after");
}

/* How it went tells why; where it ended is not to be gone on from. */
static void run_that_failed_keeps_all_but_its_end(void **state)
{
    file_make("s", "before");
    assert_ends(asked("t", "v", "s"), false, EXIT_FAILED, "");
    assert_string_equal(folder_names(), "s t v");
    assert_string_equal(file_text("t"), "after");
    assert_string_equal(file_text("v"), "after");
    assert_string_equal(file_text("s"), "before");
}

static void run_that_did_not_begin_has_the_code_of_why(void **state)
{
    for (int code = EXIT_DONE; code <= EXIT_REFUSED; code++) {
        program p = {.code = code};
        int ended = -1;
        fflush(stdout);
        const pid_t child = fork();
        if (child == 0)
            _exit(program_end(&p, false));
        waitpid(child, &ended, 0);
        assert_true(WIFEXITED(ended));
        assert_int_equal(WEXITSTATUS(ended), code);
    }
}

static void file_that_takes_nothing_is_a_failure(void **state)
{
    const char *const full = device("full");
    if (full == NULL)
        skip();
    assert_ends(asked(full, "v", "s"), true, EXIT_FAILED, "full: ");
    assert_string_equal(file_text("v"), "after");
    assert_string_equal(file_text("s"), "after");
    assert_ends(asked("t", full, NULL), true, EXIT_FAILED, "full: ");
    assert_string_equal(file_text("t"), "after");
    assert_ends(asked("t", "w", full), true, EXIT_FAILED, "full: ");
    assert_string_equal(file_text("w"), "after");
}

/* What was refused was refused, whoever can read why. */
static void full_standard_output_is_a_failure_of_what_ran(void **state)
{
    if (access("/dev/full", W_OK) != 0)
        skip();
    program p = asked("t", NULL, "s"), refused = {.code = EXIT_REFUSED};
    int ended = -1;
    outcome o =
        outcome_of((ended = end_elsewhere(&p, true, "/dev/full"), false));
    assert_int_equal(ended, EXIT_FAILED);
    assert_fails(o, "suite: standard output: ");
    o = outcome_of(
        (ended = end_elsewhere(&refused, false, "/dev/full"), true));
    assert_int_equal(ended, EXIT_REFUSED);
    assert_quiet(o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bare_program_has_its_defaults),
        cmocka_unit_test(each_option_sets_its_own),
        cmocka_unit_test(check_leaves_no_epoch_to_train),
        cmocka_unit_test(help_tells_the_purpose_and_all_options_in_order),
        cmocka_unit_test(what_makes_no_sense_is_refused),
        test_in_folder(options_that_name_one_file_are_refused),
        cmocka_unit_test(program_may_have_26_options_of_its_own),
        cmocka_unit_test(refusal_is_a_code_of_its_own),
        test_in_folder(program_opens_what_was_asked_for),
        test_in_folder(file_that_cannot_be_opened_ends_it_all),
        test_in_folder(run_that_is_done_keeps_all),
        test_in_folder(run_that_failed_keeps_all_but_its_end),
        cmocka_unit_test(run_that_did_not_begin_has_the_code_of_why),
        test_in_folder(file_that_takes_nothing_is_a_failure),
        test_in_folder(full_standard_output_is_a_failure_of_what_ran),
    };
    return cmocka_run_group_tests_name("program", tests, NULL, NULL) != 0;
}
