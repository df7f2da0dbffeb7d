/* The checks of exercise 2.12: what tie_break does to networks whose
   hidden units are alike, and fifty streams, each with a start of its own
   that is trained. */
#include "answer.h"

#include "02-network/descent.h"
#include "02-network/gradient.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

enum { STREAMS = 50, EPOCHS = 10000, ENOUGH = 45 };

/* A network before and after, and the stream that was handed over. */
typedef struct {
    const char *name; /* of the network before */
    uint64_t seed;
    network before, after;
    random_stream left; /* what the stream is then */
} breaking;

static breaking break_tie(const char *name, const network *tied,
                          uint64_t seed)
{
    breaking b = {name, seed, *tied, *tied, {seed}};
    tie_break(&b.after, &b.left);
    return b;
}

static const char *call_text(const breaking *b)
{
    return text("tie_break(%s, the stream of seed %llu)", b->name,
                (unsigned long long)b->seed);
}

static bool same_network(const network *one, const network *other)
{
    return memcmp(one, other, sizeof *one) == 0;
}

static bool units_alike(const network *net, int j, int k)
{
    bool alike = net->b1[j] == net->b1[k] && net->W2[j] == net->W2[k];
    for (int i = 0; i < INPUTS; i++)
        alike = alike && net->W1[i][j] == net->W1[i][k];
    return alike;
}

static void expect_near(const breaking *b)
{
    for (int k = 0; k < PARAMETERS; k++) {
        const double from = b->before.all[k], to = b->after.all[k];
        const char *const name = parameter_names[k];
        if (isnan(to))
            suspect("%s left %s = NaN, which is not a number: what has it "
                    "been divided by, or added to?",
                    call_text(b), name);
        if (!(fabs(to - from) <= FARTHEST * (1.0 + 1e-9)))
            suspect("%s left %s = %g, which was %g: moved farther than the "
                    "exercise allows; how far can the numbers you draw go?",
                    call_text(b), name, to, from);
    }
}

/* The three hidden units are alike, as before. */
_Noreturn static void suspect_clones(const breaking *b)
{
    network but_b2 = b->after;
    if (same_network(&b->after, &b->before))
        suspect("%s left every parameter as it was; what does the size of "
                "a move depend on?",
                call_text(b));
    but_b2.b2 = b->before.b2;
    if (same_network(&but_b2, &b->before))
        suspect("%s left b2 changed and nothing else: the bias of the "
                "output is no hidden unit's own; they are clones as before",
                call_text(b));
    suspect("%s left the hidden units changed, but all alike; which "
            "numbers have to differ?",
            call_text(b));
}

static void expect_units_differ(const breaking *b)
{
    for (int j = 0; j < HIDDEN; j++)
        for (int k = 0; k < j; k++)
            if (units_alike(&b->after, k, j))
                suspect("%s left the hidden units %d and %d clones of each "
                        "other; does each unit get numbers of its own?",
                        call_text(b), k, j);
}

static void expect_broken(const breaking *b)
{
    expect_near(b);
    if (units_alike(&b->after, 0, 1) && units_alike(&b->after, 0, 2))
        suspect_clones(b);
    expect_units_differ(b);
}

static network halves(void)
{
    random_stream none = {0};
    return network_start(INIT_HALF, &none);
}

/* A network whose hidden units are alike, with numbers drawn. */
static network tied_draw(random_stream *stream)
{
    network net = network_start(INIT_NORMAL, stream);
    for (int j = 1; j < HIDDEN; j++) {
        for (int i = 0; i < INPUTS; i++)
            net.W1[i][j] = net.W1[i][0];
        net.b1[j] = net.b1[0];
        net.W2[j] = net.W2[0];
    }
    return net;
}

/* The same stream twice, and others in between. */
static void expect_same_again(const network *tied)
{
    for (uint64_t seed = 0; seed < 4; seed++) {
        const breaking b = break_tie("halves", tied, seed);
        const breaking other = break_tie("halves", tied, seed + 1000);
        const breaking again = break_tie("halves", tied, seed);
        if (!same_network(&b.after, &again.after))
            suspect("%s left another start the second time; is anything "
                    "drawn that the stream does not give, or kept from "
                    "call to call?",
                    call_text(&b));
        if (same_network(&b.after, &other.after))
            suspect("%s left the same start as with another stream; is the "
                    "stream drawn from?",
                    call_text(&b));
        if (b.left.state == seed)
            suspect("%s left the stream as it was; are the numbers drawn "
                    "from it, or from a copy or another source?",
                    call_text(&b));
    }
}

/* From networks whose hidden units are alike, but not all halves; so many
   that a number which goes too far once in a hundred draws shows. */
static void expect_any_tie(void)
{
    random_stream stream = {12};
    const network zeros = network_start(INIT_ZERO, &stream);
    breaking b = break_tie("zeros", &zeros, 1);
    expect_broken(&b);
    for (uint64_t seed = 0; seed < 1000; seed++) {
        const network tied = tied_draw(&stream);
        b = break_tie("other numbers than halves", &tied, seed);
        expect_broken(&b);
    }
}

static bool solves(const network *start)
{
    const descent how = {METHOD_GD, 0.5};
    run r = {.loss = half_squares,
             .rows = xor_rows(),
             .net = *start,
             .epochs = EPOCHS};
    descent_train(&how, &r);
    return !r.diverged && rows_solved(&r.rows, &r.pass);
}

/* True if no weight has been moved. */
static bool biases_only(const breaking *b)
{
    return memcmp(b->after.W1, b->before.W1, sizeof b->after.W1) == 0 &&
           memcmp(b->after.W2, b->before.W2, sizeof b->after.W2) == 0;
}

/* The farthest that a parameter is moved. */
static double reach(const breaking *b)
{
    double farthest = 0.0;
    for (int k = 0; k < PARAMETERS; k++)
        farthest = fmax(farthest, fabs(b->after.all[k] - b->before.all[k]));
    return farthest;
}

static const char *why_few(const breaking *b)
{
    if (biases_only(b))
        return "is a difference of biases enough?";
    if (reach(b) < FARTHEST / 10.0)
        return "is the change too small to part the units in time?";
    return "is the change in the wrong place, or much the same for all "
           "units?";
}

static void expect_most_solve(const breaking all[STREAMS])
{
    int solved = 0;
    for (int s = 0; s < STREAMS; s++)
        solved += solves(&all[s].after);
    if (solved < ENOUGH)
        suspect("tie_break left no two units alike, but only %d of %d "
                "streams solve XOR from halves; %s",
                solved, STREAMS, why_few(&all[0]));
}

static void breaks_the_tie(void)
{
    const network tied = halves();
    breaking all[STREAMS];
    for (int s = 0; s < STREAMS; s++) {
        all[s] = break_tie("halves", &tied, (uint64_t)s);
        if (s == 0 && same_network(&all[0].after, &tied))
            unanswered("tie_break");
        expect_broken(&all[s]);
    }
    expect_same_again(&tied);
    expect_any_tie();
    expect_most_solve(all);
}

const check checks[] = {breaks_the_tie, NULL};
