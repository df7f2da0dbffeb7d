/* 04-digits.c: the numbers of chapter 4's moving figures. */
#include "04-digits/digits_run.h"
#include "04-digits/softmax.h"
#include "figure.h"

#include <math.h>
#include <string.h>

INPUT_PLACE

/* A run of the program's, how well it answers the rows to test after each epoch, and, if there is room for them, its parameters then.
   What an epoch has come to stays, so that there is a way back. */
enum { EPOCHS = 40 };
typedef struct {
    digits_run r;
    long looked; /* how many of these are there */
    score tested[EPOCHS + 1];
    double *parameters;
} course;

static void course_begin(course *c, const digits_plan *plan, uint64_t seed)
{
    digits_run_free(&c->r);
    digits_run_begin(&c->r, plan, seed, NULL);
    c->looked = 0;
}

static void course_run(course *c, long epoch)
{
    training *const t = &c->r.t;
    const split *const s = &c->r.s;
    for (; c->looked <= epoch; c->looked++) {
        if (c->looked > 0)
            training_epoch(t);
        if (c->parameters != NULL)
            memcpy(c->parameters + c->looked * t->net.count, t->net.all, (size_t)t->net.count * sizeof(double));
        c->tested[c->looked] = evaluate(&t->net, t->data, s->rows + s->train, s->test, &t->pass, NULL);
    }
}

/* The ten answers to a sheet, and what one of the hidden units made of it: each pixel times its weight. Sheet 0 is empty, the others
   are the rows of the data; a pixel that is not NaN, so many sixteenths of ink, takes the place of what is there. */
#define LINE(row)                                                                                                                      \
    " start.ink" row "0 start.ink" row "1 start.ink" row "2 start.ink" row "3 start.ink" row "4 start.ink" row "5 start.ink" row       \
    "6 start.ink" row "7"
FIGURE(draw, "p.0 p.1 p.2 p.3 p.4 p.5 p.6 p.7 p.8 p.9 answer label test_right unit.z unit.a unit.b ink*64 hidden*32 saw*64" LINE("0")
                 LINE("1") LINE("2") LINE("3") LINE("4") LINE("5") LINE("6") LINE("7"))
{
    enum { SEED, SHEET, UNIT, PIXEL, STEP = PIXEL + PIXELS };
    enum { HIDDEN_UNITS = 32, COUNT = (PIXELS + 1) * HIDDEN_UNITS + (HIDDEN_UNITS + 1) * CLASSES };
    static struct {
        double p[CLASSES], answer, label, test_right, unit_z, unit_a, unit_b, ink[PIXELS], hidden[HIDDEN_UNITS], saw[PIXELS], start[PIXELS];
    } out;
    static double parameters[EPOCHS + 1][COUNT];
    static course c = {.parameters = parameters[0]};
    static mlp net;
    static mlp_pass pass;
    static double seed = -1;
    const long epoch = (long)in[STEP];
    const digits_plan usual = digits_plan_usual();
    if (in[SEED] != seed)
        course_begin(&c, &usual, (uint64_t)in[SEED]);
    seed = in[SEED];
    course_run(&c, epoch);
    if (net.all == NULL) {
        net = mlp_new(usual.depth, usual.units, usual.hidden);
        pass = mlp_pass_new(&net);
    }
    memcpy(net.all, parameters[epoch], sizeof parameters[epoch]);

    double *const x = pass.a[0];
    memset(x, 0, PIXELS * sizeof *x);
    out.label = in[SHEET] > 0 ? digit_row(&digits, (size_t)in[SHEET] - 1, x) : -1;
    const int unit = (int)in[UNIT] - 1;
    out.unit_b = out.unit_z = net.b[1][unit];
    for (int i = 0; i < PIXELS; i++) {
        out.start[i] = x[i] * INK;
        out.ink[i] = isnan(in[PIXEL + i]) ? out.start[i] : in[PIXEL + i];
        x[i] = out.ink[i] / INK;
        out.saw[i] = x[i] * net.W[1][i * HIDDEN_UNITS + unit];
        out.unit_z += out.saw[i];
    }
    mlp_forward(&net, &pass);
    softmax_loss(pass.a[2], CLASSES, 0, out.p);
    out.answer = largest(pass.a[2], CLASSES);
    memcpy(out.hidden, pass.a[1], sizeof out.hidden);
    out.unit_a = out.hidden[unit], out.test_right = (double)c.tested[epoch].right;
    return (const double *)&out;
}

/* How large the gradient of each layer's weights is at the start, over all rows to train on: the root of the mean of its squares, and
   its place on a logarithmic axis. And how well the network answers the rows to test, epoch by epoch. */
enum { LAYERS = 7 };
static const char *depth_says(void)
{
    static char says[256];
    strcpy(says, "gradient.first gradient.last ratio test_accuracy test_loss.last depth gradient.W*7 decades*7 accuracies*41\n"
                 "activation sigmoid|tanh|relu\ninit ");
    return strcat(says, mlp_init_words);
}

FIGURE(depth, depth_says())
{
    enum { HIDDEN_LAYERS, UNITS, ACTIVATION, INIT, SEED, STEP };
    static const activation *const kinds[] = {&sigmoid_units, &tanh_units, &relu_units};
    static struct {
        double first, last, ratio, test_accuracy, test_loss, depth, gradient[LAYERS], decades[LAYERS], accuracies[EPOCHS + 1];
    } out;
    static course c;
    static double asked[STEP] = {-1};
    const long epoch = (long)in[STEP];
    if (memcmp(asked, in, sizeof asked) != 0) {
        const int depth = (int)in[HIDDEN_LAYERS] + 1;
        digits_plan plan = digits_plan_usual();
        plan.depth = depth, plan.hidden = *kinds[(int)in[ACTIVATION]], plan.init = (mlp_init)in[INIT], plan.by.lr = 0.003;
        for (int l = 1; l <= depth; l++)
            plan.units[l] = l < depth ? (int)in[UNITS] : CLASSES;
        course_begin(&c, &plan, (uint64_t)in[SEED]);
        training *const t = &c.r.t;
        batch_gradient(&t->net, t->data, t->rows, t->count, &t->pass, &t->gradient);
        memset(out.gradient, 0, sizeof out.gradient);
        for (int l = 1; l <= depth; l++) {
            out.gradient[l - 1] = layer_size(&t->gradient, l);
            out.decades[l - 1] = log10(out.gradient[l - 1]);
        }
        out.depth = depth, out.first = out.gradient[0], out.last = out.gradient[depth - 1], out.ratio = out.last / out.first;
        memcpy(asked, in, sizeof asked);
    }
    course_run(&c, epoch);
    for (int e = 0; e <= EPOCHS; e++)
        out.accuracies[e] = e <= epoch ? (double)c.tested[e].right / (double)c.tested[e].rows : NAN;
    out.test_accuracy = out.accuracies[epoch], out.test_loss = c.tested[epoch].loss;
    return (const double *)&out;
}
