/* Exercise 2.16, two hidden layers. The type deep_network in answer.h is a
   2-3-3-1 network: W1[i][j] goes from input i to unit j of the first
   hidden layer, W2[j][k] from there to unit k of the second, W3[k] from
   there to the output. Every unit has a sigmoid. Write the gradient of the
   loss, half the sum of (yhat - y)^2 over the rows->size rows of a batch:
   forward and back, by the chain rule. You may call anything in
   01-neuron/neuron.h, and have functions of your own. */
#include "answer.h"

#include <math.h>

deep_network deep_gradient(const deep_network *net, const batch *rows)
{
    (void)net; /* only so that the compiler does not mind */
    (void)rows;
    return (deep_network){
        .W1 = {{TODO, TODO, TODO}, {TODO, TODO, TODO}},
        .b1 = {TODO, TODO, TODO},
        .W2 = {{TODO, TODO, TODO}, {TODO, TODO, TODO}, {TODO, TODO, TODO}},
        .b2 = {TODO, TODO, TODO},
        .W3 = {TODO, TODO, TODO},
        .b3 = TODO,
    };
}
