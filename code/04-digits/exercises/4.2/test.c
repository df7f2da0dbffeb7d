/* The checks of exercise 4.2: the chapter's softmax of one logit, of two
   and of ten; slopes by nudging, steps by stepping. */
#include "answer.h"

#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "03-adam/loss.h"
#include "04-digits/softmax.h"
#include "workbook.h"

#include <math.h>

enum { TEN = 10 };

static const double rate = 0.4;

/* Logits and the right one. */
typedef struct {
    int n, right;
    double z[TEN];
} logits;

static double loss_of(const void *state)
{
    const logits *l = state;
    double p[TEN];
    return softmax_loss(l->z, l->n, l->right, p);
}

static double probability(logits l, int k)
{
    double p[TEN];
    softmax_loss(l.z, l.n, l.right, p);
    return p[k];
}

static double slope(logits l, int k)
{
    return central_difference(loss_of, &l, &l.z[k], 1e-4).slope;
}

static logits step(logits l)
{
    double p[TEN], dL_dz[TEN];
    softmax_loss(l.z, l.n, l.right, p);
    softmax_loss_slope(p, l.n, l.right, dL_dz);
    for (int k = 0; k < l.n; k++)
        l.z[k] -= rate * dL_dz[k];
    return l;
}

/* One logit, whose answer may be the right one (y = 1) or not (y = 0). */
typedef struct {
    double z, y;
} one;

static double one_entropy(const void *state)
{
    const one *o = state;
    const logits l = {.n = 1, .z = {o->z}};
    return o->y * loss_of(&l);
}

static double one_half_square(const void *state)
{
    const one *o = state;
    const logits l = {.n = 1, .z = {o->z}};
    return 0.5 * pow(probability(l, 0) - o->y, 2.0);
}

static void one_logit(void)
{
    const one_and_two a = answer();
    const double z = -3.0;
    const double right = probability((logits){.n = 1, .z = {z}}, 0);
    part_number(
        "one_p", a.one_p, right, 4,
        SLIPS({sigmoid(z), "that is the sigmoid; softmax divides the "
                           "exponential by the sum of which?"},
              {sigmoid(-z), "that is a sigmoid; softmax divides the "
                            "exponential by the sum of which?"},
              {exp(z), "that is the exponential; what is it divided by?"},
              {exp(z) / (1.0 + exp(-z)), "that is a mixture of softmax and "
                                         "sigmoid; what stands in the sum "
                                         "of a single exponential?"},
              {0.0, "a low logit gets little beside a high one; beside "
                    "which is this one?"},
              {0.5, "that would be one of two equal logits; how many are "
                    "there?"},
              {z, "that is the logit; what does softmax make of it?"},
              {100.0, "not in percent, but as a part of the whole"}));

    one o = {z, 0.0};
    const double entropy =
        central_difference(one_entropy, &o, &o.z, 1e-4).slope;
    const double square =
        central_difference(one_half_square, &o, &o.z, 1e-4).slope;
    part_number(
        "one_slope", a.one_slope, entropy, 4,
        SLIPS({right, "p - y takes for granted that the targets of a row "
                      "add up to what? Nudge z, and look at the loss"},
              {-right, "y - p, and p - y, take for granted that the "
                       "targets of a row add up to what? Nudge z, and look "
                       "at the loss"},
              {sigmoid(z), "that is p - y with the sigmoid's p; what is "
                           "softmax's?"},
              {-sigmoid(z), "that is y - p with the sigmoid's p; what is "
                            "softmax's?"},
              {z, "that is the logit; how does the loss change as it "
                  "does?"},
              {INFINITY,
               "is it the logarithm of one that is without bound, "
               "or that of nothing?"}));
    const double p = sigmoid(z);
    part_number(
        "one_square", a.one_square, square, 4,
        SLIPS({right, "that is p - y, the slope by p; and how does p "
                      "change as z does?"},
              {-right, "the slope by p has another sign; and how does p "
                       "change as z does?"},
              {0.5 * right, "that is the loss; how does it change as z "
                            "does?"},
              {p * p * (1.0 - p), "that is with the slope of the sigmoid; "
                                  "how does softmax's p change as z does?"},
              {p, "that is p - y with the sigmoid's p; what is softmax's, "
                  "and how does it change as z does?"},
              {p * (1.0 - p), "that is the slope of the sigmoid; how does "
                              "softmax's p change as z does?"}));
}

