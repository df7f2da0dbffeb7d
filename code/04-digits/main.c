/* main.c: the program of chapter 4. It trains a network of any depth on
   handwritten digits, or trains many, or asks the nearest neighbour. */
#include "03-adam/choice.h"
#include "digits_file.h"
#include "many_trainings.h"
#include "mlp_file.h"
#include "nearest_run.h"
#include "one_training.h"
#include "plumbing/messages.h"

#include <stdlib.h>
#include <string.h>

static const option_conflict conflicts[] = {
    {"params", "hidden", "brings its own shape"},
    {"params", "init", "brings its own start"},
    {"starts", "params", "draws its own starts"},
    {"starts", "save", "trains many networks and keeps none"},
    {"starts", "trace", "trains many networks and keeps none"},
    {"starts", "confusion", "trains many networks and keeps none"},
    {"starts", "draw", "trains many networks and keeps none"},
    {"starts", "check", "does not stop to check"},
};

/* What the nearest neighbour takes goes with --nearest. */
static bool nearest_agrees(const program *p)
{
    static const char *const taken[] = {"nearest", "data",  "split", "seed",
                                        "values",  "quiet", NULL};
    for (int i = 0; p->given[i] != NULL; i++)
        if (!option_given(p->given[i], taken))
            return complain("--%s: --nearest trains no network",
                            p->given[i]);
    return true;
}

/* Reads the units of the layers: "none", or as in "64,32", between the
   inputs and the outputs. */
static bool units_read(const char *text, digits_plan *plan)
{
    const char *next = strcmp(text, "none") == 0 ? NULL : text;
    plan->depth = 0;
    plan->units[0] = PIXELS;
    while (next != NULL) {
        char *end;
        const unsigned long units = strtoul(next, &end, 10);
        if (strspn(next, "0123456789") == 0 || units < 1 ||
            units > MLP_UNITS_MOST || (*end != ',' && *end != '\0') ||
            plan->depth + 2 > DEPTH_MOST)
            return complain(
                "--hidden: expected none, or at most %d whole numbers "
                "from 1 to %d with commas between, got \"%s\"",
                DEPTH_MOST - 1, MLP_UNITS_MOST, text);
        plan->units[++plan->depth] = (int)units;
        next = *end == ',' ? end + 1 : NULL;
    }
    plan->units[++plan->depth] = CLASSES;
    return mlp_fits("--hidden", plan->depth, plan->units);
}

/* Has the seed an effect? */
static bool seed_counts(const program *p, const digits_plan *plan,
                        bool draws)
{
    return draws || plan->shuffled || plan->split == SPLIT_SHUFFLED ||
           !option_given("seed", p->given) ||
           complain("--seed: nothing here is drawn");
}

int main(int argc, char *argv[])
{
    static const activation *const activations[] = {
        &sigmoid_units, &tanh_units, &relu_units};
    program p = {.name = "04-digits",
                 .purpose =
                     "a network of any depth reads digits (chapter 4)",
                 .usual_epochs = "40",
                 .usual_lr = "0.01"};
    dataset data = digits;
    digits_plan plan = {.depth = 0};
    wanted report = {.draw = 0};
    choice c;
    const char *hidden;
    int activation_kind, init, split_by, order;
    long batch, starts = 0;
    bool nearest = false;
    enum { OWN = 14 };
    option own[OWN + CHOICE_OPTIONS] = {
        {"hidden", OPTION_TEXT, &hidden, "32", NULL,
         "units of each hidden layer, such as 64,32, or none"},
        {"activation", OPTION_CHOICE, &activation_kind, "sigmoid",
         "sigmoid|tanh|relu", "what hidden units make of their sum"},
        {"init", OPTION_CHOICE, &init, "glorot", mlp_init_words,
         "how a start is drawn"},
        {"batch", OPTION_NUMBER_OF, &batch, "32", NULL,
         "how many rows a step takes"},
        {"seed", OPTION_SEED, &plan.seed, "1", NULL,
         "which start, order and shuffled split"},
        {"split", OPTION_CHOICE, &split_by, "file", split_words,
         "which rows are kept to test: the last, or any"},
        {"order", OPTION_CHOICE, &order, "shuffled", split_words,
         "of the rows within an epoch"},
        {"data", OPTION_FILE, &p.data, NULL, NULL,
         "other digits, in lines of 64 pixels and the digit"},
        {"starts", OPTION_NUMBER_OF, &starts, NULL, NULL,
         "train so many starts, and tell how they do"},
        {"params", OPTION_FILE, &p.params, NULL, NULL,
         "begin from these parameters, in their shape"},
        {"save", OPTION_FILE, &p.save_name, NULL, NULL,
         "write the last parameters"},
        {"confusion", OPTION_FLAG, &report.confusion, NULL, NULL,
         "tell which digit was taken for which"},
        {"draw", OPTION_NUMBER_OF, &report.draw, NULL, NULL,
         "draw this row, with its ten probabilities"},
        {"nearest", OPTION_FLAG, &nearest, NULL, NULL,
         "train nothing: ask the nearest neighbour"},
    };
    choice_options(&c, own + OWN);
    bool done =
        program_read(&p, own, sizeof own / sizeof own[0], conflicts,
                     sizeof conflicts / sizeof conflicts[0], argc, argv) &&
        choice_make(&c, &p);
    mlp net = {.all = NULL};
    if (done) {
        plan.by = c.by;
        plan.hidden = *activations[activation_kind];
        plan.init = (mlp_init)init;
        plan.split = (split_kind)split_by;
        plan.shuffled = order == SPLIT_SHUFFLED && !nearest;
        plan.batch = (size_t)batch;
        done = ((!nearest || nearest_agrees(&p)) &&
                units_read(hidden, &plan) &&
                seed_counts(&p, &plan, p.params == NULL && !nearest) &&
                (p.data == NULL || dataset_read(&data, p.data)) &&
                (p.params == NULL ||
                 mlp_read(&net, p.params, PIXELS, CLASSES, plan.hidden)) &&
                (report.draw <= data.rows ||
                 complain("--draw: expected a row from 1 to %d, got %ld",
                          data.rows, report.draw))) ||
               program_refuse(&p);
    }
    plan.data = &data;
    done = done && program_open(&p);
    if (done && starts > 0) {
        done = many_trainings_run(&plan, starts, &p);
    } else if (done && nearest) {
        done = nearest_run(plan.split, &data, plan.seed, &p);
    } else if (done) {
        digits_run r;
        done = digits_run_begin(&r, &plan, plan.seed,
                                net.all != NULL ? &net : NULL) &&
               one_training_run(&r.t, &r.s, &report, &p);
        digits_run_free(&r);
        net.all = NULL; /* the run had it */
    }
    mlp_free(&net);
    dataset_free(&data);
    return program_end(&p, done);
}
