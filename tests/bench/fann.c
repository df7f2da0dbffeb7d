/* fann.c: the nanoseconds of one full-batch epoch of the same network in
   FANN, in double precision, by its plain batch training.

   FANN's own error function is another: it follows the logarithm of
   (1 + e) / (1 - e) in place of the error e. FANN_ERRORFUNC_LINEAR follows
   e, and so the gradient of half the sum of squares. FANN divides its step
   by the number of rows, so its learning rate 2 is our 0.5. */
#include "stopwatch.h"

#include <doublefann.h>

typedef struct {
    struct fann *net;
    struct fann_train_data *rows;
} state;

static void train(void *argument, long epochs)
{
    const state *const s = argument;
    for (long epoch = 0; epoch < epochs; epoch++)
        fann_train_epoch(s->net, s->rows);
}

int main(void)
{
    static const double x[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    static const double y[4] = {0, 1, 1, 0};
    state s = {fann_create_standard(3, 2, 3, 1),
               fann_create_train(4, 2, 1)};
    fann_set_activation_function_hidden(s.net, FANN_SIGMOID);
    fann_set_activation_function_output(s.net, FANN_SIGMOID);
    fann_set_training_algorithm(s.net, FANN_TRAIN_BATCH);
    fann_set_train_error_function(s.net, FANN_ERRORFUNC_LINEAR);
    fann_set_learning_rate(s.net, 2.0);
    for (int n = 0; n < 4; n++) {
        s.rows->input[n][0] = x[n][0];
        s.rows->input[n][1] = x[n][1];
        s.rows->output[n][0] = y[n];
    }
    stopwatch_run(train, &s);
    fann_destroy_train(s.rows);
    fann_destroy(s.net);
}
