#include "choice.h"
#include "plumbing/messages.h"

#include <string.h>

void choice_options(choice *c, option own[CHOICE_OPTIONS])
{
    const option all[CHOICE_OPTIONS] = {
        {"optimizer", OPTION_CHOICE, &c->kind, "adam", optimizer_words,
         "plain steps, or Adam's, whose averages --save leaves out"},
        {"stage", OPTION_CHOICE, &c->stage, "adam", stage_words,
         "how much of Adam, as the chapter builds it"},
        {"beta1", OPTION_FRACTION, &c->by.beta1, "0.9", NULL,
         "how much of Adam's m is kept"},
        {"beta2", OPTION_FRACTION, &c->by.beta2, "0.999", NULL,
         "how much of Adam's v is kept"},
        {"epsilon", OPTION_NOT_NEGATIVE, &c->by.epsilon, "1e-7", NULL,
         "added to the root of v"},
        {"epsilon-inside", OPTION_FLAG, &c->inside, NULL, NULL,
         "add it to the root of the corrected v"},
    };
    *c = (choice){.kind = OPTIMIZER_ADAM};
    memcpy(own, all, sizeof all);
}

bool choice_make(choice *c, program *p)
{
    static const optimizer_step stages[] = {momentum_step, rms_step,
                                            uncorrected_step, adam_step};
    /* What plain steps do not have is refused with them. */
    static const char *const of_adam[] = {"stage", "beta1", "beta2",
                                          "epsilon", "epsilon-inside"};
    for (size_t i = 0; i < sizeof of_adam / sizeof of_adam[0]; i++)
        if (c->kind != OPTIMIZER_ADAM &&
            option_given(of_adam[i], p->given)) {
            complain("--%s: --optimizer gd has none", of_adam[i]);
            return program_refuse(p);
        }
    if (c->inside && c->stage != STAGE_ADAM) {
        complain("--epsilon-inside: only the last stage has it");
        return program_refuse(p);
    }
    c->by.lr = p->lr;
    c->by.step = c->kind == OPTIMIZER_GD ? gd_step
                 : c->inside             ? adam_step_inside
                                         : stages[c->stage];
    return true;
}
