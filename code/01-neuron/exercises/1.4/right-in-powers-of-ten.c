/* The numbers in other notations. */
#include "answer.h"

sigmoid_slopes answer(void)
{
    return (sigmoid_slopes){9e-2, -72 / 1e3, -0.0};
}
