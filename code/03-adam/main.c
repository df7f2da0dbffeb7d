/* main.c: the program of chapter 3. It is chapter 2's experiment with
   another start, another loss and another optimizer: what Keras does. */
#include "02-network/experiment.h"
#include "choice.h"
#include "fit.h"

static const option_conflict conflicts[] = {
    {"params", "seed", "brings its own start"},
};

int main(int argc, char *argv[])
{
    experiment e = {
        .program = {.name = "03-adam",
                    .purpose =
                        "the same network learns as in Keras (chapter 3)",
                    .usual_epochs = "2000",
                    .usual_lr = "0.001"},
        .usual_init = "glorot"};
    int loss = LOSS_BCE;
    choice c;
    option own[1 + CHOICE_OPTIONS] = {
        {"loss", OPTION_CHOICE, &loss, "bce", loss_words,
         "half the sum of squares, or mean cross-entropy"},
    };
    choice_options(&c, own + 1);
    bool done = experiment_read(
                    &e, own, sizeof own / sizeof own[0], conflicts,
                    sizeof conflicts / sizeof conflicts[0], argc, argv) &&
                choice_make(&c, &e.program);
    const fit f = {.loss = (loss_kind)loss, .optimizer = c.by};
    const trainer by = fit_trainer(&f);
    done = done && experiment_run(&e, &by);
    return program_end(&e.program, done);
}
