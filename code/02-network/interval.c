#include "interval.h"

#include <math.h>

interval wilson_interval(long k, long n)
{
    const double z = 1.959963984540054, z2_n = z * z / (double)n;
    const double share = (double)k / (double)n;
    const double middle = (share + 0.5 * z2_n) / (1.0 + z2_n);
    const double half =
        z * sqrt((share * (1.0 - share) + 0.25 * z2_n) / (double)n) /
        (1.0 + z2_n);
    return (interval){share, k == 0 ? 0.0 : middle - half,
                      k == n ? 1.0 : middle + half};
}

/* The chance that t is at most sqrt(freedom) tan(theta), sign apart, for
   theta below a quarter turn: a sum of half as many terms as there are
   degrees of freedom (Abramowitz and Stegun, "Handbook of Mathematical
   Functions", 1964, 26.7.3 and 26.7.4). */
static double student_share(double theta, long freedom)
{
    const bool odd = freedom % 2 == 1;
    const double c = cos(theta);
    double sum = 0.0, term = sin(theta) * (odd ? c : 1.0);
    for (long k = odd ? 3 : 2; k <= freedom; k += 2) {
        sum += term;
        term *= c * c * (double)(k - 1) / (double)k;
    }
    return odd ? (theta + sum) / atan(INFINITY) : sum;
}

double student_factor(long n)
{
    double low = 0.0, high = atan(INFINITY), middle = 0.5 * high;
    while (low < middle && middle < high) {
        if (student_share(middle, n - 1) < 0.95)
            low = middle;
        else
            high = middle;
        middle = 0.5 * (low + high);
    }
    return sqrt((double)(n - 1)) * tan(low);
}

void interval_write(const output_file *values, const char *name, long k,
                    long n)
{
    static const char *const parts[] = {"share", "low", "high"};
    const interval i = wilson_interval(k, n);
    const double numbers[] = {i.share, i.low, i.high};
    for (int p = 0; p < 3; p++) {
        char full[64];
        snprintf(full, sizeof full, "%s.%s", name, parts[p]);
        value_write(values, full, numbers[p]);
    }
}
