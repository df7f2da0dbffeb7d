/* helps.h: what helps a network to read hands that it has not seen, and
   what does not; and how the rows of the file go together: sheet by sheet,
   with the digits in almost the same order on each, so that a sheet is
   likely to be of one hand. */
#pragma once

#include "04-digits/digits_run.h"
#include "04-digits/softmax.h"
#include "plumbing/messages.h"
#include "plumbing/parallel.h"
#include "shell/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHEETS_MOST = 32,
    TESTED_MOST = 400, /* rows of a sheet, or of those kept to test */
    COUNTED = 15,      /* rows: a sheet's beginning counts on for longer */
    EDGE = 8           /* pixels along the edge of an image */
};

/* The sheets: sheet k has the rows from begins[k] to before begins[k + 1].
   The first few are trained on, each whole. */
typedef struct {
    size_t count, trained;
    size_t begins[SHEETS_MOST + 1];
} sheets;

static int digit_at(size_t n)
{
    return digits.numbers[n * COLUMNS + PIXELS];
}

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
static sheets sheets_find(size_t train)
{
    sheets s = {0, 0, {0}};
    size_t counting = 0;
    for (size_t n = 0; n < (size_t)digits.rows; n += counting) {
        counting = rows_counting(n);
        if (counting >= COUNTED && s.count < SHEETS_MOST)
            s.begins[s.count++] = n;
    }
    s.begins[s.count] = (size_t)digits.rows;
    while (s.begins[s.trained + 1] <= train)
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

/* p - y with a y that is less sure: smooth = 0.1 makes it 0.91 for the
   right one of ten classes, and 0.01 for each of the others (Szegedy and
   others, CVPR 2016). */
static void smoothed_slope(const double p[], int n, int right,
                           double smooth, double dL_dz[])
{
    for (int k = 0; k < n; k++) {
        const double y = (k == right ? 1.0 - smooth : 0.0) + smooth / n;
        dL_dz[k] = p[k] - y;
    }
}

/* As training.h's batch_gradient, with this help. */
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
        smoothed_slope(delta, CLASSES, label, h->smooth, delta);
        for (int k = 0; k < CLASSES; k++)
            delta[k] /= (double)size;
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

/* A training with a help, and which rows it answered right: of a sheet
   that was left out or, where out is 0, of those kept to test. */
typedef struct {
    const help *with;
    uint64_t seed;
    size_t first, out; /* the sheet: its first row, and how many it has */
    bool done;         /* was there memory? */
    score seen;        /* of the rows trained on */
    size_t looked;     /* at so many rows */
    bool right[TESTED_MOST];
} trial;

/* Moves the rows of the sheet behind the others to train on, and takes
   them out. */
static void sheet_leave(digits_run *r, size_t first, size_t out)
{
    size_t *const rows = r->s.rows;
    r->t.count = r->s.train - out;
    for (size_t n = first; n < r->t.count; n++)
        rows[n] = n + out;
    for (size_t n = 0; n < out; n++)
        rows[r->t.count + n] = first + n;
}

static void trial_work(void *state, size_t number)
{
    trial *const a = (trial *)state + number;
    const digits_plan plan = {.data = &digits,
                              .split = SPLIT_FILE,
                              .depth = 2,
                              .units = {PIXELS, a->with->units, CLASSES},
                              .hidden = sigmoid_units,
                              .init = MLP_GLOROT,
                              .by = {adam_step, 0.01, 0.9, 0.999, 1e-7},
                              .batch = 32,
                              .shuffled = true};
    digits_run r;
    a->done = digits_run_begin(&r, &plan, a->seed, NULL);
    if (a->done) {
        training *const t = &r.t;
        sheet_leave(&r, a->first, a->out);
        for (long epoch = 0; epoch < a->with->epochs; epoch++)
            helped_epoch(t, a->with);
        a->looked = a->out > 0 ? a->out : r.s.test;
        a->seen =
            evaluate(&t->net, t->data, t->rows, t->count, &t->pass, NULL);
        for (size_t n = 0; n < a->looked && n < TESTED_MOST; n++) {
            const size_t *const row = r.s.rows + t->count + n;
            a->right[n] =
                evaluate(&t->net, t->data, row, 1, &t->pass, NULL).right >
                0;
        }
    }
    digits_run_free(&r);
}

/* How many of these of the rows that a trial looked at it got right. */
static size_t rights_of(const trial *a, size_t from, size_t to)
{
    size_t right = 0;
    for (size_t n = from; n < to; n++)
        right += a->right[n];
    return right;
}

/* The mean share over trials. */
static double mean_right(const trial trials[], size_t count, size_t from,
                         size_t to)
{
    size_t right = 0;
    for (size_t i = 0; i < count; i++)
        right += rights_of(&trials[i], from, to);
    return (double)right / (double)(count * (to - from));
}

/* What came of a help: the mean share right of each sheet, left out or, as
   far as it was, kept to test; and the trials with all rows to train on. */
typedef struct {
    double by_sheet[SHEETS_MOST];
    const trial *tests;
} helped;

static void help_write(const output_file *values, const char *name,
                       const char *what, double number)
{
    char full[64];
    snprintf(full, sizeof full, "helps.%s.%s", name, what);
    value_write(values, full, number);
}

/* How much better than the base it reads the sheets that were left out,
   sheet for sheet, with the standard error; and how many it reads better.
   */
static void gain_write(const output_file *values, const sheets *s,
                       const char *name, const helped *base,
                       const helped *a)
{
    const double n = (double)s->trained;
    double sum = 0.0, squares = 0.0, better = 0.0;
    for (size_t k = 0; k < s->trained; k++) {
        sum += a->by_sheet[k] - base->by_sheet[k];
        better += a->by_sheet[k] > base->by_sheet[k];
    }
    for (size_t k = 0; k < s->trained; k++)
        squares += pow(a->by_sheet[k] - base->by_sheet[k] - sum / n, 2.0);
    help_write(values, name, "gain", sum / n);
    help_write(values, name, "error", sqrt(squares / (n - 1.0) / n));
    help_write(values, name, "better", better);
}

static void helped_write(const output_file *values, const sheets *s,
                         const help *h, const helped *a)
{
    const size_t starts = h->test_starts, rows = a->tests[0].looked;
    size_t least = rows, most = 0, seen = 0;
    double sheets_sum = 0.0;
    for (size_t k = 0; k < s->trained; k++)
        sheets_sum += a->by_sheet[k];
    for (size_t i = 0; i < starts; i++) {
        const size_t right = rights_of(&a->tests[i], 0, rows);
        seen += a->tests[i].seen.right;
        least = right < least ? right : least;
        most = right > most ? right : most;
    }
    help_write(values, h->name, "sheets", sheets_sum / (double)s->trained);
    help_write(values, h->name, "test.mean",
               mean_right(a->tests, starts, 0, rows));
    help_write(values, h->name, "test.least", (double)least / (double)rows);
    help_write(values, h->name, "test.most", (double)most / (double)rows);
    help_write(values, h->name, "accuracy",
               (double)seen / (double)(starts * a->tests[0].seen.rows));
}

/* How many sheets there are and of what length; how many are trained on as
   a whole; how many rows of the next, which is cut in two, are trained on
   and tested; of how many tested rows nothing of the sheet is trained on;
   and how well the base reads those sheets that are tested. */
static void sheets_write(const output_file *values, const sheets *s,
                         size_t train, const helped *base)
{
    size_t shortest = s->begins[1], longest = 0, unseen = s->trained;
    for (size_t k = 0; k < s->count; k++) {
        const size_t rows = s->begins[k + 1] - s->begins[k];
        shortest = rows < shortest ? rows : shortest;
        longest = rows > longest ? rows : longest;
    }
    while (s->begins[unseen] < train)
        unseen++;
    value_write(values, "sheets", (double)s->count);
    value_write(values, "sheets.shortest", (double)shortest);
    value_write(values, "sheets.longest", (double)longest);
    value_write(values, "sheets.trained", (double)s->trained);
    value_write(values, "sheets.cut.trained",
                (double)(train - s->begins[s->trained]));
    value_write(values, "sheets.cut.tested",
                (double)(s->begins[unseen] - train));
    value_write(values, "sheets.unseen",
                (double)(s->begins[s->count] - s->begins[unseen]));
    for (size_t k = s->trained; k < s->count; k++)
        value_write_at(values, "sheets.right", (int)k + 1,
                       base->by_sheet[k]);
}

/* The share of all ink in each edge of the image; and how many images have
   ink at the top and at the bottom, and how many at the left and at the
   right. */
static void ink_write(const output_file *values)
{
    static const char *const names[] = {"ink.top", "ink.bottom", "ink.left",
                                        "ink.right"};
    double ink[4] = {0.0}, all = 0.0, high = 0.0, wide = 0.0;
    for (size_t n = 0; n < (size_t)digits.rows; n++) {
        double x[PIXELS];
        bool has[4] = {false};
        digit_row(&digits, n, x);
        for (int i = 0; i < PIXELS; i++) {
            const bool at[4] = {i / EDGE == 0, i / EDGE == EDGE - 1,
                                i % EDGE == 0, i % EDGE == EDGE - 1};
            all += x[i];
            for (int e = 0; e < 4; e++) {
                ink[e] += at[e] ? x[i] : 0.0;
                has[e] = has[e] || (at[e] && x[i] > 0.0);
            }
        }
        high += has[0] && has[1];
        wide += has[2] && has[3];
    }
    for (int e = 0; e < 4; e++)
        value_write(values, names[e], ink[e] / all);
    value_write(values, "ink.high", high);
    value_write(values, "ink.wide", wide);
}

/* Of the networks the one that does best on one half of the rows kept to
   test, there and on the other half, over many halvings; and the mean of
   all networks on the same halves. */
static void halves_write(const output_file *values, const trial tests[],
                         size_t starts)
{
    enum { HALVINGS = 200 };
    random_stream stream = {1};
    const size_t rows = tests[0].looked, half = rows / 2;
    size_t order[TESTED_MOST];
    size_t best = 0, best_there = 0, all = 0, all_there = 0;
    for (size_t n = 0; n < rows; n++)
        order[n] = n;
    for (int h = 0; h < HALVINGS; h++) {
        size_t most = 0, then = 0;
        random_shuffle(&stream, order, rows);
        for (size_t i = 0; i < starts; i++) {
            size_t here = 0, there = 0;
            for (size_t n = 0; n < half; n++)
                here += tests[i].right[order[n]];
            for (size_t n = half; n < rows; n++)
                there += tests[i].right[order[n]];
            all += here;
            all_there += there;
            then = here > most ? there : then;
            most = here > most ? here : most;
        }
        best += most;
        best_there += then;
    }
    const double here = (double)HALVINGS * (double)half;
    const double there = (double)HALVINGS * (double)(rows - half);
    value_write(values, "halves", HALVINGS);
    value_write(values, "halves.best", (double)best / here);
    value_write(values, "halves.all", (double)all / here / (double)starts);
    value_write(values, "halves.other", (double)best_there / there);
    value_write(values, "halves.other.all",
                (double)all_there / there / (double)starts);
}

/* Lists the trials: for each help those without each sheet, sheet by sheet,
   then those with all rows to train on. Where there is a list to fill in it
   must have room for them. Returns how many they are. */
static size_t trials_list(trial list[], const help helps[], size_t count,
                          const sheets *s)
{
    size_t n = 0;
    for (size_t h = 0; h < count; h++)
        for (size_t k = 0; k <= s->trained; k++) {
            const bool tests = k == s->trained;
            const size_t starts =
                tests ? helps[h].test_starts : helps[h].sheet_starts;
            for (size_t i = 0; i < starts; i++, n++)
                if (list != NULL)
                    list[n] = (trial){
                        .with = &helps[h],
                        .seed = i + 1,
                        .first = s->begins[k],
                        .out = tests ? 0 : s->begins[k + 1] - s->begins[k]};
        }
    return n;
}

/* What came of a help, from its trials as they are listed. */
static helped helped_by(const help *h, const trial trials[],
                        const sheets *s, size_t train)
{
    helped a = {.tests = trials + s->trained * h->sheet_starts};
    for (size_t k = 0; k < s->count; k++) {
        const size_t first = s->begins[k], end = s->begins[k + 1];
        a.by_sheet[k] = k < s->trained
                            ? mean_right(trials + k * h->sheet_starts,
                                         h->sheet_starts, 0, end - first)
                            : mean_right(a.tests, h->test_starts,
                                         first > train ? first - train : 0,
                                         end - train);
    }
    return a;
}

/* Trains with each help, without each sheet and with all, and writes what
   came of it. False, after saying why, if there is no memory. */
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
    enum { HELPS = sizeof helps / sizeof helps[0] };
    const size_t train = (size_t)digits.rows * 4 / 5;
    const sheets s = sheets_find(train);
    const size_t count = trials_list(NULL, helps, HELPS, &s);
    trial *const trials = calloc(count, sizeof *trials);
    bool done = trials != NULL;
    helped all[HELPS];
    if (done) {
        trials_list(trials, helps, HELPS, &s);
        parallel_for(cores_online(), count, trial_work, trials,
                     "trainings");
    }
    for (size_t n = 0; done && n < count; n++)
        done = trials[n].done;
    if (done) {
        const trial *next = trials;
        for (size_t h = 0; h < HELPS; h++) {
            all[h] = helped_by(&helps[h], next, &s, train);
            next = all[h].tests + helps[h].test_starts;
            helped_write(values, &s, &helps[h], &all[h]);
            if (h > 0)
                gain_write(values, &s, helps[h].name, &all[0], &all[h]);
        }
        sheets_write(values, &s, train, &all[0]);
        ink_write(values);
        halves_write(values, all[0].tests, helps[0].test_starts);
    }
    free(trials);
    return done || complain("no memory for %zu trainings", count);
}
