#include "check.h"

#include <float.h>
#include <math.h>

const double error_most = 1e-6;

difference central_difference(measured f, void *state, double *number,
                              double h)
{
    const double kept = *number;
    const double up = kept + h, down = kept - h;
    *number = up;
    const double f_up = f(state);
    *number = down;
    const double f_down = f(state);
    *number = kept;
    return (difference){
        .slope = (f_up - f_down) / (up - down),
        .noise = DBL_EPSILON * (fabs(f_up) + fabs(f_down)) / (up - down),
    };
}

double relative_error(double analytic, difference numeric)
{
    const double smallest = fmax(1e-5, 1e6 * numeric.noise);
    const double larger = fmax(fabs(analytic), fabs(numeric.slope));
    return fabs(analytic - numeric.slope) / fmax(larger, smallest);
}
