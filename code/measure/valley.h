/* valley.h: the valley in which chapter 3 compares steps: a hundred times
   as steep across as along. A place in it has two parameters, alpha along
   it and gamma across, in this order. */
#pragma once

enum { VALLEY_STEEP = 100 };

/* Its height, f = (alpha^2 + 100 gamma^2) / 2. */
static inline double valley_height(const double at[2])
{
    const double alpha = at[0], gamma = at[1];
    return 0.5 * (alpha * alpha + VALLEY_STEEP * gamma * gamma);
}

/* The gradient of that. */
static inline void valley_gradient(const double at[2], double g[2])
{
    g[0] = at[0];
    g[1] = VALLEY_STEEP * at[1];
}
