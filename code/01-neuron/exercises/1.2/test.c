/* The checks of exercise 1.2; the chapter's neuron finds the signs. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

#include <string.h>

enum { SETTINGS = 5 };

static char sign_of(double number)
{
    return number > 0.0 ? '+' : number < 0.0 ? '-' : '0';
}

static void each_sign(void)
{
    static const struct {
        neuron n;
        sample s;
    } settings[SETTINGS] = {
        {{0.5, 0.0}, {2.0, 1.0}},  {{0.5, 0.0}, {-2.0, 1.0}},
        {{0.5, 0.0}, {2.0, 0.0}},  {{-3.0, 1.0}, {0.0, 1.0}},
        {{0.0, 0.0}, {-1.0, 0.5}},
    };
    static const char signs[] = {'+', '-', '0'};
    const five_signs a = answer();
    const char typed[SETTINGS] = {a.a, a.b, a.c, a.d, a.e};
    char right[SETTINGS], step[SETTINGS], error[SETTINGS], weight[SETTINGS];
    for (int i = 0; i < SETTINGS; i++) {
        const neuron *n = &settings[i].n;
        const sample *s = &settings[i].s;
        const neuron_pass f = neuron_forward(n, s);
        const slopes d = neuron_backward(s, &f);
        right[i] = sign_of(d.dL_dw);
        step[i] = sign_of(-d.dL_dw);
        error[i] = sign_of(d.dL_dyhat);
        weight[i] = sign_of(n->w);
    }

    for (int i = 0; i < SETTINGS; i++) {
        if (typed[i] == '?')
            unanswered("(%c)", 'a' + i);
        if (memchr(signs, typed[i], sizeof signs) == NULL)
            suspect("(%c): expected a sign between single quotes", 'a' + i);
    }
    if (memcmp(typed, step, SETTINGS) == 0)
        suspect("every sign: this is which way a step would go; asked is "
                "the slope, which it goes against");
    if (memcmp(typed, error, SETTINGS) == 0)
        suspect("(b) and (d): the error alone does not decide; what else "
                "is a factor of dL/dw?");
    if (memcmp(typed, weight, SETTINGS) == 0)
        suspect("every sign: the sign of w itself is no factor of dL/dw; "
                "follow the effect of a nudge instead");
    for (int i = 0; i < SETTINGS; i++)
        if (typed[i] != right[i])
            suspect("(%c): look again at all three factors of dL/dw, one "
                    "at a time",
                    'a' + i);
}

const check checks[] = {each_sign, NULL};
