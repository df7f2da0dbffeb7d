/* sample.c: a whole run on one sample, from inside; tests/cli/ looks at it
   from outside. */
#include "01-neuron/sample.h"
#include "01-neuron/check.h"
#include "plumbing/random.h"
#include "running.h"
#include "test.h"

#include <math.h>

static const neuron start = {0.6, -0.2};
static const sample one = {1.5, 1.0};

static void quiet_sample_run_is_done_and_prints_nothing(void **state)
{
    program p = {.epochs = 10, .lr = 0.5, .quiet = true};
    assert_quiet(outcome_of(sample_run(start, one, &p)));
    p = (program){.lr = 0.5, .check = true, .quiet = true};
    assert_quiet(outcome_of(sample_run(start, one, &p)));
}

static void sample_run_reports_the_passes_and_the_training(void **state)
{
    const program p = {.epochs = 2, .lr = 0.5};
    const outcome o = outcome_of(sample_run(start, one, &p));
    assert_true(o.done);
    assert_string_equal(o.said, "");
    assert_string_equal(
        o.report,
        "One neuron, w = 0.6 and b = -0.2, on one sample, x = 1.5 and y = "
        "1.\n\n"
        "Forward\n"
        "z        w x + b                   0.700000000\n"
        "yhat     sigmoid(z)                0.668187772\n"
        "L        (yhat - y)^2 / 2          0.055049677\n\n"
        "Backward\n"
        "                                    chain rule       nudged\n"
        "dL_dyhat yhat - y                 -0.331812228 -0.331812228\n"
        "dyhat_dz yhat (1 - yhat)           0.221712873  0.221712873\n"
        "dz_dw    x                         1.500000000  1.500000000\n"
        "dz_db    1                         1.000000000  1.000000000\n"
        "dL_dw    dL_dyhat dyhat_dz dz_dw  -0.110350564 -0.110350564\n"
        "dL_db    dL_dyhat dyhat_dz dz_db  -0.073567042 -0.073567042\n\n"
        "Training, learning rate 0.5\n"
        "   epoch            L         yhat            w            b\n"
        "       0     0.055050     0.668188     0.600000    -0.200000\n"
        "       1     0.046775     0.694140     0.655175    -0.163216\n"
        "       2     0.040307     0.716074     0.703878    -0.130748\n");
}

static void sample_run_shows_some_epochs_and_the_last(void **state)
{
    const program p = {.epochs = 7, .lr = 0.5};
    const char *const report =
        outcome_of(sample_run(start, one, &p)).report;
    for (int epoch = 0; epoch <= 8; epoch++) {
        char line[16];
        snprintf(line, sizeof line, "\n%8d ", epoch);
        assert_int_equal(strstr(report, line) != NULL,
                         epoch <= 2 || epoch == 5 || epoch == 7);
    }
}

/* What the check should say, worked out number by number. */

static double square_from(const void *state) /* yhat and y */
{
    const double *const at = state;
    return half_square(at[0], at[1]);
}

static double sigmoid_from(const void *state)
{
    return sigmoid(*(const double *)state);
}

typedef struct {
    neuron n;
    sample s;
} point;

static double z_from(const void *state)
{
    const point *const at = state;
    return neuron_forward(&at->n, &at->s).z;
}

static double loss_from(const void *state)
{
    const point *const at = state;
    return neuron_forward(&at->n, &at->s).loss;
}

enum { DERIVATIVES = 6 };

static void derivatives_expected(point at, derivative all[DERIVATIVES])
{
    const neuron_pass f = neuron_forward(&at.n, &at.s);
    const slopes d = neuron_backward(&at.s, &f);
    double to_loss[] = {f.yhat, at.s.y}, to_yhat = f.z;
    const double dw = nudge_size(at.n.w, at.s.x);
    const double db = nudge_size(at.n.b, 1.0);
    const double terms = fabs(at.n.w * at.s.x) + fabs(at.n.b);
    const derivative rows[DERIVATIVES] = {
        {"dL_dyhat", "yhat - y", d.dL_dyhat,
         central_difference(square_from, to_loss, to_loss,
                            nudge_size(f.yhat, 1.0))},
        {"dyhat_dz", "yhat (1 - yhat)", d.dyhat_dz,
         central_difference(sigmoid_from, &to_yhat, &to_yhat,
                            nudge_size(f.z, 1.0))},
        {"dz_dw", "x", d.dz_dw,
         central_difference(z_from, &at, &at.n.w, dw)},
        {"dz_db", "1", d.dz_db,
         central_difference(z_from, &at, &at.n.b, db)},
        {"dL_dw", "dL_dyhat dyhat_dz dz_dw", d.dL_dw,
         central_difference(loss_from, &at, &at.n.w, dw)},
        {"dL_db", "dL_dyhat dyhat_dz dz_db", d.dL_db,
         central_difference(loss_from, &at, &at.n.b, db)},
    };
    memcpy(all, rows, sizeof rows);
    sum_noise_add(&all[0].numeric, nudge_size(f.yhat, 1.0),
                  nudge_size(f.yhat, 1.0), 0.0);
    sum_noise_add(&all[1].numeric, nudge_size(f.z, 1.0),
                  nudge_size(f.z, 1.0), 0.0);
    sum_noise_add(&all[2].numeric, dw, dw * at.s.x, terms);
    sum_noise_add(&all[3].numeric, db, db, terms);
    sum_noise_add(&all[4].numeric, dw, dw * at.s.x, terms * d.dL_dz);
    sum_noise_add(&all[5].numeric, db, db, terms * d.dL_dz);
}

