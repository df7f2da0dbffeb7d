#include "check.h"
#include "plumbing/messages.h"
#include "shell/report.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* How many numbers of about 1 are rounded on the way to f, besides f: such
   as yhat and its distance from y, for each of the two nudges. */
static const double on_the_way = 4.0;

difference central_difference(measured f, void *state, double *number,
                              double nudge)
{
    const double kept = *number;
    const double up = kept + nudge, down = kept - nudge;
    *number = up;
    const double f_up = f(state);
    *number = down;
    const double f_down = f(state);
    *number = kept;
    return (difference){
        .slope = (f_up - f_down) / (up - down),
        .noise = 2.0 * DBL_EPSILON *
                 (on_the_way + fabs(f_up) + fabs(f_down)) / (up - down),
    };
}

void sum_noise_add(difference *d, double nudge, double moves_z,
                   double terms)
{
    d->noise += 4.0 * DBL_EPSILON * fabs(terms) / nudge +
                fabs(d->slope) * moves_z * moves_z;
}

double relative_error(double analytic, difference numeric)
{
    const double smallest = fmax(1e-5, 1e6 * numeric.noise);
    const double larger = fmax(fabs(analytic), fabs(numeric.slope));
    return fabs(analytic - numeric.slope) / fmax(larger, smallest);
}

double nudge_size(double number, double factor)
{
    return fmax(1e-5 / fmax(1.0, fabs(factor)), 1e-10 * fabs(number));
}

/* How wide a column is in which no number touches the one on its left;
   those from 10,000 on are printed in powers of ten. */
static int column_width(const derivative all[], int n)
{
    int width = 13;
    for (int i = 0; i < n; i++) {
        const double both[] = {all[i].analytic, all[i].numeric.slope};
        for (int k = 0; k < 2; k++)
            if (fabs(both[k]) < 1e4)
                width =
                    (int)fmax(width, snprintf(NULL, 0, " %.9f", both[k]));
    }
    return width;
}

/* The same for the names. */
static int name_width(const derivative all[], int n)
{
    int width = 9;
    for (int i = 0; i < n; i++)
        width = (int)fmax(width, 1.0 + (double)strlen(all[i].name));
    return width;
}

void derivatives_print(const derivative all[], int n, bool errors)
{
    const int width = column_width(all, n), names = name_width(all, n);
    printf("%-*s%-24s%*s%*s%s\n", names, "", "", width, "chain rule", width,
           "nudged", errors ? "    error" : "");
    for (int i = 0; i < n; i++) {
        printf("%-*s%-24s", names, all[i].name, all[i].formula);
        number_print(all[i].analytic, width, 9);
        number_print(all[i].numeric.slope, width, 9);
        if (errors)
            printf("%9.1e",
                   relative_error(all[i].analytic, all[i].numeric));
        putchar('\n');
    }
}

bool derivatives_agree(const derivative all[], int n)
{
    enum { NAMED = 16 };
    char names[320] = "", more[32] = "";
    int wrong = 0;
    for (int i = 0; i < n; i++) {
        const size_t used = strlen(names);
        if (!(relative_error(all[i].analytic, all[i].numeric) <= 1e-6) &&
            ++wrong <= NAMED)
            snprintf(names + used, sizeof names - used, " %s", all[i].name);
    }
    if (wrong > NAMED)
        snprintf(more, sizeof more, " and %d more", wrong - NAMED);
    return wrong == 0 ||
           complain("--check: relative error above 1e-6:%s%s", names, more);
}
