/* options.c: the command line, one option of each kind. */
#include "plumbing/options.h"
#include "plumbing/messages.h"
#include "test.h"

#include <float.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

/* What the table sets. */
typedef struct {
    bool loud;
    double shift, rate, extra, part;
    long turns, times;
    uint64_t seed;
    int colour;
    const char *out, *units;
} settings;

enum {
    LOUD,
    SHIFT,
    RATE,
    EXTRA,
    PART,
    TURNS,
    TIMES,
    SEED,
    COLOUR,
    OUT,
    UNITS,
    ALL,
};

/* One reading of a command line. */
typedef struct {
    settings s;
    bool given[ALL];
    options_outcome outcome;
    const char *printed, *said;
} reading;

/* getopt_long remembers its place in the words, and in one that it refused,
   and would go on from there; a program reads them once, the suite often. */
static void getopt_forget(void)
{
    char program[] = "program";
    char *argv[] = {program, NULL};
    optind = 0;
    getopt(1, argv, "");
}

/* Parses up to eleven words, the last of them followed by NULL. */
static reading parsed(const char *const words[])
{
    reading r = {.s = {.colour = 7, .out = "unset", .units = "unset"}};
    const option options[ALL] = {
        [LOUD] = {"loud", OPTION_FLAG, &r.s.loud, .help = "make noise"},
        [SHIFT] = {"shift", OPTION_REAL, &r.s.shift, "-1.5",
                   .help = "how far"},
        [RATE] = {"rate", OPTION_POSITIVE, &r.s.rate, "0.25",
                  .help = "how fast"},
        [EXTRA] = {"extra", OPTION_NOT_NEGATIVE, &r.s.extra, "0",
                   .help = "how much more"},
        [PART] = {"part", OPTION_FRACTION, &r.s.part, "0.9",
                  .help = "how much of it"},
        [TURNS] = {"turns", OPTION_COUNT, &r.s.turns, "12",
                   .help = "how often"},
        [TIMES] = {"times", OPTION_NUMBER_OF, &r.s.times, "3",
                   .help = "how many"},
        [SEED] = {"seed", OPTION_SEED, &r.s.seed, "1", .help = "the start"},
        [COLOUR] = {"colour", OPTION_CHOICE, &r.s.colour,
                    .choices = "red|green|blue", .help = "which one"},
        [OUT] = {"out", OPTION_FILE, &r.s.out, .help = "where to"},
        [UNITS] = {"units", OPTION_TEXT, &r.s.units, "4,2",
                   .help = "of each layer"},
    };
    char copies[11][64];
    char *argv[13] = {(char[]){"program"}};
    int argc = 1;
    for (; words[argc - 1] != NULL; argc++) {
        snprintf(copies[argc - 1], sizeof copies[0], "%s", words[argc - 1]);
        argv[argc] = copies[argc - 1];
    }
    const char *given[OPTIONS_MOST + 1] = {"loud", "shift", NULL};
    getopt_forget();
    messages_begin_with("suite");
    capture_begin(1);
    capture_begin(2);
    r.outcome = options_parse("suite: for the tests", options, ALL, given,
                              argc, argv);
    r.said = capture_end(2);
    r.printed = capture_end(1);
    for (int i = 0; i < ALL; i++)
        r.given[i] = option_given(options[i].name, given);
    if (r.given[OUT]) /* copies end here */
        r.s.out = strcmp(r.s.out, "a file") == 0 ? "a file" : "another";
    if (r.given[UNITS])
        r.s.units = strcmp(r.s.units, "any, word") == 0 ? "any, word" : "";
    return r;
}

#define PARSED(...) parsed((const char *const[]){__VA_ARGS__, NULL})

/* Every word is refused with a message that holds part, and all else is
   silence. */
#define REFUSED(part, ...)                                                 \
    do {                                                                   \
        const reading refused = PARSED(__VA_ARGS__);                       \
        assert_int_equal(refused.outcome, OPTIONS_REFUSED);                \
        assert_string_equal(refused.printed, "");                          \
        assert_true(is_one_line(refused.said));                            \
        assert_holds(refused.said, "suite: ");                             \
        assert_holds(refused.said, (part));                                \
    } while (0)

