#include "chain.h"

#include <math.h>

static double loss_from_parameters(const void *state)
{
    const chain *c = state;
    return neuron_forward(&c->n, &c->s).loss;
}

static double z_from_parameters(const void *state)
{
    const chain *c = state;
    return neuron_forward(&c->n, &c->s).z;
}

static double yhat_from_z(const void *state)
{
    const chain *c = state;
    return sigmoid(c->f.z);
}

static double loss_from_yhat(const void *state)
{
    const chain *c = state;
    return half_square(c->f.yhat, c->s.y);
}

void chain_derivatives(chain c, derivative all[CHAIN_DERIVATIVES])
{
    const slopes d = neuron_backward(&c.s, &c.f);
    const double terms = fabs(c.n.w * c.s.x) + fabs(c.n.b); /* of z */
    const struct {
        const char *name, *formula;
        double analytic;
        measured f;
        double *number, factor, df_dz;
    } rows[CHAIN_DERIVATIVES] = {
        {"dL_dyhat", "yhat - y", d.dL_dyhat, loss_from_yhat, &c.f.yhat, 1.0,
         0.0},
        {"dyhat_dz", "yhat (1 - yhat)", d.dyhat_dz, yhat_from_z, &c.f.z,
         1.0, 0.0},
        {"dz_dw", "x", d.dz_dw, z_from_parameters, &c.n.w, c.s.x, 1.0},
        {"dz_db", "1", d.dz_db, z_from_parameters, &c.n.b, 1.0, 1.0},
        {"dL_dw", "dL_dyhat dyhat_dz dz_dw", d.dL_dw, loss_from_parameters,
         &c.n.w, c.s.x, d.dL_dz},
        {"dL_db", "dL_dyhat dyhat_dz dz_db", d.dL_db, loss_from_parameters,
         &c.n.b, 1.0, d.dL_dz},
    };
    for (int i = 0; i < CHAIN_DERIVATIVES; i++) {
        const double nudge = nudge_size(*rows[i].number, rows[i].factor);
        all[i] = (derivative){
            .name = rows[i].name,
            .formula = rows[i].formula,
            .analytic = rows[i].analytic,
            .numeric =
                central_difference(rows[i].f, &c, rows[i].number, nudge),
        };
        sum_noise_add(&all[i].numeric, nudge, nudge * rows[i].factor,
                      terms * rows[i].df_dz);
    }
}
