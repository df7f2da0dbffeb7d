/* choice.c: the options that choose an optimizer, as a program reads them. */
#include "03-adam/choice.h"
#include "running.h"

#include <getopt.h>

/* A program that has these options and no others of its own. */
typedef struct {
    choice c;
    program p;
    outcome o;
} chosen;

/* Chooses by a command line of these words. */
static void choose(chosen *a, const char *const words[])
{
    static command_line line;
    option own[CHOICE_OPTIONS];
    a->p = (program){.name = "suite",
                     .purpose = "for the tests",
                     .usual_epochs = "40",
                     .usual_lr = "0.125"};
    command_line_make(&line, words);
    optind = 0; /* getopt_long begins anew, as in a program of its own */
    getopt(1, line.argv, "");
    choice_options(&a->c, own);
    a->o = outcome_of(program_read(&a->p, own, CHOICE_OPTIONS, NULL, 0,
                                   line.argc, line.argv) &&
                      choice_make(&a->c, &a->p));
}

#define CHOOSE(a, ...) choose(a, (const char *const[]){__VA_ARGS__, NULL})

static void choice_is_keras_unless_another_is_asked_for(void **state)
{
    chosen a;
    choose(&a, (const char *const[]){NULL});
    assert_quiet(a.o);
    assert_true(a.c.by.step == adam_step);
    assert_same_bits(a.c.by.lr, 0.125);
    assert_same_bits(a.c.by.beta1, 0.9);
    assert_same_bits(a.c.by.beta2, 0.999);
    assert_same_bits(a.c.by.epsilon, 1e-7);
    assert_int_equal(a.c.kind, OPTIMIZER_ADAM);
    assert_int_equal(a.c.stage, STAGE_ADAM);
    assert_false(a.c.inside);
}

static void constants_are_those_that_are_typed(void **state)
{
    chosen a;
    CHOOSE(&a, "--lr=0.5", "--beta1=0", "--beta2=0.25", "--epsilon=0");
    assert_quiet(a.o);
    assert_true(a.c.by.step == adam_step);
    assert_same_bits(a.c.by.lr, 0.5);
    assert_same_bits(a.c.by.beta1, 0.0);
    assert_same_bits(a.c.by.beta2, 0.25);
    assert_same_bits(a.c.by.epsilon, 0.0);
    CHOOSE(&a, "--lr=3", "--optimizer=gd");
    assert_quiet(a.o);
    assert_true(a.c.by.step == gd_step);
    assert_same_bits(a.c.by.lr, 3.0);
}

static void each_stage_has_its_step(void **state)
{
    static const struct {
        const char *word;
        optimizer_step step;
    } stages[] = {{"--stage=momentum", momentum_step},
                  {"--stage=rms", rms_step},
                  {"--stage=uncorrected", uncorrected_step},
                  {"--stage=adam", adam_step}};
    for (int i = 0; i < 4; i++) {
        chosen a;
        CHOOSE(&a, stages[i].word);
        assert_quiet(a.o);
        assert_true(a.c.by.step == stages[i].step);
        assert_int_equal(a.c.stage, i);
        CHOOSE(&a, "--optimizer=adam", stages[i].word);
        assert_true(a.c.by.step == stages[i].step);
        /* Only the last has an epsilon that can stand inside. */
        CHOOSE(&a, "--epsilon-inside", stages[i].word);
        if (i == STAGE_ADAM) {
            assert_quiet(a.o);
            assert_true(a.c.by.step == adam_step_inside);
            continue;
        }
        assert_fails(a.o, "suite: --epsilon-inside: only the last stage "
                          "has it\n");
        assert_int_equal(a.p.code, 2);
    }
}

static void gd_has_nothing_that_is_adams(void **state)
{
    static const char *const words[][2] = {
        {"--stage=adam", "stage"},
        {"--beta1=0.9", "beta1"},
        {"--beta2=0.999", "beta2"},
        {"--epsilon=1e-7", "epsilon"},
        {"--epsilon-inside", "epsilon-inside"}};
    for (int i = 0; i < 5; i++)
        for (int first = 0; first < 2; first++) {
            chosen a;
            char message[80];
            snprintf(message, sizeof message,
                     "suite: --%s: --optimizer gd has none\n", words[i][1]);
            CHOOSE(&a, first ? words[i][0] : "--optimizer=gd",
                   first ? "--optimizer=gd" : words[i][0]);
            assert_fails(a.o, message);
            assert_string_equal(a.o.report, "");
            assert_int_equal(a.p.code, 2);
            CHOOSE(&a, words[i][0]);
            assert_quiet(a.o);
        }
}

/* Of the program's own bounds; choice_make is not even asked. */
static void bad_constants_are_refused(void **state)
{
    static const char *const words[][2] = {
        {"--optimizer=sgd", "--optimizer: expected one of gd|adam"},
        {"--stage=last", "expected one of momentum|rms|uncorrected|adam"},
        {"--beta1=1", "--beta1: expected a number from 0 to below 1"},
        {"--beta2=-0.1", "--beta2: expected a number from 0 to below 1"},
        {"--epsilon=-1e-9", "--epsilon: expected a number from 0 on"}};
    for (int i = 0; i < 5; i++) {
        chosen a;
        CHOOSE(&a, words[i][0]);
        assert_fails(a.o, words[i][1]);
        assert_int_equal(a.p.code, 2);
    }
}

static void help_tells_each_option_with_its_default(void **state)
{
    static const char *const parts[] = {
        "--optimizer gd|adam\n",
        "(default: adam)\n",
        "--stage momentum|rms|uncorrected|adam\n",
        "(default: adam)\n",
        "--beta1 X ",
        "(default: 0.9)\n",
        "--beta2 X ",
        "(default: 0.999)\n",
        "--epsilon X ",
        "(default: 1e-7)\n",
        "--epsilon-inside "};
    chosen a;
    CHOOSE(&a, "--help");
    assert_false(a.o.done);
    assert_string_equal(a.o.said, "");
    assert_holds_in_order(a.o.report, parts,
                          sizeof parts / sizeof parts[0]);
    assert_int_equal(a.p.code, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choice_is_keras_unless_another_is_asked_for),
        cmocka_unit_test(constants_are_those_that_are_typed),
        cmocka_unit_test(each_stage_has_its_step),
        cmocka_unit_test(gd_has_nothing_that_is_adams),
        cmocka_unit_test(bad_constants_are_refused),
        cmocka_unit_test(help_tells_each_option_with_its_default),
    };
    return cmocka_run_group_tests_name("choice", tests, NULL, NULL) != 0;
}
