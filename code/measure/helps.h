/* helps.h: what helps a network to read hands that it has not seen, and
   what does not; and how the rows of the file go together: sheet by sheet,
   with the digits in almost the same order on each, so that a sheet is
   likely to be of one hand. */
#pragma once

#include "04-digits/digits_run.h"
#include "04-digits/nearest.h"
#include "04-digits/softmax.h"
#include "plumbing/parallel.h"
#include "shell/report.h"

#include <math.h>
#include <string.h>

enum {
    SHEETS_MOST = 32,
    TESTED_MOST = 400, /* rows of a sheet, or of those kept to test */
    TRIALS_MOST = 160, /* trainings with a help */
    COUNTED = 15,      /* rows: a sheet's beginning counts on for longer */
    EDGE = 8           /* pixels along the edge of an image */
};

/* What a row of the file shows. */
static int digit_at(size_t n)
{
    return digits.numbers[n * COLUMNS + PIXELS];
}

/* The sheets: sheet k has the rows from begins[k] to before begins[k + 1].
   The first few are trained on, each whole; the rows from test on are kept
   to test. */
typedef struct {
    size_t count, trained, test;
    size_t begins[SHEETS_MOST + 1];
} sheets;

/* From row n on, how many rows count: each digit is one more than the one
   before it, and a 9 is followed by a 0. */
static size_t rows_counting(size_t n)
{
    size_t next = n + 1;
    while (next < (size_t)digits.rows &&
           digit_at(next) == (digit_at(next - 1) + 1) % CLASSES)
        next++;
    return next - n;
}

/* Each sheet begins with 0 to 9, three times, and goes on in no order. Of
   one the 0 is missing, and of one a few more. */
static sheets sheets_find(void)
{
    sheets s = {.test = (size_t)digits.rows * 4 / 5};
    size_t counting = 0;
    for (size_t n = 0; n < (size_t)digits.rows; n += counting) {
        counting = rows_counting(n);
        if (counting >= COUNTED && s.count < SHEETS_MOST)
            s.begins[s.count++] = n;
    }
    s.begins[s.count] = (size_t)digits.rows;
    while (s.begins[s.trained + 1] <= s.test)
        s.trained++;
    return s;
}

/* Something to try: the default run, but for these. */
typedef struct {
    const char *name;
    int units;           /* in the hidden layer */
    long epochs;         /* of each training */
    size_t sheet_starts; /* trainings without a sheet, for each sheet; */
    size_t test_starts;  /* and with all rows to train on */
    double smooth;       /* the share of y that all classes divide */
    double decay;        /* the share of a weight that lr = 1 would take */
    void (*vary)(double x[PIXELS], random_stream *stream); /* or NULL */
} help;

static double pixel_at(const double x[PIXELS], int row, int column)
{
    const bool inside =
        row >= 0 && row < EDGE && column >= 0 && column < EDGE;
    return inside ? x[EDGE * row + column] : 0.0;
}

/* Moves the image by a pixel to the left, to the right, up or down, or not
   at all, each as often. */
static void image_shift(double x[PIXELS], random_stream *stream)
{
    static const int ways[5][2] = {
        {0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}};
    const int *const way = ways[random_below(stream, 5)];
    double from[PIXELS];
    memcpy(from, x, sizeof from);
    for (int i = 0; i < PIXELS; i++)
        x[i] = pixel_at(from, i / EDGE - way[0], i % EDGE - way[1]);
}

/* The ink at a place between pixels: of the four around it, each as much
   as it is near. */
static double ink_at(const double x[PIXELS], double row, double column)
{
    const int up = (int)floor(row), left = (int)floor(column);
    const double down = row - up, right = column - left;
    return (1.0 - down) * ((1.0 - right) * pixel_at(x, up, left) +
                           right * pixel_at(x, up, left + 1)) +
           down * ((1.0 - right) * pixel_at(x, up + 1, left) +
                   right * pixel_at(x, up + 1, left + 1));
}

