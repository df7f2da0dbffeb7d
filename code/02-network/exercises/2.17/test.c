/* The checks of exercise 2.17, whose answer is a program: it is run on
   starts that it has not seen, and what it prints is compared with what
   the book's network makes of them. */
#define _XOPEN_SOURCE 700 /* fmemopen */
#include "01-neuron/neuron.h"
#include "02-network/gradient.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LOSS,                   /* first, */
    DERIVATIVES,            /* then 13 of these, */
    AFTER = 1 + PARAMETERS, /* then the loss after the steps */
    RESULTS,                /* so many numbers in all */
    DIGITS = 10             /* of each that have to be right */
};
static const double lr = 0.5;

/* How a parameter file is laid out. */
typedef enum {
    PLAIN,    /* a row of a matrix a line */
    SAVED,    /* the same with 17 digits, as --save writes it */
    ONE_LINE, /* without a line break */
    COMMENTED /* with comments, empty lines, tabs */
} layout;

/* One run of the program. */
typedef struct {
    network net;
    long steps;
    layout as;
} start;

/* The numbers that a program is to print. */
typedef struct {
    double all[RESULTS];
} results;

/* What is suspected of a program, in this order. First what the loss of
   the start tells, */
typedef enum {
    EXCHANGED,
    COLUMNS,
    SHAPES,
    LAST_LOSS,
    TWICE_LOSS,
    MEAN_LOSS,
    MSE_LOSS,
    OR_TARGETS,
    AND_TARGETS,
    XNOR_TARGETS,
    NO_B1,
    NO_B2,
    LINEAR_OUTPUT,
    /* what the derivatives tell, */
    UPHILL,
    LAST_ROW,
    TWICE,
    MEAN,
    MSE,
    NO_OUTPUT_SLOPE,
    NO_HIDDEN_SLOPE,
    NO_W2,
    W2_FIRST,
    X_SWAPPED,
    LEFT_AT_ZERO,
    GRADIENT_AFTER,
    /* and what the loss after the steps tells. */
    STILL,
    ONE_FEWER,
    ONE_MORE,
    BIASES_STAY,
    STEPS_W2_FIRST,
    STEPS_ROW_BY_ROW,
    STEPS_NOT_EMPTIED,
    STEPS_MEAN,
    STEPS_WHOLE,
    STEPS_UPHILL,
    MISTAKES,
    NOTHING = MISTAKES
} mistake;

static const char *const suspicions[MISTAKES] = {
    [EXCHANGED] = "that is the loss after the steps; the loss of FILE as "
                  "it stands comes first",
    [COLUMNS] = "are the numbers of W1 taken column by column? In FILE "
                "they stand row by row, a row for each input",
    [SHAPES] = "are the shapes, which follow the names in FILE, taken for "
               "weights?",
    [LAST_LOSS] = "that is the loss of the last row alone; does each row "
                  "add to it?",
    [TWICE_LOSS] = "that is the sum of the squares without its half",
    [MEAN_LOSS] = "that is a mean over the rows; this loss is their sum",
    [MSE_LOSS] = "that is the mean of the squares; this loss is half their "
                 "sum",
    [OR_TARGETS] = "those are the targets of OR; what is XOR of two ones?",
    [AND_TARGETS] = "those are the targets of AND; which are XOR's?",
    [XNOR_TARGETS] = "the targets are turned round; which rows of XOR have "
                     "the target one?",
    [NO_B1] = "is b1 read, and added in each hidden unit?",
    [NO_B2] = "is b2 read, and added in the output?",
    [LINEAR_OUTPUT] = "the output has a sigmoid, too; is its sum taken for "
                      "its activation?",
    [UPHILL] = "the sign is turned over; is the error yhat less y, or y "
               "less yhat?",
    [LAST_ROW] = "that is the last row alone; do the rows' derivatives "
                 "add up, or does each overwrite the one before?",
    [TWICE] = "twice as large as it should be; what does the half in the "
              "loss do to its derivative?",
    [MEAN] = "that is the gradient of a mean over the rows; this loss is a "
             "sum",
    [MSE] = "half as large as it should be; does a half of the loss come "
            "in a second time?",
    [NO_OUTPUT_SLOPE] = "the way back from yhat to its sum crosses a "
                        "sigmoid; is the slope of it there?",
    [NO_HIDDEN_SLOPE] = "the way back from a hidden activation to its sum "
                        "crosses a sigmoid; is the slope of it there?",
    [NO_W2] = "the way back from the output to a hidden unit has a link; "
              "is that link's weight there?",
    [W2_FIRST] = "the way back goes through a W2 that has been updated; "
                 "which W2 did the forward pass use?",
    [X_SWAPPED] = "is multiplied by the other input; which of them does "
                  "this weight multiply?",
    [LEFT_AT_ZERO] = "is left at zero; does every parameter get its "
                     "derivative?",
    [GRADIENT_AFTER] = "that is the derivative after the steps; asked is "
                       "the one at the start",
    [STILL] = "that is the loss before the steps; do the parameters move, "
              "and is the loss worked out anew?",
    [ONE_FEWER] = "that is one step too few; is the loss one that was "
                  "worked out before the last step?",
    [ONE_MORE] = "that is one step too many; where does the count of the "
                 "steps begin, and where does it end?",
    [BIASES_STAY] = "the weights are trained and the biases are not; how "
                    "many parameters does a step move?",
    [STEPS_W2_FIRST] = "W2 is updated before the hidden deltas are worked "
                       "out; which W2 did the forward pass use?",
    [STEPS_ROW_BY_ROW] = "that is a step after each row; a step of "
                         "full-batch descent takes the rows' sum",
    [STEPS_NOT_EMPTIED] = "does a step begin with the sums of the step "
                          "before? What empties them?",
    [STEPS_MEAN] = "the steps are a quarter as long as they should be; "
                   "are they along a mean over the rows?",
    [STEPS_WHOLE] = "is the learning rate left out of the step?",
    [STEPS_UPHILL] = "the steps lead uphill; on which side of the slope is "
                     "downhill?",
};

