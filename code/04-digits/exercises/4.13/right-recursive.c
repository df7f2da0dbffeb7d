/* Forward on the way into a recursion, back on the way out of it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 40000
static int D, size[9], N, P;
static double t[MOST], g[MOST], X[100][64];
static int C[100];

static int next(char *s)
{
    int ch = getchar(), n = 0;
    while (ch == ' ' || ch == '\n' || ch == '\t' || ch == '\r' ||
           ch == '#') {
        while (ch == '#' || (ch != '\n' && n))
            n = (ch = getchar()) != '\n' && ch != EOF;
        n = 0;
        ch = getchar();
    }
    while (ch != EOF && ch != ' ' && ch != '\n' && ch != '\t' &&
           ch != '\r') {
        if (ch == '#') {
            ungetc(ch, stdin);
            break;
        }
        s[n++] = (char)ch;
        ch = getchar();
    }
    s[n] = 0;
    return s[0];
}

static double num(void)
{
    char s[100];
    next(s);
    return atof(s);
}

/* From the activations of layer l on; leaves the derivatives by them. The
   parameters of its layer begin at p. Returns the loss. */
static double go(int l, int p, const double *a, double *da, int c)
{
    const int m = size[l], n = size[l + 1];
    double z[64], dz[64], loss;
    for (int k = 0; k < n; k++) {
        z[k] = t[p + m * n + k];
        for (int j = 0; j < m; j++)
            z[k] += a[j] * t[p + j * n + k];
    }
    if (l + 1 == D) {
        double e[64], sum = 0, top = z[0];
        for (int k = 1; k < n; k++)
            if (z[k] > top)
                top = z[k];
        for (int k = 0; k < n; k++)
            sum += e[k] = exp(z[k] - top);
        loss = (log(sum) + (top - z[c])) / N;
        for (int k = 0; k < n; k++)
            dz[k] = (e[k] / sum - (k == c)) / N;
    } else {
        double h[64] = {0};
        for (int k = 0; k < n; k++)
            h[k] = 1 / (1 + exp(-z[k]));
        loss = go(l + 1, p + (m + 1) * n, h, dz, c);
        for (int k = 0; k < n; k++)
            dz[k] *= h[k] * (1 - h[k]);
    }
    for (int j = 0; j < m; j++) {
        da[j] = 0;
        for (int k = 0; k < n; k++) {
            da[j] += dz[k] * t[p + j * n + k];
            g[p + j * n + k] += dz[k] * a[j];
        }
    }
    for (int k = 0; k < n; k++)
        g[p + m * n + k] += dz[k];
    return loss;
}

static double all(void)
{
    double sum = 0, unused[64];
    memset(g, 0, sizeof g[0] * (size_t)P);
    for (int n = 0; n < N; n++)
        sum += go(0, 0, X[n], unused, C[n]);
    return sum;
}

int main(void)
{
    char s[100];
    static double m[MOST], v[MOST];
    while (next(s) == 'W' || s[0] == 'b') {
        const int r = num(), c = num();
        if (s[0] == 'W') {
            size[D++] = r;
            size[D] = c;
        }
        for (int i = 0; i < r * c; i++)
            t[P++] = num();
    }
    N = num();
    for (int n = 0; n < N; n++) {
        for (int i = 0; i < size[0]; i++)
            X[n][i] = num();
        C[n] = num();
    }
    next(s);
    const double h = num();
    next(s);
    const double lr = num();
    const int steps = num();
    printf("%.15g\n", all());
    for (int i = 0; i < P; i++)
        printf("%.15g\n", g[i]);
    for (int i = 0; i < P; i++) {
        double slope = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            const double before = t[i];
            t[i] += sign * h;
            slope += sign * all();
            t[i] = before;
        }
        printf("%.15g\n", slope / (h + h));
    }
    for (int step = 1; step <= steps; step++) {
        all();
        for (int i = 0; i < P; i++) {
            m[i] = 0.9 * m[i] + 0.1 * g[i];
            v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
            t[i] -= s[0] == 'g'
                        ? lr * g[i]
                        : lr * m[i] / (1 - pow(0.9, step)) /
                              (sqrt(v[i] / (1 - pow(0.999, step))) + 1e-8);
        }
    }
    printf("%.15g\n", all());
    for (int i = 0; i < P; i++)
        printf("%.15g\n", t[i]);
    return 0;
}