static void accuracy(void)
{
    const double rows = 4.0, y[] = {0.0, 0.0, 0.0, 1.0};
    double right = 0.0;
    for (int n = 0; n < 4; n++) {
        const double z[] = {0.0, -2.0, 5.0, 700.0};
        const double p = probability((logits){.n = 1, .z = {z[n]}}, 0);
        right += (p > 0.5) == (y[n] > 0.5);
    }
    part_number(
        "one_accuracy", answer().one_accuracy, right / rows, 4,
        SLIPS({1.0, "AND is easily learned, if the gradient is not zero; "
                    "is it, and what is every p?"},
              {1.0 - right / rows, "all answers are the same; but on which "
                                   "side of a half are they?"},
              {0.5, "that is how it would be on XOR; on how many rows of "
                    "AND is the target what this network answers?"},
              {0.0, "one of the four targets is what this network "
                    "answers"},
              {100.0 * right / rows,
               "the share is asked for, not the percentage"},
              {rows, "that is a count; what share of "
                     "the four?"}));
}

static const logits two = {.n = 2, .right = 1, .z = {0.6, -0.5}};

static void two_logits(void)
{
    const one_and_two a = answer();
    const double apart = two.z[0] - two.z[1];
    const double p = probability(two, 0), loss = loss_of(&two);
    MUST_HOLD(nearly_equal(p, sigmoid(apart)));
    MUST_HOLD(nearly_equal(loss, cross_entropy(apart, 0.0)));
    part_number(
        "two_p", a.two_p, p, 4,
        SLIPS({1.0 - p, "that is the probability of the second"},
              {sigmoid(two.z[0]), "that is the sigmoid of the first logit; "
                                  "of what must it be?"},
              {sigmoid(two.z[0] + two.z[1]), "that is the sigmoid of the "
                                             "sum; minus a number below "
                                             "zero is what?"},
              {exp(apart), "that is the first over the second; what is it "
                           "over both?"},
              {exp(-apart),
               "that is the second over the first; what is the "
               "first over both?"},
              {exp(two.z[0]), "that is the exponential; what is it divided "
                              "by?"},
              {apart, "that is how far the logits are apart; what does the "
                      "sigmoid make of it?"},
              {two.z[0] / (two.z[0] + two.z[1]),
               "those are the logits; where are their exponentials?"},
              {100.0 * p, "not in percent, but as a part of the whole"}));
    part_number(
        "two_loss", a.two_loss, loss, 4,
        SLIPS({-log(p), "that is the loss if the first were right"},
              {log(p), "that is a logarithm of the first one's "
                       "probability; which answer is right, and which sign "
                       "has a loss?"},
              {-loss, "the logarithm of a probability is below zero; what "
                      "is done about it?"},
              {2.0 * loss, "there is one right answer, and it pays once; "
                           "two sigmoids would pay twice"},
              {-log(p) + loss, "only the right answer pays"},
              {loss / log(10.0), "that is with the logarithm to base ten; "
                                 "the natural one is meant"},
              {loss / log(2.0), "that is with the logarithm to base two; "
                                "the natural one is meant"},
              {-log(sigmoid(two.z[1])), "that is the loss of the sigmoid "
                                        "of the second logit; and the "
                                        "first?"},
              {1.0 - p, "that is the probability; what does it cost?"},
              {p, "that is what is missing from certainty; the loss takes "
                  "a logarithm"},
              {p * p, "that is a square; which loss goes with softmax?"},
              {0.5 * loss, "is there a mean over the answers?"}));
    for (int k = 0; k < two.n; k++) {
        const double right = slope(two, k), q = probability(two, k);
        part_number(
            text("two_slope of the %s", k == 0 ? "first" : "second"),
            a.two_slope[k], right, 4,
            SLIPS({-right, "the size is right; is this logit to rise or "
                           "to fall, and which sign has its slope, then?"},
                  {k == 0 ? q - 1.0 : q,
                   k == 0 ? "which of the two answers is the right one?"
                          : "that is p; this is the right answer, so what "
                            "is its y?"},
                  {k == 0 ? 1.0 - q : -q,
                   "which of the two answers is the right one, and which "
                   "of p and y is subtracted from the other?"},
                  {p * (1.0 - p), "that is how a probability changes; how "
                                  "does the loss?"},
                  {-p * (1.0 - p), "that is how a probability changes; "
                                   "how does the loss?"},
                  {-1.0 / (1.0 - p), "that is the slope by the probability "
                                     "of the right answer; how does it go "
                                     "on to z?"},
                  {0.0, "the loss looks at the right answer's probability; "
                        "does that not change with every logit?"},
                  {right * p * (1.0 - p), "the slope of the sigmoid came "
                                          "into it; does it not cancel?"},
                  {2.0 * right, "twice as steep as it is; a nudge of one "
                                "logit moves the difference how far?"},
                  {0.5 * right, "half as steep as it is; is a mean taken "
                                "over the two?"},
                  {loss, "that is the loss; how does it change as z "
                         "does?"}));
    }
}

