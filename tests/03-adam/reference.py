#!/usr/bin/python3
"""Where training leads, by PyTorch and by NumPy: writes reference.h.

usage: /usr/bin/python3 tests/03-adam/reference.py > tests/03-adam/reference.h

From the root of the repository; needs python3-torch, python3-numpy and
clang-format, which lays the numbers out. All in double precision, and with
13 digits, of which another processor may see the last few differ.
"""
import subprocess

import numpy as np
import torch

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
Y = np.array([0, 1, 1, 0], dtype=np.float64)
EPOCHS = 2000
SHAPES = [(2, 3), (3,), (3,), ()]  # W1, b1, W2, b2

# That of golden.h, and one drawn here.
STARTS = [
    [0.5, -0.4, 0.3, 0.2, 0.6, -0.7, 0.1, -0.2, 0.05, 0.4, -0.5, 0.6, -0.1],
    [float(f'{p:.3f}') for p in np.random.default_rng(3).uniform(-1.5, 1.5, 13)],
]
LOSSES = ['LOSS_HALF', 'LOSS_BCE']


def parts(flat):
    """The list of 13 as W1, b1, W2 and b2."""
    at, arrays = 0, []
    for shape in SHAPES:
        size = int(np.prod(shape))
        arrays.append(np.reshape(flat[at:at + size], shape))
        at += size
    return arrays


# PyTorch: its losses, its autograd, its optimizers.

def torch_run(start, loss, make):
    """Trains; returns the loss and the 13 parameters."""
    net = [torch.tensor(p, requires_grad=True) for p in parts(np.array(start))]
    x, y = torch.tensor(X), torch.tensor(Y)
    optimizer = make(net)

    def measure():
        w1, b1, w2, b2 = net
        z2 = torch.sigmoid(x @ w1 + b1) @ w2 + b2
        if loss == 'LOSS_HALF':
            return 0.5 * torch.nn.functional.mse_loss(torch.sigmoid(z2), y, reduction='sum')
        return torch.nn.functional.binary_cross_entropy_with_logits(z2, y)

    for _ in range(EPOCHS):
        optimizer.zero_grad()
        measure().backward()
        optimizer.step()
    with torch.no_grad():
        return measure().item(), torch.cat([p.flatten() for p in net]).tolist()


def torch_sgd(lr, beta1, beta2, epsilon):
    return lambda net: torch.optim.SGD(net, lr)


def torch_rmsprop(lr, beta1, beta2, epsilon):
    return lambda net: torch.optim.RMSprop(net, lr, alpha=beta2, eps=epsilon)


def torch_adam(lr, beta1, beta2, epsilon):
    return lambda net: torch.optim.Adam(net, lr, (beta1, beta2), epsilon)


# NumPy: the formulas, by hand. Each step is a function of t, the gradient
# and the two averages, and says how far to go.

def numpy_run(start, loss, step, lr, beta1, beta2, epsilon):
    net = np.array(start)
    m, v = np.zeros(13), np.zeros(13)

    def measure():
        w1, b1, w2, b2 = parts(net)
        h = 1 / (1 + np.exp(-(X @ w1 + b1)))
        z2 = h @ w2 + b2
        yhat = 1 / (1 + np.exp(-z2))
        if loss == 'LOSS_HALF':
            value = 0.5 * np.sum((yhat - Y) ** 2)
            dz2 = (yhat - Y) * yhat * (1 - yhat)
        else:
            value = np.mean(np.logaddexp(0, z2) - Y * z2)
            dz2 = (yhat - Y) / 4
        dz1 = np.outer(dz2, w2) * h * (1 - h)
        return value, np.concatenate([(X.T @ dz1).ravel(), dz1.sum(0), h.T @ dz2, [dz2.sum()]])

    for t in range(1, EPOCHS + 1):
        g = measure()[1]
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        net = net - step(t, g, m, v, lr, beta1, beta2, epsilon)
    return measure()[0], net.tolist()


def numpy_momentum(t, g, m, v, lr, beta1, beta2, epsilon):
    return lr * m


def numpy_uncorrected(t, g, m, v, lr, beta1, beta2, epsilon):
    return lr * m / (np.sqrt(v) + epsilon)


# As update_step of keras/optimizers/adam.py has it.
def numpy_keras(t, g, m, v, lr, beta1, beta2, epsilon):
    alpha = lr * np.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)
    return alpha * m / (np.sqrt(v) + epsilon)


USUAL = [(0.001, 0.9, 0.999, 1e-7), (0.01, 0.9, 0.999, 1e-8), (0.003, 0.5, 0.99, 1e-4), (0.02, 0.8, 0.9, 0.01)]
RUNS = [
    ('gd_step', torch_sgd, [(0.5, 0, 0, 0), (1.7, 0, 0, 0), (0.03, 0, 0, 0)]),
    ('momentum_step', numpy_momentum, [(0.5, 0.9, 0, 0), (0.2, 0.5, 0, 0)]),
    ('rms_step', torch_rmsprop, [(0.001, 0, 0.999, 1e-7), (0.01, 0, 0.9, 0.01)]),
    ('uncorrected_step', numpy_uncorrected, USUAL),
    ('adam_step', numpy_keras, USUAL),
    ('adam_step_inside', torch_adam, USUAL),
]


def network(numbers):
    return '{.all = {' + ', '.join(f'{n:.13g}' for n in numbers) + '}}'


def header():
    lines = ['''/* reference.h: where training leads, by others. Do not edit; it is what
   /usr/bin/python3 tests/03-adam/reference.py > tests/03-adam/reference.h
   writes, with the packages python3-torch and python3-numpy. PyTorch's own
   losses, autograd and optimizers (SGD, RMSprop, Adam) stand behind gd_step,
   rms_step and adam_step_inside; NumPy and the formulas behind the rest. */
#pragma once

#include "03-adam/fit.h"

''', f'enum {{ REFERENCE_EPOCHS = {EPOCHS} }};\n\n', 'static const network reference_starts[] = {']
    lines += [network(start) + ',' for start in STARTS]
    lines.append('''};

/* On the rows of XOR, from start number start: how it is trained, and the
   loss and the parameters after so many epochs. */
typedef struct {
    int start;
    fit how;
    double loss;
    network net;
} reference_run;

static const reference_run reference_runs[] = {''')
    for step, by, settings in RUNS:
        for number, constants in enumerate(settings):
            for which, loss in enumerate(LOSSES):
                start = (number + which) % len(STARTS)
                if by.__name__.startswith('torch_'):
                    value, end = torch_run(STARTS[start], loss, by(*constants))
                else:
                    value, end = numpy_run(STARTS[start], loss, by, *constants)
                told = ', '.join(f'{c:g}' for c in constants)
                lines.append(f'{{{start}, {{{loss}, {{{step}, {told}}}}}, {value:.13g}, {network(end)}}},')
    return '\n'.join(lines + ['};\n'])


if __name__ == '__main__':
    print(subprocess.run(['clang-format', '--assume-filename=tests/03-adam/reference.h'], input=header(),
                         stdout=subprocess.PIPE, text=True, check=True).stdout, end='')
