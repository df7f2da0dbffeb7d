/* The checks of exercise 4.9. Each step of the reader's training comes by
   here, through the optimizer that it is handed, and is looked at: is the
   gradient that of all the rows, do the averages go on, is the step needed
   at all? */
#include "answer.h"

#include "04-digits/mlp_start.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 16, MANY = 300 };
static const double enough = 0.01;

/* What the labels of the rows are made to be. */
typedef enum { TRUE_LABELS, TURNED, AT_ODDS } labels;

/* A training that is asked for. */
typedef struct {
    const char *name;
    labels with;
    size_t size, first, apart; /* rows first, first + apart, … */
    int depth, units[4];
    optimizer_step step;
    double lr;
    long most;
    uint64_t seed;
} task;

/* What is known of the training that goes on. */
static struct {
    const task *t;
    dataset d;
    size_t rows[MOST_ROWS];
    mlp net, gradient, before; /* before: the gradient of the last step */
    mlp_pass p;
    double *start;
    double m_share;
    long steps;
} now;

static const char *call(void)
{
    return text(
        "learn_by_heart(&net, &by, &data, rows, %zu, %ld), with %s,",
        now.t->size, now.t->most, now.t->name);
}

/* The step that comes next, in words. */
static const char *next_step(void)
{
    return now.steps == 0   ? "first step"
           : now.steps == 1 ? "second step"
                            : text("step %ld", now.steps + 1);
}

static bool alike(const double x[], const double y[], int count,
                  double times)
{
    double largest = 0.0, off = 0.0;
    for (int k = 0; k < count; k++) {
        largest = fmax(largest, fabs(y[k]));
        off = fmax(off, fabs(x[k] - times * y[k]));
    }
    return off <= 1e-9 * largest;
}

/* The gradient of some rows of the network as it is now. */
static bool is_gradient_of(const double g[], const size_t rows[],
                           size_t size, double times)
{
    batch_gradient(&now.net, &now.d, rows, size, &now.p, &now.gradient);
    return alike(g, now.gradient.all, now.net.count, times);
}

static const char *gradient_suspicion(const double g[])
{
    const size_t size = now.t->size;
    size_t others[MOST_ROWS];
    for (size_t n = 0; n < size; n++)
        others[n] = n;
    if (now.steps > 0 && alike(g, now.before.all, now.net.count, 1.0))
        return "is the gradient of the step before; is it worked out anew "
               "when the parameters have moved?";
    if (is_gradient_of(g, now.rows, size, (double)size))
        return "is the sum over the rows, and the loss is their mean";
    if (is_gradient_of(g, now.rows, size, -1.0))
        return "has its sign turned over; the optimizer takes it off by "
               "itself";
    for (size_t n = 0; n < size; n++)
        if (is_gradient_of(g, now.rows + n, 1, 1.0))
            return "is that of a single row; each step is to take all of "
                   "them";
    if (is_gradient_of(g, others, size, 1.0))
        return "is that of the first rows of the data; which rows were "
               "asked for?";
    if (is_gradient_of(g, now.rows, size - 1, 1.0) ||
        is_gradient_of(g, now.rows + 1, size - 1, 1.0))
        return "is that of a row less than was asked for";
    return "is not that of the rows' mean loss at these parameters";
}

/* Between the reader's training and the optimizer. */
static void step_seen(const optimizer *o, moments *seen, int count,
                      double theta[], const double g[])
{
    mlp *const net = &now.net;
    if (theta != net->all)
        suspect("%s has its %s move other numbers than those of net; "
                "is a copy trained?",
                call(), next_step());
    if (count != net->count)
        suspect("%s has its %s move %d parameters, and net has %d", call(),
                next_step(), count, net->count);
    if (seen->m == NULL || seen->v == NULL)
        suspect("%s has averages without room for a number for each "
                "parameter; who makes it?",
                call());
    for (int k = 0; now.steps == 0 && k < count; k++)
        if (seen->m[k] != 0.0 || seen->v[k] != 0.0 || seen->m_share != 0.0)
            suspect("%s has averages that do not begin at nothing; what is "
                    "in memory that nobody has emptied?",
                    call());
    if (seen->m_share != now.m_share && now.t->step != gd_step)
        suspect("%s has its %s begin with other averages than the "
                "step before has left; are they kept from step to step?",
                call(), next_step());
    const double loss = batch_gradient(net, &now.d, now.rows, now.t->size,
                                       &now.p, &now.gradient);
    if (!alike(g, now.gradient.all, count, 1.0) && !isnan(loss))
        suspect("%s hands its %s a gradient that %s", call(), next_step(),
                gradient_suspicion(g));
    if (loss < enough)
        suspect("%s makes its %s, and the loss is %.5f by then, which "
                "is below; when is it looked at?",
                call(), next_step(), loss);
    if (now.steps == now.t->most)
        suspect("%s makes more steps than it may; how many are there when "
                "the loop ends?",
                call());
    memcpy(now.before.all, g, (size_t)count * sizeof *g);
    now.t->step(o, seen, count, theta, g);
    now.m_share = seen->m_share;
    now.steps++;
}

