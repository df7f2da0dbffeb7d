/* The checks of exercise 2.9: three steps of all 13 parameters, then a
   ball that rolls for long. */
#include "answer.h"

#include "02-network/gradient.h"
#include "02-network/start.h"
#include "workbook.h"

#include <stdio.h>

enum { STEPS = 3 };

/* Where a network stands after some steps. */
typedef struct {
    network net, velocity;
} rolling;

/* What moves the network: the new velocity, the old one, or, as in
   Nesterov's form, the gradient plus mu times the new one. */
typedef enum { NEW, OLD, NESTEROV } mover;

/* A way to write a step, right or wrong: the velocity becomes keep times
   itself plus add times the gradient, and the network moves by -lr times
   its mover. */
typedef struct {
    double keep, add, lr;
    mover by;
} way;

/* Three steps from a start, with three gradients, in such a way. */
static rolling three_steps(const network *start, const network g[STEPS],
                           way w)
{
    rolling r = {*start, {.b2 = 0.0}};
    for (int s = 0; s < STEPS; s++)
        for (int k = 0; k < PARAMETERS; k++) {
            double *v = &r.velocity.all[k];
            const double old = *v;
            *v = w.keep * old + w.add * g[s].all[k];
            r.net.all[k] -=
                w.lr * (w.by == NEW   ? *v
                        : w.by == OLD ? old
                                      : g[s].all[k] + w.keep * *v);
        }
    return r;
}

static void expect_three_steps(const network *start, const network g[STEPS],
                               double lr, double mu)
{
    rolling typed = {*start, {.b2 = 0.0}};
    for (int s = 0; s < STEPS; s++)
        momentum_step(&typed.net, &typed.velocity, &g[s], lr, mu);
    const way ways[] = {
        {mu, 1.0, lr, NEW},      /* right */
        {0.0, 1.0, lr, NEW},     /* forgets */
        {mu, 1.0, -lr, NEW},     /* uphill */
        {mu, 1.0, lr, OLD},      /* steps first */
        {mu, 1.0 - mu, lr, NEW}, /* a mean of the gradients */
        {1.0, mu, lr, NEW},      /* mu on the gradient */
        {1.0, 1.0, lr, NEW},     /* never fades */
        {mu, 1.0, lr, NESTEROV}, /* looks ahead */
    };
    rolling ends[8];
    for (int w = 0; w < 8; w++)
        ends[w] = three_steps(start, g, ways[w]);
    for (int k = 0; k < PARAMETERS; k++) {
        char name[64];
        snprintf(name, sizeof name, "%s after three steps",
                 parameter_names[k]);
        expect_number(
            name, typed.net.all[k], ends[0].net.all[k], 10,
            SLIPS(
                {start->all[k], "has not moved; are all parameters gone "
                                "through?"},
                {ends[1].net.all[k], "as in plain descent; what becomes of "
                                     "the velocity of before?"},
                {ends[2].net.all[k], "this goes uphill; look for a sign"},
                {ends[3].net.all[k], "each step is made with the velocity "
                                     "of before; which comes first?"},
                {ends[4].net.all[k],
                 "the gradient is scaled down; compare with "
                 "the formula of the exercise"},
                {ends[5].net.all[k], "mu is at the wrong one of the two"},
                {ends[6].net.all[k], "the velocity never fades; where does "
                                     "mu come in?"},
                {ends[7].net.all[k],
                 "that is Nesterov's form, which lets the gradient count "
                 "once more in the step; what does the second line of the "
                 "formula move by?"}));
        snprintf(name, sizeof name, "velocity of %s", parameter_names[k]);
        expect_number(
            name, typed.velocity.all[k], ends[0].velocity.all[k], 10,
            SLIPS({lr * ends[0].velocity.all[k],
                   "has lr in it; the network would move alike, but the "
                   "formula keeps lr out"},
                  {-lr * ends[0].velocity.all[k],
                   "has lr and a sign in it; the network would move "
                   "alike, but the formula keeps both out"},
                  {0.0, "is not kept for the next step"}));
    }
}

/* How far the last of many steps goes, where each gradient is g. */
static double last_step(const network *g, double lr, double mu)
{
    network net = {.b2 = 0.0}, velocity = net, before = net;
    for (int s = 0; s < 400; s++) {
        before = net;
        momentum_step(&net, &velocity, g, lr, mu);
    }
    return before.b2 - net.b2;
}

static void a_heavy_ball(void)
{
    random_stream stream = {1};
    const network start = network_start(INIT_NORMAL, &stream);
    network g[STEPS];
    for (int s = 0; s < STEPS; s++)
        g[s] = network_start(INIT_SYMMETRIC, &stream);
    expect_three_steps(&start, g, 0.3, 0.9);
    expect_three_steps(&start, g, 0.5, 0.6);

    network plain = start, typed = start, velocity = {.b2 = 0.0};
    network_step(&plain, &g[0], 0.5);
    momentum_step(&typed, &velocity, &g[0], 0.5, 0.0);
    for (int k = 0; k < PARAMETERS; k++)
        if (typed.all[k] != plain.all[k])
            suspect("with no momentum %s does not move as in plain descent",
                    parameter_names[k]);
    if (!agrees(last_step(&g[0], 0.3, 0.9), 10.0 * 0.3 * g[0].b2, 9))
        suspect("a constant gradient: the step it leads to is not right");
}

const check checks[] = {a_heavy_ball, NULL};