static const double zeros[HIDDEN];

/* The parameters as somebody reads them: W1 column by column, or shapes
   for numbers. */
static network net_read_with(mistake m, network net)
{
    static const double shapes[][2] = {{2, 3}, {1, 3}, {3, 1}, {1, 1}};
    static const int from[] = {0, 6, 9, 12, PARAMETERS};
    network read = net;
    int k = 0;
    if (m == COLUMNS)
        for (int c = 0; c < INPUTS * HIDDEN; c++)
            read.W1[c % INPUTS][c / INPUTS] = net.all[c];
    if (m == NO_B1)
        memcpy(read.b1, zeros, sizeof zeros);
    if (m == NO_B2)
        read.b2 = 0.0;
    for (int matrix = 0; m == SHAPES && matrix < 4; matrix++) {
        for (int s = 0; s < 2 && k < PARAMETERS; s++)
            read.all[k++] = shapes[matrix][s];
        for (int p = from[matrix]; p < from[matrix + 1]; p++)
            if (k < PARAMETERS)
                read.all[k++] = net.all[p];
    }
    return read;
}

static batch rows_with(mistake m)
{
    batch rows = xor_rows();
    if (m == OR_TARGETS)
        rows.y[3] = 1.0;
    if (m == AND_TARGETS)
        rows.y[1] = rows.y[2] = 0.0, rows.y[3] = 1.0;
    for (int n = 0; m == XNOR_TARGETS && n < rows.size; n++)
        rows.y[n] = 1.0 - rows.y[n];
    return rows;
}

static double loss_with(mistake m, const network *net, const batch *rows)
{
    network_pass p;
    double loss = 0.0;
    network_forward(net, rows, &p);
    for (int n = m == LAST_LOSS ? rows->size - 1 : 0; n < rows->size; n++)
        loss += half_square(m == LINEAR_OUTPUT ? p.z2[n] : p.yhat[n],
                            rows->y[n]);
    return m == TWICE_LOSS  ? 2.0 * loss
           : m == MEAN_LOSS ? loss / rows->size
           : m == MSE_LOSS  ? 2.0 * loss / rows->size
                            : loss;
}

/* The gradient by the book's backward pass. */
static network gradient_of(const network *net, const batch *rows)
{
    network_pass p;
    double dL_dz2[ROWS];
    network d;
    network_forward(net, rows, &p);
    half_squares(rows, &p, dL_dz2);
    network_backward(net, rows, &p, dL_dz2, &d);
    return d;
}

/* The same with a mistake in a hidden delta or the input behind it. */
static void gradient_behind(mistake m, const network *net,
                            const batch *rows, network *d)
{
    const network before = *d;
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, rows, &p);
    half_squares(rows, &p, dL_dz2);
    memset(d->W1, 0, sizeof d->W1);
    memset(d->b1, 0, sizeof d->b1);
    for (int n = 0; n < rows->size; n++)
        for (int j = 0; j < HIDDEN; j++) {
            double delta = dL_dz2[n];
            if (m != NO_W2)
                delta *=
                    net->W2[j] - (m == W2_FIRST ? lr * before.W2[j] : 0.0);
            if (m != NO_HIDDEN_SLOPE)
                delta *= sigmoid_prime_from_output(p.h[n][j]);
            d->b1[j] += delta;
            for (int i = 0; i < INPUTS; i++)
                d->W1[i][j] +=
                    delta * rows->x[n][m == X_SWAPPED ? 1 - i : i];
        }
}

