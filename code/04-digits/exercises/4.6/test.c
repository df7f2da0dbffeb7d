/* The checks of exercise 4.6: one layer, beside sums that are worked out
   here weight by weight; and a whole network, layer after layer, beside the
   chapter's. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "04-digits/mlp.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 9, WEIGHTS = MOST * MOST, BEHIND = 2 };

/* A layer, and what stands in the arrays that are written to. */
typedef struct {
    int from, to;
    double delta[MOST], W[WEIGHTS], a[MOST];
    double dL_dW[WEIGHTS], dL_db[MOST], delta_before[MOST];
} layer;

static double W_of(const layer *l, int j, int k)
{
    return l->W[j * l->to + k];
}

/* What the paths from unit j of the layer before come to. */
static double paths(const layer *l, int j)
{
    double sum = 0.0;
    for (int k = 0; k < l->to; k++)
        sum += l->delta[k] * W_of(l, j, k);
    return sum;
}

static double delta_right(const layer *l, int j)
{
    return paths(l, j) * sigmoid_prime_from_output(l->a[j]);
}

/* An array of the call, at its exact length or with others behind it. */
typedef struct {
    double numbers[WEIGHTS + BEHIND];
    int length;
} array;

static array array_of(const double numbers[], int length)
{
    array a = {.length = length};
    for (int i = 0; i < length + BEHIND; i++)
        a.numbers[i] = i < length ? numbers[i] : 70.0;
    return a;
}

/* What who reads place i finds there. */
static double at_or_behind(const double numbers[], int length, int i)
{
    return i < length ? numbers[i] : i < length + BEHIND ? 70.0 : 0.0;
}

static void expect_end(const array *a, const char *call, const char *name)
{
    for (int i = a->length; i < a->length + BEHIND; i++)
        if (a->numbers[i] != 70.0)
            suspect("%s has written to %s[%d], behind its last number; how "
                    "far do the loops go?",
                    call, name, i);
}

static void expect_read_only(const array *a, const double before[],
                             const char *call, const char *name)
{
    if (memcmp(a->numbers, before, (size_t)a->length * sizeof(double)) != 0)
        suspect("%s has changed %s, which it is to read only", call, name);
}

static int print_numbers(char *to, size_t room, const char *name,
                         const double numbers[], int n)
{
    int used = snprintf(to, room, "%s {", name);
    for (int i = 0; i < n && (size_t)used < room; i++)
        used += snprintf(to + used, room - (size_t)used, "%s%.4g",
                         i > 0 ? ", " : "", numbers[i]);
    if ((size_t)used < room)
        used += snprintf(to + used, room - (size_t)used, "}");
    return used;
}

static const char *call(const layer *l)
{
    static char words[1500];
    const size_t room = sizeof words;
    size_t used = (size_t)snprintf(
        words, room,
        "layer_backward(delta, W, a, %d, %d, dL_dW, dL_db, delta_before),"
        " where delta is",
        l->from, l->to);
    used += (size_t)print_numbers(words + used, room - used, "", l->delta,
                                  l->to);
    if (l->from * l->to <= 12) {
        used += (size_t)print_numbers(words + used, room - used, ", W",
                                      l->W, l->from * l->to);
        used += (size_t)print_numbers(words + used, room - used, ", a",
                                      l->a, l->from);
    }
    snprintf(words + used, room - used, ",");
    return words;
}

/* Slips whose value differs from the right one; the last has none. */
typedef struct {
    slip all[32];
    int count;
} slip_list;

static void slip_add(slip_list *s, double value, double right, double size,
                     const char *message)
{
    if (fabs(value - right) > 1e-9 * size)
        s->all[s->count++] = (slip){value, message};
}

