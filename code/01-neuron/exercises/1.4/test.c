/* The checks of exercise 1.4. The slope of the slope is found by nudging,
   not by the formula that the reader is to derive. */
#include "answer.h"

#include "01-neuron/check.h"
#include "workbook.h"

#include <math.h>

static const double a = 0.9;

/* The sigmoid, under a name that an answer may not have taken. */
static double logistic(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double slope_from_output(double output)
{
    return output * (1.0 - output);
}

static double slope_at(const void *state)
{
    const double *z = state;
    return slope_from_output(logistic(*z));
}

static void first_derivative(void)
{
    const double right = slope_from_output(a);
    part_number(
        "first", answer().first, right, 4,
        SLIPS({slope_from_output(logistic(a)),
               "the output went through the sigmoid once more"},
              {-right, "the sigmoid never falls; the exponent -z brings a "
                       "sign of its own"},
              {a * a, "one factor is a; is the other one a, too?"},
              {1.0 - a, "a factor is lost; which power of u is left when "
                        "u^-1 is differentiated?"},
              {(1.0 - a) / a, "that is e^-z in terms of a; it is a part "
                              "of the slope"},
              {(1.0 - a) * (1.0 - a), "one factor is squared and the other "
                                      "lost; put e^-z in once more"},
              {a * (1.0 + a), "look for a sign where e^-z is put in terms "
                              "of a"},
              {1.0 - a * a, "that is the slope of tanh; begin from the "
                            "formula of the sigmoid"}));
}

static void second_derivative(void)
{
    double z = log(a / (1.0 - a));
    const double right = central_difference(slope_at, &z, &z, 1e-4).slope;
    const double first = slope_from_output(a);
    part_number(
        "second", answer().second, right, 4,
        SLIPS(
            {1.0 - 2.0 * a, "that is the slope by a; by z, one more factor "
                            "is due (chain rule)"},
            {-right, "the size is right and the sign is not: does the "
                     "slope rise or fall as z grows here?"},
            {a * (1.0 - a) * (1.0 - a), "the product rule gives two terms; "
                                        "the second is missing"},
            {-a * a * (1.0 - a), "the product rule gives two terms; the "
                                 "first is missing"},
            {first * (1.0 + 2.0 * a), "a sign is lost in the product rule; "
                                      "how does the falling factor count?"},
            {first, "the two terms of the product rule add up to less; "
                    "what is the inner derivative of the falling one?"},
            {-2.0 * a * first, "a term is lost; differentiate a and its "
                               "square one after the other"},
            {-2.0 * a, "two things are lost: a term of the slope by a, and "
                       "the chain rule from a to z"},
            {first * first, "that is the slope squared; asked is the slope "
                            "of the slope"},
            {slope_from_output(first), "the slope went through its own "
                                       "formula; that holds for sigma, not "
                                       "for sigma'"}));
}

static void steepest_place(void)
{
    if (isinf(answer().steepest))
        suspect("steepest: far out the sigmoid is level, on either side; "
                "where between is it steepest?");
    part_number(
        "steepest", answer().steepest, 0.0, 4,
        SLIPS({0.5, "that is the output there; asked is z"},
              {0.25, "that is how steep it is there; asked is z"},
              {log(a / (1.0 - a)), "that is the place of (1) and (2); is "
                                   "the slope of the slope flat there?"},
              {1.0, "the output never gets there, and asked is z; for "
                    "which outputs does sigma'' vanish?"}));
}

const check checks[] = {first_derivative, second_derivative, steepest_place,
                        NULL};
