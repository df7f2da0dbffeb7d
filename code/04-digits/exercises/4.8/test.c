/* The checks of exercise 4.8. Epochs are gone through batch by batch; a
   gradient is worked out for rows of which each has the gradient 1 or 0. */
#include "answer.h"

#include "workbook.h"

#include <math.h>

enum { ROWS = 1437, BATCH = 64, BEFORE = 32, EPOCHS = 40 };

static int steps_in_epoch(int batch)
{
    int steps = 0;
    for (int first = 0; first < ROWS; first += batch)
        steps++;
    return steps;
}

static int last_of_epoch(int batch)
{
    int last = 0;
    for (int first = 0; first < ROWS; first += batch)
        last = ROWS - first;
    return last;
}

/* What stands before the gradient of one row in the mean of so many. */
static double weight_in(int size)
{
    double with = 0.0, without = 0.0;
    for (int n = 0; n < size; n++) {
        with += n == 0 ? 5.0 : 2.0;
        without += n == 0 ? 4.0 : 2.0;
    }
    return with / size - without / size;
}

/* How batches differ from each other: the mean and the standard deviation
   of their gradients, each the mean of so many rows. */
typedef struct {
    double mean, deviation;
} spread;

/* That of batches whose rows are drawn independently: with this probability
   the gradient of a row is 1, else it is 0. */
static spread spread_of(int size, double p)
{
    double chance[512];
    spread s = {0.0, 0.0};
    for (int k = 0; k <= size; k++)
        chance[k] = k == 0;
    for (int n = 0; n < size; n++)
        for (int k = n + 1; k >= 0; k--)
            chance[k] =
                chance[k] * (1.0 - p) + (k > 0 ? chance[k - 1] * p : 0.0);
    for (int k = 0; k <= size; k++)
        s.mean += chance[k] * k / size;
    for (int k = 0; k <= size; k++)
        s.deviation += chance[k] * pow((double)k / size - s.mean, 2.0);
    s.deviation = sqrt(s.deviation);
    return s;
}

/* A number as it was typed, if that is this one to three digits. */
static double as_typed(double typed, double number)
{
    return agrees(typed, number, 3) ? typed : number;
}

static void steps(void)
{
    const batches a = answer();
    const double epoch = steps_in_epoch(BATCH);
    const double before = steps_in_epoch(BEFORE);
    const double right = EPOCHS * epoch, exact = ROWS / (double)BATCH;
    part_number(
        "steps", a.steps, right, 6,
        SLIPS({EPOCHS * before / 2.0, "half as many as in batches of half "
                                      "the size? How many rows are left in "
                                      "the end, in either?"},
              {EPOCHS * (epoch - 1.0), "the rows that are left make a "
                                       "step, too"},
              {EPOCHS * exact, "does a batch reach into the next epoch?"},
              {floor(EPOCHS * exact), "does a batch reach into the next "
                                      "epoch?"},
              {ceil(EPOCHS * exact), "rounded at the end of the run; does "
                                     "a batch reach into the next epoch?"},
              {EPOCHS * before, "that is in the smaller batches"},
              {EPOCHS * (epoch + 1.0), "is there anything left for one "
                                       "more step?"},
              {epoch, "that is one epoch; how many are there?"},
              {EPOCHS * (double)ROWS, "that is a step a row"},
              {(double)EPOCHS, "that is one step an epoch"}));

    const double all = EPOCHS * before;
    part_number(
        "epochs", a.epochs, ceil(all / epoch), 6,
        SLIPS({2.0 * EPOCHS, "twice as many? That would be so if an epoch "
                             "made half as many steps, to the last"},
              {floor(all / epoch), "are there enough steps by then?"},
              {as_typed(a.epochs, all / epoch),
               "in whole epochs, and enough of them; which way is it to be "
               "rounded?"},
              {ceil(all / (epoch - 1.0)), "the rows that are left make a "
                                          "step, too"},
              {as_typed(a.epochs, all / (epoch - 1.0)),
               "the rows that are left make a step, too; and in whole "
               "epochs"},
              {floor(all / (epoch - 1.0)), "the rows that are left make a "
                                           "step, too"},
              {EPOCHS, "so many make how many steps now?"},
              {EPOCHS / 2.0, "larger batches make more steps, or fewer?"},
              {all, "those are the steps; in how many epochs?"},
              {before, "that is how many steps an epoch made; in how many "
                       "of the new ones are all of them made?"}));
}

