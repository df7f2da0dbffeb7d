/* fann_digits.c: the nanoseconds that one sample takes in FANN, in double
   precision, with steps of the same shape: 64-32-10, batches of 32 rows.

   FANN has neither softmax nor Adam: here it follows half the sum of squares
   of ten sigmoids by plain steps, each the batch training of 32 rows, in the
   file's order. That is less work than ours. */
#include "04-digits/digits.h"
#include "stopwatch.h"

#include <doublefann.h>

enum { ROWS = 1437, BATCH = 32, STEPS = (ROWS + BATCH - 1) / BATCH };

typedef struct {
    struct fann *net;
    struct fann_train_data *batches[STEPS];
} state;

static void train(void *argument, long epochs)
{
    const state *const s = argument;
    for (long epoch = 0; epoch < epochs; epoch++)
        for (int step = 0; step < STEPS; step++)
            fann_train_epoch(s->net, s->batches[step]);
}

int main(void)
{
    state s = {.net = fann_create_standard(3, PIXELS, 32, CLASSES)};
    fann_set_activation_function_hidden(s.net, FANN_SIGMOID);
    fann_set_activation_function_output(s.net, FANN_SIGMOID);
    fann_set_training_algorithm(s.net, FANN_TRAIN_BATCH);
    fann_set_train_error_function(s.net, FANN_ERRORFUNC_LINEAR);
    for (unsigned n = 0; n < ROWS; n++) {
        const unsigned left = ROWS - n, at = n % BATCH;
        struct fann_train_data **const rows = &s.batches[n / BATCH];
        if (at == 0)
            *rows = fann_create_train(left < BATCH ? left : BATCH, PIXELS,
                                      CLASSES);
        const int label = digit_row(&digits, n, (*rows)->input[at]);
        for (int k = 0; k < CLASSES; k++)
            (*rows)->output[at][k] = k == label;
    }
    printf("%.1f\n", 1e9 * stopwatch_least(train, &s, 1) / ROWS);
    for (int step = 0; step < STEPS; step++)
        fann_destroy_train(s.batches[step]);
    fann_destroy(s.net);
}
