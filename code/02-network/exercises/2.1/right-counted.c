/* The same counts, made by loops. */
#include "answer.h"

enum { LAYERS = 3 };
static const int units[LAYERS] = {4, 5, 2};
static const int rows = 8;

int count_parameters(void)
{
    int count = 0;
    for (int layer = 1; layer < LAYERS; layer++)
        for (int to = 0; to < units[layer]; to++)
            count += units[layer - 1] + 1; /* its weights and its bias */
    return count;
}

int count_sigmoids(void)
{
    int count = 0;
    for (int layer = 1; layer < LAYERS; layer++)
        count += units[layer];
    return count;
}

/* The ways from a unit of this layer to the loss. */
int count_paths(int layer)
{
    if (layer == LAYERS - 1)
        return 1;
    int count = 0;
    for (int to = 0; to < units[layer + 1]; to++)
        count += count_paths(layer + 1);
    return count;
}

shapes_and_counts answer(void)
{
    shapes_and_counts a;
    a.parameters = count_parameters();
    a.exponentials = rows * count_sigmoids();
    a.paths_row = count_paths(1);
    a.paths_batch = rows * count_paths(1);
    a.passes = 2 * count_parameters();
    return a;
}
