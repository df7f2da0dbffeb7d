/* fann.c: the nanoseconds of one full-batch epoch of the same network in
   FANN, in double precision, by its plain batch training. */
#include "stopwatch.h"

#include <doublefann.h>

typedef struct {
    struct fann *net;
    struct fann_train_data *rows;
} state;

static void epoch(void *argument)
{
    state *s = argument;
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
    fann_set_learning_rate(s.net, 0.5);
    for (int n = 0; n < 4; n++) {
        s.rows->input[n][0] = x[n][0];
        s.rows->input[n][1] = x[n][1];
        s.rows->output[n][0] = y[n];
    }
    stopwatch_run(epoch, &s, &s.net->weights[0]);
    fann_destroy_train(s.rows);
    fann_destroy(s.net);
}
