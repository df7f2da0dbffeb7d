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
    const int weights = IN * UNITS + UNITS * OUTS;
    const int product = IN * UNITS * OUTS;
    part_number(
        "parameters", answer().parameters, COUNT, 4,
        SLIPS({weights, "those are the weights; what else does a unit add "
                        "to its sum?"},
              {COUNT - OUTS, "the hidden units have their biases here; "
                             "have the outputs, too?"},
              {weights + OUTS, "that has fewer biases than there are sums; "
                               "which units add up a sum of their own?"},
              {weights + 1, "that has fewer biases than there are sums; "
                            "which units add up a sum of their own?"},
              {COUNT + IN, "does an input add anything up? Only a unit "
                           "that adds up has a bias"},
              {product, "the two matrices of weights lie side by side; are "
                        "their sizes multiplied, or added?"},
              {product + UNITS + OUTS,
               "the biases are there; are the sizes of the two matrices "
               "multiplied, or added?"},
              {UNITS + OUTS, "those are the biases; how many links lead "
                             "from layer to layer, each with a weight?"},
              {IN + UNITS + OUTS, "those are the units; what stands on the "
                                  "links between them, and in their sums?"},
              {IN * UNITS + UNITS, "that is one layer of two; what leads "
                                   "on from the hidden units?"},
              {UNITS * OUTS + OUTS, "that is one layer of two; what leads "
                                    "into the hidden units?"},
              {PARAMETERS, "that is the network of the chapter; this one "
                           "has other layers"},
              {COUNT * SAMPLES, "has each row of the batch parameters of "
                                "its own, or do they share them?"}));
}

static void exponentials(void)
{
    const int links = IN * UNITS + UNITS * OUTS;
    const wide zero = {.all = {0.0}};
    uses = 0;
    outputs(&zero, counted_sigmoid, SAMPLES);
    part_number(
        "exponentials", answer().exponentials, uses, 4,
        SLIPS({UNITS + OUTS, "that is the count for one row; how many "
                             "rows has the batch?"},
              {UNITS * SAMPLES, "those are the hidden units'; what do the "
                                "outputs do with their sums?"},
              {OUTS * SAMPLES, "those are the outputs'; what do the hidden "
                               "units do with their sums?"},
              {(UNITS + 1) * SAMPLES, "how many outputs has this network, "
                                      "each with a sum of its own?"},
              {(IN + UNITS + OUTS) * SAMPLES,
               "the inputs are counted, too; do they go through a "
               "sigmoid?"},
              {IN * SAMPLES, "those are the inputs; which units apply a "
                             "sigmoid?"},
              {links * SAMPLES,
               "that is one for each weight; does a sigmoid take each "
               "product, or a unit's whole sum?"},
              {links, "that is one for each weight; does a sigmoid take "
                      "each product, or a unit's whole sum?"},
              {COUNT * SAMPLES, "that is one for each parameter; of what "
                                "does a unit take its sigmoid?"},
              {COUNT, "that is one for each parameter; of what does a unit "
                      "take its sigmoid?"},
              {SAMPLES, "that is one for each row; how many units does a "
                        "row pass through?"},
              {2 * uses,
               "is the way back counted, too? A slope comes from "
               "the sigmoid's output; asked is the way forward"}));
}

static void paths_of_a_weight(void)
{
    const int of_all_weights = IN * UNITS * OUTS;
    const char *into_one = "one weight leads into one hidden unit; do the "
                           "other units see it at all?";
    part_number(
        "paths_row", answer().paths_row, paths(1), 4,
        SLIPS({1.0, "the weight leads into one hidden unit; how many "
                    "units does that one hand its h on to?"},
              {UNITS, into_one}, {UNITS * OUTS, into_one},
              {UNITS + OUTS, into_one}, {UNITS + 1, into_one},
              {of_all_weights, "those are the paths from all the inputs; "
                               "asked are those from one weight"},
              {SAMPLES, "a row has its own loss; how do the other rows of "
                        "the batch come into it?"},
              {paths(SAMPLES), "that is the count for the whole batch; "
                               "here one row is asked for"}));
    part_number(
        "paths_batch", answer().paths_batch, paths(SAMPLES), 4,
        SLIPS({paths(1), "that is the count for one row; where else is the "
                         "same weight at work?"},
              {paths(1) + SAMPLES, "are the paths of a row counted again "
                                   "in each row, or only once?"},
              {SAMPLES, "that is one path in each row; is there no other "
                        "way from the hidden unit to the loss?"},
              {UNITS * SAMPLES, into_one},
              {UNITS * OUTS * SAMPLES, into_one},
              {of_all_weights * SAMPLES,
               "those are the paths from all the inputs; asked are those "
               "from one weight"}));
}

static void passes_for_a_gradient(void)
{
    straight_network s = all_ones(SAMPLES);
    passes = 0;
    for (int k = 0; k < COUNT; k++)
        central_difference(outputs_of, &s, &s.net.all[k], 0.5);
    const char *all_rows = "a forward pass of the batch takes all its rows "
                           "along; is it counted once?";
    part_number(
        "passes", answer().passes, passes, 4,
        SLIPS({COUNT, "how often does a central difference look at the "
                      "loss, for each parameter?"},
              {COUNT + 1, "that is the count for one-sided differences; "
                          "where does a central one look?"},
              {passes + 1, "is the place between its nudges a part of a "
                           "central difference?"},
              {3 * COUNT, "is the place between its nudges a part of a "
                          "central difference?"},
              {1.0, "that is what the backward pass needs; what does a "
                    "central difference nudge, and how often?"},
              {2.0, "that is enough for one parameter; can the others be "
                    "nudged with it?"},
              {2 * (COUNT - UNITS - OUTS), "are the weights nudged and the "
                                           "biases not? A gradient has a "
                                           "number for each"},
              {passes * SAMPLES, all_rows}, {COUNT * SAMPLES, all_rows},
              {2 * SAMPLES, "that is one parameter, and each row by "
                            "itself; what is nudged, and how many are "
                            "there?"},
              {passes * SAMPLES * (UNITS + OUTS),
               "those are exponentials; asked are forward "
               "passes of the batch"}));
}

const check checks[] = {size_of_it, exponentials, paths_of_a_weight,
                        passes_for_a_gradient, NULL};