static void weight_of_last(void)
{
    const double last = last_of_epoch(BATCH);
    const double epoch = steps_in_epoch(BATCH);
    const double right = weight_in(last_of_epoch(BATCH)) / weight_in(BATCH);
    part_number(
        "last_weight", answer().last_weight, right, 4,
        SLIPS({1.0 / right, "that is how a row of a full batch compares "
                            "with it; which of the means has fewer rows?"},
              {1.0, "a mean divides by the number of its rows; how many "
                    "has either?"},
              {BEFORE / last, "that is in the smaller batches"},
              {last, "that is how many rows the last batch has; how many "
                     "has another?"},
              {BATCH - last, "that is how many rows it lacks; by how many "
                             "does the mean divide in either?"},
              {BATCH, "that is how many rows a full batch has; how many "
                      "has the last?"},
              {1.0 / last, "that is the weight in the last batch; how much "
                           "is it in another?"},
              {ROWS / last, "that compares it with all rows; with those of "
                            "a batch it is to be"},
              {epoch - 1.0, "that is how many full batches there are; but "
                            "how many rows has each?"},
              {2.0, "twice, as large as the batch has become? How many "
                    "rows are left for the last?"},
              {right - 1.0, "that is by how much more; how many times as "
                            "much?"},
              {right * right, "the mean divides once"},
              {sqrt(right), "a mean divides by the number, and not by its "
                            "root; the root comes later"}));
}

static void two_means(void)
{
    const batches a = answer();
    const double epoch = steps_in_epoch(BATCH), last = last_of_epoch(BATCH);
    const double high = 1.3, low = 0.2, full = epoch - 1.0;
    const double of_batches = (full * low + high) / epoch;
    const double of_rows =
        (full * BATCH * low + last * high) / (full * BATCH + last);
    MUST_HOLD(full * BATCH + last == ROWS);
    part_number(
        "batch_mean", a.batch_mean, of_batches, 4,
        SLIPS({of_rows, "that is the mean of the rows' losses; which field "
                        "is which?"},
              {0.5 * (low + high), "there are more batches than two; how "
                                   "many have the lower loss?"},
              {full * low + high, "that is the sum; by how many batches is "
                                  "it divided?"},
              {(full * low + high) / full, "the last is a batch, too"},
              {(epoch * low + high) / (epoch + 1.0),
               "how many are full, and how many batches are there in all?"},
              {(epoch * low + high) / epoch,
               "how many are full, and how many batches are there in all?"},
              {low, "and the last batch?"},
              {(44.0 * low + high) / 45.0, "that is in the smaller "
                                           "batches"}));
    part_number(
        "row_mean", a.row_mean, of_rows, 4,
        SLIPS({of_batches, "that is the mean of the batches' losses, in "
                           "which each counts alike; how many rows has "
                           "each?"},
              {0.5 * (low + high), "how many rows have the higher loss, "
                                   "and how many the lower?"},
              {full * BATCH * low + last * high, "that is the sum; by how "
                                                 "many rows is it "
                                                 "divided?"},
              {(full * BATCH * low + last * high) / (full * BATCH),
               "the last batch's rows are rows, too"},
              {(full * BATCH * low + last * high) / (epoch * BATCH),
               "the last batch is not full; how many rows are there?"},
              {(full * low + high) / ROWS, "a batch's loss is a mean; what "
                                           "is the sum over its rows?"},
              {low, "and the rows of the last batch?"},
              {(full * low * BATCH + high) / ROWS,
               "a batch's loss is a mean, the last one's too; what is the "
               "sum over its rows?"},
              {(1408.0 * low + last * high) / 1408.0,
               "the last batch's rows are rows, too"}));
}

static void by_lot(void)
{
    const double last = last_of_epoch(BATCH), epoch = steps_in_epoch(BATCH);
    double right = 0.0;
    for (int n = 0; n < EPOCHS; n++)
        right += last / ROWS;
    part_number(
        "short_epochs", answer().short_epochs, right, 4,
        SLIPS({last / ROWS, "that is the chance in one epoch; how many "
                            "epochs are there?"},
              {EPOCHS / epoch, "there are so many batches, but the last "
                               "has fewer rows than the others"},
              {1.0 / epoch, "there are so many batches, but the last has "
                            "fewer rows; and there are more epochs"},
              {EPOCHS * (double)BATCH / ROWS,
               "that is for a full batch; how many rows has the last?"},
              {(double)BATCH / ROWS, "that is for a full batch, and one "
                                     "epoch"},
              {EPOCHS / last, "how many rows are there, and how many of "
                              "them stand in the last batch?"},
              {ROWS / last, "in one of so many epochs it does, on average; "
                            "in how many of all?"},
              {EPOCHS / (double)ROWS,
               "that is for a single place; how many "
               "has the last batch?"},
              {EPOCHS * (double)BEFORE / ROWS,
               "how many rows has the last batch?"},
              {EPOCHS, "that is how it would be without the shuffle, for "
                       "some; how likely is it in each epoch now?"},
              {0.0, "in some epochs it does"},
              {EPOCHS * last, "those are the rows that stand there; of how "
                              "many?"},
              {round(right), "a mean need not be a whole number"}));
}

