/* The checks of exercise 2.12: fifty streams, each with a start of its own
   that is trained. */
#include "answer.h"

#include "02-network/descent.h"
#include "02-network/start.h"
#include "02-network/xor.h"
#include "workbook.h"

#include <math.h>
#include <string.h>

enum { STREAMS = 50, EPOCHS = 10000, ENOUGH = 45 };

/* What becomes of the network of halves with the stream of this seed. */
static network start_of(uint64_t seed)
{
    random_stream stream = {seed};
    network net = network_start(INIT_HALF, &stream);
    tie_break(&net, &stream);
    return net;
}

static bool units_alike(const network *net, int j, int k)
{
    bool alike = net->b1[j] == net->b1[k] && net->W2[j] == net->W2[k];
    for (int i = 0; i < INPUTS; i++)
        alike = alike && net->W1[i][j] == net->W1[i][k];
    return alike;
}

static void expect_change(const network *net, const network *halves)
{
    if (memcmp(net, halves, sizeof *net) == 0)
        unanswered("tie_break");
    for (int k = 0; k < PARAMETERS; k++) {
        const double change = fabs(net->all[k] - halves->all[k]);
        if (!(change <= FARTHEST * (1.0 + 1e-9)))
            suspect(
                "a parameter is moved farther than the exercise allows; "
                "how far can the numbers you draw go?");
    }
    const int alike = units_alike(net, 0, 1) + units_alike(net, 0, 2) +
                      units_alike(net, 1, 2);
    if (alike == HIDDEN) {
        network as = *net;
        as.b2 = halves->b2;
        if (memcmp(&as, halves, sizeof as) == 0)
            suspect("the bias of the output is no hidden unit's own; they "
                    "are clones as before");
        suspect(
            "the hidden units are changed, but all alike; which numbers "
            "have to differ?");
    }
    if (alike > 0)
        suspect("a pair of hidden units are still clones of each other");
}

static bool solves(network net)
{
    const descent how = {METHOD_GD, 0.5};
    run r = {.loss = half_squares,
             .rows = xor_rows(),
             .net = net,
             .epochs = EPOCHS};
    descent_train(&how, &r);
    return !r.diverged && rows_solved(&r.rows, &r.pass);
}

/* True if no weight has been moved. */
static bool biases_only(const network *net, const network *halves)
{
    return memcmp(net->W1, halves->W1, sizeof net->W1) == 0 &&
           memcmp(net->W2, halves->W2, sizeof net->W2) == 0;
}

static void breaks_the_tie(void)
{
    random_stream none = {0};
    const network halves = network_start(INIT_HALF, &none);
    network starts[STREAMS];
    for (int s = 0; s < STREAMS; s++) {
        starts[s] = start_of((uint64_t)s);
        expect_change(&starts[s], &halves);
    }
    if (memcmp(&starts[0], &starts[STREAMS - 1], sizeof starts[0]) == 0)
        suspect("all streams give the same start; is the stream drawn "
                "from?");
    int solved = 0;
    for (int s = 0; s < STREAMS; s++)
        solved += solves(starts[s]);
    if (solved < ENOUGH)
        suspect("no two units are alike, but only %d of %d streams solve "
                "XOR; %s",
                solved, STREAMS,
                biases_only(&starts[0], &halves)
                    ? "is a difference of biases enough?"
                    : "is the change too small, or in the wrong place?");
}

const check checks[] = {breaks_the_tie, NULL};