static void one_step(void)
{
    const one_and_two a = answer();
    const double before = two.z[0] - two.z[1], p = probability(two, 0);
    const logits after = step(two);
    const double right = after.z[0] - after.z[1];
    part_number(
        "difference", a.difference, right, 4,
        SLIPS({before - rate * p, "one of the two logits has moved; and "
                                  "the other?"},
              {before + rate * p, "one of the two logits has moved, and "
                                  "uphill"},
              {before + 2.0 * rate * p, "both went uphill; a step is "
                                        "subtracted"},
              {before, "both logits have moved; by the same, or apart?"},
              {-right, "that is the second less the first"},
              {before - right, "that is how far it has moved; where is it "
                               "now?"},
              {right - before, "that is how far it has moved; where is it "
                               "now?"},
              {after.z[0], "that is the first logit"},
              {after.z[1], "that is the second logit"},
              {after.z[0] + after.z[1], "that is the sum of the two; which "
                                        "is subtracted?"},
              {probability(after, 0), "that is the probability of the "
                                      "first; the logits are asked"},
              {before - 2.0 * p, "the learning rate is left out"},
              {before - 2.0 * rate, "the slopes are left out"},
              {before - rate,
               "the slope is left out, and one of the two logits"},
              {before - 4.0 * rate * p, "each of the two moves once; how "
                                        "far do they move against each "
                                        "other?"}));

    const double equal = (before - right) / p;
    part_number(
        "rate", a.rate, equal, 4,
        SLIPS({rate, "with the same learning rate, how far does one logit "
                     "go, and how far the difference of two?"},
              {0.5 * rate, "then it would move a quarter as far; which of "
                           "them has to hurry?"},
              {rate * rate, "does anything in it come twice as a factor?"},
              {sqrt(2.0) * rate, "two moves that go opposite ways add up "
                                 "as they are"},
              {before - right, "that is how far it goes; which learning "
                               "rate is that, at its slope?"},
              {right, "that is where it goes"},
              {(before - right) / (1.0 - p), "the slope of a sigmoid's "
                                             "cross-entropy is yhat - y; "
                                             "how much is y?"},
              {(before - right) / (p * (1.0 - p)),
               "is that the slope of cross-entropy, or that of the "
               "sigmoid?"},
              {4.0 * rate, "how far do the two go against each other, and "
                           "how far does the one?"}));
}

