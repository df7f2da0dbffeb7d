/* The checks of exercise 1.6: slopes that calculus knows. */
#include "answer.h"

#include "workbook.h"

#include <math.h>

/* Doubling is exact, so the slope of this line is rounded nowhere. */
static double twice(double x)
{
    return 2.0 * x;
}

static void slope_near_and_far(void)
{
    const double x = 0.8, nudge = 1e-3;
    const double up = sin(x + nudge), here = sin(x), down = sin(x - nudge);
    const double right = cos(x);
    expect_number(
        "the slope of sin", slope_by_nudging(sin, x, nudge), right, 6,
        SLIPS(
            {(up - here) / nudge,
             "a one-sided difference; nudge down as well as up"},
            {(here - down) / nudge,
             "a one-sided difference; nudge up as well as down"},
            {(up - down) / nudge,
             "too steep; divide by how far apart the two points are"},
            {-right, "falls where f rises; which value is taken from "
                     "which?"},
            {1.0 / right, "a slope is rise over run, not run over rise"}));

    if (!agrees(slope_by_nudging(twice, 1e9, 1e-6), 2.0, 12))
        suspect("the slope of a line at x = 1e9: far from zero the two "
                "points are not where you think; how far apart are they?");
}

const check checks[] = {slope_near_and_far, NULL};
