/* The checks of exercise 1.9: against nudging, and against the numbers
   published for the neuron of CS231n. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "workbook.h"

#include <stdio.h>

typedef struct {
    neuron n;
    sample s;
} setting;

static double loss_at(const void *state)
{
    const setting *at = state;
    return neuron_forward(&at->n, &at->s).loss;
}

static void expect_slope(setting at, double right, int digits)
{
    const neuron_pass f = neuron_forward(&at.n, &at.s);
    const slopes d = neuron_backward(&at.s, &f);
    char where[96];
    snprintf(where, sizeof where, "dL/dx at w = %g, b = %g, x = %g, y = %g",
             at.n.w, at.n.b, at.s.x, at.s.y);
    expect_number(
        where, neuron_dL_dx(&at.n, &at.s), right, digits,
        SLIPS({d.dL_dw, "that is dL/dw; what does a nudge of x do to z?"},
              {d.dL_dyhat * at.n.w, "the slope of the sigmoid is left out; "
                                    "the path from L to x crosses it"},
              {d.dL_dz, "this stops at z, one arrow before x"},
              {d.dyhat_dz * at.n.w, "this is the slope of yhat, not of the "
                                    "loss"},
              {-right, "the sign is turned over"}));
}

static void slope_by_the_input(void)
{
    static const setting settings[] = {
        {{0.6, -0.2}, {1.5, 1.0}},
        {{-1.7, 0.4}, {0.3, 0.0}},
        {{2.5, 1.0}, {-0.8, 0.5}},
        {{-0.4, -1.1}, {-3.0, 1.0}},
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        setting at = settings[i];
        expect_slope(
            at, central_difference(loss_at, &at, &at.s.x, 1e-5).slope, 6);
    }
    /* CS231n's neuron has two inputs; for either of them the rest of its
       z = 1 is a bias. The targets are such that dL/dyhat = 1, so the
       slopes of the loss are those of the output. */
    const double y = sigmoid(1.0) - 1.0;
    expect_slope((setting){{2.0, 3.0}, {-1.0, y}}, 0.393223866, 8);
    expect_slope((setting){{-3.0, -5.0}, {-2.0, y}}, -0.589835800, 8);
}

const check checks[] = {slope_by_the_input, NULL};
