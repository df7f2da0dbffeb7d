#include "fit.h"

fit fit_keras(void)
{
    return (fit){
        .loss = LOSS_BCE,
        .optimizer = {adam_step, 0.001, 0.9, 0.999, 1e-7},
    };
}

void fit_train(const void *how, run *r)
{
    const optimizer *const o = how;
    double m[PARAMETERS] = {0.0}, v[PARAMETERS] = {0.0};
    moments seen = {.m = m, .v = v};
    while (run_goes_on(r)) {
        network gradient;
        network_backward(&r->net, &r->rows, &r->pass, r->dL_dz2, &gradient);
        o->step(o, &seen, PARAMETERS, r->net.all, gradient.all);
    }
}

trainer fit_trainer(const fit *f)
{
    static const loss_function losses[] = {half_squares,
                                           mean_cross_entropy};
    static const char *const texts[] = {
        "half the sum of the squares of yhat - y",
        "the mean of the cross-entropies"};
    return (trainer){.loss = losses[f->loss],
                     .loss_text = texts[f->loss],
                     .memory = f->optimizer.step == gd_step
                                   ? NULL
                                   : "the optimizer's averages",
                     .backward = right_backward,
                     .train = fit_train,
                     .how = &f->optimizer};
}
