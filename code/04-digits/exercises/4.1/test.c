/* The checks of exercise 4.1: the chapter's softmax takes every one of the
   logits. */
#include "answer.h"

#include "01-neuron/neuron.h"
#include "04-digits/softmax.h"
#include "workbook.h"

#include <math.h>

enum { THREE = 3, TEN = 10, MANY = 1000 };

static const double logits[THREE] = {-0.2, 1.1, 0.6};
static const char *const ordinals[THREE] = {"first", "second", "third"};

static double loss_of(const double z[], int n, int right)
{
    double p[MANY];
    return softmax_loss(z, n, right, p);
}

static double probability_of(const double z[], int n, int k)
{
    double p[MANY];
    softmax_loss(z, n, k, p);
    return p[k];
}

/* Three logits, and what becomes of them. */
typedef struct {
    double z[THREE];
} three;

static three moved(double times, double plus)
{
    three t;
    for (int k = 0; k < THREE; k++)
        t.z[k] = times * logits[k] + plus;
    return t;
}

/* The softmax of three logits in which the exponential is another function,
   e^(times z). */
static double other_softmax(double times, int k)
{
    return probability_of(moved(times, 0.0).z, THREE, k);
}

static double exponentials(double times)
{
    double sum = 0.0;
    for (int k = 0; k < THREE; k++)
        sum += exp(times * logits[k]);
    return sum;
}

static double sigmoids(void)
{
    double sum = 0.0;
    for (int k = 0; k < THREE; k++)
        sum += sigmoid(logits[k]);
    return sum;
}

static double logit_sum(void)
{
    double sum = 0.0;
    for (int k = 0; k < THREE; k++)
        sum += logits[k];
    return sum;
}

static void probabilities(void)
{
    const softmax_by_hand a = answer();
    for (int k = 0; k < THREE; k++) {
        const double z = logits[k], sum = exponentials(1.0);
        const double right = probability_of(logits, THREE, k);
        const int next = (k + 1) % THREE, last = (k + 2) % THREE;
        part_number(
            text("p of the %s", ordinals[k]), a.p[k], right, 4,
            SLIPS(
                {z, "that is the logit; what does softmax make of it?"},
                {exp(z), "that is the exponential; what is it divided by?"},
                {exp(z - logits[1]), "that is the exponential, once the "
                                     "logits are shifted; what is it "
                                     "divided by?"},
                {exp(z) / (sum - exp(z)), "that is how it compares with "
                                          "the others; does it stand in "
                                          "the sum itself?"},
                {z / logit_sum(), "those are the logits over their sum; "
                                  "can a probability be below zero, as "
                                  "one of them is?"},
                {exp(z / logit_sum()),
                 "the exponentials come first, then the sum"},
                {sigmoid(z), "that is the sigmoid, which sees one logit "
                             "alone; what would the three of them add up "
                             "to?"},
                {sigmoid(z) / sigmoids(), "those are sigmoids over their "
                                          "sum; which function stands in "
                                          "softmax?"},
                {other_softmax(-1.0, k), "a minus came into the exponent; "
                                         "which of the logits is to get "
                                         "most?"},
                {other_softmax(log(2.0), k), "those are powers of two; "
                                             "softmax takes those of e"},
                {other_softmax(log(10.0), k), "those are powers of ten; "
                                              "softmax takes those of e"},
                {probability_of(logits, THREE, next),
                 "that is the probability of another of the three; which "
                 "field is which?"},
                {probability_of(logits, THREE, last),
                 "that is the probability of another of the three; in "
                 "which order do they stand?"},
                {1.0 / THREE, "they share alike only where the logits are "
                              "equal"},
                {1.0 - right, "that is the probability of the two others "
                              "together"},
                {100.0 * right, "not in percent, but as a part of the "
                                "whole"}));
    }
}

/* What the three sigmoids would pay, each with a cross-entropy of its own
   against 1 or 0, at these probabilities. */
static double three_cross_entropies(int right)
{
    double sum = 0.0;
    for (int k = 0; k < THREE; k++) {
        const double p = probability_of(logits, THREE, k);
        sum -= log(k == right ? p : 1.0 - p);
    }
    return sum;
}

static double entropy(void)
{
    double sum = 0.0;
    for (int k = 0; k < THREE; k++) {
        const double p = probability_of(logits, THREE, k);
        sum -= p * log(p);
    }
    return sum;
}