static void no_option_sets_the_defaults_and_no_more(void **state)
{
    const reading r = parsed((const char *const[]){NULL});
    assert_int_equal(r.outcome, OPTIONS_READ);
    assert_string_equal(r.printed, "");
    assert_string_equal(r.said, "");
    assert_false(r.s.loud);
    assert_same_bits(r.s.shift, -1.5);
    assert_same_bits(r.s.rate, 0.25);
    assert_same_bits(r.s.extra, 0.0);
    assert_same_bits(r.s.part, 0.9);
    assert_int_equal(r.s.turns, 12);
    assert_int_equal(r.s.times, 3);
    assert_true(r.s.seed == 1);
    assert_int_equal(r.s.colour, 7);
    assert_string_equal(r.s.out, "unset");
    assert_string_equal(r.s.units, "4,2");
    for (int i = 0; i < ALL; i++)
        assert_false(r.given[i]);
}

static void each_kind_of_option_is_read(void **state)
{
    const reading r =
        PARSED("--loud", "--shift=-2", "--rate=3e-4", "--extra=1e-7",
               "--part=0.5", "--turns=1000000000", "--times=999999999",
               "--seed=18446744073709551615", "--colour=green",
               "--out=a file", "--units=any, word");
    assert_int_equal(r.outcome, OPTIONS_READ);
    assert_true(r.s.loud);
    assert_same_bits(r.s.shift, -2.0);
    assert_same_bits(r.s.rate, 3e-4);
    assert_same_bits(r.s.extra, 1e-7);
    assert_same_bits(r.s.part, 0.5);
    assert_int_equal(r.s.turns, 1000000000);
    assert_int_equal(r.s.times, 999999999);
    assert_true(r.s.seed == UINT64_MAX);
    assert_int_equal(r.s.colour, 1);
    assert_string_equal(r.s.out, "a file");
    assert_string_equal(r.s.units, "any, word");
    for (int i = 0; i < ALL; i++)
        assert_true(r.given[i]);
}

static void value_may_be_the_next_word_in_any_order(void **state)
{
    const reading r =
        PARSED("--turns", "5", "--shift", "-0", "--rate", "1");
    assert_int_equal(r.outcome, OPTIONS_READ);
    assert_int_equal(r.s.turns, 5);
    assert_same_bits(r.s.shift, -0.0);
    assert_same_bits(r.s.rate, 1.0);
    assert_true(r.given[TURNS] && r.given[SHIFT] && r.given[RATE]);
    assert_false(r.given[LOUD] || r.given[SEED]);
}

static void of_an_option_typed_twice_the_last_counts(void **state)
{
    const reading r = PARSED("--rate", "1", "--colour", "red", "--rate",
                             "2", "--colour=blue");
    assert_int_equal(r.outcome, OPTIONS_READ);
    assert_same_bits(r.s.rate, 2.0);
    assert_int_equal(r.s.colour, 2);
}

static void help_tells_every_option_with_its_default(void **state)
{
    const reading r = PARSED("--loud", "--help");
    assert_int_equal(r.outcome, OPTIONS_HELPED);
    assert_string_equal(r.said, "");
    assert_string_equal(
        r.printed, "suite: for the tests\n"
                   "\n"
                   "  --loud             make noise\n"
                   "  --shift X          how far (default: -1.5)\n"
                   "  --rate X           how fast (default: 0.25)\n"
                   "  --extra X          how much more (default: 0)\n"
                   "  --part X           how much of it (default: 0.9)\n"
                   "  --turns N          how often (default: 12)\n"
                   "  --times N          how many (default: 3)\n"
                   "  --seed N           the start (default: 1)\n"
                   "  --colour red|green|blue\n"
                   "                     which one\n"
                   "  --out FILE         where to\n"
                   "  --units LIST       of each layer (default: 4,2)\n"
                   "  --help             this text\n");
}

