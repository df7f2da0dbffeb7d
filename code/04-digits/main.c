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
    {"nearest", "hidden", "has no network"},
    {"nearest", "activation", "has no network"},
    {"nearest", "init", "has no network"},
    {"nearest", "params", "has no network"},
    {"nearest", "save", "has no network"},
    {"nearest", "draw", "has no network"},
    {"nearest", "confusion", "has no network"},
    {"nearest", "check", "has no derivatives"},
    {"nearest", "epochs", "does not train"},
    {"nearest", "lr", "does not train"},
    {"nearest", "batch", "does not train"},
    {"nearest", "order", "does not train"},
    {"nearest", "optimizer", "does not train"},
    {"nearest", "stage", "does not train"},
    {"nearest", "beta1", "does not train"},
    {"nearest", "beta2", "does not train"},
    {"nearest", "epsilon", "does not train"},
    {"nearest", "epsilon-inside", "does not train"},
    {"nearest", "starts", "does not train"},
    {"nearest", "trace", "does not train"},
};

/* Reads the units of the layers: "none", or as in "64,32", between the
   inputs and the outputs. */
static bool units_read(const char *text, digits_plan *plan)
{
    const char *next = text;
    bool good = true;
    plan->depth = 0;
    plan->units[0] = PIXELS;
    while (good && strcmp(text, "none") != 0 && next != NULL) {
        char *end;
        const bool typed = strspn(next, "0123456789") > 0;
        const unsigned long units = strtoul(next, &end, 10);
        good = typed && units >= 1 && units <= MLP_UNITS_MOST &&
               (*end == ',' || *end == '\0') &&
               plan->depth + 2 <= DEPTH_MOST;
        if (good)
            plan->units[++plan->depth] = (int)units;
        next = *end == ',' ? end + 1 : NULL;
    }
    plan->units[++plan->depth] = CLASSES;
    return good ||
           complain("--hidden: expected none, or at most %d whole numbers "
                    "from 1 to %d with commas between, got \"%s\"",
                    DEPTH_MOST - 1, MLP_UNITS_MOST, text);
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
    const char *hidden, *file = NULL;
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
        {"order", OPTION_CHOICE, &order, "shuffled", "file|shuffled",
         "of the rows within an epoch"},
        {"data", OPTION_FILE, &file, NULL, NULL,
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
        done = (units_read(hidden, &plan) &&
                seed_counts(&p, &plan, p.params == NULL && !nearest) &&
                (file == NULL || dataset_read(&data, file)) &&
                (p.params == NULL ||
                 mlp_read(&net, p.params, PIXELS, CLASSES, plan.hidden)) &&
                (report.draw <= data.rows ||
                 complain("--draw: expected a row from 1 to %d, got %ld",
                          data.rows, report.draw))) ||
               program_refuse(&p);
    }
    plan.data = &data;
    done = done && program_open(&p);
    if (starts > 0) {
        done = done && many_trainings_run(&plan, starts, &p);
    } else if (nearest) {
        done = done && nearest_run(plan.split, &data, plan.seed, &p);
    } else if (done) {
        digits_run r;
        done = digits_run_begin(&r, &plan, plan.seed,
                                net.all != NULL ? &net : NULL) &&
               one_training_run(&r.t, &r.s, &report, &p);
        digits_run_free(&r);
    }
    dataset_free(&data);
    return program_end(&p, done);
}
