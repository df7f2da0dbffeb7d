#!/usr/bin/python3
"""Two epochs of training on the digits, by NumPy: writes epochs.h.

usage: /usr/bin/python3 tests/04-digits/epochs.py > tests/04-digits/epochs.h

From the root of the repository; needs python3-numpy and clang-format. It
shares no line with the C: the generator of random numbers, Glorot's start,
the passes of a whole batch as products of matrices, and Adam are written
once more.
"""
import subprocess

import numpy as np

SEED, EPOCHS, BATCH, TRAIN = 1, 2, 32, 1437
UNITS = [64, 32, 10]
LR, BETA1, BETA2, EPSILON = 0.01, 0.9, 0.999, 1e-7

data = np.loadtxt('code/04-digits/digits.csv', delimiter=',', usecols=range(65))
images, labels = data[:, :64] / 16, data[:, 64].astype(int)


def uniforms(state):
    """SplitMix64, its upper 53 bits as numbers in [0, 1)."""
    whole = (1 << 64) - 1
    while True:
        state = (state + 0x9E3779B97F4A7C15) & whole
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & whole
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & whole
        yield ((z ^ (z >> 31)) >> 11) / 2**53


def glorot():
    numbers, net = uniforms(SEED), []
    for m, n in zip(UNITS, UNITS[1:]):
        rho = np.sqrt(6 / (m + n))
        drawn = [next(numbers) for _ in range(m * n)]
        net += [rho * (2 * np.array(drawn).reshape(m, n) - 1), np.zeros(n)]
    return net


def logits(net, x):
    h = 1 / (1 + np.exp(-(x @ net[0] + net[1])))
    return h, h @ net[2] + net[3]


def losses(z, y):
    return np.log(np.exp(z).sum(1)) - z[range(len(y)), y]


def gradient(net, x, y):
    h, z = logits(net, x)
    p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    dz2 = (p - np.eye(10)[y]) / len(y)
    dz1 = dz2 @ net[2].T * h * (1 - h)
    return [x.T @ dz1, dz1.sum(0), h.T @ dz2, dz2.sum(0)]


def train(net):
    m = [np.zeros_like(p) for p in net]
    v = [np.zeros_like(p) for p in net]
    t = 0
    for _ in range(EPOCHS):
        for first in range(0, TRAIN, BATCH):
            rows = slice(first, min(first + BATCH, TRAIN))
            g = gradient(net, images[rows], labels[rows])
            t += 1
            # As update_step of keras/optimizers/adam.py has it.
            alpha = LR * np.sqrt(1 - BETA2**t) / (1 - BETA1**t)
            for k in range(len(net)):
                m[k] += (1 - BETA1) * (g[k] - m[k])
                v[k] += (1 - BETA2) * (g[k]**2 - v[k])
                net[k] = net[k] - alpha * m[k] / (np.sqrt(v[k]) + EPSILON)
    return t


def summed(net):
    """Of each matrix: its norm, a sum in which each entry has another weight, one of its entries and the last."""
    rows = []
    for p in net:
        flat = p.ravel()
        weights = (np.arange(len(flat)) * 7919 + 13) % 1009 / 1009
        rows.append([np.sqrt(flat @ flat), weights @ flat, flat[len(flat) * 7 // 16], flat[-1]])
    return rows


def score(net, rows):
    z = logits(net, images[rows])[1]
    return losses(z, labels[rows]).mean(), int((z.argmax(1) == labels[rows]).sum())


def table(net):
    return '{' + ', '.join('{' + ', '.join(f'{n:.15g}' for n in row) + '}' for row in summed(net)) + '}'


def header():
    net = glorot()
    seen, unseen = slice(0, TRAIN), slice(TRAIN, len(data))
    before, first = table(net), score(net, seen)
    steps = train(net)
    return f'''/* epochs.h: where two epochs on the digits lead, by NumPy. Do not edit; it
   is what
   /usr/bin/python3 tests/04-digits/epochs.py > tests/04-digits/epochs.h
   writes. From Glorot's start of seed 1, with Adam in Keras's form, the rows
   in the order of the file. */
#pragma once

enum {{ EPOCHS_STEPS = {steps} }};

/* Of W1, b1, W2 and b2: the root of the sum of the squares; the sum of each
   entry k times ((7919 k + 13) mod 1009) / 1009; the entry at 7/16 of the
   way (that of a pixel in the middle); and the last. */
static const double epochs_before[4][4] = {before};
static const double epochs_after[4][4] = {table(net)};

/* Loss and right answers, on what is trained on and what is not. */
static const double epochs_first[2] = {{{first[0]:.15g}, {first[1]}}};
static const double epochs_seen[2] = {{{score(net, seen)[0]:.15g}, {score(net, seen)[1]}}};
static const double epochs_unseen[2] = {{{score(net, unseen)[0]:.15g}, {score(net, unseen)[1]}}};
'''


if __name__ == '__main__':
    print(subprocess.run(['clang-format', '--assume-filename=tests/04-digits/epochs.h'], input=header(),
                         stdout=subprocess.PIPE, text=True, check=True).stdout, end='')