/* The data with the labels that the task wants. */
static unsigned char *numbers_for(const task *t)
{
    const size_t all = (size_t)digits.rows * COLUMNS;
    unsigned char *numbers = malloc(all);
    MUST_HOLD(numbers != NULL);
    memcpy(numbers, digits.numbers, all);
    for (size_t n = 0; n < t->size; n++) {
        const size_t next = now.rows[(n + 1) % t->size];
        unsigned char *row = numbers + now.rows[n] * COLUMNS;
        if (t->with == TURNED)
            row[PIXELS] = digits.numbers[next * COLUMNS + PIXELS];
        if (t->with == AT_ODDS && n == 0) /* the next row's image */
            memcpy(row, digits.numbers + next * COLUMNS, PIXELS);
    }
    return numbers;
}

static void begin(const task *t, double first_bias)
{
    const size_t count = MOST_ROWS;
    random_stream stream = {t->seed};
    now.t = t;
    for (size_t n = 0; n < count; n++)
        now.rows[n] = n < t->size ? t->first + n * t->apart : 1000000;
    now.d = (dataset){digits.rows, numbers_for(t)};
    now.net = mlp_new(t->depth, t->units, sigmoid_units);
    now.gradient = mlp_new(t->depth, t->units, sigmoid_units);
    now.before = mlp_new(t->depth, t->units, sigmoid_units);
    now.p = mlp_pass_new(&now.net);
    now.start = malloc((size_t)now.net.count * sizeof(double));
    MUST_HOLD(now.net.all && now.gradient.all && now.before.all &&
              now.p.all && now.start);
    mlp_draw(&now.net, MLP_GLOROT, &stream);
    now.net.b[1][0] = first_bias;
    memcpy(now.start, now.net.all, (size_t)now.net.count * sizeof(double));
    now.m_share = 0.0;
    now.steps = 0;
}

static void end(void)
{
    free((void *)(size_t)now.d.numbers);
    free(now.start);
    mlp_free(&now.net);
    mlp_free(&now.gradient);
    mlp_free(&now.before);
    mlp_pass_free(&now.p);
}

static double loss_now(void)
{
    return batch_gradient(&now.net, &now.d, now.rows, now.t->size, &now.p,
                          &now.gradient);
}

/* What is said of a training that has gone right, but for its count. */
static const char *count_suspicion(long got, bool below)
{
    if (!below && got == now.steps)
        return "that is how many there were, and they were not enough; how "
               "is its caller to know?";
    if (below && got == -1)
        return "the last step was the one that it took; is the loss looked "
               "at once more?";
    if (below && got == now.steps + 1)
        return "one more than there were; is a look at the loss counted?";
    if (below && got == now.steps - 1)
        return "one fewer than there were; where does the count begin?";
    return "how many did you count?";
}

static void expect_ending(long got, const mlp *net)
{
    const task *const t = now.t;
    const bool moved = memcmp(now.start, now.net.all,
                              (size_t)now.net.count * sizeof(double)) != 0;
    const double loss = loss_now();
    const bool below = loss < enough;
    if (got == 0 && now.steps == 0 && !moved && loss >= enough &&
        t->most > 0)
        unanswered("learn_by_heart");
    if (net->all != now.net.all)
        suspect("%s has put other parameters in the place of net's; train "
                "those that are there",
                call());
    if (now.steps == 0 && moved)
        suspect("%s has changed net, and not by the step of the optimizer "
                "that it was handed",
                call());
    if (isnan(loss) && got == -1)
        return;
    if (isnan(loss))
        suspect(
            "%s returned %ld, expected %d: the loss is a NaN, which "
            "is not below anything; what does your comparison say to it?",
            call(), got, -1);
    if (!below && now.steps < t->most)
        suspect("%s has stopped after %ld steps with a loss of %.4f; what "
                "has ended the loop?",
                call(), now.steps, loss);
    const long right = below ? now.steps : -1;
    if (got != right)
        suspect("%s returned %ld, expected %ld, after %ld steps that led "
                "to a loss of %.5f: %s",
                call(), got, right, now.steps, loss,
                count_suspicion(got, below));
}