/* Slants and stretches the image about its middle, by up to a fifth, and
   moves it by up to half a pixel. */
static void image_slant(double x[PIXELS], random_stream *stream)
{
    const double middle = 0.5 * (EDGE - 1);
    double from[PIXELS], by[6];
    memcpy(from, x, sizeof from);
    for (int k = 0; k < 6; k++)
        by[k] = (k < 4 ? 0.2 : 0.5) * (2.0 * random_uniform(stream) - 1.0);
    for (int i = 0; i < PIXELS; i++) {
        const double row = i / EDGE - middle, column = i % EDGE - middle;
        x[i] = ink_at(
            from, middle + row + by[0] * row + by[1] * column + by[4],
            middle + column + by[2] * row + by[3] * column + by[5]);
    }
}

/* As training.h's batch_gradient, with this help, whose y may be less sure:
   smooth = 0.1 makes it 0.91 for the right one of ten classes, and 0.01 for
   each of the others (Szegedy and others, CVPR 2016). */
static void helped_gradient(training *t, const help *h, const size_t rows[],
                            size_t size)
{
    mlp_pass *const p = &t->pass;
    double *const delta = p->delta[t->net.depth];
    memset(t->gradient.all, 0, (size_t)t->net.count * sizeof(double));
    for (size_t n = 0; n < size; n++) {
        const int label = digit_row(t->data, rows[n], p->a[0]);
        if (h->vary != NULL)
            h->vary(p->a[0], &t->stream);
        mlp_forward(&t->net, p);
        softmax_loss(p->a[t->net.depth], CLASSES, label, delta);
        for (int k = 0; k < CLASSES; k++) {
            const double y = k == label ? 1.0 - h->smooth : 0.0;
            delta[k] -= y + h->smooth / CLASSES;
            delta[k] /= (double)size;
        }
        mlp_backward(&t->net, p, &t->gradient);
    }
}

/* Weight decay, beside the optimizer (Loshchilov and Hutter, ICLR 2019). */
static void weights_decay(mlp *net, double share)
{
    for (int l = 1; l <= net->depth; l++)
        for (int k = 0; k < net->units[l - 1] * net->units[l]; k++)
            net->W[l][k] -= share * net->W[l][k];
}

static void helped_epoch(training *t, const help *h)
{
    random_shuffle(&t->stream, t->rows, t->count);
    for (size_t first = 0; first < t->count; first += t->batch) {
        const size_t left = t->count - first;
        helped_gradient(t, h, t->rows + first,
                        left < t->batch ? left : t->batch);
        weights_decay(&t->net, t->by.lr * h->decay);
        t->by.step(&t->by, &t->seen, t->net.count, t->net.all,
                   t->gradient.all);
    }
}

/* A training with a help, on the rows to train on but for those from first
   to before end; and which of these it then reads right. */
typedef struct {
    const help *with;
    uint64_t seed;
    size_t first, end;
    bool done; /* was there memory? */
    bool right[TESTED_MOST];
} trial;

static void trial_work(void *state, size_t number)
{
    trial *const a = (trial *)state + number;
    digits_plan plan = digits_plan_usual();
    digits_run r;
    training *const t = &r.t;
    plan.units[1] = a->with->units;
    a->done = digits_run_begin(&r, &plan, a->seed, NULL);
    if (a->done) {
        t->count = 0;
        for (size_t n = 0; n < r.s.train; n++)
            if (n < a->first || n >= a->end)
                t->rows[t->count++] = n;
        for (long epoch = 0; epoch < a->with->epochs; epoch++)
            helped_epoch(t, a->with);
        for (size_t n = a->first; n < a->end; n++)
            a->right[n - a->first] =
                evaluate(&t->net, t->data, &n, 1, &t->pass, NULL).right > 0;
    }
    digits_run_free(&r);
}

