/* The checks of exercise 1.3. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

static void product_upside_down(void)
{
    const neuron n = {.w = -1.0, .b = 3.0};
    const sample s = {.x = 2.0, .y = 0.0};
    const neuron_pass f = neuron_forward(&n, &s);
    const slopes d = neuron_backward(&s, &f);
    const double right =
        1.0 / d.dL_dyhat * (1.0 / d.dyhat_dz) * (1.0 / d.dz_dw);
    part_number(
        "product", answer().product, right, 4,
        SLIPS(
            {d.dL_dw, "this is dL/dw itself; the notebook has each factor "
                      "the other way up"},
            {d.dz_dw / d.dL_dz,
             "only two of the factors are upside down; dw/dz is not dz/dw"},
            {d.dyhat_dz / (d.dL_dyhat * d.dz_dw),
             "only two of the factors are upside down; dz/dyhat is not "
             "dyhat/dz"},
            {d.dL_dyhat / (d.dyhat_dz * d.dz_dw),
             "only two of the factors are upside down; dyhat/dL is not "
             "dL/dyhat"},
            {1.0 / d.dL_dz, "the factor dw/dz is left out"},
            {1.0 / (d.dyhat_dz * d.dz_dw),
             "the factor dyhat/dL is left out"},
            {1.0 / (d.dL_dyhat * d.dz_dw),
             "the factor dz/dyhat is left out"},
            {n.w / d.dL_dz, "the factor dw/dz is not w"},
            {1.0 / d.dL_dyhat + 1.0 / d.dyhat_dz + 1.0 / d.dz_dw,
             "the three factors are added; a chain multiplies"},
            {0.5 * right, "half of it: is the slope of the loss taken "
                          "without the factor in front of the square?"},
            {-right, "the sign is turned over; which of yhat and y is "
                     "subtracted from the other?"}));
}

static void as_training_goes_on(void)
{
    part_letter(
        "as_yhat_nears_y", answer().as_yhat_nears_y, 'B',
        SLIPS({'A', "look at the product again: what becomes of a fraction "
                    "whose denominator vanishes?"},
              {'C', "you have the two the wrong way round; which of them "
                    "has the error as a factor?"},
              {'D', "one of the factors of dL/dw is the error; where does "
                    "that go?"}));
}

static void product_of_both(void)
{
    const neuron_pass f =
        neuron_forward(&(neuron){-1.0, 3.0}, &(sample){2.0, 0.0});
    const slopes d = neuron_backward(&(sample){2.0, 0.0}, &f);
    part_number(
        "times_slope", answer().times_slope, 1.0, 4,
        SLIPS({0.0, "factors that cancel do not leave nothing; write out "
                    "all six and look again"},
              {-1.0, "where would the sign come from? Write out all six "
                     "factors"},
              {d.dL_dw * d.dL_dw, "that is the square of dL/dw for one "
                                  "neuron; which two are multiplied here?"},
              {1.0 / (d.dL_dw * d.dL_dw),
               "that is the product by itself, or divided by dL/dw; which "
               "two are multiplied here?"}));
}

const check checks[] = {product_upside_down, as_training_goes_on,
                        product_of_both, NULL};
