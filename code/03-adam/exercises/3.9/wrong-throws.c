/* rejected with: what do such steps do to a start? */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.3, .too_large = 0.55};
}
