/* The checks of exercise 2.1. They build the network and count. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "02-network/network.h"
#include "workbook.h"

enum { IN = 4, UNITS = 5, OUTS = 2, SAMPLES = 8 };

/* The parameters of a network of this shape. */
#define COUNT_OF(in, units, outs)                                          \
    ((in) * (units) + (units) + (units) * (outs) + (outs))

_Static_assert(COUNT_OF(INPUTS, HIDDEN, 1) == PARAMETERS,
               "the chapter's network is counted in the same way");

enum { COUNT = COUNT_OF(IN, UNITS, OUTS) };

typedef union {
    struct {
        double W1[IN][UNITS], b1[UNITS], W2[UNITS][OUTS], b2[OUTS];
    };
    double all[COUNT];
} wide;

/* An activation that counts its uses. */
static int uses;

static double counted_sigmoid(double z)
{
    uses++;
    return sigmoid(z);
}

static double straight(double z)
{
    uses++;
    return z;
}

/* The sum of the outputs over so many rows whose inputs are all 1. */
static double outputs(const wide *net, double (*activation)(double),
                      int rows)
{
    double sum = 0.0;
    for (int n = 0; n < rows; n++) {
        double h[UNITS];
        for (int j = 0; j < UNITS; j++) {
            double z1 = net->b1[j];
            for (int i = 0; i < IN; i++)
                z1 += net->W1[i][j];
            h[j] = activation(z1);
        }
        for (int k = 0; k < OUTS; k++) {
            double z2 = net->b2[k];
            for (int j = 0; j < UNITS; j++)
                z2 += h[j] * net->W2[j][k];
            sum += activation(z2);
        }
    }
    return sum;
}

/* Where each link has slope 1, each path does, and a slope counts them. */
typedef struct {
    wide net;
    int rows;
} straight_network;

static straight_network all_ones(int rows)
{
    straight_network s = {.rows = rows};
    for (int k = 0; k < COUNT; k++)
        s.net.all[k] = 1.0;
    return s;
}

static int passes;

static double outputs_of(const void *state)
{
    const straight_network *s = state;
    passes++;
    return outputs(&s->net, straight, s->rows);
}

static double paths(int rows)
{
    straight_network s = all_ones(rows);
    return central_difference(outputs_of, &s, &s.net.W1[0][0], 0.5).slope;
}

static void size_of_it(void)
{
    part_number(
        "parameters", answer().parameters, COUNT, 4,
        SLIPS({IN * UNITS + UNITS * OUTS,
               "each hidden unit and each output has a bias, too"},
              {COUNT - OUTS, "the biases of the outputs are left out"},
              {COUNT - UNITS, "the biases of the hidden units are left "
                              "out"},
              {COUNT + IN, "an input is a given number; it has no bias"},
              {IN * UNITS * OUTS, "the two matrices of weights follow one "
                                  "another; their sizes are added"},
              {IN + UNITS + OUTS, "those are the units; the parameters "
                                  "are on the links between them, and in "
                                  "the biases"},
              {COUNT * SAMPLES, "all the rows share the same "
                                "parameters"}));
}

static void exponentials(void)
{
    const wide zero = {.all = {0.0}};
    uses = 0;
    outputs(&zero, counted_sigmoid, SAMPLES);
    part_number(
        "exponentials", answer().exponentials, uses, 4,
        SLIPS({UNITS + OUTS, "those are for one row; the batch has more"},
              {UNITS * SAMPLES, "the outputs have a sigmoid, too"},
              {OUTS * SAMPLES, "the hidden units have a sigmoid, too"},
              {(IN + UNITS + OUTS) * SAMPLES,
               "the inputs go into the sums as they are, through no "
               "sigmoid"},
              {(IN * UNITS + UNITS * OUTS) * SAMPLES,
               "a unit takes its sigmoid once, of its whole sum"},
              {COUNT * SAMPLES,
               "a unit takes its sigmoid once, of its whole sum"}));
}

static void paths_of_a_weight(void)
{
    part_number(
        "paths_row", answer().paths_row, paths(1), 4,
        SLIPS({1.0, "the weight leads into one hidden unit; how many "
                    "units does that one hand its h on to?"},
              {UNITS, "the weight leads into one hidden unit, and not "
                      "into the others"},
              {UNITS * OUTS, "the weight leads into one hidden unit, and "
                             "not into the others"}));
    part_number(
        "paths_batch", answer().paths_batch, paths(SAMPLES), 4,
        SLIPS({paths(1), "that is one row; the same weight is at work in "
                         "every row"},
              {SAMPLES, "that is one path in each row; is there no "
                        "other?"}));
}

static void passes_for_a_gradient(void)
{
    straight_network s = all_ones(SAMPLES);
    passes = 0;
    for (int k = 0; k < COUNT; k++)
        central_difference(outputs_of, &s, &s.net.all[k], 0.5);
    part_number(
        "passes", answer().passes, passes, 4,
        SLIPS({COUNT, "a central difference looks at both sides of each "
                      "parameter"},
              {COUNT + 1, "that is the count for one-sided differences"},
              {passes + 1, "the place between its two nudges is no part "
                           "of a central difference"},
              {2.0, "each parameter needs nudges of its own"},
              {passes * SAMPLES, "one forward pass of the batch takes all "
                                 "the rows; count it once"}));
}

const check checks[] = {size_of_it, exponentials, paths_of_a_weight,
                        passes_for_a_gradient, NULL};
