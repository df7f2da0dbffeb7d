#include "answer.h"

#include <math.h>
#include <string.h>

/* Matrices with up to four rows and three columns, and what becomes of
   them: all rows pass each layer together. */
typedef double table[4][3];

static double sigmoid(double z)
{
    return 0.5 + 0.5 * tanh(z / 2);
}

static void layer(int rows, int from, int to, table in, const double *W,
                  const double *b, table out)
{
    for (int n = 0; n < rows; n++)
        for (int k = 0; k < to; k++) {
            double z = 0;
            for (int j = from; j-- > 0;)
                z += W[j * to + k] * in[n][j];
            out[n][k] = sigmoid(z + b[k]);
        }
}

/* From dL/da of a layer's activations to its derivatives, and to dL/da of
   the layer before. */
static void layer_back(int rows, int from, int to, table in, table out,
                       const double *W, table dL_dout, double *dW,
                       double *db, table dL_din)
{
    memset(dW, 0, sizeof(double) * (size_t)(from * to));
    memset(db, 0, sizeof(double) * (size_t)to);
    memset(dL_din, 0, sizeof(table));
    for (int n = rows - 1; n >= 0; n--)
        for (int k = 0; k < to; k++) {
            const double delta =
                dL_dout[n][k] * (out[n][k] - out[n][k] * out[n][k]);
            db[k] += delta;
            for (int j = 0; j < from; j++) {
                dW[j * to + k] += in[n][j] * delta;
                dL_din[n][j] += W[j * to + k] * delta;
            }
        }
}

deep_network deep_gradient(const deep_network *net, const batch *rows)
{
    table x = {{0}}, h1, h2, yhat, dyhat = {{0}}, dh2, dh1, dx;
    deep_network d;
    const int N = rows->size;
    for (int n = 0; n < N; n++)
        memcpy(x[n], rows->x[n], sizeof rows->x[n]);
    layer(N, 2, 3, x, net->W1[0], net->b1, h1);
    layer(N, 3, 3, h1, net->W2[0], net->b2, h2);
    layer(N, 3, 1, h2, net->W3, &net->b3, yhat);
    for (int n = 0; n < N; n++)
        dyhat[n][0] = yhat[n][0] - rows->y[n];
    layer_back(N, 3, 1, h2, yhat, net->W3, dyhat, d.W3, &d.b3, dh2);
    layer_back(N, 3, 3, h1, h2, net->W2[0], dh2, d.W2[0], d.b2, dh1);
    layer_back(N, 2, 3, x, h1, net->W1[0], dh1, d.W1[0], d.b1, dx);
    return d;
}
