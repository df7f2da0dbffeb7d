/* main.c: the program of chapter 2. It trains a 2-3-1 network on XOR by
   gradient descent, or trains many and counts. */
#include "clinic.h"
#include "experiment.h"
#include "mazur.h"
#include "plumbing/messages.h"

static const option_conflict conflicts[] = {
    {"mazur", "seed", "brings its own network"},
    {"mazur", "init", "brings its own network"},
    {"mazur", "method", "brings its own steps"},
    {"mazur", "bug", "brings its own bug"},
    {"mazur", "starts", "brings its own network"},
    {"mazur", "params", "brings its own network"},
    {"mazur", "save", "is for reading only"},
    {"mazur", "check", "is checked by the tests"},
};

/* Has the seed an effect? */
static bool seed_counts(program *p, int method)
{
    if (p->params == NULL || method == METHOD_SHUFFLED ||
        !option_given("seed", p->given))
        return true;
    complain("--seed: --params brings its own start, and only --method "
             "shuffled draws more");
    return program_refuse(p);
}

int main(int argc, char *argv[])
{
    experiment e = {
        .program = {.name = "02-network",
                    .purpose = "a 2-3-1 network learns XOR (chapter 2)",
                    .usual_epochs = "10000",
                    .usual_lr = "0.5"},
        .usual_init = "uniform"};
    int method = METHOD_GD, bug = BUG_NONE;
    bool mazur = false;
    const option own[] = {
        {"method", OPTION_CHOICE, &method, "gd", method_words,
         "a step a batch, a row, or a row in a new order"},
        {"bug", OPTION_CHOICE, &bug, "none", bug_words,
         "a bug of the clinic"},
        {"mazur", OPTION_FLAG, &mazur, NULL, NULL,
         "work Mazur's example in place of XOR"},
    };
    bool done = experiment_read(
                    &e, own, sizeof own / sizeof own[0], conflicts,
                    sizeof conflicts / sizeof conflicts[0], argc, argv) &&
                seed_counts(&e.program, method);
    const descent plain = {(method_kind)method, e.program.lr};
    const bugged_descent wrong = {plain, (bug_kind)bug};
    trainer by = {.loss = half_squares,
                  .loss_text = "half the sum of the squares of yhat - y",
                  .backward = right_backward,
                  .train = descent_train,
                  .how = &plain};
    if (bug != BUG_NONE) {
        by.backward = clinic_backward;
        by.train = clinic_train;
        by.how = &wrong;
    }
    if (mazur)
        done = done && program_open(&e.program) && mazur_run(&e.program);
    else
        done = done && experiment_run(&e, &by);
    return program_end(&e.program, done);
}
