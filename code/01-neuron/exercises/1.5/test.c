/* The checks of exercise 1.5: the slope of tanh, found by nudging. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>

static double tanh_at(const void *state)
{
    const double *z = state;
    return tanh(*z);
}

static void slope_agrees_with_nudging(void)
{
    static const double at[] = {0.6, -0.6, 0.0, 1.5, -2.0, 3.0};
    for (size_t i = 0; i < sizeof at / sizeof at[0]; i++) {
        double z = at[i];
        const double right =
            central_difference(tanh_at, &z, &z, 1e-5).slope;
        const double a = tanh(z);
        char call[64];
        snprintf(call, sizeof call, "tanh_prime_from_output(tanh(%g))", z);
        expect_number(
            call, tanh_prime_from_output(a), right, 6,
            SLIPS({1.0 - tanh(a) * tanh(a),
                   "a is the output; here it went through tanh once more"},
                  {sigmoid_prime_from_output(a),
                   "that is the formula of the sigmoid; begin from the "
                   "formula of tanh"},
                  {(1.0 - a) * (1.0 - a),
                   "the square covers too much; what is squared, and "
                   "what is not?"},
                  {1.0 + a * a, "look for a sign; tanh is never steeper "
                                "than at the middle"}));
    }
}

const check checks[] = {slope_agrees_with_nudging, NULL};
