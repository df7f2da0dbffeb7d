/* networks.h: for the suites of this room, networks and digits drawn at
   random, and the network once more in complex numbers, for the complex
   step. */
#pragma once

#include "02-network/points.h"
#include "04-digits/digits.h"
#include "04-digits/mlp.h"

#include <math.h>

static const activation *const activations[] = {&sigmoid_units, &tanh_units,
                                                &relu_units};
enum { ACTIVATIONS = sizeof activations / sizeof activations[0] };

/* Weights that keep a layer's pre-activations near 1 where its inputs are,
   and biases of all signs: no slope is always small. */
static inline void mlp_fill(mlp *net, random_stream *stream)
{
    for (int l = 1; l <= net->depth; l++) {
        const int from = net->units[l - 1], to = net->units[l];
        for (int k = 0; k < from * to; k++)
            net->W[l][k] = 1.5 * random_normal(stream) / sqrt(from);
        for (int k = 0; k < to; k++)
            net->b[l][k] = 0.5 * random_normal(stream);
    }
}

static inline mlp mlp_drawn(random_stream *stream, int depth,
                            const int units[], activation hidden)
{
    mlp net = mlp_new(depth, units, hidden);
    mlp_fill(&net, stream);
    return net;
}

/* So many layers of 2 to 5 units. */
static inline mlp mlp_any(random_stream *stream, int depth,
                          activation hidden)
{
    int units[DEPTH_MOST + 1];
    for (int l = 0; l <= depth; l++)
        units[l] = 2 + (int)random_below(stream, 4);
    return mlp_drawn(stream, depth, units, hidden);
}

/* Any images and any digits. There is room for rows x COLUMNS numbers. */
static inline dataset digits_drawn(random_stream *stream, int rows,
                                   unsigned char numbers[])
{
    for (int k = 0; k < rows * COLUMNS; k++)
        numbers[k] = (unsigned char)random_below(
            stream, k % COLUMNS < PIXELS ? INK + 1 : CLASSES);
    return (dataset){rows, numbers};
}

static inline double complex activation_complex(const activation *f,
                                                double complex z)
{
    if (f->of == relu_units.of)
        return creal(z) > 0.0 ? z : 0.0;
    return f->of == tanh_units.of ? ctanh(z) : sigmoid_complex(z);
}

/* The logits of some inputs, where parameter k of all is moved off the real
   line; k = -1: none is. At most 64 units in a layer. */
static inline void logits_complex(const mlp *net, const double x[], int k,
                                  double complex z[])
{
    double complex a[64];
    const double *theta = net->all;
    for (int i = 0; i < net->units[0]; i++)
        a[i] = x[i];
    for (int l = 1; l <= net->depth; l++) {
        const int from = net->units[l - 1], to = net->units[l];
        for (int j = 0; j < to; j++) {
            z[j] = 0.0;
            for (int i = 0; i <= from; i++) { /* the biases are last */
                const double *const one = &theta[i * to + j];
                const double off = one == net->all + k ? tiny_step : 0.0;
                z[j] += (i < from ? a[i] : 1.0) * (*one + off * I);
            }
        }
        theta += (from + 1) * to;
        for (int j = 0; j < to && l < net->depth; j++)
            a[j] = activation_complex(&net->hidden, z[j]);
    }
}

/* The cross-entropy of the right one of n logits, none of them large. */
static inline double complex loss_complex(const double complex z[], int n,
                                          int right)
{
    double complex sum = 0.0;
    for (int k = 0; k < n; k++)
        sum += cexp(z[k]);
    return clog(sum) - z[right];
}