/* The gradient without the slope of the output's sigmoid. */
static network gradient_of_errors(const network *net, const batch *rows)
{
    network_pass p;
    double error[ROWS];
    network d;
    network_forward(net, rows, &p);
    for (int n = 0; n < rows->size; n++)
        error[n] = p.yhat[n] - rows->y[n];
    network_backward(net, rows, &p, error, &d);
    return d;
}

static batch one_row(const batch *rows, int n)
{
    return (batch){.size = 1,
                   .x = {{rows->x[n][0], rows->x[n][1]}},
                   .y = {rows->y[n]}};
}

static network gradient_with(mistake m, const network *net,
                             const batch *rows)
{
    const batch last = one_row(rows, rows->size - 1);
    network d = m == NO_OUTPUT_SLOPE ? gradient_of_errors(net, rows)
                : m == LAST_ROW      ? gradient_of(net, &last)
                                     : gradient_of(net, rows);
    const double factor = m == UPHILL         ? -1.0
                          : m == TWICE        ? 2.0
                          : m == MSE          ? 0.5
                          : m == MEAN         ? 1.0 / rows->size
                          : m == LEFT_AT_ZERO ? 0.0
                                              : 1.0;
    if (m == NO_HIDDEN_SLOPE || m == NO_W2 || m == W2_FIRST ||
        m == X_SWAPPED)
        gradient_behind(m, net, rows, &d);
    for (int k = 0; k < PARAMETERS; k++)
        d.all[k] *= factor;
    return d;
}

/* One step, along what is left in d of the steps before, too. */
static void step_with(mistake m, network *net, const batch *rows,
                      network *d)
{
    const network old = *d;
    for (int n = 0; m == STEPS_ROW_BY_ROW && n < rows->size; n++) {
        const batch row = one_row(rows, n);
        const network of_row = gradient_of(net, &row);
        network_step(net, &of_row, lr);
    }
    if (m == STEPS_ROW_BY_ROW)
        return;
    *d = gradient_with(m == STEPS_W2_FIRST ? W2_FIRST : m, net, rows);
    for (int k = 0; k < PARAMETERS; k++)
        d->all[k] += m == STEPS_NOT_EMPTIED ? old.all[k] : 0.0;
    if (m == BIASES_STAY) {
        memcpy(d->b1, zeros, sizeof zeros);
        d->b2 = 0.0;
    }
    network_step(net, d,
                 m == STEPS_MEAN     ? lr / rows->size
                 : m == STEPS_WHOLE  ? 1.0
                 : m == STEPS_UPHILL ? -lr
                 : m == STILL        ? 0.0
                                     : lr);
}

static results results_with(mistake m, const start *s)
{
    const batch rows = rows_with(m);
    const long steps = s->steps - (m == ONE_FEWER) + (m == ONE_MORE);
    results r;
    network net = net_read_with(m, s->net);
    network d = gradient_with(m, &net, &rows), sums = {.b2 = 0.0};
    r.all[LOSS] = loss_with(m, &net, &rows);
    for (long step = 0; step < steps; step++)
        step_with(m, &net, &rows, &sums);
    r.all[AFTER] = loss_with(m, &net, &rows);
    if (m == GRADIENT_AFTER)
        d = gradient_of(&net, &rows);
    memcpy(r.all + DERIVATIVES, d.all, sizeof d.all);
    if (m == EXCHANGED) {
        const double first = r.all[LOSS];
        r.all[LOSS] = r.all[AFTER];
        r.all[AFTER] = first;
    }
    return r;
}

static results results_right(const start *s)
{
    const batch rows = xor_rows();
    const network d = gradient_of(&s->net, &rows);
    network net = s->net;
    results r;
    r.all[LOSS] = network_loss(half_squares, &net, &rows);
    memcpy(r.all + DERIVATIVES, d.all, sizeof d.all);
    network_train(&net, &rows, lr, s->steps);
    r.all[AFTER] = network_loss(half_squares, &net, &rows);
    return r;
}

static double loss_after(start s, long steps)
{
    s.steps = steps;
    return results_right(&s).all[AFTER];
}

