#include "activation.h"
#include "01-neuron/neuron.h"

#include <math.h>

static double tanh_prime_from_output(double a)
{
    return 1.0 - a * a;
}

/* A NaN is not above 0, and is to come out. */
static double relu(double z)
{
    return z <= 0.0 ? 0.0 : z;
}

static double relu_prime_from_output(double a)
{
    return a > 0.0 ? 1.0 : 0.0;
}

const activation sigmoid_units = {sigmoid, sigmoid_prime_from_output};
const activation tanh_units = {tanh, tanh_prime_from_output};
const activation relu_units = {relu, relu_prime_from_output};
