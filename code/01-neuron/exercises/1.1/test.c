/* The checks of exercise 1.1; the chapter's neuron does the same pass. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

#include <math.h>

static const neuron n = {.w = -1.0, .b = 3.0};
static const sample s = {.x = 2.0, .y = 0.0};

/* The sigmoid, under a name that an answer may not have taken. */
static double logistic(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double slope_from_output(double a)
{
    return a * (1.0 - a);
}

static void forward(void)
{
    const neuron_pass f = neuron_forward(&n, &s);
    const one_pass a = answer();
    part_number(
        "z", a.z, f.z, 4,
        SLIPS({n.w * s.x, "the bias is left out"},
              {n.w * s.x - n.b, "the bias is subtracted; it is added"},
              {-n.w * s.x + n.b, "the weight has a sign of its own; what "
                                 "becomes of it in the product?"},
              {n.w + s.x + n.b, "all three are added; two of them are to "
                                "be multiplied first"},
              {n.w * n.b + s.x, "the wrong two are multiplied; which "
                                "number waits for the input?"}));
    part_number(
        "yhat", a.yhat, f.yhat, 4,
        SLIPS({logistic(-f.z), "look at the sign in the exponent of the "
                               "sigmoid"},
              {exp(-f.z), "that is the exponential alone; it is a part of "
                          "the sigmoid's denominator"},
              {1.0 + exp(-f.z), "that is the sigmoid's denominator; what "
                                "is divided by it?"},
              {f.z, "that is z again; it has yet to pass through the "
                    "sigmoid"},
              {tanh(f.z), "that is tanh, another curve; this neuron has "
                          "the sigmoid"}));
    part_number(
        "L", a.L, f.loss, 4,
        SLIPS({2.0 * f.loss, "the factor in front of the square is left "
                             "out"},
              {0.5 * f.yhat, "the error is not squared"},
              {f.yhat, "that is the error, neither squared nor halved"},
              {0.5 * f.loss, "the half is squared along; does it stand "
                             "inside the square?"},
              {0.0, "no loss would mean no error; in C a whole number by "
                    "a larger one is nothing"},
              {-log(1.0 - f.yhat), "that is another loss, with a "
                                   "logarithm; this one is a square"}));
}

static void local_slopes(void)
{
    const neuron_pass f = neuron_forward(&n, &s);
    const slopes d = neuron_backward(&s, &f);
    const one_pass a = answer();
    part_number(
        "dL_dyhat", a.dL_dyhat, d.dL_dyhat, 4,
        SLIPS({-d.dL_dyhat, "the sign is turned over; which of the two is "
                            "subtracted from the other?"},
              {2.0 * d.dL_dyhat, "the factor in front of the square is "
                                 "left out"},
              {0.5 * d.dL_dyhat, "the half meets another factor when the "
                                 "square is differentiated; which?"},
              {f.loss, "this is the loss, not its slope"}));
    part_number(
        "dyhat_dz", a.dyhat_dz, d.dyhat_dz, 4,
        SLIPS({slope_from_output(f.z),
               "that slope was worked out from z; the formula wants the "
               "output"},
              {slope_from_output(logistic(f.yhat)),
               "the output went through the sigmoid once more"},
              {1.0 - f.yhat, "one factor of the two is left out"},
              {f.yhat * f.yhat, "one factor is the output; is the other "
                                "one the output, too?"},
              {-d.dyhat_dz, "the sigmoid never falls; can its slope be "
                            "negative?"},
              {0.25, "that is the slope at its steepest place; where on "
                     "the curve is this neuron?"},
              {1.0 - f.yhat * f.yhat, "that is the slope of tanh; this "
                                      "neuron has the sigmoid"}));
}

static void gradient(void)
{
    const neuron_pass f = neuron_forward(&n, &s);
    const slopes d = neuron_backward(&s, &f);
    const one_pass a = answer();
    part_number(
        "dL_dw", a.dL_dw, d.dL_dw, 4,
        SLIPS({-d.dL_dw, "the size is right; does the loss rise or fall "
                         "as w is turned up here?"},
              {d.dL_dyhat * s.x, "the slope of the sigmoid is left out; "
                                 "the path from L to w crosses it"},
              {d.dyhat_dz * s.x, "this is how yhat moves with w; the last "
                                 "link, from yhat to L, is left out"},
              {f.loss * d.dyhat_dz * s.x, "the loss itself is no factor "
                                          "of its slope; what is?"},
              {d.dL_dz, "w reaches z through the input; that factor is "
                        "left out"},
              {d.dL_dz * n.w, "the last factor is how z moves with w, and "
                              "is not w"},
              {d.dL_dz * n.b, "the bias is added to w x; does it change "
                              "how z moves with w?"},
              {d.dL_dz * s.y, "the target is no factor of its own; what "
                              "is w multiplied by in z?"}));
    part_number(
        "dL_db", a.dL_db, d.dL_db, 4,
        SLIPS({-d.dL_db, "the size is right; does the loss rise or fall "
                         "as b is turned up here?"},
              {d.dL_dyhat, "the slope of the sigmoid is left out; the "
                           "path from L to b crosses it, too"},
              {d.dyhat_dz, "this is how yhat moves with b; the last link, "
                           "from yhat to L, is left out"},
              {d.dL_dw, "nothing multiplies b on its way into z"},
              {d.dL_dz * n.b, "b itself is no factor; how much does z "
                              "move when b does?"},
              {0.0, "b is the number that is nudged here, and no constant; "
                    "z moves with it"}));
}

const check checks[] = {forward, local_slopes, gradient, NULL};
