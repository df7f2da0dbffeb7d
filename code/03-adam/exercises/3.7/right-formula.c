#include "answer.h"

#include <math.h>
#include <stdio.h>

double length(double t);
double sigmoid(double z);

double length(double t)
{
    return (1 - pow(0.9, t)) / sqrt(1 - pow(0.999, t));
}

double sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

uncorrected answer(void)
{
    uncorrected a;
    int longest = 1;
    for (int t = 2; t < 1000; ++t)
        if (length(t) > length(longest))
            longest = t;
    a.first = length(1);
    a.largest_at = longest;
    a.largest = length(longest);
    a.tends_to = length(1e6);
    a.corrected = 'c';
    a.m_alone = length(1) / 0.1;
    return a;
}

int main(void)
{
    printf("%g\n", answer().largest);
    return 0;
}