static void help_folds_a_line_whose_left_part_is_too_long(void **state)
{
    bool word;
    const char *given[OPTIONS_MOST + 1];
    const option options[] = {
        {"of-15-letters-a", OPTION_FLAG, &word, .help = "beside"},
        {"of-16-letters-ab", OPTION_FLAG, &word, .help = "below"}};
    char program[] = "program", help[] = "--help";
    char *argv[] = {program, help, NULL};
    getopt_forget();
    capture_begin(1);
    options_parse("p", options, 2, given, 2, argv);
    assert_string_equal(capture_end(1), "p\n\n"
                                        "  --of-15-letters-a  beside\n"
                                        "  --of-16-letters-ab \n"
                                        "                     below\n"
                                        "  --help             this text\n");
}

static void help_alone_leaves_no_option_given(void **state)
{
    const reading r = PARSED("--help");
    for (int i = 0; i < ALL; i++)
        assert_false(r.given[i]);
    assert_int_equal(PARSED("--help", "--turns=5").s.turns, 5);
}

static void help_beside_a_fault_is_refused(void **state)
{
    REFUSED("--rate", "--help", "--rate", "fast");
    REFUSED("\"extra\"", "--help", "extra");
}

static void bad_numbers_are_refused(void **state)
{
    const char *const bad[] = {
        "nan",    "inf", "-inf", "infinity", "0x1p3", "0x10", "1e999",
        "1e-999", "1 ",  " 1",   "",         "1,5",   "1.5x", "one",
        "--",     "+",   "1e",   ".",        "1.2.3", "e5",   "1\n",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        REFUSED("--shift: expected a number, got \"", "--shift", bad[i]);
        REFUSED("--rate: expected a positive number, got \"", "--rate",
                bad[i]);
        REFUSED("--extra: expected a number from 0 on, got \"", "--extra",
                bad[i]);
        REFUSED("--part: expected a number from 0 to below 1, got \"",
                "--part", bad[i]);
        REFUSED("--turns: expected a whole number from 0 to 1000000000, "
                "got \"",
                "--turns", bad[i]);
        REFUSED("--times: expected a whole number from 1 to 1000000000, "
                "got \"",
                "--times", bad[i]);
        REFUSED(
            "--seed: expected a whole number from 0 to 2^64 - 1, got \"",
            "--seed", bad[i]);
    }
}

static void numbers_out_of_range_are_refused(void **state)
{
    REFUSED("--rate: expected a positive number, got \"0\"", "--rate", "0");
    REFUSED("got \"-0\"", "--rate=-0");
    REFUSED("got \"-1e-3\"", "--rate", "-1e-3");
    REFUSED("--extra: expected a number from 0 on, got \"-1\"", "--extra",
            "-1");
    REFUSED("got \"-5e-324\"", "--extra=-5e-324");
    REFUSED("--part: expected a number from 0 to below 1, got \"1\"",
            "--part", "1");
    REFUSED("got \"1.5\"", "--part", "1.5");
    REFUSED("got \"-5e-324\"", "--part=-5e-324");
    REFUSED("got \"0.99999999999999999\"", "--part", "0.99999999999999999");
    REFUSED("got \"-1\"", "--turns", "-1");
    REFUSED("got \"+1\"", "--turns", "+1");
    REFUSED("got \"1.5\"", "--turns", "1.5");
    REFUSED("got \"1e3\"", "--turns", "1e3");
    REFUSED("got \"1000000001\"", "--turns", "1000000001");
    REFUSED("got \"10000000000\"", "--turns", "10000000000");
    REFUSED("got \"99999999999999999999999\"", "--turns",
            "99999999999999999999999");
    REFUSED("got \"18446744073709551621\"", "--turns",
            "18446744073709551621");
    REFUSED("--times: expected a whole number from 1 to 1000000000, got "
            "\"0\"",
            "--times", "0");
    REFUSED("got \"1000000001\"", "--times", "1000000001");
    REFUSED("got \"-1\"", "--times=-1");
    REFUSED("got \"+1\"", "--seed", "+1");
    REFUSED("got \"18446744073709551616\"", "--seed",
            "18446744073709551616");
    REFUSED("got \"-1\"", "--seed", "-1");
}

