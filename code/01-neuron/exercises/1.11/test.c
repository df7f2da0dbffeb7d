/* The checks of exercise 1.11: against the chain rule, which is itself
   checked against nudging, wherever the loss has a slope; then at its
   kink and close to it. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <float.h>
#include <math.h>

typedef struct {
    neuron n;
    sample s;
} setting;

static double size_of_error(const void *state)
{
    const setting *at = state;
    return fabs(neuron_forward(&at->n, &at->s).yhat - at->s.y);
}

/* dL/dz at a place that is off the kink. */
static double right_dL_dz(const sample *s, const neuron_pass *f)
{
    return copysign(f->yhat * (1.0 - f->yhat), f->yhat - s->y);
}

/* With so many digits that yhat and y are seen to differ, if they do. */
static const char *call(const sample *s, const neuron_pass *f)
{
    const double error = fabs(f->yhat - s->y);
    const int digits = error > 0.0 && error < 1e-5 ? 17 : 6;
    return text("absolute_backward(&(sample){%g, %.*g}, "
                "&(neuron_pass){%g, %.*g, %g})",
                s->x, digits, s->y, f->z, digits, f->yhat, f->loss);
}

/* The answer, which is to leave alone what it is shown. */
static neuron asked(const sample *s, const neuron_pass *f)
{
    sample shown_s = *s;
    neuron_pass shown_f = *f;
    const neuron got = absolute_backward(&shown_s, &shown_f);
    if (got.w == TODO && got.b == TODO)
        unanswered("absolute_backward");
    if (got.w == TODO || got.b == TODO)
        unanswered("%s of absolute_backward", got.w == TODO ? "w" : "b");
    if (shown_s.x != s->x || shown_s.y != s->y || shown_f.z != f->z ||
        shown_f.yhat != f->yhat || shown_f.loss != f->loss)
        suspect("%s changed the sample or the pass that it was shown",
                call(s, f));
    return got;
}

/* Another way to compute the slope of the sigmoid rounds otherwise. */
static double rounding(double right, double factor)
{
    return 1e-12 * fabs(right) + 4.0 * DBL_EPSILON * fabs(factor);
}

static void expect_by_w(const sample *s, const neuron_pass *f, double got)
{
    const double x = s->x, error = f->yhat - s->y;
    const double dL_dz = right_dL_dz(s, f);
    const double prime = f->yhat * (1.0 - f->yhat);
    const double from_z = copysign(f->z * (1.0 - f->z), error);
    expect_result(
        text("%s.w", call(s, f)), got, dL_dz * x, rounding(dL_dz * x, x),
        SLIPS({dL_dz, "x is left out; how much does z move when w does?"},
              {error * prime * x,
               "that shrinks with the error, as the slope of half the "
               "square does; does that of |yhat - y|?"},
              {fabs(error) * prime * x,
               "the loss stands where its slope by yhat should"},
              {copysign(x, error), "the slope of the sigmoid is left out; "
                                   "the path from L to w crosses it"},
              {-copysign(x, error), "the slope of the sigmoid is left out; "
                                    "and look at the sign"},
              {from_z * x, "the slope of the sigmoid is taken at z; which "
                           "of its two numbers does a(1 - a) want?"},
              {0.5 * dL_dz * x, "half of it; is there a half in this loss "
                                "as well?"},
              {0.0, "nothing, yet yhat is not y; only there is the kink"},
              {-dL_dz * x,
               error > 0.0 ? "the sign is turned over; if yhat, above y, "
                             "grows, does the loss?"
                           : "the sign is turned over, below the target "
                             "only; does the loss grow with yhat there?"}));
}

static void expect_by_b(const sample *s, const neuron_pass *f, double got)
{
    const double dL_dz = right_dL_dz(s, f);
    expect_result(
        text("%s.b", call(s, f)), got, dL_dz, rounding(dL_dz, 1.0),
        SLIPS({dL_dz * s->x, "that is the slope by w; how much does z move "
                             "when b does?"},
              {copysign(1.0, dL_dz), "the slope of the sigmoid is left "
                                     "out on the way to b"},
              {-dL_dz, "right by w, and by b the sign is turned over"}));
}

static void expect_slopes(const sample *s, const neuron_pass *f)
{
    const neuron got = asked(s, f);
    expect_by_w(s, f, got.w);
    expect_by_b(s, f, got.b);
}

static void slopes_at(setting at)
{
    const neuron_pass f = neuron_forward(&at.n, &at.s);
    expect_slopes(&at.s, &f);
}

