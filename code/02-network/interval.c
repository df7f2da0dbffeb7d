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