static void expect_bias(const layer *l, int k, double got)
{
    const double was = l->dL_db[k], delta = l->delta[k];
    const double right = was + delta, size = fabs(was) + fabs(delta);
    slip_list s = {.count = 0};
#define SLIP(value, message) slip_add(&s, value, right, size, message)
    SLIP(was, "it has not moved; a bias has a derivative, too");
    SLIP(delta, "it is set, and not added to; what of the batch's samples "
                "before this one?");
    SLIP(was - delta, "it is taken off; is the derivative added, or a step "
                      "made?");
    SLIP(was + delta * sigmoid_prime_from_output(l->a[k % l->from]),
         "there is a slope in it; delta has the slope of its own unit "
         "already");
    SLIP(was + delta * l->a[k % l->from],
         "a bias has no activation at its tail; by what is it multiplied "
         "in the forward pass?");
    SLIP(was + delta * l->from,
         "it is added once for each unit of the layer before; which loop "
         "does it stand in?");
    SLIP(was + delta / l->from, "it is divided; a bias has one path");
#undef SLIP
    expect_left(text("dL_db[%d]", k), call(l), got, right, 1e-13 * size,
                s.all);
}

/* Whether the derivatives went to where they would stand if the rows of W
   were as long as the layer before: behind the last, too. */
static bool in_long_rows(const layer *l, const double now[])
{
    array there = array_of(l->dL_dW, l->from * l->to);
    for (int j = 0; j < l->from; j++)
        for (int k = 0; k < l->to; k++)
            there.numbers[j * l->from + k] += l->a[j] * l->delta[k];
    for (int i = 0; i < there.length + BEHIND; i++)
        if (!nearly_equal(now[i], there.numbers[i]))
            return false;
    return true;
}

static void expect_weight(const layer *l, int j, int k, const double now[])
{
    const int at = j * l->to + k;
    const double got = now[at], was = l->dL_dW[at], d = l->delta[k],
                 a = l->a[j];
    const double right = was + a * d, size = fabs(was) + fabs(d);
    const double at_index = at < l->from * l->to ? a * d : 0.0;
    slip_list s = {.count = 0};
#define SLIP(value, message) slip_add(&s, value, right, size, message)
    SLIP(in_long_rows(l, now) ? got : right,
         "the rows of W are taken to be as long as the layer before; how "
         "many numbers are there in a row?");
    SLIP(was, "it has not moved; does every weight get its derivative?");
    SLIP(at_index, "it is set, and not added to; what of the batch's "
                   "samples before this one?");
    SLIP(was - a * d, "it is taken off; is the derivative added, or a step "
                      "made?");
    SLIP(was + d, "the activation at the weight's tail is left out");
    SLIP(was + a, "the delta at the weight's head is left out");
    SLIP(was + a * d * W_of(l, j, k),
         "the weight itself has no part in its own derivative");
    SLIP(was + W_of(l, j, k) * d,
         "a weight is multiplied where its activation belongs");
    SLIP(was + delta_right(l, j) * a,
         "that is the delta of the layer before; which delta stands at the "
         "weight's head?");
    SLIP(was + d * a * sigmoid_prime_from_output(a),
         "there is a slope in it; the way to a weight ends before the "
         "sigmoid of the layer before");
    SLIP(was + d * sigmoid_prime_from_output(a),
         "that is the slope of the activation; asked is the activation "
         "itself");
    SLIP(was + at_or_behind(l->a, l->from, k) * d,
         "it has the activation of another unit; at "
         "which unit does this weight begin?");
    SLIP(was + a * at_or_behind(l->delta, l->to, j),
         "it has the delta of another unit; at which unit does this "
         "weight end?");
    /* where the weight at this place would begin and end by columns */
    SLIP(was + l->a[at % l->from] * l->delta[at / l->from],
         "that belongs to another weight; how many numbers are there in a "
         "row of W?");
#undef SLIP
    expect_left(
        text("dL_dW[%d], of the weight from unit %d to unit %d,", at, j, k),
        call(l), got, right, 1e-13 * size, s.all);
}

