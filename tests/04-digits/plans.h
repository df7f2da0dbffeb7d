/* plans.h: for the suites of this room, plans of trainings on few digits. */
#pragma once

#include "04-digits/digits_run.h"
#include "running.h"

#include <stdlib.h>

/* Of the first so many digits, which stand in the suite's d, a small network
   that Adam trains quickly. */
static inline digits_plan plan_of(dataset *d, int rows)
{
    *d = (dataset){rows, digits.numbers};
    return (digits_plan){.data = d,
                         .split = SPLIT_FILE,
                         .depth = 2,
                         .units = {PIXELS, 6, CLASSES},
                         .hidden = sigmoid_units,
                         .init = MLP_GLOROT,
                         .by = {adam_step, 0.03, 0.9, 0.999, 1e-7},
                         .batch = 16};
}

/* The number of this name in v.values. */
static inline double value_of(const char *name)
{
    char line[64];
    snprintf(line, sizeof line, "\n%s = ", name);
    static char text[64 * 1024 + 2];
    snprintf(text, sizeof text, "\n%s", file_text("v.values"));
    assert_holds(text, line);
    return strtod(strstr(text, line) + strlen(line), NULL);
}