/* Trains with a help: first with all rows to train on, to read those kept
   to test, and then without each sheet, to read that. False, after saying
   why, if there is no memory. */
static bool trials_run(trial trials[], const help *h, const sheets *s)
{
    size_t count = 0;
    bool done = true;
    for (size_t i = 0; i < h->test_starts; i++)
        trials[count++] =
            (trial){h, i + 1, s->test, (size_t)digits.rows, false, {0}};
    for (size_t k = 0; k < s->trained; k++)
        for (size_t i = 0; i < h->sheet_starts; i++)
            trials[count++] = (trial){
                h, i + 1, s->begins[k], s->begins[k + 1], false, {0}};
    parallel_for(cores_online(), count, trial_work, trials, "trainings");
    for (size_t i = 0; i < count; i++)
        done = done && trials[i].done;
    return done;
}

/* The share that these trials read right of some of the rows that they left
   out, those from first to before end. */
static double share_right(const trial trials[], size_t count, size_t first,
                          size_t end)
{
    size_t right = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t n = first; n < end; n++)
            right += trials[i].right[n - trials[i].first];
    return (double)right / (double)(count * (end - first));
}

static void help_write(const output_file *values, const char *name,
                       const char *what, double number)
{
    char full[64];
    snprintf(full, sizeof full, "helps.%s.%s", name, what);
    value_write(values, full, number);
}

/* How much better than the base a help reads the n sheets that were left
   out, sheet for sheet, with the standard error. */
static void gain_write(const output_file *values, const char *name,
                       size_t n, const double base[], const double with[])
{
    const double count = (double)n;
    double sum = 0.0, squares = 0.0;
    for (size_t k = 0; k < n; k++)
        sum += with[k] - base[k];
    for (size_t k = 0; k < n; k++)
        squares += pow(with[k] - base[k] - sum / count, 2.0);
    help_write(values, name, "gain", sum / count);
    help_write(values, name, "error",
               sqrt(squares / (count - 1.0) / count));
}

/* Trains with a help and writes how well it reads the rows kept to test,
   and the sheets that were left out, whose shares it fills in. */
static bool help_measure(const output_file *values, const help *h,
                         const sheets *s, trial trials[], double shares[])
{
    double sum = 0.0;
    if (!trials_run(trials, h, s))
        return false;
    for (size_t k = 0; k < s->trained; k++) {
        shares[k] =
            share_right(trials + h->test_starts + k * h->sheet_starts,
                        h->sheet_starts, s->begins[k], s->begins[k + 1]);
        sum += shares[k];
    }
    help_write(values, h->name, "sheets", sum / (double)s->trained);
    help_write(
        values, h->name, "test.mean",
        share_right(trials, h->test_starts, s->test, (size_t)digits.rows));
    return true;
}

/* How many sheets there are, and how many are trained on as a whole; how
   many rows of the next, which is cut in two, are trained on; how many rows
   have the sheets behind it; and how well the base reads what is kept to
   test of each sheet. */
static void sheets_write(const output_file *values, const sheets *s,
                         const trial tests[], size_t starts)
{
    const size_t cut = s->begins[s->trained];
    value_write(values, "sheets", (double)s->count);
    value_write(values, "sheets.trained", (double)s->trained);
    value_write(values, "sheets.cut.trained", (double)(s->test - cut));
    value_write(values, "sheets.unseen",
                (double)(s->begins[s->count] - s->begins[s->trained + 1]));
    for (size_t k = s->trained; k < s->count; k++) {
        const size_t first = k == s->trained ? s->test : s->begins[k];
        value_write_at(values, "sheets.right", (int)k + 1,
                       share_right(tests, starts, first, s->begins[k + 1]));
    }
}

/* How many images have ink at the top and at the bottom. */
static void ink_write(const output_file *values)
{
    double high = 0.0;
    for (int n = 0; n < digits.rows; n++) {
        const unsigned char *const image = digits.numbers + n * COLUMNS;
        bool top = false, bottom = false;
        for (int i = 0; i < EDGE; i++) {
            top = top || image[i] > 0;
            bottom = bottom || image[PIXELS - 1 - i] > 0;
        }
        high += top && bottom;
    }
    value_write(values, "ink.high", high);
}