static double squares(int right)
{
    double sum = 0.0;
    for (int k = 0; k < THREE; k++)
        sum += pow(probability_of(logits, THREE, k) - (k == right), 2.0);
    return sum;
}

static void losses(void)
{
    const softmax_by_hand a = answer();
    for (int k = 0; k < THREE; k++) {
        const double p = probability_of(logits, THREE, k), z = logits[k];
        const double right = loss_of(logits, THREE, k);
        const int next = (k + 1) % THREE, last = (k + 2) % THREE;
        part_number(
            text("loss of the %s", ordinals[k]), a.loss[k], right, 4,
            SLIPS(
                {-right, "the logarithm of a probability is below zero; "
                         "what is done about it?"},
                {right / log(10.0), "that is with the logarithm to base "
                                    "ten; the natural one is meant"},
                {right / log(2.0), "that is with the logarithm to base "
                                   "two; the natural one is meant"},
                {loss_of(logits, THREE, next),
                 "that is the loss of another of the three; which field "
                 "is which?"},
                {loss_of(logits, THREE, last),
                 "that is the loss of another of the three; in which "
                 "order do they stand?"},
                {p, "that is the probability; what does it cost?"},
                {1.0 - p, "that is what is missing from certainty; the "
                          "loss takes a logarithm"},
                {-log(1.0 - p), "that is what it would cost if this answer "
                                "were wrong"},
                {-p * log(p), "the logarithm is multiplied by the target, "
                              "which is all or nothing, and not by p"},
                {entropy(), "that is a mean over all three answers; which "
                            "of them is right?"},
                {three_cross_entropies(k),
                 "the two wrong answers pay, too, as three sigmoids would; "
                 "which terms does softmax's loss have?"},
                {three_cross_entropies(k) - right,
                 "that is what the two wrong answers would pay; which term "
                 "does softmax's loss have?"},
                {right / THREE, "there is one row here, and no mean over "
                                "its answers"},
                {1.0 / p, "that is under the logarithm; take it"},
                {squares(k), "those are squares of p - y; which loss goes "
                             "with softmax?"},
                {0.5 * squares(k), "those are half the squares of p - y; "
                                   "which loss goes with softmax?"},
                {log(exponentials(1.0)),
                 "that is the logarithm of the sum; what becomes of the "
                 "logit above it?"},
                {log(exponentials(1.0)) + z,
                 "the logarithm of a quotient is a difference; which sign "
                 "has the logit in it, then?"},
                {-z, "and the sum that the exponential is divided by?"},
                {logits[1] - z,
                 "that is how far the logit is below the largest; the "
                 "logarithm of which sum belongs there?"},
                {-log(sigmoid(z)), "that is the loss of a sigmoid, which "
                                   "sees one logit alone"}));
    }
}

static void shifted(void)
{
    const softmax_by_hand a = answer();
    const double by = 7.0;
    double sum = 0.0;
    for (int k = 0; k < THREE; k++)
        sum += exp(moved(1.0, by).z[k]);
    const double right = sum / exponentials(1.0);
    part_number(
        "sum_times", a.sum_times, right, 4,
        SLIPS({1.0, "the probabilities are what they were; is the sum?"},
              {by, "that is by how much each exponent grew; what does that "
                   "do to a power?"},
              {THREE * by, "that is how much all exponents grew together; "
                           "what does it do to each power?"},
              {exp(THREE * by), "does a common factor of three terms count "
                                "three times in their sum?"},
              {THREE * right, "each of the three grows so; by how much "
                              "does the sum, if all its terms do?"},
              {sum, "that is the sum itself; how many times the old one "
                    "is it?"},
              {1.0 + THREE * by / exponentials(1.0),
               "that is with the number added to each exponential; it is "
               "added to the logits"},
              {1.0 + THREE * exp(by) / exponentials(1.0),
               "what is added in the exponent does not come as another "
               "term, but as what?"},
              {pow(10.0, by), "that is a power of ten"},
              {pow(2.0, by), "that is a power of two"},
              {1.0 / right, "that is the old sum over the new"}));

    const double loss = loss_of(moved(1.0, by).z, THREE, 0);
    MUST_HOLD(nearly_equal(loss, loss_of(logits, THREE, 0)));
    part_number(
        "shifted_loss", a.shifted_loss, loss, 4,
        SLIPS({loss + by, "the logarithm of the sum grows by so much; what "
                          "else is in the loss?"},
              {loss - by, "the logit grows by so much; what else is in the "
                          "loss?"},
              {by * loss, "added, not multiplied; and what becomes of the "
                          "common factor?"},
              {loss * exp(by), "the exponential above grows so; and what "
                               "it is divided by?"},
              {loss * exp(-by), "the sum below grows so; and the "
                                "exponential above it?"},
              {0.0, "that is what it costs to be certain; have the two "
                    "other logits not risen as much?"},
              {probability_of(logits, THREE, 0),
               "that is the probability; what is its loss?"},
              {loss_of(logits, THREE, 1), "that is the loss if the second "
                                          "answer is right"},
              {loss_of(logits, THREE, 2), "that is the loss if the third "
                                          "answer is right"},
              {-log(sigmoid(logits[0] + by)),
               "that is the loss of a sigmoid, which sees one logit alone"},
              {-loss, "which sign has the logarithm of a probability, and "
                      "which the loss?"}));
}

