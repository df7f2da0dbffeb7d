/* rejected with: is N printed, too */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 4, PARAMETERS = 13 };
static const double x[ROWS][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
static const double y[ROWS] = {0, 1, 1, 0};
static const double lr = 0.5;

/* Parameters or their derivatives: by name, and in the order of FILE. */
typedef union {
    struct {
        double W1[2][3], b1[3], W2[3], b2;
    };
    double all[PARAMETERS];
} network;

static double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

/* The loss, and its gradient into d. Each row goes forward and back. */
static double backward(const network *net, network *d)
{
    double loss = 0.0;
    *d = (network){.b2 = 0.0};
    for (int n = 0; n < ROWS; n++) {
        double h[3], z2 = net->b2;
        for (int j = 0; j < 3; j++) {
            h[j] = sigmoid(x[n][0] * net->W1[0][j] +
                           x[n][1] * net->W1[1][j] + net->b1[j]);
            z2 += h[j] * net->W2[j];
        }
        const double yhat = sigmoid(z2), error = yhat - y[n];
        const double dL_dz2 = error * yhat * (1.0 - yhat);
        loss += error * error / 2.0;
        d->b2 += dL_dz2;
        for (int j = 0; j < 3; j++) {
            const double dL_dz1 = dL_dz2 * net->W2[j] * h[j] * (1.0 - h[j]);
            d->W2[j] += dL_dz2 * h[j];
            d->b1[j] += dL_dz1;
            d->W1[0][j] += dL_dz1 * x[n][0];
            d->W1[1][j] += dL_dz1 * x[n][1];
        }
    }
    return loss;
}

/* The next word of the file, past the lines' ends that are comments. */
static const char *next_word(FILE *file)
{
    static char word[64];
    while (fscanf(file, " %63[^# \t\r\n]", word) == 0)
        fscanf(file, "%*[^\n]");
    return word;
}

/* Each matrix has three words before its numbers, such as W1 2 3. */
static network network_read(FILE *file)
{
    static const int sizes[] = {6, 3, 3, 1};
    network net;
    double *next = net.all;
    for (int m = 0; m < 4; m++) {
        for (int words = 0; words < 3; words++)
            next_word(file);
        for (int k = 0; k < sizes[m]; k++)
            *next++ = atof(next_word(file));
    }
    return net;
}

int main(int argc, char *argv[])
{
    FILE *file = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (file == NULL)
        return EXIT_FAILURE;
    network net = network_read(file), d;
    printf("loss %.12g\ngradient", backward(&net, &d));
    for (int k = 0; k < PARAMETERS; k++)
        printf(" %.12g", d.all[k]);
    for (long step = atol(argv[2]); step > 0; step--) {
        backward(&net, &d);
        for (int k = 0; k < PARAMETERS; k++)
            net.all[k] -= lr * d.all[k];
    }
    printf("\nloss after %s steps %.12g\n", argv[2], backward(&net, &d));
    return EXIT_SUCCESS;
}