/* Of the networks the one that does best on one half of the rows kept to
   test, there and on the other half, over many halvings; and the mean of
   all networks on the same halves. */
static void halves_write(const output_file *values, const trial tests[],
                         size_t starts)
{
    enum { HALVINGS = 200 };
    random_stream stream = {1};
    const size_t rows = tests[0].end - tests[0].first, half = rows / 2;
    size_t order[TESTED_MOST];
    size_t best = 0, best_there = 0, all = 0, all_there = 0;
    for (size_t n = 0; n < rows; n++)
        order[n] = n;
    for (int h = 0; h < HALVINGS; h++) {
        size_t most = 0, then = 0;
        random_shuffle(&stream, order, rows);
        for (size_t i = 0; i < starts; i++) {
            size_t here = 0, there = 0;
            for (size_t n = 0; n < rows; n++)
                *(n < half ? &here : &there) += tests[i].right[order[n]];
            all += here;
            all_there += there;
            then = here > most ? there : then;
            most = here > most ? here : most;
        }
        best += most;
        best_there += then;
    }
    const double here = (double)(HALVINGS * half);
    const double there = (double)(HALVINGS * (rows - half));
    value_write(values, "halves.best", (double)best / here);
    value_write(values, "halves.all", (double)all / here / (double)starts);
    value_write(values, "halves.other", (double)best_there / there);
    value_write(values, "halves.other.all",
                (double)all_there / there / (double)starts);
}

/* How the nearest neighbour reads each sheet from the others' rows. */
static void nearest_measure(const output_file *values, const sheets *s,
                            double shares[])
{
    size_t rows[TESTED_MOST * SHEETS_MOST];
    double sum = 0.0;
    for (size_t k = 0; k < s->trained; k++) {
        const size_t first = s->begins[k], end = s->begins[k + 1];
        size_t size = 0, right = 0;
        for (size_t n = 0; n < s->test; n++)
            if (n < first || n >= end)
                rows[size++] = n;
        for (size_t n = first; n < end; n++)
            right += nearest_digit(&digits, rows, size, n) == digit_at(n);
        shares[k] = (double)right / (double)(end - first);
        sum += shares[k];
    }
    help_write(values, "nearest", "sheets", sum / (double)s->trained);
}

/* Trains without a help, and with each, and writes what came of it. False,
   after saying why, if there is no memory. */
static bool helps_measure(const output_file *values)
{
    static const help helps[] = {
        {"base", 32, 40, 4, 20, 0.0, 0.0, NULL},
        {"smooth", 32, 40, 4, 20, 0.1, 0.0, NULL},
        {"decay", 32, 40, 4, 20, 0.0, 0.1, NULL},
        {"shift", 32, 40, 4, 20, 0.0, 0.0, image_shift},
        {"width", 64, 80, 2, 10, 0.0, 0.0, NULL},
        {"slant", 64, 80, 2, 10, 0.0, 0.0, image_slant},
    };
    static trial trials[TRIALS_MOST];
    const help *const base = &helps[0];
    const sheets s = sheets_find();
    double without[SHEETS_MOST], with[SHEETS_MOST];
    if (!help_measure(values, base, &s, trials, without))
        return false;
    sheets_write(values, &s, trials, base->test_starts);
    ink_write(values);
    halves_write(values, trials, base->test_starts);
    for (size_t h = 1; h < sizeof helps / sizeof helps[0]; h++) {
        if (!help_measure(values, &helps[h], &s, trials, with))
            return false;
        gain_write(values, helps[h].name, s.trained, without, with);
    }
    nearest_measure(values, &s, with);
    gain_write(values, "nearest", s.trained, without, with);
    return true;
}
