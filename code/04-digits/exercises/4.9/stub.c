/* Exercise 4.9, eight rows by heart. A network that cannot learn eight rows
   by heart has a fault, and the reader of this book finds that out in a second.
   Write the training that finds out, with the chapter's modules: full-batch
   steps on a few rows until their mean loss is below 0.01. mlp_new makes a
   gradient, mlp_pass_new room for the passes; batch_gradient gives the loss
   and the gradient; the averages of an optimizer are net->count numbers
   each. */
#include "answer.h"

#include <stdlib.h>

long learn_by_heart(mlp *net, const optimizer *by, const dataset *d,
                    const size_t rows[], size_t size, long most)
{
    (void)net; /* only so that the compiler does not mind */
    (void)by;
    (void)d;
    (void)rows;
    (void)size;
    (void)most;
    return 0; /* not answered yet */
}
