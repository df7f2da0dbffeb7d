/* A list of layers, each with memory of its own, and the input read at
   once. */
#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct layer {
    int in, out;
    double *W, *b, *dW, *db; /* W: a row for each input */
    double *a, *delta;       /* of the row at hand */
    struct layer *before, *next;
};

static struct layer *first, *last;
static double *X;
static int *c, rows, inputs;

static char *text, *at;

static void slurp(void)
{
    size_t n = 0, room = 1 << 12;
    text = malloc(room + 1);
    for (int ch; (ch = getchar()) != EOF;) {
        if (ch == '#')
            while (ch != '\n' && ch != EOF)
                ch = getchar();
        if (n == room)
            text = realloc(text, (room *= 2) + 1);
        text[n++] = isspace(ch) ? ' ' : (char)ch;
    }
    text[n] = '\0';
    at = text;
}

static double number(void)
{
    return strtod(at, &at);
}

static char letter(void)
{
    while (*at == ' ')
        at++;
    const char found = *at;
    while (*at != ' ')
        at++;
    return found;
}

static void new_layer(int in, int out)
{
    struct layer *l = calloc(1, sizeof *l);
    l->in = in;
    l->out = out;
    l->W = calloc((size_t)(2 * in * out + 4 * out), sizeof(double));
    l->dW = l->W + in * out;
    l->b = l->dW + in * out;
    l->db = l->b + out;
    l->a = l->db + out;
    l->delta = l->a + out;
    l->before = last;
    if (last != NULL)
        last->next = l;
    else
        first = l;
    last = l;
}

static double row_forward(const double *x, int right)
{
    for (struct layer *l = first; l != NULL; x = l->a, l = l->next)
        for (int k = 0; k < l->out; k++) {
            double z = 0;
            for (int j = l->in - 1; j >= 0; j--)
                z += x[j] * l->W[j * l->out + k];
            z += l->b[k];
            l->a[k] = l->next != NULL ? 0.5 + 0.5 * tanh(z / 2) : z;
        }
    const double *z = last->a;
    double top = -HUGE_VAL, sum = 0;
    for (int k = 0; k < last->out; k++)
        top = z[k] > top ? z[k] : top;
    for (int k = 0; k < last->out; k++)
        sum += exp(z[k] - top);
    for (int k = 0; k < last->out; k++)
        last->delta[k] = exp(z[k] - top) / sum - (k == right);
    return top - z[right] + log(sum);
}

static void row_backward(const double *x)
{
    for (struct layer *l = last; l != NULL; l = l->before) {
        const double *a = l->before != NULL ? l->before->a : x;
        for (int k = 0; k < l->out; k++) {
            l->db[k] += l->delta[k] / rows;
            for (int j = 0; j < l->in; j++)
                l->dW[j * l->out + k] += l->delta[k] / rows * a[j];
        }
        for (int j = 0; l->before != NULL && j < l->in; j++) {
            double sum = 0;
            for (int k = 0; k < l->out; k++)
                sum += l->W[j * l->out + k] * l->delta[k];
            l->before->delta[j] = sum * (a[j] - a[j] * a[j]);
        }
    }
}

static double total(bool back)
{
    double sum = 0;
    for (struct layer *l = first; back && l != NULL; l = l->next) {
        memset(l->dW, 0, (size_t)(l->in * l->out) * sizeof(double));
        memset(l->db, 0, (size_t)l->out * sizeof(double));
    }
    for (int n = 0; n < rows; n++) {
        sum += row_forward(X + n * inputs, c[n]);
        if (back)
            row_backward(X + n * inputs);
    }
    return sum / rows;
}

/* All parameters and derivatives, in order. */
static int flatten(double **theta, double **d)
{
    int n = 0;
    for (struct layer *l = first; l != NULL; l = l->next) {
        for (int i = 0; i < l->in * l->out; i++, n++) {
            theta[n] = l->W + i;
            d[n] = l->dW + i;
        }
        for (int k = 0; k < l->out; k++, n++) {
            theta[n] = l->b + k;
            d[n] = l->db + k;
        }
    }
    return n;
}

int main(void)
{
    static double *theta[40000], *d[40000], m[40000], v[40000];
    slurp();
    while (letter() == 'W') {
        const int in = (int)number(), out = (int)number();
        new_layer(in, out);
        for (int i = 0; i < in * out; i++)
            last->W[i] = number();
        letter(), number(), number();
        for (int i = 0; i < out; i++)
            last->b[i] = number();
    }
    inputs = first->in;
    rows = (int)number();
    X = malloc((size_t)(rows * inputs) * sizeof *X);
    c = malloc((size_t)rows * sizeof *c);
    for (int n = 0; n < rows; n++) {
        for (int i = 0; i < inputs; i++)
            X[n * inputs + i] = number();
        c[n] = (int)number();
    }
    letter();
    const double h = number();
    const bool adam = letter() == 'a';
    const double lr = number();
    const int steps = (int)number(), count = flatten(theta, d);

    printf("The loss is %.11e ,\n", total(true));
    for (int i = 0; i < count; i++)
        printf("d[%d] = %.11e,\n", i, *d[i]);
    for (int i = 0; i < count; i++) {
        const double was = *theta[i];
        double loss[2];
        for (int up = 0; up < 2; up++) {
            *theta[i] = up ? was + h : was - h;
            loss[up] = total(false);
        }
        *theta[i] = was;
        printf("check[%d] = %.11e,\n", i, (loss[1] - loss[0]) / 2 / h);
    }
    double power1 = 1, power2 = 1;
    for (int step = 0; step < steps; step++) {
        total(true);
        power1 *= 0.9;
        power2 *= 0.999;
        for (int i = 0; i < count; i++) {
            m[i] += 0.1 * (*d[i] - m[i]);
            v[i] += 0.001 * (*d[i] * *d[i] - v[i]);
            if (adam)
                *theta[i] -= lr * (m[i] / (1 - power1)) /
                             (sqrt(v[i] / (1 - power2)) + 1e-8);
            else
                *theta[i] -= lr * *d[i];
        }
    }
    printf("and then %.11e\n", total(false));
    for (int i = 0; i < count; i++)
        printf("theta[%d] = %.11e\n", i, *theta[i]);
}
