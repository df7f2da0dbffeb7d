/* The checks of exercise 1.2; the chapter's neuron finds the signs. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "workbook.h"

#include <string.h>

enum { SETTINGS = 5 };

static const struct {
    neuron n;
    sample s;
} settings[SETTINGS] = {
    {{0.5, 0.0}, {2.0, 1.0}},  {{0.5, 0.0}, {-2.0, 1.0}},
    {{0.5, 0.0}, {2.0, 0.0}},  {{-3.0, 1.0}, {0.0, 1.0}},
    {{0.0, 0.0}, {-1.0, 0.5}},
};

static char sign_of(double number)
{
    return number > 0.0 ? '+' : number < 0.0 ? '-' : '0';
}

/* The signs of what is asked, and of what may be taken for it. */
typedef struct {
    char slope[SETTINGS], step[SETTINGS], error[SETTINGS];
    char against_error[SETTINGS], input[SETTINGS], weight[SETTINGS];
    char prediction[SETTINGS];
} signs;

static signs all_signs(void)
{
    signs of;
    for (int i = 0; i < SETTINGS; i++) {
        const neuron *n = &settings[i].n;
        const sample *s = &settings[i].s;
        const neuron_pass f = neuron_forward(n, s);
        const slopes d = neuron_backward(s, &f);
        of.slope[i] = sign_of(d.dL_dw);
        of.step[i] = sign_of(-d.dL_dw);
        of.error[i] = sign_of(d.dL_dyhat);
        of.against_error[i] = sign_of(-d.dL_dyhat);
        of.input[i] = sign_of(s->x);
        of.weight[i] = sign_of(n->w);
        of.prediction[i] = sign_of(f.yhat);
    }
    return of;
}

/* What all five signs together look like, if anything. */
static const char *taken_for_it(const char typed[], const signs *of)
{
    const struct {
        const char *signs, *message;
    } others[] = {
        {of->step, "all five are which way a step would go; asked is the "
                   "slope, which it goes against"},
        {of->error, "all five are the sign of the error, which does not "
                    "decide alone; what else is a factor of dL/dw?"},
        {of->against_error, "all five say which way yhat has to go; what "
                            "has w to do for it, and is that the slope?"},
        {of->input, "all five are which way yhat goes with w; asked is "
                    "which way the loss goes"},
        {of->weight, "all five are the sign of w itself, no factor of "
                     "dL/dw; follow the effect of a nudge instead"},
        {of->prediction, "all five are alike; does the neuron answer too "
                         "little in each, and has x one sign in each?"},
    };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (memcmp(typed, others[i].signs, SETTINGS) == 0)
            return others[i].message;
    return NULL;
}

/* What to say to a wrong sign, whatever the others are. */
static const char *about(int i, char typed)
{
    const sample *s = &settings[i].s;
    const neuron_pass f = neuron_forward(&settings[i].n, s);
    if (s->x == 0.0)
        return "what does z do there when w is nudged, with that input?";
    if (f.yhat == s->y)
        return "how far is the prediction from its target there?";
    if (typed == '0')
        return "no factor of dL/dw vanishes there; look again at all "
               "three, one at a time";
    return s->x < 0.0
               ? "the input is negative; which way does z go when w is "
                 "turned up, and is that nearer to y?"
               : "is the prediction too low or too high there, and does "
                 "more w mend that or make it worse?";
}

static void each_sign(void)
{
    static const char *const unquoted =
        "that is a number; a sign stands between single quotes, as the "
        "question mark did";
    static const char *const names[] = {"(a)", "(b)", "(c)", "(d)", "(e)"};
    const five_signs a = answer();
    const char typed[SETTINGS] = {a.a, a.b, a.c, a.d, a.e};
    const signs of = all_signs();
    const char *all_five = taken_for_it(typed, &of);
    for (int i = 0; i < SETTINGS; i++) {
        const char *message =
            all_five != NULL ? all_five : about(i, typed[i]);
        part_letter(names[i], typed[i], of.slope[i],
                    SLIPS({'+', message}, {'-', message}, {'0', message},
                          {0, unquoted}, {1, unquoted}, {255, unquoted}));
    }
}

const check checks[] = {each_sign, NULL};