/* What goes wrong on the way to a delta. */
static void expect_delta(const layer *l, int j, double got)
{
    const double a = l->a[j], slope = a * (1.0 - a), sum = paths(l, j);
    const double right = sum * slope, was = l->delta_before[j];
    double bare = 0.0, down = 0.0, by_columns = 0.0, size = 0.0;
    double so_far = 0.0, so_far_sloped = 0.0;
    for (int k = 0; k < l->to; k++) {
        const int column = k * l->to + j, wide = j * l->from + k;
        const int tall = k * l->from + j;
        bare += l->delta[k];
        size += fabs(l->delta[k] * W_of(l, j, k)) + 1e-12;
        if (column < l->from * l->to)
            down += l->delta[k] * l->W[column];
        else if (wide < l->from * l->to)
            down += l->delta[k] * l->W[wide];
        if (tall < l->from * l->to)
            by_columns += l->delta[k] * l->W[tall];
    }
    for (int i = 0; i <= j; i++) {
        so_far += paths(l, i);
        so_far_sloped = so_far * sigmoid_prime_from_output(l->a[i]);
    }
    double wide = 0.0;
    for (int k = 0; k < l->to; k++)
        wide += l->delta[k] *
                at_or_behind(l->W, l->from * l->to, j * l->from + k);
    const int end = l->to - 1;
    const double last = l->delta[end] * W_of(l, j, end);
    const double first = l->delta[0] * W_of(l, j, 0);
    const double sigma = sigmoid(a);
    slip_list s = {.count = 0};
#define SLIP(value, message) slip_add(&s, value, right, size, message)
    SLIP(was, "it has been left as it was; does every unit of the layer "
              "before get its delta?");
    SLIP(was + right, "it is added to what stood there; a delta belongs to "
                      "one sample");
    SLIP((was + sum) * slope, "what stood there goes into the sum; a delta "
                              "begins at zero");
    SLIP(sum, "the way from an activation back to its sum crosses a "
              "sigmoid; is the slope of it there?");
    SLIP(sum * a, "half of the slope is missing");
    SLIP(sum * (1.0 - a), "half of the slope is missing");
    SLIP(sum * sigma * (1.0 - sigma),
         "the slope is worked out as if a were a pre-activation; a has "
         "been through the sigmoid already");
    SLIP(sum * (1.0 - a * a), "that is the slope of tanh; these units are "
                              "sigmoids");
    SLIP(sum * a * (1.0 + a), "a sign in the slope is turned over");
    SLIP(sum * slope * slope, "the slope counts twice");
    SLIP(-right, "the size is right, and the sign is turned over");
    SLIP(last * slope, "only the last path is there; does the loop add, or "
                       "overwrite?");
    SLIP(first * slope, "only the first path is there; how many units does "
                        "this one lead to?");
    SLIP((sum - last) * slope, "the last path is left out");
    SLIP((sum - first) * slope, "the first path is left out");
    SLIP(bare * slope, "the deltas are summed without their weights");
    SLIP(so_far_sloped, "it has the paths of the units before in it; where "
                        "does the sum over the paths begin?");
    SLIP(right / l->to, "the paths are averaged; what does the chain rule "
                        "do with paths?");
    SLIP(down * slope, "the way back runs down a column of W; which "
                       "weights lead away from this unit?");
    SLIP(by_columns * slope,
         "the weights are taken as if W stood column by column; where is "
         "the weight from j to k?");
    SLIP(wide * slope, "the rows of W are taken to be as long as the layer "
                       "before; how many numbers are there in a row?");
    SLIP(at_or_behind(l->delta, l->to, j) * slope,
         "that has no path in it; how does the "
         "loss get from layer l to this unit?");
#undef SLIP
    expect_left(text("delta_before[%d]", j), call(l), got, right,
                1e-13 * size, s.all);
}

static void expect_layer(const layer *l)
{
    const int from = l->from, to = l->to;
    array delta = array_of(l->delta, to), W = array_of(l->W, from * to);
    array a = array_of(l->a, from), dL_dW = array_of(l->dL_dW, from * to);
    array dL_db = array_of(l->dL_db, to);
    array before = array_of(l->delta_before, from);
    layer_backward(delta.numbers, W.numbers, a.numbers, from, to,
                   dL_dW.numbers, dL_db.numbers, before.numbers);
    if (before.numbers[0] == TODO)
        unanswered("layer_backward");
    expect_read_only(&delta, l->delta, call(l), "delta");
    expect_read_only(&W, l->W, call(l), "W");
    expect_read_only(&a, l->a, call(l), "a");
    for (int k = 0; k < to; k++)
        expect_bias(l, k, dL_db.numbers[k]);
    for (int i = 0; i < from * to; i++) /* the second first */
        expect_weight(l, (i + 1) % (from * to) / to,
                      (i + 1) % (from * to) % to, dL_dW.numbers);
    for (int j = from - 1; j >= 0; j--)
        expect_delta(l, j, before.numbers[j]);
    expect_end(&dL_dW, call(l), "dL_dW");
    expect_end(&dL_db, call(l), "dL_db");
    expect_end(&before, call(l), "delta_before");
}