static void ten_logits(void)
{
    const one_and_two a = answer();
    logits ten = {.n = TEN, .right = 6};
    const double sum = 3.5, steps = 1000.0;
    for (int k = 0; k < TEN; k++)
        ten.z[k] = sum / TEN + (k - (TEN - 1) / 2.0) * 0.3;
    const logits start = ten;
    for (int t = 0; t < (int)steps; t++)
        ten = step(ten);
    double right = 0.0;
    for (int k = 0; k < TEN; k++)
        right += ten.z[k];
    MUST_HOLD(agrees(right, sum, 9));
    MUST_HOLD(loss_of(&ten) < 0.01 && loss_of(&start) > 1.0);
    part_number(
        "sum", a.sum, right, 4,
        SLIPS({0.0, "how much do they move, all together, in one step? "
                    "That is zero, and not where they are"},
              {1.0, "so much do the probabilities add up to; and the "
                    "logits?"},
              {-1.0, "what do p and y add up to each, and what is "
                     "subtracted in a step?"},
              {sum - rate * steps, "that takes the p off, and forgets the "
                                   "y"},
              {sum + rate * steps, "that adds the y, and forgets the p"},
              {sum - steps, "that takes the p off, without the learning "
                            "rate, and forgets the y"},
              {sum / TEN, "that is their mean"},
              {sum - rate, "what do p and y add up to each, and what is "
                           "subtracted in a step?"},
              {sum + rate, "what do p and y add up to each, and what is "
                           "subtracted in a step?"},
              {TEN * sum, "they add up to that much already, all "
                          "together"}));

    double p[TEN], q[TEN], log_p[TEN];
    softmax_loss(start.z, TEN, 0, p);
    for (int k = 0; k < TEN; k++)
        log_p[k] = log(p[k]);
    softmax_loss(log_p, TEN, 0, q);
    for (int k = 0; k < TEN; k++)
        MUST_HOLD(nearly_equal(p[k], q[k]));
    part_letter(
        "same", a.same, 'D',
        SLIPS(
            {'A', "how far are the logits apart then, and how far before?"},
            {'B', "which of them is the largest then?"},
            {'C', "probabilities lie between zero and one; can they be "
                  "as far apart as the logits were?"}));
}

static void softmax_twice(void)
{
    const logits sure = {.n = 2, .right = 0, .z = {800.0, -800.0}};
    logits again = {.n = 2, .right = 0};
    softmax_loss(sure.z, 2, 0, again.z);
    MUST_HOLD(again.z[0] == 1.0 && again.z[1] == 0.0);
    const double right = loss_of(&again), p = probability(again, 0);
    part_number(
        "twice", answer().twice, right, 4,
        SLIPS(
            {0.0, "a probability can be as good as one, and it is the "
                  "second softmax's logit; how far above the other is "
                  "it?"},
            {p, "that is the probability at its best; what does it "
                "cost?"},
            {1.0 - p, "that is what is missing from certainty; the loss "
                      "takes a logarithm"},
            {right + 1.0, "that is where the first softmax is sure and "
                          "wrong"},
            {log(2.0), "that is where the two are equal; can it learn "
                       "no more?"},
            {-log(sigmoid(2.0)), "which two numbers go into the second "
                                 "softmax, at best?"},
            {-log(sigmoid(0.5)), "does the first softmax stop at a half?"},
            {1.0, "that is the largest difference of the second "
                  "softmax's logits; what does it cost?"},
            {right / log(10.0), "that is with the logarithm to base ten; "
                                "the natural one is meant"},
            {right / log(2.0), "that is with the logarithm to base two; "
                               "the natural one is meant"},
            {-right, "a loss is never below zero; which sign is missing?"},
            {log(1.0 + 9.0 * exp(-1.0)), "that is for ten answers; how "
                                         "many are there here?"}));
}

/* The numbers that the worked solution shows besides. */
static void on_the_way(void)
{
    double z[TEN] = {1.0}, p[TEN];
    MUST_HOLD(agrees(1.461, softmax_loss(z, TEN, 0, p), 4));
    const logits after = step(two);
    MUST_HOLD(agrees(0.2999, after.z[0], 4));
    MUST_HOLD(agrees(-0.1999, after.z[1], 4));
    const double apart = two.z[0] - two.z[1];
    MUST_HOLD(agrees(1.1, apart, 9));
    logits one_sided = two;
    one_sided.z[0] -= rate * probability(two, 0);
    MUST_HOLD(agrees(0.7999, one_sided.z[0] - one_sided.z[1], 4));
    MUST_HOLD(agrees(0.2497, probability(two, 1), 4));
    MUST_HOLD(agrees(0.7311, sigmoid(1.0), 4));
}

const check checks[] = {one_logit,  accuracy,      two_logits, one_step,
                        ten_logits, softmax_twice, on_the_way, NULL};
