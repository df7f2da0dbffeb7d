/* main.c: the program of chapter 1. It trains one neuron on one sample, or
   with --data on the four rows of a logic gate, and reports. */
#include "gate_run.h"
#include "sample.h"

static const option_conflict conflicts[] = {
    {"data", "x", "brings its own inputs and targets"},
    {"data", "y", "brings its own inputs and targets"},
};

int main(int argc, char *argv[])
{
    program p = {.name = "01-neuron",
                 .purpose =
                     "train one neuron by the chain rule (chapter 1)",
                 .usual_epochs = "1000",
                 .usual_lr = "0.5"};
    neuron start;
    sample one;
    int data = -1; /* one sample, no table */
    const option own[] = {
        {"w", OPTION_REAL, &start.w, "0.6", NULL,
         "the weight (with --data, both weights)"},
        {"b", OPTION_REAL, &start.b, "-0.2", NULL, "the bias"},
        {"x", OPTION_REAL, &one.x, "1.5", NULL, "the input"},
        {"y", OPTION_REAL, &one.y, "1", NULL, "the target"},
        {"data", OPTION_CHOICE, &data, NULL, gate_words,
         "two inputs and four rows in place of one sample"},
    };
    const bool done =
        program_read(&p, own, sizeof own / sizeof own[0], conflicts,
                     sizeof conflicts / sizeof conflicts[0], argc, argv) &&
        program_open(&p) &&
        (data < 0 ? sample_run(start, one, &p)
                  : gate_run((gate){start.w, start.w, start.b},
                             (gate_kind)data, &p));
    return program_end(&p, done);
}