static void doubled(void)
{
    const softmax_by_hand a = answer();
    const three twice = moved(2.0, 0.0);
    const double before = probability_of(logits, THREE, 1);
    const double right = probability_of(twice.z, THREE, 1);
    part_number(
        "doubled_p", a.doubled_p, right, 4,
        SLIPS({before, "that is as before; are the logits as far apart as "
                       "they were?"},
              {2.0 * before, "twice the probability; what would the three "
                             "add up to, then?"},
              {before * before, "each exponential is squared; what else "
                                "is, and what then of the sum?"},
              {exp(twice.z[1]) / exponentials(1.0),
               "the sum below has not been made anew"},
              {exp(twice.z[1]), "that is the exponential; what is it "
                                "divided by?"},
              {2.0 * exp(logits[1]) / (exponentials(1.0) + exp(logits[1])),
               "the exponential of the second was doubled; it is the "
               "logits that are, and all three"},
              {exp(twice.z[1]) /
                   (exponentials(1.0) - exp(logits[1]) + exp(twice.z[1])),
               "the second logit alone was doubled"},
              {sigmoid(twice.z[1]),
               "that is the sigmoid of the second logit alone"},
              {other_softmax(0.5, 1), "the logits were halved"},
              {probability_of(twice.z, THREE, 0),
               "that is the probability of the first"},
              {probability_of(twice.z, THREE, 2),
               "that is the probability of the third"},
              {loss_of(twice.z, THREE, 1), "that is the loss; the "
                                           "probability is asked"},
              {100.0 * right, "not in percent, but as a part of the "
                              "whole"}));

    const double odds_before = before / probability_of(logits, THREE, 0);
    const double odds = right / probability_of(twice.z, THREE, 0);
    MUST_HOLD(nearly_equal(odds, odds_before * odds_before));
    part_number(
        "doubled_odds", a.doubled_odds, odds, 4,
        SLIPS(
            {odds_before, "that is as before; are the logits as far "
                          "apart as they were?"},
            {2.0 * odds_before, "twice as many times as before; what "
                                "does twice the exponent do to a power?"},
            {twice.z[1] - twice.z[0], "that is how far the logits are "
                                      "apart; what is the quotient of "
                                      "the exponentials?"},
            {logits[1] / logits[0], "those are the logits, the one over "
                                    "the other; which are the "
                                    "exponentials?"},
            {1.0 / odds, "that is the first over the second"},
            {right / probability_of(twice.z, THREE, 2),
             "that is the second over the third"},
            {right / (1.0 - right), "that is the second over the two "
                                    "others together"},
            {right - probability_of(twice.z, THREE, 0),
             "that is how much more; how many times as much?"},
            {loss_of(twice.z, THREE, 0) / loss_of(twice.z, THREE, 1),
             "those are the losses, the one over the other"},
            {odds * odds,
             "that is squared twice; how often were the logits doubled?"}));
}

static void multiplied(void)
{
    const three far = moved(1e4, 0.0);
    MUST_HOLD(probability_of(far.z, THREE, 0) == 0.0);
    MUST_HOLD(probability_of(far.z, THREE, 1) == 1.0);
    MUST_HOLD(probability_of(far.z, THREE, 2) == 0.0);
    part_letter(
        "far", answer().far, 'B',
        SLIPS({'A', "that is where they go as the number goes to zero; "
                    "which way does doubling move them?"},
              {'C', "two logits are above zero; what do the three "
                    "probabilities add up to?"},
              {'D', "look at what doubling has done"}));
}

