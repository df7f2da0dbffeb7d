/* 01-neuron.c: what chapter 1 quotes and draws and its program does not
   print. */
#include "01-neuron/chain.h"
#include "01-neuron/check.h"
#include "01-neuron/neuron.h"
#include "measure.h"
#include "plumbing/random.h"

#include <float.h>
#include <math.h>

/* The worked example. */
static const neuron start = {0.6, -0.2};
static const sample one = {1.5, 1.0};

/* The sigmoid in single precision. */
static float sigmoid_float(float z)
{
    return 1.0f / (1.0f + expf(-z));
}

static bool rounds_to_one(double z)
{
    return sigmoid(z) == 1.0;
}

static bool rounds_to_one_float(double z)
{
    return sigmoid_float((float)z) == 1.0f;
}

static bool overflows(double z)
{
    return isinf(exp(z));
}

static bool overflows_float(double z)
{
    return isinf(expf((float)z));
}

/* The z, between low and high, where a property begins to hold. */
static double threshold(bool (*holds)(double), double low, double high)
{
    for (int i = 0; i < 100; i++) {
        const double middle = 0.5 * (low + high);
        if (holds(middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}

static void edges_write(const output_file *values)
{
    value_write(values, "one.double", threshold(rounds_to_one, 0, 100));
    value_write(values, "one.float",
                threshold(rounds_to_one_float, 0, 100));
    value_write(values, "overflow.double", -threshold(overflows, 0, 1000));
    value_write(values, "overflow.float",
                -threshold(overflows_float, 0, 1000));
}

/* The first nudge of the chapter, and the notebook's chain upside down. */
static void nudge_write(const output_file *values)
{
    const double dw = 0.001;
    const neuron nudged = {start.w + dw, start.b};
    const neuron_pass before = neuron_forward(&start, &one);
    const neuron_pass after = neuron_forward(&nudged, &one);
    const slopes d = neuron_backward(&one, &before);
    value_write(values, "nudge.loss", after.loss);
    value_write(values, "nudge.change", after.loss - before.loss);
    value_write(values, "nudge.slope", (after.loss - before.loss) / dw);
    value_write(values, "upside.down",
                (1.0 / d.dL_dyhat) * (1.0 / d.dyhat_dz) * (1.0 / d.dz_dw));
    value_write(values, "dL_dz", d.dL_dz);
}

/* What one step of gradient descent does to the loss, and what the slopes
   promise that it does. */
static void step_write(const output_file *values)
{
    const double lr = 0.5;
    const neuron_pass before = neuron_forward(&start, &one);
    const slopes d = neuron_backward(&one, &before);
    const neuron gradient = {d.dL_dw, d.dL_db};
    neuron stepped = start;
    neuron_step(&stepped, &gradient, lr);
    value_write(values, "step.change",
                neuron_forward(&stepped, &one).loss - before.loss);
    value_write(values, "step.promised",
                -lr * (d.dL_dw * d.dL_dw + d.dL_db * d.dL_db));
}

/* How much steeper Nielsen's neuron is where it is less wrong. */
static void nielsen_write(const output_file *values)
{
    const sample s = {.x = 1.0, .y = 0.0};
    const neuron near = {0.6, 0.9}, far = {2.0, 2.0};
    const neuron_pass n = neuron_forward(&near, &s);
    const neuron_pass f = neuron_forward(&far, &s);
    value_write(values, "nielsen.steeper",
                neuron_backward(&s, &n).dL_db /
                    neuron_backward(&s, &f).dL_db);
}

/* The slope of the sigmoid at z, and what the notebook's function gives
   when it is handed z, as its name for the argument invites. */
static void prime_write(const output_file *values)
{
    value_write(values, "misused.here",
                sigmoid_prime_from_output(neuron_forward(&start, &one).z));
    const char *const names[] = {"0", "2", "4", "10"};
    const double z[] = {0.0, 2.0, 4.0, 10.0};
    for (int i = 0; i < 4; i++) {
        char name[16];
        snprintf(name, sizeof name, "prime.%s", names[i]);
        value_write(values, name, sigmoid_prime_from_output(sigmoid(z[i])));
        snprintf(name, sizeof name, "misused.%s", names[i]);
        if (i < 3)
            value_write(values, name, sigmoid_prime_from_output(z[i]));
    }
}

static void sigmoid_draw(const output_file *file)
{
    fprintf(file->stream, "# z sigmoid(z) its slope\n");
    for (int i = -400; i <= 400; i++) {
        const double z = i * 0.02, a = sigmoid(z);
        fprintf(file->stream, "%.10g %.10g %.10g\n", z, a,
                sigmoid_prime_from_output(a));
    }
}

static void bowl_draw(const output_file *file)
{
    fprintf(file->stream,
            "# w b loss, on the sample of the worked example\n");
    for (int i = 0; i <= 100; i++) {
        for (int j = 0; j <= 100; j++) {
            const neuron n = {-2.0 + 0.05 * i, -2.5 + 0.05 * j};
            fprintf(file->stream, "%.10g %.10g %.10g\n", n.w, n.b,
                    neuron_forward(&n, &one).loss);
        }
        fputc('\n', file->stream);
    }
}

/* The loss along the weight, for the worked example. */
static void curve_draw(const output_file *file)
{
    fprintf(file->stream, "# w, loss\n");
    for (int i = -100; i <= 150; i++) {
        const neuron n = {0.02 * i, start.b};
        fprintf(file->stream, "%.10g %.10g\n", n.w,
                neuron_forward(&n, &one).loss);
    }
}

static double loss_of(const void *state)
{
    return neuron_forward(state, &one).loss;
}

/* The loss in single precision, start to end. */
static float loss_float(float w, float b)
{
    const float error = sigmoid_float(w * (float)one.x + b) - (float)one.y;
    return 0.5f * error * error;
}

enum { NEURONS = 501 };

static double median(double numbers[NEURONS])
{
    numbers_sort(numbers, NEURONS);
    return quantile(numbers, NEURONS, 0.5);
}

/* The error of three numeric derivatives by w, relative to the analytic
   one, with this nudge: the medians over neurons drawn at random. */
typedef struct {
    double central, one_sided, single;
} nudge_errors;

static nudge_errors nudge_errors_at(double nudge)
{
    double central[NEURONS], one_sided[NEURONS], single[NEURONS];
    random_stream stream = {1};
    for (int i = 0; i < NEURONS; i++) {
        neuron n;
        n.w = random_uniform(&stream);
        n.b = random_uniform(&stream) - 0.5;
        const neuron_pass f = neuron_forward(&n, &one);
        const double truth = neuron_backward(&one, &f).dL_dw;
        const difference d = central_difference(loss_of, &n, &n.w, nudge);
        const neuron up = {n.w + nudge, n.b};
        const double rise = neuron_forward(&up, &one).loss - f.loss;
        const float w = (float)n.w, b = (float)n.b;
        const float w_up = w + (float)nudge, w_down = w - (float)nudge;
        const float rise_float =
            loss_float(w_up, b) - loss_float(w_down, b);
        central[i] = fabs(d.slope / truth - 1.0);
        one_sided[i] = fabs(rise / (up.w - n.w) / truth - 1.0);
        single[i] =
            fabs((double)(rise_float / (w_up - w_down)) / truth - 1.0);
    }
    return (nudge_errors){median(central), median(one_sided),
                          median(single)};
}

/* The errors for nudges from 1/10 down to 10^-14, and for the nudge that
   suits each difference. */
static void nudges_draw(const output_file *file, const output_file *values)
{
    fprintf(file->stream, "# nudge central one-sided central-in-float\n");
    double single_best = HUGE_VAL, single_nudge = 0.0;
    for (int i = 4; i <= 14 * 4; i++) {
        const double nudge = pow(10.0, -0.25 * i);
        const nudge_errors e = nudge_errors_at(nudge);
        if (e.single < single_best) {
            single_best = e.single;
            single_nudge = nudge;
        }
        fprintf(file->stream, "%.6g %.6g %.6g %.6g\n", nudge, e.central,
                e.one_sided, nudge > 1e-7 ? e.single : (double)NAN);
    }
    value_write(values, "epsilon", DBL_EPSILON);
    value_write(values, "epsilon.cube_root", cbrt(DBL_EPSILON));
    value_write(values, "central.1e-5", nudge_errors_at(1e-5).central);
    value_write(values, "central.1e-12", nudge_errors_at(1e-12).central);
    value_write(values, "one_sided.1e-8", nudge_errors_at(1e-8).one_sided);
    value_write(values, "single.nudge", single_nudge);
    value_write(values, "single.best", single_best);
}

enum { VALUES, SIGMOID, BOWL, CURVE, NUDGES, FILES };

static bool all_write(const output_file files[])
{
    edges_write(&files[VALUES]);
    nudge_write(&files[VALUES]);
    step_write(&files[VALUES]);
    nielsen_write(&files[VALUES]);
    prime_write(&files[VALUES]);
    sigmoid_draw(&files[SIGMOID]);
    bowl_draw(&files[BOWL]);
    curve_draw(&files[CURVE]);
    nudges_draw(&files[NUDGES], &files[VALUES]);
    return true;
}

int main(int argc, char *argv[])
{
    static const char *const names[FILES] = {"measure.values",
                                             "sigmoid.dat", "bowl.dat",
                                             "curve.dat", "nudges.dat"};
    return measure_main(argc, argv, "measure-01-neuron", names, FILES,
                        all_write);
}
