/* valley.h: the valley in which chapter 3 compares steps: a hundred times
   as steep across as along. Alpha, along it, and gamma, across, stand in
   the places of a network's first two parameters. */
#pragma once

#include "02-network/network.h"

enum { VALLEY_STEEP = 100 };

/* Its height, f = (alpha^2 + 100 gamma^2) / 2. */
static inline double valley_height(const network *at)
{
    const double alpha = at->all[0], gamma = at->all[1];
    return 0.5 * (alpha * alpha + VALLEY_STEEP * gamma * gamma);
}

/* The gradient of that. */
static inline network valley_gradient(const network *at)
{
    const double alpha = at->all[0], gamma = at->all[1];
    return (network){.all = {alpha, VALLEY_STEEP * gamma}};
}
