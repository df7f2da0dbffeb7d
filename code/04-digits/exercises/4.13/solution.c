/* Reads a network of any depth, rows of data and how to train from standard
   input; prints the loss, its gradient, the same by differences, and the
   loss and the parameters after training. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LAYERS_MOST = 8,
    UNITS_MOST = 64,
    ROWS_MOST = 100,
    COUNT_MOST = LAYERS_MOST * (UNITS_MOST + 1) * UNITS_MOST
};

/* Layer l leads from units[l - 1] to units[l]; theta has W1, b1, W2, … */
typedef struct {
    int depth, count;
    int units[LAYERS_MOST + 1];
    double theta[COUNT_MOST];
} network;

typedef struct {
    int size;
    int label[ROWS_MOST];
    double x[ROWS_MOST][UNITS_MOST];
} data;

/* One row's activations and deltas, by layer. */
typedef struct {
    double a[LAYERS_MOST + 1][UNITS_MOST];
    double delta[LAYERS_MOST + 1][UNITS_MOST];
} pass;

/* From logits to probabilities; returns the loss of class c. */
static double softmax(const double z[], int n, int c, double p[])
{
    double largest = z[0], sum = 0.0;
    for (int k = 1; k < n; k++)
        largest = fmax(largest, z[k]);
    for (int k = 0; k < n; k++)
        sum += p[k] = exp(z[k] - largest);
    for (int k = 0; k < n; k++)
        p[k] /= sum;
    return log(sum) + (largest - z[c]);
}

/* One row forward, from the inputs in p->a[0]. */
static void forward(const network *net, pass *p)
{
    double(*const a)[UNITS_MOST] = p->a;
    const double *W = net->theta;
    for (int l = 1; l <= net->depth; l++) {
        const int from = net->units[l - 1], to = net->units[l];
        const double *b = W + from * to;
        for (int k = 0; k < to; k++) {
            double z = b[k];
            for (int j = 0; j < from; j++)
                z += a[l - 1][j] * W[j * to + k];
            a[l][k] = l < net->depth ? 1.0 / (1.0 + exp(-z)) : z;
        }
        W = b + to;
    }
}

/* And back, from the deltas of the last layer; adds to the gradient d. */
static void backward(const network *net, pass *p, double d[])
{
    double(*const a)[UNITS_MOST] = p->a,
                  (*const delta)[UNITS_MOST] = p->delta;
    int end = net->count;
    for (int l = net->depth; l > 0; l--) {
        const int from = net->units[l - 1], to = net->units[l];
        const int b = end - to, W = b - from * to;
        for (int k = 0; k < to; k++)
            d[b + k] += delta[l][k];
        for (int j = 0; j < from; j++) {
            double dL_da = 0.0;
            for (int k = 0; k < to; k++) {
                d[W + j * to + k] += a[l - 1][j] * delta[l][k];
                dL_da += delta[l][k] * net->theta[W + j * to + k];
            }
            delta[l - 1][j] = dL_da * a[l - 1][j] * (1.0 - a[l - 1][j]);
        }
        end = W;
    }
}

/* The mean loss of all rows, and its gradient. */
static double loss(const network *net, const data *rows, double d[])
{
    const int D = net->depth, classes = net->units[D];
    double sum = 0.0;
    memset(d, 0, (size_t)net->count * sizeof *d);
    for (int n = 0; n < rows->size; n++) {
        pass p;
        memcpy(p.a[0], rows->x[n], sizeof rows->x[n]);
        forward(net, &p);
        sum += softmax(p.a[D], classes, rows->label[n], p.delta[D]);
        p.delta[D][rows->label[n]] -= 1.0;
        for (int k = 0; k < classes; k++)
            p.delta[D][k] /= rows->size;
        backward(net, &p, d);
    }
    return sum / rows->size;
}

/* The slope of the loss by parameter i, from a nudge either way. */
static double slope(network *net, const data *rows, int i, double nudge)
{
    static double unused[COUNT_MOST];
    const double before = net->theta[i];
    net->theta[i] = before + nudge;
    const double up = loss(net, rows, unused);
    net->theta[i] = before - nudge;
    const double down = loss(net, rows, unused);
    net->theta[i] = before;
    return (up - down) / (2.0 * nudge);
}

static void train(network *net, const data *rows, int adam, double lr,
                  int steps)
{
    static double d[COUNT_MOST], m[COUNT_MOST], v[COUNT_MOST];
    const double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    for (int t = 1; t <= steps; t++) {
        loss(net, rows, d);
        for (int i = 0; i < net->count; i++) {
            m[i] = beta1 * m[i] + (1.0 - beta1) * d[i];
            v[i] = beta2 * v[i] + (1.0 - beta2) * d[i] * d[i];
            const double mhat = m[i] / (1.0 - pow(beta1, t));
            const double vhat = v[i] / (1.0 - pow(beta2, t));
            net->theta[i] -=
                lr * (adam ? mhat / (sqrt(vhat) + epsilon) : d[i]);
        }
    }
}

/* The next word, past the lines' ends that are comments. */
static const char *word(void)
{
    static char text[64];
    while (scanf(" %63[^# \t\r\n]", text) == 0)
        scanf("%*[^\n]");
    return text;
}

/* Each layer begins with a W; after the last comes the word rows. */
static void network_read(network *net)
{
    while (word()[0] == 'W') {
        const int from = atoi(word()), to = atoi(word());
        net->units[net->depth++] = from;
        net->units[net->depth] = to;
        for (int i = 0; i < (from + 1) * to; i++) {
            if (i == from * to)
                word(), word(), word(); /* such as b1 1 4 */
            net->theta[net->count++] = atof(word());
        }
    }
}

static void print(const char *what, const double numbers[], int count)
{
    printf("%s", what);
    for (int i = 0; i < count; i++)
        printf(" %.12g", numbers[i]);
    printf("\n");
}

int main(void)
{
    static network net;
    static data rows;
    static double d[COUNT_MOST];
    network_read(&net);
    rows.size = atoi(word());
    for (int n = 0; n < rows.size; n++) {
        for (int i = 0; i < net.units[0]; i++)
            rows.x[n][i] = atof(word());
        rows.label[n] = atoi(word());
    }
    word();
    const double nudge = atof(word());
    const int adam = strcmp(word(), "adam") == 0;
    const double lr = atof(word());
    const int steps = atoi(word());

    const double first = loss(&net, &rows, d);
    print("loss", &first, 1);
    print("gradient", d, net.count);
    for (int i = 0; i < net.count; i++)
        d[i] = slope(&net, &rows, i, nudge);
    print("by differences", d, net.count);
    train(&net, &rows, adam, lr, steps);
    const double last = loss(&net, &rows, d);
    print("loss after training", &last, 1);
    print("parameters", net.theta, net.count);
    return EXIT_SUCCESS;
}