static const char *result_name(int k)
{
    return k == LOSS    ? "the loss"
           : k == AFTER ? "the loss after N steps"
                        : text("dL/d%s", parameter_names[k - DERIVATIVES]);
}

static const struct {
    const char *name;
    int rows, columns;
} matrices[] = {{"W1", 2, 3}, {"b1", 1, 3}, {"W2", 3, 1}, {"b2", 1, 1}};

/* Writes the start into a stream, laid out in this way. */
static void start_write(FILE *to, const start *s, layout as)
{
    const double *next = s->net.all;
    const bool notes = as == COMMENTED;
    if (notes)
        fputs("# W1 9 9: this is a comment, b1 7 7 7\n\n", to);
    for (int m = 0; m < 4; m++) {
        const int columns = matrices[m].columns;
        const int count = matrices[m].rows * columns;
        fprintf(to,
                notes ? "\t%s\n%d %d #%d numbers, b2 8 8 9" : "%s %d %d",
                matrices[m].name, matrices[m].rows, columns, count);
        for (int i = 0; i < count; i++)
            fprintf(to, as == SAVED ? "%s%.17g" : "%s%g",
                    as == ONE_LINE       ? " "
                    : notes && i % 2 > 0 ? "  \n\n#\n\t "
                    : i % columns == 0   ? "\n "
                                         : "  ",
                    *next++);
        fputs(as == ONE_LINE && m < 3 ? " " : "\n", to);
        if (notes)
            fprintf(to, "# that was %s; 8 8 8", matrices[m].name);
        if (notes && m < 3)
            fputs("\n", to);
    }
}

/* What is said before what is wrong: how to run the same again. */
static const char *said_of(const start *s)
{
    static char said[600];
    char numbers[400] = "";
    FILE *memory = fmemopen(numbers, sizeof numbers, "w");
    MUST_HOLD(memory != NULL);
    start_write(memory, s, ONE_LINE);
    fclose(memory);
    numbers[strcspn(numbers, "\n")] = '\0';
    snprintf(said, sizeof said,
             "program FILE %ld, with \"%s\" in FILE (line breaks%s left "
             "out)",
             s->steps, numbers, s->as == COMMENTED ? " and comments" : "");
    return said;
}

static const char *count_suspicion(int count)
{
    if (count == 0)
        return "a number counts where spaces or line breaks stand around "
               "it; x=7 is a word";
    if (count == PARAMETERS)
        return "are both losses there?";
    if (count == RESULTS - 1)
        return "is a loss left out, or a derivative?";
    if (count < PARAMETERS)
        return "is the loss there, each derivative, and the loss after N "
               "steps? x=7 is a word, not a number";
    if (count == RESULTS + 1)
        return "is N printed, too, or another number that is no result?";
    if (count == RESULTS + PARAMETERS)
        return "are the parameters printed, too?";
    return "what else is printed that is a number with spaces around it?";
}

static bool is_right(double x, double right)
{
    return agrees(x, right, DIGITS) || fabs(x - right) <= 1e-14;
}

/* What to suspect of number k, which is x and is wrong. */
static const char *result_suspicion(const start *s, int k, double x,
                                    const char *word, const results *right)
{
    if (isnan(x))
        return "not a number; is a variable read before it has a value?";
    if (is_cut_short(word, right->all[k], DIGITS))
        return text("right as far as it goes; which format prints %d "
                    "significant digits?",
                    DIGITS);
    if (fabs(x - right->all[k]) <= 1e-5 * fabs(right->all[k]))
        return "right in its first digits; is it found by nudging, or kept "
               "in a float?";
    for (int m = k == AFTER ? STILL : 0;
         m < (k == AFTER ? MISTAKES : STILL); m++) {
        const results wrong = results_with((mistake)m, s);
        if (wrong.all[k] != right->all[k] && agrees(x, wrong.all[k], 8))
            return suspicions[m];
    }
    for (long steps = 1; k == AFTER && steps <= 10000; steps *= 10)
        if (agrees(x, loss_after(*s, steps), 8))
            return "that is the loss after another number of steps; does "
                   "the program heed N?";
    for (int other = 0; other < RESULTS; other++)
        if (agrees(x, right->all[other], 8))
            return text("that is %s; in which order are they asked for?",
                        result_name(other));
    return k == LOSS    ? "follow one row forward; which number of FILE "
                          "gets where?"
           : k == AFTER ? "the gradient is right; what does one step do "
                          "with it?"
                        : "go back over the path from the loss to this "
                          "parameter, one factor at a time";
}

