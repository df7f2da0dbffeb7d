/* main.c: the program of chapter 3. It is chapter 2's experiment with
   another start, another loss and another optimizer: what Keras does. */
#include "02-network/experiment.h"
#include "fit.h"
#include "plumbing/messages.h"

static const option_conflict conflicts[] = {
    {"params", "seed", "brings its own start"},
};

/* What only Adam has: refused where it would have no effect. */
static const char *const of_adam[] = {"stage", "beta1", "beta2", "epsilon",
                                      "epsilon-inside"};
enum { OF_ADAM = sizeof of_adam / sizeof of_adam[0] };

/* Do the choices go together? */
static bool choices_agree(program *p, int kind, int stage, bool inside)
{
    for (int i = 0; kind != OPTIMIZER_ADAM && i < OF_ADAM; i++)
        if (option_given(of_adam[i], p->given)) {
            complain("--%s: --optimizer gd has none", of_adam[i]);
            return program_refuse(p);
        }
    if (inside && stage != STAGE_ADAM) {
        complain("--epsilon-inside: only the last stage has it");
        return program_refuse(p);
    }
    return true;
}

int main(int argc, char *argv[])
{
    static const optimizer_step stages[] = {momentum_step, rms_step,
                                            uncorrected_step, adam_step};
    experiment e = {
        .program = {.name = "03-adam",
                    .purpose =
                        "the same network learns as in Keras (chapter 3)",
                    .usual_epochs = "2000",
                    .usual_lr = "0.001"},
        .usual_init = "glorot"};
    fit f = fit_keras();
    optimizer *const o = &f.optimizer;
    int loss = LOSS_BCE, kind = OPTIMIZER_ADAM, stage = STAGE_ADAM;
    bool inside = false;
    const option own[] = {
        {"loss", OPTION_CHOICE, &loss, "bce", loss_words,
         "half the sum of squares, or mean cross-entropy"},
        {"optimizer", OPTION_CHOICE, &kind, "adam", optimizer_words,
         "plain steps, or Adam's, whose averages --save leaves out"},
        {"stage", OPTION_CHOICE, &stage, "adam", stage_words,
         "how much of Adam, as the chapter builds it"},
        {"beta1", OPTION_FRACTION, &o->beta1, "0.9", NULL,
         "how much of Adam's m is kept"},
        {"beta2", OPTION_FRACTION, &o->beta2, "0.999", NULL,
         "how much of Adam's v is kept"},
        {"epsilon", OPTION_NOT_NEGATIVE, &o->epsilon, "1e-7", NULL,
         "added to the root of v"},
        {"epsilon-inside", OPTION_FLAG, &inside, NULL, NULL,
         "add it to the root of the corrected v"},
    };
    bool done = experiment_read(
                    &e, own, sizeof own / sizeof own[0], conflicts,
                    sizeof conflicts / sizeof conflicts[0], argc, argv) &&
                choices_agree(&e.program, kind, stage, inside);
    f.loss = (loss_kind)loss;
    o->lr = e.program.lr;
    o->step = kind == OPTIMIZER_GD ? gd_step
              : inside             ? adam_step_inside
                                   : stages[stage];
    const trainer by = fit_trainer(&f);
    done = done && experiment_run(&e, &by);
    return program_end(&e.program, done);
}
