/* rejected with: does the program count on lines */
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

static network network_read(FILE *file)
{
    network net = {.b2 = 0.0};
    char line[400];
    fgets(line, sizeof line, file);
    for (int i = 0; i < 2; i++)
        if (fgets(line, sizeof line, file))
            sscanf(line, "%lf %lf %lf", &net.W1[i][0], &net.W1[i][1],
                   &net.W1[i][2]);
    fgets(line, sizeof line, file);
    if (fgets(line, sizeof line, file))
        sscanf(line, "%lf %lf %lf", &net.b1[0], &net.b1[1], &net.b1[2]);
    fgets(line, sizeof line, file);
    for (int j = 0; j < 3; j++)
        if (fgets(line, sizeof line, file))
            sscanf(line, "%lf", &net.W2[j]);
    fgets(line, sizeof line, file);
    if (fgets(line, sizeof line, file))
        sscanf(line, "%lf", &net.b2);
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
    printf("\nloss after the steps %.12g\n", backward(&net, &d));
    return EXIT_SUCCESS;
}
