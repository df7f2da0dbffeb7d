#include "trials.h"
#include "plumbing/parallel.h"

#include <math.h>

trial_end network_end(loss_function loss, const network *net)
{
    const batch rows = xor_rows();
    network_pass p;
    double dL_dz2[ROWS];
    network_forward(net, &rows, &p);
    trial_end end = {
        .loss = loss(&rows, &p, dL_dz2),
        .right = rows_right(&rows, &p),
    };
    end.diverged = !isfinite(end.loss) || !network_is_finite(net);
    end.solved = !end.diverged && network_solves(net, &rows);
    for (int n = 0; n < ROWS; n++)
        end.yhat[n] = p.yhat[n];
    return end;
}

trial_end trial_run(const void *plan, uint64_t seed)
{
    const trial_plan *const p = plan;
    const batch rows = xor_rows();
    random_stream stream = {seed};
    network net = network_start(p->init, &stream);
    for (long epoch = 0; epoch < p->epochs; epoch++)
        descent_epoch(&p->how, &net, &rows, &stream);
    return network_end(half_squares, &net);
}

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

static int value_near(double yhat)
{
    static const double values[ELSEWHERE] = {0.0, 1.0 / 3, 0.5, 2.0 / 3,
                                             1.0};
    for (int v = 0; v < ELSEWHERE; v++)
        if (fabs(yhat - values[v]) <= 1.0 / 24)
            return v;
    return ELSEWHERE;
}

int ending_digit(int ending, int n)
{
    for (int later = n + 1; later < ROWS; later++)
        ending /= ELSEWHERE + 1;
    return ending % (ELSEWHERE + 1);
}

static void tally_add(trial_tally *tally, const trial_end *end)
{
    tally->starts++;
    tally->solved += end->solved;
    tally->diverged += end->diverged;
    tally->accurate += !end->diverged && end->right == ROWS;
    if (end->solved || end->diverged)
        return;
    int ending = 0;
    for (int n = 0; n < ROWS; n++)
        ending = ending * (ELSEWHERE + 1) + value_near(end->yhat[n]);
    tally->others[ending]++;
}

enum { TOGETHER = 4096 };

/* The starts that are trained together, and where they end. */
typedef struct {
    trial_function trial;
    const void *plan;
    uint64_t seed;
    trial_end ends[TOGETHER];
} trial_group;

static void group_work(void *state, size_t number)
{
    trial_group *group = state;
    group->ends[number % TOGETHER] =
        group->trial(group->plan, group->seed + number);
}

trial_tally trials_run(trial_function trial, const void *plan,
                       uint64_t seed, long n, size_t threads)
{
    const size_t all = (size_t)n;
    trial_group group = {.trial = trial, .plan = plan, .seed = seed};
    trial_tally tally = {.starts = 0};
    progress_bar bar = progress_begin("starts", all);
    for (size_t first = 0; first < all; first += TOGETHER) {
        const size_t end = all - first > TOGETHER ? first + TOGETHER : all;
        parallel_for(threads, first, end, group_work, &group, &bar);
        for (size_t i = first; i < end; i++)
            tally_add(&tally, &group.ends[i % TOGETHER]);
    }
    progress_end(&bar);
    return tally;
}
