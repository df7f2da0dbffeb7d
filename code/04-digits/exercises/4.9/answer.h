/* answer.h: what exercise 4.9 asks for. */
#pragma once

#include "todo.h"

#include "04-digits/training.h"

/* Trains net, whose start has been drawn, on these rows of the data until
   their mean loss is below 0.01, in as few steps as that takes and no more
   than most. Each step takes the gradient of all the rows and is made by
   by->step, whose averages begin at 0. Returns how many steps were made, 0
   if the loss was below from the start; or -1 if so many were not enough.
   A loss that is a NaN is not below anything. What it needs besides it
   allocates, and gives back (which no check counts). */
long learn_by_heart(mlp *net, const optimizer *by, const dataset *d,
                    const size_t rows[], size_t size, long most);
