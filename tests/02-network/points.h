/* points.h: for the suites of this room and those above, networks and rows
   drawn at random, and the network once more in complex numbers, for the
   complex step. */
#pragma once

#include "02-network/start.h"
#include "02-network/xor.h"

#include <complex.h>
#include <string.h>

/* Where the parts of a network begin in its list. */
enum { AT_W1 = 0, AT_B1 = 6, AT_W2 = 9, AT_B2 = 12 };

/* A network and the rows that it is measured on. */
typedef struct {
    network net;
    batch rows;
} point;

static inline double between(random_stream *stream, double low, double high)
{
    return low + (high - low) * random_uniform(stream);
}

/* Rows of any numbers, so that no wrong slope hides behind a 0 or a 1. */
static inline batch rows_drawn(random_stream *stream, int size)
{
    batch rows = {.size = size};
    for (int n = 0; n < size; n++) {
        for (int i = 0; i < INPUTS; i++)
            rows.x[n][i] = between(stream, -2.0, 2.0);
        rows.y[n] = between(stream, 0.0, 1.0);
    }
    return rows;
}

static inline point point_drawn(random_stream *stream, init_kind init,
                                int size)
{
    point p;
    p.net = network_start(init, stream);
    p.rows = rows_drawn(stream, size);
    return p;
}

/* Weights of size 1 and biases of all signs: no slope is always small. */
static inline point wild_point(random_stream *stream, int size)
{
    return point_drawn(stream, INIT_NORMAL, size);
}

static inline double complex sigmoid_complex(double complex z)
{
    return 1.0 / (1.0 + cexp(-z));
}

/* A row's z2, from all 13 parameters. */
static inline double complex z2_complex(const double complex q[],
                                        const double x[])
{
    double complex z2 = q[AT_B2];
    for (int j = 0; j < HIDDEN; j++)
        z2 += q[AT_W2 + j] *
              sigmoid_complex(x[0] * q[j] + x[1] * q[HIDDEN + j] +
                              q[AT_B1 + j]);
    return z2;
}

/* The sum over the rows of (yhat - y)^2, times scale. */
static inline double complex squares_complex(const double complex q[],
                                             const batch *rows,
                                             double scale)
{
    double complex sum = 0.0;
    for (int n = 0; n < rows->size; n++) {
        const double complex error =
            sigmoid_complex(z2_complex(q, rows->x[n])) - rows->y[n];
        sum += error * error;
    }
    return scale * sum;
}

static const double tiny_step = 1e-30;

/* The parameters, the k-th of them moved off the real line. */
static inline void complex_nudged(const network *net, int k,
                                  double complex q[])
{
    for (int m = 0; m < PARAMETERS; m++)
        q[m] = net->all[m];
    q[k] += tiny_step * I;
}

/* The gradient of the scaled sum of squares, without the chain rule. */
static inline network complex_gradient(const point *p, double scale)
{
    network gradient;
    for (int k = 0; k < PARAMETERS; k++) {
        double complex q[PARAMETERS];
        complex_nudged(&p->net, k, q);
        gradient.all[k] =
            cimag(squares_complex(q, &p->rows, scale)) / tiny_step;
    }
    return gradient;
}

/* The gradient of half the squares, as the network works it out. */
static inline network right_gradient(const point *p)
{
    network_pass f;
    double dL_dz2[ROWS];
    network gradient;
    network_forward(&p->net, &p->rows, &f);
    half_squares(&p->rows, &f, dL_dz2);
    network_backward(&p->net, &p->rows, &f, dL_dz2, &gradient);
    return gradient;
}

/* Row n as a batch of its own. */
static inline batch one_row(const batch *rows, int n)
{
    batch one = {.size = 1};
    memcpy(one.x[0], rows->x[n], sizeof one.x[0]);
    one.y[0] = rows->y[n];
    return one;
}