/* What to suspect where a start that went right in the plain layout goes
   wrong in another. */
static const char *const layout_suspicions[] = {
    [SAVED] = "with fewer digits in FILE the same start went right; how "
              "does the program read a number?",
    [ONE_LINE] = "with line breaks in FILE the same start went right; does "
                 "the program count on lines?",
    [COMMENTED] = "without comments and empty lines in FILE the same start "
                  "went right; what happens at a #?",
};

/* What the last run was given, and what it printed. */
typedef struct {
    start start;
    results printed;
} last_run;

/* Ends the check if number k is wrong. */
static void expect_number_right(const start *s, int k,
                                const answer_numbers *found,
                                const results *right, const char *known)
{
    const double x = found->values[k];
    if (!is_right(x, right->all[k]))
        suspect("%s: it printed %s for %s, expected %.*g: %s", said_of(s),
                found->words[k], result_name(k), DIGITS, right->all[k],
                known != NULL
                    ? known
                    : result_suspicion(s, k, x, found->words[k], right));
}

/* Ends the check if what the program makes of a start is wrong. Where this
   start was right in another layout, the layout is to blame. */
static void expect_run(const start *s, last_run *before)
{
    static answer_output o;
    static answer_numbers found;
    const results right = results_right(s);
    const char *known = NULL;
    char parameters[4000] = "";
    FILE *memory = fmemopen(parameters, sizeof parameters, "w");
    MUST_HOLD(memory != NULL);
    start_write(memory, s, s->as);
    MUST_HOLD(fclose(memory) == 0);
    answer_run(parameters, text("%ld", s->steps), &o);
    if (s->as != before->start.as && s->steps == before->start.steps &&
        memcmp(&s->net, &before->start.net, sizeof s->net) == 0)
        known = layout_suspicions[s->as];
    const char *ending =
        answer_ending(&o, "FILE and N", "FILE", "a file which is not open");
    if (ending != NULL)
        suspect("%s: %s%s%s", said_of(s), ending, known != NULL ? " " : "",
                known != NULL ? known : "");
    answer_read(&o, &found);
    if (found.count != RESULTS)
        suspect("%s: it printed %d numbers, expected %d: %s", said_of(s),
                found.count, RESULTS,
                known != NULL ? known : count_suspicion(found.count));
    if (known == NULL && memcmp(before->printed.all, found.values,
                                sizeof before->printed.all) == 0)
        known = before->start.steps != s->steps
                    ? "it printed the same for another N; does it read N?"
                    : "it printed the same for another FILE; does it read "
                      "FILE?";
    for (int k = 0; k < RESULTS; k++)
        expect_number_right(s, k, &found, &right, known);
    before->start = *s;
    memcpy(before->printed.all, found.values, sizeof before->printed.all);
}

/* A start whose numbers are whole multiples of a unit, so that a few
   digits are all of them. */
static start start_draw(init_kind init, uint64_t seed, double scale,
                        long steps, layout as)
{
    random_stream stream = {seed};
    start s = {network_start(init, &stream), steps, as};
    const double units = init == INIT_TINY ? 1e6 : 1e3; /* in 1 */
    for (int k = 0; k < PARAMETERS; k++)
        s.net.all[k] = round(scale * s.net.all[k] * units) / units;
    return s;
}

static void every_start(void)
{
    if (!answer_is_program())
        unanswered("the program, which begins at its main");
    const start starts[] = {
        start_draw(INIT_NORMAL, 2, 1.0, 10, PLAIN),
        start_draw(INIT_NORMAL, 2, 1.0, 10, ONE_LINE),
        start_draw(INIT_NORMAL, 2, 1.0, 10, SAVED),
        start_draw(INIT_NORMAL, 2, 1.0, 10, COMMENTED),
        start_draw(INIT_SYMMETRIC, 1, 1.0, 10, PLAIN),
        start_draw(INIT_SYMMETRIC, 1, 1.0, 1, PLAIN),
        start_draw(INIT_SYMMETRIC, 1, 1.0, 0, PLAIN),
        start_draw(INIT_NORMAL, 3, 6.0, 100, ONE_LINE),
        start_draw(INIT_TINY, 4, 1.0, 3, SAVED),
        start_draw(INIT_HALF, 5, 1.0, 25, COMMENTED),
        start_draw(INIT_GLOROT, 6, 1.0, 1000, SAVED),
        start_draw(INIT_UNIFORM, 7, 1.0, 2000, PLAIN),
    };
    last_run before = {.start.steps = -1};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        expect_run(&starts[i], &before);
}

const check checks[] = {every_start, NULL};
