#include "loss.h"

#include <math.h>

const char loss_words[] = "half|bce";

double cross_entropy(double z, double y)
{
    return fmax(z, 0.0) - z * y + log1p(exp(-fabs(z)));
}

double mean_cross_entropy(const batch *rows, const network_pass *p,
                          double dL_dz2[ROWS])
{
    double sum = 0.0;
    for (int n = 0; n < rows->size; n++) {
        sum += cross_entropy(p->z2[n], rows->y[n]);
        dL_dz2[n] = (p->yhat[n] - rows->y[n]) / rows->size;
    }
    return sum / rows->size;
}
