/* The checks of exercise 2.9: runs of some steps, each with a learning
   rate and a mu of its own. Each step is judged by what stood before it;
   the first run is taken up where the ball rolls already. */
#include "answer.h"

#include "02-network/gradient.h"
#include "02-network/start.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

enum { STEPS = 4 };

typedef struct {
    double lr, mu;
} rates;

/* One number of a step: a parameter, its velocity and its gradient as they
   stood before. */
typedef struct {
    double theta, v, g;
    rates by;
} number;

static double velocity_right(const number *b)
{
    return b->by.mu * b->v + b->g;
}

static void expect_parameter(const char *name, const char *call,
                             const number *b, double typed)
{
    const double theta = b->theta, v = b->v, g = b->g;
    const double lr = b->by.lr, mu = b->by.mu;
    const double q = velocity_right(b);
    const double length = fabs(theta) + lr * (fabs(mu * v) + fabs(g));
    expect_left(
        text("net.%s", name), call, typed, theta - lr * q, 1e-12 * length,
        SLIPS(
            {theta, "it has not moved; are all parameters gone through?"},
            {-lr * q, "the step is right, but it stands in place of the "
                      "parameter; where does a step begin?"},
            {lr * q,
             "the step stands in place of the parameter; where does "
             "a step begin?"},
            {theta + lr * q,
             "this goes uphill; which way does a step of descent lead?"},
            {theta - lr * g, "as in plain descent; what becomes of the "
                             "velocity of before?"},
            {theta - lr * v,
             "the step is made with the velocity of before; "
             "which comes first?"},
            {theta - q, "lr is left out of the step; by how much of the "
                        "velocity does it move?"},
            {theta + q, "lr is left out of the step, and it goes uphill"},
            {theta - lr * (mu * v + (1.0 - mu) * g),
             "the gradient is scaled down; compare with the formula of the "
             "exercise"},
            {theta - lr * (v + mu * g), "mu is at the wrong one of the "
                                        "two; which of them is to fade?"},
            {theta - lr * mu * (v + g),
             "mu is at both, the old velocity and the gradient; which of "
             "them is to fade?"},
            {theta - lr * (v + g),
             "the velocity never fades; where does mu "
             "come in?"},
            {theta - lr * (mu * v - g), "the gradient is taken from the "
                                        "velocity; look for a sign"},
            {theta - lr * (g + mu * q),
             "that is Nesterov's form, which lets the gradient count once "
             "more in the step; what does the second line of the formula "
             "move by?"},
            {theta - (mu * v + lr * g),
             "lr is inside the velocity; where does the formula have it?"},
            {theta + (mu * v - lr * g),
             "lr and a sign are inside the velocity; where does the "
             "formula have them?"},
            {theta + lr * (mu * v - g),
             "a sign is inside the velocity; where does the formula have "
             "it?"},
            {theta - lr * (mu * v + lr * g),
             "lr counts twice, in the velocity and in the step; which is "
             "right?"},
            {theta - mu * q, "the step has mu for its rate; which of the "
                             "two is the learning rate?"},
            {theta - mu * (lr * v + g), "lr and mu are exchanged; which of "
                                        "them belongs to the velocity?"},
            {theta - lr * (0.9 * v + g),
             "mu is typed in; which mu was the step called with?"},
            {theta - lr * (0.5 * v + g),
             "mu is typed in; which mu was the step called with?"},
            {theta - 0.5 * q,
             "lr is typed in; which lr was the step called with?"}));
}

static void expect_velocity(const char *name, const char *call,
                            const number *b, double typed)
{
    const double q = velocity_right(b), lr = b->by.lr;
    expect_left(
        text("velocity.%s", name), call, typed, q,
        1e-12 * (fabs(b->by.mu * b->v) + fabs(b->g)),
        SLIPS({b->v, "the step is right, but the new velocity is not kept "
                     "for the next one"},
              {0.0, "the velocity is not kept for the next step"},
              {lr * q,
               "the step is right, but there is lr in the velocity, "
               "which the formula keeps out"},
              {-lr * q, "the step is right, but there are lr and a sign in "
                        "the velocity, which the formula keeps out"},
              {-q, "the step is right, but there is a sign in the "
                   "velocity, which the formula keeps out"},
              {b->g, "only the gradient is kept; what becomes of the "
                     "velocity of before?"}));
}

/* What a step left, by what stood before. */
static void expect_step(const network *net, const network *velocity,
                        const network before[2], const network *g, rates by,
                        int step, int run)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const number b = {before[0].all[k], before[1].all[k], g->all[k],
                          by};
        const char *name = parameter_names[k];
        const char *call =
            text("momentum_step(&net, &velocity, &gradient, %g, %g) in "
                 "step %d of "
                 "run %d (from %g, velocity %g, gradient %g)",
                 by.lr, by.mu, step, run, b.theta, b.v, b.g);
        expect_parameter(name, call, &b, net->all[k]);
        expect_velocity(name, call, &b, velocity->all[k]);
    }
}

static void expect_run(network net, network velocity, double size, rates by,
                       int run, random_stream *stream)
{
    for (int step = 1; step <= STEPS; step++) {
        const network before[2] = {net, velocity};
        network gradient = network_start(INIT_SYMMETRIC, stream);
        for (int k = 0; k < PARAMETERS; k++)
            gradient.all[k] *= size;
        const network given = gradient;
        momentum_step(&net, &velocity, &gradient, by.lr, by.mu);
        expect_step(&net, &velocity, before, &given, by, step, run);
        if (memcmp(&gradient, &given, sizeof given) != 0)
            suspect(
                "momentum_step has changed the gradient, which is there "
                "to be read");
    }
}

static void a_heavy_ball(void)
{
    static const rates all[] = {{0.3, 0.6},  {0.05, 0.9}, {0.7, 0.0},
                                {0.0, 0.8},  {3.0, 0.99}, {1e-4, 0.25},
                                {1.0, 0.125}};
    static const double sizes[] = {1.0, 1e-3, 0.0, 1e4};
    const network nothing = {.b2 = 0.0};
    random_stream stream = {1};
    int run = 0;
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++)
        for (size_t r = 0; r < sizeof all / sizeof all[0]; r++) {
            const network net = network_start(INIT_NORMAL, &stream);
            const network rolls = network_start(INIT_NORMAL, &stream);
            expect_run(net, run % 2 == 0 ? rolls : nothing, sizes[s],
                       all[r], run + 1, &stream);
            run++;
        }
}

const check checks[] = {a_heavy_ball, NULL};
