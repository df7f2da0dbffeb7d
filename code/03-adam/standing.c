#include "standing.h"

/* The losses that half a percent of the 20,000 starts end below, 1.5%,
   2.5% and so on to 99.5%. */
static const double limits[100] = {0.0};

int standing_percent(double loss)
{
    int below = 0;
    while (below < 100 && limits[below] < loss)
        below++;
    return 100 - below;
}