static void above_and_below(void)
{
    slopes_at((setting){{0.6, -0.2}, {1.5, 0.25}});
    slopes_at((setting){{0.6, -0.2}, {1.5, 1.0}});
    slopes_at((setting){{-1.7, 0.4}, {-0.3, 0.0}});
    slopes_at((setting){{2.5, 1.0}, {-0.8, 0.9}});
    slopes_at((setting){{1.3, -0.7}, {0.0, 0.2}});
    slopes_at((setting){{0.4, 0.1}, {-2.0, -3.0}});
    slopes_at((setting){{0.4, 0.1}, {-2.0, 1e6}});
    slopes_at((setting){{50.0, 0.0}, {-1.0, 1.0}});
    slopes_at((setting){{50.0, 0.0}, {1.0, 0.0}});
}

static void at_the_kink(double w, double b, double x)
{
    sample s = {x, 0.0};
    s.y = neuron_forward(&(neuron){w, b}, &s).yhat;
    const neuron_pass f = neuron_forward(&(neuron){w, b}, &s);
    const neuron got = asked(&s, &f);
    const double prime = f.yhat * (1.0 - f.yhat);
    const double values[] = {got.w, got.b}, factors[] = {x, 1.0};
    for (int i = 0; i < 2; i++) {
        const char *place = text("%s.%c", call(&s, &f), "wb"[i]);
        if (isnan(values[i]))
            suspect("%s returned nan, where yhat = y: what is divided "
                    "there, and by what?",
                    place);
        expect_result(
            place, values[i], 0.0, 0.0,
            SLIPS({prime * factors[i], "yhat = y here, and it goes on as "
                                       "above; which way would a step go?"},
                  {-prime * factors[i],
                   "yhat = y here, and it goes on as below; which way "
                   "would a step go?"}));
    }
}

/* However near the target, the slope does not shrink. */
static void close_to_the_kink(double distance)
{
    const neuron n = {0.6, -0.2};
    sample s = {1.5, 0.0};
    const double yhat = neuron_forward(&n, &s).yhat;
    for (int side = -1; side <= 1; side += 2) {
        s.y = yhat - side * distance;
        const neuron_pass f = neuron_forward(&n, &s);
        expect_slopes(&s, &f);
    }
}

static void anywhere(void)
{
    random_stream stream = {23};
    for (int n = 0; n < 500; n++) {
        setting at = {{random_normal(&stream), random_normal(&stream)},
                      {random_normal(&stream), random_uniform(&stream)}};
        const neuron_pass f = neuron_forward(&at.n, &at.s);
        const double right = right_dL_dz(&at.s, &f) * at.s.x;
        if (fabs(f.yhat - at.s.y) > 1e-3)
            MUST_HOLD(relative_error(
                          right, central_difference(size_of_error, &at,
                                                    &at.n.w, 1e-5)) < 1e-6);
        expect_slopes(&at.s, &f);
        at_the_kink(at.n.w, at.n.b, at.s.x);
    }
}

static void by_the_chain_rule(void)
{
    above_and_below();
    at_the_kink(0.6, -0.2, 1.5);
    at_the_kink(-3.0, 1.0, 0.0);
    at_the_kink(900.0, 0.0, -2.0);
    for (double distance = 0.1; distance > DBL_EPSILON; distance /= 8.0)
        close_to_the_kink(distance);
    anywhere();
}

static double size(const void *state)
{
    return fabs(*(const double *)state);
}

static void on_paper(void)
{
    const double nudge = 0.125;
    double error = nudge / 2.0;
    MUST_HOLD(central_difference(size, &error, &error, nudge).slope == 0.5);
    part_letter(
        "across_the_kink", across_the_kink(), 'c',
        SLIPS({'A', "is the loss at the upper place less than at the lower "
                    "one?"},
              {'B', "are the upper and the lower place equally far from "
                    "the target?"},
              {'D', "that is the slope where yhat is; but on which side of "
                    "the target is each of the two places?"}));
}

/* What the solution tells of training towards 0.8. */
static void training(void)
{
    const sample s = {1.5, 0.8};
    neuron jumps = {0.6, -0.2}, settles = {0.6, -0.2};
    double least = 1.0, most = 0.0;
    for (int step = 0; step <= 200; step++) {
        const neuron_pass f = neuron_forward(&jumps, &s);
        const double dL_dz = right_dL_dz(&s, &f);
        least = step > 100 ? fmin(least, f.yhat) : least;
        most = step > 100 ? fmax(most, f.yhat) : most;
        neuron_step(&jumps, &(neuron){dL_dz * s.x, dL_dz}, 0.5);
    }
    neuron_train(&settles, &s, 0.5, 200);
    MUST_HOLD(agrees(least, 0.76, 2) && agrees(most, 0.84, 2));
    MUST_HOLD(fabs(neuron_forward(&settles, &s).yhat - s.y) < 1e-4);
}

static void both(void)
{
    training();
    by_the_chain_rule();
}

const check checks[] = {both, on_paper, NULL};
