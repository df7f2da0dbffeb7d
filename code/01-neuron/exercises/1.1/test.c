/* The checks of exercise 1.1; the chapter's neuron does the same pass. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

static void each_number_of_the_pass(void)
{
    const neuron n = {.w = -1.0, .b = 3.0};
    const sample s = {.x = 2.0, .y = 0.0};
    const neuron_pass f = neuron_forward(&n, &s);
    const slopes d = neuron_backward(&s, &f);
    const one_pass a = answer();

    part_number(
        "z", a.z, f.z, 4,
        SLIPS({n.w * s.x, "the bias is left out"},
              {n.w * s.x - n.b, "the bias is subtracted; it is added"}));
    part_number("yhat", a.yhat, f.yhat, 4,
                SLIPS({sigmoid(-f.z), "look at the sign in the exponent "
                                      "of the sigmoid"}));
    part_number("L", a.L, f.loss, 4,
                SLIPS({2.0 * f.loss, "the factor in front of the square "
                                     "is left out"},
                      {0.5 * f.yhat, "the error is not squared"}));
    part_number(
        "dL_dyhat", a.dL_dyhat, d.dL_dyhat, 4,
        SLIPS({-d.dL_dyhat, "the sign is turned over; which of the two is "
                            "subtracted from the other?"},
              {2.0 * d.dL_dyhat, "the factor in front of the square is "
                                 "left out"},
              {f.loss, "this is the loss, not its slope"}));
    part_number(
        "dyhat_dz", a.dyhat_dz, d.dyhat_dz, 4,
        SLIPS({sigmoid_prime_from_output(f.z),
               "that slope was worked out from z; the formula wants the "
               "output"},
              {sigmoid_prime_from_output(sigmoid(f.yhat)),
               "the output went through the sigmoid once more"}));
    part_number(
        "dL_dw", a.dL_dw, d.dL_dw, 4,
        SLIPS({d.dL_dyhat * s.x, "the slope of the sigmoid is left out; "
                                 "the path from L to w crosses it"},
              {d.dL_dz, "w reaches z through the input; that factor is "
                        "left out"},
              {d.dL_dz * n.w, "the last factor is how z moves with w, and "
                              "is not w"}));
    part_number(
        "dL_db", a.dL_db, d.dL_db, 4,
        SLIPS({d.dL_dyhat, "the slope of the sigmoid is left out; the "
                           "path from L to b crosses it, too"},
              {d.dL_dw, "nothing multiplies b on its way into z"}));
}

const check checks[] = {each_number_of_the_pass, NULL};