static void noise(void)
{
    const batches a = answer();
    const double p = 0.3, sd = 0.006, wanted = 0.002;
    const double before = spread_of(BEFORE, p).deviation;
    const double right = sd * spread_of(BATCH, p).deviation / before;
    part_number(
        "noise", a.noise, right, 4,
        SLIPS(
            {0.5 * sd, "half as much? The variance of a mean of twice as "
                       "many is half, but its root?"},
            {sd, "a mean of more rows varies less"},
            {2.0 * sd, "a mean of more rows varies less, and not more"},
            {sqrt(2.0) * sd, "a mean of more rows varies less, and not "
                             "more"},
            {0.25 * sd,
             "the root of the variance is to be taken, and not its square"},
            {4.0 * sd, "a mean of more rows varies less, and not more"},
            {sd / sqrt((double)BATCH), "that would be so if it were the "
                                       "deviation of single rows; it is "
                                       "that of a batch already"},
            {sd / BATCH, "it is the deviation of a batch already, and "
                         "how does it go with the size?"},
            {sqrt(0.5), "that is by how much it falls; what does it fall "
                        "to?"},
            {sd - right, "that is by how much it falls; what does it "
                         "fall to?"},
            {wanted, "that is what is asked for next"}));

    int size = BEFORE;
    while (size < 511 &&
           sd * spread_of(size, p).deviation / before > wanted + 1e-9)
        size++;
    const double times = sd / wanted;
    part_number(
        "batch", a.batch, size, 4,
        SLIPS({times * BEFORE, "a third of the noise from three times as "
                               "many? Look at what twice as many gave"},
              {sqrt(times) * BEFORE, "the root is taken of the size, to "
                                     "get the noise; how is that undone?"},
              {round(sqrt(times) * BEFORE),
               "the root is taken of the size, to get the noise; how is "
               "that undone?"},
              {BEFORE / times, "less noise needs more rows, or fewer?"},
              {BEFORE / times / times, "less noise needs more rows, or "
                                       "fewer?"},
              {times * times, "so many times as many; as which?"},
              {times * times * BATCH, "so many times as many, and of the "
                                      "smaller batch"},
              {pow(times, 4.0) * BEFORE, "squared twice; once undoes the "
                                         "root"},
              {pow(times, 3.0) * BEFORE, "the root is undone by a square"},
              {2.0 * times * BEFORE, "the root is undone by a square, and "
                                     "not by doubling"}));
}

static void doubled(void)
{
    const batches a = answer();
    const double before = spread_of(BEFORE, 0.3).mean;
    const double after = spread_of(BATCH, 0.3).mean;
    const double size = BATCH / (double)BEFORE;
    part_number(
        "per_step", a.per_step, size, 4,
        SLIPS({1.0, "each row of a batch goes through the network; how "
                    "many are there now?"},
              {0.5, "each row of a batch goes through the network; how "
                    "many are there now?"},
              {sqrt(2.0), "that goes with noise; each row of a batch goes "
                          "through the network"},
              {4.0, "each row of a batch goes through forward and back; "
                    "did it not do so before?"},
              {BATCH, "how many times as many as before?"}));
    part_number(
        "per_epoch", a.per_epoch, 1.0, 4,
        SLIPS({2.0, "a step makes more, but how many steps are there?"},
              {0.5, "there are fewer steps, but what does each make?"},
              {steps_in_epoch(BATCH) / (double)steps_in_epoch(BEFORE),
               "that is how the steps go; which rows pass through the "
               "network in an epoch?"},
              {sqrt(0.5), "that goes with noise; which rows pass through "
                          "the network in an epoch?"},
              {0.0, "then the passes would make none at all"}));
    part_number(
        "expected", a.expected, after / before, 4,
        SLIPS({2.0, "the gradient is that of a mean; what does it divide "
                    "by?"},
              {0.5, "twice as many rows, divided by twice as many: half "
                    "of what?"},
              {sqrt(0.5), "that is how its noise goes; what does it "
                          "waver around?"},
              {sqrt(2.0), "noise goes with a root; what does the gradient "
                          "waver around?"},
              {0.0, "then nothing would be left of it"}));
    part_number(
        "summed", a.summed, BATCH * after / (BEFORE * before), 4,
        SLIPS({1.0, "a sum is not divided by the number of its rows"},
              {sqrt(2.0), "that is how the noise of a sum goes; what does "
                          "it waver around?"},
              {0.5, "a sum of more rows is longer, or shorter?"},
              {sqrt(0.5), "a sum of more rows is longer, or shorter?"},
              {4.0, "the sum has twice as many terms; what else would "
                    "double?"},
              {BATCH, "how many times as long as with the smaller "
                      "batch?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    MUST_HOLD(22 * BATCH + 29 == ROWS);
    MUST_HOLD(22 * BATCH == 1408);
    MUST_HOLD(steps_in_epoch(BATCH) == 23);
    MUST_HOLD(steps_in_epoch(BEFORE) == 45);
    MUST_HOLD(EPOCHS * 45 == 1800);
    MUST_HOLD(agrees(78.3, 1800.0 / 23.0, 3));
    MUST_HOLD(agrees(1.103, 32.0 / 29.0, 4));
    MUST_HOLD(agrees(5.7, 22.0 * 0.2 + 1.3, 9));
    MUST_HOLD(agrees(319.3, 1408.0 * 0.2 + 29.0 * 1.3, 9));
}

const check checks[] = {steps, weight_of_last, two_means,  by_lot,
                        noise, doubled,        on_the_way, NULL};
