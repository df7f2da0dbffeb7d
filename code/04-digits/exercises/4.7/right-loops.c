#include "answer.h"

#include <stdio.h>

/* Called like the book's, on purpose. */
void mlp_forward(shapes *a, const int units[], int depth);

void mlp_forward(shapes *a, const int units[], int depth)
{
    for (int l = 1; l <= depth; l++) {
        a->kept += units[l - 1];
        a->parameters += units[l];
        for (int j = 0; j < units[l - 1]; j++)
            for (int k = 0; k < units[l]; k++) {
                a->forward++;
                a->backward += l > 1 ? 2 : 1;
                a->parameters++;
            }
    }
}

shapes answer(void)
{
    const int units[] = {64, 32, 16, 10}, deeper[] = {64, 32, 16, 16, 10};
    shapes a = {.product = 'D'}, more = {.product = 'D'};
    for (int l = 1; l <= 3; l++) {
        a.rows[l - 1] = units[l - 1];
        a.columns[l - 1] = a.biases[l - 1] = a.deltas[l - 1] = units[l];
    }
    mlp_forward(&a, units, 3);
    mlp_forward(&more, deeper, 4);
    a.more = more.parameters - a.parameters;
    a.in_turn = a.kept;
    for (int n = 0; n < 32; n++)
        a.together += a.kept;
    return a;
}

int main(void)
{
    printf("%g\n", answer().backward);
    return 0;
}
