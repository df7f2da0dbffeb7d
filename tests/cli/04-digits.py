"""What 04-digits did, once more, by NumPy: trains from the parameters of a file, in the file's order and a whole batch at once, and
compares the parameters and each row of the trace to 1e-9. Prints what differs.

usage: 04-digits.py DIGITS START END TRACE ACTIVATION BATCH LR [--optimizer gd]
"""
import sys

import numpy as np

data, start, end, trace, activation, batch, lr, *rest = sys.argv[1:]
batch, lr, plain = int(batch), float(lr), "gd" in rest
rows = np.loadtxt(data, delimiter=",", usecols=range(65))
X, labels = rows[:, :64] / 16, rows[:, 64].astype(int)
Y = np.eye(10)[labels]
of, slope = {
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "relu": (lambda z: np.maximum(z, 0), lambda a: (a > 0) * 1.0),
}[activation]


def parameters(name):
    words, found = open(name).read().split(), []
    while words:
        shape = int(words[1]), int(words[2])
        end = 3 + shape[0] * shape[1]
        found.append(np.array(words[3:end], dtype=float).reshape(shape))
        words = words[end:]
    return found


theta = parameters(start)
m, v = [np.zeros_like(t) for t in theta], [np.zeros_like(t) for t in theta]
depth, steps = len(theta) // 2, 0


def forward(x):
    a = [x]
    for l in range(depth):
        z = a[-1] @ theta[2 * l] + theta[2 * l + 1]
        a.append(z if l == depth - 1 else of(z))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return a, e / e.sum(axis=1, keepdims=True)


def step(x, y):
    global steps
    a, p = forward(x)
    delta, gradient = (p - y) / len(x), []
    for l in reversed(range(depth)):
        gradient = [a[l].T @ delta, delta.sum(axis=0, keepdims=True)] + gradient
        delta = delta @ theta[2 * l].T * slope(a[l])
    steps += 1
    for k, g in enumerate(gradient):
        m[k] = 0.9 * m[k] + 0.1 * g
        v[k] = 0.999 * v[k] + 0.001 * g * g
        adam = m[k] / (1 - 0.9**steps) * np.sqrt(1 - 0.999**steps) / (np.sqrt(v[k]) + 1e-7)
        theta[k] = theta[k] - lr * (g if plain else adam)


def compare(what, actual, expected):
    if np.shape(actual) != np.shape(expected) or np.max(np.abs(actual - expected) / (1 + np.abs(expected))) > 1e-9:
        print(f"{what} is {actual}, expected {expected}")


def look(row):
    _, p = forward(X)
    losses, right = -np.log(p[np.arange(len(X)), labels]), p.argmax(axis=1) == labels
    expected = [np.mean(part) for part in (losses[:1437], losses[1437:], right[:1437], right[1437:])]
    compare(f"epoch {row[0]:.0f}", row[1:], np.array(expected))


table = np.loadtxt(trace, delimiter=",", skiprows=1)
look(table[0])
for row in table[1:]:
    for first in range(0, 1437, batch):
        step(X[first : min(first + batch, 1437)], Y[first : min(first + batch, 1437)])
    look(row)
for k, matrix in enumerate(parameters(end)):
    compare(f"{'Wb'[k % 2]}{k // 2 + 1}", matrix, theta[k])
if len(table) < 2 or len(parameters(end)) != len(theta):
    print(f"{len(table)} rows")