static layer drawn(random_stream *r, int from, int to, double size)
{
    layer l = {.from = from, .to = to};
    for (int k = 0; k < to; k++) {
        l.delta[k] = random_normal(r);
        l.dL_db[k] = random_normal(r);
    }
    for (int i = 0; i < from * to; i++) {
        l.W[i] = size * random_normal(r);
        l.dL_dW[i] = random_normal(r);
    }
    for (int j = 0; j < from; j++) {
        l.a[j] = sigmoid(2.0 * random_normal(r));
        l.delta_before[j] = random_normal(r);
    }
    return l;
}

static void one_layer(void)
{
    static const layer by_hand = {
        .from = 3,
        .to = 2,
        .delta = {0.5, -0.75},
        .W = {1.25, 2.0, -3.0, 0.25, 4.0, -2.5},
        .a = {0.25, 0.8, 0.6},
        .dL_dW = {10.0, 20.0, 30.0, 40.0, 50.0, 60.0},
        .dL_db = {3.0, 2.0},
        .delta_before = {9.0, 8.0, 7.0},
    };
    static const int shapes[][2] = {{2, 3}, {3, 3}, {1, 4}, {4, 1}, {1, 1},
                                    {9, 2}, {2, 9}, {9, 9}, {5, 8}};
    random_stream r = {46};
    expect_layer(&by_hand);
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        for (int draw = 0; draw < 4; draw++) {
            layer l = drawn(&r, shapes[i][0], shapes[i][1], 1.0 + draw);
            if (draw == 2)
                l.a[0] = 1.0; /* far out: no slope */
            if (draw == 3)
                l.delta[0] = l.a[l.from - 1] = 0.0;
            expect_layer(&l);
        }
}

/* The whole way back, through the reader's function. */
static void every_layer(const int units[], int depth)
{
    random_stream r = {47};
    mlp net = mlp_new(depth, units, sigmoid_units);
    mlp right = mlp_new(depth, units, sigmoid_units);
    mlp got = mlp_new(depth, units, sigmoid_units);
    mlp_pass p = mlp_pass_new(&net);
    double delta[2][MOST];
    MUST_HOLD(net.all && right.all && got.all && p.all);
    for (int i = 0; i < net.count; i++)
        net.all[i] = random_normal(&r);
    for (int row = 0; row < 3; row++) {
        for (int i = 0; i < units[0]; i++)
            p.a[0][i] = random_uniform(&r);
        mlp_forward(&net, &p);
        for (int k = 0; k < units[depth]; k++)
            p.delta[depth][k] = delta[depth % 2][k] = random_normal(&r);
        mlp_backward(&net, &p, &right);
        for (int l = depth; l > 0; l--)
            layer_backward(delta[l % 2], net.W[l], p.a[l - 1], units[l - 1],
                           units[l], got.W[l], got.b[l],
                           delta[(l - 1) % 2]);
    }
    double largest = 0.0;
    for (int i = 0; i < net.count; i++)
        largest = fmax(largest, fabs(got.all[i] - right.all[i]));
    mlp_free(&net);
    mlp_free(&right);
    mlp_free(&got);
    mlp_pass_free(&p);
    if (!(largest < 1e-12))
        suspect("layer by layer through a network of depth %d the gradient "
                "is wrong by %g; what does layer_backward remember from "
                "call to call?",
                depth, largest);
}

static void a_layer_in_the_middle(void)
{
    static const int units[] = {4, 6, 3, 5, 2};
    one_layer();
    every_layer(units, 4);
    every_layer(units, 1);
}

const check checks[] = {a_layer_in_the_middle, NULL};