static void numbers_at_the_ends_of_their_range_are_read(void **state)
{
    assert_same_bits(PARSED("--rate", "5e-324").s.rate, DBL_TRUE_MIN);
    assert_same_bits(PARSED("--extra", "0").s.extra, 0.0);
    assert_same_bits(PARSED("--extra", "-0").s.extra, -0.0);
    assert_same_bits(PARSED("--extra", "1e308").s.extra, 1e308);
    assert_same_bits(PARSED("--part", "0").s.part, 0.0);
    assert_same_bits(PARSED("--part", "0.9999999999999999").s.part,
                     1.0 - DBL_EPSILON / 2.0);
    assert_int_equal(PARSED("--turns", "0").s.turns, 0);
    assert_int_equal(PARSED("--turns", "0001000").s.turns, 1000);
    assert_int_equal(PARSED("--times", "1").s.times, 1);
    assert_int_equal(PARSED("--times", "1000000000").s.times, 1000000000);
    assert_same_bits(PARSED("--shift=-1.7976931348623157e308").s.shift,
                     -DBL_MAX);
    assert_same_bits(PARSED("--rate=1.7976931348623157e308").s.rate,
                     DBL_MAX);
    assert_true(PARSED("--seed", "0").s.seed == 0);
}

static void choice_must_be_a_whole_word_of_the_list(void **state)
{
    const char *const bad[] = {"pink", "re", "redd", "red|green",
                               "|",    "",   "Red"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        REFUSED("--colour: expected one of red|green|blue, got \"",
                "--colour", bad[i]);
    assert_int_equal(PARSED("--colour", "red").s.colour, 0);
    assert_int_equal(PARSED("--colour", "blue").s.colour, 2);
}

static void empty_file_name_is_refused(void **state)
{
    REFUSED("--out: expected a file name, got \"\"", "--out=");
    REFUSED("--out: expected a file name, got \"\"", "--out", "");
}

static void empty_word_is_refused(void **state)
{
    REFUSED("--units: expected a word, got \"\"", "--units=");
    REFUSED("--units: expected a word, got \"\"", "--units", "");
}

static void words_that_are_no_options_are_refused(void **state)
{
    REFUSED("unknown option \"--speed\"", "--speed");
    REFUSED("unknown option \"--speed=1\"", "--speed=1");
    REFUSED("\"-r\"", "-r", "1");
    REFUSED("\"-rate\"", "-rate", "1");
    REFUSED("\"--Rate\"", "--Rate", "1");
    REFUSED("unexpected argument \"1\"", "1");
    REFUSED("unexpected argument \"-\"", "-");
    REFUSED("unexpected argument \"b\"", "--rate", "1", "b", "--loud");
    REFUSED("unexpected argument \"--rate\"", "--", "--rate", "1");
    REFUSED("unexpected argument \"\"", "");
}

static void missing_value_is_refused(void **state)
{
    REFUSED("--rate: expected a value", "--rate");
    REFUSED("--out: expected a value", "--loud", "--out");
}

static void flag_with_a_value_is_refused(void **state)
{
    REFUSED("--loud", "--loud=yes");
    REFUSED("--help", "--help=me");
}

static void line_end_in_a_value_does_not_break_the_message(void **state)
{
    REFUSED("got \"1?2\"", "--rate", "1\n2");
    REFUSED("\"--ra?te\"", "--ra\nte");
    REFUSED("\"a?b\"", "a\nb");
}

/* Such as a no-break space, which comes along from a page. */
static void what_cannot_be_seen_in_a_value_is_shown(void **state)
{
    REFUSED("suite: --rate: expected a positive number, got "
            "\"0.5\\xC2\\xA0\"\n",
            "--rate", "0.5\xC2\xA0");
    REFUSED("got \"\\xE2\\x80\\xAF"
            "7\"",
            "--turns",
            "\xE2\x80\xAF"
            "7");
    REFUSED("got \"½\"", "--rate", "½");
}

/* getopt_long takes a beginning that only one option has. */
static void unambiguous_beginning_stands_for_the_option(void **state)
{
    const reading r = PARSED("--ra", "2", "--sh=3", "--col", "blue");
    assert_int_equal(r.outcome, OPTIONS_READ);
    assert_same_bits(r.s.rate, 2.0);
    assert_same_bits(r.s.shift, 3.0);
    assert_int_equal(r.s.colour, 2);
    REFUSED("\"--s\"", "--s", "1");
}

/* As many options as there is room for, and one more. */
static void table_of_32_options_is_read_and_one_of_33_refused(void **state)
{
    enum { MOST = OPTIONS_MOST };
    const char *given[OPTIONS_MOST + 1];
    assert_int_equal(MOST, 32);
    option options[MOST + 1];
    char names[MOST + 1][16];
    double targets[MOST + 1];
    for (int i = 0; i <= MOST; i++) {
        snprintf(names[i], sizeof names[i], "n%d", i);
        options[i] = (option){.name = names[i],
                              .kind = OPTION_REAL,
                              .target = &targets[i],
                              .initial = "1",
                              .help = "a number"};
    }
    char program[] = "program", first[] = "--n0=5", last[] = "--n31=7";
    char *argv[] = {program, first, last, NULL};
    getopt_forget();
    assert_int_equal(options_parse("", options, MOST, given, 3, argv),
                     OPTIONS_READ);
    assert_same_bits(targets[0], 5.0);
    assert_same_bits(targets[1], 1.0);
    assert_same_bits(targets[31], 7.0);
    assert_string_equal(given[0], "n0");
    assert_string_equal(given[1], "n31");
    assert_null(given[2]);
    getopt_forget();
    capture_begin(2);
    const options_outcome outcome =
        options_parse("", options, MOST + 1, given, 1, argv);
    const char *said = capture_end(2);
    assert_int_equal(outcome, OPTIONS_REFUSED);
    assert_true(is_one_line(said));
    assert_holds(said, "a table of 33 options; 32 fit");
}

static void option_is_found_by_its_whole_name(void **state)
{
    const char *const given[] = {"first", "third", NULL};
    const char *const none[] = {NULL};
    assert_true(option_given("first", given));
    assert_false(option_given("second", given));
    assert_true(option_given("third", given));
    assert_false(option_given("fir", given));
    assert_false(option_given("firsts", given));
    assert_false(option_given("", given));
    assert_false(option_given("first", none));
}

/* However often an option is typed, its name stands there once. */
static void option_typed_often_is_given_once(void **state)
{
    double target;
    const option one = {"n", OPTION_REAL, &target, "1", NULL, "a number"};
    char program[] = "program", word[] = "--n=5";
    char *argv[2 * OPTIONS_MOST + 1] = {program};
    const char *given[OPTIONS_MOST + 1];
    for (int i = 1; i < 2 * OPTIONS_MOST; i++)
        argv[i] = word;
    getopt_forget();
    assert_int_equal(
        options_parse("", &one, 1, given, 2 * OPTIONS_MOST, argv),
        OPTIONS_READ);
    assert_string_equal(given[0], "n");
    assert_null(given[1]);
}

/* Options that cannot be given together. */

static bool agree(const bool given[], const char **said)
{
    static const char *const names[] = {"first", "second", "third"};
    const char *typed[4] = {NULL}, **end = typed;
    for (int i = 0; i < 3; i++)
        if (given[i])
            *end++ = names[i];
    static const option_conflict conflicts[] = {
        {"fourth", "first", "is of another program"},
        {"first", "fourth", "does not go with one"},
        {"third", "first", "goes alone"},
        {"second", "third", "wants no third"}};
    messages_begin_with("suite");
    capture_begin(2);
    const bool fine = options_agree(conflicts, 4, typed);
    *said = capture_end(2);
    return fine;
}

static void options_in_conflict_are_named_and_told_why(void **state)
{
    static const struct {
        bool given[3];
        const char *said; /* "": they agree */
    } cases[] = {
        {{false, false, false}, ""},
        {{true, false, false}, ""},
        {{false, true, false}, ""},
        {{false, false, true}, ""},
        {{true, true, false}, ""},
        {{true, false, true}, "suite: --first: --third goes alone\n"},
        {{false, true, true}, "suite: --third: --second wants no third\n"},
        {{true, true, true}, "suite: --first: --third goes alone\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *said;
        assert_int_equal(agree(cases[i].given, &said),
                         *cases[i].said == '\0');
        assert_string_equal(said, cases[i].said);
    }
    assert_true(options_agree(NULL, 0, (const char *const[]){NULL}));
}

static void number_parse_takes_finite_decimals_whole(void **state)
{
    double x = 0.0;
    assert_true(number_parse("1", &x));
    assert_same_bits(x, 1.0);
    assert_true(number_parse("-0", &x));
    assert_same_bits(x, -0.0);
    assert_true(number_parse("+.5e-1", &x));
    assert_same_bits(x, 0.05);
    assert_true(number_parse("5.", &x));
    assert_same_bits(x, 5.0);
    assert_true(number_parse("0e-999", &x));
    assert_same_bits(x, 0.0);
    assert_true(number_parse("1.7976931348623157e308", &x));
    assert_same_bits(x, DBL_MAX);
    assert_true(number_parse("5e-324", &x));
    assert_same_bits(x, DBL_TRUE_MIN);
    assert_true(number_parse("-2.2250738585072011e-308", &x));
    assert_same_bits(x, -2.2250738585072011e-308);
    assert_false(number_parse("1.8e308", &x));
    assert_false(number_parse("1e-400", &x));
    assert_false(number_parse("", &x));
    assert_false(number_parse("nan", &x));
    assert_false(number_parse("INF", &x));
    assert_false(number_parse("0x1", &x));
    assert_false(number_parse("1d0", &x));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_option_sets_the_defaults_and_no_more),
        cmocka_unit_test(each_kind_of_option_is_read),
        cmocka_unit_test(value_may_be_the_next_word_in_any_order),
        cmocka_unit_test(of_an_option_typed_twice_the_last_counts),
        cmocka_unit_test(help_tells_every_option_with_its_default),
        cmocka_unit_test(help_folds_a_line_whose_left_part_is_too_long),
        cmocka_unit_test(help_alone_leaves_no_option_given),
        cmocka_unit_test(help_beside_a_fault_is_refused),
        cmocka_unit_test(bad_numbers_are_refused),
        cmocka_unit_test(numbers_out_of_range_are_refused),
        cmocka_unit_test(numbers_at_the_ends_of_their_range_are_read),
        cmocka_unit_test(choice_must_be_a_whole_word_of_the_list),
        cmocka_unit_test(empty_file_name_is_refused),
        cmocka_unit_test(empty_word_is_refused),
        cmocka_unit_test(words_that_are_no_options_are_refused),
        cmocka_unit_test(missing_value_is_refused),
        cmocka_unit_test(flag_with_a_value_is_refused),
        cmocka_unit_test(line_end_in_a_value_does_not_break_the_message),
        cmocka_unit_test(what_cannot_be_seen_in_a_value_is_shown),
        cmocka_unit_test(unambiguous_beginning_stands_for_the_option),
        cmocka_unit_test(table_of_32_options_is_read_and_one_of_33_refused),
        cmocka_unit_test(option_is_found_by_its_whole_name),
        cmocka_unit_test(option_typed_often_is_given_once),
        cmocka_unit_test(options_in_conflict_are_named_and_told_why),
        cmocka_unit_test(number_parse_takes_finite_decimals_whole),
    };
    return cmocka_run_group_tests_name("options", tests, NULL, NULL) != 0;
}