/* Each line of the table, to the digits of its error. */
static void assert_checked(point at, bool agrees)
{
    const program p = {.lr = 0.5, .check = true};
    derivative all[DERIVATIVES];
    char expected[1024];
    derivatives_expected(at, all);
    capture_begin(1);
    derivatives_print(all, DERIVATIVES, true);
    snprintf(expected, sizeof expected, "%s", capture_end(1));
    const outcome o = outcome_of(sample_run(at.n, at.s, &p));
    assert_string_equal(o.report, expected);
    if (agrees)
        assert_string_equal(o.said, "");
    assert_int_equal(o.done, agrees);
}

static void sample_check_prints_the_six_derivatives(void **state)
{
    assert_checked((point){start, one}, true);
    assert_checked((point){{-3.0, 2.0}, {4.0, -5.0}}, true);
    assert_checked((point){{0.25, -7.0}, {-30.0, 0.5}}, true);
}

/* Its terms are rounded in digits that z does not have. */
static void sample_check_can_tell_where_z_cancels(void **state)
{
    random_stream stream = {1};
    assert_checked((point){{1e8, -1e8}, {1.0, 1.0}}, true);
    assert_checked((point){{-1e8, 1e8}, {1.0, 1.0}}, true);
    for (int i = 0; i < 300; i++) {
        point at = {.s = {8.0 * random_uniform(&stream) - 4.0, 1.0}};
        at.n.w = pow(10.0, 4.0 + 4.0 * random_uniform(&stream));
        at.n.b = random_uniform(&stream) - at.n.w * at.s.x;
        assert_checked(at, true);
    }
}

/* A slope that no double can hold, of a loss that one can. */
static void sample_check_that_finds_a_fault_fails(void **state)
{
    const program p = {.lr = 0.5, .check = true, .quiet = true};
    const neuron small = {1e-300, -0.2};
    const sample off = {1e300, 1e100};
    assert_fails(outcome_of(sample_run(small, off, &p)),
                 "suite: --check: relative error above 1e-6: dL_dw\n");
}

static void sample_run_keeps_a_row_per_epoch_and_its_values(void **state)
{
    program p = {.epochs = 2, .lr = 0.5, .quiet = true};
    neuron n = start;
    char trace[4096] = "epoch,loss,yhat,w,b\n", values[4096] = "";
    for (int epoch = 0; epoch <= 2; epoch++) {
        const neuron_pass f = neuron_forward(&n, &one);
        const slopes d = neuron_backward(&one, &f);
        append(trace, sizeof trace, "%d,%.17g,%.17g,%.17g,%.17g\n", epoch,
               f.loss, f.yhat, n.w, n.b);
        if (epoch < 2)
            neuron_step(&n, &(neuron){d.dL_dw, d.dL_db}, 0.5);
    }
    derivative all[DERIVATIVES];
    derivatives_expected((point){start, one}, all);
    const neuron_pass f = neuron_forward(&start, &one);
    const neuron_pass f_last = neuron_forward(&n, &one);
    append(values, sizeof values, "z = %.17g\nyhat = %.17g\nloss = %.17g\n",
           f.z, f.yhat, f.loss);
    for (int i = 0; i < DERIVATIVES; i++)
        append(values, sizeof values, "%s = %.17g\n", all[i].name,
               all[i].analytic);
    append(values, sizeof values,
           "dL_dw.numeric = %.17g\ndL_db.numeric = %.17g\n"
           "w.last = %.17g\nb.last = %.17g\n"
           "yhat.last = %.17g\nloss.last = %.17g\n",
           all[4].numeric.slope, all[5].numeric.slope, n.w, n.b,
           f_last.yhat, f_last.loss);

    files_begin(&p);
    assert_quiet(outcome_of(sample_run(start, one, &p)));
    files_end(&p);
    assert_string_equal(file_text("t.csv"), trace);
    assert_string_equal(file_text("v.values"), values);
    assert_string_equal(file_text("end.txt"), "");
}

/* No parameter is infinite, but z is, or the loss. */
static void diverged_sample_run_says_so(void **state)
{
    program p = {.epochs = 10, .lr = 0.5, .quiet = true};
    const point far[] = {{{1e308, 0.0}, {1e308, 0.0}},
                         {{0.6, -0.2}, {1.5, 1e200}}};
    for (int i = 0; i < 2; i++) {
        files_begin(&p);
        const outcome o = outcome_of(sample_run(far[i].n, far[i].s, &p));
        files_end(&p);
        assert_fails(o, "suite: diverged at epoch 0: ");
        assert_string_equal(file_text("t.csv"), "epoch,loss,yhat,w,b\n");
        assert_string_equal(file_text("v.values"), "");
    }
}

static void run_that_diverges_later_names_that_epoch(void **state)
{
    program p = {.epochs = 10, .lr = 1e308, .quiet = true};
    const sample off = {1.5, 1e10};
    files_begin(&p);
    const outcome o = outcome_of(sample_run(start, off, &p));
    files_end(&p);
    assert_fails(o, "diverged at epoch 1: ");
    assert_int_equal(lines_of(file_text("t.csv")), 2);
    assert_null(strstr(file_text("v.values"), "last"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quiet_sample_run_is_done_and_prints_nothing),
        cmocka_unit_test(sample_run_reports_the_passes_and_the_training),
        cmocka_unit_test(sample_run_shows_some_epochs_and_the_last),
        cmocka_unit_test(sample_check_prints_the_six_derivatives),
        cmocka_unit_test(sample_check_can_tell_where_z_cancels),
        cmocka_unit_test(sample_check_that_finds_a_fault_fails),
        test_in_folder(sample_run_keeps_a_row_per_epoch_and_its_values),
        test_in_folder(diverged_sample_run_says_so),
        test_in_folder(run_that_diverges_later_names_that_epoch),
    };
    return cmocka_run_group_tests_name("sample", tests, NULL, NULL) != 0;
}
