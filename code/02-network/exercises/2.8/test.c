/* The checks of exercise 2.8: Mazur's two outputs with a hidden unit more,
   then other layers. The right answer is the sum over the paths. */
#include "answer.h"

#include "workbook.h"

#include <stdio.h>

typedef struct {
    double W[3][2], dL_dz2[2];
} layer;

static void expect_derivatives(const layer *l)
{
    const double before = 8.0; /* what stands in dL_dh before the call */
    const double *d = l->dL_dz2;
    double typed[3] = {before, before, before};
    deltas_through((const double(*)[2])l->W, d, typed);
    for (int j = 0; j < 3; j++) {
        const double *flat = l->W[0], *row = l->W[j];
        const double first = d[0] * row[0], last = d[1] * row[1];
        const double right = first + last;
        const int across = j < 2 ? j : 0;
        char name[32];
        snprintf(name, sizeof name, "dL_dh[%d]", j);
        expect_number(
            name, typed[j], right, 10,
            SLIPS({before, "was not written to; are all three gone "
                           "through?"},
                  {last, "only the last path is left; does the loop add, "
                         "or does it overwrite?"},
                  {first, "only the first path is there; how many outputs "
                          "feel this unit?"},
                  {before + right, "the right sum, on top of what stood "
                                   "there before"},
                  {right / 2, "the paths are averaged; a unit that is "
                              "heard twice counts twice"},
                  {d[0] * l->W[0][across] + d[1] * l->W[1][across],
                   "this runs down a column of W; which weights leave "
                   "this unit?"},
                  {d[0] * flat[j] + d[1] * flat[3 + j],
                   "W is read as if it had the shape of its transpose; "
                   "where in memory does a row of W begin?"},
                  {(d[0] + d[1]) * (row[0] + row[1]),
                   "each weight meets each delta; which delta belongs to "
                   "which weight?"},
                  {row[0] + row[1], "the deltas are left out"}));
    }
}

static void sum_over_paths(void)
{
    static const layer layers[] = {
        {{{0.40, 0.50}, {0.45, 0.55}, {-0.30, 0.70}},
         {0.138498562, -0.038098237}},
        {{{1.5, -2.0}, {0.25, 3.0}, {-1.0, -0.75}}, {-0.6, 0.35}},
    };
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++)
        expect_derivatives(&layers[i]);
}

const check checks[] = {sum_over_paths, NULL};
