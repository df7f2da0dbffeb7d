# The program of chapter 2 in NumPy, from the start of worked.txt.
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([[0], [1], [1], [0]])

W1 = np.array([[0.5, -0.4, 0.3], [0.2, 0.6, -0.7]])
b1 = np.array([[0.1, -0.2, 0.05]])
W2 = np.array([[0.4], [-0.5], [0.6]])
b2 = np.array([[-0.1]])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward():
    h = sigmoid(X @ W1 + b1)
    return h, sigmoid(h @ W2 + b2)


for epoch in range(10000):
    h, yhat = forward()
    dL_dz2 = (yhat - Y) * yhat * (1 - yhat)
    dL_dh = dL_dz2 @ W2.T
    dL_dz1 = dL_dh * h * (1 - h)
    dL_dW2 = h.T @ dL_dz2
    dL_db2 = dL_dz2.sum(axis=0, keepdims=True)
    dL_dW1 = X.T @ dL_dz1
    dL_db1 = dL_dz1.sum(axis=0, keepdims=True)
    W1 -= 0.5 * dL_dW1
    b1 -= 0.5 * dL_db1
    W2 -= 0.5 * dL_dW2
    b2 -= 0.5 * dL_db2

h, yhat = forward()
print(0.5 * np.sum((yhat - Y) ** 2), yhat.ravel())
