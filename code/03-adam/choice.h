/* choice.h: the options that choose an optimizer, and its constants. */
#pragma once

#include "optimizer.h"
#include "shell/program.h"

typedef struct {
    optimizer by;
    int kind, stage; /* an optimizer_kind, a stage_kind */
    bool inside;     /* epsilon as PyTorch has it */
} choice;

enum { CHOICE_OPTIONS = 6 };

/* Fills in the options that set the choice, which has their defaults after
   they are read: those of Keras. */
void choice_options(choice *c, option own[CHOICE_OPTIONS]);

/* After the options of the program are read, completes the optimizer.
   False, after refusing the program, if they do not go together. */
bool choice_make(choice *c, program *p);