/* Asks for a training; returns how many steps it took. */
static long expect_learnt(const task *t, double first_bias)
{
    const optimizer by = {step_seen, t->lr, 0.9, 0.999, 1e-7};
    size_t rows[MOST_ROWS];
    begin(t, first_bias);
    memcpy(rows, now.rows, sizeof rows);
    unsigned char *numbers = numbers_for(t);
    mlp net = now.net;
    const long got =
        learn_by_heart(&net, &by, &now.d, rows, t->size, t->most);
    expect_ending(got, &net);
    if (memcmp(rows, now.rows, sizeof rows) != 0 ||
        memcmp(numbers, now.d.numbers, (size_t)digits.rows * COLUMNS) != 0)
        suspect("%s has changed the rows or the data, which it is to read "
                "only",
                call());
    free(numbers);
    return got;
}

/* How many of the rows to test the network answers as the file says. */
static long right_elsewhere(void)
{
    size_t rows[360];
    for (size_t n = 0; n < 360; n++)
        rows[n] = 1437 + n;
    return (long)evaluate(&now.net, &digits, rows, 360, &now.p, NULL).right;
}

static void must_be_near(long got, long right, long within)
{
    MUST_HOLD(labs(got - right) <= within);
}

/* The task with so many steps at most as it takes, and with one less. */
static void at_the_limit(task t, long steps)
{
    end();
    t.most = steps;
    expect_learnt(&t, 0.0);
    end();
    t.most = steps - 1;
    expect_learnt(&t, 0.0);
}

static void by_heart(void)
{
    const task eight = {
        "the first eight rows", TRUE_LABELS, 8,    0,    1, 2,
        {PIXELS, 32, CLASSES},  adam_step,   0.01, MANY, 1};
    task t = eight;
    must_be_near(expect_learnt(&t, 0.0), 123, 1);
    must_be_near(right_elsewhere(), 187, 3);
    end();
    t.name = "the first eight rows, each with the label of the next";
    t.with = TURNED;
    const long steps = expect_learnt(&t, 0.0);
    must_be_near(steps, 122, 1);
    must_be_near(right_elsewhere(), 0, 2);
    at_the_limit(t, steps);
    end();
    t = eight;
    t.name = "eight rows of which two are one image with two labels";
    t.with = AT_ODDS;
    expect_learnt(&t, 0.0);
    end();
    const task others[] = {
        {"every ninth row from the fortieth on",
         TRUE_LABELS,
         16,
         40,
         9,
         3,
         {PIXELS, 12, 7, CLASSES},
         adam_step,
         0.03,
         MANY,
         2},
        {"one row",
         TRUE_LABELS,
         1,
         1000,
         1,
         1,
         {PIXELS, CLASSES},
         gd_step,
         0.5,
         MANY,
         3},
        {"plain descent",
         TURNED,
         5,
         700,
         3,
         2,
         {PIXELS, 20, CLASSES},
         gd_step,
         1.0,
         MANY,
         4},
        {"no steps",
         TRUE_LABELS,
         8,
         0,
         1,
         1,
         {PIXELS, CLASSES},
         gd_step,
         0.5,
         0,
         5},
    };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        expect_learnt(&others[i], 0.0);
        end();
    }
    /* The label of row 0 is 0: a large bias there knows it by heart. */
    t = eight;
    t.name = "a row that the start has by heart";
    t.size = 1;
    t.depth = 1;
    t.units[1] = CLASSES;
    expect_learnt(&t, 100.0);
    end();
    t.most = 5;
    t.name = "a bias that is a NaN";
    expect_learnt(&t, NAN);
    end();
}

const check checks[] = {by_heart, NULL};
