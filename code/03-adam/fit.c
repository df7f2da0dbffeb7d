#include "fit.h"

fit fit_keras(void)
{
    return (fit){
        .loss = mean_cross_entropy,
        .how = {adam_step, 0.001, 0.9, 0.999, 1e-7},
    };
}

double fit_gradient(const fit *f, const network *net, const batch *rows,
                    network *gradient)
{
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, rows, &p);
    const double loss = f->loss(rows, &p, dL_dz2);
    network_backward(net, rows, &p, dL_dz2, gradient);
    return loss;
}

double fit_epoch(const fit *f, network *net, moments *seen,
                 const batch *rows)
{
    network gradient;
    const double loss = fit_gradient(f, net, rows, &gradient);
    f->how.step(&f->how, seen, net, &gradient);
    return loss;
}
