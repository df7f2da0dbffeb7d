#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double W1[2][3], b1[3], W2[3], b2;
double dW1[2][3], db1[3], dW2[3], db2;
double h[4][3], yhat[4];
const int X[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

double sigmoid(double z)
{
    return 0.5 * (1.0 + tanh(0.5 * z));
}

int target(int n)
{
    return X[n][0] ^ X[n][1];
}

void load(const char *name)
{
    static char text[100000];
    double *places[13] = {&W1[0][0], &W1[0][1], &W1[0][2], &W1[1][0],
                          &W1[1][1], &W1[1][2], b1,        b1 + 1,
                          b1 + 2,    W2,        W2 + 1,    W2 + 2,
                          &b2};
    FILE *f = fopen(name, "r");
    if (f == NULL)
        exit(1);
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    for (char *p = text; (p = strchr(p, '#')) != NULL;)
        while (*p != '\n' && *p != '\0')
            *p++ = ' ';
    int place = 0, skip = 0;
    for (char *p = text, *end; place < 13; p = end) {
        while (isspace((unsigned char)*p))
            p++;
        if (isalpha((unsigned char)*p)) {
            end = p + 2;
            skip = 2;
            continue;
        }
        const double number = strtod(p, &end);
        if (end == p)
            exit(1);
        if (skip-- > 0)
            continue;
        *places[place++] = number;
    }
}

double forward(void)
{
    double loss = 0;
    for (int n = 0; n < 4; n++) {
        double z = b2;
        for (int j = 2; j >= 0; j--) {
            double a = b1[j];
            for (int i = 0; i < 2; i++)
                if (X[n][i])
                    a += W1[i][j];
            h[n][j] = sigmoid(a);
            z += W2[j] * h[n][j];
        }
        yhat[n] = sigmoid(z);
        loss += 0.5 * pow(yhat[n] - target(n), 2);
    }
    return loss;
}

void backward(void)
{
    double delta[4];
    db2 = 0;
    for (int n = 0; n < 4; n++)
        db2 += delta[n] =
            (yhat[n] - target(n)) * (yhat[n] - yhat[n] * yhat[n]);
    for (int j = 0; j < 3; j++) {
        db1[j] = dW2[j] = dW1[0][j] = dW1[1][j] = 0;
        for (int n = 0; n < 4; n++) {
            double hidden = W2[j] * delta[n] * (1 - h[n][j]) * h[n][j];
            dW2[j] += h[n][j] * delta[n];
            db1[j] += hidden;
            for (int i = 0; i < 2; i++)
                dW1[i][j] += X[n][i] * hidden;
        }
    }
}

int main(int argc, char **argv)
{
    load(argv[1]);
    printf("The loss is %.10e ,\n", forward());
    backward();
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            printf("  dL/dW1[%d][%d] = %.10e,\n", i, j, dW1[i][j]);
    for (int j = 0; j < 3; j++)
        printf("  dL/db1[%d] = %.10e,\n", j, db1[j]);
    for (int j = 0; j < 3; j++)
        printf("  dL/dW2[%d] = %.10e,\n", j, dW2[j]);
    printf("  dL/db2 = %.10e\n", db2);
    for (int step = 0; argc > 2 && step < atoi(argv[2]); step++) {
        forward();
        backward();
        for (int j = 0; j < 3; j++) {
            W1[0][j] -= dW1[0][j] / 2;
            W1[1][j] -= dW1[1][j] / 2;
            b1[j] -= db1[j] / 2;
            W2[j] -= dW2[j] / 2;
        }
        b2 -= db2 / 2;
    }
    printf("and then %.10e\n", forward());
}
