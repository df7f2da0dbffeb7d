/* gate_points.h: what the suites of a gate's neuron and of its run share: the
   gates, and a neuron with the rows that it is measured on. */
#pragma once

#include "01-neuron/gate.h"
#include "plumbing/random.h"

enum { PARAMETERS = 3 };

static const gate_kind gate_kinds[] = {GATE_XOR, GATE_AND, GATE_OR};

typedef struct {
    gate g;
    gate_row rows[GATE_ROWS];
} point;

static inline double between(random_stream *stream, double low, double high)
{
    return low + (high - low) * random_uniform(stream);
}

static inline double loss_of(const void *state)
{
    const point *p = state;
    return gate_loss(&p->g, p->rows);
}