static void as_many_classes(void)
{
    const double loss = 4.605;
    const double same[MANY] = {0.0};
    int n = 1;
    while (n < MANY && loss_of(same, n, 0) < loss - 0.0005)
        n++;
    part_number(
        "classes", answer().classes, n, 4,
        SLIPS({TEN, "ten answers cost half as much; do twice as many "
                    "cost twice as much?"},
              {2.0 * TEN, "ten answers cost half as much; is the logarithm "
                          "of twice a number twice its logarithm?"},
              {loss, "that is the loss; of which number is it the "
                     "logarithm?"},
              {1.0 / n, "that is the probability of each; how many of them "
                        "add up to the whole?"},
              {exp(-loss), "that is the probability of each; how many of "
                           "them add up to the whole?"},
              {n - 1.0, "so many are wrong; and the right one?"},
              {n + 1.0, "is the right one counted twice?"},
              {pow(2.0, loss), "the loss is a natural logarithm, and not "
                               "that to base two"},
              {round(pow(2.0, loss)), "the loss is a natural logarithm, "
                                      "not that to base two"},
              {pow(10.0, loss), "the loss is a natural logarithm, and not "
                                "that to base ten"},
              {log(loss), "the logarithm is taken already; how is it "
                          "undone?"}));
}

static double lead_for_half(void)
{
    double z[TEN] = {0.0}, low = 0.0, high = 100.0;
    while (high - low > 1e-12) {
        z[0] = 0.5 * (low + high);
        if (probability_of(z, TEN, 0) < 0.5)
            low = z[0];
        else
            high = z[0];
    }
    return low;
}

static void the_lead(void)
{
    const double right = lead_for_half(), others = TEN - 1.0;
    MUST_HOLD(agrees(log(others), right, 9));
    part_number(
        "lead", answer().lead, right, 4,
        SLIPS({log((double)TEN), "does its own exponential weigh against "
                                 "it, or only those of the nine?"},
              {others, "so many times as large must its exponential be; "
                       "and its logit?"},
              {TEN, "against nine, and not its own; and that is "
                    "the exponential, not the logit"},
              {0.0, "then all ten are equal; what is the probability of "
                    "each?"},
              {-right, "so far below it would be; is it to get more than "
                       "the others, or less?"},
              {1.0, "how much is its exponential then, beside nine that "
                    "are equal to each other?"},
              {log(2.0), "how large is its exponential then, beside the "
                         "sum of nine?"},
              {log(0.5 * TEN), "its exponential is half of ten then; of "
                               "which sum is it to be half?"},
              {log(others) / log(10.0), "the natural logarithm undoes a "
                                        "power of e"},
              {log(others) / log(2.0), "the natural logarithm undoes a "
                                       "power of e, and not that of two"},
              {0.5, "that is the probability; which lead of its logit "
                    "makes it so?"},
              {0.5 * others, "the exponentials are weighed, and not the "
                             "logits"},
              {log(TEN - 2.0), "how many are the others?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    MUST_HOLD(agrees(0.8187, exp(logits[0]), 4));
    MUST_HOLD(agrees(3.004, exp(logits[1]), 4));
    MUST_HOLD(agrees(1.822, exp(logits[2]), 4));
    MUST_HOLD(agrees(5.645, exponentials(1.0), 4));
    MUST_HOLD(agrees(1.731, log(exponentials(1.0)), 4));
    const three twice = moved(2.0, 0.0);
    MUST_HOLD(agrees(0.6703, exp(twice.z[0]), 4));
    MUST_HOLD(agrees(9.025, exp(twice.z[1]), 4));
    MUST_HOLD(agrees(3.320, exp(twice.z[2]), 4));
    MUST_HOLD(agrees(13.02, exponentials(2.0), 4));
    MUST_HOLD(agrees(0.2551, probability_of(twice.z, THREE, 2), 4));
    MUST_HOLD(agrees(2.2, twice.z[1], 9) && agrees(-0.4, twice.z[0], 9));
    MUST_HOLD(agrees(0.5, logits[1] - logits[2], 9));
    MUST_HOLD(agrees(2.6, twice.z[1] - twice.z[0], 9));
    MUST_HOLD(agrees(1.3, logits[1] - logits[0], 9));
    const double before =
        probability_of(logits, THREE, 1) / probability_of(logits, THREE, 0);
    MUST_HOLD(agrees(3.669, before, 4));
}

const check checks[] = {probabilities, losses,     shifted,
                        doubled,       multiplied, as_many_classes,
                        the_lead,      on_the_way, NULL};
