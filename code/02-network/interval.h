/* interval.h: a share or a mean, and how far it may be trusted. */
#pragma once

#include "shell/report.h"

/* A share with its 95% interval. */
typedef struct {
    double share, low, high;
} interval;

/* Wilson's score interval for k successes in n > 0 trials ("Probable
   inference, the law of succession, and statistical inference", Journal
   of the American Statistical Association 22, 1927). In [0, 1]. */
interval wilson_interval(long k, long n);

/* How many standard errors a 95% interval of the mean of n > 1 normal
   numbers reaches to each side: the 0.975 quantile of Student's t with
   n - 1 degrees of freedom ("The probable error of a mean", Biometrika 6,
   1908). 12.7 for two, and down to 1.96 as n grows. */
double student_factor(long n);

/* Keeps it, as name.share, name.low and name.high. */
void interval_write(const output_file *values, const char *name, long k,
                    long n);
