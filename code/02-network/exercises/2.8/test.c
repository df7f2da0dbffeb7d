/* The checks of exercise 2.8: a layer to work out by hand, Mazur's with a
   hidden unit more, layers with zeros, and layers drawn at random. The
   right answer is the sum over the paths. */
#include "answer.h"

#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

typedef struct {
    double W[3][2], dL_dz2[2];
} layer;

/* What stands in dL_dh before each call. */
static const double before = 8.0;

static const char *call_on(const layer *l)
{
    return text("deltas_through(W, dL_dz2, dL_dh) with W = {{%g, %g}, "
                "{%g, %g}, {%g, %g}} and dL_dz2 = {%g, %g}",
                l->W[0][0], l->W[0][1], l->W[1][0], l->W[1][1], l->W[2][0],
                l->W[2][1], l->dL_dz2[0], l->dL_dz2[1]);
}

/* done: the right sum of the units before this one. */
static void expect_derivative(const layer *l, int j, double done,
                              double typed)
{
    const double *d = l->dL_dz2, *flat = l->W[0], *row = l->W[j];
    const double first = d[0] * row[0], last = d[1] * row[1];
    const double right = first + last;
    const int across = j < 2 ? j : 0;
    expect_left(
        text("dL_dh[%d]", j), call_on(l), typed, right,
        1e-12 * (fabs(first) + fabs(last)),
        SLIPS(
            {before, "it was not written to; are all three gone through?"},
            {last, "only the last path is left; does the loop add, or "
                   "does it overwrite?"},
            {first, "only the first path is there; how many outputs feel "
                    "this unit?"},
            {before + right,
             "the right sum, on top of what stood there before"},
            {done + right, "the sum of the units before this one is still "
                           "in it; where does each sum begin?"},
            {right / 2, "the paths are averaged; a unit that is heard "
                        "twice counts twice"},
            {d[1] * row[0] + d[0] * row[1],
             "the deltas are exchanged: each meets the weight that leads "
             "to the other output"},
            {d[0] * flat[across] + d[1] * flat[2 + across],
             "this runs down a column of W; which weights leave this "
             "unit?"},
            {d[0] * flat[j] + d[1] * flat[3 + j],
             "W is read as if it had the shape of its transpose; where "
             "in memory does a row of W begin?"},
            {(d[0] + d[1]) * (row[0] + row[1]),
             "each weight meets each delta; which delta belongs to which "
             "weight?"},
            {d[0] * (row[0] + row[1]),
             "both weights meet the delta of output 0; whose delta is at "
             "the end of the other path?"},
            {row[0] + row[1], "the deltas are left out; a nudge of h[j] "
                              "changes z2[k], and what does z2[k] change?"},
            {d[0] + d[1], "the weights are left out; how far does a nudge "
                          "of h[j] move z2[k]?"},
            {first - last, "one path is taken from the other; what does "
                           "the chain rule do where paths part?"},
            {first * last, "the two paths are multiplied with each other; "
                           "what does the chain rule do where paths "
                           "part?"},
            {-right, "the sign is turned over; does a delta change its "
                     "sign on the way back?"}));
}

static void expect_derivatives(const layer *l)
{
    const layer given = *l;
    /* one more than there are, to see who goes too far */
    double typed[4] = {before, before, before, before}, done = 0.0;
    deltas_through((const double(*)[2])l->W, l->dL_dz2, typed);
    for (int j = 0; j < 3; j++) {
        expect_derivative(&given, j, done, typed[j]);
        done += typed[j];
    }
    if (typed[3] != before)
        suspect("deltas_through writes past the end of dL_dh; how far does "
                "its loop go?");
    if (memcmp(l, &given, sizeof given) != 0)
        suspect("%s has changed W or dL_dz2, which are there to be read",
                call_on(&given));
}

/* Now and then a number is 0. */
static double number_draw(random_stream *stream)
{
    return random_below(stream, 5) == 0 ? 0.0 : random_normal(stream);
}

static layer layer_draw(double size, random_stream *stream)
{
    layer l;
    for (int j = 0; j < 3; j++)
        for (int k = 0; k < 2; k++)
            l.W[j][k] = size * number_draw(stream);
    for (int k = 0; k < 2; k++)
        l.dL_dz2[k] = number_draw(stream) / size;
    return l;
}

static void sum_over_paths(void)
{
    static const layer layers[] = {
        {{{1.5, -2.0}, {0.25, 3.0}, {-1.0, -0.75}}, {-0.6, 0.35}},
        {{{0.40, 0.50}, {0.45, 0.55}, {-0.30, 0.70}},
         {0.138498562, -0.038098237}},
        {{{1.0, 2.0}, {0.0, 3.0}, {4.0, 0.0}}, {0.0, 1.0}},
        {{{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}}, {1.0, -1.0}},
    };
    static const double sizes[] = {1.0, 1e-6, 1e6};
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++)
        expect_derivatives(&layers[i]);
    random_stream stream = {1};
    for (int draw = 0; draw < 90; draw++) {
        const layer l = layer_draw(sizes[draw % 3], &stream);
        expect_derivatives(&l);
    }
}

const check checks[] = {sum_over_paths, NULL};
