/* ours_digits.c: the nanoseconds that one sample takes in the training of
   chapter 4: 64-32-10 on the digits, batches of 32 rows in a new order each
   epoch, and Adam. */
#include "04-digits/digits_run.h"
#include "stopwatch.h"

static void train(void *argument, long epochs)
{
    for (long epoch = 0; epoch < epochs; epoch++)
        training_epoch(argument);
}

int main(void)
{
    const digits_plan plan = digits_plan_usual();
    digits_run r;
    if (digits_run_begin(&r, &plan, 1, NULL))
        printf("%.1f\n",
               1e9 * stopwatch_least(train, &r.t, 1) / (double)r.t.count);
    digits_run_free(&r);
}
