#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Layers from left to right; one calls the next, and has its own deltas
   back when that returns. */
typedef struct layer {
    int from, to;
    long double *W, *b, *dW, *db;
    struct layer *next;
} layer;

static long double p[13], g[13], loss;
static layer output = {3, 1, p + 9, p + 12, g + 9, g + 12, NULL};
static layer hidden = {2, 3, p, p + 6, g, g + 6, &output};

static void pass(layer *l, const long double *in, long double y,
                 long double *dL_din)
{
    long double a[3], dL_da[3];
    for (int k = 0; k < l->to; k++) {
        long double z = l->b[k];
        for (int j = 0; j < l->from; j++)
            z += in[j] * l->W[j * l->to + k];
        a[k] = z > 0 ? 1 / (1 + expl(-z)) : expl(z) / (1 + expl(z));
    }
    if (l->next != NULL) {
        pass(l->next, a, y, dL_da);
    } else {
        dL_da[0] = a[0] - y;
        loss += dL_da[0] * dL_da[0] / 2;
    }
    for (int k = 0; k < l->to; k++) {
        const long double delta = dL_da[k] * a[k] * (1 - a[k]);
        l->db[k] += delta;
        for (int j = 0; j < l->from; j++)
            l->dW[j * l->to + k] += delta * in[j];
        dL_da[k] = delta;
    }
    for (int j = 0; j < l->from; j++) {
        dL_din[j] = 0;
        for (int k = 0; k < l->to; k++)
            dL_din[j] += dL_da[k] * l->W[j * l->to + k];
    }
}

static void all_rows(void)
{
    loss = 0;
    for (int k = 0; k < 13; k++)
        g[k] = 0;
    for (int n = 3; n >= 0; n--) {
        long double unused[2];
        pass(&hidden, (long double[]){n / 2, n % 2}, n == 1 || n == 2,
             unused);
    }
}

static void descend(long steps)
{
    if (steps == 0)
        return;
    all_rows();
    for (int k = 0; k < 13; k++)
        p[k] -= 0.5L * g[k];
    descend(steps - 1);
}

/* Reads word after word; the names and the two numbers after each count
   down from 3. */
static void take(FILE *f, int place, int passed)
{
    char word[200];
    const int c = getc(f);
    if (c == EOF)
        return;
    if (c == '#') {
        fscanf(f, "%*[^\n]");
        take(f, place, passed);
        return;
    }
    ungetc(c, f);
    if (fscanf(f, "%199[^# \t\n]", word) != 1) {
        getc(f);
        take(f, place, passed);
        return;
    }
    if (passed > 0 || word[0] == 'W' || word[0] == 'b') {
        take(f, place, passed > 0 ? passed - 1 : 2);
        return;
    }
    p[place] = strtod(word, NULL);
    take(f, place + 1, 0);
}

int main(int argc, char **argv)
{
    FILE *f = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (f == NULL)
        return 1;
    take(f, 0, 0);
    all_rows();
    printf("%.18Lf\n", loss);
    for (int k = 0; k < 13; k++)
        printf("%.18Lg\n", g[k]);
    descend(strtol(argv[2], NULL, 10));
    all_rows();
    printf("%.18Lf\n", loss);
    return 0;
}
