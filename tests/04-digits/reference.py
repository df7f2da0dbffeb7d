#!/usr/bin/python3
"""Losses and gradients of networks on digits, by PyTorch: writes reference.h.

usage: /usr/bin/python3 tests/04-digits/reference.py > tests/04-digits/reference.h

From the root of the repository; needs python3-torch. All in double precision,
and with 13 digits, of which another processor may see the last few differ.
"""
import textwrap

import torch

# torch.tensor of Python floats is of 32 bits, unless told otherwise.
torch.set_default_dtype(torch.float64)

ROWS = [0, 5, 8, 1796]  # counted from 0
SHAPES = [[64, 3, 10], [64, 3, 4, 2, 10]]
ACTIVATIONS = ['sigmoid', 'tanh', 'relu']


def digits():
    """The images, from 0 to 1, and their digits."""
    with open('code/04-digits/digits.csv') as file:
        lines = [[int(n) for n in line.rstrip(',\n').split(',')] for line in file]
    rows = torch.tensor([lines[n] for n in ROWS])
    return rows[:, :64].double() / 16, rows[:, 64]


def parameters(units):
    """Scattered between -0.5 and 0.5, and the same in C to the bit."""
    count = sum((m + 1) * n for m, n in zip(units, units[1:]))
    flat = [(k * 7919 + 13) % 1009 / 1009 - 0.5 for k in range(count)]
    at, all = 0, []
    for m, n in zip(units, units[1:]):
        for shape in [(m, n), (n,)]:
            size = m * n if len(shape) == 2 else n
            all.append(torch.tensor(flat[at:at + size]).reshape(shape).requires_grad_())
            at += size
    return all


def measured(units, activation):
    x, right = digits()
    all = parameters(units)
    a = x
    for at in range(0, len(all), 2):
        z = a @ all[at] + all[at + 1]
        a = getattr(torch, activation)(z)
    loss = torch.nn.functional.cross_entropy(z, right)
    loss.backward()
    for p in all:
        assert p.grad.abs().max() > 1e-6, (units, activation)
    return loss.item(), torch.cat([p.grad.flatten() for p in all]).tolist()


def header():
    most = max(sum((m + 1) * n for m, n in zip(units, units[1:])) for units in SHAPES)
    lines = [f'''/* reference.h: losses and gradients of networks on digits, by PyTorch. Do
   not edit; it is what
   /usr/bin/python3 tests/04-digits/reference.py > tests/04-digits/reference.h
   writes, with the package python3-torch: its linear algebra, activations,
   cross_entropy and autograd. */
#pragma once

#include "04-digits/mlp.h"

/* The digits, by the numbers of their rows, counted from 0. */
static const size_t reference_rows[] = {{{', '.join(map(str, ROWS))}}};

/* A network whose parameter number k is ((7919 k + 13) mod 1009) / 1009 less
   a half; the mean loss of those rows; and its gradient. */
typedef struct {{
    int depth, units[6], count;
    const activation *hidden;
    double loss, gradient[{most}];
}} reference_network;

/* clang-format off */
static const reference_network reference_networks[] = {{''']
    for units in SHAPES:
        for activation in ACTIVATIONS:
            loss, gradient = measured(units, activation)
            lines.append(f'{{{len(units) - 1}, {{{", ".join(map(str, units))}}}, {len(gradient)}, &{activation}_units, '
                         f'{loss:.13g},')
            lines.append(textwrap.fill('{' + ', '.join(f'{g:.13g}' for g in gradient) + '}},', 76))
    return '\n'.join(lines + ['};\n/* clang-format on */'])


if __name__ == '__main__':
    print(header())
