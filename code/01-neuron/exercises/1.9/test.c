/* The checks of exercise 1.9: against the chain rule, which is itself
   against nudging, and against the numbers published for the neuron of
   CS231n. */
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

static double loss_at(const void *state)
{
    const setting *at = state;
    return neuron_forward(&at->n, &at->s).loss;
}

static slopes chapter_slopes(const setting *at)
{
    const neuron_pass f = neuron_forward(&at->n, &at->s);
    return neuron_backward(&at->s, &f);
}

static double right_at(const setting *at)
{
    return chapter_slopes(at).dL_dz * at->n.w;
}

static bool differ(const setting *one, const setting *other)
{
    return one->n.w != other->n.w || one->n.b != other->n.b ||
           one->s.x != other->s.x || one->s.y != other->s.y;
}

static void expect_slope(setting at)
{
    const setting before = at;
    const neuron_pass f = neuron_forward(&at.n, &at.s);
    const slopes d = chapter_slopes(&at);
    const double right = right_at(&at), w = at.n.w, x = at.s.x;
    const char *call =
        text("neuron_dL_dx(&(neuron){%g, %g}, &(sample){%g, %g})", w,
             at.n.b, x, at.s.y);
    const double got = neuron_dL_dx(&at.n, &at.s);
    if (got == TODO)
        unanswered("neuron_dL_dx");
    if (differ(&at, &before))
        suspect("%s changed its neuron or its sample; nudge a copy, if you "
                "nudge at all",
                call);
    if (!isfinite(got) && x == 0.0)
        suspect("%s returned %g: what is divided by x, and does it have to "
                "be multiplied in before?",
                call, got);
    /* Other ways to compute yhat round otherwise, in its last digit. */
    expect_result(
        call, got, right, 1e-12 * fabs(right) + 4.0 * DBL_EPSILON * fabs(w),
        SLIPS({d.dL_dw, "that is dL/dw; what does a nudge of x do to z?"},
              {d.dL_dw * w, "that has a factor for w and one for x; how "
                            "many arrows lead from x to z?"},
              {d.dL_dyhat * w, "the slope of the sigmoid is left out; "
                               "the path from L to x crosses it"},
              {d.dL_dz, "this stops at z, one arrow before x"},
              {d.dyhat_dz * w, "this is the slope of yhat, not of the "
                               "loss"},
              {d.dL_dyhat * f.z * (1.0 - f.z) * w,
               "the slope of the sigmoid is taken at z; which of its two "
               "numbers does a(1 - a) want?"},
              {f.yhat * d.dyhat_dz * w,
               "the target is left out; which error does the loss square?"},
              {f.loss * d.dyhat_dz * w,
               "the loss itself stands where its slope by yhat should"},
              {d.dL_dz * at.n.b, "that multiplies by b; which number of "
                                 "the neuron meets x in z?"},
              {d.dL_dz * (w + at.n.b), "is the bias nudged, too, where x "
                                       "is?"},
              {-right, "the sign is turned over; which is taken from "
                       "which in the error?"},
              {2.0 * right, "twice as large; what does the half in the "
                            "loss do to its slope?"}));
}

static void slope_by_the_input(void)
{
    static const setting settings[] = {
        {{0.6, -0.2}, {1.5, 1.0}},    {{-1.7, 0.4}, {0.3, 0.0}},
        {{2.5, 1.0}, {-0.8, 0.5}},    {{-0.4, -1.1}, {-3.0, 1.0}},
        {{1.3, 0.7}, {0.0, 0.2}},     {{-2.0, 0.0}, {0.0, 1.0}},
        {{0.0, 0.9}, {1.4, 0.0}},     {{0.8, 0.0}, {-1.2, 7.0}},
        {{0.01, 0.3}, {250.0, -4.0}}, {{300.0, 0.5}, {0.002, 0.3}},
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        expect_slope(settings[i]);
}

static void chapter_agrees(setting at)
{
    const difference nudged =
        central_difference(loss_at, &at, &at.s.x, 1e-5);
    MUST_HOLD(relative_error(right_at(&at), nudged) < 1e-6);
}

/* CS231n's neuron has two inputs; for either of them the rest of its
   z = 1 is a bias. The targets are such that dL/dyhat = 1, so the slopes
   of the loss are those of the output. */
static void published(void)
{
    const neuron_pass at_1 =
        neuron_forward(&(neuron){1.0, 0.0}, &(sample){1.0, 0.0});
    const double y = at_1.yhat - 1.0;
    const setting of_w0 = {{2.0, 3.0}, {-1.0, y}};
    const setting of_w1 = {{-3.0, -5.0}, {-2.0, y}};
    MUST_HOLD(fabs(right_at(&of_w0) - 0.393223866) < 1e-9);
    MUST_HOLD(fabs(right_at(&of_w1) + 0.589835800) < 1e-9);
    expect_slope(of_w0);
    expect_slope(of_w1);
}

static void anywhere(void)
{
    random_stream stream = {19};
    for (int n = 0; n < 500; n++) {
        const setting at = {
            {random_normal(&stream), random_normal(&stream)},
            {random_normal(&stream), 2.0 * random_normal(&stream)}};
        chapter_agrees(at);
        expect_slope(at);
    }
}

static void all_settings(void)
{
    slope_by_the_input();
    published();
    anywhere();
}

const check checks[] = {all_settings, NULL};
