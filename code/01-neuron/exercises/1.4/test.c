/* The checks of exercise 1.4. The slope of the slope is found by nudging,
   not by the formula that the reader is to derive. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "workbook.h"

#include <math.h>

static const double a = 0.9;

static double slope_at(const void *state)
{
    const double *z = state;
    return sigmoid_prime_from_output(sigmoid(*z));
}

static void first_derivative(void)
{
    const double right = sigmoid_prime_from_output(a);
    part_number(
        "first", answer().first, right, 4,
        SLIPS({sigmoid_prime_from_output(sigmoid(a)),
               "the output went through the sigmoid once more"},
              {-right, "the sigmoid never falls; the exponent -z brings a "
                       "sign of its own"},
              {a * a, "one factor is a; is the other one a, too?"}));
}

static void second_derivative(void)
{
    double z = log(a / (1.0 - a));
    const double right = central_difference(slope_at, &z, &z, 1e-4).slope;
    part_number(
        "second", answer().second, right, 4,
        SLIPS(
            {1.0 - 2.0 * a, "that is the slope by a; by z, one more factor "
                            "is due (chain rule)"},
            {-right, "the size is right and the sign is not: does the "
                     "slope rise or fall as z grows here?"},
            {a * (1.0 - a) * (1.0 - a), "the product rule gives two terms; "
                                        "one is missing"},
            {-a * a * (1.0 - a), "the product rule gives two terms; one "
                                 "is missing"}));
}

static void steepest_place(void)
{
    part_number("steepest", answer().steepest, 0.0, 4,
                SLIPS({0.5, "that is the output there; asked is z"},
                      {0.25, "that is how steep it is there; asked is z"}));
}

const check checks[] = {first_derivative, second_derivative, steepest_place,
                        NULL};
